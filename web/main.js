// The page: a conversation, the line on which the next question is written, and the way to what there is to browse.

import { Asker } from "./asker.js";
import { Browser } from "./browse.js";
import { Completion } from "./completion.js";
import { element, getJson } from "./element.js";
import { History } from "./history.js";
import { saveAsJson, saveAsText } from "./saving.js";
import { factCount, keepLanguage, language, preferredLanguage, say, setLanguage } from "./texts.js";
import { addSuggestions, exchange, questionButton, showDelay, showReply, wordsOf } from "./view.js";

const LONGEST = 2000; // characters of a question, as the server takes them
const EXAMPLES = 4;
const NEXT = 3; // questions that are offered after an answer

const byId = (id) => document.getElementById(id);
const conversation = byId("conversation");
const form = byId("ask");
const input = byId("question");
const line = byId("line");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

const history = new History();
const exchanges = []; // {question, reply}, as far as answered
let lineState = "connecting";
let everOpen = false;
let asker = null; // not yet there when the connection says its first state
let examples = []; // questions worth asking, of whatever is known

setLanguage(preferredLanguage());
if (new URLSearchParams(location.search).has("embed")) document.body.classList.add("embedded");

const browser = new Browser(byId("browse-view"), {
  onAskAbout: (name) => {
    location.hash = "#/";
    input.value = `${name} `;
    input.focus();
  },
});

const completion = new Completion(input, byId("completions"), (text, isQuestion) => {
  if (!isQuestion) return;
  input.value = "";
  ask(text);
});

// As seen from the page, which may be a folder of another site.
const socket = new URL("ws", location.href);
socket.protocol = socket.protocol.replace("http", "ws");
asker = new Asker(socket.href, {
  onState: showState,
  onReply: showAnswer,
  onDelay: showDelay,
  onMore: showMore,
});

function ask(text, asWritten = false) {
  const question = text.trim();
  if (question === "") return;
  if (location.hash.length > 2) location.hash = "#/";
  const article = exchange(question);
  article.asWritten = asWritten;
  byId("welcome").hidden = true;
  conversation.append(article);
  history.add(question);
  asker.ask(question, article, asWritten);
  bringIntoSight(article);
  showState(lineState);
  input.focus();
}

function showAnswer(article, reply) {
  const question = article.querySelector(".question").textContent;
  showReply(article, reply, {
    onAsk: ask,
    onAskAsWritten: (asked) => ask(asked, true),
    onChange: change,
    onHelpful: (asked, yes, told) => {
      asker.rate(asked, yes);
      told();
    },
    history: exchanges.map((one) => one.question),
    asWritten: article.asWritten,
    examples,
  });
  if (reply.status === "answered" && reply.facts.length > 0 && reply.suggestions.length === 0) asker.more(article, NEXT + exchanges.length);
  if (reply.type === "answer") exchanges.push({ question, reply });
  byId("save").hidden = exchanges.length === 0;
  byId("announcement").textContent = wordsOf(reply);
  if (reply.code === "too_long" && input.value === "") input.value = question;
  bringIntoSight(article);
}

// What was asked before is not offered.
function showMore(article, questions) {
  const asked = new Set(exchanges.map(({ question }) => question));
  addSuggestions(article, questions.filter((text) => !asked.has(text)).slice(0, NEXT), ask);
  bringIntoSight(article);
}

// Gives a question back for changing, with the word that was misread chosen.
function change(question, word) {
  input.value = question;
  input.focus();
  const at = question.toLowerCase().indexOf(word.toLowerCase());
  if (at >= 0) input.setSelectionRange(at, at + word.length);
}

function bringIntoSight(article) {
  article.scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
}

function showState(state) {
  lineState = state;
  byId("retry").hidden = state !== "gone";
  document.body.classList.toggle("apart", state !== "open");
  const isFirst = state === "open" && !everOpen;
  everOpen = everOpen || state === "open";
  showLine();
  if (isFirst) begin();
  if (asker?.pending > 0) bringIntoSight(conversation.lastElementChild); // the line has grown, perhaps over it
}

