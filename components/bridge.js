// Joins the chart, the list and the card in the browser: all three show one chosen event.
// Python sends {chosen, spoken}; this tells it “width” (of the chart) and “asked”: what somebody
// asked for last, as a sign of its own, what it is, and its value. That is “chosen” (an event’s id),
// “go” (an address) or “period” (first/last day of a bar that stands for many events). It stands there
// until something else is asked for, and Python does it once: a mere signal may be lost with a run of
// the page that is cut short.

const desk = {
  chosen: null, tell: null, width: 0, follow: null, revealed: null, watching: false, asked: 0,
};
const NARROW = "(max-width: 60rem)";
const STEP = 20; // pixels; as in bridge.py

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const buttons = () => all(".listing [data-event]");

function ask(what, value) {
  desk.asked = Math.max(desk.asked + 1, Date.now());
  desk.tell?.("asked", [desk.asked, what, value]);
}

function choose(event) {
  const again = event === desk.chosen;
  desk.chosen = event;
  desk.follow = event;
  show();
  if (again) followToCard();
  else ask("chosen", event);
}

// One button of the list is in the tab order: the chosen one, else the first.
function show() {
  const list = buttons();
  const chosen = list.find((button) => button.dataset.event === desk.chosen);
  const entry = chosen ?? list.find((button) => button === document.activeElement) ?? list[0];
  for (const button of list) {
    button.tabIndex = button === entry ? 0 : -1;
    if (button === chosen) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  if (chosen !== undefined && chosen !== desk.revealed) reveal(chosen);
  markChart();
}

// Once for each choice and each new list: after that, the list stays where somebody scrolled it.
function reveal(button) {
  desk.revealed = button;
  bringIntoView(button, true);
  document.fonts.ready.then(() => setTimeout(() => bringIntoView(button, true), 250));
}

// Scrolls the list alone, never the page; to the middle, or only as far as needed.
function bringIntoView(button, middle = false) {
  const box = button.closest("[data-scroll]");
  if (!box || box.scrollHeight <= box.clientHeight) return;
  const outer = box.getBoundingClientRect();
  const inner = button.getBoundingClientRect();
  const hidden = inner.top < outer.top || inner.bottom > outer.bottom;
  if (middle && hidden) {
    box.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
    return;
  }
  if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top + 8;
  if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom + 8;
}

// What a view says of a mark: its event’s id, or null and the time that a bar of many stands for.
function dataOf(trace, index) {
  const data = trace?.customdata?.[index];
  return Array.isArray(data) ? data : [data];
}

function markChart() {
  for (const mark of all(".js-plotly-plot .chosen-mark")) mark.classList.remove("chosen-mark");
  if (desk.chosen === null) return;
  for (const layer of all(".js-plotly-plot g.trace")) {
    const trace = layer.__data__?.[0]?.trace;
    if (!trace?.customdata) continue;
    for (const mark of all(".point", layer)) {
      if (dataOf(trace, mark.__data__?.i)[0] === desk.chosen) mark.classList.add("chosen-mark");
    }
  }
}

function joinChart() {
  for (const chart of all(".js-plotly-plot")) {
    if (typeof chart.on !== "function" || chart.timelinesJoined) continue;
    chart.timelinesJoined = true;
    const surface = () => chart.querySelector(".nsewdrag");
    chart.on("plotly_click", ({ points }) => {
      for (const point of points) {
        const [event, since, until] = dataOf(point.fullData, point.pointNumber);
        if (typeof event === "string" && event !== "") return choose(event);
        if (event === null && since && until) return ask("period", `${since}/${until}`);
      }
    });
    chart.on("plotly_hover", () => surface()?.classList.add("over-mark"));
    chart.on("plotly_unhover", () => surface()?.classList.remove("over-mark"));
    chart.on("plotly_afterplot", markChart);
  }
  markChart();
}

// Leads the reader to the card: below the list on a phone, else by moving the rail into view.
function followToCard() {
  const card = document.querySelector(".card");
  if (desk.follow === null || card?.dataset.card !== desk.follow) return;
  desk.follow = null;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const behavior = calm ? "auto" : "smooth";
  if (window.matchMedia(NARROW).matches) {
    card.scrollIntoView({ behavior, block: "start" });
    card.querySelector("h2")?.focus({ preventScroll: true });
  } else {
    card.scrollTop = 0;
    const seen = window.innerHeight - card.getBoundingClientRect().top;
    if (seen < window.innerHeight * 0.5) {
      document.querySelector(".st-key-rail")?.scrollIntoView({ behavior, block: "start" });
    }
  }
}

function backToList() {
  const button = buttons().find((one) => one.tabIndex === 0);
  button?.scrollIntoView({ block: "center" });
  button?.focus({ preventScroll: true });
}

function clicked(click) {
  const plain = click.button === 0 && !click.metaKey && !click.ctrlKey && !click.shiftKey;
  const target = click.target instanceof Element ? click.target : null;
  const link = target?.closest("a[data-go]");
  if (link && plain) {
    click.preventDefault();
    ask("go", link.getAttribute("href"));
    return;
  }
  const button = target?.closest("button[data-event]");
  if (button) choose(button.dataset.event);
  if (target?.closest("button[data-back]")) backToList();
}

function pressed(key) {
  const button = key.target instanceof Element ? key.target.closest(".listing [data-event]") : null;
  if (!button || key.ctrlKey || key.metaKey || key.altKey) return;
  const list = buttons();
  const here = list.indexOf(button);
  const steps = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: list.length - 1,
    PageDown: here + 10, PageUp: here - 10 };
  if (!(key.key in steps)) return;
  key.preventDefault();
  const next = list[Math.max(0, Math.min(list.length - 1, steps[key.key]))];
  for (const one of list) one.tabIndex = one === next ? 0 : -1;
  next.focus({ preventScroll: true });
  bringIntoView(next);
  if (!next.closest("[data-scroll]")) next.scrollIntoView({ block: "nearest" });
}

