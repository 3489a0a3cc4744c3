// Search, filters, previous and next, and what is said aloud about them.
const tools = document.querySelector(".tools");

/** Letters as one searches for them: without accents, small. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map();
const textOf = (item) => {
  if (!texts.has(item)) texts.set(item, fold(item.textContent));
  return texts.get(item);
};
/** Whether somebody takes part: alone between semicolons, or followed by their part. */
const takesPart = (item, name) => {
  const all = `; ${item.querySelector(".p")?.textContent.trim() ?? ""}; `;
  return all.includes(`; ${name}; `) || all.includes(`; ${name} (`);
};

const fields = tools === null ? {} : tools.elements;
// What can be picked comes with this script: the page, which everybody waits for, is lighter so.
if (tools !== null) {
  TOLD.storylines.forEach((name, place) => fields.storyline.add(new Option(name, place + 1)));
  for (const name of TOLD.people) fields.who.add(new Option(name));
}
const none = Object.assign(document.createElement("p"), { className: "none", hidden: true, textContent: TOLD.none });
const told = Object.assign(document.createElement("p"), { className: "unseen told", role: "status" });
tools?.after(told, none);
const PARTS = ["q", "storyline", "who"];

/** Show what fits, and say how many that is. */
const sift = () => {
  const wanted = fold(fields.q.value).split(/\s+/).filter(Boolean);
  const lane = fields.storyline.value;
  const who = fields.who.value;
  let count = 0;
  for (const item of items) {
    const fits = (lane === "" || item.classList.contains(`s${lane - 1}`)) && (who === "" || takesPart(item, who))
      && (wanted.length === 0 || wanted.every((word) => textOf(item).includes(word)));
    if (item.hidden === fits) item.hidden = !fits;
    count += fits;
  }
  for (const part of document.querySelectorAll(".part")) part.hidden = part.querySelector(":scope > :not([hidden])") === null;
  const all = wanted.length === 0 && lane === "" && who === "";
  fields.clear.disabled = all;
  const number = (value) => value.toLocaleString(document.documentElement.lang);
  tools.querySelector("[role=status]").textContent = TOLD.shown
    .replace("{shown}", number(count)).replace("{all}", number(items.length));
  none.hidden = count > 0;
  const first = current() !== null && !current().closest("li").hidden ? current() : count > 0 ? linkOf(shown()[0]) : null;
  if (first !== null) rove(first);
  say("shown", shown());
};

const keep = (push) => {
  const kept = new URLSearchParams(location.search);
  for (const part of PARTS) {
    if (fields[part].value === "") kept.delete(part);
    else kept.set(part, fields[part].value);
  }
  const query = kept.toString();
  const address = location.pathname + (query === "" ? "" : `?${query}`) + location.hash;
  try {
    history[push ? "pushState" : "replaceState"](null, "", address);
  } catch { /* Some browsers allow only so many changes of the address in a minute. */ }
};

const recall = () => {
  const kept = new URLSearchParams(location.search);
  let changed = false;
  for (const part of PARTS) {
    const value = kept.get(part) ?? "";
    changed ||= fields[part].value !== value;
    fields[part].value = value;
    if (fields[part].value !== value) fields[part].value = "";
  }
  if (changed) sift();
};

const clear = () => {
  for (const part of PARTS) fields[part].value = "";
  sift();
  keep(true);
};

const said = () => {
  if (chosen !== null && chosen.hidden) { clear(); chosen.scrollIntoView(); }
  told.textContent = chosen === null ? ""
    : TOLD.chosen.replace("{headline}", linkOf(chosen).textContent);
};

if (tools !== null) {
  let waiting = 0;
  tools.addEventListener("submit", (event) => event.preventDefault());
  fields.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { sift(); keep(false); }, 120);
  });
  for (const part of ["storyline", "who"]) fields[part].addEventListener("change", () => { sift(); keep(true); });
  fields.clear.addEventListener("click", clear);
  fields.previous.addEventListener("click", () => choose(step(chosen, -1) ?? null));
  fields.next.addEventListener("click", () => choose(step(chosen, 1) ?? null));
  addEventListener("popstate", recall);
  document.addEventListener("timeline:chosen", said);
  // What was typed or picked before this script came counts, else what the address says.
  if (PARTS.some((part) => fields[part].value !== "")) { sift(); keep(false); }
  else recall();
  said();
  tools.dataset.ready = "";
}
