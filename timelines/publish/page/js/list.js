// The list: choosing an event, going from one to the next, and what the other parts build on.

// What is chosen stands in the address (`#id`), so links, the strip and the back button choose
// alike. Other parts hear `timeline:chosen` (detail: the id, or null) and `timeline:shown` (detail:
// the list's items that are shown) on the document, and may use `items`, `choose` and `shown`.
const own = document.currentScript;
const items = [...document.querySelectorAll(".events > li")];
const hear = (kind, act) => document.addEventListener(kind, act);
let chosen = null;

const say = (name, detail) => document.dispatchEvent(new CustomEvent(`timeline:${name}`, { detail }));
const shown = () => items.filter((item) => !item.hidden);
const linkOf = (item) => item.querySelector("h3 a");
const named = () => items.find((item) => `#${item.id}` === location.hash) ?? null;

/** Put an event into the address, as a click on its headline does; null takes the choice back. */
const choose = (item) => {
  if (item !== null) location.hash = item.id;
  else if (chosen !== null) {
    history.pushState(null, "", location.pathname + location.search);
    mark(null);
  }
};

const mark = (item) => {
  chosen?.removeAttribute("aria-current");
  chosen = item;
  if (item !== null) {
    item.setAttribute("aria-current", true);
    rove(linkOf(item));
  }
  say("chosen", item?.id ?? null);
};

/** The list is one stop for the Tab key; arrows go on from there. */
let stop = null;
const tab = (link, index) => {
  link.href ||= `#${link.closest("li").id}`;
  link.tabIndex = index;
};
const rove = (link) => {
  if (stop !== null) stop.tabIndex = -1;
  tab(stop = link, 0);
};

/** The event so many steps from another among those that are shown; the ends stay the ends. */
const step = (from, by) => {
  const all = shown();
  const at = from === null && by < 0 ? all.length : all.indexOf(from);
  return all[Math.max(0, Math.min(all.length - 1, at + by))];
};

const FAR = Infinity;
const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -FAR, End: FAR };

hear("keydown", (event) => {
  const { key, target } = event;
  if (key === "Escape" && !target.closest("input, select")) choose(null);
  if (event.altKey || event.ctrlKey || event.metaKey || !(key in STEPS) || !target.matches(".events h3 a")) return;
  event.preventDefault();
  const next = linkOf(step(target.closest("li"), STEPS[key]));
  rove(next);
  next.focus();
});
// Headlines become links when there is time; until then a click is enough.
hear("click", ({ target }) => {
  if (target.closest(".events h3 a:not([href])") !== null) choose(target.closest("li"));
});
for (const kind of ["hashchange", "popstate"]) {
  addEventListener(kind, () => { if (named() !== chosen) mark(named()); });
}
