// What the page makes of replies of every kind, with a server of the test's own making behind the WebSocket.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ask, lastExchange, openPage, startBrowser, startServer } from "./harness.mjs";

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

const EMPTY = { type: "answer", status: "answered", text: "Yes.", language: "en", facts: [], values: [], corrections: [], choices: [], suggestions: [] };

// A page whose questions are answered by `reply(message, howMany)`; `heard` keeps the questions.
async function pageWith(reply) {
  const heard = [];
  const page = await openPage(browser, server.url, {
    before: (page) =>
      page.routeWebSocket("**/ws", (socket) => {
        socket.onMessage((data) => {
          const message = JSON.parse(data);
          heard.push(message);
          const answer = reply(message, heard.length);
          if (answer === "close") socket.close({ code: 1001 });
          else if (answer) socket.send(JSON.stringify({ ...answer, id: message.id }));
        });
      }),
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
  assert.equal(await exchange.locator(".corrections").innerText(), "I read “shp” as “ship”.");
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
  assert.equal(await exchange.locator("summary").innerText(), "Source: 2 facts");
  await exchange.locator("summary").click();
  assert.deepEqual(await exchange.locator(".says").allInnerTexts(), ["One.", "Two."]);
  assert.deepEqual(await exchange.locator(".cite").allInnerTexts(), ["A guide, paragraph 3", "A guide"]);
  assert.deepEqual(await exchange.locator(".qualifiers").allInnerTexts(), ["when: 1800", "when: 1800"]);
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
