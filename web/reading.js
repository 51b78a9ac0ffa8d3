// "How I read this": the steps from question to answer, asked for only when somebody looks. The server's steps are
// written for people and may change; what is not understood of them is shown as it stands.

import { element, getJson } from "./element.js";
import { say } from "./texts.js";

// history: the turns before; asWritten: how the question was asked.
export function readingOf(question, { history, asWritten }) {
  const body = element("div", "steps", element("p", "", say("loading")));
  const made = element("details", "reading", element("summary", "", say("reading")), body);
  made.addEventListener("toggle", () => load(body, { text: question, history, as_written: asWritten }), { once: true });
  return made;
}

async function load(body, asked) {
  try {
    const response = await fetch("api/ask", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ type: "ask", ...asked, explain: true }),
    });
    const { language, steps } = await response.json();
    body.replaceChildren(...(await shown(asked.text, language, steps ?? [])));
  } catch {
    body.replaceChildren(element("p", "", say("reading_failed")));
  }
}

async function shown(question, language, steps) {
  const details = (name) => steps.filter((step) => step.name === name).map(({ detail }) => detail);
  const made = [];
  const add = (title, ...children) => made.push(element("h3", "label", say(title)), ...children);
  const marks = details("content").flatMap(marksOf);
  if (marks.length > 0) add("reading_marks", marked(question, marks));
  for (const form of details("form")) add("reading_form", element("p", "", form));
  const queries = details("query");
  if (queries.length > 0) add("reading_query", ...queries.map((query) => element("p", "", query)));
  const facts = details("facts").flatMap((detail) => detail.split("; ")).filter(Boolean);
  if (facts.length > 0) add("reading_facts", element("ol", "", ...(await weighed(facts, language))));
  return made.length > 0 ? made : [element("p", "", say("reading_alone"))];
}

// "[aurora! 0.45] [crew 0.27]": words, "!" for a name, and how much each counts.
function marksOf(detail) {
  return [...detail.matchAll(/\[([^\]]+?)(!?)'?\s+([\d.]+)\]/g)].map(([, text, name, weight]) => ({
    text: text.replace(/[!']+$/, ""),
    isName: name === "!" || text.endsWith("!"),
    weight: Number(weight),
  }));
}

// The question with what counted in it set off; names more than words.
function marked(question, marks) {
  const made = element("p", "marked");
  made.dir = "auto";
  const spans = [];
  for (const mark of marks) {
    const pattern = mark.text.split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("[\\s\\S]{0,3}?");
    const found = new RegExp(pattern, "i").exec(question);
    if (found) spans.push({ begin: found.index, end: found.index + found[0].length, isName: mark.isName });
  }
  spans.sort((one, other) => one.begin - other.begin);
  let at = 0;
  for (const { begin, end, isName } of spans) {
    if (begin < at) continue;
    made.append(question.slice(at, begin), element("mark", isName ? "name" : "", question.slice(begin, end)));
    at = end;
  }
  made.append(question.slice(at));
  return made;
}

// "ships.facts:18 score 123, covers 100 %, ...": what the fact of this id says, and how much of the question it covers.
async function weighed(details, language) {
  const facts = details.map((detail) => /^(.+?) score .*?covers (\d+) %/.exec(detail) ?? [detail, detail, ""]);
  const query = facts.map(([, id]) => `fact=${encodeURIComponent(id)}`).join("&");
  const known = (await getJson(`api/browse?lang=${language}&${query}`)).facts;
  return facts.map(([, id, covered]) => {
    const says = known.find((fact) => fact.id === id)?.says || id;
    return element("li", "", `${says} `, covered ? element("span", "covered", say("score", { n: covered })) : null);
  });
}
