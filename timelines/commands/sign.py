"""Signs an event: for exactly what readers would get of it, its sources included.

The sign-off is written into the event's file; any later change of a word, the date, a source or the
attribution voids it. Signing in the same role again replaces your own earlier sign-off. Nothing is
committed and nothing is published by it.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from timelines import checks
from timelines.commands import paths
from timelines.commands.paper import Paper, paper
from timelines.commands.refusal import Refusal
from timelines.commands.today import day
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.desk import Conflict, Refused
from timelines.findings import Finding
from timelines.harmless import harmless
from timelines.investigation import Investigation, Unusable, load
from timelines.publish.approval import sign
from timelines.suggestions import suggestion

HELP = "sign off an event"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which event, in which role, by whom and on which day."""
    parser.add_argument("path", metavar="PATH", help="the investigation's folder")
    parser.add_argument("event", metavar="EVENT", help="id of the event")
    parser.add_argument("--role", metavar="R", required=True, help="editor, lawyer …")
    parser.add_argument("--by", metavar="NAME", required=True, help="your name")
    parser.add_argument("--on", metavar="DATE", help="the day; today if not given")


def run(args: argparse.Namespace) -> int:
    """Sign, and say what still keeps the event from readers."""
    folder = paths.one(args.path)
    investigation = _loaded(folder)
    if args.event not in set(investigation.events["id"]):
        hint = suggestion(args.event, list(investigation.events["id"]))
        raise Refusal(f"There is no event “{args.event}”.{hint}")
    on = _day(args.on, investigation)
    try:
        done = sign(folder, args.event, role=args.role, by=args.by, on=on)
    except (Refused, Conflict) as refused:
        raise Refusal(str(refused), 1) from None
    sheet = paper()
    headline = investigation.event(args.event).headline
    _say(f"{args.by} signed “{headline}” as {args.role}: {done.file}", sheet)
    _warn(_loaded(folder), args.event, args.role, day(None), sheet)
    return 0


def _loaded(folder: Path) -> Investigation:
    try:
        return load(folder)
    except Unusable as unusable:
        raise Refusal(f"{folder}: {unusable}") from None


def _day(written: str | None, investigation: Investigation) -> str:
    if written is None:
        return day(None).isoformat()
    try:
        when = edtf(written, investigation.heading.zone)
    except DateError as error:
        raise Refusal(f"“{written}” cannot be read as a day: {error.message}") from None
    if when.precision != "day" or when.stretch or when.members is not None:
        raise Refusal(f"“{written}” is not a day; write it as 2021-12-01.")
    return written


def _warn(investigation: Investigation, event: str, role: str, today: date, sheet: Paper) -> None:
    """What an editor should know after signing: it may not suffice."""
    required = investigation.heading.signoffs
    if required and role.casefold() not in {one.casefold() for one in required}:
        _say(f"Required are: {', '.join(required)}. This role is none of them.", sheet)
    if investigation.event(event).visibility != "public":
        _say("It is internal: readers do not get it until its visibility is public.", sheet)
    for one in _open(investigation, event, today):
        _say(f"Still to do ({one.check}): {one.message}", sheet)


def _open(investigation: Investigation, event: str, today: date) -> list[Finding]:
    return [
        one
        for one in checks.check(investigation, today)
        if one.event == event and one.level in ("block", "error") and one.accepted is None
    ]


def _say(text: str, sheet: Paper) -> None:
    for line in sheet.wrapped(harmless(text)):
        print(line)
