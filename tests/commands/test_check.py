"""`check`: findings, their formats and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

from tests.commands.conftest import REPAIRED, Run


def test_json_has_the_shape_that_other_programs_rely_on(run: Run, levee: Path) -> None:
    """Findings, each with check, level, message, place, fingerprint and related facts; counts."""
    shown = run("check", levee, "--format", "json", "--today", "2021-12-01")
    report = json.loads(shown.out)
    assert set(report) == {"findings", "counts"}
    finding = report["findings"][0]
    assert {
        "check",
        "level",
        "message",
        "event",
        "file",
        "line",
        "fingerprint",
        "related",
    } <= set(finding)
    assert sum(report["counts"].values()) == len(report["findings"])


def test_the_exit_code_follows_the_worst_finding(run: Run, levee: Path) -> None:
    """0 without errors, 1 with one; showing less does not change it."""
    assert run("check", levee, "--today", "2021-12-01").code == 0
    (levee / "events" / "repaired.yaml").write_text(REPAIRED.replace("date:", "dates:"))
    assert run("check", levee, "--today", "2021-12-01").code == 1


def test_level_filters_what_is_shown_and_not_the_exit_code(run: Run, levee: Path) -> None:
    """A build that shows only blocking findings still fails on an error."""
    (levee / "events" / "repaired.yaml").write_text(REPAIRED.replace("source: star", "source: sta"))
    shown = run("check", levee, "--level", "block", "--format", "json", "--today", "2021-12-01")
    assert shown.code == 1
    assert all(one["level"] == "block" for one in json.loads(shown.out)["findings"])


def test_a_heading_that_cannot_be_used_is_exit_2_with_its_findings(run: Run, levee: Path) -> None:
    """Without a zone nothing can be read, and the finding says so with file and line."""
    (levee / "investigation.yaml").write_text("title: The north levee\n")
    shown = run("check", levee, "--format", "json")
    assert shown.code == 2
    findings = json.loads(shown.out)["findings"]
    assert any(one["file"] == "investigation.yaml" and "zone" in one["message"] for one in findings)


def test_a_folder_of_investigations_is_reported_by_slug(run: Run, levee: Path) -> None:
    """One run over the newsroom's folder gives each investigation's findings under its name."""
    shown = run("check", levee.parent, "--format", "json", "--today", "2021-12-01")
    assert set(json.loads(shown.out)["investigations"]) == {"north-levee"}


def test_a_day_that_is_none_is_refused(run: Run, levee: Path) -> None:
    """A slip in --today gets a sentence with the right form."""
    shown = run("check", levee, "--today", "1 December")
    assert shown.code == 2
    assert "2021-12-01" in shown.err
