// The page for those who print it, who have colours of their own, and who have no keys but a finger.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ASKED, OTHER_YEAR, ask, lastExchange, openPage, poorContrasts, screenshot, serverAndBrowser } from "./harness.mjs";

const SMALLEST_TARGET = 24; // CSS pixels, WCAG 2.2's 2.5.8

const { server, browser } = await serverAndBrowser();

// What can be seen, also of what is folded away.
const isSeen = (locator) => locator.evaluate((node) => node.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true }));

test("on paper there are questions, answers and their sources, and nothing to press", async () => {
  const page = await openPage(browser, server.url, { reducedMotion: "reduce" });
  await ask(page, ASKED);
  const answered = await lastExchange(page, 1);
  await ask(page, OTHER_YEAR);
  const declined = await lastExchange(page, 2);
  assert.equal(await isSeen(answered.locator(".says").first()), false, "folded on the screen");
  await page.emulateMedia({ media: "print" });
  for (const exchange of [answered, declined]) {
    for (const part of [".question", ".words", ".says"]) assert.equal(await isSeen(exchange.locator(part).first()), true, part);
  }
  for (const part of [".desk", "nav", ".tools", ".suggestions", ".reading"]) {
    for (const one of await page.locator(part).all()) assert.equal(await isSeen(one), false, part);
  }
  for (const button of await page.locator("button").all()) assert.equal(await isSeen(button), false, await button.textContent());
  assert.deepEqual(await page.evaluate(poorContrasts), []);
  await screenshot(page, "print");
  assert.equal((await page.pdf()).subarray(0, 5).toString(), "%PDF-");
  assert.deepEqual(page.said, []);
  await page.close();
});

for (const colorScheme of ["light", "dark"]) {
  test(`forced colours, ${colorScheme}: everything can be read, and what is chosen is marked`, async () => {
    const page = await openPage(browser, server.url, { forcedColors: "active", colorScheme, reducedMotion: "reduce" });
    assert.equal(await page.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
    await ask(page, ASKED);
    const answered = await lastExchange(page, 1);
    await answered.locator(".sources summary").click();
    await answered.locator(".reading summary").click();
    await answered.locator("mark").first().waitFor();
    await ask(page, OTHER_YEAR);
    const declined = await lastExchange(page, 2);
    await page.waitForLoadState("networkidle");
    assert.deepEqual(await page.evaluate(poorContrasts), []);
    const edge = (exchange) => exchange.locator(".answer").evaluate((node) => getComputedStyle(node).borderInlineStartStyle);
    assert.notEqual(await edge(declined), await edge(answered), "told apart without a colour");
    const underline = await answered.locator("mark").first().evaluate((node) => getComputedStyle(node).borderBottomStyle);
    assert.notEqual(underline, "none");

    await page.locator("#question").pressSequentially("how much did sh");
    await page.locator("#completions [role=option]").first().waitFor();
    await page.keyboard.press("ArrowDown");
    const outline = (option) => page.locator(`#completions [aria-selected=${option}]`).first().evaluate((node) => getComputedStyle(node).outlineStyle);
    assert.equal(await outline(true), "solid");
    assert.equal(await outline(false), "none");
    await screenshot(page, `forced-colours-${colorScheme}`);
    await page.keyboard.press("Escape");
    // Gradients are not drawn: what scrolls below the desk must not show through.
    assert.notEqual(await page.locator(".desk").evaluate((node) => getComputedStyle(node).backgroundColor), "rgba(0, 0, 0, 0)");
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(focus, "none", "the focus can be seen");
    await page.locator("#to-browse").click();
    const chip = (pressed) => page.locator(`.chip[aria-pressed=${pressed}]`).first().evaluate((node) => getComputedStyle(node).backgroundColor);
    await page.locator(".chip").first().waitFor();
    assert.notEqual(await chip(true), await chip(false), "the chosen type is marked");
    assert.deepEqual(page.said, []);
    await page.close();
  });
}

test("more contrast: every text stands in the strongest that the system has", async () => {
  const page = await openPage(browser, server.url, { contrast: "more", reducedMotion: "reduce" });
  await ask(page, ASKED);
  const exchange = await lastExchange(page, 1);
  await page.waitForLoadState("networkidle");
  const colours = (locator) => locator.evaluate((node) => getComputedStyle(node).color);
  assert.equal(await colours(exchange.locator(".sources summary")), await colours(exchange.locator(".words")));
  assert.deepEqual(await page.evaluate(poorContrasts), []);
  await page.close();
});

test("a finger is enough: completions, folded parts and buttons", async () => {
  const page = await openPage(browser, server.url, { viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" });
  const input = page.locator("#question");
  await input.tap();
  await input.pressSequentially("how much did sha");
  const name = page.locator("#completions .name").first();
  await name.waitFor();
  const heights = await page.locator("#completions [role=option]").evaluateAll((options) => options.map((option) => option.getBoundingClientRect().height));
  assert.ok(Math.min(...heights) >= SMALLEST_TARGET, String(heights));
  const text = await name.innerText();
  await name.tap();
  assert.equal(await input.inputValue(), `how much did ${text}`);
  assert.equal(await page.evaluate(() => document.activeElement.id), "question", "one can write on");
  assert.equal(await page.locator("#completions").isVisible(), false);

  await input.fill("");
  await input.pressSequentially("how much did");
  const question = page.locator("#completions .question").first();
  await question.waitFor();
  const offered = await question.innerText();
  await question.tap();
  const exchange = await lastExchange(page, 1);
  assert.equal(await exchange.locator(".question").innerText(), offered);
  await exchange.locator(".sources summary").tap();
  assert.equal(await exchange.locator(".says").first().isVisible(), true);
  const small = await page.locator("button:visible, summary:visible").evaluateAll(
    (nodes, least) => nodes.filter((node) => node.getBoundingClientRect().height < least).map((node) => node.textContent),
    SMALLEST_TARGET,
  );
  assert.deepEqual(small, []);
  await screenshot(page, "touch");
  assert.deepEqual(page.said, []);
  await page.close();
});
