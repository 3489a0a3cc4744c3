"""What a page of the app is given: the investigation as it is open now, and where we are in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from components.address import Address
from components.investigations import Opened
from timelines.docket import Docket
from timelines.findings import Finding
from timelines.investigation import Investigation
from timelines.words import Words


@dataclass(frozen=True)
class Visit:
    """One run of the app for one browser; nothing in it changes while the page is drawn.

    `findings` is None while the checks run.
    """

    opened: Opened
    address: Address
    words: Words
    findings: tuple[Finding, ...] | None

    @property
    def investigation(self) -> Investigation:
        """The investigation that is open."""
        return self.opened.investigation

    @property
    def docket(self) -> Docket:
        """What is worked out from it."""
        return self.opened.docket

    @cached_property
    def headlines(self) -> Mapping[str, str]:
        """The headline of every event, by id."""
        events = self.investigation.events
        return dict(zip(events["id"], events["headline"], strict=True))

    def link(self, event: str, page: str | None = None) -> str:
        """The address of the view in which that event is chosen."""
        return self.address.on(page).at(event).link()
