// What a person sees, in four sizes and two lights: nothing sticks out, everything can be read. The screenshots that it
// takes are for people to look at.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ASKED, OTHER_YEAR, ask, lastExchange, openPage, poorContrasts, screenshot, serverAndBrowser } from "./harness.mjs";

const LONG = `${"Donaudampfschifffahrtsgesellschaftskapitän".repeat(3)} 智能产业融资金额是多少`;

const { server, browser } = await serverAndBrowser();

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 360, 768, 1280]) {
    test(`${width} pixels, ${colorScheme}`, async () => {
      const page = await openPage(browser, server.url, { viewport: { width, height: 760 }, colorScheme, reducedMotion: "reduce" });
      const sound = async () => {
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0, "scrolls sideways");
        assert.deepEqual(await page.evaluate(poorContrasts), []);
      };
      await page.locator("#collection .count").waitFor();
      await sound();
      await screenshot(page, `welcome-${width}-${colorScheme}`);
      await ask(page, ASKED);
      await (await lastExchange(page, 1)).locator(".sources summary").click();
      await sound();
      await screenshot(page, `answer-${width}-${colorScheme}`);
      await ask(page, OTHER_YEAR);
      await lastExchange(page, 2);
      await screenshot(page, `declined-${width}-${colorScheme}`);
      await ask(page, LONG);
      await lastExchange(page, 3);
      await sound();
      assert.ok(await page.locator("#question").isVisible());
      assert.deepEqual(page.said, []);
      await page.close();
    });
  }
}
