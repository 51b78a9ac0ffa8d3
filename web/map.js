// A thing and what facts link it to, as a drawing to walk through: each neighbour is a link to its own page.

import { drawn, fitted } from "./element.js";
import { say } from "./texts.js";

const MOST = 14; // neighbours that are drawn; the list beside it has all
const ROW = 48; // pixels
const NARROW = 520; // pixels; below, the thing stands above its neighbours and not beside them
const CHARACTER = 7.4; // pixels of a narrow character at the size that is used here
const BOLD = 9.3; // the same of a bold one

export const entityAddress = (name) => `#/entity/${encodeURIComponent(name)}`;

// links: {name, title, told, outward}; told says how the one stands to the other.
export function mapOf(entity, links, width) {
  const room = Math.max(width, 260);
  const shape = room < NARROW ? tree(links.length, room) : fan(links.length, room);
  const svg = drawn("svg", { viewBox: `0 0 ${room} ${shape.height}`, role: "group", "aria-label": say("map") });
  links.slice(0, MOST).forEach(({ name, title, told, outward }, index) => {
    const { x, y, path } = shape.neighbour(index);
    const node = drawn("a", { href: entityAddress(name) });
    node.append(
      drawn("title", {}, `${told}: ${title}`), // whole, where the drawn words are cut
      drawn("circle", { cx: x, cy: y, r: 5, class: outward ? "out" : "in" }),
      drawn("text", { x: x + 12, y: y - 4, class: "relation" }, fitted(told, room - x - 12, CHARACTER)),
      drawn("text", { x: x + 12, y: y + 14 }, fitted(title, room - x - 12, CHARACTER)),
    );
    svg.append(drawn("path", { d: path }), node);
  });
  const { x, y, text } = shape.centre;
  svg.append(drawn("circle", { cx: x, cy: y, r: 7, class: "centre" }));
  svg.append(drawn("text", { y: y + 5, class: "centre", ...text.attributes }, fitted(entity.title, text.width, BOLD)));
  return svg;
}

// The thing to the left, its neighbours in a row to the right.
function fan(count, room) {
  const height = Math.min(count, MOST) * ROW + 8;
  const [left, right] = [room * 0.36, room * 0.46];
  const bend = (left + right) / 2;
  return {
    height,
    centre: { x: left, y: height / 2, text: { width: left - 16, attributes: { x: left - 14, "text-anchor": "end" } } },
    neighbour(index) {
      const y = index * ROW + ROW / 2 + 4;
      return { x: right + 6, y, path: `M${left} ${height / 2}C${bend} ${height / 2} ${bend} ${y} ${right} ${y}` };
    },
  };
}

// The thing above, its neighbours below along a trunk.
function tree(count, room) {
  const [trunk, branch] = [8, 34];
  return {
    height: (Math.min(count, MOST) + 1) * ROW,
    centre: { x: trunk, y: 16, text: { width: room - trunk - 16, attributes: { x: trunk + 16 } } },
    neighbour(index) {
      const y = (index + 1) * ROW + 12;
      return { x: branch + 6, y, path: `M${trunk} 16V${y - 12}Q${trunk} ${y} ${trunk + 12} ${y}H${branch}` };
    },
  };
}
