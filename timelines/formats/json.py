"""Findings for programs, as JSON: what the chronology checks say, with places and fingerprints."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from timelines.findings import Finding
from timelines.formats import Report


def render(
    reports: Sequence[Report], *, several: bool, width: int = 80, styled: bool = False
) -> str:
    """One investigation as an object of findings and counts; several under their slugs."""
    if several:
        whole: Any = {"investigations": {report.slug: _report(report) for report in reports}}
    else:
        (report,) = reports
        whole = _report(report)
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _report(report: Report) -> dict[str, Any]:
    findings = [_finding(finding) for finding in report.findings]
    return {"findings": findings, "counts": report.counts}


def _finding(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "check": finding.check,
        "level": finding.level,
        "message": finding.message,
        "event": finding.event,
        "file": finding.file,
        "line": finding.line,
        "fingerprint": finding.fingerprint,
        "related": [
            {"event": fact.event, "file": fact.file, "line": fact.line, "says": fact.says}
            for fact in finding.related
        ],
    }
    accepted = finding.accepted
    if accepted is not None:
        found["waived"] = {
            "because": accepted.because,
            "by": accepted.by,
            "on": accepted.on,
            "until": accepted.until,
        }
    return found
