// Crowds: where there are too many events to draw one by one, those in sight are drawn when few
// enough are. Only pages whose strip is crowded have this part, with all their marks in short before
// it (`MARKS`, see `faraway.py`) and the stock they are drawn from (`SYMBOLS`); `strip` calls `crowd`
// at rest.
const DAYS = 864e5;
const STANDING = ["confirmed", "alleged", "unverified", "hypothesis", "disputed", "denied", "withdrawn"];
/** So many are drawn without zooming, where there is room. */
const AT_ONCE = 160;
let entries = null;

const read = ({ start }) => {
  let low = 0;
  let place = -1;
  return [...MARKS.matchAll(/(=?)([A-Z])(\d)(.)(-?[\da-z]+)\.?([\da-z]*)\.?([\da-z]*)\.?([\da-z]*)/g)]
    .map(([, same, kind, standing, lane, by, ...rest]) => {
      place += same === "" ? 1 : 0;
      low += parseInt(by, 36);
      const [long, begun, over] = rest.map((one) => parseInt(one || "0", 36) * DAYS / 24);
      const from = start + low * DAYS / 24;
      return { place, kind, standing, lane: parseInt(lane, 36), from, to: from + long, begun, over };
    }).filter(({ kind, place }) => kind !== "X" && items[place]);
};
const draw = ({ start, length, make, at, wide }, within, one, y, look, edge) => {
  const id = items[one.place].id;
  const link = make(within, "a", { href: `#${id}`, "aria-label": `${items[one.place].querySelector(".d").textContent}: ${linkOf(items[one.place]).textContent}` });
  const pixel = length / wide();
  const bar = (from, to, kind, fade) => make(link, "rect", { x: at(from), y, width: `${Math.max(to - from, pixel) / length * 100}%`, ...(kind && { class: kind }), ...(fade && { fill: `url(#${fade}-${look})` }) });
  const sign = (name, wall) => make(link, "use", { href: `#${name}`, x: at(wall), y });
  const middle = (one.from + one.to) / 2;
  const thin = one.to - one.from < 18 * pixel;
  if (one.kind === "P") sign(`v-${STANDING[one.standing]}`, middle);
  else if (one.kind === "B") { bar(one.to - 64 * pixel, one.to, "", "i"); sign("stop", one.to); }
  else if (one.kind === "E") { bar(one.from, one.from + 64 * pixel, "", "o"); sign("stop", one.from); }
  else if ("SA".includes(one.kind)) { bar(one.from, one.to, "", one.kind.toLowerCase()); if (thin) sign("glow", middle); }
  else if (thin) sign(`q-${STANDING[one.standing]}`, middle);
  else {
    bar(one.from, one.to, "n");
    if (one.begun) bar(one.from, one.from + one.begun, "", "i");
    if (one.over) bar(one.to - one.over, one.to, "", "o");
    if (one.to - one.over > one.from + one.begun) bar(one.from + one.begun, one.to - one.over, "c");
    if (one.kind === "O") sign("on", start + length - 8 * pixel);
  }
  if (one.kind !== "P" && one.standing > 0 && !thin && one.to > edge + 20 * pixel) make(link, "text", { class: "z", x: at(one.from + 14 * pixel), y }).textContent = "?";
  return link;
};
const crowd = (shape, left, right) => {
  const { plot, length, make, wide, links, idOf } = shape;
  if (entries === null) {
    entries = read(shape);
    plot.querySelector("defs").innerHTML += SYMBOLS;
  }
  const close = shape.zoomed() || entries.length <= AT_ONCE;
  let heaps = 0;
  const focused = document.activeElement?.closest?.(".near") && idOf(document.activeElement);
  const pixel = length / wide();
  for (const old of plot.querySelectorAll(".near")) old.remove();
  for (const heights of plot.querySelectorAll(".crowd")) {
    const lane = heights.parentNode;
    const own = entries.filter((one) => one.lane === +heights.dataset.lane && one.to + 64 * pixel > left && one.from - 64 * pixel < right);
    // What lasts all the while is a thin line at the foot, so that it does not take the room.
    const through = own.filter((one) => one.from < left && one.to > right);
    const others = own.filter((one) => !through.includes(one)).sort((one, other) => one.from - other.from);
    const ends = [];
    const rows = others.map((one) => {
      const from = one.from - (one.kind === "B" ? 64 : 13) * pixel;
      const free = ends.findIndex((end) => end < from);
      const row = free < 0 ? ends.length : free;
      ends[row] = one.to + (one.kind === "E" ? 64 : 13) * pixel;
      return row;
    });
    const tall = +heights.getAttribute("height");
    const top = +heights.getAttribute("y");
    const room = tall - through.length * 3;
    const pitch = Math.min(16, room / Math.max(ends.length, 1));
    const fits = pitch >= 5 && own.length < 200 && close;
    heights.toggleAttribute("hidden", fits);
    heaps += !fits;
    if (!fits) continue;
    const near = make(lane, "g", { class: "near", fill: `url(#s-${lane.classList[0]})` });
    others.forEach((one, n) => draw(shape, near, one, top + pitch / 2 + rows[n] * pitch, lane.classList[0], left));
    through.forEach((one, n) => draw(shape, near, one, top + tall - 2 - n * 3, lane.classList[0], left).classList.add("through"));
  }
  document.querySelector(".quiet.heaps").style.visibility = heaps > 0 ? "" : "hidden";
  if (focused) links().find((link) => idOf(link) === focused)?.focus({ preventScroll: true });
};
