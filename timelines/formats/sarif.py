"""Findings as SARIF 2.1.0, the standard that code hosts and editors read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from posixpath import join, normpath
from typing import Any
from urllib.parse import quote

from timelines.checks import Check, shelf
from timelines.findings import Finding, Level
from timelines.formats import Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

LEVELS: dict[Level, str] = {
    "block": "error",
    "error": "error",
    "warning": "warning",
    "question": "note",
}


def render(
    reports: Sequence[Report], *, several: bool, width: int = 80, styled: bool = False
) -> str:
    """One run an investigation; paths are from where the command ran."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report) for report in reports]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report) -> dict[str, Any]:
    rules = {one.name: index for index, one in enumerate(shelf())}
    return {
        "tool": {"driver": {"name": "timelines", "rules": [_rule(one) for one in shelf()]}},
        "automationDetails": {"id": f"timelines/{report.slug}/"},
        "columnKind": "unicodeCodePoints",
        "results": [_result(report, finding, rules) for finding in report.findings],
    }


def _rule(one: Check) -> dict[str, Any]:
    first, _, rest = one.manual.partition("\n")
    return {
        "id": one.name,
        "shortDescription": {"text": first},
        "fullDescription": {"text": one.manual},
        "help": {"text": rest.strip() or first},
        "defaultConfiguration": {"level": LEVELS[one.level]},
        "properties": {"level": one.level, "section": one.section},
    }


def _result(report: Report, finding: Finding, rules: dict[str, int]) -> dict[str, Any]:
    text = finding.message if finding.settles is None else f"{finding.message} {finding.settles}"
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "level": LEVELS[finding.level],
        "message": {"text": text},
        "partialFingerprints": {"timelines/v1": finding.fingerprint},
        "properties": {"level": finding.level, "event": finding.event},
    }
    if finding.check in rules:
        result["ruleIndex"] = rules[finding.check]
    if finding.file is not None:
        result["locations"] = [_location(report, finding.file, finding.line)]
    related = [
        _location(report, fact.file, fact.line) | {"id": index, "message": {"text": fact.says}}
        for index, fact in enumerate(finding.related)
        if fact.file is not None
    ]
    if related:
        result["relatedLocations"] = related
    if finding.accepted is not None:
        because = f"{finding.accepted.because} ({finding.accepted.by}, {finding.accepted.on})"
        result["suppressions"] = [
            {"kind": "inSource", "status": "accepted", "justification": because}
        ]
    return result


def _location(report: Report, file: str, line: int | None) -> dict[str, Any]:
    place: dict[str, Any] = {
        "artifactLocation": {"uri": quote(normpath(join(report.folder, file)))}
    }
    if line is not None:
        place["region"] = {"startLine": line}
    return {"physicalLocation": place}
