// The list: choosing an event, and what the other parts build on.

// What is chosen stands in the address (`#id`), so links, the strip and the back button choose
// alike. Other parts hear `timeline:chosen` (detail: the id, if any) on the document; the late ones
// get what `start` hands them.
const own = document.currentScript;
const items = [...document.querySelectorAll(".events>li")];
const linkOf = (item) => item.querySelector("h3 a");
let chosen = null;

/** Mark what the address names, if it is another than before. */
const follow = () => {
  const item = items.find(({ id }) => `#${id}` === location.hash) ?? null;
  if (item === chosen) return;
  if (chosen) chosen.ariaCurrent = null;
  if (item) item.ariaCurrent = true;
  chosen = item;
  document.dispatchEvent(new CustomEvent("timeline:chosen", { detail: item?.id }));
};
