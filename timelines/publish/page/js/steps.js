// Going from one event of the list to the next, by keys and by script.

const shown = () => items.filter((item) => !item.hidden);

/** Put an event into the address, as a click on its headline does; null takes the choice back. */
const choose = (item) => {
  if (item !== null) location.hash = item.id;
  else if (chosen !== null) {
    history.pushState(null, "", location.pathname + location.search);
    mark(null);
  }
};

/** The event so many steps from another among those that are shown; the ends stay the ends. */
const step = (from, by) => {
  const all = shown();
  const at = from === null && by < 0 ? all.length : all.indexOf(from);
  return all[Math.max(0, Math.min(all.length - 1, at + by))];
};

const FAR = Infinity;
const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -FAR, End: FAR };

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (key === "Escape" && !target.closest("input, select")) choose(null);
  if (event.altKey || event.ctrlKey || event.metaKey || !(key in STEPS) || !target.matches(".events h3 a")) return;
  event.preventDefault();
  const next = linkOf(step(target.closest("li"), STEPS[key]));
  rove(next);
  next.focus();
});
