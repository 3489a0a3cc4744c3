"""The app for people who see, hear or move differently: what axe-core finds wrong."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.browser.desk import CASE, opened


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_list_card_and_findings_have_no_serious_barrier(
    browser: Browser, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """Nobody is kept from the list, the card or the findings: no serious or critical violation."""
    with opened(browser, address, width, 900, scheme) as desk:
        desk.open(f"?investigation={CASE}&event=records-search")
        desk.card("records-search")
        found = Axe().run(desk.page).response["violations"]
    barriers = [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
    assert barriers == []
