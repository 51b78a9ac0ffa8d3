// What visitors do, on a telephone, a tablet and a desk, against the real server.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { test } from "node:test";
import { ABOUT, ASKED, OTHER_YEAR, ask, lastExchange, openPage, screenshot, serverAndBrowser, startServer } from "./harness.mjs";

const { server, browser } = await serverAndBrowser();

async function nameWithLinks() {
  const { entities } = await (await fetch(`${server.url}/api/browse?q=`)).json();
  for (const { name, facts } of entities) {
    const { links } = await (await fetch(`${server.url}/api/browse?entity=${encodeURIComponent(name)}`)).json();
    if (facts > 0 && links.length > 1) return name;
  }
  throw new Error("nothing is linked to anything");
}

const linked = await nameWithLinks(); // something to walk from
const open = (width, path = "", options = {}) =>
  openPage(browser, `${server.url}/${path}`, { viewport: { width, height: 800 }, reducedMotion: "reduce", ...options });

for (const width of [360, 768, 1280]) {
  test(`first sight, completion and history, ${width} pixels`, async () => {
    const page = await open(width);
    await page.locator("#collection .count").waitFor();
    assert.match(await page.locator("#collection").innerText(), /\S+.*\d+ facts/s);
    const examples = page.locator("#examples li");
    await examples.first().waitFor();
    assert.equal(await examples.count(), 4);
    assert.equal(new Set(await examples.locator(".kind").allInnerTexts()).size, 4);

    const input = page.locator("#question");
    await input.pressSequentially("how much did sh");
    const options = page.locator("#completions [role=option]");
    await options.first().waitFor();
    await screenshot(page, `completion-${width}`);
    assert.equal(await input.getAttribute("aria-expanded"), "true");
    await page.keyboard.press("ArrowDown");
    assert.equal(await input.getAttribute("aria-activedescendant"), "completion-0");
    assert.equal(await options.first().getAttribute("aria-selected"), "true");
    await page.keyboard.press("Escape");
    assert.equal(await page.locator("#completions").isVisible(), false);
    assert.equal(await input.inputValue(), "how much did sh");

    await page.keyboard.type("a");
    const name = page.locator("#completions .name").first();
    await name.waitFor();
    const text = await name.innerText();
    await name.click();
    assert.equal(await input.inputValue(), `how much did ${text}`);

    await input.fill("how much did");
    const question = page.locator("#completions .question").first();
    await question.waitFor();
    const offered = await question.innerText();
    await question.click();
    const exchange = await lastExchange(page, 1);
    assert.equal(await exchange.getAttribute("class"), "exchange answered", offered);

    await ask(page, ABOUT);
    await lastExchange(page, 2);
    await input.fill("half");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    assert.equal(await input.inputValue(), offered);
    await page.keyboard.press("ArrowDown");
    assert.equal(await input.inputValue(), ABOUT);
    await page.keyboard.press("ArrowDown");
    assert.equal(await input.inputValue(), "half");
    assert.deepEqual(page.said, []);
    await page.close();
  });

  test(`an answer, how it was read, and what can be done with it, ${width} pixels`, async () => {
    const page = await open(width, `?q=${encodeURIComponent(ASKED)}`);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const exchange = await lastExchange(page, 1);
    assert.match(await exchange.locator(".figure").innerText(), /60 billion/);
    await exchange.locator(".reading summary").click();
    await exchange.locator("mark").first().waitFor();
    const marks = await exchange.locator("mark").allInnerTexts();
    assert.ok(marks.includes("2018"), String(marks));
    assert.equal((await exchange.locator(".marked").innerText()).trim(), ASKED);
    assert.ok((await exchange.locator(".steps li").count()) > 0);
    await screenshot(page, `reading-${width}`);
    await exchange.locator(".tools button").nth(1).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(new URL(copied).searchParams.get("q"), ASKED);
    await exchange.locator(".tools button").nth(0).click();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /60 billion/);

    const saved = async (id) => {
      await page.locator("#save summary").click();
      const waiting = page.waitForEvent("download");
      await page.locator(id).click();
      const content = await readFile(await (await waiting).path(), "utf8");
      await page.locator("#save summary").click();
      return content;
    };
    assert.match(await saved("#save-text"), /^> how much did .*\n.*60 billion/);
    const [kept] = JSON.parse(await saved("#save-json"));
    assert.equal(kept.question, ASKED);
    assert.equal(kept.reply.status, "answered");
    assert.deepEqual(page.said, []);
    await page.close();
  });

  test(`what is not known offers what is near, ${width} pixels`, async () => {
    const page = await open(width);
    await ask(page, OTHER_YEAR);
    const exchange = await lastExchange(page, 1);
    const offered = exchange.locator(".suggestions button").first();
    await offered.waitFor();
    await offered.click();
    assert.equal(await (await lastExchange(page, 2)).getAttribute("class"), "exchange answered");
    await page.close();
  });

  test(`browsing by type, name and link, ${width} pixels`, async () => {
    const page = await open(width);
    await page.locator("#to-browse").click();
    const things = page.locator(".things li");
    await things.first().waitFor();
    const all = await things.count();
    await page.locator(".types .chip").nth(1).click();
    await page.waitForFunction((before) => document.querySelectorAll(".things li").length < before, all);
    await screenshot(page, `browse-${width}`);
    const few = await page.locator(".types .chip").count();
    await page.locator(".types .more").click();
    assert.ok((await page.locator(".types .chip").count()) > few + 2);
    assert.equal(await page.locator(".types .more").count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.className), "chip");
    await page.locator(".types .chip").first().click();
    await page.waitForFunction((before) => document.querySelectorAll(".things li").length === before, all);
    await page.locator(".search").fill(linked);
    await page.waitForFunction((before) => document.querySelectorAll(".things li").length < before, all);
    await things.locator("a", { hasText: linked }).first().click();
    await page.locator("#browse-view .facts li").first().waitFor();
    // Walks along the map until somewhere else.
    const here = await page.locator(".thing").innerText();
    await page.locator(".map a").first().waitFor();
    await screenshot(page, `thing-${width}`);
    await page.locator(".map a").first().click();
    await page.waitForFunction((before) => document.querySelector(".thing")?.innerText !== before, here);
    assert.equal(await page.evaluate(() => document.activeElement.className), "thing");
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), 0);
    await page.goBack();
    await page.locator(".facts .anchor").first().click();
    await page.locator(".facts .chosen").waitFor();
    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await page.locator(".facts .chosen").waitFor();
    assert.deepEqual(page.said, []);
    await page.close();
  });

  test(`the Chinese page, ${width} pixels`, async () => {
    const page = await open(width, "", { locale: "zh-CN" });
    await page.locator("#examples li").first().waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "zh");
    assert.equal(await page.locator("#ask button").innerText(), "提问");
    const example = page.locator("#examples button").first();
    assert.match(await example.innerText(), /[\u4e00-\u9fff]/);
    await screenshot(page, `chinese-${width}`);
    await example.click();
    assert.equal(await (await lastExchange(page, 1)).getAttribute("class"), "exchange answered");
    await screenshot(page, `chinese-answer-${width}`);
    // The value is worded in English in the facts; what is shown large is taken from the sentence.
    await ask(page, "上海人工智能产业投资基金首期规模是多少");
    assert.equal(await (await lastExchange(page, 2)).locator(".figure").innerText(), "100亿元");
    await ask(page, "2018年上海人工智能融资额是多少");
    assert.equal(await (await lastExchange(page, 3)).locator(".figure").innerText(), "超过600亿元");
    await page.locator("#language").click();
    assert.equal(await page.locator("#ask button").innerText(), "Ask");
    await page.reload();
    assert.equal(await page.locator("html").getAttribute("lang"), "en", "the choice is kept");
    assert.deepEqual(page.said, []);
    await page.close();
  });
}

