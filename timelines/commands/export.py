"""Writes an investigation in another format, and says what that format cannot carry.

An export is for the desk: internal events are in it, and it says so wherever its format has a
place. Internal notes only come along with --notes. With --public it holds only what readers may
get, through the gate that `publish` goes through, and is refused (1) for the same reasons.
"""

from __future__ import annotations

import argparse
import sys

from timelines import exports
from timelines.commands import paths, today
from timelines.commands.delivery import deliver
from timelines.commands.refusal import Refusal
from timelines.handout import Exported, Material, for_the_desk
from timelines.harmless import harmless
from timelines.investigation import Investigation, Unusable, load
from timelines.public_handout import released

REFUSED = 1
HELP = "write events as CSV, XLSX, JSON, TimelineJS, iCalendar, Markdown"
KEYLESS = "An export"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The investigation, the format, the file, and for whom it is."""
    parser.add_argument("path", metavar="PATH", help="the investigation's folder")
    parser.add_argument(
        "--as", dest="form", required=True, metavar="FORMAT", help=" · ".join(exports.names())
    )
    parser.add_argument("--to", required=True, metavar="FILE", help="the file to write; - for here")
    audience = parser.add_mutually_exclusive_group()
    audience.add_argument("--notes", action="store_true", help="with internal notes")
    audience.add_argument(
        "--public", action="store_true", help="only what readers may get, through the gate"
    )
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.add_argument("--today", metavar="DATE", help="the day of the export, 2021-12-01")


def run(args: argparse.Namespace) -> int:
    """Write the file, and list what it does not hold."""
    folder = paths.one(args.path)
    try:
        investigation = load(folder)
    except Unusable as unusable:
        raise Refusal(f"{folder}: {unusable}") from None
    try:
        exports.form(args.form)
    except ValueError as fault:
        raise Refusal(str(fault)) from None
    material = _material(args, investigation)
    made = exports.render(args.form, material)
    deliver(args.to, made.data, force=args.force)
    _tell(args, investigation, material, made)
    return 0


def _material(args: argparse.Namespace, investigation: Investigation) -> Material:
    day = today.day(args.today)
    if not args.public:
        return for_the_desk(investigation, notes=args.notes, today=day)
    material, missing = released(investigation, day)
    if material is None:
        listed = "\n".join(f"  {harmless(one.message)}" for one in missing)
        raise Refusal(f"Readers may not have it yet ({len(missing)} missing):\n{listed}", REFUSED)
    return material


def _tell(
    args: argparse.Namespace, investigation: Investigation, material: Material, made: Exported
) -> None:
    """To the other output, so that a file written to this one is nothing but the file."""
    count = len(material.items)
    lines = [f"{args.to}: {count} event{'' if count == 1 else 's'} as {args.form}."]
    if material.banner:
        public = sum(investigation.events["visibility"] == "public")
        lines.append(f"{material.banner}: {count - public} of them are internal.")
    if material.notes:
        lines.append("It holds internal notes.")
    broken = sum(problem.level in ("block", "error") for problem in investigation.problems)
    if broken and material.banner:
        lines.append(f"{broken} things in the files cannot be read and are not in it.")
    lines += [f"  {harmless(remark)}" for remark in made.remarks]
    print("\n".join(lines), file=sys.stderr)
