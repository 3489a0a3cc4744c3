"""Findings for people: an editor's note, the most harmful first, what settles them beside them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timelines.findings import LEVELS, Finding, Level, Related
from timelines.formats import Report
from timelines.harmless import harmless

HEADINGS: dict[Level, str] = {
    "block": "Nothing may be published while this stands",
    "error": "Put right, or accept by name",
    "warning": "Look at this before readers do",
    "question": "Worth a call",
}
COLOURS: dict[Level, str] = {"block": "1;31", "error": "31", "warning": "33", "question": "34"}
BOLD, DIM = "1", "2"


def render(
    reports: Sequence[Report], *, several: bool, width: int = 80, styled: bool = False
) -> str:
    """The findings by level, those that the same answer would settle together.

    At most `width` columns wide, unless a path or a quoted word is longer; without `styled`
    there are no escape codes.
    """
    sheet = _Sheet(width, styled)
    pages = ["\n".join(_page(report, sheet)) for report in reports]
    return "\n\n\n".join(pages) + "\n"


@dataclass(frozen=True, slots=True)
class _Sheet:
    width: int
    styled: bool

    def ink(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.styled and text else text

    def lines(self, text: str, first: str, rest: str) -> list[str]:
        return textwrap.wrap(
            harmless(text),
            self.width,
            initial_indent=first,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _page(report: Report, sheet: _Sheet) -> Iterator[str]:
    if report.title is not None:
        for line in sheet.lines(report.title, "", ""):
            yield sheet.ink(line, BOLD)
    yield sheet.ink(f"{harmless(report.folder)}: {_counted(report)}", DIM)
    standing = [finding for finding in report.findings if finding.accepted is None]
    for level in LEVELS:
        of_level = [finding for finding in standing if finding.level == level]
        if of_level:
            yield ""
            yield sheet.ink(f"{HEADINGS[level]} ({len(of_level)})", COLOURS[level])
        for group in _together(of_level):
            yield from _group(group, sheet)
    accepted = [finding for finding in report.findings if finding.accepted is not None]
    if accepted:
        yield ""
        yield sheet.ink(f"Accepted ({len(accepted)})", BOLD)
        for finding in accepted:
            yield from _finding(finding, sheet)


def _together(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Findings in their order, those with the same way out beside the first of them."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for number, finding in enumerate(findings):
        alone = str(number) if finding.settles is None else ""
        groups.setdefault((finding.settles or "", alone), []).append(finding)
    return list(groups.values())


def _group(group: Sequence[Finding], sheet: _Sheet) -> Iterator[str]:
    for finding in group:
        yield from _finding(finding, sheet)
    settles = group[0].settles
    if settles is not None:
        for line in sheet.lines(settles, "  → ", "    "):
            yield sheet.ink(line, BOLD)


def _finding(finding: Finding, sheet: _Sheet) -> Iterator[str]:
    yield ""
    place = finding.check
    if finding.file is not None:
        place = f"{finding.check}  {_place(finding.file, finding.line)}"
    yield "  " + sheet.ink(harmless(place), DIM)
    yield from sheet.lines(finding.message, "  ", "  ")
    # A single fact is what the sentence itself says.
    for fact in finding.related if len(finding.related) > 1 else ():
        yield from _fact(fact, sheet)
    accepted = finding.accepted
    if accepted is not None:
        until = "" if accepted.until is None else f", until {accepted.until}"
        note = f"Accepted by {accepted.by} on {accepted.on}{until}: {accepted.because}"
        yield from sheet.lines(note, "  ✓ ", "    ")


def _fact(fact: Related, sheet: _Sheet) -> Iterator[str]:
    yield from sheet.lines(fact.says, "    · ", "      ")
    if fact.file is not None:
        yield "      " + sheet.ink(harmless(_place(fact.file, fact.line)), DIM)


def _place(file: str, line: int | None) -> str:
    return file if line is None else f"{file}:{line}"


def _counted(report: Report) -> str:
    if not report.findings:
        return "nothing to say."
    counts = report.counts
    names = {"block": "blocking", "waived": "accepted"}
    parts = []
    for name, number in counts.items():
        word = names.get(name, name)
        if number:
            parts.append(f"{number} {word}{'s' * (number != 1 and name not in names)}")
    return ", ".join(parts)