test("a question that is too long is neither sent nor cut", async () => {
  const page = await open(360);
  await page.locator("#question").fill("x".repeat(2003));
  await page.locator("#line", { hasText: /^This question is 3 characters too long\.$/ }).waitFor(); // once it is connected
  assert.equal(await page.locator("#ask [type=submit]").isDisabled(), true);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".exchange").count(), 0);
  await page.locator("#question").fill("x");
  assert.equal(await page.locator("#line").innerText(), "");
  await page.close();
});

test("a server that is gone is told as gone, and can be tried again", async () => {
  const own = await startServer();
  const page = await openPage(browser, own.url, { viewport: { width: 360, height: 640 }, reducedMotion: "reduce" });
  await page.locator("#examples li").first().waitFor();
  await ask(page, ABOUT);
  await lastExchange(page, 1);
  await own.stop();
  await ask(page, ASKED);
  await page.locator("#line", { hasText: "cannot be reached" }).waitFor({ timeout: 60000 });
  assert.match(await page.locator("#line").innerText(), /is kept/);
  assert.equal(await page.locator(".dots").isVisible(), false, "nothing is looked up now");
  const [asked, desk] = [await page.locator(".question").last().boundingBox(), await page.locator(".desk form").boundingBox()];
  assert.ok(asked.y + asked.height <= desk.y + 1, "the question that is kept can be seen");
  await page.locator("#question").fill("x".repeat(2003));
  assert.equal(await page.locator("#line").innerText(), "This question is 3 characters too long.");
  await page.locator("#question").fill("");
  await screenshot(page, "gone");
  const again = await startServer(own.port);
  await page.locator("#retry").click();
  assert.equal(await (await lastExchange(page, 2)).getAttribute("class"), "exchange answered");
  assert.equal(await page.locator("#retry").isVisible(), false);
  await page.close();
  await again.stop();
});

test("an address of nothing that is known says so, and leads back", async () => {
  for (const place of ["entity/Nobody", "fact/nowhere.facts%3A1"]) {
    const page = await open(360, `#/${place}`);
    assert.equal(await page.locator(".note").innerText(), "Nothing of this name.");
    await page.locator(".back").click();
    await page.locator(".things li").first().waitFor();
    await page.close();
  }
});

test("another site shows the chat with one line, if the server allows it", async () => {
  const site = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.end(`<!doctype html><title>x</title><body><script src="${address}/embed.js"></script>`);
  });
  await new Promise((done) => site.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${site.address().port}`;
  const allowing = await startServer(0, "--allow-origin", origin);
  let address = allowing.url;
  const page = await openPage(browser, origin);
  const frame = page.frameLocator("iframe");
  await frame.locator("#question").fill(ASKED);
  await frame.locator("#question").press("Enter");
  await frame.locator(".exchange.answered").waitFor();
  for (const part of [".masthead", "#to-documents"]) assert.equal(await frame.locator(part).isVisible(), false, part);
  await screenshot(page, "embedded");
  address = server.url; // one that does not allow it
  await page.reload();
  assert.equal(await page.locator("iframe").count(), 0);
  await page.close();
  await allowing.stop();
  site.close();
});
