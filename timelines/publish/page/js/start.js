// Begins with what the address says; what only a reader needs who uses the strip or the tools is
// fetched at the reader's first move: of the pointer, of the focus, or a choice.
const fetchNow = (name) => {
  if (own.dataset[name] === undefined) return;
  const more = document.createElement("script");
  more.src = own.dataset[name];
  delete own.dataset[name];
  document.head.append(more);
};
const late = () => fetchNow("late");
// What is done in the strip and the tools before that script has come is done again when it has.
const missed = [];
let come = false;
const again = { keydown: ".strip, .tools", click: ".strip button, .tools button", focusin: null, pointerover: null };
for (const kind in again) {
  hear(kind, (event) => {
    if (come) return;
    late();
    if (again[kind] !== null && event.target.closest(again[kind]) !== null) missed.push(event);
  });
}
hear("submit", (event) => event.preventDefault());
hear("timeline:late", ({ detail }) => {
  come = true;
  detail({ items, linkOf, choose, shown, step, say, rove, picked: () => chosen, current: () => stop });
  for (const event of missed) event.target.dispatchEvent(new event.constructor(event.type, event));
});
if (window.parent !== window) fetchNow("frame");

if (items.length > 0) {
  if (named() !== null) mark(named());
  else rove(linkOf(items[0]));
  // All at once: a browser then works out once, and not many times, what that changes.
  (window.requestIdleCallback ?? setTimeout)(() => {
    for (const item of items) if (linkOf(item) !== stop) tab(linkOf(item), -1);
  });
  if (/[?&](q|storyline|who)=/.test(location.search)) late();
  hear("timeline:chosen", late);
}
