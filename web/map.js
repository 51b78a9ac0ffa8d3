// A thing and what facts link it to, as a drawing to walk through: each neighbour is a link to its own page.

import { drawn, fitted } from "./element.js";
import { say } from "./texts.js";

const MOST = 14; // neighbours that are drawn; the list beside it has all
const ROW = 48; // pixels
const CHARACTER = 7.4; // pixels of a narrow character at the size that is used here

export const entityAddress = (name) => `#/entity/${encodeURIComponent(name)}`;

export function mapOf(entity, links, width) {
  const room = Math.max(width, 260);
  const drawnLinks = links.slice(0, MOST);
  const height = drawnLinks.length * ROW + 8;
  const middle = height / 2;
  const left = room * 0.36;
  const right = room * 0.46;
  const svg = drawn("svg", { viewBox: `0 0 ${room} ${height}`, role: "group", "aria-label": say("map") });
  drawnLinks.forEach(({ name, title, relation, outward }, index) => {
    const y = index * ROW + ROW / 2 + 4;
    const bend = (left + right) / 2;
    const path = `M${left} ${middle}C${bend} ${middle} ${bend} ${y} ${right} ${y}`;
    const node = drawn("a", { href: entityAddress(name), "aria-label": `${relation}: ${title}` });
    node.append(
      drawn("circle", { cx: right + 6, cy: y, r: 5, class: outward ? "out" : "in" }),
      drawn("text", { x: right + 18, y: y - 4, class: "relation" }, fitted(relation, room - right - 18, CHARACTER)),
      drawn("text", { x: right + 18, y: y + 14 }, fitted(title, room - right - 18, CHARACTER)),
    );
    svg.append(drawn("path", { d: path }), node);
  });
  svg.append(
    drawn("circle", { cx: left, cy: middle, r: 7, class: "centre" }),
    drawn("text", { x: left - 14, y: middle + 5, "text-anchor": "end", class: "centre" }, fitted(entity.title, left - 16, CHARACTER)),
  );
  return svg;
}
