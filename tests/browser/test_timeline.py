"""Reading an investigation in the browser: chart, list, card, filters, address."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from tests.browser.desk import CASE, PATIENCE, Desk, opened

EMAIL = "prosecutor-email"
COMPLAINT = "complaint-filed"
SETTLED = """
(whole) => {
  const chart = document.querySelector(".js-plotly-plot");
  const { range } = chart.layout.xaxis;
  return String(range[0]) !== whole && String(range) === String(chart._fullLayout.xaxis.range);
}
"""
"""The wheel has come to rest, and the chart has taken over what it shows."""

OVERTAKEN = """
([query, pause]) => new Promise((done) => {
  const link = document.createElement("a");
  link.href = query;
  link.dataset.go = "";
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    document.querySelector(".st-key-layer_narrowed input").click();
    done();
  }, pause);
})
"""
"""Follow a link, and so many milliseconds later use a switch."""


def test_a_click_on_a_mark_opens_its_card_and_the_view_stays(desk: Desk) -> None:
    """An editor who zoomed in and clicks a mark reads who says so, and keeps the zoom."""
    whole = desk.shown_period()
    x, y = desk.mark(EMAIL)
    desk.page.mouse.move(x, y)
    desk.page.mouse.wheel(0, -400)
    desk.page.wait_for_function(SETTLED, arg=whole[0])
    zoomed = desk.shown_period()
    desk.choose_mark(EMAIL)
    card = desk.card(EMAIL)
    expect(card).to_contain_text("Sept. 8, 2021")
    expect(card).to_contain_text("letter dated Sept. 8")
    expect(card).to_contain_text("The Kansas City Star")
    assert desk.shown_period() == zoomed
    expect(desk.row(EMAIL)).to_have_attribute("aria-current", "true")
    desk.row(COMPLAINT).click()
    desk.card(COMPLAINT)
    assert desk.shown_period() == zoomed
    desk.page.mouse.dblclick(*_empty_place(desk))
    desk.page.wait_for_function(
        "(whole) => String(document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range[0])"
        " === whole",
        arg=whole[0],
    )
    desk.card(COMPLAINT)


def _empty_place(desk: Desk) -> tuple[float, float]:
    ground = desk.page.locator(".js-plotly-plot .nsewdrag").first
    ground.evaluate("(ground) => ground.scrollIntoView({block: 'start', behavior: 'instant'})")
    box = ground.bounding_box()
    assert box is not None
    return box["x"] + box["width"] - 12, box["y"] + 8


def test_what_is_chosen_in_the_list_is_marked_on_the_chart(desk: Desk) -> None:
    """Chart and list never show two different events as the chosen one."""
    desk.row(EMAIL).click()
    desk.card(EMAIL)
    marked = "() => document.querySelectorAll('.js-plotly-plot .chosen-mark').length"
    assert desk.page.evaluate(marked) > 0
    desk.choose_mark(COMPLAINT)
    assert desk.page.locator(".listing [aria-current]").count() == 1
    expect(desk.row(COMPLAINT)).to_have_attribute("aria-current", "true")
    desk.row(EMAIL).click()
    desk.card(EMAIL)
    desk.choose_mark(COMPLAINT)


def test_everything_can_be_done_by_keyboard(desk: Desk) -> None:
    """An editor without a mouse walks the list, opens an event, goes on, and keeps their place."""
    first = desk.page.locator(".listing [data-event]").first
    first.focus()
    start = desk.focused()
    desk.page.keyboard.press("ArrowDown")
    desk.page.keyboard.press("ArrowDown")
    third = desk.focused()
    assert third not in (None, start)
    desk.page.keyboard.press("Enter")
    desk.card(str(third))
    assert desk.focused() == third
    expect(desk.page.locator(".timelines-status")).to_contain_text("Card of")
    desk.page.keyboard.press("End")
    last = desk.focused()
    desk.page.keyboard.press("Home")
    assert desk.focused() == start != last
    after_list = (
        "() => [...document.querySelectorAll('.st-key-rail button:not([tabindex=\"-1\"])')]"
        ".map((button) => button.textContent.trim())"
    )
    assert "Next event" in desk.page.evaluate(after_list)
    desk.page.get_by_role("button", name="Next event").focus()
    desk.page.keyboard.press("Enter")
    desk.page.wait_for_function(
        "(before) => document.querySelector('.card')?.dataset.card !== before", arg=third
    )
    assert desk.page.evaluate("document.activeElement.textContent.trim()") == "Next event"
    expect(desk.page.get_by_text("Skip to main content")).to_have_count(1)


def test_a_filter_says_how_much_is_shown_and_stands_in_the_address(
    desk: Desk, browser: Browser
) -> None:
    """A link sent to an editor opens exactly what the reporter sees."""
    whole = desk.count()
    words = desk.page.get_by_role("textbox", name="Words")
    words.fill("complaint")
    words.press("Enter")
    expect(desk.page.locator("#listing-title .count")).not_to_have_text(whole)
    desk.row(COMPLAINT).click()
    desk.card(COMPLAINT)
    shown = desk.count()
    listed = desk.page.locator(".listing [data-event]").count()
    assert shown == f"{listed} of 29 events shown"
    desk.page.wait_for_function("() => location.search.includes('event=')")
    link = desk.page.url.removeprefix(f"{desk.address}/")
    with opened(browser, desk.address) as other:
        other.open(link)
        other.card(COMPLAINT)
        assert other.count() == shown
        expect(other.page.get_by_role("textbox", name="Words")).to_have_value("complaint")
        other.page.get_by_role("button", name="Show all").click()
        expect(other.page.locator("#listing-title .count")).to_have_text(whole)


def test_the_way_back_leads_back(desk: Desk) -> None:
    """The browser's back button undoes a choice, as everywhere on the web."""
    desk.row(EMAIL).click()
    desk.card(EMAIL)
    desk.row(COMPLAINT).click()
    desk.card(COMPLAINT)
    desk.page.wait_for_function("(event) => location.search.includes(event)", arg=COMPLAINT)
    desk.page.go_back()
    desk.card(EMAIL)


def test_a_link_followed_just_before_another_click_is_not_lost(desk: Desk) -> None:
    """Streamlit gives up a run of the page that another click overtakes; the link still leads."""
    for number, pause in enumerate((11, 3)):
        event = (EMAIL, COMPLAINT)[number % 2]
        desk.page.evaluate(OVERTAKEN, [f"?investigation={CASE}&event={event}", pause])
        desk.card(event)
        arrived = "(event) => location.search.includes(event)"
        desk.page.wait_for_function(arrived, arg=event, timeout=PATIENCE)


def test_another_investigation_is_one_pick_away(desk: Desk) -> None:
    """The picker opens another investigation, with none of the first one's filters."""
    desk.page.get_by_role("combobox", name="Investigation").click()
    desk.page.get_by_role("option", name="A changing story").click()
    expect(desk.page.get_by_role("heading", level=1)).to_have_text("A changing story")
    desk.page.wait_for_function("() => location.search.includes('changing')")
    expect(desk.row("first")).to_be_visible()


def test_a_finding_leads_to_its_event(desk: Desk) -> None:
    """From a finding of the checks it is one click to the event it is about."""
    link = desk.page.locator(".overview .finding a[data-go]").first
    link.click()
    desk.page.wait_for_selector(".card")
    expect(desk.page.locator(".card h2")).to_have_text(link.inner_text())
    assert CASE in desk.page.url
