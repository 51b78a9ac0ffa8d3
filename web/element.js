// Makes nodes. Everything that was asked or answered is put in as text, never as markup.

export function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function button(className, text, onClick) {
  const made = element("button", className, text);
  made.type = "button";
  made.addEventListener("click", () => onClick(made));
  return made;
}

export function link(className, text, href) {
  const made = element("a", className, text);
  made.href = href;
  return made;
}

export function drawn(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

// Wide characters take the room of two.
const columnsOf = (character) => (character.codePointAt(0) > 0x2e7f ? 2 : 1);

export function widthOf(text, perCharacter) {
  return [...text].reduce((sum, character) => sum + columnsOf(character), 0) * perCharacter;
}

// `text`, cut to what fits into `width` pixels at `perCharacter` pixels for a narrow character.
export function fitted(text, width, perCharacter) {
  let room = Math.floor(width / perCharacter);
  let kept = "";
  for (const character of text) {
    room -= columnsOf(character);
    if (room < 1) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return kept;
}

export async function getJson(path, options = {}) {
  const response = await fetch(path, options);
  if (!response.ok) throw Object.assign(new Error(`${path}: ${response.status}`), { status: response.status });
  return response.json();
}
