"""A document that a reporter attaches comes in whole, under a safe name, or not at all."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import write_investigation
from timelines.checks import evidence_changed, evidence_missing
from timelines.desk.refused import Refused
from timelines.desk.version import Conflict
from timelines.docket import Docket
from timelines.evidence.attach import attach
from timelines.evidence.naming import safe_name
from timelines.investigation import Investigation, load

SOURCES = """# Who says so.
- id: memo
  kind: document   # a paper
  title: Memo
- {id: other, kind: interview, title: Other}
"""


def case(folder: Path, sources: str = SOURCES, heading: str = "") -> Investigation:
    """An investigation with two sources."""
    text = f"title: A test\nzone: America/Chicago\n{heading}"
    return load(write_investigation(folder, {"investigation.yaml": text, "sources.yaml": sources}))


def test_a_document_comes_in(tmp_path: Path) -> None:
    """The file lies in the folder, the source names it with its sum, and every comment stays."""
    done = attach(case(tmp_path), "memo", "C:\\Users\\me\\The Memo (final).PDF", b"words")
    assert done.file == "evidence/The-Memo-final.PDF"
    assert (tmp_path / done.file).read_bytes() == b"words"
    text = (tmp_path / "sources.yaml").read_text()
    added = f"  file: The-Memo-final.PDF\n  sha256: {hashlib.sha256(b'words').hexdigest()}\n"
    assert text == SOURCES.replace("  title: Memo\n", f"  title: Memo\n{added}")
    docket = Docket(load(tmp_path), date(2021, 12, 1))
    assert [*evidence_missing.check(docket), *evidence_changed.check(docket)] == []


def test_another_document_of_that_name_stays(tmp_path: Path) -> None:
    """No document is written over; the same one is not stored twice."""
    attach(case(tmp_path), "memo", "a.txt", b"one")
    second = attach(load(tmp_path), "other", "a.txt", b"two")
    assert (second.file, second.new) == ("evidence/a-2.txt", True)
    again = attach(load(tmp_path), "memo", "a.txt", b"one", replace=True)
    assert (again.file, again.new) == ("evidence/a.txt", False)
    assert sorted(path.name for path in (tmp_path / "evidence").iterdir()) == ["a-2.txt", "a.txt"]


def test_what_is_refused_leaves_nothing(tmp_path: Path) -> None:
    """An empty, too large or second document, or one for nobody, is refused in a sentence."""
    here = case(tmp_path, heading="house: {evidence_megabytes: 1}\n")
    with pytest.raises(Refused, match=r"1\.5 million bytes; at most 1 million"):
        attach(here, "memo", "a.txt", b"x" * 1_500_000)
    with pytest.raises(Refused, match="is empty"):
        attach(here, "memo", "a.txt", b"")
    with pytest.raises(Refused, match="There is no source “nobody”"):
        attach(here, "nobody", "a.txt", b"x")
    assert not (tmp_path / "evidence").exists()
    attach(here, "memo", "a.txt", b"x")
    with pytest.raises(Refused, match="already has a file"):
        attach(load(tmp_path), "memo", "b.txt", b"y")


def test_a_source_that_cannot_be_saved_leaves_no_file(tmp_path: Path) -> None:
    """When somebody else changed the source meanwhile, no stray document stays behind."""
    with pytest.raises(Conflict):
        attach(case(tmp_path), "memo", "a.txt", b"x", base="another version")
    assert list((tmp_path / "evidence").iterdir()) == []


def test_an_evidence_folder_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    """Nothing is written outside the investigation through a link."""
    here = case(tmp_path / "case")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "case/evidence").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Refused):
        attach(here, "memo", "a.txt", b"x")
    assert list((tmp_path / "elsewhere").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("..", "document"),
        ("", "document"),
        (".hidden", "hidden"),
        ("a/b\\c d.pdf", "c-d.pdf"),
        ("nul.txt", "document-nul.txt"),
        ("a\0b\n.txt", "a-b.txt"),
        ("exe\u202etxt.pdf", "exe-txt.pdf"),
        ("Протокол № 5.pdf", "Протокол-5.pdf"),
        ("x" * 300 + ".pdf", "x" * 76 + ".pdf"),
        ("report.tar.gz", "report.tar.gz"),
        ("$(rm -rf).sh", "rm-rf.sh"),
    ],
)
def test_names_are_made_safe(name: str, safe: str) -> None:
    """A name from a mail or a web page cannot lead anywhere, and a person can still read it."""
    assert safe_name(name) == safe
    assert safe_name(safe) == safe
