// Begins with what the address says, and leaves what nobody waits for to an idle moment.
const rest = window.requestIdleCallback ?? setTimeout;
const fetchLater = (name) => {
  if (own.dataset[name] === undefined) return;
  const more = document.createElement("script");
  more.src = own.dataset[name];
  delete own.dataset[name];
  document.head.append(more);
};
document.addEventListener("timeline:late", ({ detail }) => {
  detail({ list, items, linkOf, choose, shown, step, say, rove, picked: () => chosen, current: () => stop });
});
if (window.parent !== window) fetchLater("frame");

if (list !== null) {
  if (location.hash !== "") follow();
  if (stop === null && items.length > 0) rove(linkOf(items[0]));
  // All at once: a browser then works out once, and not many times, what that changes.
  rest(() => {
    for (const item of items) {
      const link = linkOf(item);
      if (link !== stop) ready(link).tabIndex = -1;
    }
  });
  rest(() => fetchLater("late"));
}
