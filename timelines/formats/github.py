"""Findings as annotations of GitHub Actions, which show them at their lines in a change."""

from __future__ import annotations

from collections.abc import Sequence
from posixpath import join, normpath

from timelines.findings import Finding, Level
from timelines.formats import Report

COMMANDS: dict[Level, str] = {
    "block": "error",
    "error": "error",
    "warning": "warning",
    "question": "notice",
}


def render(
    reports: Sequence[Report], *, several: bool, width: int = 80, styled: bool = False
) -> str:
    """One line a finding; what an editor has accepted is a notice that says so.

    Files are named from where the command ran, which in a workflow is the repository's top.
    """
    lines = [_line(report, finding) for report in reports for finding in report.findings]
    return "".join(f"{line}\n" for line in lines)


def _line(report: Report, finding: Finding) -> str:
    command, message = COMMANDS[finding.level], finding.message
    if finding.settles is not None:
        message += f" {finding.settles}"
    if finding.accepted is not None:
        command = "notice"
        message = f"Accepted by {finding.accepted.by} (“{finding.accepted.because}”): {message}"
    place = {}
    if finding.file is not None:
        place["file"] = normpath(join(report.folder, finding.file))
    if finding.line is not None:
        place["line"] = str(finding.line)
    place["title"] = finding.check
    properties = ",".join(f"{name}={_property(value)}" for name, value in place.items())
    return f"::{command} {properties}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
