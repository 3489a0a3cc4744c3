"""Brings other people's files in: spreadsheets, TimelineJS, SIMILE, another investigation.

Every event comes in unverified and internal, citing a source that stands for the file, with its
row in the notes. What was widened, left out, asked or could not be read is listed. The same file
a second time adds nothing; what is there already is never changed.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

from timelines import imports
from timelines.commands import paths
from timelines.commands.refusal import Refusal
from timelines.dates.edtf import edtf
from timelines.dates.when import DateError, When
from timelines.dates.words import in_words
from timelines.desk.refused import Refused
from timelines.harmless import harmless
from timelines.intake.headings import FIELDS
from timelines.intake.landing import land
from timelines.intake.merging import Plan, options_for, plan
from timelines.intake.proposals import (
    KINDS,
    Options,
    Order,
    Progress,
    Proposal,
    Remark,
    Unimportable,
)
from timelines.investigation import Investigation, Unusable, load

HELP = "bring events in from a spreadsheet, a timeline, another investigation"

_SHOWN = 20
REFUSED = 1


def arguments(parser: argparse.ArgumentParser) -> None:
    """The file, the investigation, and the answers that only the reporter has."""
    parser.add_argument("file", metavar="FILE", help="a file, or another investigation's folder")
    parser.add_argument("--into", required=True, metavar="PATH", help="the investigation's folder")
    parser.add_argument("--as", dest="form", metavar="FORMAT", help=" · ".join(imports.names()))
    parser.add_argument(
        "--map", metavar="FIELD=HEADING,…", help="which column is what: date=When,headline=What"
    )
    order = parser.add_mutually_exclusive_group()
    order.add_argument("--day-first", action="store_true", help="3/4/2003 is 3 April")
    order.add_argument("--month-first", action="store_true", help="3/4/2003 is March 4")
    order.add_argument(
        "--leave-open", action="store_true", help="3/4/2003 is one of the two, with a question"
    )
    parser.add_argument("--said", metavar="DATE", help="the day the file's words count from")
    parser.add_argument("--sheet", metavar="NAME", help="which sheet of a workbook")
    parser.add_argument("--encoding", metavar="NAME", help="of a text file, where it looks wrong")
    parser.add_argument("--by", metavar="NAME", help="who imports, for the history in git")
    parser.add_argument("--dry-run", action="store_true", help="show everything, write nothing")


def run(args: argparse.Namespace) -> int:
    """Write what is new, list every loss; 1 where a question has to be answered first."""
    folder = paths.one(args.into)
    try:
        investigation = load(folder)
    except Unusable as unusable:
        raise Refusal(f"{folder}: {unusable}") from None
    options = _options(args, investigation)
    try:
        proposal = _read(args, options)
    except Unimportable as fault:
        raise Refusal(f"{args.file}: {fault}{_first_rows(args, options)}") from None
    found = plan(proposal, investigation)
    _print_columns(proposal)
    _print_remarks(found.remarks, everything=args.dry_run)
    if proposal.open_dates and not args.leave_open:
        _ask(proposal)
        return 0 if args.dry_run else REFUSED
    if args.dry_run:
        _print_events(found, investigation)
    else:
        _land(found, folder, args.by)
    print(_summary(found, dry=args.dry_run))
    return 0


def _options(args: argparse.Namespace, investigation: Investigation) -> Options:
    order: Order | None = None
    if args.day_first or args.month_first:
        order = "day-first" if args.day_first else "month-first"
    return replace(
        options_for(investigation),
        order=order,
        mapping=_mapping(args.map),
        sheet=args.sheet,
        encoding=args.encoding,
        said=_said(args.said, investigation.heading.zone),
    )


def _mapping(written: str | None) -> dict[str, str] | None:
    if written is None:
        return None
    found: dict[str, str] = {}
    for part in re.split(rf",(?=\s*(?:{'|'.join(FIELDS)})\s*=)", written):
        name, sign, heading = part.partition("=")
        if not sign:
            raise Refusal(f"--map: “{part}” is not FIELD=HEADING, such as date=When.")
        found[name.strip()] = heading.strip().strip("“”\"'")
    return found


def _said(written: str | None, zone: str) -> When | None:
    try:
        return None if written is None else edtf(written, zone)
    except DateError as error:
        raise Refusal(f"--said: {error.message}") from None


def _read(args: argparse.Namespace, options: Options) -> Proposal:
    file = Path(args.file)
    if file.is_dir():
        return imports.read_folder(file)
    return imports.read(
        _bytes(file), file.name, options, form_name=args.form, progress=_progress("read")
    )


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as fault:
        raise Refusal(f"{file}: {(fault.strerror or 'cannot be read').lower()}.") from None


def _progress(verb: str) -> Progress | None:
    """A line that counts, for people at a terminal only."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        end = "\n" if done == total else ""
        print(f"\r{done:,} of {total:,} rows {verb}", end=end, file=sys.stderr, flush=True)

    return tell


