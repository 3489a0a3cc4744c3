"""Publishes an investigation to where readers are: the page and its data, through the gate.

TO is a folder, or the address of a bucket or server: s3://bucket/folder, sftp://server/folder, or
anything else that fsspec speaks to. Whenever it is stopped, readers have a whole page, and
publishing again goes on where it ended.

Nothing goes out while an event that is meant for readers is not signed as it reads, or an error
stands on it: then the list of what is missing is printed, and the exit code is 1. Events under
embargo are left out. --explain publishes nothing: it lists every text that readers would get, with
the file and line it comes from, and what changed since the last publication. --today looks at
embargoes and findings as of another day, or of a date and time with its zone. --at is the address
that readers have for the folder: then embed.html and oembed.json name it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from timelines import formats
from timelines.commands import paths
from timelines.commands.paper import Paper, paper
from timelines.commands.refusal import Refusal
from timelines.commands.today import clock, day
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.facts import capital
from timelines.findings import Finding
from timelines.formats import Report
from timelines.harmless import harmless
from timelines.investigation import Investigation, Unusable, load
from timelines.publish import folder, memory
from timelines.publish.explain import Explained, explained
from timelines.publish.news import News
from timelines.publish.page import explore
from timelines.publish.page.snippets import folder_address
from timelines.publish.public import Json
from timelines.publish.publication import DATA, Prepared, prepare
from timelines.publish.targets import writing
from timelines.publish.targets.faults import Unreachable
from timelines.publish.targets.opening import Own, place_outside
from timelines.publish.targets.place import Place
from timelines.publish.targets.progress import Sending, summary
from timelines.publish.targets.writing import Sent
from timelines.words import words

HELP = "the reader's page and its data, through the gate"
KEYLESS = "Publishing"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The investigation, the folder to publish to, and what only to look at."""
    parser.add_argument("path", metavar="PATH", help="an investigation's folder")
    parser.add_argument(
        "--to",
        metavar="TO",
        required=True,
        help="the folder or address that readers are served from",
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help="publish nothing; list every public text and where it comes from",
    )
    parser.add_argument(
        "--at", metavar="URL", help="the address that the folder has for readers, for embed.html"
    )
    parser.add_argument(
        "--keep-nothing",
        action="store_true",
        help="take away at once what pages opened before this publication may still fetch",
    )
    parser.add_argument(
        "--explore",
        action="store_true",
        help="with explore.html: the whole figure to turn over, one click from the page",
    )
    parser.add_argument("--today", metavar="DATE", help="as of this day or date and time")


def run(args: argparse.Namespace) -> int:
    """Publish, explain or refuse; 1 for a refusal, 2 for what cannot be used at all."""
    place = paths.one(args.path)
    try:
        investigation = load(place)
    except Unusable as unusable:
        _print_findings(place, None, unusable.findings)
        return 2
    target = _target(investigation, args.to)
    today, now = _moment(args.today, investigation.heading.zone)
    try:
        prepared = prepare(
            investigation,
            today,
            now,
            _published(target),
            _at(args.at),
            to_explore=args.explore,
        )
    except explore.Missing as missing:
        raise Refusal(str(missing), 1) from None
    sheet = paper()
    if args.explain:
        _print(_explained(investigation, prepared, sheet))
    if not prepared.decision.open:
        _print(_refused(prepared, sheet))
        _print_findings(place, investigation.heading.title, prepared.decision.missing)
        return 1
    _print(_news(prepared.publication.news, sheet))
    if args.explain:
        print("\nNothing was published; without --explain it would be.")
        return 0
    sent = _send(prepared.publication.files, target, args.keep_nothing)
    count = len(prepared.publication.public.events)
    print(f"\nPublished to {target.name}: {count} event{'s' * (count != 1)}.")
    _print(iter(sheet.wrapped(summary(sent))))
    _remember(investigation, prepared)
    return 0


def _target(investigation: Investigation, written: str) -> Place:
    """The place to publish to; never one that records, documents or pictures are read from."""
    try:
        place = place_outside(written, investigation.path)
    except Own as fault:
        raise Refusal(str(fault), 1) from None
    except Unreachable as fault:
        raise Refusal(str(fault)) from None
    if not place.in_one_step:
        print(words("en").say("target.halves", place=place.name), file=sys.stderr)
    return place


