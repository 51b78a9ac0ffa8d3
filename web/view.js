// What a person sees of a question and its answer.

import { button, element, getJson, link } from "./element.js";
import { isReadableIn, language, roleName, say } from "./texts.js";
import { pictureOf } from "./picture.js";
import { readingOf } from "./reading.js";

const MANY_FACTS = 3; // from so many on their sentences are set apart
const LONGEST_FIGURE = 60; // characters; a longer value is no figure to be shown large

// Authors write questions as they are typed; shown, they begin as sentences do, unless a name like "eBay" begins them.
export function questionButton(text, onAsk) {
  const shown = /^[a-z]+(?![\w-])/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
  const made = button("question-button", shown, () => onAsk(text));
  made.dir = "auto";
  return made;
}

// An exchange that waits for its answer.
export function exchange(question) {
  const heading = element("h2", "question", question);
  heading.dir = "auto";
  return element("article", "exchange waiting", heading, element("p", "dots", say("looking")));
}

export function showDelay(article, milliseconds) {
  article.querySelector(".dots").textContent = say("busy", { n: Math.ceil(milliseconds / 1000) });
}

// Puts the reply in place of the waiting. `acts`: onAsk(text), onAskAsWritten(question), onChange(question, word),
// onHelpful(question, yes, told); history, the turns before this one, and asWritten, how it was asked; examples, questions
// to offer where the reply offers none.
export function showReply(article, reply, acts) {
  article.querySelector(".dots").remove();
  const kind = reply.type === "answer" ? reply.status : "error";
  article.className = `exchange ${kind}`;
  const question = article.querySelector(".question").textContent;
  article.append(reply.type === "answer" ? answer(question, reply, acts) : failure(reply));
}

// The answer as it is said aloud and copied.
export function wordsOf(reply) {
  return reply.type === "answer" ? reply.text : sentence(reply.message);
}

function answer(question, reply, acts) {
  const large = figureOf(reply);
  const body = element(
    "div",
    "answer",
    label(reply.status),
    large === "" ? null : element("p", "figure", large),
    words(reply, large),
    corrections(question, reply.corrections, acts),
    picture(reply),
    sources(reply.facts, reply.status),
    readingOf(question, acts),
    buttons("choices", "", reply.choices, acts.onAsk),
    suggestions(reply, acts),
    tools(question, reply, acts),
  );
  body.lang = reply.language;
  return body;
}

// What may be asked next. Where nothing is near, at least what this docent can be asked at all.
function suggestions(reply, { onAsk, examples }) {
  const isUnknown = reply.status === "unknown";
  const isAlone = reply.suggestions.length === 0 && reply.facts.length === 0 && reply.choices.length === 0;
  const texts = isAlone ? examples : reply.suggestions;
  return buttons("suggestions", say(isUnknown || isAlone ? "can_answer" : "next"), texts, onAsk);
}

// Questions that came after the answer; not where something stands already.
export function addSuggestions(article, texts, onAsk) {
  if (article.querySelector(".suggestions, .choices")) return;
  const made = buttons("suggestions", say("next"), texts, onAsk);
  if (made) article.querySelector(".tools").before(made);
}

// A value that stands large above the words does not begin them as well.
function withoutValue(text, value) {
  if (value === "" || text.slice(0, value.length).toLowerCase() !== value.toLowerCase()) return text;
  const end = /^(\.\s+|。\s*)(?=\S)/.exec(text.slice(value.length));
  return end ? text.slice(value.length + end[0].length) : text;
}

function words(reply, large) {
  const text = withoutValue(withoutSources(reply), large);
  const made = reply.facts.length < MANY_FACTS ? element("p", "words", text) : element("p", "words many", ...sentences(text, reply.facts));
  made.dir = "auto";
  return made;
}

// What many facts say, each from a line of its own, after what is said before them.
function sentences(text, facts) {
  const starts = facts.map(({ says }) => (says ? text.indexOf(says) : -1)).filter((start) => start > 0);
  const places = [0, ...starts.sort((one, other) => one - other), text.length];
  return places.slice(1).map((end, index) => element("span", "", text.slice(places[index], end).trim()));
}

function failure(reply) {
  return element("div", "answer", element("p", "label", say("failed")), element("p", "words", sentence(reply.message)));
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith(".") ? "" : ".");
}

function label(status) {
  return status === "answered" ? null : element("p", "label", say(status));
}

// The words name their sources in brackets, for those who see nothing else; here they stand below.
function withoutSources({ text, facts }) {
  for (const title of new Set(facts.map((fact) => fact.source_title || fact.source))) {
    for (const [open, close] of ["()", "（）"]) {
      // Several questions in one message are answered with their sources each.
      for (let start = text.indexOf(open + title); start >= 0; start = text.indexOf(open + title, start)) {
        const end = text.indexOf(close, start + 1 + title.length);
        if (end < 0) break;
        text = text.slice(0, start).trimEnd() + text.slice(end + 1);
      }
    }
  }
  return text;
}

// One bare value, large, for whoever looks for nothing else; "" if there is none to show.
function figureOf(reply) {
  const [value, ...others] = reply.values;
  if (reply.status !== "answered" || !value || others.length > 0) return "";
  const text = reply.language === "zh" ? chineseFigure(value, reply.text) : value.text;
  const same = text.trim().toLowerCase() === reply.text.replace(/[.。]$/, "").trim().toLowerCase();
  return same || text.length > LONGEST_FIGURE ? "" : text;
}