// The chart is laid out for a width; a new one is asked for once the window has settled.
function tellWidth() {
  const place = document.querySelector(".st-key-chart");
  const width = place ? Math.floor(place.clientWidth / STEP) * STEP : 0;
  if (width === 0 || width === desk.width) return;
  desk.width = width;
  desk.tell?.("width", width);
}

let settling = 0;
function resized() {
  clearTimeout(settling);
  settling = setTimeout(tellWidth, 250);
}

// Who works with the keyboard keeps their place when the list with their link is drawn anew: on the
// same link, else on the one that stands where it stood. Another page begins anew.
let left = null;
const pageNow = () => document.querySelector(".pages a[aria-current]")?.textContent;
function focused({ target }) {
  if (!(target instanceof Element) || target.closest("[role=dialog]")) return;
  const link = target.closest("a[data-go]");
  const place = link ? all("a[data-go]").indexOf(link) : -1;
  left = link ? { link, place, href: link.getAttribute("href"), page: pageNow() } : null;
}

function keepPlace() {
  const lost = document.activeElement === document.body || document.activeElement === null;
  if (left === null || left.link.isConnected || !lost || left.page !== pageNow()) return;
  const links = all("a[data-go]");
  const again = links.find((one) => one.getAttribute("href") === left.href);
  (again ?? links[Math.min(left.place, links.length - 1)])?.focus({ preventScroll: true });
}

// On a phone the pages stand on one line to push sideways: the one that is open is pushed into view.
let opened = null;
function showPage() {
  const here = document.querySelector(".pages a[aria-current]");
  const line = here?.closest("ul");
  if (!line || here === opened) return;
  opened = here;
  const off = here.getBoundingClientRect().left - line.getBoundingClientRect().left;
  line.scrollLeft += off - (line.clientWidth - here.clientWidth) / 2;
}

let due = false;
function changed(changes) {
  const ours = changes.some(({ target }) => !(target instanceof Element)
    || !target.closest(".js-plotly-plot .main-svg, .timelines-status"));
  if (!ours || due) return;
  due = true;
  requestAnimationFrame(() => {
    due = false;
    show();
    joinChart();
    keepPlace();
    showPage();
    followToCard();
  });
}

function watch() {
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", pressed);
  document.addEventListener("focusin", focused);
  new MutationObserver(changed).observe(document.body, { childList: true, subtree: true });
  window.addEventListener("resize", resized);
  desk.watching = true;
}

export default function ({ data, setStateValue, parentElement }) {
  desk.tell = setStateValue;
  if (!desk.watching) watch();
  desk.chosen = data.chosen ?? null;
  const status = parentElement.querySelector(".timelines-status");
  if (status && status.textContent !== data.spoken) status.textContent = data.spoken;
  show();
  joinChart();
  showPage();
  followToCard();
  tellWidth();
}
