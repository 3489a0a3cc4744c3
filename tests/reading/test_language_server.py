"""What a reporter sees while typing in an editor with the YAML language server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import write_investigation
from tests.reading.language_server import Editor
from timelines.schema import schemas

MODELINE = "# yaml-language-server: $schema=../schemas/{}.schema.json\n"
EVENT = "headline: It happens\ndate: [2021-05-01, 2021-05-02]\n"
KINDS = {"investigation.yaml": "investigation", "sources.yaml": "sources", "people.yaml": "people"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the schemas beside an investigation's files, as the documentation says."""
    folder = tmp_path_factory.mktemp("editor")
    (folder / "schemas").mkdir()
    for name, schema in schemas().items():
        (folder / "schemas" / name).write_text(json.dumps(schema))
    return folder


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[Editor]:
    """An editor that has the folder open."""
    with Editor(folder) as editor:
        yield editor


def saved(folder: Path, name: str, text: str, schema: str = "event") -> Path:
    """A file with the first line that connects it with its schema."""
    write_investigation(folder, {f"files/{name}": MODELINE.format(schema) + text})
    return folder / "files" / name


def test_a_misspelt_key_is_marked(editor: Editor, folder: Path) -> None:
    """A slip in a key is underlined in its line while the file is still open."""
    file = saved(folder, "slip.yaml", EVENT + "sumary: x\n")
    assert [(line, "sumary" in words) for line, words in editor.marks(file)] == [(4, True)]
    listed = saved(folder, "list.yaml", "- id: a\n  titel: x\n  kind: post\n", "sources")
    assert (3, True) in [(line, "titel" in words) for line, words in editor.marks(listed)]


def test_a_misspelt_word_is_marked(editor: Editor, folder: Path) -> None:
    """A word that a key does not know is underlined, with those that it knows."""
    file = saved(folder, "word.yaml", EVENT + "verification: Confirmed\n")
    marks = editor.marks(file)
    assert [line for line, _ in marks] == [4]
    assert "confirmed" in marks[0][1]


def test_keys_and_words_are_offered(editor: Editor, folder: Path) -> None:
    """A reporter need not know the format by heart: keys and words are offered."""
    file = saved(folder, "offer.yaml", EVENT + "veri\n")
    editor.marks(file)
    assert {"verification", "visibility", "summary"} <= set(editor.completions(file, 4, 4))
    citing = saved(folder, "citing.yaml", EVENT + "sources:\n  - source: form\n    \n")
    editor.marks(citing)
    assert {"quote", "says", "stance"} <= set(editor.completions(citing, 6, 4))
    words = saved(folder, "words.yaml", EVENT + "verification: \n")
    editor.marks(words)
    assert {"alleged", "confirmed", "hypothesis"} <= set(editor.completions(words, 4, 14))


def test_a_key_explains_itself(editor: Editor, folder: Path) -> None:
    """Pointing at a key shows what it is for."""
    file = saved(folder, "hover.yaml", EVENT + "sources:\n  - source: form\n    quote: x\n")
    editor.marks(file)
    assert "One sentence" in editor.hover(file, 2, 3)
    assert "The words used" in editor.hover(file, 6, 6)


def test_our_own_files_have_no_mark(editor: Editor, folder: Path) -> None:
    """The examples, opened in an editor, have no red line anywhere."""
    marked = []
    for path in sorted(Path("data").glob("*/**/*.yaml")):
        schema = KINDS.get(path.name, "event")
        name = "-".join(path.parts)
        file = saved(folder, name, path.read_text(encoding="utf-8"), schema)
        marked += [f"{path}:{line - 1} {words}" for line, words in editor.marks(file)]
    assert marked == []
