// The list: choosing an event, and what the other parts build on.

// What is chosen stands in the address (`#id`), so links, the strip and the back button choose
// alike. Other parts hear `timeline:chosen` (detail: the id, or null) and `timeline:shown` (detail:
// the list's items that are shown) on the document; the late ones get what `start` hands them.
const own = document.currentScript;
const items = [...document.querySelectorAll(".events > li")];
const hear = (kind, act) => document.addEventListener(kind, act);
let chosen = null;

const say = (name, detail) => document.dispatchEvent(new CustomEvent(`timeline:${name}`, { detail }));
const linkOf = (item) => item.querySelector("h3 a");
const named = () => items.find((item) => `#${item.id}` === location.hash) ?? null;

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

// Headlines become links when there is time; until then a click is enough.
hear("click", ({ target }) => {
  if (target.closest(".events h3 a:not([href])")) location.hash = target.closest("li").id;
});
for (const kind of ["hashchange", "popstate"]) {
  addEventListener(kind, () => { if (named() !== chosen) mark(named()); });
}
