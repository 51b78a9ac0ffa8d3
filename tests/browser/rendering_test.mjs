// What the page makes of replies of every kind, with a server of the test's own making behind the WebSocket.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ask, lastExchange, openPage, serverAndBrowser } from "./harness.mjs";

const { server, browser } = await serverAndBrowser();

const EMPTY = { type: "answer", status: "answered", text: "Yes.", language: "en", facts: [], values: [], corrections: [], choices: [], suggestions: [] };

// A page whose questions are answered by `reply(message, howMany)`; `heard` keeps the questions.
async function pageWith(reply, facts = []) {
  const heard = [];
  const page = await openPage(browser, server.url, {
    before: async (page) => {
      await page.route("**/api/browse*fact=*", (route) => route.fulfill({ json: { type: "facts", facts } }));
      await page.routeWebSocket("**/ws", (socket) => {
        socket.onMessage((data) => {
          const message = JSON.parse(data);
          heard.push(message);
          const answer = reply(message, heard.length);
          if (answer === "close") socket.close({ code: 1001 });
          else if (answer) socket.send(JSON.stringify({ ...answer, id: message.id }));
        });
      });
    },
  });
  page.heard = heard;
  return page;
}

test("the readings of an unclear question are buttons that ask on", async () => {
  const page = await pageWith(({ text }) =>
    text === "employees?" ? { ...EMPTY, status: "clarify", text: "Which company?", choices: ["Ship & Co", "<b>Boat</b>"] } : EMPTY,
  );
  await ask(page, "employees?");
  const exchange = await lastExchange(page, 1);
  assert.deepEqual(await exchange.locator(".choices button").allInnerTexts(), ["Ship & Co", "<b>Boat</b>"]);
  await exchange.locator(".choices button").nth(1).click();
  await lastExchange(page, 2);
  assert.equal(page.heard[1].text, "<b>Boat</b>");
  await page.close();
});

test("suggestions ask on and corrections are told", async () => {
  const page = await pageWith(() => ({ ...EMPTY, corrections: [{ from: "shp", to: "ship" }], suggestions: ["who built it"] }));
  await ask(page, "shp");
  const exchange = await lastExchange(page, 1);
  assert.equal(await exchange.locator(".corrections span").innerText(), "I read “shp” as “ship”.");
  await exchange.locator(".suggestions button").click();
  await lastExchange(page, 2);
  assert.equal(page.heard[1].text, "who built it");
  await page.close();
});

test("several facts are listed, each with its place", async () => {
  const fact = (says, paragraph) => ({ says, source: "guide", source_title: "A guide", paragraph, qualifiers: [{ name: "when", text: "1800" }] });
  const page = await pageWith(() => ({ ...EMPTY, facts: [fact("One.", 3), { ...fact("Two.", 0), paragraph: undefined }] }));
  await ask(page, "x");
  const exchange = await lastExchange(page, 1);
  assert.equal(await exchange.locator(".sources summary").innerText(), "Source: A guide (2 facts)");
  await exchange.locator(".sources summary").click();
  assert.deepEqual(await exchange.locator(".says").allInnerTexts(), ["One.", "Two."]);
  assert.deepEqual(await exchange.locator(".cite").allInnerTexts(), ["paragraph 3"]);
  assert.deepEqual(await exchange.locator(".qualifiers").allInnerTexts(), ["when: 1800", "when: 1800"]);
  await page.close();
});

test("facts of several sources each name theirs, and lead to what else is known", async () => {
  const fact = (id, title) => ({ id, entity: "Aurora", says: "One.", source: title, source_title: title, paragraph: 3, qualifiers: [] });
  const page = await pageWith(() => ({ ...EMPTY, facts: [fact("a.facts:1", "A guide"), fact("b.facts:2", "A log")] }));
  await ask(page, "x");
  const exchange = await lastExchange(page, 1);
  assert.equal(await exchange.locator(".sources summary").innerText(), "Source: 2 facts");
  await exchange.locator(".sources summary").click();
  assert.match((await exchange.locator(".cite").allInnerTexts()).join("\n"), /A guide, paragraph 3.*\n.*A log, paragraph 3/);
  assert.equal(await exchange.locator(".to-fact").first().getAttribute("aria-label"), "More about it: Aurora");
  await exchange.locator(".to-fact").first().click();
  assert.equal(new URL(page.url()).hash, "#/fact/a.facts%3A1");
  await page.close();
});

