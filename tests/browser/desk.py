"""A person before the app: what they see, click and type, and what the browser complains of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

CASE = "kansas-city-records-search"
PATIENCE = 60_000
"""Milliseconds until something that must appear has appeared."""

_PROBE = "script-src: wasm-eval"
"""Streamlit's number library tries WebAssembly, is refused, and does without: that is intended."""

_GONE = "Client Error: Download Button source error - 404"
"""What Streamlit says where a file to save was on a page that is left (`_complaint`)."""

_WATCH_POLICY = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (found) => {
  window.violations.push(`${found.violatedDirective}: ${found.blockedURI}`);
});
"""
_FOLLOW = """
(query) => {
  const link = document.createElement("a");
  link.href = query;
  link.dataset.go = "";
  document.body.append(link);
  link.focus();
  link.click();
  link.remove();
}
"""
_ARRIVED = """
(query) => location.search === query
  && (query.includes("event=") || document.querySelector(".card") === null)
"""
CHART = ".js-plotly-plot .point"
"""What is there once the first page is drawn."""
_SETTLED = "() => document.querySelector('[data-stale=\"true\"]') === null"
_PLACE_OF = """
(event) => {
  for (const layer of document.querySelectorAll(".js-plotly-plot g.trace")) {
    const trace = layer.__data__?.[0]?.trace;
    for (const mark of layer.querySelectorAll(".point")) {
      const data = trace?.customdata?.[mark.__data__?.i];
      if ((Array.isArray(data) ? data[0] : data) !== event) continue;
      mark.scrollIntoView({ block: "center" });
      const box = mark.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    }
  }
  return null;
}
"""


@dataclass
class Desk:
    """One browser window on the app, with everything it asked for and complained of."""

    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, query: str = "", ready: str = CHART) -> None:
        """Load an address of the app, as from a bookmark, and wait until that is there.

        A load costs more than all that most tests do: where a link inside the app will do, `go`.
        """
        self.page.goto(f"{self.address}/{query}")
        self.page.wait_for_selector(ready, timeout=PATIENCE)

    def go(self, query: str, ready: str = CHART) -> None:
        """Follow a link inside the app, which takes no reload, and wait until that is there.

        The parts of `query` stand in the order in which the app writes them.
        """
        self.follow(query)
        self.page.wait_for_function(_ARRIVED, arg=query, timeout=PATIENCE)
        self.page.wait_for_selector(ready, timeout=PATIENCE)
        self.page.wait_for_function(_SETTLED, timeout=PATIENCE)
        self.page.evaluate("document.querySelector('.stMain').scrollTo(0, 0)")
        self.page.wait_for_timeout(150)  # a list that drops down closes while the page scrolls

    def follow(self, query: str) -> None:
        """Follow a link inside the app, and wait for nothing."""
        self.page.evaluate(_FOLLOW, query)

    def call_me(self, name: str) -> None:
        """Say who is at this window, where a page asks for it; an empty name is nobody again."""
        asked = self.page.locator(".st-key-who button").first
        asked.click()
        self.page.locator("[data-testid=stPopoverBody] input").fill(name)
        self.page.keyboard.press("Enter")
        button = self.page.get_by_role("button", name=name or "Who are you?")
        button.first.wait_for(timeout=PATIENCE)
        self.page.keyboard.press("Escape")
        window = self.page.locator("[data-testid=stPopoverBody]")
        window.wait_for(state="hidden", timeout=PATIENCE)  # closing it moves the keyboard

    def choose_mark(self, event: str) -> None:
        """Click the mark of an event on the chart, and wait for its card."""
        x, y = self.mark(event)
        self.page.mouse.move(x, y)
        self.page.mouse.click(x, y)
        self.card(event)

    def mark(self, event: str) -> tuple[float, float]:
        """Where the mark of an event is on the screen."""
        found = self.page.evaluate(_PLACE_OF, event)
        assert found is not None, f"the chart has no mark of {event}"
        return found[0], found[1]

    def row(self, event: str) -> Any:
        """The event's button in the list."""
        return self.page.locator(f".listing button[data-event='{event}']")

    def card(self, event: str) -> Any:
        """The card of that event, once it is there."""
        found = self.page.locator(f".card[data-card='{event}']")
        found.wait_for(timeout=PATIENCE)
        self.page.wait_for_function(_SETTLED, timeout=PATIENCE)
        return found

    def focused(self) -> str | None:
        """The event whose button of the list has the keyboard."""
        found: str | None = self.page.evaluate("document.activeElement.dataset.event ?? null")
        return found

    def shown_period(self) -> list[Any]:
        """The left and right end of the chart's axis."""
        script = "document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range.map(Number)"
        found: list[Any] = self.page.evaluate(
            script.replace(".map(Number)", ".map((end) => String(end))")
        )
        return found

    def count(self) -> str:
        """How many events are shown, as the list says it."""
        return str(self.page.locator("#listing-title .count").inner_text())

    def complain(self) -> None:
        """Fail if the browser refused, reported or fetched something since the window opened."""
        refused = [one for one in self.page.evaluate("window.violations") if one != _PROBE]
        assert (refused, self.complaints, self.outside()) == ([], [], [])

    def outside(self) -> list[str]:
        """Everything the browser asked of any other machine."""
        ours = urlsplit(self.address).netloc
        return [url for url in self.asked if urlsplit(url).netloc not in (ours, "")]


@contextmanager
def opened(
    browser: Browser,
    address: str,
    width: int = 1280,
    height: int = 800,
    scheme: Literal["light", "dark"] = "light",
    touch: bool = False,
) -> Iterator[Desk]:
    """A window of that size; at the end the browser must have nothing to complain of."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        has_touch=touch,
        reduced_motion="reduce",
    )
    page = context.new_page()
    desk = Desk(page, address)
    page.add_init_script(_WATCH_POLICY)
    page.on("request", lambda request: desk.asked.append(_asked(request)))
    page.on("console", lambda message: desk.complaints.extend(_complaint(message)))
    page.on("pageerror", lambda error: desk.complaints.append(str(error)))
    page.on("dialog", lambda dialog: desk.complaints.append(f"dialog: {dialog.message}"))
    try:
        yield desk
        desk.complain()
    finally:
        context.close()


def _asked(request: Request) -> str:
    return request.url


def _complaint(message: ConsoleMessage) -> list[str]:
    """What the browser complains of; not of a file to save that is gone with the page it was on.

    Streamlit asks for such a file as soon as its button is drawn, and takes it away when somebody
    goes to another page. That files can be saved is tested where they are saved.
    """
    if message.type != "error" or message.text.startswith(_GONE):
        return []
    lacking = "404" in message.text and "/media/" in str(message.location.get("url", ""))
    return [] if lacking else [message.text]
