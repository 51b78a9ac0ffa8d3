// Where people would rather look than read: figures as bars, dates as a line, a description as a card. Each is beside
// a table, or is a list, for those who do not see it.

import { drawn, element, fitted, widthOf } from "./element.js";
import { bounded, isReadableIn, roleName, say } from "./texts.js";

const MOST = 12; // more bars than this are no picture
const ROW = 46; // pixels
const STACKED = 66; // the same where the value has a line of its own
const CHARACTER = 7.4; // pixels of a narrow character at the size that is used here
const BOLD = 9.3; // the same of a bold one

// A picture of the facts, `width` pixels wide, or null if there is nothing to see. `language` is that of the answer.
export function pictureOf(facts, width, language) {
  return card(facts, language) ?? bars(facts, width, language) ?? timeline(facts, width);
}

const attributeOf = (fact) => fact.attribute_title ?? fact.attribute;

// Figures of one unit; bare numbers, of one attribute. A fact's other figures ("from 14") stand with their role.
function bars(facts, width, language) {
  const groups = new Map();
  for (const fact of facts) {
    for (const figure of fact.figures) {
      if (figure.number === undefined || figure.date !== undefined) continue;
      const measure = figure.unit ?? `of ${fact.attribute}`;
      const group = groups.get(measure) ?? [];
      group.push({ fact, figure });
      groups.set(measure, group);
    }
  }
  const [most] = [...groups.values()].sort((one, other) => other.length - one.length);
  if (!most || most.length < 2 || most.length > MOST) return null;
  const distinct = new Set(most.map(({ figure }) => figure.number));
  const largest = Math.max(...distinct);
  if (distinct.size < 2 || Math.min(...distinct) < 0 || largest <= 0) return null;
  const rows = most.map(({ fact, figure }) => ({ label: labelOf(fact, figure, most), text: bounded(figure, language), number: figure.number }));
  const room = Math.max(width, 240);
  // A value is never cut; where it does not fit beside its label it stands below, in all rows alike.
  const isStacked = rows.some(({ label, text }) => widthOf(label, CHARACTER) + widthOf(text, BOLD) + 12 > room);
  const height = isStacked ? STACKED : ROW;
  const svg = drawn("svg", { viewBox: `0 0 ${room} ${rows.length * height}`, class: "bars", "aria-hidden": "true" });
  rows.forEach((row, index) => {
    const top = index * height;
    const place = isStacked ? { x: 0, y: top + 34 } : { x: room, y: top + 14, "text-anchor": "end" };
    svg.append(
      drawn("text", { x: 0, y: top + 14 }, fitted(row.label, room, CHARACTER)),
      drawn("text", { ...place, class: "value" }, fitted(row.text, room, BOLD)),
      drawn("rect", { x: 0, y: top + height - 24, width: Math.max((room * row.number) / largest, 2).toFixed(1), height: 12, rx: 2 }),
    );
  });
  return element("figure", "drawing", svg, table(say("chart"), say("amount"), rows));
}

// What tells the bars apart: the thing, or else what is said of it.
function labelOf(fact, figure, group) {
  const several = new Set(group.map((one) => one.fact.entity)).size > 1;
  const role = figure.role === "value" ? "" : ` (${figure.role === "from" ? say("before") : roleName(figure.role)})`;
  const sameThing = group.filter((one) => one.fact.entity === fact.entity).length > 1;
  return (several ? (sameThing ? `${fact.entity}${say("comma")}${attributeOf(fact)}` : fact.entity) : attributeOf(fact)) + role;
}

function timeline(facts, width) {
  const rows = [];
  for (const fact of facts) {
    const figure = fact.figures.find(({ date }) => /^\d/.test(date ?? ""));
    if (figure) rows.push({ label: fact.entity, text: figure.text, at: figure.date });
  }
  if (rows.length < 2 || rows.length > MOST || new Set(rows.map(({ at }) => at)).size < 2) return null;
  rows.sort((one, other) => one.at.localeCompare(other.at));
  const room = Math.max(width, 240);
  const svg = drawn("svg", { viewBox: `0 0 ${room} ${rows.length * ROW}`, class: "timeline", "aria-hidden": "true" });
  svg.append(drawn("path", { d: `M7 12V${(rows.length - 1) * ROW + 12}` }));
  rows.forEach((row, index) => {
    const top = index * ROW;
    svg.append(
      drawn("circle", { cx: 7, cy: top + 12, r: 5 }),
      drawn("text", { x: 24, y: top + 17, class: "value" }, fitted(row.text, room - 24, CHARACTER)),
      drawn("text", { x: 24, y: top + 35 }, fitted(row.label, room - 24, CHARACTER)),
    );
  });
  return element("figure", "drawing", svg, table(say("timeline"), say("date"), rows));
}

function table(caption, column, rows) {
  const made = element("table", "unseen", element("caption", "", caption));
  const heads = [say("what"), column].map((text) => {
    const head = element("th", "", text);
    head.scope = "col";
    return head;
  });
  made.append(element("thead", "", element("tr", "", ...heads)));
  made.append(element("tbody", "", ...rows.map(({ label, text }) => element("tr", "", element("td", "", label), element("td", "", text)))));
  return made;
}

// A description: several things that are said of one thing.
function card(facts, language) {
  const names = new Set(facts.map(({ entity }) => entity));
  const told = facts.filter(({ value }) => value && isReadableIn(language, value));
  if (facts.length < 3 || names.size > 1 || told.length < 2 || new Set(told.map(({ attribute }) => attribute)).size < 2) return null;
  const rows = told.flatMap((fact) => [element("dt", "", attributeOf(fact)), element("dd", "", fact.value)]);
  return element("div", "card", element("p", "card-title", facts[0].entity), element("dl", "", ...rows));
}
