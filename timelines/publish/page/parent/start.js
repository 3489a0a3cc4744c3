// In the newsroom's page: finds what to bring to life; pasted several times, it does so once.

function start() {
  hold(true);
  for (const element of document.querySelectorAll("[data-timeline]")) {
    if (element.hasAttribute("data-timeline-ready")) continue;
    const isFrame = element.localName === "iframe";
    element.setAttribute("data-timeline-ready", isFrame ? "frame" : "waits");
    if (isFrame) addFrame(element);
    else addInline(element);
  }
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
