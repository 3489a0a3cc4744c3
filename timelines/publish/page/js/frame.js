// In a frame on somebody's page: says how tall it is, and goes to the event that page asks for.

// Two protocols: ours (`parent/`), and that of pym.js, which newsrooms' pages speak already. Anybody
// may hear the height; what a reader chooses is told only to a page that greeted. Only numbers and
// ids are ever told, and only the page around is listened to.
if (window.parent !== window) {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const BURST = 40;
  const FOLLOWED = 3000;
  const small = Number(root.dataset.small ?? 0);
  const isId = (id) => typeof id === "string" && /^[\w-]{1,64}$/.test(id);
  const childId = asked.get("childId") ?? "";
  const pym = /^\S{1,200}$/.test(childId) && !childId.includes("xPYMx") ? childId : null;
  let origin = null;
  let last = 0;
  let posted = [];
  let later = 0;
  /** The event to which the page around is scrolled while heights above it still change. */
  let followed = null;
  /** Whether somebody has done something here; before that nothing is chosen by a reader. */
  let touched = false;

  const tellPym = (kind, value) => {
    if (pym !== null) window.parent.postMessage(["pym", pym, kind, value].join("xPYMx"), "*");
  };
  const tellOurs = (message, to) => window.parent.postMessage({ timeline: 1, ...message }, to);

  /** Should a page answer every height with another width, the two do not go on for ever. */
  const tooOften = () => {
    const now = performance.now();
    posted = posted.filter((at) => at > now - 1000);
    if (posted.length < BURST) {
      posted.push(now);
      return false;
    }
    clearTimeout(later);
    later = setTimeout(() => tellHeight(true), 1000);
    return true;
  };

  /** A frame that is not shown has no width, and no height worth telling. */
  const tellHeight = (always) => {
    const height = small || Math.ceil(document.body.getBoundingClientRect().height);
    if (root.clientWidth === 0 || (height === last && !always) || tooOften()) return;
    last = height;
    tellPym("height", height);
    tellOurs(small ? { height } : { height, whole: 1 }, origin ?? "*");
    follow();
  };

  const follow = () => {
    if (followed === null || performance.now() > followed.until) return;
    const at = Math.max(0, Math.round(followed.event.getBoundingClientRect().top + scrollY));
    if (at === followed.at) return;
    followed.at = at;
    tellPym("scrollToChildPos", at);
    if (origin !== null) tellOurs({ id: followed.event.id, at }, origin);
  };

  /** Choose the event that the page around asks for, and have that page scrolled to it. */
  const goTo = (id) => {
    if (!isId(id)) return;
    const event = document.getElementById(id);
    if (event === null) {
      if (small) openOther(`#${id}`);
      return;
    }
    if (location.hash !== `#${id}`) location.replace(`#${id}`);
    followed = { event, at: null, until: performance.now() + FOLLOWED };
    tellHeight(true);
  };

  /** From the last three events to all of them, or back, in this frame. */
  const openOther = (hash) => {
    asked.delete("height");
    if (small) asked.set("whole", "1");
    location.replace(`${small ? "index.html" : "small.html"}?${asked}${hash}`);
  };

  /** Browsers do not draw what is far below the fold: nothing is observed there, so it is asked. */
  const anotherWidth = () => {
    tellHeight(true);
    setTimeout(tellHeight, 250);
  };

  const sized = () => root.classList.add("sized");

  const hearOurs = (said, from) => {
    if (said.timeline !== 1 || (origin !== null && origin !== "*" && origin !== from)) return;
    if (said.hello === 1) {
      origin = from === "null" ? "*" : from;
      sized();
      if (said.small === 1 && !small && asked.get("whole") !== "1") openOther(location.hash);
      else tellHeight(true);
    }
    if ("width" in said) anotherWidth();
    if (origin !== null) goTo(said.go);
  };

  const hearPym = (said) => {
    const start = `pymxPYMx${pym}xPYMx`;
    if (pym === null || !said.startsWith(start)) return;
    const [kind, value] = said.slice(start.length).split("xPYMx");
    if (kind === "width") anotherWidth();
    if (kind === "go") goTo(value);
  };

  /** The event in the address of the page around, which pym.js hands on. */
  const inParent = () => {
    const [page, hash] = (asked.get("parentUrl") ?? "").split("#");
    const found = [hash, page.split("?")[1]].map((part) => new URLSearchParams(part).get("timeline"));
    return found.find(isId);
  };

  /** Tell which event a reader chose; the frame cannot scroll, so ask for it where it is not seen. */
  const chosen = ({ detail: id }) => {
    if (!touched || !isId(id) || followed?.event.id === id) return;
    if (origin !== null) tellOurs({ id, chosen: 1 }, origin);
    if (asked.has("hash")) tellPym("navigateTo", `#timeline=${id}`);
    if (!root.classList.contains("sized")) return;
    const event = document.getElementById(id);
    const look = new IntersectionObserver(([seen]) => {
      look.disconnect();
      if (seen.intersectionRect.height >= Math.min(120, seen.boundingClientRect.height)) return;
      if (origin !== null) tellOurs({ scroll: 1 }, origin);
      followed = { event, at: null, until: performance.now() + FOLLOWED };
      follow();
    });
    look.observe(event);
  };

  /** No other page is opened in the frame, only the rest of this one where there is room for it. */
  const leave = (click) => {
    const link = click.target.closest("a[href]");
    if (link === null || link.getAttribute("href").startsWith("#")) return;
    if (link.matches("[data-whole]") && root.classList.contains("sized")) {
      click.preventDefault();
      openOther(link.hash);
    } else if (link.target === "") {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
  };

  if (asked.get("height") === "small" && !small) openOther(location.hash);
  root.classList.add("framed");
  window.addEventListener("message", ({ source, data, origin: from }) => {
    if (source !== window.parent) return;
    if (typeof data === "string") hearPym(data);
    else if (data !== null && typeof data === "object") hearOurs(data, from);
  });
  for (const input of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    window.addEventListener(input, () => { followed = null; touched = true; }, { passive: true, capture: true });
  }
  document.addEventListener("timeline:chosen", chosen);
  document.addEventListener("click", leave);
  new ResizeObserver(() => tellHeight(false)).observe(document.body);
  window.addEventListener("load", () => tellHeight(false));
  if (pym !== null) {
    sized();
    goTo(inParent());
  }
  tellOurs({ ready: 1 }, "*");
  tellHeight(true);
}
