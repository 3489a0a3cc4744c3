"""The app on a telephone, on a wall, and in the dark."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.desk import CASE, PATIENCE, Desk

EMAIL = "prosecutor-email"
DRAWN = """
() => {
  const chart = document.querySelector(".js-plotly-plot .main-svg");
  const place = document.querySelector(".st-key-chart");
  return chart && Math.abs(chart.clientWidth - place.clientWidth) < 2;
}
"""
WIDER = "document.documentElement.scrollWidth > window.innerWidth"
DARK = "rgb(22, 24, 28)"


def test_nothing_is_cut_off_at_any_width(phone: Desk) -> None:
    """From a telephone to a wall, nobody has to scroll sideways to read."""
    phone.go(f"?investigation={CASE}&event={EMAIL}")
    try:
        for width in (390, 768, 1280, 2560):
            phone.page.set_viewport_size({"width": width, "height": 900})
            phone.page.wait_for_function(DRAWN, timeout=PATIENCE)
            assert not phone.page.evaluate(WIDER), width
            box = phone.card(EMAIL).bounding_box()
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
    finally:
        phone.page.set_viewport_size({"width": 390, "height": 900})
        phone.page.wait_for_function(DRAWN, timeout=PATIENCE)


def test_a_telephone_leads_from_the_list_to_the_card_and_back(phone: Desk) -> None:
    """On a telephone a tap shows the card at once, and one more leads back to the same place."""
    phone.row(EMAIL).tap()
    heading = phone.card(EMAIL).locator("h2")
    expect(heading).to_be_in_viewport()
    expect(heading).to_be_focused()
    phone.page.locator(".st-key-steps [data-back]").tap()
    expect(phone.row(EMAIL)).to_be_in_viewport()
    expect(phone.row(EMAIL)).to_be_focused()


def test_the_dark_is_dark(phone: Desk) -> None:
    """Who works at night gets a dark page and a dark chart, with nothing left white."""
    grounds = phone.page.evaluate(
        "['.stApp', '.js-plotly-plot .main-svg'].map((part) =>"
        " getComputedStyle(document.querySelector(part)).backgroundColor)"
    )
    assert grounds == [DARK, DARK]