// A question that is too long is not sent, and not cut either.
function showLine() {
  const over = [...input.value].length - LONGEST;
  form.querySelector("[type=submit]").disabled = over > 0;
  input.toggleAttribute("aria-invalid", over > 0);
  line.textContent = over > 0 ? say("too_long", { n: over }) : wordsOfState();
}

function wordsOfState() {
  if (lineState === "open") return "";
  const told = lineState === "gone" ? "gone" : everOpen || lineState === "waiting" ? "reconnecting" : "connecting";
  return say(told) + (asker?.pending > 0 ? ` ${say("kept")}` : "");
}

// What is pinned to the lower edge covers nothing that is brought into sight.
new ResizeObserver(([{ target }]) => {
  document.documentElement.style.scrollPaddingBottom = `${target.offsetHeight + 8}px`;
}).observe(document.querySelector(".desk"));

// What there is to know, and, if the address asks a question, that one.
function begin() {
  loadOverview();
  const question = new URLSearchParams(location.search).get("q");
  if (question) ask(question);
}

async function loadOverview() {
  let overview;
  try {
    overview = await getJson(`api/browse?lang=${language()}`);
  } catch {
    return; // the questions can be asked without
  }
  const titles = overview.sources.map(({ title, id }) => title || id);
  byId("collection").replaceChildren(
    titles.length > 0 && titles.length < 4 ? element("cite", "", titles.join("; ")) : say("sources_count", { n: titles.length }),
    " ",
    element("span", "count", factCount(overview.facts)),
  );
  const shown = overview.examples.slice(0, EXAMPLES);
  examples = shown.map(({ question }) => question);
  byId("examples").querySelector("ul").replaceChildren(
    ...shown.map(({ kind, question }) =>
      element("li", "", element("span", "kind", say(`kind_${kind}`)), questionButton(question, ask)),
    ),
  );
  byId("examples").hidden = shown.length === 0;
  byId("to-documents").hidden = !overview.documents; // a server may have been built without them
  if (overview.documents) byId("to-documents").href = overview.documents;
}

// "#/" asks; everything else is for browsing.
function showPlace() {
  const place = decodeURIComponent(location.hash.slice(2));
  const browses = place !== "";
  byId("ask-view").hidden = browses;
  byId("browse-view").hidden = !browses;
  byId(browses ? "to-browse" : "to-ask").setAttribute("aria-current", "page");
  byId(browses ? "to-ask" : "to-browse").removeAttribute("aria-current");
  if (browses) browser.show(place);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (form.querySelector("[type=submit]").disabled) return;
  completion.close();
  ask(input.value);
  input.value = "";
});

input.addEventListener("input", () => {
  history.leave();
  showLine();
});

input.addEventListener("keydown", (event) => {
  if (event.isComposing) return; // an input method is still choosing characters
  if (completion.takesKey(event)) return event.preventDefault();
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  const text = history.walk(event.key === "ArrowUp" ? -1 : 1, input.value);
  if (text === null) return;
  event.preventDefault();
  input.value = text;
  completion.close();
  showLine();
});

byId("retry").addEventListener("click", () => asker.connection.retryNow());
byId("save-text").addEventListener("click", () => saveAsText(exchanges));
byId("save-json").addEventListener("click", () => saveAsJson(exchanges));
byId("language").addEventListener("click", () => {
  setLanguage(language() === "en" ? "zh" : "en");
  keepLanguage();
  showLanguage();
  if (everOpen) loadOverview();
  showState(lineState);
  showPlace();
});

function showLanguage() {
  byId("language").textContent = say("other_language");
  byId("language").lang = language() === "en" ? "zh" : "en";
}

window.addEventListener("hashchange", showPlace);
showLanguage();
showPlace();
if (!document.body.classList.contains("embedded")) input.focus(); // else the focus is the other page's
