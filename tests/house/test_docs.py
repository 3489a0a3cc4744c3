"""The documentation says what the code does."""

from __future__ import annotations

import re

import pytest

from docs.generate import FOLDER, PAGES
from tests.house.imports import ROOT

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("name", sorted(PAGES))
def test_generated_pages_are_current(name: str) -> None:
    """A reader of the documentation reads what the code does today (`make docs` renews it)."""
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name]()


def test_links_inside_the_documentation_lead_somewhere() -> None:
    """Nobody who follows a link in the documentation ends up nowhere."""
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if "://" not in target
        and not target.startswith("mailto:")
        and not (page.parent / target).exists()
    ]
    assert pages
    assert broken == []


def test_no_lock_names_an_index() -> None:
    """The pinned requirements install from wherever a newsroom's pip is set up to look."""
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "--hash=sha256:" in text
        assert "://" not in text
        assert "--index" not in text
