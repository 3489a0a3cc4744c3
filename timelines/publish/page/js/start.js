// Begins with what the address says; what only a reader needs who uses the strip or the tools is
// fetched at the reader's first move: of the pointer, of the focus, or a choice.
const bring = (name) => {
  const path = own.dataset[name];
  delete own.dataset[name];
  if (path) document.head.append(Object.assign(document.createElement("script"), { src: path }));
};
// What is done by keys and buttons before that script has come is done again when it has.
let missed = [];
const move = (event) => {
  const { target, type } = event;
  bring("late");
  if (type === "click") {
    // Headlines become links when there is time; until then a click is enough.
    if (target.closest("h3 a:not([href])")) location.hash = target.closest("li").id;
    if (!target.closest("button")) return;
  }
  if (/key|cl/.test(type)) missed?.push(event);
};
for (const kind of ["keydown", "click", "focusin", "pointerover"]) document.addEventListener(kind, move);
addEventListener("hashchange", follow);
document.addEventListener("timeline:late", ({ detail }) => {
  detail({ items, linkOf, follow, picked: () => chosen });
  const again = missed;
  missed = null;
  for (const event of again) event.target.dispatchEvent(new event.constructor(event.type, event));
});
if (parent !== window) bring("frame");
if (/[?&](q|storyline|who)=/.test(location.search)) bring("late");
follow();
// All at once: a browser then works out once, and not many times, what that changes.
(window.requestIdleCallback ?? setTimeout)(() => {
  for (const item of items) linkOf(item).href = `#${item.id}`;
  if (chosen) bring("late");
});
