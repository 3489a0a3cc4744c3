"""Reading never leaves the folder, never runs anything, and never eats the machine."""

from __future__ import annotations

import os
import socket
import time
from pathlib import Path

import pytest

from tests.conftest import write_investigation
from timelines.findings import Finding
from timelines.investigation import Investigation, Unusable, load
from timelines.reading.folder import Found, cannot_open, listing
from timelines.reading.keeping import Shelf

EVENT = "headline: It happens\ndate: 2021-05\n"


def problems_of(folder: Path, text: str | bytes) -> tuple[Finding, ...]:
    """What is said of a single event's file, beside one that can be read."""
    texts = {"events/a.yaml": text, "events/fine.yaml": EVENT}
    investigation = load(write_investigation(folder, texts))
    assert "fine" in set(investigation.events.id)
    return investigation.problems


def test_an_alias_bomb_is_refused(tmp_path: Path) -> None:
    """A few lines that would fill the memory are refused in no time."""
    layers = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    layers += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    began = time.process_time()
    problems = problems_of(tmp_path, EVENT + "\n".join(layers) + "\n")
    assert time.process_time() - began < 5
    assert [p.check for p in problems] == ["unreadable"]
    assert "100,000 values" in problems[0].message
    assert "aliases" in problems[0].message


def test_an_alias_of_itself_is_refused(tmp_path: Path) -> None:
    """A value that contains itself is no value."""
    problems = problems_of(tmp_path, EVENT + "tags: &t [*t]\n")
    assert len(problems) == 1
    assert "60 levels" in problems[0].message


def test_many_values_are_read_up_to_the_limit(tmp_path: Path) -> None:
    """A long list is read; one of more than a hundred thousand values is not."""
    fine = EVENT + "tags: [" + ", ".join(f"t{n}" for n in range(99_000)) + "]\n"
    assert problems_of(tmp_path / "fine", fine) == ()
    problems = problems_of(tmp_path / "more", fine + "adverse_to: [" + "x, " * 2_000 + "]\n")
    assert [p.file for p in problems] == ["events/a.yaml"]
    assert "100,000" in problems[0].message


def test_levels_are_read_up_to_the_limit(tmp_path: Path) -> None:
    """Sixty levels are read, and a million open brackets do not take the program down."""
    deep = problems_of(tmp_path / "deep", EVENT + "notes: " + "[" * 58 + "]" * 58 + "\n")
    assert "must be a single value" in deep[0].message
    for number, text in enumerate(
        ("notes: " + "[" * 61 + "]" * 61, "[" * 1_000_000, "- " * 500_000, "{a: " * 400_000)
    ):
        problems = problems_of(tmp_path / str(number), text)
        assert len(problems) == 1
        assert "60 levels" in problems[0].message


@pytest.mark.parametrize("size", [1_999_000, 2_000_001, 5_000_000])
def test_files_are_read_up_to_two_megabytes(tmp_path: Path, size: int) -> None:
    """A file that is too large is refused with its size, before anything is read of it."""
    text = EVENT + "notes: " + "x" * (size - len(EVENT) - 7)
    problems = problems_of(tmp_path, text)
    if size < 2_000_000:
        assert problems == ()
    else:
        assert len(problems) == 1
        assert "2 million" in problems[0].message


@pytest.mark.parametrize(
    "text",
    [
        "date: " + " " * 1_500_000 + "'",
        "headline: " + '"' * 1_000_000,
        "? " * 30 + "\n" + "a" * 1_900_000,
        "a: b\n" * 100_000,
        "&a " * 600_000,
        "!x " * 600_000,
        "date: [" + "[" * 20 + " #" * 900_000,
        "- id: x\n" * 60_000 + ": :",
        "{" + "a: b, " * 60_000,
        "date: [" + "2021, " * 60_000,
    ],
)  # fmt: skip
def test_no_text_takes_long_to_refuse(tmp_path: Path, text: str) -> None:
    """Two megabytes of nonsense are refused in seconds, whatever they are."""
    began = time.process_time()
    assert problems_of(tmp_path, text)
    assert time.process_time() - began < 20


def test_long_chains_and_circles_of_sources_are_read(tmp_path: Path) -> None:
    """Thousands of sources that derive from each other are followed, in a circle or not."""
    count = 3_000
    text = "".join(
        f"- {{id: s{n}, kind: post, title: S, derived_from: [s{(n + 1) % count}]}}\n"
        for n in range(count)
    )
    began = time.process_time()
    circle = load(write_investigation(tmp_path / "circle", {"sources.yaml": text})).problems
    assert len(circle) == count
    chain = text.replace(", derived_from: [s0]", "")
    assert load(write_investigation(tmp_path / "chain", {"sources.yaml": chain})).problems == ()
    assert time.process_time() - began < 20


