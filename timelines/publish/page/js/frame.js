// In a frame on somebody's page: says how tall it is, and goes to the event that page asks for.

// Two protocols: ours (`parent/`), and that of pym.js, which newsrooms' pages speak already. The
// height may be heard by anybody; what the reader chooses is said only to a page that greeted, and
// only numbers and ids are ever said.
if (window.parent !== window) {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const pym = /^(?!.*xPYMx)\S{1,200}$/.test(asked.get("childId") ?? "") ? asked.get("childId") : null;
  const isId = (id) => typeof id === "string" && /^[\w-]{1,64}$/.test(id);
  const BURST = 40;
  const FOLLOWED = 3000;
  let greeted = null;
  let last = 0;
  let posts = [];
  /** The event the outer page is scrolled to while heights above it still change. */
  let followed = null;

  root.classList.add("framed");

  const tellPym = (kind, value) => {
    if (pym !== null) window.parent.postMessage(["pym", pym, kind, value].join("xPYMx"), "*");
  };
  const tellOurs = (message, origin) => {
    window.parent.postMessage({ timeline: 1, ...message }, origin);
  };

  const height = () => Math.ceil(document.body.getBoundingClientRect().height);

  /** A frame in a hidden tab has no width, and no height worth telling. */
  const tellHeight = (always) => {
    const now = height();
    if (root.clientWidth === 0 || (now === last && !always)) return;
    // Should a page answer every height by changing the width, the two must not go on for ever.
    posts = posts.filter((at) => at > performance.now() - 1000);
    if (posts.length > BURST) return;
    posts.push(performance.now());
    last = now;
    const small = root.hasAttribute("data-small");
    if (!small) tellPym("height", now);
    tellOurs({ height: now, ...(small ? {} : { whole: 1 }) }, greeted ?? "*");
    follow();
  };

  const offset = (event) => Math.max(0, Math.round(event.getBoundingClientRect().top + scrollY));

  const follow = () => {
    if (followed === null || performance.now() > followed.until) return;
    const at = offset(followed.event);
    if (at === followed.at) return;
    followed.at = at;
    tellPym("scrollToChildPos", at);
    if (greeted !== null) tellOurs({ id: followed.event.id, at }, greeted);
  };

  const sized = () => {
    root.classList.add("sized");
  };

  /** Choose an event that the outer page asks for, and have that page scrolled to it. */
  const goTo = (id) => {
    if (!isId(id)) return;
    const event = document.getElementById(id);
    if (event === null) return openWhole(`#${id}`);
    if (location.hash !== `#${id}`) location.replace(`#${id}`);
    followed = { event, at: null, until: performance.now() + FOLLOWED };
    requestAnimationFrame(() => tellHeight(true));
  };

  /** From the three events of a small frame to all of them, in this frame. */
  const openWhole = (hash) => {
    const more = document.querySelector("a[data-whole]");
    if (more === null) return;
    location.replace(new URL(more.getAttribute("href"), location.href).href + location.search + hash);
  };

  const hearOurs = (said, origin) => {
    if (said.timeline !== 1 || (greeted !== null && greeted !== origin && greeted !== "*")) return;
    if (said.hello === 1) {
      greeted = origin === "null" ? "*" : origin;
      sized();
      tellHeight(true);
    }
    if (greeted !== null) goTo(said.go);
  };

  const hearPym = (said) => {
    const start = `pymxPYMx${pym}xPYMx`;
    if (pym === null || !said.startsWith(start)) return;
    const [kind, value] = said.slice(start.length).split("xPYMx");
    if (kind === "width") tellHeight(true);
    if (kind === "go") goTo(value);
  };

  window.addEventListener("message", ({ source, data, origin }) => {
    if (source !== window.parent) return;
    if (typeof data === "string") hearPym(data);
    else if (data !== null && typeof data === "object") hearOurs(data, origin);
  });

  for (const input of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(input, () => { followed = null; }, { passive: true });
  }

  new ResizeObserver(() => tellHeight(false)).observe(document.body);
  if (pym !== null) {
    sized();
    const page = asked.get("parentUrl") ?? "";
    for (const part of [page.split("#")[1], page.split("#")[0].split("?")[1]]) {
      const id = new URLSearchParams(part ?? "").get("timeline");
      if (isId(id)) { goTo(id); break; }
    }
  }
  tellOurs({ ready: 1 }, "*");
}
