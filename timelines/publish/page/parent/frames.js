// In the newsroom's page: gives each frame the height of what is in it, and takes readers to an event.

// A frame is heard only if it is one of these, from the place it was loaded from; it says numbers
// and ids and nothing else. `embeds` holds both frames and inline timelines, in the page's order.
const VERSION = 1;
const TALLEST = 10000000;
const embeds = [];
const SCRIPT = document.currentScript?.src ?? document.baseURI;

const isId = (id) => typeof id === "string" && /^[\w-]{1,64}$/.test(id);
const isPixels = (number) => Number.isFinite(number) && number >= 0 && number <= TALLEST;

/** The origin a frame speaks from: that of its address, or none where it is shut in a sandbox. */
function originOf(frame) {
  const shut = frame.sandbox.length > 0 && !frame.sandbox.contains("allow-same-origin");
  return shut ? "null" : new URL(frame.src, document.baseURI).origin;
}

function tell(frame, message) {
  const origin = originOf(frame);
  frame.contentWindow?.postMessage(
    { timeline: VERSION, ...message },
    origin === "null" ? "*" : origin,
  );
}

const hello = (frame) => ({ hello: 1, small: frame.hasAttribute("data-small") ? 1 : 0 });

/** Once it is there; before that it is not known which page is in the frame. */
function greet(embed) {
  embed.greeted = true;
  tell(embed.element, hello(embed.element));
  const id = wanted(embed);
  if (id !== null) embed.go(id);
}

function addFrame(frame) {
  const embed = {
    element: frame,
    greeted: false,
    go: (id) => tell(frame, { go: id }),
  };
  embeds.push(embed);
  if (wanted(embed) !== null) frame.loading = "eager";
  frame.addEventListener("load", () => greet(embed));
  // It may have been there before this script: the first greeting tells nobody anything.
  frame.contentWindow?.postMessage({ timeline: VERSION, ...hello(frame) }, "*");
}

/** Only a small frame keeps its height, until the reader asks for the rest. */
function resize(embed, message) {
  if (!isPixels(message.height) || message.height < 1) return;
  if (embed.element.hasAttribute("data-small") && message.whole !== 1) return;
  const height = `${Math.ceil(message.height)}px`;
  if (embed.element.style.height !== height) embed.element.style.height = height;
}

function hear(event) {
  const said = event.data;
  if (said === null || typeof said !== "object" || said.timeline !== VERSION) return;
  const embed = embeds.find((one) => one.element.contentWindow === event.source);
  if (embed === undefined || event.source === null) return;
  if (event.origin !== originOf(embed.element)) return;
  // One that was there before this script has said long ago that it is ready.
  if (said.ready === 1 || !embed.greeted) greet(embed);
  if ("height" in said) resize(embed, said);
  if (said.scroll === 1) hold(false);
  if (isId(said.id)) heardEvent(embed, said);
}

function heardEvent(embed, said) {
  if (said.chosen === 1) keepInAddress(embed, said.id);
  if (isPixels(said.at)) scrollTo(embed, said.at);
}

/** A frame below the fold is not drawn by browsers and does not notice that it has another width. */
function tellWidths() {
  for (const { element } of embeds) {
    if (element.localName === "iframe") tell(element, { width: element.clientWidth });
  }
}

window.addEventListener("message", hear);
window.addEventListener("resize", tellWidths);
