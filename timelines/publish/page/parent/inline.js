// In the newsroom's page: puts a timeline into a `<div>`, walled off, where frames are forbidden.

// What is fetched is looked through once more: of these elements nothing is kept, of those that are
// not known only what is in them.
const REFUSED = new Set(
  ("applet base button embed form frame frameset iframe input link math meta noscript object option " +
    "portal script select set style template textarea animate animatetransform foreignobject")
    .split(" "),
);
const KNOWN = new Set(
  ("a abbr article aside b bdi bdo blockquote br caption circle clippath code dd defs del desc " +
    "details dfn div dl dt ellipse em figcaption figure footer g h1 h2 h3 h4 h5 h6 header hr i img " +
    "ins li line lineargradient main mark marker mask nav ol p path pattern polygon polyline pre q " +
    "radialgradient rect s section small span stop strong sub summary sup svg symbol table tbody " +
    "td text tfoot th thead time title tr tspan u ul use")
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
    const name = element.localName.toLowerCase();
    if (REFUSED.has(name)) element.remove();
    else if (!KNOWN.has(name)) element.replaceWith(...element.childNodes);
    for (const attribute of [...element.attributes]) {
      if (!keepAttribute(element, attribute, home)) element.removeAttribute(attribute.name);
    }
    if (element.matches("a[href]:not([href^='#'])")) {
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
  const around = [...root.querySelectorAll("header > :not(h1), header ~ div > :not(.events, h2), footer")];
  const rest = [...around, ...hidden].filter((element) => !element.hidden);
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
  root.firstElementChild.append(button);
  return open;
}

function choose(root, id, open) {
  const place = root.querySelector(`#${CSS.escape(id)}`);
  if (place === null) return null;
  if (place.hidden) open();
  if (place.matches(".events > li")) {
    for (const one of root.querySelectorAll(".events > [aria-current]")) {
      one.removeAttribute("aria-current");
    }
    place.setAttribute("aria-current", "true");
  }
  return place;
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
  for (const link of root.querySelectorAll(".events > li h3 a:not([href])")) {
    link.setAttribute("href", `#${link.closest("li").id}`);
  }
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
    const place = embed.go(id);
    if (place === null) return;
    if (!place.contains(link)) {
      place.tabIndex = -1;
      place.focus({ preventScroll: true });
    }
    if (place.matches(".events > li")) keepInAddress(embed, id);
  });
  const id = embed.asked ?? wanted(embed);
  if (id !== null) embed.go(id);
}
