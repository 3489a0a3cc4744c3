"""A folder that readers are served from is never half of a publication."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from timelines.publish import folder

OLD = {
    "assets/old.css": b"old",
    "media/old.png": b"old picture",
    "timeline.json": b"old data",
    "index.html": b"old page",
    "publication.json": b'{"files": {"assets/old.css": "", "media/old.png": "", '
    b'"timeline.json": "", "index.html": ""}}',
}
NEW = {
    "assets/new.css": b"new",
    "timeline.json": b"new data",
    "index.html": b"new page",
    "publication.json": b'{"files": {"assets/new.css": "", "timeline.json": "", "index.html": ""}}',
}

KEPT = {
    "assets/old.css": b"old",
    "leftovers.json": b'{\n "earlier": [\n  "assets/old.css"\n ],\n "unfinished": []\n}\n',
}
"""What is left of the old publication: a page that was opened before still has its style."""


def content(place: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file()
    }


def test_what_is_published_is_in_the_folder(tmp_path: Path) -> None:
    """The folder is made, and holds exactly the publication."""
    folder.write(OLD, tmp_path / "readers" / "harbor")
    assert content(tmp_path / "readers" / "harbor") == OLD


def test_what_is_withdrawn_is_gone(tmp_path: Path) -> None:
    """A picture that was taken back is not served from a forgotten file; the style that pages in
    readers' hands fetch stays for one publication more, or for none."""
    folder.write(OLD, tmp_path)
    folder.write(NEW, tmp_path)
    assert content(tmp_path) == NEW | KEPT
    assert not (tmp_path / "media").exists()
    folder.write(NEW, tmp_path)
    assert content(tmp_path) == NEW | KEPT
    folder.write(NEW, tmp_path, at_once=True)
    assert content(tmp_path) == NEW
    folder.write(OLD, tmp_path)
    folder.write(NEW, tmp_path)
    newer = NEW | {
        "index.html": b"newer page",
        "publication.json": NEW["publication.json"].replace(b'"",', b'"0",'),
    }
    folder.write(newer, tmp_path)
    assert content(tmp_path) == newer


def test_what_others_put_there_stays(tmp_path: Path) -> None:
    """Files of the web server's own are left alone."""
    folder.write(OLD, tmp_path)
    (tmp_path / "CNAME").write_text("news.example", encoding="utf-8")
    (tmp_path / "media" / "theirs.png").write_bytes(b"theirs")
    folder.write(NEW, tmp_path)
    theirs = {"CNAME": b"news.example", "media/theirs.png": b"theirs"}
    assert content(tmp_path) == NEW | KEPT | theirs


def test_nobody_elses_page_is_overwritten(tmp_path: Path) -> None:
    """A folder that holds another page is refused before anything is changed."""
    (tmp_path / "index.html").write_bytes(b"another page")
    with pytest.raises(folder.Occupied, match="which no publication wrote"):
        folder.write(NEW, tmp_path)
    assert content(tmp_path) == {"index.html": b"another page"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Publishing to a file is refused in words."""
    (tmp_path / "readers").write_bytes(b"")
    with pytest.raises(folder.Occupied, match="is a file"):
        folder.write(NEW, tmp_path / "readers")


@pytest.mark.parametrize("listed", ["../outside", "/etc/passwd", "a/../../outside", ""])
def test_a_list_cannot_take_away_what_lies_elsewhere(listed: str, tmp_path: Path) -> None:
    """Whoever tampers with the list of files makes the program delete nothing outside."""
    (tmp_path / "outside").write_bytes(b"mine")
    place = tmp_path / "readers"
    place.mkdir()
    (place / "publication.json").write_text(json.dumps({"files": {listed: ""}}), encoding="utf-8")
    folder.write(NEW, place)
    assert (tmp_path / "outside").read_bytes() == b"mine"
    assert content(place) == NEW


@pytest.mark.parametrize("listed", [b"[", b"[]", b'{"files": []}', b"\xff"])
def test_a_damaged_list_is_no_list(listed: bytes, tmp_path: Path) -> None:
    """Without a list that can be read nothing is taken for ours."""
    (tmp_path / "publication.json").write_bytes(listed)
    with pytest.raises(folder.Occupied):
        folder.write(NEW, tmp_path)


class Killed(BaseException):
    """The program's sudden end."""


def steps(monkeypatch: pytest.MonkeyPatch, last: int) -> Iterator[None]:
    """Let so many files be moved to their places, then end."""
    done = iter(range(last))
    move = os.replace

    def moved(source: object, target: object) -> None:
        if next(done, None) is None:
            raise Killed
        move(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "replace", lambda self, target: moved(self, target))
    yield
    monkeypatch.undo()


@pytest.mark.parametrize("last", range(7))
@pytest.mark.parametrize("before", [None, OLD], ids=["first", "again"])
def test_a_sudden_end_leaves_no_half_page(
    last: int, before: dict[str, bytes] | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever it stops, the page is the old or the new one, all it fetches is there, and
    publishing again finishes it."""
    if before is not None:
        folder.write(before, tmp_path)
    ending = steps(monkeypatch, last)
    next(ending)
    with suppress(Killed):
        folder.write(NEW, tmp_path)
    next(ending, None)
    there = content(tmp_path)
    page = there.get("index.html")
    assert page in ({None, NEW["index.html"]} if before is None else {b"old page", b"new page"})
    needed = {b"old page": "assets/old.css", b"new page": "assets/new.css"}
    assert page is None or needed[page] in there
    folder.write(NEW, tmp_path)
    assert content(tmp_path) == (NEW if before is None else NEW | KEPT)
