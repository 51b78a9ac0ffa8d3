// axe-core finds nothing to object to, in both themes; the page is small; and how long a first answer takes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ABOUT, ASKED, OTHER_YEAR, ask, lastExchange, openPage, serverAndBrowser, violations } from "./harness.mjs";

const LARGEST = 100 * 1024; // bytes of all that the page loads from the server, facts aside

const { server, browser } = await serverAndBrowser();

for (const colorScheme of ["light", "dark"]) {
  for (const locale of ["en-US", "zh-CN"]) {
    test(`no violations, ${colorScheme}, ${locale}`, async () => {
      const page = await openPage(browser, server.url, { colorScheme, locale, reducedMotion: "reduce", bypassCSP: true });
      await page.locator("#examples li").first().waitFor();
      assert.deepEqual(await violations(page), [], "first sight");
      await page.locator("#question").pressSequentially("how much");
      await page.locator("#completions [role=option]").first().waitFor();
      await page.keyboard.press("ArrowDown");
      assert.deepEqual(await violations(page), [], "completions");
      await page.keyboard.press("Escape");
      await ask(page, ASKED);
      const exchange = await lastExchange(page, 1);
      await exchange.locator(".sources summary").click();
      await exchange.locator(".reading summary").click();
      await exchange.locator("mark").first().waitFor();
      await ask(page, OTHER_YEAR);
      await lastExchange(page, 2);
      await ask(page, ABOUT);
      await lastExchange(page, 3);
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await violations(page), [], "answers");
      await page.locator("#to-browse").click();
      await page.locator(".things li").first().waitFor();
      assert.deepEqual(await violations(page), [], "browsing");
      await page.locator(".things li a").first().click();
      await page.locator("#browse-view .facts li").first().waitFor();
      assert.deepEqual(await violations(page), [], "a thing");
      assert.deepEqual(page.said, []);
      await page.close();
    });
  }
}

test("the page is small and loads nothing from elsewhere", async (context) => {
  const sizes = new Map();
  const page = await openPage(browser, server.url, {
    before: (page) =>
      page.on("response", async (response) => {
        assert.ok(response.url().startsWith(server.url), response.url());
        if (!response.url().includes("/api/")) sizes.set(response.url(), (await response.body()).length);
      }),
  });
  await page.locator("#examples li").first().waitFor();
  await page.waitForLoadState("networkidle");
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  context.diagnostic(`${total} bytes in ${sizes.size} files`);
  assert.ok(sizes.size > 5 && total < LARGEST, `${total} bytes`);

  const times = [];
  for (let i = 1; i <= 5; ++i) {
    await page.locator("#question").fill(ASKED);
    times.push(
      await page.evaluate(
        (count) =>
          new Promise((done) => {
            const start = performance.now();
            const look = () => {
              if (document.querySelectorAll(".exchange.answered").length === count) done(performance.now() - start);
              else requestAnimationFrame(look);
            };
            document.getElementById("ask").requestSubmit();
            look();
          }),
        i,
      ),
    );
  }
  context.diagnostic(`from Enter to the answer in sight: first ${times[0].toFixed(0)} ms, then ${times.slice(1).map((time) => time.toFixed(0)).join(", ")} ms`);
  await page.close();
});