test("beside a Chinese sentence stand no qualifiers in English alone", async () => {
  const qualifiers = [["when", "2018"], ["where", "上海"], ["how", "by ship"]].map(([name, text]) => ({ name, text }));
  for (const [says, shown] of [["上海。", "when: 2018 · where: 上海"], ["By ship.", "when: 2018 · where: 上海 · how: by ship"]]) {
    const page = await pageWith(() => ({ ...EMPTY, facts: [{ id: "a.facts:1", entity: "Aurora", says, source: "guide", qualifiers }] }));
    await ask(page, "x");
    const exchange = await lastExchange(page, 1);
    await exchange.locator(".sources summary").click();
    assert.equal(await exchange.locator(".qualifiers").innerText(), shown);
    await page.close();
  }
});

test("a value that stands large is not said twice", async () => {
  const value = (text) => ({ ...EMPTY, text, values: [{ text: "Ada Holm" }] });
  for (const [text, words] of [
    ["Ada Holm. Ada Holm built it.", "Ada Holm built it."],
    ["Ada Holm built it.", "Ada Holm built it."],
    ["Ada Holm Jr. built it.", "Ada Holm Jr. built it."],
  ]) {
    const page = await pageWith(() => value(text));
    await ask(page, "x");
    const exchange = await lastExchange(page, 1);
    assert.equal(await exchange.locator(".figure").innerText(), "Ada Holm");
    assert.equal(await exchange.locator(".words").innerText(), words);
    await page.close();
  }
});

test("after an answer comes what may be asked next, but for what was asked", async () => {
  const facts = [{ id: "a.facts:1", entity: "Aurora", says: "One.", source: "guide", qualifiers: [] }];
  const page = await pageWith(({ type }) =>
    type === "more" ? { type: "suggestions", suggestions: ["who built it", "where is she", "iPhone or not"] } : { ...EMPTY, facts },
  );
  await ask(page, "who built it");
  const offered = (await lastExchange(page, 1)).locator(".suggestions button");
  await offered.first().waitFor();
  assert.deepEqual(await offered.allInnerTexts(), ["Where is she", "iPhone or not"], "as sentences begin, unless a name does");
  await offered.first().click();
  await lastExchange(page, 2);
  assert.deepEqual(page.heard.filter(({ type }) => type === "ask").map(({ text }) => text), ["who built it", "where is she"]);
  await page.close();
});

test("where nothing is near, what can be asked at all is offered", async () => {
  const page = await pageWith(() => ({ ...EMPTY, status: "unknown", text: "My facts do not say." }));
  await page.locator("#examples li").first().waitFor();
  await ask(page, "x");
  const exchange = await lastExchange(page, 1);
  assert.equal(await exchange.locator(".suggestions button").count(), 4);
  await page.close();
});

test("a source stands below the words, not within them", async () => {
  const fact = { says: "One.", source: "guide", source_title: "A guide (old)", paragraph: 3, qualifiers: [] };
  for (const text of ["One. (A guide (old), paragraph 3)", "One. (A guide (old), paragraphs 3, 4)", "One.（A guide (old)，第3段）"]) {
    const page = await pageWith(() => ({ ...EMPTY, text, facts: [fact] }));
    await ask(page, "x");
    assert.equal(await (await lastExchange(page, 1)).locator(".words").innerText(), "One.");
    await page.close();
  }
});

test("an error is told calmly and a question that is too long can be mended", async () => {
  const page = await pageWith(() => ({ type: "error", code: "too_long", message: "a question may have at most 5 characters" }));
  await ask(page, "too long");
  const exchange = await lastExchange(page, 1);
  assert.equal(await exchange.locator(".words").innerText(), "A question may have at most 5 characters.");
  assert.equal(await page.locator("#question").inputValue(), "too long");
  await page.close();
});

test("a question that came too soon is asked again in time", async () => {
  const page = await pageWith((_, count) => (count === 1 ? { type: "error", code: "too_many", message: "slowly", retry_after_ms: 100 } : EMPTY));
  await ask(page, "x");
  const exchange = await lastExchange(page, 1);
  assert.equal(await exchange.locator(".words").innerText(), "Yes.");
  assert.equal(page.heard.length, 2);
  await page.close();
});

test("a question that was lost with its connection is asked again, with the turns before it", async () => {
  const page = await pageWith(({ text }, count) => (text === "second" && count === 2 ? "close" : EMPTY));
  await ask(page, "first");
  await lastExchange(page, 1);
  await ask(page, "second");
  await lastExchange(page, 2);
  await ask(page, "third");
  await lastExchange(page, 3);
  assert.deepEqual(
    page.heard.map(({ text, history }) => [text, history]),
    [["first", undefined], ["second", undefined], ["second", ["first"]], ["third", undefined]],
  );
  await page.close();
});

