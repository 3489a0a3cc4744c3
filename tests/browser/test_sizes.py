"""The app on a telephone, on a wall, and in the dark."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.desk import CASE, PATIENCE, opened

EMAIL = "prosecutor-email"
DRAWN = """
() => {
  const chart = document.querySelector(".js-plotly-plot .main-svg");
  const place = document.querySelector(".st-key-chart");
  return chart && Math.abs(chart.clientWidth - place.clientWidth) < 2;
}
"""
WIDER = "document.documentElement.scrollWidth > window.innerWidth"


def test_nothing_is_cut_off_at_any_width(browser: Browser, address: str) -> None:
    """From a telephone to a wall, nobody has to scroll sideways to read."""
    with opened(browser, address, 390, 900) as desk:
        desk.open(f"?investigation={CASE}&event={EMAIL}")
        for width in (390, 768, 1280, 2560):
            desk.page.set_viewport_size({"width": width, "height": 900})
            desk.page.wait_for_function(DRAWN, timeout=PATIENCE)
            assert not desk.page.evaluate(WIDER), width
            box = desk.card(EMAIL).bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width


def test_a_telephone_leads_from_the_list_to_the_card_and_back(
    browser: Browser, address: str
) -> None:
    """On a telephone a tap shows the card at once, and one more leads back to the same place."""
    with opened(browser, address, 390, 844, touch=True) as desk:
        desk.open(f"?investigation={CASE}")
        desk.row(EMAIL).tap()
        heading = desk.card(EMAIL).locator("h2")
        expect(heading).to_be_in_viewport()
        expect(heading).to_be_focused()
        desk.page.locator(".st-key-steps [data-back]").tap()
        expect(desk.row(EMAIL)).to_be_in_viewport()
        expect(desk.row(EMAIL)).to_be_focused()


def test_the_dark_is_dark(browser: Browser, address: str) -> None:
    """Who works at night gets a dark page and a dark chart, with nothing left white."""
    with opened(browser, address, scheme="dark") as desk:
        desk.open(f"?investigation={CASE}&event={EMAIL}")
        desk.card(EMAIL)
        grounds = desk.page.evaluate(
            "['.stApp', '.js-plotly-plot .main-svg'].map((part) =>"
            " getComputedStyle(document.querySelector(part)).backgroundColor)"
        )
        assert grounds == ["rgb(22, 24, 28)", "rgb(22, 24, 28)"]
