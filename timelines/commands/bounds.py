"""Prints each event's bounds: as its date states them, and as all facts together narrow them.

Bounds are half-open instants in UTC: the first possible one, and the first impossible one. With
--between A B it says how event A stands to event B, how far apart they are, and why.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from typing import Any

from timelines import tables
from timelines.commands import paths
from timelines.commands.paper import paper
from timelines.commands.refusal import Refusal
from timelines.dates.when import instant_text
from timelines.harmless import harmless
from timelines.investigation import Investigation, Unusable, load
from timelines.network import Chronology, solve
from timelines.network.spans import between_words
from timelines.suggestions import suggestion

HELP = "each event's stated and narrowed bounds"

SECOND = 1_000_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """The investigation, the form of the answer, and two events to compare."""
    parser.add_argument(
        "path", metavar="PATH", help="an investigation's folder, or a folder of them"
    )
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument(
        "--between", nargs=2, metavar=("A", "B"), help="order and distance of two events, and why"
    )


def run(args: argparse.Namespace) -> int:
    """Print the bounds; 2 where an investigation cannot be used at all."""
    if args.between is not None:
        return _between(args)
    folders, several = paths.investigations(args.path)
    pages: dict[str, Any] = {}
    status = 0
    for folder in folders:
        try:
            investigation = load(folder)
        except Unusable as unusable:
            if not several:
                raise Refusal(f"{folder}: {unusable}") from None
            pages[folder.name] = {"events": [], "unusable": str(unusable)}
            status = 2
            continue
        pages[folder.name] = answer(investigation, solve(investigation))
    if args.format == "json":
        shown = {"investigations": pages} if several else next(iter(pages.values()))
        print(json.dumps(shown, indent=2, ensure_ascii=False))
    else:
        for slug, page in pages.items():
            _print(slug if several else None, page)
    return status


def answer(investigation: Investigation, chronology: Chronology) -> dict[str, Any]:
    """The bounds of every event, as JSON has them; `consistent` is false where facts clash.

    In an investigation with contradictions `narrowed` is what holds after the weakest statement
    of each has been relaxed.
    """
    narrowed = _bounds_by_event(chronology.narrowed, "event")
    stated = _bounds_by_event(investigation.events, "id")
    written = dict(zip(investigation.events["id"], investigation.events["written"], strict=True))
    return {
        "consistent": not chronology.contradictions,
        "events": [
            {
                "id": event,
                "written": written[event],
                **stated[event],
                "narrowed": narrowed.get(event, stated[event])
                | {"why": _proofs(event, stated[event], narrowed.get(event), chronology)},
            }
            for event in written
        ],
    }


Ends = dict[str, list[str | None]]


def _bounds_by_event(frame: Any, key: str) -> dict[str, Ends]:
    columns = [
        [instant_text(micros) for micros in tables.micros(frame[name])]
        for name in ("start_earliest", "start_latest", "end_earliest", "end_latest")
    ]
    return {
        event: {"start": [first, second], "end": [third, fourth]}
        for event, first, second, third, fourth in zip(frame[key], *columns, strict=True)
    }


def _proofs(
    event: str, stated: Ends, narrowed: Ends | None, chronology: Chronology
) -> Mapping[str, list[str]]:
    """For each bound that reasoning moved, the statements that prove it, in words."""
    if narrowed is None:
        return {}
    return {
        f"{end}_{side}": [
            statement.sentence for statement in chronology.proof(event, f"{end}_{side}")
        ]
        for end in ("start", "end")
        for index, side in enumerate(("earliest", "latest"))
        if stated[end][index] != narrowed[end][index]
    }


def _print(slug: str | None, page: Mapping[str, Any]) -> None:
    sheet = paper()
    if slug is not None:
        print(sheet.styled_as(slug, "bold"))
    for event in page["events"]:
        print(f"{sheet.styled_as(harmless(event['id']), 'bold')}  {harmless(event['written'])}")
        print(f"    start  {_span(event['start'])}\n    end    {_span(event['end'])}")
        for end in ("start", "end"):
            if event["narrowed"][end] != event[end]:
                print(f"    narrowed {end}  {_span(event['narrowed'][end])}")
        for sentences in event["narrowed"]["why"].values():
            for sentence in sentences:
                print("\n".join(sheet.wrapped(f"· {harmless(sentence)}", 8)))
    if not page.get("consistent", True):
        print(
            "Some facts contradict each other; narrowed is what holds without the weakest of them."
        )


def _span(bounds: list[str | None]) -> str:
    earliest, latest = (bound or "unbounded" for bound in bounds)
    return f"from {earliest}  to before {latest}"


def _between(args: argparse.Namespace) -> int:
    folder = paths.one(args.path)
    try:
        investigation = load(folder)
    except Unusable as unusable:
        raise Refusal(f"{folder}: {unusable}") from None
    known = list(investigation.events["id"])
    for event in args.between:
        if event not in known:
            raise Refusal(f"There is no event “{event}”.{suggestion(event, known)}")
    first, second = args.between
    chronology = solve(investigation)
    order, distance = chronology.order(first, second), chronology.distance(first, second)
    why = list(dict.fromkeys(one.sentence for one in (*order.why, *distance.why)))
    if args.format == "json":
        shown = {
            "order": order.order,
            "distance": [_seconds(distance.least), _seconds(distance.most)],
            "why": why,
        }
        print(json.dumps(shown, indent=2, ensure_ascii=False))
        return 0
    sheet = paper()
    print(f"{first} is {_order_words(order.order)} {second}.")
    print(f"From {first} to {second}: {between_words(distance.least, distance.most)}.")
    for sentence in why:
        print("\n".join(sheet.wrapped(f"· {harmless(sentence)}", 2)))
    return 0


def _order_words(order: str) -> str:
    return {
        "before": "surely before",
        "after": "surely after",
        "undecided": "in no established order to",
    }[order]


def _seconds(micros: int | None) -> int | float | None:
    if micros is None:
        return None
    return micros // SECOND if micros % SECOND == 0 else micros / SECOND
