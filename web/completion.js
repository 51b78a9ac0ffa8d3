// What a half-written question may become, under the field it is written in: names for its last words, whole questions
// for all of it. Arrow keys, Enter, Escape, or a tap; the field never loses the focus (ARIA's combobox pattern).

import { element, getJson } from "./element.js";

const PAUSE = 90; // milliseconds without a key before anything is asked for

export class Completion {
  // onChosen(text, isQuestion) is called with what the field holds then.
  constructor(field, list, onChosen) {
    this.field = field;
    this.list = list;
    this.onChosen = onChosen;
    this.offers = [];
    this.active = -1;
    this.timer = 0;
    this.request = null;
    field.addEventListener("input", () => this.later());
    field.addEventListener("blur", () => this.close());
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the focus where it is
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose([...list.children].indexOf(option));
    });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  later() {
    clearTimeout(this.timer);
    this.request?.abort();
    if (this.field.value.trim().length < 2 && !/[^\x00-\x7f]/.test(this.field.value)) return this.close();
    this.timer = setTimeout(() => this.load(), PAUSE);
  }

  async load() {
    const request = new AbortController();
    this.request = request;
    const typed = this.field.value;
    try {
      const { completions } = await getJson(`api/complete?q=${encodeURIComponent(typed)}`, { signal: request.signal });
      if (this.field.value === typed && document.activeElement === this.field) this.show(completions);
    } catch {
      // Given up for a newer one, which must not suffer; or no server, and the line says so already.
      if (!request.signal.aborted) this.close();
    }
  }

  show(offers) {
    this.offers = offers;
    this.active = -1;
    this.list.replaceChildren(
      ...offers.map(({ text, kind }, index) => {
        const option = element("li", kind, text);
        option.id = `completion-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dir = "auto";
        return option;
      }),
    );
    this.list.hidden = offers.length === 0;
    this.field.setAttribute("aria-expanded", String(offers.length > 0));
    this.field.removeAttribute("aria-activedescendant");
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.show([]);
  }

  move(step) {
    const count = this.offers.length;
    this.active = this.active < 0 ? (step > 0 ? 0 : count - 1) : (this.active + step + count + 1) % (count + 1);
    if (this.active === count) this.active = -1; // one step beyond the ends is the field itself
    [...this.list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === this.active)));
    if (this.active < 0) return this.field.removeAttribute("aria-activedescendant");
    this.field.setAttribute("aria-activedescendant", `completion-${this.active}`);
    this.list.children[this.active].scrollIntoView({ block: "nearest" });
  }

  choose(index) {
    const { text, kind, in_place_of: tail } = this.offers[index];
    const value = this.field.value;
    this.field.value = kind === "name" && value.endsWith(tail) ? value.slice(0, value.length - tail.length) + text : text;
    this.close();
    this.onChosen(this.field.value, kind === "question");
  }

  // Whether the key was meant for the list.
  takesKey(event) {
    if (!this.isOpen) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.active >= 0) this.choose(this.active);
    else return false;
    return true;
  }
}
