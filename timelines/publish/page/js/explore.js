// The figure that one can turn over: traces for Plotly, made of the layout that the page brings.
const told = JSON.parse(document.getElementById("data").textContent);
const place = document.getElementById("figure");
const dark = matchMedia("(prefers-color-scheme: dark)");
const still = matchMedia("(prefers-reduced-motion: reduce)");
const small = matchMedia("(max-width: 43rem)");

// Plotly writes style attributes, which a strict policy forbids; the same through the object model
// is allowed. Only this page has it, and only Plotly writes there.
const setAttribute = Element.prototype.setAttribute;
Element.prototype.setAttribute = function set(name, value) {
  if (name === "style") this.style.cssText = value;
  else setAttribute.call(this, name, value);
};

/** Somebody's text as Plotly shows it word for word: no tag, no entity, no link of theirs. */
const plain = (text) => text.replace(/\s+/g, " ").replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const lines = (text, most = 58) => {
  const found = [""];
  for (const word of text.split(/\s+/)) {
    if (`${found.at(-1)} ${word}`.length > most && found.at(-1) !== "") found.push(word.slice(0, 200));
    else found[found.length - 1] = `${found.at(-1)} ${word}`.trim().slice(0, 200);
  }
  return found.slice(0, 4).map(plain).join("<br>");
};
const card = ([, ...parts]) => parts.filter(Boolean).map((part, n) => (n === 0 ? `<b>${lines(part)}</b>` : lines(part))).join("<br>");

const drawn = (plan) => {
  const theme = dark.matches ? 1 : 0;
  const [ink, paper, muted, rule] = ["--ink", "--paper", "--muted", "--rule"].map(colour);
  const of = (mark) => plan.hue[mark][theme];
  const at = (marks) => marks.map((mark) => plan.y[mark]);
  const bar = (rest) => ({ type: "bar", orientation: "h", hoverinfo: "skip", textposition: "none", ...rest });
  const bars = ({ mark, left, right, strength }, width, colours) => bar({
    base: left, x: right.map((end, n) => Math.max(end - left[n], 0)), y: at(mark), width,
    marker: { color: colours ?? mark.map(of), opacity: strength, line: { width: 0 } },
  });
  const cards = plan.event.map((event) => told.events[event][0]);
  const texts = plan.event.map((event) => card(told.events[event]));

  // Fading bars are steps side by side, each a little stronger than the one before.
  const fades = { mark: [], left: [], right: [], strength: [] };
  const step = (mark, left, right, strength) => {
    if (right <= left) return;
    fades.mark.push(mark); fades.left.push(left); fades.right.push(right); fades.strength.push(strength);
  };
  const pixel = (plan.period[1] - plan.period[0]) / plan.width;
  plan.soft.mark.forEach((mark, n) => {
    const [a, b, c, d] = plan.soft.edges.map((edge) => edge[n]);
    const strength = plan.soft.strength[n];
    const many = (from, to) => Math.max(1, Math.min(20, Math.floor((to - from) / pixel / 3)));
    for (let k = 0, all = many(a, b); k < all && b > a; k += 1) step(mark, a + (b - a) * k / all, a + (b - a) * (k + 1) / all, strength * (k + 0.5) / all);
    step(mark, b, c, strength);
    for (let k = 0, all = many(c, d); k < all && d > c; k += 1) step(mark, c + (d - c) * k / all, c + (d - c) * (k + 1) / all, strength * (1 - (k + 0.5) / all));
  });
  const looks = plan.standing.map((one) => told.standing[one]);
  const woven = [...plan.core.mark.keys()].filter((n) => looks[plan.core.mark[n]].pattern);
  const pick = (values) => woven.map((n) => values[n]);
  const glow = new Set(plan.glow);
  const dots = [...plan.narrow.keys()].filter((mark) => plan.narrow[mark]);
  const lasted = new Set(plan.line.mark);
  const others = [...plan.y.keys()].filter((mark) => !plan.narrow[mark] || glow.has(mark) || lasted.has(mark));
  const middle = (mark) => (plan.x0[mark] + plan.x1[mark]) / 2;
  const points = (rest) => ({ type: "scatter", mode: "markers", hoverinfo: "skip", ...rest });
  const pointer = { "→": "triangle-right", "←": "triangle-left", "[": "line-ns", "]": "line-ns" };
  const signs = ({ mark, at: wall, sign }, size, width) => points({
    x: wall, y: at(mark), marker: { symbol: sign.map((one) => pointer[one]), size, color: mark.map(of), line: { color: mark.map(of), width } },
  });
  return [
    ...plan.crowds.map((one) => bar({
      base: one.edges.slice(0, -1), x: one.tall.map((_, n) => one.edges[n + 1] - one.edges[n]),
      y: one.tall.map((tall) => one.foot - tall / 2), width: one.tall.map((tall) => Math.max(tall, 0.5)),
      marker: { color: one.hue[theme], opacity: 0.8 }, hoverinfo: "text", hovertext: one.count.map(String),
    })),
    bar({
      base: others.map((mark) => plan.x0[mark]), x: others.map((mark) => Math.max(plan.x1[mark] - plan.x0[mark], 1)), y: at(others), width: 18,
      marker: { color: "rgba(0,0,0,0)" }, hoverinfo: "text", hovertext: others.map((mark) => texts[mark]), customdata: others.map((mark) => cards[mark]),
    }),
    bars(fades, 12),
    bars(plan.line, 2),
    bars(plan.core, 10),
    bar({
      base: pick(plan.core.left), x: woven.map((n) => plan.core.right[n] - plan.core.left[n]), y: at(pick(plan.core.mark)), width: 10,
      marker: { color: pick(plan.core.mark).map(of), pattern: { shape: pick(plan.core.mark).map((mark) => looks[mark].pattern), fgcolor: paper, size: 6, solidity: 0.25 } },
    }),
    bars(plan.dashes, 6),
    signs(plan.stops, 14, 2),
    points({
      x: plan.glow.map(middle), y: at(plan.glow),
      marker: { size: 30, opacity: 0.7, color: paper, line: { width: 0 }, gradient: { type: "radial", color: plan.glow.map(of) } },
    }),
    points({
      x: dots.map(middle), y: at(dots), hoverinfo: "text", hovertext: dots.map((mark) => texts[mark]), customdata: dots.map((mark) => cards[mark]),
      marker: {
        symbol: dots.map((mark) => (lasted.has(mark) ? looks[mark].symbol.replace("circle", "square") : looks[mark].symbol)),
        size: dots.map((mark) => (glow.has(mark) ? 4 : 11)), opacity: 1,
        color: dots.map((mark) => (looks[mark].filled ? of(mark) : paper)), line: { color: dots.map(of), width: 2 },
      },
    }),
    signs(plan.arrows, 11, 0),
    { type: "scatter", mode: "text", x: plan.signs.at, y: at(plan.signs.mark), text: plan.signs.sign.map((sign) => `<b>${sign}</b>`), textfont: { size: 13, color: ink }, hoverinfo: "skip" },
    {
      type: "scatter", mode: "markers+text", hoverinfo: "skip",
      x: plan.labels.map((one) => one[3]), y: plan.labels.map((one) => one[6]),
      text: plan.labels.map((one) => `${plain(one[1])}${one[2] ? `${plan.stacked ? "<br>" : "&nbsp; "}<span style="color:${muted};font-size:11.5px">${plain(one[2])}</span>` : ""}`),
      textposition: plan.labels.map((one) => (one[4] ? "middle right" : "middle left")),
      textfont: { size: 12.5, color: ink }, marker: { size: plan.labels.map((one) => Math.max(one[5] - 1, 0) * 1.6), opacity: 0 },
    },
    { rule },
  ].filter((trace) => trace.type);
};

