"""Real writers at once, real kills: whatever happens, files are whole and no word is lost."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import write_investigation
from tests.desk.conftest import SHARED, SOURCES, Git, program
from tests.desk.killing import text_of
from tests.desk.writing import ROUNDS
from timelines.desk import opened
from timelines.investigation import load

WRITERS = 8
KILLS = 120


def test_a_kill_at_any_instant_leaves_whole_files(tmp_path: Path) -> None:
    """After a power cut a reporter finds the old version or the new one, and can save again."""
    folder = write_investigation(
        tmp_path,
        {
            "events/kept.yaml": f'headline: A\ndate: 2021\nsummary: "{text_of(0)}"\n',
            "sources.yaml": f'- {{id: star, kind: post, title: T, notes: "{text_of(0)}"}}\n',
        },
    )
    found = program("killing", folder, KILLS)
    assert found["broken"] == []
    assert found["seen"] == [".desk.lock", ".saving"], "no kill came while a file was unfinished"
    assert found["left"] == [], "the next save cleans up"
    assert found["files"] > 5
    assert load(folder).problems == ()


def test_eight_writers_lose_nothing(levee: Path) -> None:
    """Eight people who save at once find everything that any of them wrote, and nobody waits."""
    told = program("writing", levee, "own", WRITERS)
    words = {f"{number} in round {turn}" for number in range(WRITERS) for turn in range(ROUNDS)}
    assert {one for each in told for one in each} == words
    for number in range(WRITERS):
        own = opened(levee, "event", f"own-{number}")
        assert own is not None
        assert own.value["summary"] == f"{number} in round {ROUNDS - 1}"
    shared = opened(levee, "event", "shared")
    assert shared is not None
    asked = [one["ask"] for one in shared.value["questions"]]  # type: ignore[union-attr, call-overload, index]
    assert sorted(asked) == sorted({"Who sent it?", *words})
    sources = load(levee).sources
    assert set(sources["title"]) == {"A letter", "The Star", *words}
    assert (levee / "sources.yaml").read_text().startswith(SOURCES)
    assert (levee / "events" / "shared.yaml").read_text().startswith(SHARED)


def test_of_eight_who_change_the_same_word_one_saves_and_seven_are_asked(levee: Path) -> None:
    """Nobody writes over what another one wrote: seven see their version beside the saved one."""
    told = program("writing", levee, "same", WRITERS)
    (saved,) = [one[1] for one in told if one[0] == "saved"]
    conflicts = [one for one in told if one[0] == "conflict"]
    assert len(conflicts) == WRITERS - 1
    assert {(base, theirs) for _, base, theirs, _ in conflicts} == {
        ("The levee is inspected", saved)
    }
    assert len({mine for _, _, _, mine in conflicts} | {saved}) == WRITERS
    after = (levee / "events" / "shared.yaml").read_text()
    assert after == SHARED.replace("The levee is inspected", saved)


def test_eight_who_change_eight_fields_of_one_event_are_all_kept(levee: Path) -> None:
    """Two reporters who work on different fields of one event do not disturb each other."""
    told = program("writing", levee, "fields", WRITERS)
    shared = opened(levee, "event", "shared")
    assert shared is not None
    for name, words, *_ in told:
        assert shared.value[name] == words
    assert sorted(len(beside) for _, _, *beside in told) == list(range(WRITERS))


def test_eight_writers_are_kept_in_eight_names(levee: Path, git: Git) -> None:
    """The history tells for every save who it was, also when all save at once."""
    told = program("writing", levee, "kept", WRITERS)
    commits = [one for each in told for one in each]
    assert len(set(commits)) == 2 * WRITERS
    lines = git("log", "--format=%H %an", "--name-only", "main").split("\n\n")
    assert len(lines) >= 2 * WRITERS
    for number, each in enumerate(told):
        for commit in each:
            shown = git("show", "--format=%an", "--name-only", commit).split()
            assert shown == ["R.", str(number), f"data/levee/events/own-{number}.yaml"]
    assert git("status", "--porcelain") == ""
