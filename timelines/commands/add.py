"""Adds an event to an investigation, as a file of its own.

In a terminal it asks for what is missing: headline, date, source. The date is newsroom EDTF:
2021-05 for sometime in May, 2021-09-08 for that day, unknown where nobody says. Words such as
“on Friday” belong to --says, with the source that uses them.
"""

from __future__ import annotations

import argparse
import sys

from timelines.commands import paths
from timelines.commands.refusal import Refusal
from timelines.dates.edtf import DateError, edtf
from timelines.dates.words import in_words
from timelines.desk import Refused, add
from timelines.desk.compose import event_id
from timelines.investigation import Investigation, Unusable, load
from timelines.suggestions import suggestion
from timelines.yamlfile import Value

HELP = "add an event with its source"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The investigation, and the fields of the event that a hurried reporter has."""
    parser.add_argument("path", metavar="PATH", help="the investigation's folder")
    parser.add_argument("--headline", help="one sentence")
    parser.add_argument("--date", help="newsroom EDTF: 2021-05, 2021-09-08, unknown …")
    parser.add_argument("--source", action="append", default=[], metavar="ID", help="who says so")
    parser.add_argument("--at", help="where in the source: p. 3, para. 2, 00:12:40")
    parser.add_argument("--quote", help="the words the source uses")
    parser.add_argument("--says", metavar="WORDS", help="the date in the source's own words")
    parser.add_argument("--summary", help="a paragraph")
    parser.add_argument("--storyline", help="one lane of the heading")
    parser.add_argument("--basis", choices=["stated", "computed", "inferred"])
    parser.add_argument("--id", help="the event's id; made from the headline if not given")
    parser.add_argument("--by", metavar="NAME", help="have git keep it, in this name")


def run(args: argparse.Namespace) -> int:
    """Write the file, or say what is missing; nothing that exists is touched."""
    folder = paths.one(args.path)
    try:
        investigation = load(folder)
    except Unusable as unusable:
        raise Refusal(f"{folder}: {unusable}") from None
    if sys.stdin.isatty():
        _ask(args)
    missing = [f"--{name}" for name in ("headline", "date") if not getattr(args, name)]
    if missing:
        raise Refusal(f"An event needs {' and '.join(missing)}.")
    said = _date_in_words(args.date, investigation)
    _known_sources(args.source, investigation)
    taken = set(investigation.events["id"])
    name = args.id or event_id(args.headline, taken)
    try:
        saved = add(folder, "event", name, _fields(args), author=args.by or None)
    except Refused as refused:
        raise Refusal(str(refused)) from None
    print(f"{saved.file}: {said}")
    if saved.note is not None:
        print(saved.note)
    if not args.source:
        print("It cites nobody yet: add a source before it is shown to anyone.")
    return 0


def _ask(args: argparse.Namespace) -> None:
    for name, question in (
        ("headline", "What happened, in one sentence? "),
        ("date", "When (2021-05 for sometime in May; unknown)? "),
    ):
        if not getattr(args, name):
            setattr(args, name, input(question).strip())
    if not args.source:
        answer = input("Who says so (id of a source, or nothing)? ").strip()
        args.source = [answer] if answer else []


def _date_in_words(written: str, investigation: Investigation) -> str:
    heading = investigation.heading
    try:
        return in_words(edtf(written, heading.zone, hemisphere=heading.hemisphere))
    except DateError as error:
        raise Refusal(f"“{written}” cannot be read as a date: {error.message}") from None


def _known_sources(asked: list[str], investigation: Investigation) -> None:
    known = list(investigation.sources["id"])
    for one in asked:
        if one not in known:
            raise Refusal(f"There is no source “{one}”.{suggestion(one, known)}")


def _fields(args: argparse.Namespace) -> dict[str, Value]:
    detail = {
        "at": args.at or "",
        "quote": args.quote or "",
        "says": {"date": args.says} if args.says else {},
    }
    first = [{"source": args.source[0], **detail}] if args.source else []
    if args.source and not any(detail.values()):
        citations: list[Value] = list(args.source)
    else:
        citations = [*first, *args.source[1:]]
    return {
        "headline": args.headline,
        "date": args.date,
        "basis": args.basis or "",
        "summary": args.summary or "",
        "storyline": args.storyline or "",
        "sources": citations,
    }
