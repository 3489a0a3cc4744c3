"""The heading of an investigation: investigation.yaml, with the rules of the house."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from timelines.records.fields import Language, Line, Record, Text, Words, field, needed, refused
from timelines.suggestions import suggestion
from timelines.yamltrouble import brief

Week = Literal["monday", "sunday", "saturday"]
Hemisphere = Literal["north", "south"]
Count = Annotated[int, Field(ge=0, le=1_000_000_000)]

WIDENED = ("second", "minute", "hour", "day", "month", "season", "year", "decade", "century")
"""The parts of a date for which the house may say how far “about” goes."""

_UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")


def _amount(text: str) -> str:
    number, _, unit = text.partition(" ")
    singular = "century" if unit == "centuries" else unit.removesuffix("s")
    if not (number.isascii() and number.isdigit()) or singular not in _UNITS:
        raise refused(f"“{brief(text)}” is not a number and a unit, such as “2 days” or “1 month”.")
    return text


Amount = Annotated[Line, AfterValidator(_amount)]


def _widened(part: str) -> str:
    if part not in WIDENED:
        raise refused(
            f"“{brief(part)}” is not a part of a date that “about” widens."
            f"{suggestion(part, WIDENED)} They are {', '.join(WIDENED)}."
        )
    return part


About = dict[Annotated[Line, AfterValidator(_widened)], Amount]

Group = Annotated[tuple[Line, ...], Field(min_length=2)]


class House(Record):
    """The thresholds of this newsroom."""

    THING: ClassVar[str] = "the rules of the house"

    independent_sources: Annotated[int, Field(ge=1, le=100)] = field(
        "How many independent origins an event needs.", default=2
    )
    response_hours: Count = field(
        "How many hours somebody has for an answer before publication.", default=24
    )
    stale_days: Count = field(
        "After how many days a legal status must be looked at again.", default=30
    )
    silence_days: Count = field(
        "How many days without an event in a storyline are a gap to ask about.", default=30
    )
    about: About = field(
        "How far “about” (~) widens a date, by the finest part that is marked: "
        "`{day: 2 days, month: 1 month}`.",
        default_factory=dict,
        json_schema_extra={
            "properties": {part: {"type": "string"} for part in WIDENED},
            "additionalProperties": False,
        },
    )
    evidence_megabytes: Annotated[int, Field(ge=1, le=100_000)] = field(
        "How large a file of evidence may be, in millions of bytes.", default=50
    )
    guilt_words: Words = field("More words that find somebody guilty.", default=())
    loaded_verbs: Words = field("More verbs that take sides.", default=())
    causal_words: Words = field("More words that claim a cause.", default=())


class Expect(Record):
    """How many records there should be, so that a merge that drops some is noticed."""

    THING: ClassVar[str] = "what is expected"

    events: Count | None = field("How many events there should be.")
    sources: Count | None = field("How many sources there should be.")
    people: Count | None = field("How many people and organisations there should be.")


class Heading(Record):
    """What the investigation is, where and when it is told, and by which rules."""

    THING: ClassVar[str] = "the heading"

    title: Line = needed("What the investigation is called.")
    summary: Text | None = field("A paragraph about it, CommonMark.")
    zone: Line = needed(
        "The IANA time zone in which dates are read unless they say otherwise, such as "
        "`America/Chicago`."
    )
    language: Language = field("Language of the words readers get, BCP 47.", default="en")
    byline: Line | None = field("Who reports it.")
    publisher: Line | None = field("Who publishes it.")
    url: Line | None = field("Where the story lives.")
    storylines: Words = field(
        "The lanes of the timeline, in order; where there are any, an event may name no others.",
        default=(),
    )
    week_starts: Week = field("The day a week starts with.", default="monday")
    hemisphere: Hemisphere = field("Which half of the earth the seasons are of.", default="north")
    signoffs: Words = field(
        "The roles that must sign an event before it may be published. `[]`: nobody need sign.",
        default=("editor",),
    )
    house: House = field("The thresholds of this newsroom.", default_factory=House)
    expect: Expect = field(
        "How many records there should be, so that a merge that drops some is noticed.",
        default_factory=Expect,
    )
    wording: dict[Line, Line] = field(
        "House wording: what is replaced, and by what: `{District Attorney: county prosecutor}`.",
        default_factory=dict,
    )
    synonyms: Annotated[
        tuple[Group, ...],
        BeforeValidator(lambda value: value, json_schema_input_type=list[list[Line]]),
    ] = field(
        "Groups of words that mean the same thing here: `[[suit, lawsuit], [e-mail, email]]`.",
        default=(),
    )
    known_contacts: Words = field(
        "Telephone numbers and addresses that may be printed.", default=()
    )
    notes: Text | None = field("Internal; readers never get it.")