test("several questions in a row are each answered in their own place", async () => {
  const page = await pageWith(({ text }) => ({ ...EMPTY, text: `to ${text}` }));
  for (const text of ["a", "b", "c"]) await ask(page, text);
  await lastExchange(page, 3);
  assert.deepEqual(await page.locator(".words").allInnerTexts(), ["to a", "to b", "to c"]);
  await page.close();
});

const figureOf = (number, more = {}) => ({ role: "value", text: `${number} tonnes`, number, unit: "tonnes", ...more });
const factOf = (entity, figures, more = {}) => ({
  id: `${entity}:1`, entity, attribute: "weight", says: "", value: "", source: "guide", source_title: "A guide", qualifiers: [], figures, ...more,
});
const cells = (exchange) =>
  exchange.locator(".drawing tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

test("figures of one unit are bars in proportion, with a table for who does not see them", async () => {
  const facts = [factOf("Aurora", [figureOf(1200)]), factOf("Borealis", [figureOf(300)]), factOf("<b>Corona</b>", [figureOf(600)])];
  const page = await pageWith(() => ({ ...EMPTY, facts }), facts);
  await ask(page, "x");
  const exchange = await lastExchange(page, 1);
  const widths = await exchange.locator(".bars rect").evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute("width"))));
  assert.equal(widths.length, 3);
  assert.ok(Math.abs(widths[0] / widths[1] - 4) < 0.1 && Math.abs(widths[0] / widths[2] - 2) < 0.1, String(widths));
  assert.deepEqual(await cells(exchange), [["Aurora", "1200 tonnes"], ["Borealis", "300 tonnes"], ["<b>Corona</b>", "600 tonnes"]]);
  await page.close();
});

test("where there is little room a value stands below its label, and is not cut", async () => {
  const long = "more than 60 billion yuan in all";
  const facts = [factOf("The harbour's industry", [figureOf(60, { text: long })]), factOf("Borealis", [figureOf(10)])];
  const page = await pageWith(() => ({ ...EMPTY, facts }), facts);
  await page.setViewportSize({ width: 360, height: 700 });
  await ask(page, "x");
  const exchange = await lastExchange(page, 1);
  await exchange.locator(".bars").waitFor();
  const texts = await exchange.locator(".bars text").evaluateAll((nodes) => nodes.map((node) => [node.textContent, node.getBoundingClientRect()]).map(([text, { left, right, top }]) => ({ text, left, right, top })));
  assert.deepEqual(texts.map(({ text }) => text), ["The harbour's industry", long, "Borealis", "10 tonnes"]);
  assert.ok(texts.every(({ left, right }) => left >= 0 && right <= 360), JSON.stringify(texts));
  assert.ok(texts[1].top > texts[0].top + 10);
  await page.close();
});

test("a figure alone, two that are equal, and bare numbers of different things draw nothing", async () => {
  const bare = (number, attribute) => factOf("Aurora", [figureOf(number, { unit: undefined, text: `${number}` })], { attribute });
  for (const facts of [
    [factOf("Aurora", [figureOf(5)])],
    [factOf("Aurora", [figureOf(5)]), factOf("Borealis", [figureOf(5)])],
    [bare(4, "masts"), bare(60, "crew")],
  ]) {
    const page = await pageWith(() => ({ ...EMPTY, facts }), facts);
    await ask(page, "x");
    const exchange = await lastExchange(page, 1);
    await exchange.locator(".picture").waitFor({ state: "detached" });
    assert.equal(await exchange.locator(".drawing").count(), 0);
    await page.close();
  }
});

test("what many facts say stands in lines of its own, without its sources", async () => {
  const facts = ["She is old.", "She is slow.", "She leaks."].map((says) => factOf("Aurora", [], { says }));
  const text = "Yes. She is old. She is slow. (A guide, paragraph 1) She leaks. (A guide, paragraph 2)";
  const page = await pageWith(() => ({ ...EMPTY, text, facts }), facts);
  await ask(page, "x");
  const exchange = await lastExchange(page, 1);
  assert.deepEqual(await exchange.locator(".words span").allInnerTexts(), ["Yes.", "She is old.", "She is slow.", "She leaks."]);
  await page.close();
});