const layoutOf = (plan) => {
  const [ink, paper, muted, rule, hair, ground] = ["--ink", "--paper", "--muted", "--rule", "--hair", "--card"].map(colour);
  const theme = dark.matches ? 1 : 0;
  return {
    paper_bgcolor: paper, plot_bgcolor: paper, showlegend: false, barmode: "overlay", bargap: 0, hovermode: "closest",
    font: { family: getComputedStyle(place).fontFamily, size: 13, color: ink },
    height: plan.height + 96, margin: { l: 10, r: 14, t: 62, b: 12, pad: 0 }, uirevision: "kept",
    dragmode: small.matches ? false : "pan", hoverdistance: 24,
    hoverlabel: { bgcolor: ground, bordercolor: rule, align: "left", font: { color: ink, size: 13 } },
    xaxis: {
      type: "date", range: plan.period, minallowed: plan.period[0], maxallowed: plan.period[1], side: "top", ticklabelmode: "period",
      tickfont: { size: 12, color: muted }, tickangle: 0, gridcolor: hair, zeroline: false, showline: true, linecolor: rule, nticks: Math.max(4, plan.width / 62),
    },
    yaxis: { range: [plan.height, 0], fixedrange: true, visible: false },
    shapes: plan.lanes.slice(1).map((lane) => ({ type: "line", xref: "paper", x0: 0, x1: 1, y0: lane[2], y1: lane[2], line: { color: rule, width: 1 }, layer: "below" })),
    annotations: plan.lanes.map((lane) => ({
      text: `<b>${plain(lane[0])}</b>`, xref: "paper", x: 0, xanchor: "left", y: lane[2] + 8, yanchor: "top", showarrow: false,
      font: { size: 14, color: lane[1][theme], variant: "small-caps" },
    })),
  };
};
const CONFIG = { displaylogo: false, displayModeBar: false, showSendToCloud: false, plotlyServerURL: "", scrollZoom: true, doubleClick: "reset", responsive: true };

const plan = () => told.plans[small.matches ? 1 : 0];
const draw = () => Plotly.react(place, drawn(plan()), layoutOf(plan()), CONFIG);

const by = (factor) => {
  const whole = plan().period;
  const [left, right] = place.layout.xaxis.range.map((end) => (typeof end === "number" ? end : Date.parse(`${end.replace(" ", "T")}Z`)));
  const half = (right - left) / 2 * factor;
  const middle = (left + right) / 2;
  const range = factor === 0 ? whole : [Math.max(whole[0], middle - half), Math.min(whole[1], middle + half)];
  return Plotly.relayout(place, { "xaxis.range": range });
};

const begin = async () => {
  if (told.plans.length === 0) return;
  await draw();
  place.dataset.ready = "";
  place.on("plotly_click", ({ points }) => {
    const id = points[0].customdata;
    const event = told.events.find((one) => one[0] === id);
    const link = document.createElement("a");
    if (event === undefined) return;
    link.href = `./#${id}`;
    link.textContent = event[1];
    document.querySelector(".chosen").replaceChildren(link, ` ${event[2]}`);
  });
  for (const button of document.querySelectorAll(".tools button")) {
    button.addEventListener("click", () => (button.dataset.by === "png"
      ? Plotly.downloadImage(place, { format: "png", filename: "timeline", scale: 2 }) : by(+button.dataset.by)));
  }
  for (const query of [dark, small, still]) query.addEventListener("change", draw);
};

const library = document.createElement("script");
library.src = document.currentScript.dataset.library;
library.addEventListener("load", begin);
document.head.append(library);
