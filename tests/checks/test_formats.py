"""The same findings for a person, a program, GitHub Actions and SARIF readers."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.checks.cases import findings
from timelines import formats
from timelines.findings import Accepted, Finding, Related
from timelines.formats import Report

CASE = """
--- sources.yaml
- id: story
  kind: publication
  title: Mayor files complaint
  publisher: The Star
  published: 2021-10-14
- id: form
  kind: document
  title: The form
  published: 2021-10-16
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
sources:
  - story
  - source: form
    says: {date: several days ago}
--- events/first.yaml
headline: The permit is filed.
date: 2021-05-01
sources: [story, form]
waivers:
  - check: suspicious-first
    because: The stamp says so.
    by: R. Ortiz
    on: 2021-10-01
    until: 2022-01-31
"""


@cache
def report() -> Report:
    """A small investigation with a block, a question and an accepted finding."""
    return Report("pier", "data/pier", "The pier", findings(CASE))


def rendered(name: str, *reports: Report, several: bool = False, **more: Any) -> str:
    """The reports in a format."""
    return formats.render(name, reports or (report(),), several=several, **more)


def test_the_shelf() -> None:
    """The formats of the command are those that have a file."""
    assert formats.names() == ("github", "json", "sarif", "text")


@pytest.mark.parametrize("name", formats.names())
def test_same_every_time(name: str) -> None:
    """The same findings give the same text, and it ends with a line end or is empty."""
    assert rendered(name) == rendered(name)
    assert rendered(name).endswith("\n")
    rendered(name, Report("empty", "data/empty", "Empty", []))


def test_json_shape() -> None:
    """Programs get exactly the agreed keys; an accepted finding also says by whom."""
    whole = json.loads(rendered("json"))
    assert set(whole) == {"findings", "counts"}
    keys = {"check", "level", "message", "event", "file", "line", "fingerprint", "related"}
    for finding in whole["findings"]:
        assert set(finding) - {"waived"} == keys
        assert re.fullmatch("[0-9a-f]{16}", finding["fingerprint"])
        for fact in finding["related"]:
            assert set(fact) == {"event", "file", "line", "says"}
    (accepted,) = [one for one in whole["findings"] if "waived" in one]
    assert accepted["waived"] == {
        "because": "The stamp says so.", "by": "R. Ortiz", "on": "2021-10-01",
        "until": "2022-01-31",
    }  # fmt: skip
    assert sum(whole["counts"].values()) == len(whole["findings"])
    assert whole["counts"]["waived"] == 1
    assert set(whole["counts"]) == {"block", "error", "warning", "question", "waived"}


def test_json_of_a_folder() -> None:
    """Over a folder of investigations each stands under its slug."""
    several = json.loads(rendered("json", report(), several=True))
    assert several == {"investigations": {"pier": json.loads(rendered("json"))}}


def test_json_keeps_letters() -> None:
    """Curly quotes and accents are themselves, not codes."""
    assert "“The mayor files a complaint”" in rendered("json")


def test_github() -> None:
    """Every finding is one annotation at its file from where the command ran."""
    lines = rendered("github").splitlines()
    assert len(lines) == len(report().findings)
    assert lines[0].startswith("::error file=data/pier/events/filed.yaml,line=4,")
    assert any(line.startswith("::notice ") and "Accepted by R. Ortiz" in line for line in lines)
    levels = {line.split(" ")[0] for line in lines}
    assert levels <= {"::error", "::warning", "::notice"}


def test_github_escapes() -> None:
    """Whatever a file says, it cannot end the line or start another command."""
    nasty = Finding("x", "error", "100%\n::error::b,a:d", file="a,b:c.yaml", line=1)
    (line,) = rendered("github", Report("s", ".", "S", [nasty])).splitlines()
    assert line == "::error file=a%2Cb%3Ac.yaml,line=1,title=x::100%25%0A::error::b,a:d"


def test_sarif_is_valid() -> None:
    """Readers of SARIF 2.1.0 get what its schema says, from an empty report as from a full one."""
    schema = json.loads(
        (Path(__file__).parent / "sarif/sarif-schema-2.1.0.json").read_text("utf-8")
    )
    validator = jsonschema.validators.validator_for(schema)(
        schema, format_checker=jsonschema.FormatChecker()
    )
    everything = findings(CASE)
    for reports in ((report(),), (Report("e", "e", "E", []),), (report(), report())):
        log = json.loads(rendered("sarif", *reports, several=len(reports) > 1))
        assert [error.message for error in validator.iter_errors(log)] == []
        assert len(log["runs"]) == len(reports)
    assert validator.is_valid({"version": "2.1.0", "runs": [{}]}) is False, "the schema bites"
    assert len(json.loads(rendered("sarif"))["runs"][0]["results"]) == len(everything)


def test_sarif_content() -> None:
    """Levels, places, fingerprints, rules and acceptances are where code hosts look for them."""
    (run,) = json.loads(rendered("sarif"))["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], report().findings, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.check
        assert result["partialFingerprints"] == {"timelines/v1": finding.fingerprint}
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == f"data/pier/{finding.file}"
        assert place["region"]["startLine"] == finding.line
        assert ("suppressions" in result) is (finding.accepted is not None)
    assert {result["level"] for result in run["results"]} <= {"error", "warning", "note"}


def test_text_fits_the_terminal() -> None:
    """In 80 columns and in 60 no line is longer, and the words are all there."""
    for width in (60, 80):
        lines = rendered("text", width=width).splitlines()
        assert max(len(line) for line in lines) <= width
    flat = " ".join(rendered("text").split())
    for finding in report().findings:
        assert finding.message in flat
        assert f"{finding.file}:{finding.line}" in flat


def test_text_is_plain_when_piped() -> None:
    """Without a terminal there is no escape code, and with one the words are the same."""
    plain, styled = rendered("text"), rendered("text", styled=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", styled) == plain


def test_text_groups() -> None:
    """Block comes before question, findings with one way out stand together, and counts lead."""
    lines = rendered("text").splitlines()
    assert lines[0] == "The pier"
    assert lines[1].startswith("data/pier: ")
    assert "1 accepted" in lines[1]
    places = [
        next(i for i, line in enumerate(lines) if line.startswith(start))
        for start in ("Nothing may be published", "Worth a call", "Accepted (1)")
    ]
    assert places == sorted(places)
    twice = [
        Finding("a", "error", f"Sentence {n}.", file="f", line=n, settles=way)
        for n, way in ((1, "Call."), (2, "Write."), (3, "Call."))
    ]
    grouped = rendered("text", Report("s", "s", None, twice))
    assert grouped.index("Sentence 3.") < grouped.index("→ Call.") < grouped.index("Sentence 2.")
    assert grouped.count("→ Call.") == 1


def test_text_of_nothing() -> None:
    """An investigation without findings says so in a line."""
    assert rendered("text", Report("s", "data/s", "S", [])) == "S\ndata/s: nothing to say.\n"


def test_text_cannot_steer_the_terminal() -> None:
    """Escape codes and direction marks that somebody typed come out as blanks."""
    typed = "A\x1b[31mred\u202e."
    nasty = Finding(
        "x", "error", typed, file="f\x07", line=1,
        related=(Related(typed), Related(typed)), accepted=Accepted(typed, typed, "2021"),
    )  # fmt: skip
    text = rendered("text", Report("s", "s\x1b", typed, [nasty]))
    assert not set(text) & {"\x1b", "\x07", "\u202e"}
