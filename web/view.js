// Builds what a person sees of a question and its answer. Everything that was asked or answered is put in as text,
// never as markup.

const LONGEST_FIGURE = 60; // characters; a longer value is no figure to be shown large

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function questionButton(text, onAsk) {
  const button = element("button", "question-button", text);
  button.type = "button";
  button.addEventListener("click", () => onAsk(text));
  return button;
}

// An exchange that waits for its answer.
export function exchange(question) {
  const heading = element("h2", "question", question);
  heading.dir = "auto";
  return element("article", "exchange waiting", heading, element("p", "dots", "Looking it up"));
}

// Puts the reply in place of the waiting.
export function showReply(article, reply, onAsk) {
  article.querySelector(".dots").remove();
  const kind = reply.type === "answer" ? reply.status : "error";
  article.className = `exchange ${kind}`;
  article.append(reply.type === "answer" ? answer(reply, onAsk) : failure(reply));
}

function answer(reply, onAsk) {
  const body = element(
    "div",
    "answer",
    label(reply.status),
    figure(reply),
    element("p", "words", withoutSources(reply)),
    corrections(reply.corrections),
    sources(reply.facts, reply.status),
    buttons("choices", "", reply.choices, onAsk),
    buttons("suggestions", reply.status === "answered" ? "Next, perhaps" : "What I can answer", reply.suggestions, onAsk),
  );
  body.lang = reply.language;
  return body;
}

function failure(reply) {
  return element("div", "answer", element("p", "label", "That did not work"), element("p", "words", sentence(reply.message)));
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1) + (text.endsWith(".") ? "" : ".");
}

function label(status) {
  const texts = { unknown: "Not in my facts", clarify: "Which one do you mean?" };
  return texts[status] ? element("p", "label", texts[status]) : null;
}

// The words name their sources in brackets, for those who see nothing else; here they stand below.
function withoutSources({ text, facts }) {
  for (const title of new Set(facts.map((fact) => fact.source_title || fact.source))) {
    for (const [open, close] of ["()", "（）"]) {
      const start = text.indexOf(open + title);
      const end = text.indexOf(close, start + 1 + title.length);
      if (start >= 0 && end >= 0) text = text.slice(0, start).trimEnd() + text.slice(end + 1);
    }
  }
  return text;
}

// One bare value, large, for whoever looks for nothing else.
function figure(reply) {
  const [value, ...others] = reply.values;
  if (reply.status !== "answered" || !value || others.length > 0) return null;
  const same = value.text.trim().toLowerCase() === reply.text.replace(/\.$/, "").trim().toLowerCase();
  return same || value.text.length > LONGEST_FIGURE ? null : element("p", "figure", value.text);
}

function corrections(mended) {
  if (mended.length === 0) return null;
  return element("p", "corrections", `I read ${mended.map(({ from, to }) => `“${from}” as “${to}”`).join(", ")}.`);
}

// Closed, it names the source; open, it says the facts themselves.
function sources(facts, status) {
  if (facts.length === 0) return null;
  const places = [...new Set(facts.map(place))];
  const several = facts.length > 1;
  const title = status === "unknown" ? "The nearest I know" : "Source";
  const summary = element("summary", "", several ? `${title}: ${facts.length} facts` : `${title}: ${places[0]}`);
  const list = element("ol", several ? "facts" : "facts single", ...facts.map((one) => fact(one, several)));
  return element("details", "sources", summary, list);
}

function place({ source, source_title: title, paragraph }) {
  return [title || source, paragraph ? `paragraph ${paragraph}` : ""].filter(Boolean).join(", ");
}

function fact(one, withPlace) {
  const qualifiers = one.qualifiers.map(({ name, text }) => `${name}: ${text}`).join(" · ");
  return element(
    "li",
    "",
    element("p", "says", one.says),
    qualifiers ? element("p", "qualifiers", qualifiers) : null,
    withPlace ? element("p", "cite", place(one)) : null,
  );
}

function buttons(className, title, texts, onAsk) {
  if (texts.length === 0) return null;
  const list = element("ul", "", ...texts.map((text) => element("li", "", questionButton(text, onAsk))));
  return element("div", className, title ? element("p", "label", title) : null, list);
}
