"""The app for people who see, hear or move differently: what axe-core finds wrong."""

from __future__ import annotations

from tests.barriers import serious_barriers
from tests.browser.desk import CASE, Desk

CHOSEN = f"?investigation={CASE}&event=records-search"


def test_list_card_and_findings_have_no_serious_barrier(desk: Desk) -> None:
    """Nobody is kept from the list, the card or the findings: no serious or critical violation."""
    desk.go(CHOSEN)
    desk.card("records-search")
    assert serious_barriers(desk.page) == []


def test_nor_have_they_on_a_telephone_in_the_dark(phone: Desk) -> None:
    """The same holds in a hand, at night."""
    phone.go(CHOSEN)
    phone.card("records-search")
    assert serious_barriers(phone.page) == []
