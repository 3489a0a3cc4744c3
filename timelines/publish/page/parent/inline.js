// In the newsroom's page: puts a timeline into a `<div>`, walled off, where frames are forbidden.

// Only what a timeline is made of is put in; everything else in the fetched text is left out.
const ELEMENTS = new Set(
  ("a abbr article aside b blockquote br caption circle clippath code dd defs desc details div dl " +
    "dt ellipse em figcaption figure footer g h1 h2 h3 h4 h5 h6 header hr i img ins del li line " +
    "lineargradient main mark nav ol p path pattern polygon polyline pre q radialgradient rect s " +
    "section small span stop strong sub summary sup svg table tbody td text tfoot th thead time " +
    "title tr tspan ul use")
    .split(" "),
);
const LINKS = new Set(["href", "src", "xlink:href", "cite"]);
const LAST = 3;

/** Whether an attribute may stay; an address is made whole, since it is another's page. */
function keepAttribute(element, { name, value }, home) {
  if (/^on|^style$|^srcdoc$|^srcset$|^form|^ping$/i.test(name)) return false;
  if (!LINKS.has(name.toLowerCase()) || value.startsWith("#")) return true;
  let address;
  try {
    address = new URL(value, home);
  } catch {
    return false;
  }
  if (name !== "href" || element.localName !== "a") {
    if (address.origin !== home.origin) return false;
  } else if (!["http:", "https:", "mailto:"].includes(address.protocol)) {
    return false;
  }
  element.setAttribute(name, address.href);
  return true;
}

function cleaned(root, home) {
  for (const element of [...root.querySelectorAll("*")]) {
    if (!ELEMENTS.has(element.localName.toLowerCase())) {
      element.remove();
      continue;
    }
    for (const attribute of [...element.attributes]) {
      if (!keepAttribute(element, attribute, home)) element.removeAttribute(attribute.name);
    }
    if (element.localName === "a" && !element.getAttribute("href")?.startsWith("#")) {
      element.setAttribute("rel", "noopener noreferrer");
    }
  }
  return root;
}

function parsed(text) {
  const policy = window.trustedTypes?.createPolicy("timelines", { createHTML: (html) => html });
  return new DOMParser().parseFromString(policy ? policy.createHTML(text) : text, "text/html");
}

async function fetched(address) {
  const answer = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.text();
}

/** The sheet is made by script, so that the page's own policy needs no word on styles. */
async function sheet(address) {
  const made = new CSSStyleSheet();
  made.replaceSync(await fetched(address));
  return made;
}

/** The last three events and a button for the rest, for the column of an article. */
function shorten(root, label) {
  const events = [...root.querySelectorAll(".events > li")];
  const hidden = events.slice(0, -LAST);
  const rest = [...root.querySelectorAll("[data-rest]"), ...hidden];
  if (hidden.length === 0) return () => {};
  for (const element of rest) element.hidden = true;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "more";
  button.textContent = label;
  const open = () => {
    for (const element of rest) element.hidden = false;
    button.remove();
  };
  button.addEventListener("click", () => {
    open();
    hidden[0].tabIndex = -1;
    hidden[0].focus();
  });
  root.append(button);
  return open;
}

function choose(root, id, open) {
  const event = root.querySelector(`#${CSS.escape(id)}`);
  if (event === null) return null;
  if (event.hidden) open();
  for (const one of root.querySelectorAll("[data-chosen]")) one.removeAttribute("data-chosen");
  event.setAttribute("data-chosen", "");
  return event;
}

function addInline(element) {
  const home = new URL(".", new URL(element.getAttribute("data-timeline") || ".", SCRIPT));
  const embed = { element, go: (id) => { embed.asked = id; }, asked: null };
  embeds.push(embed);
  fill(embed, home).catch((fault) => {
    // What the newsroom wrote into the div, a link to the page, is left for the reader.
    element.setAttribute("data-timeline-ready", "failed");
    console.warn(`The timeline could not be put into the page: ${fault.message}`);
  });
}

async function fill(embed, home) {
  const page = parsed(await fetched(new URL("fragment.html", home)));
  const found = page.querySelector("[data-style]");
  const { style, more } = found.dataset;
  const look = await sheet(new URL(style, home));
  const shadow = embed.element.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [look];
  shadow.append(document.importNode(cleaned(found, home), true));
  alive(embed, shadow, embed.element.hasAttribute("data-small") ? more : null);
  embed.element.setAttribute("data-timeline-ready", "inline");
}

function alive(embed, shadow, more) {
  const root = shadow.firstElementChild;
  const open = more === null ? () => {} : shorten(root, more);
  embed.go = (id) => {
    const event = choose(root, id, open);
    if (event === null) return null;
    const from = embed.element.getBoundingClientRect().top;
    scrollTo(embed, event.getBoundingClientRect().top - from);
    return event;
  };
  shadow.addEventListener("click", (click) => {
    const link = click.target.closest("a[href^='#']");
    if (link === null) return;
    click.preventDefault();
    const id = link.getAttribute("href").slice(1);
    hold(false);
    const event = embed.go(id);
    if (event === null) return;
    event.tabIndex = -1;
    event.focus({ preventScroll: true });
    keepInAddress(embed, id);
  });
  const id = embed.asked ?? wanted(embed);
  if (id !== null) embed.go(id);
}
