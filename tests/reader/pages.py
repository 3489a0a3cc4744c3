"""A reader's browser on published files: what it shows, and what it complains of or asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from playwright.sync_api import Browser, Page, Route

from benchmarks.readers import invented
from tests.barriers import violations
from tests.data.places import FOUNDING_CASE
from tests.publish.newsroom import NOW, TODAY
from timelines.investigation import load
from timelines.publish.publication import files_of, prepare

PATIENCE = 40_000
"""Milliseconds in which what is waited for must have come about."""
SITE = "https://readers.example/timeline/"
KINDS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "json": "application/json",
    "png": "image/png",
    "atom": "application/atom+xml",
}
_SHIFTS = """
window.moved = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) window.moved += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@cache
def case() -> Mapping[str, bytes]:
    """The founding case as it would be published."""
    return prepare(load(FOUNDING_CASE), TODAY, NOW).publication.files


@cache
def thousand() -> Mapping[str, bytes]:
    """A timeline of 1,000 invented events."""
    return files_of(invented(1_000), {})


@dataclass
class Reading:
    """One window; `complaints` are errors of the page, `outside` what it asked of other places."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def open(self, address: str = "") -> None:
        """Open the page at that query or fragment and move, until its late script has come."""
        self.page.goto("about:blank")
        self.page.goto(f"{SITE}index.html{address}")
        self.run("document.body.dispatchEvent(new PointerEvent('pointerover', {bubbles: true}))")
        self.wait("document.querySelector('.tools').dataset.ready === ''")

    def wait(self, condition: str) -> None:
        """Until a script says yes; Playwright's own waiting would need `unsafe-eval`."""
        for _ in range(PATIENCE // 25):
            if self.page.evaluate(condition):
                return
            self.page.wait_for_timeout(25)
        raise TimeoutError(condition)

    def run(self, script: str, given: Any = None) -> Any:
        """What a script says in the page."""
        return self.page.evaluate(script, given)

    def shown(self) -> list[str]:
        """The ids of the events that are shown."""
        script = "[...document.querySelectorAll('.events > li:not([hidden])')].map((li) => li.id)"
        return list(self.run(script))

    def status(self) -> str:
        """How many events are shown, as it is said aloud."""
        return self.page.inner_text(".tools [role=status]")

    def chosen(self) -> str | None:
        """The headline of the chosen event."""
        found: str | None = self.run(
            "document.querySelector('.events > [aria-current] h3')?.textContent ?? null"
        )
        return found

    def faults(self) -> list[str]:
        """What axe-core finds wrong, of any severity."""
        found = violations(self.page)
        return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@contextmanager
def reading(browser: Browser, files: Mapping[str, bytes], **look: Any) -> Iterator[Reading]:
    """A window of a reader to whom nothing is served but these files; `look` is the context's."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **look})
    found = Reading(context.new_page())

    def serve(route: Route) -> None:
        path = route.request.url.partition("?")[0].partition("#")[0].removeprefix(SITE)
        if path == "https://readers.example/favicon.ico":
            route.fulfill(status=204)
        elif path in files:
            kind = KINDS[path.rpartition(".")[2]]
            route.fulfill(body=files[path], content_type=f"{kind}; charset=utf-8")
        else:
            found.outside.append(route.request.url)
            route.abort()

    context.route("**/*", serve)
    found.page.on("console", lambda one: found.complaints.append(one.text))
    found.page.on("pageerror", lambda one: found.complaints.append(str(one)))
    if look.get("java_script_enabled", True):
        context.add_init_script(_SHIFTS)
    try:
        yield found
    finally:
        context.close()
