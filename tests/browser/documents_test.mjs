// The documents at /docs as a reader sees them: nothing sticks out, all can be read, axe-core finds nothing to object to.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, poorContrasts, screenshot, serverAndBrowser, violations } from "./harness.mjs";

const LARGEST = 40 * 1024; // bytes that one document loads

const { server, browser } = await serverAndBrowser();

const open = (name, options) => openPage(browser, `${server.url}/docs/${name}`, { reducedMotion: "reduce", ...options });

const documents = ["index", "files", "tutorial", "calling"];

for (const colorScheme of ["light", "dark"]) {
  test(`no violations, ${colorScheme}`, async () => {
    for (const name of ["", "files", "tutorial", "ask.py"]) {
      const page = await open(name, { colorScheme, bypassCSP: true, viewport: { width: 360, height: 760 } });
      assert.deepEqual(await violations(page), [], name);
      await page.setViewportSize({ width: 1280, height: 800 });
      assert.deepEqual(await violations(page), [], name);
      assert.deepEqual(page.said, []);
      await page.close();
    }
  });

  test(`can be read, ${colorScheme}`, async () => {
    for (const name of documents) {
      const page = await open(name === "index" ? "" : name, { colorScheme, viewport: { width: 1280, height: 800 } });
      assert.deepEqual(await page.evaluate(poorContrasts), [], name);
      await page.close();
    }
  });
}

// How wide things are does not depend on their colours.
for (const width of [320, 360, 768, 1280]) {
  test(`${width} pixels`, async () => {
    for (const name of documents) {
      const page = await open(name === "index" ? "" : name, { viewport: { width, height: 800 } });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0, `${name} scrolls sideways`);
      await screenshot(page, `documents-${name}-${width}`);
      await page.close();
    }
  });
}

test("from the chat page to a document and back, in both languages", async () => {
  for (const [locale, words] of [["en-US", "Documents"], ["zh-CN", "文档（英文）"]]) {
    const page = await openPage(browser, server.url, { locale });
    const link = page.locator("#to-documents");
    await link.waitFor();
    assert.equal(await link.innerText(), words);
    await link.click();
    await page.locator("main h1", { hasText: "Documents" }).waitFor();
    assert.equal(page.url(), `${server.url}/docs/`);
    await page.locator("main a", { hasText: "Add a fact" }).click();
    await page.locator(".contents a", { hasText: "Something that happened" }).click();
    assert.equal(page.url(), `${server.url}/docs/add-a-fact#something-that-happened`);
    await page.locator(".bar a", { hasText: "Ask" }).click();
    await page.locator("#question").waitFor();
    assert.deepEqual(page.said, []);
    await page.close();
  }
});

test("the keyboard skips to the text, and scrolls what is wide", async () => {
  const page = await open("files", { viewport: { width: 360, height: 760 } });
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).hash, "#text");
  const code = page.locator("main pre").first();
  await code.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((node) => node.scrollLeft > 0, await code.elementHandle());
  await page.close();
});

test("a document is small and loads nothing from elsewhere", async (context) => {
  const sizes = [];
  const page = await open("tutorial", {
    before: (page) =>
      page.on("response", (response) => {
        assert.ok(response.url().startsWith(server.url), response.url());
        sizes.push(response.body().then((body) => body.length));
      }),
  });
  await page.waitForLoadState("networkidle");
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  context.diagnostic(`${bytes} bytes`);
  assert.ok(bytes > 5000 && bytes < LARGEST, `${bytes} bytes`);
  await page.close();
});
