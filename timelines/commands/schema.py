"""Writes the JSON Schemas (draft-07) that make an editor complete and check YAML as one types.

Without --to, the names of the schemas are listed, or the one that is named is printed.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from timelines.commands.refusal import Refusal
from timelines.schema import schemas

HELP = "write the JSON Schemas for editors"


def arguments(parser: argparse.ArgumentParser) -> None:
    """One schema to print, or a folder to write all of them to."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="print this one: event, sources …")
    parser.add_argument("--to", metavar="FOLDER", help="write all of them into this folder")


def run(args: argparse.Namespace) -> int:
    """Print one, list them, or write them all."""
    found = schemas()
    if args.to is not None:
        folder = Path(args.to)
        folder.mkdir(parents=True, exist_ok=True)
        for file, schema in sorted(found.items()):
            (folder / file).write_text(_text(schema), encoding="utf-8")
            print(folder / file)
        return 0
    by_name = {file.split(".")[0]: schema for file, schema in found.items()} | found
    if args.name is None:
        for file in sorted(found):
            print(file)
        return 0
    if args.name not in by_name:
        known = ", ".join(sorted(file.split(".")[0] for file in found))
        raise Refusal(f"There is no schema “{args.name}”; there are {known}.")
    print(_text(by_name[args.name]), end="")
    return 0


def _text(schema: object) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
