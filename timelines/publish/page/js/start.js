// Begins with what the address says; what only a reader needs who uses the strip or the tools is
// fetched at the reader's first move: of the pointer, of the focus, or a choice.
const fetchNow = (name) => {
  if (own.dataset[name] === undefined) return;
  const more = document.createElement(name === "look" ? "link" : "script");
  more.rel = "stylesheet";
  more.src = more.href = own.dataset[name];
  delete own.dataset[name];
  document.head.append(more);
};
const late = () => ["look", "late"].forEach(fetchNow);
// What is done in the strip and the tools before that script has come is done again when it has.
const missed = [];
let come = false;
const again = { keydown: "*", click: ".strip button, .tools button", focusin: "x", pointerover: "x" };
for (const kind in again) {
  hear(kind, (event) => {
    if (come) return;
    late();
    if (!event.target.closest(again[kind])) return;
    missed.push(event);
    // The page does not scroll for a key with which one goes on in the list or in the strip.
    if (/^(Arrow|Home|End)/.test(event.key) && !event.altKey && event.target.closest("h3, .plot")) event.preventDefault();
  });
}
hear("submit", (event) => event.preventDefault());
hear("timeline:late", ({ detail }) => {
  come = true;
  detail({ items, linkOf, mark, say, rove, picked: () => chosen, current: () => stop });
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
