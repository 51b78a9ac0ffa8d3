// Starts what the browser tests need: the docent program that is named on the command line, and Debian's Chromium.

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const [program, shots = "build/screenshots"] = process.argv.slice(2);
if (!program) throw new Error("usage: node NAME_test.mjs DOCENT [FOLDER FOR SCREENSHOTS]");
const home = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

export const ASKED = "how much did Shanghai AI raise in 2018";
export const OTHER_YEAR = "how much did Shanghai AI raise in 2017";
export const ABOUT = "Who is Muming Poo?";
export const FOLLOW_UP = "What does he direct?";

// Port 0: one that the system chooses. Gives the port, the address and how to stop.
export async function startServer(port = 0, ...flags) {
  const child = spawn(resolve(program), ["serve", "--port", String(port), ...flags], { cwd: home, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => child.once("exit", done));
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([new Promise((said) => lines.once("line", said)), ended]);
  const url = /at (http:\/\/127\.0\.0\.1:(\d+))$/.exec(first);
  if (!url) throw new Error(`the server said: ${first}`);
  return {
    url: url[1],
    port: Number(url[2]),
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}

function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

// What all tests of one file share; both end after the last of them.
export async function serverAndBrowser() {
  const server = await startServer();
  after(() => server.stop());
  const browser = await startBrowser();
  after(() => browser.close());
  return { server, browser };
}

// A page that keeps what it says in `page.said`: console messages and errors that no one caught.
export async function openPage(browser, url, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, ...options });
  page.setDefaultTimeout(10000);
  page.said = [];
  page.on("console", (message) => page.said.push(message.text()));
  page.on("pageerror", (error) => page.said.push(String(error)));
  await options.before?.(page);
  await page.goto(url);
  return page;
}

export async function ask(page, text) {
  await page.locator("#question").fill(text);
  await page.keyboard.press("Enter");
}

// The exchange that came last, once it is answered.
export async function lastExchange(page, count) {
  const exchange = page.locator(".exchange").nth(count - 1);
  await exchange.locator(".answer").waitFor();
  return exchange;
}

export async function screenshot(page, name) {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

// What axe-core objects to; the page has to be opened with bypassCSP.
export async function violations(page) {
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  const { violations: found } = await page.evaluate(() => window.axe.run(document));
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

// In the page: texts whose contrast with what is behind them is below WCAG's 4.5 (3 for large ones).
export function poorContrasts() {
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