def test_a_forgotten_file_of_sources_is_said_quickly(tmp_path: Path) -> None:
    """Thousands of unknown ids are each said, without a long search for what was meant."""
    text = "".join(
        f"- {{id: e{n}, headline: x, date: 2021, sources: [gone-{n}]}}\n" for n in range(3_000)
    )
    sources = "".join(f"- {{id: here-{n}, kind: post, title: S}}\n" for n in range(3_000))
    began = time.process_time()
    folder = write_investigation(tmp_path, {"events/all.yaml": text, "sources.yaml": sources})
    assert len(load(folder).problems) == 3_000
    assert time.process_time() - began < 20


def test_long_values_are_quoted_in_brief(tmp_path: Path) -> None:
    """A finding stays a sentence although the file has a million letters in the wrong place."""
    long = "x" * 300_000
    text = f"kind: {long}\nweight: {long}\nsources: [{long}]\n{long[:900]}: y\nzone: {long}\n"
    problems = problems_of(tmp_path, EVENT + text)
    assert len(problems) == 5
    assert max(len(one.message) for one in problems) < 500


def test_links_that_stay_inside_are_followed(tmp_path: Path) -> None:
    """A reporter may keep one file under two names, or the folder itself behind a link."""
    write_investigation(tmp_path / "real", {"drafts/x.yaml": EVENT, "events/a.yaml": EVENT})
    (tmp_path / "real/events/x.yaml").symlink_to("../drafts/x.yaml")
    (tmp_path / "link").symlink_to("real")
    investigation = load(tmp_path / "link")
    assert investigation.problems == ()
    assert sorted(investigation.events.id) == ["a", "x"]


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A folder outside of the investigation, with an event that must not be seen."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.yaml").write_text("headline: A secret\ndate: 2021\n")
    return folder


def refused(investigation: Investigation, name: str) -> Finding:
    """The one finding about a link, which is the only thing wrong."""
    told = "\n".join(p.message for p in investigation.problems)
    assert len(investigation.problems) == 1, told
    found = investigation.problems[0]
    assert (found.check, found.level, found.file) == ("unreadable", "error", name)
    assert "link" in found.message
    assert "secret" not in "".join(investigation.events.headline.str.lower())
    return found


def test_a_link_to_a_file_outside_is_refused(tmp_path: Path, secret: Path) -> None:
    """An event file that is really another file of the computer is not read."""
    folder = write_investigation(tmp_path / "data", {"events/a.yaml": EVENT})
    (folder / "events/b.yaml").symlink_to(secret / "secret.yaml")
    assert "leads out" in refused(load(folder), "events/b.yaml").message


def test_a_link_to_a_folder_outside_is_refused(tmp_path: Path, secret: Path) -> None:
    """A folder of events that is really elsewhere is not read, and the rest is."""
    folder = write_investigation(tmp_path / "data", {"people.yaml": "- {id: p, name: P}\n"})
    (folder / "events").symlink_to(secret)
    investigation = load(folder)
    assert "leads out" in refused(investigation, "events").message
    assert investigation.people.id.tolist() == ["p"]


@pytest.mark.parametrize("name", ["evidence", "media", "events/more", "sources.yaml"])
def test_any_link_out_of_the_folder_is_refused(tmp_path: Path, secret: Path, name: str) -> None:
    """Wherever a link leads out of the investigation, somebody is told."""
    folder = write_investigation(tmp_path / "data", {"events/a.yaml": EVENT})
    (folder / name).symlink_to(secret / "secret.yaml" if "." in name else secret)
    assert "leads out" in refused(load(folder), name).message


def test_a_link_to_nothing_is_said(tmp_path: Path) -> None:
    """A link whose target was moved is not passed over in silence."""
    folder = write_investigation(tmp_path, {"events/a.yaml": EVENT})
    (folder / "events/b.yaml").symlink_to("gone.yaml")
    assert "nowhere" in refused(load(folder), "events/b.yaml").message


def test_evidence_behind_a_link_outside_is_refused(tmp_path: Path, secret: Path) -> None:
    """A document that is really another file of the computer is not taken for evidence."""
    source = "- id: s\n  kind: document\n  title: S\n  file: doc.pdf\n"
    folder = write_investigation(tmp_path / "data", {"sources.yaml": source})
    (folder / "evidence").mkdir()
    (folder / "evidence/doc.pdf").symlink_to(secret / "secret.yaml")
    problem = load(folder).problems[0]
    assert (problem.file, problem.line) == ("sources.yaml", 4)
    assert "leads out" in problem.message


def test_a_heading_behind_a_link_outside_is_refused(tmp_path: Path, secret: Path) -> None:
    """An investigation whose heading is really another file cannot be used."""
    (secret / "heading.yaml").write_text("title: T\nzone: UTC\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/investigation.yaml").symlink_to(secret / "heading.yaml")
    with pytest.raises(Unusable) as caught:
        load(tmp_path / "data")
    assert "leads out" in caught.value.findings[0].message