test("in Chinese bars have Chinese figures, and cards leave out what is worded in English", async () => {
  const money = (number, bound) => figureOf(number, { text: `${bound ?? ""} billions of yuan`, unit: "CNY", bound });
  const facts = [factOf("上海", [money(6e10, "more than")], { attribute_title: "融资" }), factOf("G60", [money(1e10)], { attribute_title: "融资" })];
  const page = await pageWith(() => ({ ...EMPTY, language: "zh", facts }), facts);
  await ask(page, "x");
  const exchange = await lastExchange(page, 1);
  await exchange.locator(".bars").waitFor();
  assert.deepEqual(await cells(exchange), [["上海", "超过600亿元"], ["G60", "100亿元"]]);
  await page.close();
  const told = [["港口", "基尔"], ["长度", "60"], ["fate", "wrecked at sea"]].map(([title, value]) => factOf("曙光号", [], { attribute: title, attribute_title: title, value }));
  const other = await pageWith(() => ({ ...EMPTY, language: "zh", facts: told }), told);
  await ask(other, "x");
  const card = (await lastExchange(other, 1)).locator(".card");
  await card.waitFor();
  assert.deepEqual(await card.locator("dd").allInnerTexts(), ["基尔", "60"]);
  await other.close();
});

test("dates are a line in their order", async () => {
  const when = (text, date) => [{ role: "when", text, date }];
  const facts = [factOf("Launch", when("May 1911", "1911-05")), factOf("Wreck", when("1930", "1930")), factOf("Keel", when("2 March 1910", "1910-03-02"))];
  const page = await pageWith(() => ({ ...EMPTY, facts }), facts);
  await ask(page, "x");
  const exchange = await lastExchange(page, 1);
  await exchange.locator(".timeline").waitFor();
  assert.deepEqual(await cells(exchange), [["Keel", "2 March 1910"], ["Launch", "May 1911"], ["Wreck", "1930"]]);
  await page.close();
});

test("several facts of one thing are a card", async () => {
  const facts = ["builder", "port", "fate"].map((attribute) => factOf("Aurora", [], { attribute, value: `its ${attribute}` }));
  const page = await pageWith(() => ({ ...EMPTY, facts }), facts);
  await ask(page, "x");
  const exchange = await lastExchange(page, 1);
  await exchange.locator(".card").waitFor();
  assert.deepEqual(await exchange.locator(".card dt").allInnerTexts(), ["builder", "port", "fate"]);
  assert.deepEqual(await exchange.locator(".card dd").allInnerTexts(), ["its builder", "its port", "its fate"]);
  await page.close();
});

test("a correction can be taken back: the question returns with the word chosen", async () => {
  const page = await pageWith(() => ({ ...EMPTY, corrections: [{ from: "shp", to: "ship" }] }));
  await ask(page, "the shp of Kiel");
  await (await lastExchange(page, 1)).locator(".corrections button").last().click();
  assert.equal(await page.locator("#question").inputValue(), "the shp of Kiel");
  assert.equal(await page.evaluate(() => document.getSelection().toString() || document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)), "shp");
  await page.close();
});

test("a correction can be taken back with a click: the question is asked as it was written", async () => {
  const page = await pageWith(({ as_written: asWritten }) => ({ ...EMPTY, corrections: asWritten ? [] : [{ from: "shp", to: "ship" }] }));
  await ask(page, "the shp of Kiel");
  await (await lastExchange(page, 1)).locator(".corrections button").first().click();
  assert.equal(await (await lastExchange(page, 2)).locator(".corrections").count(), 0);
  assert.deepEqual(page.heard.map(({ text, as_written: asWritten }) => [text, asWritten]), [["the shp of Kiel", undefined], ["the shp of Kiel", true]]);
  await page.close();
});

test("a wait is told, and how long it is", async () => {
  const page = await pageWith((_, count) => (count === 1 ? { type: "error", code: "too_many", message: "slowly", retry_after_ms: 1500 } : EMPTY));
  await ask(page, "x");
  await page.locator(".dots", { hasText: "asked again in 2 s" }).waitFor();
  await lastExchange(page, 1);
  await page.close();
});

test("whether an answer was of use is told to the server", async () => {
  const page = await pageWith((message) => (message.type === "ask" ? EMPTY : null));
  await ask(page, "x");
  const exchange = await lastExchange(page, 1);
  await exchange.locator(".rating button").nth(1).click();
  assert.equal(await exchange.locator(".rating").innerText(), "Thank you.");
  assert.deepEqual(page.heard[1], { type: "feedback", id: "feedback", text: "x", helpful: false });
  await page.close();
});

test("what is announced is the answer, once", async () => {
  const page = await pageWith(() => ({ ...EMPTY, text: "Sixty sailors." }));
  await ask(page, "x");
  await lastExchange(page, 1);
  assert.equal(await page.locator("[aria-live]").count(), 1);
  assert.equal(await page.locator("#announcement").innerText(), "Sixty sailors.");
  await page.close();
});
