"""Takes the last change of an event back, or goes back to what it said after a commit.

That is a change of its own, in your name; nothing is lost from the history.
"""

from __future__ import annotations

import argparse

from timelines.commands import paths
from timelines.commands.refusal import Refusal
from timelines.desk import Conflict, Refused
from timelines.desk import undo as take_back

HELP = "take a change of an event back"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The event, how far back, and who asks."""
    parser.add_argument("path", metavar="PATH", help="the investigation's folder")
    parser.add_argument("event", metavar="EVENT", help="id of the event")
    parser.add_argument("--to", metavar="COMMIT", help="as `timelines history` names it")
    parser.add_argument("--kind", choices=["event", "source", "person"], default="event",
                        help="what EVENT is the id of")  # fmt: skip
    parser.add_argument("--by", metavar="NAME", required=True, help="in whose name git keeps it")


def run(args: argparse.Namespace) -> int:
    """Write the earlier version, and say in which file."""
    folder = paths.one(args.path)
    try:
        saved = take_back(folder, args.event, args.kind, to=args.to, author=args.by)
    except (Refused, Conflict) as refused:
        raise Refusal(str(refused), 1) from None
    if not saved.changed:
        print(f"“{args.event}” says that already; nothing was changed.")
    elif saved.after is None:
        print(f"“{args.event}” is removed, as it was before: {saved.file}")
    else:
        print(f"“{args.event}” says again what it said: {saved.file}")
    if saved.note is not None:
        print(saved.note)
    return 0