def _first_rows(args: argparse.Namespace, options: Options) -> str:
    """What stands in the file, where it is only its columns that are not understood."""
    file = Path(args.file)
    try:
        shown = imports.preview(
            file.read_bytes(), file.name, replace(options, mapping=None), form_name=args.form
        )
    except (Unimportable, OSError):
        return ""
    if shown is None:
        return ""
    rows = [
        " | ".join(harmless(cell)[:30] for cell in row) for row in (shown.headings, *shown.first)
    ]
    return (
        "\nIts first rows:\n"
        + "\n".join(f"  {row}" for row in rows)
        + ("\nSay which column is what: --map date=HEADING,headline=HEADING")
    )


def _print_columns(proposal: Proposal) -> None:
    if proposal.columns:
        taken = ", ".join(
            f"{field} from “{harmless(one)}”" for field, one in proposal.columns.items()
        )
        print(f"Columns: {taken}. To change that: --map")


def _print_remarks(remarks: tuple[Remark, ...], *, everything: bool) -> None:
    counts = Counter(remark.kind for remark in remarks)
    for kind, told in KINDS.items():
        if not counts[kind]:
            continue
        print(f"{told[:1].upper()}{told[1:]} ({counts[kind]}):")
        those = [remark for remark in remarks if remark.kind == kind]
        shown = those if everything or kind != "read" else those[:_SHOWN]
        for remark in shown:
            place = f"{remark.place}: " if remark.place else ""
            print(f"  {place}{harmless(remark.text)}")
        if len(shown) < len(those):
            print(f"  and {len(those) - len(shown)} more; --dry-run shows them all")


def _ask(proposal: Proposal) -> None:
    dates = list(dict.fromkeys(proposal.open_dates))
    shown = ", ".join(f"“{harmless(one)}”" for one in dates[:5])
    more = f" and {len(dates) - 5} more" if len(dates) > 5 else ""
    print(
        f"Nothing was written. Is the day or the month first in {shown}{more}? Say --day-first or "
        "--month-first; or --leave-open, and each becomes one of two days with a question.",
        file=sys.stderr,
    )


def _print_events(found: Plan, investigation: Investigation) -> None:
    zone = investigation.heading.zone
    for one in found.new:
        when = edtf(str(one.fields["date"]), zone, hemisphere=investigation.heading.hemisphere)
        print(f"{one.identity}: {in_words(when)}: {harmless(str(one.fields['headline']))}")


def _land(found: Plan, folder: Path, author: str | None) -> None:
    try:
        land(found, folder, _progress("written"), author)
    except Refused as fault:
        raise Refusal(f"{harmless(str(fault))} Import again: it adds the rest.") from None


def _summary(found: Plan, *, dry: bool) -> str:
    count = len(found.new)
    events = f"{count} event{'' if count == 1 else 's'}"
    parts = [f"{events} {'would be' if dry else 'were' if count != 1 else 'was'} added"]
    if found.known:
        parts.append(f"{len(found.known)} already there")
    source = next(iter(found.sources), None) if found.new else None
    said = f"; they cite “{source}”, unverified and internal" if source is not None else ""
    return f"{', '.join(parts)}{said}."
