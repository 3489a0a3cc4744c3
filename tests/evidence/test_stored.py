"""A document that is gone, was changed, or lies elsewhere is noticed, and nothing else is."""

from __future__ import annotations

import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import write_investigation
from timelines.checks import check
from timelines.docket import Docket
from timelines.evidence.stored import Stored, Unavailable
from timelines.investigation import load

EVENT = "headline: It happens.\ndate: 2021-10-15\nsources: [memo]\n"
ABOUT_FILES = ("evidence-missing", "evidence-changed", "unreadable", "quote-not-found")


def found(folder: Path) -> list[tuple[str, int | None]]:
    """What is said about files, with the line."""
    told = check(load(folder), date(2021, 12, 1))
    return [(one.check, one.line) for one in told if one.check in ABOUT_FILES]


def investigation(folder: Path, fields: str, **files: bytes) -> Path:
    """An investigation of one event and one source with these further fields."""
    source = f"id: memo\nkind: document\ntitle: Memo\n{fields}"
    texts: dict[str, str | bytes] = {"sources.yaml": source, "events/e.yaml": EVENT}
    return write_investigation(
        folder, {**texts, **{f"evidence/{name}.txt": data for name, data in files.items()}}
    )


def test_a_file_that_is_gone_is_told_at_its_line(tmp_path: Path) -> None:
    """A reporter learns of a lost document at the line that names it, and only once."""
    folder = investigation(tmp_path, "file: memo.txt\nsha256: " + "0" * 64 + "\n")
    assert found(folder) == [("evidence-missing", 4)]


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    """A folder in the place of a document is told like a lost one."""
    folder = investigation(tmp_path, "file: box\n")
    (folder / "evidence/box").mkdir(parents=True)
    assert found(folder) == [("evidence-missing", 4)]


def test_sums_in_capitals_are_the_same(tmp_path: Path) -> None:
    """A sum pasted in capitals from another program is not an accusation."""
    sum_ = hashlib.sha256(b"words").hexdigest().upper()
    folder = investigation(tmp_path, f"file: memo.txt\nsha256: {sum_}\n", memo=b"words")
    assert found(folder) == []


def test_a_changed_file_is_noticed_at_once(tmp_path: Path) -> None:
    """An editor who checks again after somebody saved over a document is told."""
    sum_ = hashlib.sha256(b"words").hexdigest()
    folder = investigation(tmp_path, f"file: memo.txt\nsha256: {sum_}\n", memo=b"words")
    assert found(folder) == []
    before = (folder / "evidence/memo.txt").stat()
    (folder / "evidence/memo.txt").write_bytes(b"other")
    os.utime(folder / "evidence/memo.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
    assert found(folder) == [("evidence-changed", 5)]


def test_what_reading_refuses_is_told_once(tmp_path: Path) -> None:
    """A link out of the folder is one finding, not three, and what it leads to is not read."""
    (tmp_path / "secret.txt").write_text("words")
    folder = investigation(tmp_path / "case", "file: memo.txt\nsha256: " + "0" * 64 + "\n")
    (folder / "evidence").mkdir()
    (folder / "evidence/memo.txt").symlink_to(tmp_path / "secret.txt")
    assert [name for name, _ in found(folder)] == ["unreadable"]


def test_a_file_larger_than_allowed_is_not_read(tmp_path: Path) -> None:
    """Nobody's memory is filled with a file that the house does not allow."""
    (tmp_path / "evidence").mkdir()
    (tmp_path / "evidence/a.txt").write_bytes(b"12345")
    with pytest.raises(Unavailable) as fault:
        Stored(tmp_path, 4).data("evidence/a.txt")
    assert not fault.value.missing
    assert Stored(tmp_path, 5).data("evidence/a.txt") == b"12345"


def test_each_file_is_read_once_a_run(tmp_path: Path) -> None:
    """Checks that look at the same document do not read it twice in one run."""
    docket = Docket(
        load(investigation(tmp_path, "file: memo.txt\n", memo=b"words")), date(2021, 12, 1)
    )
    first = docket.stored.sum("evidence/memo.txt")
    (tmp_path / "evidence/memo.txt").write_bytes(b"other")
    assert docket.stored.sum("evidence/memo.txt") == first
