"""What axe-core finds on a page that keeps somebody out: the rules of WCAG a machine can judge."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_WRONG = {"resultTypes": ["violations"]}
"""Only what is wrong is described in full: what is right is most of the work and nobody's news."""
_THERE = "typeof window.axe === 'object'"


def violations(page: Page, **where: Any) -> list[dict[str, Any]]:
    """What axe-core finds, of any severity, in the page with its frames; `where` is its own."""
    # It is read once a page: the browser would read half a million letters before every look.
    axe = Axe("0") if page.evaluate(_THERE) else Axe()
    where["options"] = _WRONG | where.get("options", {})
    return list(axe.run(page, **where).response["violations"])


def barriers(page: Page, *among: str) -> list[str]:
    """One line a violation and place; `among` keeps those of that impact alone (“serious”)."""
    return [
        f"{one['impact']}: {one['id']}: {node['target']} {node['failureSummary']}"
        for one in violations(page, options={"iframes": False})
        if not among or one["impact"] in among
        for node in one["nodes"]
    ]


def serious_barriers(page: Page) -> list[str]:
    """Those that are serious or critical."""
    return barriers(page, "serious", "critical")
