// The list: choosing an event, going from one to the next, and what the other parts build on.

// What is chosen stands in the address (`#id`), so links, the strip and the back button choose
// alike. Other parts hear `timeline:chosen` (detail: the id, or null) and `timeline:shown` (detail:
// the list's items that are shown) on the document, and may use `items`, `choose` and `shown`.
const own = document.currentScript;
const list = document.querySelector(".events");
const items = [...document.querySelectorAll(".events > li")];
let chosen = null;

const say = (name, detail) => document.dispatchEvent(new CustomEvent(`timeline:${name}`, { detail }));
const shown = () => items.filter((item) => !item.hidden);
const linkOf = (item) => item.querySelector("h3 a");
const isEvent = (element) => element !== null && element.matches(".events > li");

const named = () => {
  try {
    return document.getElementById(decodeURIComponent(location.hash.slice(1)));
  } catch {
    return null;
  }
};

/** Put an event into the address, as a click on its headline does; null takes the choice back. */
const choose = (item) => {
  if (item !== null) {
    location.hash = item.id;
  } else if (chosen !== null) {
    history.pushState(null, "", location.pathname + location.search);
    mark(null);
  }
};

const mark = (item) => {
  if (chosen !== null) chosen.removeAttribute("aria-current");
  chosen = item;
  if (item !== null) {
    item.setAttribute("aria-current", "true");
    rove(linkOf(item));
  }
  say("chosen", item === null ? null : item.id);
};

const ready = (link) => {
  link.href ||= `#${link.closest("li").id}`;
  return link;
};

/** The list is one stop for the Tab key; arrows go on from there. */
let stop = null;
const rove = (link) => {
  if (stop !== null) stop.tabIndex = -1;
  stop = link;
  ready(link).tabIndex = 0;
};

const follow = () => {
  const item = named();
  mark(isEvent(item) ? item : null);
};

/** The event so many steps from another among those that are shown; the ends stay the ends. */
const step = (from, by) => {
  const all = shown();
  const at = from === null ? (by > 0 ? -1 : all.length) : all.indexOf(from);
  return all[Math.max(0, Math.min(all.length - 1, at + by))];
};

const FAR = Infinity;
const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -FAR, End: FAR };

if (list !== null) {
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !event.target.matches(".events h3 a")) return;
    if (event.key in STEPS) {
      event.preventDefault();
      const next = linkOf(step(event.target.closest("li"), STEPS[event.key]));
      rove(next);
      next.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.target.closest("input, select")) choose(null);
  });
  // Headlines become links when there is time; until then a click is enough.
  document.addEventListener("click", (event) => {
    if (event.target.closest(".events h3 a:not([href])") !== null) choose(event.target.closest("li"));
  });
  addEventListener("hashchange", follow);
  addEventListener("popstate", () => { if (named() !== chosen) follow(); });
}
