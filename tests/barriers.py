"""What axe-core finds on a page that keeps somebody out: the rules of WCAG a machine can judge."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_OPTIONS = {"iframes": False, "resultTypes": ["violations"]}
"""Only what is wrong is described in full: what is right is most of the work and nobody's news."""


def barriers(page: Page, *among: str) -> list[str]:
    """One line a violation and place; `among` keeps those of that impact alone (“serious”)."""
    return [
        f"{one['impact']}: {one['id']}: {node['target']} {node['failureSummary']}"
        for one in Axe().run(page, options=_OPTIONS).response["violations"]
        if not among or one["impact"] in among
        for node in one["nodes"]
    ]


def serious_barriers(page: Page) -> list[str]:
    """Those that are serious or critical."""
    return barriers(page, "serious", "critical")
