"""Findings that an editor accepts: which finding a waiver covers, and until when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from timelines.dates.edtf import edtf
from timelines.dates.when import DateError
from timelines.docket import Docket
from timelines.findings import Accepted, Finding


def covers(waiver: Any, finding: Finding) -> bool:
    """Whether the waiver is meant for this finding; one that blocks publication it cannot accept.

    A waiver without a fingerprint covers all findings of its check on its event.
    """
    return (
        finding.check == waiver.check
        and finding.event == waiver.event
        and waiver.fingerprint in (None, finding.fingerprint)
    )


def expired(waiver: Any, docket: Docket) -> bool:
    """Whether its last day is over; it still holds on the day that it names."""
    if waiver.until is None:
        return False
    try:
        last = edtf(waiver.until, docket.zone).end.latest
    except DateError:
        return False  # reading reports the date
    today = docket.day.earliest
    return last is not None and today is not None and last <= today


def applied(docket: Docket, found: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each marked as accepted where a waiver that still holds covers it."""
    for finding in found:
        covering = [
            waiver
            for waiver in docket.waivers.get(finding.event or "", ())
            if covers(waiver, finding) and not expired(waiver, docket)
        ]
        if not covering or finding.level == "block":
            yield finding
            continue
        # Of several, the one that holds longest is what the editor reads.
        last = max(covering, key=lambda waiver: (waiver.until is None, waiver.until or ""))
        yield replace(finding, accepted=Accepted(last.because, last.by, last.on, last.until))
