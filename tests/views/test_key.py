"""The key explains every kind of mark, in words and drawings that can stand anywhere."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from timelines.key import Entry, dates_key, verification_key
from timelines.palette import VERIFICATION

KEYS = (*dates_key("en", narrowed=True, dense=True), *verification_key("en"))


@pytest.mark.parametrize("entry", KEYS, ids=lambda entry: entry.kind)
def test_every_drawing_is_svg_that_harms_nobody(entry: Entry) -> None:
    """A drawing has no script, style, link or id, and its words are beside it, not in it."""
    drawn = ElementTree.fromstring(entry.svg)  # noqa: S314 - our own drawing
    assert drawn.get("aria-hidden") == "true"
    assert entry.label
    for part in drawn.iter():
        assert part.tag.rpartition("}")[2] in {"svg", "rect", "path", "circle", "text"}
        assert not {"id", "style", "href", "class"} & {*part.attrib}
        assert part.get("fill") in (None, "none", "currentColor")


def test_drawings_differ() -> None:
    """No two kinds look the same."""
    assert len({entry.svg for entry in KEYS}) == len(KEYS)
    assert [entry.kind for entry in verification_key("en")] == [*VERIFICATION]


def test_the_key_has_only_what_the_figure_shows() -> None:
    """Brackets and heights are not explained where there are none."""
    kinds = [entry.kind for entry in dates_key("en")]
    assert "narrowed" not in kinds
    assert "dense" not in kinds
    assert {"point", "span", "about", "stretch", "open", "unknown_end"} <= {*kinds}
