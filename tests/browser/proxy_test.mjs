// The page as a folder of another site: behind a proxy that takes the folder's name off before it asks docent.

import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { after, test } from "node:test";
import { ABOUT, ASKED, FOLLOW_UP, ask, lastExchange, openPage, serverAndBrowser, startServer } from "./harness.mjs";

const FOLDER = "/about/docent";

const { server, browser } = await serverAndBrowser();
const elsewhere = []; // what was asked for outside of the folder
let behind = server;

// When the test ends, server and browser go one before the other: who is left finds a connection reset.
const ignored = () => {};
const passedOn = ({ url, method, headers }) =>
  request({ port: behind.port, path: url.slice(FOLDER.length), method, headers }).on("error", ignored);
const site = createServer((asked, reply) => {
  if (!asked.url.startsWith(`${FOLDER}/`)) {
    elsewhere.push(asked.url);
    const here = `<!doctype html><title>x</title><link rel="icon" href="data:,"><body><script src="${FOLDER}/embed.js"></script>`;
    return reply.writeHead(200, { "Content-Type": "text/html" }).end(here);
  }
  asked.pipe(
    passedOn(asked).on("response", (answer) => {
      answer.on("error", ignored);
      reply.writeHead(answer.statusCode, answer.headers);
      answer.pipe(reply);
    }),
  );
});
site.on("upgrade", (asked, socket) => {
  socket.on("error", ignored);
  if (!asked.url.startsWith(`${FOLDER}/`)) {
    elsewhere.push(asked.url);
    return socket.destroy();
  }
  passedOn(asked)
    .on("upgrade", ({ rawHeaders }, inner) => {
      const lines = rawHeaders.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`));
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join("")}\r\n`);
      socket.pipe(inner).pipe(socket);
      inner.on("error", ignored);
    })
    .end();
});
await new Promise((done) => site.listen(0, "127.0.0.1", done));
after(() => {
  site.close();
  site.closeAllConnections();
});
const origin = `http://127.0.0.1:${site.address().port}`;

test("the page asks, explains, browses and shows the documents inside the folder", async () => {
  const page = await openPage(browser, `${origin}${FOLDER}/`);
  await ask(page, ABOUT);
  await lastExchange(page, 1);
  await ask(page, FOLLOW_UP); // over the WebSocket, which remembers
  const exchange = await lastExchange(page, 2);
  assert.match(await exchange.locator(".words").innerText(), /Neuroscience/);
  await exchange.locator(".reading summary").click();
  await exchange.locator("mark").first().waitFor();
  await page.locator("#to-browse").click();
  await page.locator(".things li a").first().click();
  await page.locator("#browse-view .facts li").first().waitFor();
  await page.locator("#to-documents").click();
  await page.locator("main h1", { hasText: "Documents" }).waitFor();
  await page.locator("main a", { hasText: "Add a fact" }).click();
  assert.equal(page.url(), `${origin}${FOLDER}/docs/add-a-fact`);
  await page.locator(".bar a", { hasText: "Ask" }).click();
  await page.locator("#question").waitFor();
  assert.equal(page.url(), `${origin}${FOLDER}/`);
  await page.goto(`${origin}${FOLDER}/docs`);
  assert.equal(page.url(), `${origin}${FOLDER}/docs/`);
  assert.deepEqual(page.said, []);
  assert.deepEqual(elsewhere, []);
  await page.close();
});

test("a page of the same site shows the chat with one line, if the server allows it", async () => {
  behind = await startServer(0, "--allow-origin", origin);
  const page = await openPage(browser, `${origin}/`);
  const frame = page.frameLocator("iframe");
  await frame.locator("#question").fill(ASKED);
  await frame.locator("#question").press("Enter");
  await frame.locator(".exchange.answered").waitFor();
  assert.deepEqual(page.said, []);
  assert.deepEqual(elsewhere, ["/"]);
  await page.close();
  await behind.stop();
});
