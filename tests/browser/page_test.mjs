// The page as a person uses it, against the real server.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { ABOUT, ASKED, FOLLOW_UP, OTHER_YEAR, ask, lastExchange, openPage, serverAndBrowser, startServer } from "./harness.mjs";

const { server, browser } = await serverAndBrowser();
let page;

beforeEach(async () => {
  page = await openPage(browser, server.url);
});
afterEach(() => page.close());

const focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.tagName.toLowerCase());

test("a typed question is answered, the figure first, and its source unfolds", async () => {
  assert.equal(await focused(), "question");
  await page.keyboard.type(ASKED);
  await page.keyboard.press("Enter");
  const exchange = await lastExchange(page, 1);
  assert.equal(await exchange.getAttribute("class"), "exchange answered");
  assert.equal(await exchange.locator(".question").innerText(), ASKED);
  assert.match(await exchange.locator(".figure").innerText(), /60 billion/);
  assert.match(await exchange.locator(".words").innerText(), /60 billion/);
  assert.match(await exchange.locator(".sources summary").innerText(), /paragraph \d+/);
  const fact = exchange.locator(".says").first();
  assert.equal(await fact.isVisible(), false);
  await exchange.locator(".sources summary").click();
  assert.match(await fact.innerText(), /60 billion/);
  assert.deepEqual(page.said, []);
});

test("what is not in the facts looks different from an answer", async () => {
  await ask(page, ASKED);
  await ask(page, OTHER_YEAR);
  const declined = await lastExchange(page, 2);
  assert.equal(await declined.getAttribute("class"), "exchange unknown");
  assert.match(await declined.locator(".words").innerText(), /2018/);
  assert.match(await declined.locator(".label").first().innerText(), /not in my facts/i);
  assert.equal(await declined.locator(".figure").count(), 0);
  const style = (exchange) => exchange.locator(".answer").evaluate((node) => getComputedStyle(node).borderLeftStyle);
  assert.notEqual(await style(declined), await style(page.locator(".exchange").first()));
  assert.deepEqual(page.said, []);
});

test("the keyboard alone is enough", async () => {
  await ask(page, ASKED);
  const exchange = await lastExchange(page, 1);
  assert.equal(await focused(), "question");
  const inSources = () => page.evaluate(() => document.activeElement.closest(".sources") !== null);
  for (let i = 0; i < 20 && !(await inSources()); ++i) await page.keyboard.press("Shift+Tab");
  assert.equal(await focused(), "summary");
  await page.keyboard.press("Enter");
  assert.equal(await exchange.locator(".says").first().isVisible(), true);
  await page.locator("#question").focus();
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.locator("#question").inputValue(), ASKED);
});

test("an example that is offered is answered", async () => {
  const example = page.locator("#examples button").first();
  await page.locator("#collection .count").waitFor();
  if ((await page.locator("#examples button").count()) === 0) return;
  const text = await example.innerText();
  await example.click();
  const exchange = await lastExchange(page, 1);
  assert.equal(await exchange.getAttribute("class"), "exchange answered");
  assert.equal((await exchange.locator(".question").innerText()).toLowerCase(), text.toLowerCase());
});

test("text stays text", async () => {
  const markup = '<img src=x onerror="window.bitten=1"><script>window.bitten=1</script>';
  await ask(page, markup);
  const exchange = await lastExchange(page, 1);
  assert.equal(await exchange.locator(".question").innerText(), markup);
  assert.equal(await page.evaluate(() => window.bitten), undefined);
  assert.deepEqual(page.said, []);
});

test("a question and the conversation survive a restart of the server", async () => {
  const own = await startServer();
  await page.goto(own.url);
  await ask(page, ABOUT);
  await lastExchange(page, 1);
  await own.stop();
  await page.locator("#line", { hasText: "Reconnecting…" }).waitFor();
  await ask(page, FOLLOW_UP);
  await page.locator("#line", { hasText: "Your question is kept" }).waitFor();
  assert.equal(await page.locator(".exchange.waiting").count(), 1);
  const again = await startServer(own.port);
  const exchange = await lastExchange(page, 2);
  assert.match(await exchange.locator(".words").innerText(), /Neuroscience/);
  assert.equal(await page.locator("#line").innerText(), "");
  // Chromium itself says of each attempt in between that nobody answered; the page says nothing.
  assert.deepEqual(page.said.filter((text) => !text.includes("ERR_CONNECTION_REFUSED")), []);
  await again.stop();
});
