"""Tells who changed what, and when, as the git repository around the investigation knows it.

With EVENT, every change of that event, newest first; with --since, what all records say now and
did not say on that day or in that commit. Nothing is changed by it.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from timelines.commands import paths
from timelines.commands.refusal import Refusal
from timelines.dates.when import instant_text
from timelines.desk import History, Refused, changed_since
from timelines.desk import history as history_of

HELP = "who changed what, and when"
KEYLESS = "History"

_KINDS = ("event", "source", "person")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The record, or since when."""
    parser.add_argument("path", metavar="PATH", help="the investigation's folder")
    parser.add_argument("event", metavar="EVENT", nargs="?", help="id of the event")
    parser.add_argument("--since", metavar="WHEN", help="2021-09-01, or a commit of git")
    parser.add_argument("--kind", choices=_KINDS, default="event", help="what EVENT is the id of")
    parser.add_argument("--format", choices=["text", "json"], default="text")


def run(args: argparse.Namespace) -> int:
    """Print the sentences; exit 1 where there is no history."""
    folder = paths.one(args.path)
    if (args.event is None) == (args.since is None):
        raise Refusal("Name an event, or say --since when.")
    try:
        if args.since is not None:
            return _since(folder, args.since, args.format)
        past = history_of(folder, args.event, args.kind)
    except Refused as refused:
        raise Refusal(str(refused)) from None
    return _of_one(args.event, past, args.format)


def _of_one(event: str, past: History, form: str) -> int:
    if form == "json":
        told = [
            {
                "commit": one.commit,
                "author": one.author,
                "when": instant_text(one.when),
                "file": one.file,
                "changes": list(one.phrases),
                "sentence": one.sentence,
            }
            for one in past.editions
        ]
        print(json.dumps({"id": event, "history": told, "note": past.note}, ensure_ascii=False))
    else:
        for one in past.editions:
            mark = f"{one.commit[:9]}  " if one.commit is not None else "           "
            print(f"{mark}{one.sentence}")
        if past.note is not None:
            print(past.note)
    return 0 if past.editions else 1


def _since(folder: Path, mark: str, form: str) -> int:
    found = changed_since(folder, mark)
    if form == "json":
        told = [
            {
                "kind": one.kind,
                "id": one.id,
                "changes": list(one.phrases),
                "authors": list(one.authors),
                "sentence": one.sentence,
            }
            for one in found.differences
        ]
        whole = {"since": mark, "commit": found.commit, "changed": told, "note": found.note}
        print(json.dumps(whole, ensure_ascii=False))
    else:
        for one in found.differences:
            print(one.sentence)
        if found.note is not None:
            print(found.note)
        elif not found.differences:
            print(f"Nothing has changed since {mark}.")
    return 1 if found.commit is None and not found.differences else 0
