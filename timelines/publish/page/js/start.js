// Begins with what the address says, and leaves what nobody waits for to an idle moment.
if (list !== null) {
  if (tools !== null) recall();
  if (location.hash !== "") follow();
  const rest = () => {
    for (const item of items) { if (linkOf(item) !== stop) linkOf(item).tabIndex = -1; }
    if (stop === null && items.length > 0) rove(linkOf(items[0]));
  };
  (window.requestIdleCallback ?? setTimeout)(rest);
}
