"""What the reporter changes in a proposal before it is written: a row's date, its headline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.intake.proposals import Options, Proposal, Proposed


@dataclass(frozen=True, slots=True)
class Correction:
    """What a row should say instead; None leaves what the file says. Struck out, it is left out."""

    date: str | None = None
    headline: str | None = None
    struck: bool = False


def corrected(
    proposal: Proposal, corrections: Mapping[str, Correction], options: Options
) -> tuple[Proposal, tuple[tuple[str, str], ...]]:
    """The proposal as the reporter wants it, and what of it could not be done, by place.

    A date that is no newsroom EDTF is not taken: the row keeps the file's. Where a date was
    corrected, what stands in the file remains as what was said.
    """
    troubles: list[tuple[str, str]] = []
    events = []
    for one in proposal.events:
        wanted = corrections.get(one.place)
        if wanted is not None and wanted.struck:
            continue
        if wanted is None:
            events.append(one)
            continue
        event, why = _corrected(one, wanted, options)
        events.append(event)
        troubles += [(one.place, sentence) for sentence in why]
    open_dates = tuple(one.said or "" for one in events if one.two_readings)
    return replace(proposal, events=tuple(events), open_dates=open_dates), tuple(troubles)


def _corrected(
    one: Proposed, wanted: Correction, options: Options
) -> tuple[Proposed, tuple[str, ...]]:
    fields, troubles = dict(one.fields), []
    said, two = one.said, one.two_readings
    headline = " ".join((wanted.headline or "").split())
    if wanted.headline is not None:
        if headline:
            fields["headline"] = headline
        else:
            troubles.append("An event needs a headline; the file’s was kept.")
    if wanted.date is not None:
        try:
            when = edtf(wanted.date.strip(), options.zone, hemisphere=options.hemisphere)
        except DateError as fault:
            troubles.append(f"{fault.message} The file’s date was kept.")
        else:
            said = one.said or str(one.fields.get("date", ""))
            fields["date"], two = when.written, False
            fields.pop("questions", None) if one.two_readings else None
    return replace(one, fields=fields, said=said, two_readings=two), tuple(troubles)
