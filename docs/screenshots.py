"""Takes the pictures in docs/screenshots from the real app: `python -m docs.screenshots`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests import outside
from tests.browser.desk import CASE, Desk, opened
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
)


def main() -> None:
    """Take them all, as of 1 December 2021."""
    FOLDER.mkdir(exist_ok=True)
    with served(ROOT / "data" / CASE) as address, sync_playwright() as playwright:
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
    desk.page.wait_for_function("() => !document.querySelector('[data-stale=\"true\"]')")
    desk.page.mouse.move(0, 0)


if __name__ == "__main__":
    main()
