"""On the disk: permissions, links, leftovers, locks and editors that write at the same time."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import write_investigation
from tests.desk.conftest import SHARED
from tests.house.imports import ROOT
from timelines.desk import Busy, Refused, add, carry_out, save
from timelines.desk.durable import Overtaken, create, replace
from timelines.desk.lock import LOCK, exclusive
from timelines.desk.orders import Change
from timelines.investigation import load


def test_permissions_stay(levee: Path) -> None:
    """A file that colleagues may write into stays one after a save."""
    file = levee / "events" / "shared.yaml"
    file.chmod(0o664)
    save(levee, "event", "shared", {("date",): "2021-06"})
    assert stat.S_IMODE(file.stat().st_mode) == 0o664


def test_a_new_file_is_as_open_as_the_person_wants_files_to_be(levee: Path) -> None:
    """Colleagues can read a new event wherever they can read other new files."""
    before = os.umask(0o027)
    try:
        done = add(levee, "event", "new", {"headline": "N", "date": "2021"})
    finally:
        os.umask(before)
    assert stat.S_IMODE((levee / done.file).stat().st_mode) == 0o640


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    """A file that only seems to lie in the investigation is never written."""
    secret = tmp_path / "secret.yaml"
    secret.write_text("headline: S\ndate: 2021\n")
    folder = write_investigation(tmp_path / "case", {"events/a.yaml": "headline: A\ndate: 2021\n"})
    (folder / "events" / "out.yaml").symlink_to(secret)
    with pytest.raises(Refused, match="leads out"):
        save(folder, "event", "out", {("date",): "2022"})
    (folder / "people").symlink_to(tmp_path)
    with pytest.raises(Refused, match="leads out"):
        add(folder, "person", "x", {"name": "X"})
    assert secret.read_text() == "headline: S\ndate: 2021\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case", "secret.yaml"]


def test_a_link_within_the_folder_stays_a_link(tmp_path: Path) -> None:
    """Where a file of the list is a link to another file inside, that file is the one written."""
    folder = write_investigation(tmp_path, {"events/a.yaml": "headline: A\ndate: 2021\n"})
    (folder / "people.yaml").symlink_to("people-of-the-case.txt")
    (folder / "people-of-the-case.txt").write_text("- id: x\n  name: X\n")
    save(folder, "person", "x", {("name",): "Y"})
    assert (folder / "people.yaml").is_symlink()
    assert (folder / "people-of-the-case.txt").read_text() == "- id: x\n  name: Y\n"


def test_leftovers_of_a_killed_writer_are_taken_away(levee: Path) -> None:
    """Nobody ever sees, reads or commits half a file."""
    left = levee / "events" / ".saving-99999"
    left.write_text("headline: Half")
    (levee / "evidence").mkdir()
    dead, alive = (levee / "evidence" / f".saving-{n}-0" for n in (1, 2))
    for document in (dead, alive):
        document.write_bytes(b"%PDF")
    os.utime(dead, (1_600_000_000, 1_600_000_000))
    assert load(levee).problems == ()
    save(levee, "event", "shared", {("date",): "2021-06"})
    assert not left.exists()
    assert not dead.exists()
    assert alive.exists(), "a document that somebody is just attaching"
    assert not (levee / LOCK).exists()


def test_one_waits_for_the_other_and_not_for_ever(levee: Path) -> None:
    """While another program saves one waits; if it never ends, one is told, and nothing is lost."""
    order = Change("event", "shared", {("date",): "2021-06"})
    with exclusive(levee), pytest.raises(Busy, match="Try again"):
        carry_out(levee, [order], wait=0.1)
    assert (levee / "events" / "shared.yaml").read_text() == SHARED
    with exclusive(levee):
        waiting = Thread(target=carry_out, args=(levee, [order]))
        waiting.start()
        waiting.join(0.1)
        assert waiting.is_alive()
    waiting.join(10)
    assert "2021-06" in (levee / "events" / "shared.yaml").read_text()


def test_the_right_to_write_ends_with_the_program(levee: Path) -> None:
    """A program that was killed while it saved keeps nobody waiting."""
    script = (
        "import os, signal, sys\nfrom pathlib import Path\n"
        "from timelines.desk.lock import exclusive\n"
        "with exclusive(Path(sys.argv[1])):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(levee)], cwd=ROOT, check=False)
    assert (levee / LOCK).exists()
    carry_out(levee, [Change("event", "shared", {("date",): "2021-06"})], wait=1)
    assert not (levee / LOCK).exists()


def test_a_text_editor_is_never_overtaken(levee: Path) -> None:
    """What an editor wrote after the file was read is seen before it is replaced."""
    file = levee / "events" / "shared.yaml"
    with pytest.raises(Overtaken):
        replace(file, b"new", expecting=b"what it was")
    with pytest.raises(Overtaken):
        create(file, b"new")
    assert file.read_text() == SHARED
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(".")] == []


def test_a_folder_that_may_not_be_written_is_refused_in_a_sentence(levee: Path) -> None:
    """A reporter without the right to write learns so, in words, and nothing is left behind."""
    if os.geteuid() == 0:
        (levee / LOCK).mkdir()  # nobody may write over a folder, not even root
    else:
        levee.chmod(0o555)
    try:
        with pytest.raises(Refused, match="Nothing can be written into “levee”"):
            save(levee, "event", "shared", {("date",): "2021-06"})
    finally:
        levee.chmod(0o755)


def test_a_folder_in_the_place_of_a_file_is_no_file(tmp_path: Path) -> None:
    """What is no ordinary file is neither read nor replaced."""
    folder = write_investigation(tmp_path, {})
    (folder / "events" / "a.yaml").mkdir(parents=True)
    with pytest.raises(Refused, match="not an ordinary file"):
        save(folder, "event", "a", {("date",): "2022"})
    with pytest.raises(Refused, match="no folder"):
        save(tmp_path / "nowhere", "event", "a", {("date",): "2022"})
