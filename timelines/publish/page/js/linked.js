// Many marks: parts of the time are links until this script makes one of every mark. Only pages with
// such a drawing have this part, with the places of the marks' events in the list (`PLACES`).
const columns = document.querySelector(".columns");
const wasIn = columns.contains(document.activeElement) && document.activeElement.getAttribute("href");
document.querySelectorAll(".plot g[fill] > g").forEach((mark, n) => {
  const item = items[PLACES[n]];
  const link = document.createElementNS(mark.namespaceURI, "a");
  link.setAttribute("href", `#${item.id}`);
  link.setAttribute("aria-label", `${linkOf(item).textContent} ${item.querySelector(".d").textContent}`);
  link.append(...mark.childNodes);
  mark.replaceWith(link);
});
columns.remove();
if (wasIn) document.querySelector(`.plot [href="${wasIn}"]`)?.focus();
