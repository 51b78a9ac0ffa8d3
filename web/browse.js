// What there is to know, for looking around: things by type and name, one thing with its facts, what it is linked to.
//
// Addresses: "#/browse", "#/entity/NAME", "#/fact/ID".

import { button, element, getJson, link } from "./element.js";
import { entityAddress, mapOf } from "./map.js";
import { factCount, language, relationOf, say } from "./texts.js";
import { commonSource, place, qualifiersOf } from "./view.js";

const PAUSE = 120; // milliseconds without a key before the names are searched
const MOST_ALIASES = 6;
const MOST_TYPES = 14; // the rest unfold: most topics have many types of one thing each

const mostFirst = (types) => [...types].sort((one, other) => other.entities - one.entities);
// An English page leaves out names in Chinese characters; the Chinese one shows all.
const isReadable = (name) => language() !== "en" || !/[\u3400-\u9fff]/.test(name);

// Each thing once, with all that it stands for: "base place, where".
function linksByThing(links) {
  const things = new Map();
  for (const { name, title, ...link } of links) {
    const thing = things.get(name) ?? { name, title, outward: false, relations: new Set() };
    thing.outward ||= link.outward;
    thing.relations.add(relationOf(link));
    things.set(name, thing);
  }
  return [...things.values()].map((thing) => ({ ...thing, told: [...thing.relations].join(say("comma")) }));
}

export class Browser {
  constructor(root, { onAskAbout }) {
    this.root = root;
    this.onAskAbout = onAskAbout;
    this.type = "";
    this.words = "";
    this.shown = 0; // counts what was asked for, so that a late reply does not overwrite a newer one
  }

  async show(address) {
    const [kind, ...rest] = address.split("/");
    const name = rest.join("/");
    const turn = ++this.shown;
    try {
      const view = kind === "entity" ? await this.entity(name) : kind === "fact" ? await this.fact(name) : await this.list();
      if (turn !== this.shown) return;
      this.root.replaceChildren(...view);
      this.root.querySelector(".chosen")?.scrollIntoView({ block: "center" });
      if (kind !== "browse") this.root.querySelector("h2")?.focus();
    } catch (fault) {
      if (turn !== this.shown) return;
      const told = fault.status === 404 ? "none" : "load_failed";
      this.root.replaceChildren(link("back", say("back"), "#/browse"), element("p", "note", say(told)));
    }
  }

  async list() {
    const overview = await getJson(`api/browse?lang=${language()}`);
    const search = element("input", "search");
    search.type = "search";
    search.value = this.words;
    search.setAttribute("aria-label", say("search"));
    search.placeholder = say("search");
    const things = element("div", "things");
    const types = element("div", "types");
    const refresh = () => this.fill(things);
    const choose = (type) => (made) => {
      this.type = type;
      for (const one of types.children) one.setAttribute("aria-pressed", String(one === made));
      refresh();
    };
    const chip = (title, type) => {
      const made = button("chip", title, choose(type));
      made.setAttribute("aria-pressed", String(this.type === type));
      return made;
    };
    const chips = mostFirst(overview.types).map(({ name, title, entities }) => chip(`${title} ${entities}`, name));
    types.append(chip(say("all"), ""), ...chips.slice(0, MOST_TYPES), ...this.folded(chips.slice(MOST_TYPES)));
    let timer = 0;
    search.addEventListener("input", () => {
      this.words = search.value;
      clearTimeout(timer);
      timer = setTimeout(refresh, PAUSE);
    });
    await refresh();
    return [search, types, things];
  }

  // One chip in place of many, if none of them is chosen.
  folded(chips) {
    if (chips.length < 3 || chips.some((one) => one.getAttribute("aria-pressed") === "true")) return chips;
    const unfold = (made) => {
      made.replaceWith(...chips);
      chips[0].focus();
    };
    return [button("chip more", say("more_types", { n: chips.length }), unfold)];
  }

  async fill(things) {
    const asked = new URLSearchParams({ lang: language(), type: this.type, q: this.words });
    const { count, entities } = await getJson(`api/browse?${asked}`);
    const told = count > entities.length ? say("of_things", { n: entities.length, all: count }) : say("things", { n: count });
    const note = element("p", "note", count === 0 ? say("none") : told);
    note.setAttribute("role", "status");
    const list = element(
      "ul",
      "",
      ...entities.map(({ name, title, types, facts }) =>
        element(
          "li",
          "",
          link("", title, entityAddress(name)),
          " ",
          element("span", "quiet", [types.join(say("comma")), facts > 0 ? factCount(facts) : ""].filter(Boolean).join(" · ")),
        ),
      ),
    );
    things.replaceChildren(note, list);
  }

  async fact(id) {
    const { facts } = await getJson(`api/browse?lang=${language()}&fact=${encodeURIComponent(id)}`);
    if (facts.length === 0) return [link("back", say("back"), "#/browse"), element("p", "note", say("none"))];
    return this.entity(facts[0].entity, id);
  }

  async entity(name, chosen = "") {
    const asked = new URLSearchParams({ lang: language(), entity: name });
    const entity = await getJson(`api/browse?${asked}`);
    const heading = element("h2", "thing", entity.title);
    heading.tabIndex = -1;
    const source = commonSource(entity.facts);
    const also = entity.also.filter((alias) => alias !== entity.title && isReadable(alias)).slice(0, MOST_ALIASES);
    return [
      link("back", say("back"), "#/browse"),
      heading,
      element("p", "quiet", entity.types.join(say("comma"))),
      also.length > 0 ? element("p", "quiet", say("qualifier", { name: say("also"), text: also.join(say("comma")) })) : element("span"),
      button("plain", say("ask_about"), () => this.onAskAbout(entity.title)),
      ...this.section("facts", entity.facts, (fact) => this.factItem(fact, chosen, source)),
      source === "" ? element("span") : element("p", "cite", say("one_source", { title: say("source"), place: source })),
      ...this.links(entity),
    ];
  }

  section(title, items, make) {
    if (items.length === 0) return [];
    return [element("h3", "label", say(title)), element("ul", title, ...items.map(make))];
  }

  factItem(fact, chosen, source) {
    const to = link("anchor", "#", `#/fact/${encodeURIComponent(fact.id)}`);
    to.setAttribute("aria-label", say("link_to_fact"));
    const says = element("p", "says", fact.says || fact.value, "\u00a0", to);
    says.dir = "auto";
    const where = place(fact, source);
    return element("li", fact.id === chosen ? "chosen" : "", says, qualifiersOf(fact), where ? element("p", "cite", where) : null);
  }

  // The map, and the same as a list, which has also what does not fit into the map.
  links(entity) {
    if (entity.links.length === 0) return [];
    const links = linksByThing(entity.links);
    const map = element("figure", "map");
    requestAnimationFrame(() => map.append(mapOf(entity, links, map.clientWidth)));
    return [
      element("h3", "label", say("map")),
      map,
      element(
        "details",
        "as-list",
        element("summary", "", say("as_list", { n: links.length })),
        element(
          "ul",
          "links",
          ...links.map(({ name, title, told }) => element("li", "", element("span", "quiet", told), " ", link("", title, entityAddress(name)))),
        ),
      ),
    ];
  }
}
