"""Takes the pictures in docs/screenshots: `python -m docs.screenshots`, or `… readers` for a part.

Those of the app come from the real app, those of readers from what would be published.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pypdfium2
from playwright.sync_api import Browser, sync_playwright

from tests import outside
from tests.browser.desk import CASE, Desk, opened
from tests.reader.pages import SITE, case, reading
from tests.served import ROOT, served

FOLDER = Path(__file__).resolve().parent / "screenshots"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the size and colours of the screen, and where in the app it is."""

    name: str
    width: int
    height: int
    scheme: Literal["light", "dark"]
    query: str
    ready: str = ".js-plotly-plot .point"


SHOTS = (
    Shot("timeline-light-1280", 1280, 900, "light", "event=internal-report"),
    Shot("timeline-dark-1280", 1280, 900, "dark", "event=prosecutor-email&show=narrowed"),
    Shot("timeline-light-2560", 2560, 1440, "light", "event=prosecutor-email"),
    Shot("timeline-light-390", 390, 844, "light", ""),
    Shot("card-dark-390", 390, 844, "dark", "event=internal-report"),
    Shot("chronology-light-1280", 1280, 900, "light", "page=chronology", "h2"),
    Shot("knowledge-light-1280", 1280, 900, "light", "page=knowledge", "h2"),
    Shot("origins-light-1280", 1280, 900, "light", "page=origins", "h2"),
    Shot("event-light-1280", 1280, 900, "light", "page=event&edit=prosecutor-email", ".form-head"),
    Shot("event-dark-390", 390, 844, "dark", "page=event&edit=prosecutor-email", ".form-head"),
    Shot("documents-light-1280", 1280, 900, "light", "page=documents", ".documents-page"),
    Shot("exchange-light-1280", 1280, 900, "light", "page=exchange", ".st-key-exchange"),
    Shot("review-light-1280", 1280, 900, "light", "page=review", ".st-key-review"),
    Shot("proof-light-1280", 1280, 900, "light", "page=proof", ".proof"),
    Shot("publish-light-1280", 1280, 1400, "light", "page=publish", ".publish-head .verdict"),
)


READERS: dict[str, dict[str, Any]] = {
    "reader-light-1280": {"viewport": {"width": 1280, "height": 1600}},
    "reader-phone-390": {"viewport": {"width": 390, "height": 1600}, "device_scale_factor": 2},
    "reader-dark-1280": {"viewport": {"width": 1280, "height": 1600}, "color_scheme": "dark"},
    "reader-no-script-1280": {
        "viewport": {"width": 1280, "height": 1600}, "java_script_enabled": False,
    },
}  # fmt: skip
"""The page readers get of the founding case, and what the browser is like."""


def main(asked: Sequence[str]) -> None:
    """Take them all, as of 1 December 2021; `readers` takes those of the readers' page alone."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=outside.browser())
        for name, look in READERS.items():
            _read(browser, name, look)
        _print(browser)
        browser.close()
    if "readers" not in asked:
        _app()


def _read(browser: Browser, name: str, look: dict[str, Any]) -> None:
    with reading(browser, case(), **look) as window:
        window.page.goto(f"{SITE}index.html")
        window.page.wait_for_timeout(1_500)
        window.page.screenshot(path=FOLDER / f"{name}.png")
        if name.startswith("reader-phone"):
            third = window.page.locator(".events > li").nth(3)
            third.evaluate("(item) => item.scrollIntoView()")
            window.page.screenshot(path=FOLDER / "reader-phone-rail-390.png")


def _print(browser: Browser) -> None:
    """The page of a print-out on which the list is well under way."""
    with reading(browser, case()) as window:
        window.page.goto(f"{SITE}index.html")
        window.page.wait_for_timeout(1_000)
        document = pypdfium2.PdfDocument(window.page.pdf(format="A4"))
        document[3].render(scale=1.5).to_pil().save(FOLDER / "reader-print.png")
        document.close()


def _app() -> None:
    with (
        served(ROOT / "data" / CASE, TIMELINES_NAME="R. Ortiz") as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=outside.browser())
        for shot in SHOTS:
            _take(browser, address, shot)
        browser.close()


def _take(browser: Browser, address: str, shot: Shot) -> None:
    with opened(browser, address, shot.width, shot.height, shot.scheme) as desk:
        desk.open(f"?{shot.query}", ready=shot.ready)
        _settle(desk)
        if shot.name.startswith("card"):
            desk.page.locator(".card").evaluate("(card) => card.scrollIntoView()")
            desk.page.wait_for_timeout(300)
        desk.page.screenshot(path=FOLDER / f"{shot.name}.png")


def _settle(desk: Desk) -> None:
    """Until the checks are in, the chart has its width, and nothing is drawn any more."""
    desk.page.wait_for_timeout(2_500)
    unfinished = "[data-stale='true'], [data-testid='stSkeleton'], .stSkeleton"
    desk.page.wait_for_function(f'() => !document.querySelector("{unfinished}")')
    desk.page.wait_for_timeout(1_000)
    desk.page.mouse.move(0, 0)


if __name__ == "__main__":
    main(sys.argv[1:])
