// In the newsroom's page: which event its address asks for, and scrolling there.

const PATIENCE = 3000;
/** What is being scrolled to, until the reader scrolls; heights still change while pictures load. */
let held = null;

const keyOf = (embed) => embed.element.getAttribute("data-key") || "timeline";

/** The event that `#timeline=…`, else `?timeline=…`, asks this embed for; null if none. */
function wanted(embed) {
  for (const part of [location.hash.slice(1), location.search.slice(1)]) {
    const id = new URLSearchParams(part).get(keyOf(embed));
    if (isId(id)) return id;
  }
  return null;
}

/** Put a chosen event into the page's address; only where the embed was told to, by `data-hash`. */
function keepInAddress(embed, id) {
  if (!embed.element.hasAttribute("data-hash")) return;
  const key = keyOf(embed);
  const others = location.hash.slice(1).split("&");
  const kept = others.filter((part) => part.includes("=") && part.split("=")[0] !== key);
  history.replaceState(history.state, "", `#${[...kept, `${key}=${id}`].join("&")}`);
}

/** Pixels that a sticky header covers: `data-offset`, else what the page itself scrolls clear of. */
function covered(embed) {
  const stated = Number.parseFloat(embed.element.getAttribute("data-offset"));
  if (Number.isFinite(stated)) return stated;
  const padding = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
  return Number.isFinite(padding) ? padding : 0;
}

/** Of two embeds that both have the event, the upper one is scrolled to. */
function scrollTo(embed, at) {
  const now = performance.now();
  if (held === null || (held.until !== null && now > held.until)) return;
  held.until ??= now + PATIENCE;
  if (held.embed !== null && embeds.indexOf(held.embed) < embeds.indexOf(embed)) return;
  held.embed = embed;
  const { top: above, height } = embed.element.getBoundingClientRect();
  const top = above + window.scrollY + Math.min(at, height) - covered(embed);
  const still = held.still || matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.scrollTo({ top, behavior: still ? "instant" : "smooth" });
}

/** Wait for an embed to say where the event is, and follow it until the reader scrolls. */
function hold(still) {
  held = { embed: null, still, until: null };
}

function letGo() {
  held = null;
}

function goWhereAddressSays() {
  hold(false);
  for (const embed of embeds) {
    const id = wanted(embed);
    if (id !== null) embed.go(id);
  }
}

window.addEventListener("hashchange", goWhereAddressSays);
for (const input of ["wheel", "touchmove", "keydown", "pointerdown"]) {
  window.addEventListener(input, letGo, { passive: true });
}
