"""Writes the proof sheet: every public claim once, with its evidence, and a page a person.

For the fact-checker and the lawyer. One line is one claim: the words, the date as sources put it
and as it is read, source, place, quote and terms, who signed and whether for these words, and room
to tick and to write. It is internal and says so on every page, and it holds nothing but the agreed
words of a source that is not named. --with-internal adds events that only the desk sees.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from timelines.commands import paths, today
from timelines.commands.delivery import deliver
from timelines.commands.refusal import Refusal
from timelines.docket import Docket
from timelines.harmless import harmless
from timelines.investigation import Unusable, load
from timelines.proof import formats
from timelines.proof.rows import Sheet
from timelines.proof.sheet import sheet
from timelines.suggestions import suggestion
from timelines.words import words

HELP = "write the proof sheet for fact-checker and lawyer"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The investigation, the form, the file, and what of it."""
    parser.add_argument("path", metavar="PATH", help="the investigation's folder")
    parser.add_argument(
        "--as", dest="form", required=True, metavar="FORMAT", help=" · ".join(formats.names())
    )
    parser.add_argument("--to", required=True, metavar="FILE", help="the file to write; - for here")
    parser.add_argument("--event", metavar="ID", help="that event alone")
    parser.add_argument("--person", metavar="ID", help="what is said of that one alone")
    parser.add_argument(
        "--only",
        choices=["unsigned", "changed"],
        help="events not signed in every role, or changed since they were signed",
    )
    parser.add_argument(
        "--with-internal", action="store_true", help="also events that only the desk sees"
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument("--today", metavar="DATE", help="the day of the sheet, 2021-12-01")


def run(args: argparse.Namespace) -> int:
    """Write the file, and say what it holds."""
    folder = paths.one(args.path)
    try:
        form = formats.form(args.form)
    except ValueError as fault:
        raise Refusal(str(fault)) from None
    made = _sheet(args, folder)
    deliver(args.to, form.render(made), force=args.force)
    mark = words("en")["proof.mark"]
    print(f"{args.to}: {mark}.\n{harmless(' '.join(made.scope))}", file=sys.stderr)
    return 0


def _sheet(args: argparse.Namespace, folder: Path) -> Sheet:
    day = today.day(args.today)
    try:
        docket = Docket(load(folder), day)
    except Unusable as unusable:
        raise Refusal(f"{folder}: {unusable}") from None
    for kind, asked, known in (
        ("event", args.event, docket.events),
        ("person", args.person, docket.people),
    ):
        if asked is not None and asked not in known:
            raise Refusal(f"There is no {kind} “{asked}”.{suggestion(asked, list(known))}")
    return sheet(
        docket,
        internal=args.with_internal,
        event=args.event,
        person=args.person,
        standing=args.only,
    )
