// Starts what the browser tests need: the docent program that is named on the command line, and Debian's Chromium.

import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
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

export function startBrowser() {
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