// Values are worded as the facts have them, in English. A Chinese answer shows the words of its own sentence, and shows
// none rather than lose a bound.
function chineseFigure(value, sentence) {
  if (!/[a-z]/i.test(value.text)) return value.text;
  if (value.number === undefined) return "";
  const number = new Intl.NumberFormat("zh", { notation: "compact", maximumFractionDigits: 3 }).format(value.number);
  const bound = "(超过|大约|将近|至少|至多|不到|不足|逾|近|约)";
  const found = new RegExp(`${bound}?(?<![\\d.])${number}(多|余)?(?![\\d.万亿])\\p{Script=Han}?`, "u").exec(sentence);
  return found && Boolean(value.bound) === Boolean(found[1] || found[2]) ? found[0] : "";
}

function corrections(question, mended, { onAskAsWritten, onChange }) {
  if (mended.length === 0) return null;
  const pairs = mended.map((one) => say("read_pair", one)).join(", ");
  const asWritten = button("plain", say("as_written"), () => onAskAsWritten(question));
  const change = button("plain", say("change"), () => onChange(question, mended[0].from));
  return element("p", "corrections", element("span", "", say("read_as", { pairs })), " ", asWritten, " ", change);
}

// Drawn when the facts' figures have come; nothing is missing from the answer without it.
function picture(reply) {
  if (reply.status !== "answered" || reply.facts.length === 0) return null;
  const place = element("div", "picture");
  const ids = reply.facts.map(({ id }) => `fact=${encodeURIComponent(id ?? "")}`).join("&");
  getJson(`api/browse?lang=${reply.language}&${ids}`)
    .then(({ facts }) => {
      const made = pictureOf(facts, place.clientWidth, reply.language);
      if (made) place.append(made);
      else place.remove();
    })
    .catch(() => place.remove());
  return place;
}

// Closed, it names the source; open, it says the facts themselves.
function sources(facts, status) {
  if (facts.length === 0) return null;
  const several = facts.length > 1;
  const title = say(status === "unknown" ? "nearest" : "source");
  const source = commonSource(facts);
  const told = !several
    ? say("one_source", { title, place: place(facts[0]) })
    : say(source ? "source_of" : "sources_of", { title, source, n: facts.length });
  const list = element("ol", several ? "facts" : "facts single", ...facts.map((one) => fact(one, several, source)));
  return element("details", "sources", element("summary", "", told), list);
}

const titleOf = ({ source, source_title: title }) => title || source || "";

// The title of the source that all facts come from, which need not stand beside each; "" if they come from several.
export function commonSource(facts) {
  return new Set(facts.map(titleOf)).size === 1 ? titleOf(facts[0]) : "";
}

// Where a fact stands in its source, or in `known`, the source that is named already.
export function place(fact, known = "") {
  const title = titleOf(fact) === known ? "" : titleOf(fact);
  return [title, fact.paragraph ? say("paragraph", { n: fact.paragraph }) : ""].filter(Boolean).join(say("comma"));
}

// Beside a Chinese sentence, which says it whole, qualifiers that have English words only are left out.
export function qualifiersOf({ qualifiers, says }) {
  const language = /\p{Script=Han}/u.test(says) ? "zh" : "en";
  const texts = qualifiers.filter(({ text }) => isReadableIn(language, text)).map(({ name, text }) => say("qualifier", { name: roleName(name), text })).join(" · ");
  return texts ? element("p", "qualifiers", texts) : null;
}

function fact(one, withPlace, source) {
  const says = element("p", "says", one.says);
  says.dir = "auto";
  const where = withPlace ? place(one, source) : "";
  const more = one.id ? link("to-fact", say("more_about"), `#/fact/${encodeURIComponent(one.id)}`) : null;
  more?.setAttribute("aria-label", say("more_about_name", { name: one.entity }));
  const cite = where || more ? element("p", "cite", where ? element("span", "", where) : null, more) : null;
  return element("li", "", says, qualifiersOf(one), cite);
}

function buttons(className, title, texts, onAsk) {
  if (texts.length === 0) return null;
  const list = element("ul", "", ...texts.map((text) => element("li", "", questionButton(text, onAsk))));
  return element("div", className, title ? element("p", "label", title) : null, list);
}

export function linkTo(question) {
  return `${location.origin}${location.pathname}?q=${encodeURIComponent(question)}`;
}

// What may be done with an answer. Each button says on itself that it was done.
function tools(question, reply, { onHelpful }) {
  const copy = (text, done) => async (made) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      window.prompt("", text); // where the clipboard is out of bounds, the text can still be taken from here
    }
    made.textContent = say(done);
  };
  const row = element(
    "div",
    "tools",
    button("plain", say("copy"), copy(`${question}\n${reply.text}`, "copied")),
    button("plain", say("link"), copy(linkTo(question), "link_copied")),
  );
  const rating = element("span", "rating");
  const rate = (yes) => () => onHelpful(question, yes, () => rating.replaceChildren(element("span", "", say("thanks"))));
  rating.append(button("plain", say("helpful"), rate(true)), button("plain", say("not_helpful"), rate(false)));
  rating.lang = language();
  row.lang = language();
  row.append(rating);
  return row;
}
