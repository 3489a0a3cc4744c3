"""What did not change is not read again, and what changed is."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from benchmarks.synthetic import write
from tests.conftest import write_investigation
from timelines import tables
from timelines.investigation import Investigation, files_parsed, load
from timelines.reading.keeping import MOST_KEPT

EVENT = "headline: It happens\ndate: 2021-05\n"


def frames(investigation: Investigation) -> Iterator[tuple[str, pd.DataFrame]]:
    """Every table by its name."""
    for table in tables.TABLES:
        yield table.name, getattr(investigation, table.name)


def same(one: Investigation, other: Investigation) -> None:
    """Fail unless two investigations say the very same."""
    for (name, left), (_, right) in zip(frames(one), frames(other), strict=True):
        pd.testing.assert_frame_equal(left, right, obj=name)
    assert one.problems == other.problems
    assert one.heading == other.heading
    assert dict(one.dates) == dict(other.dates)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An investigation of a hundred events, one a file."""
    return write(tmp_path / "data", 100)


def test_nothing_is_read_twice(folder: Path) -> None:
    """A page that is shown again costs no reading where no file changed."""
    first = load(folder)
    parsed = files_parsed(folder)
    assert parsed == 103
    assert load(folder) is first
    assert load(str(folder)) is first
    assert files_parsed(folder) == parsed


def test_one_changed_file_is_read_alone(folder: Path) -> None:
    """Of a hundred files, only the one that a reporter saved is read again."""
    load(folder)
    parsed = files_parsed(folder)
    (folder / "events/event-00050.yaml").write_text("headline: Changed\ndate: 2020\n")
    changed = load(folder)
    assert files_parsed(folder) == parsed + 1
    assert changed.event("event-00050").headline == "Changed"
    assert changed.events.written[50] == "2020"
    assert len(changed.events) == 100


def test_what_is_kept_is_what_would_be_read(folder: Path, tmp_path: Path) -> None:
    """After any change the tables are those of a fresh reading of the same files."""
    load(folder)
    changes = (
        ("events/event-00010.yaml", "headline: Other\ndate: soon\nsources: [nothing]\n"),
        ("events/new.yaml", "headline: New\ndate: 2021\norder: [{after: event-00010}]\n"),
        ("events/event-00011.yaml", None),
        ("events/event-00012.yaml", "headline: no: yes\n"),
        ("people.yaml", None),
        ("investigation.yaml", "title: T\nzone: Asia/Tokyo\n"),
    )
    for number, (name, text) in enumerate(changes):
        if text is None:
            (folder / name).unlink()
        else:
            (folder / name).write_text(text)
        copy = tmp_path / f"copy{number}"
        copy.symlink_to(folder)
        fresh = tmp_path / f"fresh{number}" / "data"
        for path in folder.rglob("*.yaml"):
            target = fresh / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
        same(load(copy), load(fresh))


def test_a_change_of_the_same_size_at_the_same_moment_is_seen(tmp_path: Path) -> None:
    """Two saves in one blink, of the same length, still show the second text."""
    folder = write_investigation(tmp_path, {"events/a.yaml": EVENT})
    path = folder / "events/a.yaml"
    before = path.stat()
    for number in range(80):
        path.write_text(f"headline: Number {number:03d}\ndate: 2021-05\n")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert load(folder).event("a").headline == f"Number {number:03d}"


def test_an_older_file_put_in_place_is_seen(tmp_path: Path) -> None:
    """A file restored from a backup, with its old date, replaces what was read."""
    folder = write_investigation(
        tmp_path / "data", {"events/a.yaml": EVENT, "events/b.yaml": EVENT}
    )
    old = tmp_path / "old.yaml"
    old.write_text(EVENT.replace("It", "At"))
    os.utime(old, (1, 1))
    load(folder)
    old.rename(folder / "events/a.yaml")
    assert load(folder).event("a").headline == "At happens"


def test_a_file_written_anew_with_the_same_text_changes_nothing(folder: Path) -> None:
    """Saving without a change, or checking out the same files, gives the same investigation."""
    first = load(folder)
    for path in folder.rglob("*.yaml"):
        path.write_bytes(path.read_bytes())
    assert load(folder) is first


def test_the_same_files_elsewhere_say_the_same(tmp_path: Path) -> None:
    """Two reporters with the same files see the same tables and the same sum."""
    one, other = load(write(tmp_path / "a/data", 30)), load(write(tmp_path / "b/data", 30))
    same(one, other)
    assert one.digest == other.digest


def test_a_new_zone_dates_everything_anew(folder: Path) -> None:
    """When the heading's zone changes, every bound does, although no event was saved."""
    before = load(folder).events.start_earliest
    text = (folder / "investigation.yaml").read_text().replace("America/Chicago", "Asia/Tokyo")
    (folder / "investigation.yaml").write_text(text)
    parsed = files_parsed(folder)
    after = load(folder).events.start_earliest
    assert files_parsed(folder) == parsed + 1
    known = before.notna()
    assert (before[known] != after[known]).all()


def test_evidence_that_becomes_a_link_is_noticed(tmp_path: Path) -> None:
    """A document replaced by a link out of the folder is refused although no text changed."""
    source = "- {id: s, kind: document, title: S, file: doc.pdf}\n"
    folder = write_investigation(tmp_path, {"sources.yaml": source, "evidence/doc.pdf": "x"})
    assert load(folder).problems == ()
    (folder / "evidence/doc.pdf").unlink()
    (folder / "evidence/doc.pdf").symlink_to("/etc/hostname")
    assert len(load(folder).problems) == 1


def test_what_was_handed_out_stays_as_it_was(folder: Path) -> None:
    """An investigation that somebody still looks at does not change under their eyes."""
    first = load(folder)
    copies = {name: frame.copy() for name, frame in frames(first)}
    (folder / "events/event-00050.yaml").write_text("headline: Changed\ndate: 2020\n")
    assert load(folder) is not first
    for name, frame in frames(first):
        pd.testing.assert_frame_equal(frame, copies[name])


def test_only_so_many_investigations_are_kept(tmp_path: Path) -> None:
    """A server that has shown a hundred investigations does not hold them all."""
    for number in range(MOST_KEPT + 1):
        load(write_investigation(tmp_path / str(number), {"events/a.yaml": EVENT}))
    assert files_parsed(tmp_path / "1") == 2
    assert files_parsed(tmp_path / "0") == 0


def test_several_sessions_read_at_once(folder: Path) -> None:
    """Readers in several threads all get the state of the files, and the same one."""
    seen: list[Investigation] = []
    threads = [threading.Thread(target=lambda: seen.append(load(folder))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 8
    assert len({id(one) for one in seen}) == 1
