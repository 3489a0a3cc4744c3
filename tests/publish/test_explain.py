"""What an editor reads before it goes out: every public text, and the line it comes from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.data.places import FOUNDING_CASE
from tests.publish.newsroom import NOW, TODAY, Newsroom
from timelines.investigation import load
from timelines.publish.explain import explained
from timelines.publish.publication import DATA, prepare


def texts(value: Any) -> list[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in texts(one)]


@pytest.fixture(params=["founding case", "harbor"])
def root(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder of an investigation."""
    return FOUNDING_CASE if request.param == "founding case" else Newsroom().written(tmp_path)


def test_every_public_text_is_explained(root: Path) -> None:
    """No text goes to readers that is not in the list an editor reads first."""
    publication = prepare(load(root), TODAY, NOW).publication
    data = json.loads(publication.files[DATA])
    del data["$schema"]
    told = explained(load(root), publication.public, publication.origins)
    assert sorted(one.text for one in told) == sorted(texts(data))


def test_the_list_leads_to_the_line(root: Path) -> None:
    """At the place that the list names stands the text itself, unless the program made it."""
    investigation = load(root)
    publication = prepare(investigation, TODAY, NOW).publication
    astray = []
    for one in explained(investigation, publication.public, publication.origins):
        assert one.file is not None, one
        if one.worked_out or one.part in ("language", "zone") or one.part.endswith("stance"):
            continue
        lines = (root / one.file).read_text(encoding="utf-8").splitlines()
        assert one.line is not None, one
        # A long text starts on the line of its key, or on the next one.
        here = " ".join(lines[one.line - 1 : one.line + 40]).replace("\\n", " ").replace('\\"', '"')
        if " ".join(one.text.split())[:30] not in " ".join(here.split()):
            astray.append(one)
    defaults = ("basis", "verification", "weight")
    assert [one for one in astray if not one.part.endswith(defaults)] == []
