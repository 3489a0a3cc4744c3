"""Independent origins are counted as an editor counts them: by who knew, not by who printed."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import write_investigation
from timelines import origins
from timelines.investigation import load

SOURCES = """
- {id: spokesman, kind: statement, title: The spokesman}
- {id: email, kind: document, title: The e-mail}
- {id: insider, kind: interview, title: An insider}
- id: story
  kind: publication
  title: A story with three people behind it
  derived_from: [spokesman, email, insider]
- id: witness
  kind: interview
  title: Somebody who read the e-mail and was there
  firsthand: yes
  derived_from: email
"""


def _origins(folder: Path, cited: str) -> set[str]:
    event = f"headline: Something happens\ndate: 2021-05\nsources: [{cited}]\n"
    files = {"sources.yaml": SOURCES, "events/it.yaml": event}
    return set(origins.independent(load(write_investigation(folder, files)))["it"])


def test_a_story_alone_stands_for_all_behind_it(tmp_path: Path) -> None:
    """Where only the story is cited, everybody it goes back to may be behind the sentence."""
    assert _origins(tmp_path, "story") == {"spokesman", "email", "insider"}


def test_a_story_beside_its_own_source_adds_nothing(tmp_path: Path) -> None:
    """What the spokesman said is not confirmed by the e-mail that the same story also used."""
    assert _origins(tmp_path, "story, spokesman") == {"spokesman"}


def test_a_witness_counts_although_they_also_read_of_it(tmp_path: Path) -> None:
    """Somebody who was there is an origin of their own beside the document they mention."""
    assert _origins(tmp_path, "witness, email") == {"witness", "email"}
