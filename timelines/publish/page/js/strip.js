// The strip: zoom, pan, and choosing an event in it. Making the drawing wider is all that zooming
// does, and scrolling is panning: no mark is moved by script while a hand moves the strip. Ticks,
// words and crowds are laid out anew only when it rests.
const strip = document.querySelector(".strip");

if (strip !== null) {
  const DAY = 864e5;
  const pan = strip.querySelector(".pan");
  const plot = strip.querySelector(".plot");
  const axis = strip.querySelector(".axis");
  const buttons = [...strip.querySelectorAll("button")];
  const start = +plot.dataset.from;
  const length = plot.dataset.to - start;
  const places = new Map(items.map((item, place) => [item.id, place]));
  const lang = document.documentElement.lang;
  const told = (parts) => new Intl.DateTimeFormat(lang, { timeZone: "UTC", ...parts });
  const idOf = (link) => link.hash?.slice(1) ?? link.getAttribute("href").slice(1);
  // A mark without its words.
  const shapeOf = (link) => link.querySelector("rect, use, circle") ?? link;
  let scale = 1;
  let fresh = true;
  let waiting = 0;
  let held = null;
  let moved = false;
  const fingers = new Map();

  const make = (within, tag, attributes) => {
    const one = document.createElementNS(plot.namespaceURI, tag);
    for (const name in attributes) one.setAttribute(name, attributes[name]);
    within.append(one);
    return one;
  };
  const at = (wall) => `${(wall - start) / length * 100}%`;
  const wide = () => plot.getBoundingClientRect().width;
  // A known day is a symbol; closer than this it would look like a known noon.
  const most = () => Math.max(1, Math.min(4e3, 160 * length / DAY / pan.clientWidth));

  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(settle, 150);
  };
  const zoom = (by, x = pan.clientWidth / 2) => {
    const next = Math.max(1, Math.min(most(), scale * by));
    const left = (pan.scrollLeft + x) * next / scale - x;
    scale = next;
    fresh = false;
    plot.style.width = `${scale * 100}%`;
    pan.scrollLeft = left;
    later();
  };
  const seen = () => {
    const width = wide();
    const left = start + pan.scrollLeft / width * length;
    return [left, left + pan.clientWidth / width * length];
  };

  // Steps of the axis in milliseconds, then in months; what is told at a tick, and above it.
  const STEPS_OF = [
    [DAY / 24, 0], [DAY / 8, 0], [DAY / 2, 0], [DAY, 1], [7 * DAY, 2],
    ...[1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6e3].map((months) => [months * 30.44 * DAY, months < 12 ? 3 : 4, months]),
  ];
  const NAMES = [
    [{ hour: "numeric" }, { month: "short", day: "numeric" }],
    [{ day: "numeric" }, { month: "long", year: "numeric" }],
    [{ month: "short", day: "numeric" }, { year: "numeric" }],
    [{ month: "short" }, { year: "numeric" }],
    [{ year: "numeric" }],
  ];
  const tick = (left, right) => {
    const [step, kind, months] = STEPS_OF.find(([one]) => one / length * wide() > 62) ?? STEPS_OF.at(-1);
    const [name, above] = NAMES[kind].map(told);
    const first = new Date(left);
    const month = first.getUTCFullYear() * 12 + first.getUTCMonth();
    const origin = kind === 2 ? 4 * DAY : 0;
    const edge = (n) => months
      ? new Date(0).setUTCFullYear(0, (Math.floor(month / months) + n) * months, 1)
      : (Math.floor((left - origin) / step) + n) * step + origin;
    const single = step === DAY || months === 1 || months === 12;
    let before = "";
    axis.textContent = "";
    for (let n = 0; edge(n) < right && n < 99; n += 1) {
      const [from, to] = [edge(n), edge(n + 1)];
      if (from >= start) make(axis, "line", { x1: at(from), x2: at(from), y1: 30, y2: "100%" });
      const [low, high] = [Math.max(from, left), Math.min(to, right)];
      if (single ? (high - low) / length * wide() < 30 : from < left) continue;
      const put = single ? { x: at((low + high) / 2), class: "m" } : { x: at(from), dx: 4 };
      make(axis, "text", { ...put, y: 26 }).textContent = name.format(from);
      const over = above?.format(from) ?? "";
      if (over !== before) make(axis, "text", { ...put, y: 11 }).textContent = over;
      before = over;
    }
  };

  const shape = { plot, start, length, make, at, wide, links: () => links(), idOf, zoomed: () => scale > 1 };

  // Labels were shortened for the narrowest width; where there is room, they are said in full.
  const lengthen = () => {
    const width = wide();
    for (const lane of plot.querySelectorAll("g[fill]")) {
      const own = [...lane.querySelectorAll("a")];
      if (own.length > 40) continue;
      const boxes = own.map((link) => link.getBBox());
      own.forEach((link, n) => {
        const words = link.querySelector("text:not(.z)");
        const short = words?.firstChild.data;
        if (!short?.includes("…")) return;
        words.firstChild.data = `${linkOf(items[places.get(idOf(link))]).textContent} `;
        const box = words.getBBox();
        const clear = boxes.every((its, other) => other === n
          || box.x > its.x + its.width + 8 || its.x > box.x + box.width + 8
          || box.y > its.y + its.height || its.y > box.y + box.height);
        if (clear && box.x >= 0 && box.x + box.width <= width) boxes[n] = link.getBBox();
        else words.firstChild.data = short;
      });
    }
  };
  const settle = () => {
    if (held !== null || fingers.size > 0) return;
    const [left, right] = seen();
    if (!fresh) tick(left, right);
    // All is measured before anything is changed, so that it is laid out once.
    const vague = [...plot.querySelectorAll("a > rect:first-child")].filter((bar) => bar.parentNode.querySelector("use, circle"));
    const widths = vague.map((bar) => bar.width.animVal.value);
    vague.forEach((bar, n) => bar.parentNode.classList.toggle("wide", widths[n] > 18));
    if (typeof crowd === "function") crowd(shape, left, right);
    lengthen();
    buttons.forEach((button, n) => { button.disabled = n === 0 ? scale >= most() : scale === 1; });
    mine();
  };

  // The strip is one stop for the Tab key; arrows go on from there in the order of the list.
  let here = null;
  const links = () => [
    ...plot.querySelectorAll(".columns a"),
    ...[...plot.querySelectorAll("g[fill] a")].sort((one, other) => places.get(idOf(one)) - places.get(idOf(other))),
  ];
  const mine = (all = links()) => {
    if (!all.includes(here)) here = all[0];
    const id = chosen?.id;
    for (const link of all) {
      link.setAttribute("tabindex", link === here ? 0 : -1);
      link.classList.toggle("on", idOf(link) === id && link.parentNode.classList[0] !== "columns");
    }
  };
  const go = (link) => {
    here = link;
    mine();
    link.focus();
    later();
  };
  const KEYS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -Infinity, End: Infinity };
  const zooms = [() => zoom(2), () => zoom(0.5), () => zoom(1 / scale)];
  plot.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = "+=-_0".indexOf(event.key);
    if (event.key in KEYS) {
      const all = links().filter((link) => !link.classList.contains("dim"));
      go(all[Math.max(0, Math.min(all.length - 1, all.indexOf(here) + KEYS[event.key]))] ?? here);
    } else if (by >= 0 && event.key !== "") {
      const box = shapeOf(here).getBoundingClientRect();
      const x = (box.left + box.right) / 2 - pan.getBoundingClientRect().left;
      if (by > 3) zooms[2]();
      else zoom(by < 2 ? 2 : 0.5, x);
    } else return;
    event.preventDefault();
  });
  buttons.forEach((button, n) => button.addEventListener("click", zooms[n]));

  // A hand: the mouse drags, a finger scrolls by itself, two fingers zoom, the wheel with Ctrl.
  const apart = () => {
    const [one, other] = [...fingers.values()];
    return [Math.abs(one - other), (one + other) / 2 - pan.getBoundingClientRect().left];
  };
  pan.addEventListener("pointerdown", (event) => {
    moved = false;
    if (event.pointerType === "mouse") held = event.button === 0 ? { x: event.clientX, left: pan.scrollLeft } : null;
    else fingers.set(event.pointerId, event.clientX);
  });
  pan.addEventListener("pointermove", (event) => {
    if (held !== null) {
      if (Math.abs(event.clientX - held.x) > 4 && !moved) { moved = true; pan.setPointerCapture(event.pointerId); }
      if (moved) pan.scrollLeft = held.left + held.x - event.clientX;
    } else if (fingers.has(event.pointerId) && fingers.size === 2) {
      const [before] = apart();
      fingers.set(event.pointerId, event.clientX);
      const [after, x] = apart();
      if (before > 0 && after > 0) zoom(after / before, x);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) {
    pan.addEventListener(end, (event) => { held = null; fingers.delete(event.pointerId); later(); });
  }
  pan.addEventListener("dragstart", (event) => event.preventDefault());
  pan.addEventListener("click", (event) => {
    const column = event.target.closest(".columns a");
    if (moved) event.preventDefault();
    else if (column !== null && scale < most()) {
      const box = column.getBoundingClientRect();
      if (box.width > pan.clientWidth * 0.8) return;
      event.preventDefault();
      const x = (box.left + box.right) / 2 - pan.getBoundingClientRect().left;
      zoom(pan.clientWidth / box.width, x);
      pan.scrollLeft += x - pan.clientWidth / 2;
    }
    moved = false;
  }, true);
  pan.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 240), event.clientX - pan.getBoundingClientRect().left);
  }, { passive: false });
  pan.addEventListener("scroll", later, { passive: true });

  document.addEventListener("timeline:chosen", () => {
    mine();
    const on = plot.querySelector(".on");
    if (on === null || scale === 1) return;
    const box = shapeOf(on).getBoundingClientRect();
    const frame = pan.getBoundingClientRect();
    if (box.right < frame.left || box.left > frame.right) pan.scrollLeft += (box.left + box.right) / 2 - (frame.left + frame.right) / 2;
  });
  document.addEventListener("timeline:shown", ({ detail }) => {
    const kept = new Set(detail.map((item) => item.id));
    for (const link of plot.querySelectorAll("g[fill] a")) link.classList.toggle("dim", !kept.has(idOf(link)));
  });
  mine();
  (window.requestIdleCallback ?? setTimeout)(() => { if (pan.clientWidth > 0) settle(); });
}
