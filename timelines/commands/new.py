"""Starts an investigation: a folder with a heading, sources, people and example events.

The examples are invented and show every field once; change or delete them as you go.
SLUG is the folder's name; it is made inside --in (default: data, where there is one).
"""

from __future__ import annotations

import argparse
import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from zoneinfo import available_timezones

from timelines.commands.refusal import Refusal
from timelines.desk.compose import scalar
from timelines.suggestions import suggestion

HELP = "start an investigation"

_SLUG = re.compile(r"[^\W_](?:[\w.-]{0,79})\Z")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The folder's name, and what its heading says."""
    parser.add_argument("slug", metavar="SLUG", help="name of the folder: harbor-permits")
    parser.add_argument("--in", dest="where", metavar="FOLDER", help="make it inside this folder")
    parser.add_argument("--title", help="the title; made from the slug if not given")
    parser.add_argument("--zone", help="IANA zone of its dates, such as America/Chicago")


def run(args: argparse.Namespace) -> int:
    """Make the folder; one that exists is left alone."""
    given = Path(args.slug)
    unfit = _SLUG.match(given.name) is None or given.name != given.name.lower()
    if unfit or ".." in given.parts:
        raise Refusal(
            f"“{args.slug}” cannot be a folder's name here; use lower-case letters, digits "
            "and hyphens, as in harbor-permits."
        )
    if args.zone is not None and args.zone not in available_timezones():
        hint = suggestion(args.zone, sorted(available_timezones()))
        raise Refusal(f"“{args.zone}” is not a zone.{hint}")
    folder = _place(given, args.where)
    if folder.exists():
        raise Refusal(f"{folder} exists already; nothing was changed.")
    _copy(files("timelines") / "starter", folder)
    _head(folder / "investigation.yaml", args.title or _title(given.name), args.zone)
    print(f"{folder} is ready. Its events are invented examples: change or delete them.")
    print(f"Next: timelines check {folder}")
    return 0


def _place(given: Path, where: str | None) -> Path:
    if where is not None:
        return Path(where) / given
    if len(given.parts) > 1 or not Path("data").is_dir():
        return given
    return Path("data") / given


def _title(slug: str) -> str:
    words = slug.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def _copy(start: Traversable, folder: Path) -> None:
    folder.mkdir(parents=True)
    for item in start.iterdir():
        if item.is_dir():
            _copy(item, folder / item.name)
        else:
            (folder / item.name).write_bytes(item.read_bytes())


def _head(heading: Path, title: str, zone: str | None) -> None:
    """Put the title and zone into the heading's own lines; the rest stays as it is."""
    text = heading.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^title:.*$", lambda _: f"title: {scalar(title)}", text, count=1)
    if zone is not None:
        text = re.sub(r"(?m)^zone:.*$", lambda _: f"zone: {zone}", text, count=1)
    heading.write_text(text, encoding="utf-8", newline="\n")