@pytest.mark.parametrize(
    "path", ["../x.pdf", "evidence/../../x.pdf", "/x.pdf", "~/x.pdf", "..", "C:\\x.pdf",
             "evidence\\..\\x.pdf", "file:///x.pdf", "https://x.example/x.pdf", "C:/x.pdf"],
)  # fmt: skip
def test_paths_that_lead_out_are_refused(tmp_path: Path, path: str) -> None:
    """A source's file lies in the investigation, or it is an error with its line."""
    source = f"- id: s\n  kind: document\n  title: S\n  file: '{path}'\n"
    investigation = load(write_investigation(tmp_path, {"sources.yaml": source}))
    assert [(p.file, p.line) for p in investigation.problems] == [("sources.yaml", 4)]
    assert path in investigation.problems[0].message
    assert investigation.sources.document.isna().all()


def test_documents_are_found_in_their_folders(tmp_path: Path) -> None:
    """A bare name is looked for in the evidence; pictures may also lie in their own folder."""
    texts = {
        "sources.yaml": "- {id: s, kind: document, title: S, file: doc.pdf}\n"
        "- {id: t, kind: document, title: T, file: evidence/box/doc.pdf}\n",
        "events/a.yaml": EVENT + "media:\n  - file: a.png\n  - file: media/b.png\n"
        "  - file: evidence/c.png\n",
    }
    investigation = load(write_investigation(tmp_path, texts))
    assert investigation.problems == ()
    assert investigation.sources.document.tolist() == ["evidence/doc.pdf", "evidence/box/doc.pdf"]
    files = ["evidence/a.png", "media/b.png", "evidence/c.png"]
    assert investigation.media.media_file.tolist() == files


def test_evidence_has_a_size_that_the_house_sets(tmp_path: Path) -> None:
    """A document too large to look into is said, and a newsroom may allow larger ones."""
    source = "- {id: s, kind: document, title: S, file: doc.pdf}\n"
    folder = write_investigation(tmp_path, {"sources.yaml": source})
    (folder / "evidence").mkdir()
    with (folder / "evidence/doc.pdf").open("wb") as stream:
        stream.truncate(50_000_001)
    assert "50 million" in load(folder).problems[0].message
    heading = "title: T\nzone: UTC\nhouse: {evidence_megabytes: 60}\n"
    (folder / "investigation.yaml").write_text(heading)
    assert load(folder).problems == ()


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """A pipe or a socket with the name of an event would hang the program; it is not opened."""
    folder = write_investigation(tmp_path, {"events/a.yaml": EVENT})
    os.mkfifo(folder / "events/pipe.yaml")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(folder / "events")
        try:
            server.bind("socket.yaml")
        finally:
            os.chdir(here)
        problems = load(folder).problems
    assert [p.file for p in problems] == ["events/pipe.yaml", "events/socket.yaml"]
    assert all("not an ordinary file" in p.message for p in problems)


def test_a_file_that_may_not_be_opened_is_said(tmp_path: Path) -> None:
    """A file that is gone or somebody else's is a finding, and the others are read."""
    folder = write_investigation(tmp_path, {"events/a.yaml": EVENT})
    gone = Found("events/gone.yaml", "event", (0, 0, 0, 0, 0))
    listed = [*listing(folder)[0], gone]
    kept = Shelf().refresh(folder, listed, lambda one, data: cannot_open(data)
                           if isinstance(data, OSError) else data.decode())  # fmt: skip
    assert kept["events/a.yaml"] == EVENT
    assert "cannot be opened" in kept["events/gone.yaml"]
    assert "may not be opened" in cannot_open(PermissionError(13, "denied"))


def test_only_what_is_an_event_is_read(tmp_path: Path) -> None:
    """Backups are skipped; anything else that lies among the events is asked about."""
    texts = {
        "events/a.yaml": EVENT,
        "events/.hidden.yaml": "no: event",
        "events/a.yaml~": "no: event",
        "events/#a.yaml#": "no: event",
        "events/.#a.yaml": "no: event",
        "events/a.yaml.bak": "no: event",
        "events/.a.yaml.swp": "no: event",
        "events/notes.txt": "to do",
        "events/2021/b.yaml": EVENT,
        "evidence/notes.txt": "x",
        "README.md": "x",
        "source.yaml": "x",
        "event/c.yaml": EVENT,
    }
    investigation = load(write_investigation(tmp_path, texts))
    assert investigation.events.id.tolist() == ["a"]
    assert {p.file: p.level for p in investigation.problems} == {
        "events/2021": "question",
        "events/notes.txt": "question",
        "source.yaml": "question",
        "event": "question",
    }
    assert {p.check for p in investigation.problems} == {"file-unexpected"}
    told = {p.file: p.message for p in investigation.problems}
    assert "“sources.yaml”" in told["source.yaml"]
    assert "“events”" in told["event"]


def test_names_of_files_may_be_anything(tmp_path: Path) -> None:
    """A file whose name is no text is still told of, in letters that can be printed."""
    folder = write_investigation(tmp_path, {"events/a.yaml": EVENT})
    (Path(os.fsdecode(os.fsencode(folder) + b"/events/caf\xe9.yaml"))).write_text(EVENT)
    problems = load(folder).problems
    assert len(problems) == 1
    assert f"{problems[0].file} {problems[0].message}".encode()
