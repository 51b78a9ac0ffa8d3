// What a person sees, in four sizes and two lights: nothing sticks out, everything can be read. The screenshots that it
// takes are for people to look at.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ASKED, OTHER_YEAR, ask, lastExchange, openPage, screenshot, startBrowser, startServer } from "./harness.mjs";

const LONG = `${"Donaudampfschifffahrtsgesellschaftskapitän".repeat(3)} 智能产业融资金额是多少`;

let server;
let browser;

before(async () => {
  server = await startServer();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

// In the page: texts whose contrast with what is behind them is below WCAG's 4.5 (3 for large ones).
function poorContrasts() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => {
    const [R, G, B] = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * R + 0.7152 * G + 0.0722 * B;
  };
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] > 0.99) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === "" || !node.checkVisibility() || node.matches("script, .unseen, noscript *")) continue;
    const style = getComputedStyle(node);
    const [a, b] = [luminance(channels(style.color)), luminance(behind(node))].sort((x, y) => y - x);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5)) poor.push(`${node.className || node.tagName}: ${ratio.toFixed(2)}`);
  }
  return poor;
}

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
