// The page: a conversation, and the line on which the next question is written.

import { Asker } from "./asker.js";
import { exchange, element, questionButton, showReply } from "./view.js";

const conversation = document.getElementById("conversation");
const welcome = document.getElementById("welcome");
const form = document.getElementById("ask");
const input = document.getElementById("question");
const line = document.getElementById("line");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

const asked = []; // for the arrow key
let lineState = "connecting";
let everOpen = false;
let asker = null; // not yet there when the connection says its first state

asker = new Asker(`${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}/ws`, {
  onState: showState,
  onReply: (article, reply) => {
    showReply(article, reply, ask);
    if (reply.code === "too_long" && input.value === "") input.value = article.querySelector(".question").textContent;
    bringIntoSight(article);
  },
});

function ask(text) {
  const question = text.trim();
  if (question === "") return;
  const article = exchange(question);
  welcome.hidden = true;
  conversation.append(article);
  asked.push(question);
  asker.ask(question, article);
  bringIntoSight(article);
  showState(lineState);
  input.focus();
}

function bringIntoSight(article) {
  article.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
}

function showState(state) {
  lineState = state;
  if (state === "open") {
    line.textContent = "";
    if (!everOpen) loadAbout();
    everOpen = true;
    return;
  }
  const held = asker?.pending > 0 ? " Your question is kept, and is asked as soon as the line is back." : "";
  line.textContent = (everOpen || state === "waiting" ? "Reconnecting…" : "Connecting…") + held;
}

async function loadAbout() {
  const response = await fetch("api/about");
  if (!response.ok) return;
  const about = await response.json();
  const titles = about.sources.map(({ title, id }) => title || id);
  document.getElementById("collection").replaceChildren(
    titles.length > 0 && titles.length < 4 ? element("cite", "", titles.join("; ")) : `${titles.length} sources`,
    element("span", "count", `${about.facts.toLocaleString("en")} facts`),
  );
  const examples = document.getElementById("examples");
  examples.querySelector("ul").replaceChildren(...about.examples.map((text) => element("li", "", questionButton(text, ask))));
  examples.hidden = about.examples.length === 0;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(input.value);
  input.value = "";
});

input.addEventListener("keydown", (event) => {
  if (event.isComposing) return; // an input method is still choosing characters
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.key === "ArrowUp" && input.value === "" && asked.length > 0) {
    event.preventDefault();
    input.value = asked.at(-1);
  }
});

input.focus();