def _published(target: Place) -> Json | None:
    """What readers were last told there; None where nothing was published yet."""
    try:
        return memory.published(target.read(DATA))
    except Unreachable as fault:
        raise Refusal(str(fault)) from None


def _send(files: Mapping[str, bytes], target: Place, at_once: bool) -> Sent:
    """Write it, with a line that tells how far it is."""
    sending = Sending()
    try:
        return writing.write(files, target, sending.told, at_once)
    except writing.Occupied as occupied:
        raise Refusal(str(occupied), 1) from None
    except (Unreachable, writing.Stopped) as fault:
        raise Refusal(str(fault)) from None
    except OSError as fault:
        why = fault.strerror or type(fault).__name__
        raise Refusal(f"“{target.name}” cannot be written: {why}.") from None
    finally:
        sending.over()


def _at(written: str | None) -> str | None:
    """The address of the published folder, as the snippets of embed.html have it."""
    try:
        return None if written is None else folder_address(written)
    except ValueError as fault:
        raise Refusal(str(fault)) from None


def _moment(written: str | None, zone: str) -> tuple[date, int]:
    """The day of the findings and the instant of publishing: of `--today`, the first of it."""
    if written is None:
        return day(None), clock()
    try:
        start = edtf(written, zone).start.earliest
    except DateError as error:
        raise Refusal(f"“{written}”: {error.message}") from None
    today = day(written[:10])
    if start is None:
        raise Refusal(f"“{written}” is not a day; write it as 2021-12-01.")
    return today, start


def _remember(investigation: Investigation, prepared: Prepared) -> None:
    """Keep in the investigation's folder what readers have now."""
    kept = investigation.path / memory.FILE
    try:
        folder.put(kept, prepared.publication.remembered.encode("utf-8"))
    except OSError:
        print(
            f"“{memory.FILE}” could not be written into the investigation's folder: keep the "
            "published folder, which tells what readers have."
        )


def _print(lines: Iterator[str]) -> None:
    for line in lines:
        print(line)


def _print_findings(place: Path, title: str | None, findings: Sequence[Finding]) -> None:
    report = Report(place.resolve().name, place.as_posix(), title, list(findings))
    sheet = paper()
    print(
        formats.render("text", [report], several=False, width=sheet.width, styled=sheet.styled),
        end="",
    )


def _refused(prepared: Prepared, sheet: Paper) -> Iterator[str]:
    decision = prepared.decision
    count = len({one.event for one in decision.missing if one.event in decision.shown})
    whole = len(decision.shown)
    said = "Nothing was published."
    if count:
        said += f" Of {whole} events for readers, {count} cannot go out yet:"
    yield from sheet.wrapped(said)
    yield ""


def _news(news: News, sheet: Paper) -> Iterator[str]:
    """What changed since the last publication, in words."""
    if news.first:
        yield "This is the first publication."
        return
    if news.nothing:
        yield "Nothing in it changed since the last publication."
        return
    yield sheet.styled_as("Since the last publication", "bold")
    for one in news.heading:
        yield from _listed(harmless(f"{capital(one.in_words())}."), sheet)
    for headline in news.added:
        yield from _listed(f"New: “{harmless(headline)}”", sheet)
    for headline in news.removed:
        yield from _listed(f"Gone: “{harmless(headline)}”", sheet)
    for changed in news.changed:
        yield from _listed(f"Changed: “{harmless(changed.headline)}”", sheet)
        for one in changed.differences:
            yield from _listed(harmless(f"{one.in_words()}."), sheet, 4)


def _listed(text: str, sheet: Paper, indent: int = 2) -> list[str]:
    return sheet.wrapped(text, indent)


def _explained(investigation: Investigation, prepared: Prepared, sheet: Paper) -> Iterator[str]:
    publication = prepared.publication
    before: str | None = None
    yield sheet.styled_as("Everything that readers would get", "bold")
    for one in explained(investigation, publication.public, publication.origins):
        if one.headline != before:
            before = one.headline
            yield ""
            yield sheet.styled_as(harmless(one.headline or ""), "bold")
        yield f"  {one.part}: {harmless(one.text)}  {sheet.styled_as(_place(one), 'dim')}"
    yield ""


def _place(one: Explained) -> str:
    place = one.file or "?"
    if one.line is not None:
        place = f"{place}:{one.line}"
    return f"(made of {place})" if one.worked_out else f"({place})"
