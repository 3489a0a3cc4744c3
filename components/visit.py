"""What a page of the app is given: the investigation as it is open now, and where we are in it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from components.address import Address
from components.found import Pile
from components.investigations import Opened
from timelines.commands.today import clock
from timelines.dates.when import Order, When
from timelines.dates.words import in_words
from timelines.docket import Docket
from timelines.findings import Finding
from timelines.investigation import Investigation
from timelines.network import Chronology
from timelines.sequence import Step, chronological, sequence
from timelines.words import Words


@dataclass(frozen=True)
class Visit:
    """One run of the app for one browser; nothing in it changes while the page is drawn.

    `pile`, what the checks found, and `chronology` are None while they are worked out.
    """

    opened: Opened
    address: Address
    words: Words
    chronology: Chronology | None
    pile: Pile | None

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
        return self.opened.headlines

    @property
    def now(self) -> int:
        """The instant as of which embargoes count, microseconds UTC: now, or that of a set day."""
        first = self.docket.day.earliest
        return clock() if os.environ.get("TIMELINES_TODAY") is None or first is None else first

    @property
    def findings(self) -> tuple[Finding, ...] | None:
        """What the checks found, the most harmful first; None while they run."""
        return None if self.pile is None else self.pile.findings

    @property
    def narrowed(self) -> pd.DataFrame | None:
        """What reasoning leaves of each date; None while it is worked out."""
        return None if self.chronology is None else self.chronology.narrowed

    @property
    def steps(self) -> list[Step]:
        """All events as they are shown; by their dates alone until more is known."""
        if self.chronology is not None:
            return chronological(self.investigation, self.chronology)
        stated = self.investigation.events.rename(columns={"id": "event"})
        return sequence(stated, (), lambda one, other: "undecided")

    def order(self, one: str, other: str) -> Order:
        """How one event surely stands to another; by their dates alone until more is known."""
        if self.chronology is not None:
            return self.chronology.order(one, other).order
        dates = self.investigation.dates
        known = one in dates and other in dates
        return dates[one].order(dates[other]) if known else "undecided"

    def said(self, when: When | None) -> str:
        """A date in words; that it cannot be read, for None."""
        if when is None:
            return self.words["app.card.date_unreadable"]
        return in_words(when, zone=self.docket.zone, language=self.words.language)

    def name(self, person: str) -> str:
        """What somebody is called at the desk; the id where nobody has it."""
        row = self.docket.people.get(person)
        return person if row is None else str(row.name)

    def link(self, event: str, page: str | None = None) -> str:
        """The address of the view in which that event is chosen."""
        return self.address.on(page).at(event).link()

    def document(self, source: str, at: str | None = None, quote: str | None = None) -> str:
        """The address of that source's document, open at the place and with the words marked.

        `at` and `quote` as the citation has them.
        """
        there = self.address.on("documents", source=source, at=at, quote=quote)
        return there.link()
