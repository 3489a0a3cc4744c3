"""Tells an event as readers get it: field by field into the allow-list, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from timelines.investigation import Investigation
from timelines.publish import citing
from timelines.publish.origins import Origins
from timelines.publish.public import (
    PublicAnswer,
    PublicCorrection,
    PublicDate,
    PublicDay,
    PublicEvent,
    PublicKnowing,
    PublicMedium,
    PublicPerson,
    PublicTimeline,
)
from timelines.records import Event
from timelines.words import Words, words


class Picture(NamedTuple):
    """A picture as it will lie in the published folder: its path there, and its size in pixels."""

    file: str
    width: int | None = None
    height: int | None = None


Pictures = Callable[[str], Picture | None]
"""From a `media.file` as it is written to the picture readers get; None for one they do not."""


@dataclass(frozen=True)
class Teller:
    """Tells the events of an investigation; `origins` remembers where each part came from."""

    investigation: Investigation
    pictures: Pictures
    origins: Origins = field(default_factory=Origins)

    @property
    def words(self) -> Words:
        """The words of the language that readers get."""
        return words(self.investigation.heading.language)

    def event(self, identity: str, public_id: str = "") -> PublicEvent:
        """The event of an id as readers get it, whoever may see it now."""
        record = self.investigation.event(identity)
        cited = citing.citations(
            self.investigation, identity, record.sources, ("sources",), self.origins
        )
        told = PublicEvent(
            public_id,
            record.headline,
            self._date(identity, record),
            record.basis,
            self.words[f"publish.basis.{record.basis}"],
            record.verification,
            self.words[f"publish.verification.{record.verification}"],
            summary=record.summary,
            kind=record.kind,
            instrument=record.instrument,
            storylines=record.storyline,
            people=self._people(identity, record),
            place=record.place,
            tags=record.tags,
            weight=record.weight,
            attribution=record.attribution,
            media=self._media(identity, record),
            sources=cited,
            known_to=self._known_to(identity, record),
            answers=self._answers(identity, record),
            corrections=self._corrections(identity, record),
        )
        return self.origins.came(told, "event", identity)

    def _date(self, identity: str, record: Event) -> PublicDate:
        when = self.investigation.dates.get(identity)
        # A date that cannot be read is a finding that closes the gate.
        told = (
            PublicDate(record.date, record.date)
            if when is None
            else citing.date(self.investigation.heading, when)
        )
        return self.origins.came(told, "event", identity, "date")

    def _people(self, identity: str, record: Event) -> tuple[PublicPerson, ...]:
        found = []
        for position, one in enumerate(record.people):
            who = citing.person(self.investigation, one.who, self.origins, one.part)
            if who is not None:
                self.origins.but(who, "part", "event", identity, "people", position, "part")
                found.append(who)
        return tuple(found)

    def _media(self, identity: str, record: Event) -> tuple[PublicMedium, ...]:
        found = []
        for position, one in enumerate(record.media):
            picture = self.pictures(one.file)
            if picture is not None:
                told = PublicMedium(
                    picture.file,
                    one.alt,
                    one.credit,
                    one.caption,
                    picture.width,
                    picture.height,
                )
                found.append(self.origins.came(told, "event", identity, "media", position))
        return tuple(found)

    def _known_to(self, identity: str, record: Event) -> tuple[PublicKnowing, ...]:
        found = []
        for position, one in enumerate(record.known_to):
            when = self.investigation.known_dates.get((identity, position))
            who = citing.person(self.investigation, one.who, self.origins)
            if when is None or who is None or not is_public(self.investigation, identity, position):
                continue
            path = ("known_to", position)
            dated = citing.date(self.investigation.heading, when)
            told = PublicKnowing(
                who,
                one.stance,
                self.origins.came(dated, "event", identity, *path, "date"),
                how=one.how,
                sources=citing.citations(
                    self.investigation, identity, one.sources, (*path, "sources"), self.origins
                ),
            )
            found.append(self.origins.came(told, "event", identity, *path))
        return tuple(found)

    def _answers(self, identity: str, record: Event) -> tuple[PublicAnswer, ...]:
        found = []
        for position, one in enumerate(record.responses):
            if one.answer is not None:
                who = citing.person(self.investigation, one.who, self.origins)
                told = PublicAnswer(one.answer, who)
                found.append(self.origins.came(told, "event", identity, "responses", position))
        return tuple(found)

    def _corrections(self, identity: str, record: Event) -> tuple[PublicCorrection, ...]:
        found = []
        for position, one in enumerate(record.corrections):
            path = ("corrections", position)
            when = citing.read(self.investigation.heading, one.on)
            on = (
                PublicDay(one.on, one.on)
                if when is None
                else citing.day(self.investigation.heading, when)
            )
            told = PublicCorrection(
                self.origins.came(on, "event", identity, *path, "on"), one.note, one.kind
            )
            found.append(self.origins.came(told, "event", identity, *path))
        return tuple(found)


def is_public(investigation: Investigation, event: str, position: int) -> bool:
    """Whether readers get a `known_to` item: its person named, its sources all to be seen.

    An item without any source says of somebody what nobody stands for; readers do not get it.
    """
    item = investigation.event(event).known_to[position]
    return citing.named(investigation, item.who) and citing.all_shown(investigation, item.sources)


def timeline(
    teller: Teller,
    shown: Mapping[str, str],
    undecided: Mapping[str, bool],
) -> PublicTimeline:
    """Everything readers get: the events of `shown` in its order, each under its public id.

    `undecided` tells of each event whether its order to the one before it is not established.
    """
    heading = teller.investigation.heading
    events = []
    for identity, public_id in shown.items():
        told = teller.event(identity, public_id)
        marked = replace(told, order_undecided=undecided[identity] or None)
        events.append(teller.origins.came(marked, "event", identity))
    whole = PublicTimeline(
        heading.title,
        heading.zone,
        heading.language,
        summary=heading.summary,
        byline=heading.byline,
        publisher=heading.publisher,
        url=citing.link(heading.url),
        updated=_updated(teller, shown),
        storylines=_storylines(heading.storylines, events),
        events=tuple(events),
    )
    return teller.origins.came(whole, "heading", None)


def _updated(teller: Teller, shown: Mapping[str, str]) -> PublicDay | None:
    """The day of the newest correction that readers get."""
    heading = teller.investigation.heading
    days = []
    for identity in shown:
        for position, one in enumerate(teller.investigation.event(identity).corrections):
            when = citing.read(heading, one.on)
            if when is not None and when.start.earliest is not None:
                days.append((when.start.earliest, one.on, identity, position, when))
    if not days:
        return None
    *_, identity, position, when = max(days, key=lambda day: day[:2])
    path = ("corrections", position, "on")
    return teller.origins.came(citing.day(heading, when), "event", identity, *path)


def _storylines(listed: tuple[str, ...], events: list[PublicEvent]) -> tuple[str, ...]:
    """The lanes that have events: in the order of the heading, the others as they come."""
    used = dict.fromkeys(lane for event in events for lane in event.storylines)
    return tuple(
        [lane for lane in listed if lane in used] + [lane for lane in used if lane not in listed]
    )
