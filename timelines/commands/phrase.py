"""Says what words of news copy mean against the date of the document that says them.

“On Friday”, said on Friday 15 October 2021, is that Friday. The answer is a date in newsroom
EDTF with its bounds in UTC, the name of the rule and its reading in words. Words that no rule
reads are a question, never a guess: exit code 1.

Words such as “four months later” count from another event: give its date with --from.
"""

from __future__ import annotations

import argparse
import json
import re
from typing import Any

from timelines.commands.paper import paper
from timelines.commands.refusal import Refusal
from timelines.dates.calendar_words import WEEKDAYS
from timelines.dates.edtf import edtf
from timelines.dates.phrases import Reading, Unresolved, resolve
from timelines.dates.when import Bounds, DateError, When, instant_text
from timelines.dates.words import in_words
from timelines.dates.zones import zone_named
from timelines.harmless import harmless

HELP = "what words of news copy mean against the date they were said"

UNRESOLVED = 1

_OFFSET = re.compile(r"T.*([+-])([0-9]{2})(?::([0-9]{2}))?$")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The words, the date of the document that says them, and what else their meaning needs."""
    parser.add_argument("words", metavar="WORDS", help="on Friday, last week, Sept. 8 …")
    parser.add_argument(
        "--said", required=True, metavar="DATE", help="date of the document, newsroom EDTF"
    )
    parser.add_argument(
        "--zone", metavar="ZONE", help="IANA zone whose days count; that of --said, else UTC"
    )
    parser.add_argument(
        "--from", dest="since", metavar="DATE", help="date of the event that “later” counts from"
    )
    parser.add_argument("--planned", action="store_true", help="words may look forward")
    parser.add_argument(
        "--week-starts", choices=[day.lower() for day in WEEKDAYS if day[0] in "MS"],
        default="monday", help="first day of a week (monday)",
    )  # fmt: skip
    parser.add_argument("--hemisphere", choices=["north", "south"], default="north")
    parser.add_argument("--format", choices=["text", "json"], default="text")


def run(args: argparse.Namespace) -> int:
    """Print what the words mean; 1 where they mean no date, 2 where an argument is unusable."""
    zone = _zone(args)
    said = _local_day(_date(args.said, zone, "--said", args.hemisphere), zone)
    since = None if args.since is None else _date(args.since, zone, "--from", args.hemisphere)
    found = resolve(
        args.words,
        said,
        zone=zone,
        week_starts=args.week_starts,
        hemisphere=args.hemisphere,
        planned=args.planned,
        since=since,
    )
    if args.format == "json":
        print(json.dumps(answer(found), ensure_ascii=False, indent=2))
    elif isinstance(found, Unresolved):
        print(f"“{harmless(found.text)}”: no date. {found.reason}")
    else:
        _print(found, edtf(found.edtf, zone, hemisphere=args.hemisphere), zone)
    return UNRESOLVED if isinstance(found, Unresolved) else 0


def answer(found: Reading | Unresolved) -> dict[str, Any]:
    """What the command says, as JSON: half-open instants in UTC, null where unbounded."""
    if isinstance(found, Unresolved):
        return {"text": found.text, "unresolved": found.reason}
    return {
        "text": found.text,
        "edtf": found.edtf,
        "start": _instants(found.start),
        "end": _instants(found.end),
        "rule": found.rule,
        "reading": found.reading,
    }


def _instants(bounds: Bounds) -> list[str | None]:
    return [instant_text(bounds.earliest), instant_text(bounds.latest)]


def _zone(args: argparse.Namespace) -> str:
    """The zone asked for, or the one that --said names; of an offset, the zone of that offset."""
    if args.zone is None:
        offset = _OFFSET.search(args.said)
        if offset is not None:
            if offset[3] not in (None, "00"):
                raise Refusal("--said has an offset and no zone: say with --zone whose days count.")
            return f"Etc/GMT{'-' if offset[1] == '+' else '+'}{int(offset[2])}"
        return _date(args.said, "UTC", "--said", args.hemisphere).zone
    try:
        return zone_named(args.zone).name
    except DateError as error:
        raise Refusal(f"--zone: {error.message}") from None


def _local_day(said: When, zone: str) -> When:
    """Behind an offset, the day its own clock shows, even where it is another day in the zone."""
    if _OFFSET.search(said.written) is None:
        return said
    day = edtf(said.written.partition("T")[0], zone)
    return day if said.surely_before(day) or said.surely_after(day) else said


def _date(text: str, zone: str, option: str, hemisphere: str) -> When:
    try:
        when = edtf(text, zone, hemisphere=hemisphere)
    except DateError as error:
        raise Refusal(f"{option}: {error.message}") from None
    if "time-skipped" in when.troubles:
        raise Refusal(f"{option}: the clocks in {when.zone} skip “{text}”.")
    return when


def _print(found: Reading, when: When, zone: str) -> None:
    sheet = paper()
    print(f"“{harmless(found.text)}”: {sheet.styled_as(found.edtf, 'bold')}")
    for line in sheet.wrapped(f"{in_words(when, zone=zone)}: {found.reading} ({found.rule})", 2):
        print(line)
    for name, bounds in _named(found):
        earliest, latest = _instants(bounds)
        after = "at any time" if earliest is None else f"from {earliest} on"
        print(f"  {name} {after}{'' if latest is None else f', before {latest}'}")


def _named(found: Reading) -> list[tuple[str, Bounds]]:
    """A moment has one pair of bounds, a stretch two."""
    if found.start == found.end:
        return [("some moment", found.start)]
    return [("started", found.start), ("ended", found.end)]
