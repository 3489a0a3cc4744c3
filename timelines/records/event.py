"""An event and everything that may stand in its file."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, model_validator

from timelines.records.citation import Citations
from timelines.records.fields import (
    Edtf,
    Id,
    Line,
    Record,
    Ref,
    Refs,
    Text,
    Words,
    bare_or_listed,
    field,
    needed,
    refused,
)

Basis = Literal["stated", "computed", "inferred"]
Kind = Literal[
    "incident", "notice", "filing", "statement", "decision",
    "meeting", "record", "publication", "silence", "planned",
]  # fmt: skip
Verification = Literal[
    "unverified", "alleged", "confirmed", "disputed", "denied", "withdrawn", "hypothesis"
]
Visibility = Literal["internal", "public"]
Sensitivity = Literal["minor", "victim", "uncharged", "medical", "address"]
Change = Literal["correction", "clarification", "update", "retraction"]
Relation = Literal["after", "before", "during", "same_day"]
RELATIONS: tuple[Relation, ...] = ("after", "before", "during", "same_day")


class Involvement(Record):
    """Somebody's part in an event."""

    THING: ClassVar[str] = "somebody’s part in an event"

    who: Ref = needed("Id of the person or organisation.")
    part: Line | None = field("Their part: sender, author, witness …")


def _spelled_out(value: Any) -> Any:
    return {"who": value} if isinstance(value, str) else value


Involved = Annotated[
    Involvement, BeforeValidator(_spelled_out, json_schema_input_type=Line | Involvement)
]
Involvements = Annotated[
    tuple[Involved, ...],
    BeforeValidator(bare_or_listed, json_schema_input_type=Line | Involvement | list[Involved]),
]


class Medium(Record):
    """A picture or recording shown with an event."""

    THING: ClassVar[str] = "a picture or recording"

    file: Line = needed("Its file, in `evidence/` or `media/`.")
    alt: Line | None = field("What it shows, for those who cannot see it; readers need it.")
    credit: Line | None = field("Who made it; readers need it.")
    caption: Line | None = field("Words under it.")


class OrderFact(Record):
    """How the event stands in time to another one, and who says so."""

    THING: ClassVar[str] = "an order fact"

    after: Ref | None = field("Id of an event that is over before this one begins.")
    before: Ref | None = field("Id of an event that begins after this one is over.")
    during: Ref | None = field("Id of an event within which this one lies.")
    same_day: Ref | None = field("Id of an event that starts on the same local day.")
    by: Line | None = field(
        "The distance, from the end of the earlier to the start of the later one: `4 months`, "
        "`about 4 months`, `3 to 5 months`, `at least 2 days`, `17 minutes`, or ISO 8601. "
        "With `after` and `before` only."
    )
    source: Ref | None = field("Id of the source that says so.")

    @model_validator(mode="after")
    def _one_relation(self) -> OrderFact:
        said = [name for name in RELATIONS if getattr(self, name) is not None]
        if len(said) != 1:
            found = "says " + " and ".join(f"“{name}”" for name in said) if said else "says none"
            raise refused(
                "An order fact says one of “after”, “before”, “during” or “same_day”; "
                f"this one {found}."
            )
        if self.by is not None and said[0] not in ("after", "before"):
            raise refused(f"“by” goes with “after” and “before” only, not with “{said[0]}”.")
        return self

    @property
    def relation(self) -> Relation:
        """Which of the four it is."""
        if self.after is not None:
            return "after"
        if self.before is not None:
            return "before"
        return "during" if self.during is not None else "same_day"

    @property
    def other(self) -> str:
        """Id of the other event."""
        return self.after or self.before or self.during or self.same_day or ""


class Knowing(Record):
    """Somebody knew of the event, and since when."""

    THING: ClassVar[str] = "a “known_to” item"

    who: Ref = needed("Id of the person or organisation.")
    date: Edtf = needed("Since when they knew, or for which time they deny it; newsroom EDTF.")
    how: Line | None = field("How they came to know.")
    sources: Citations = field("The sources that say so.", default=())
    stance: Literal["knew", "told", "denies"] = field(
        "They knew, were told, or deny it.", default="knew"
    )


class Response(Record):
    """A right of reply offered to somebody."""

    THING: ClassVar[str] = "a response"

    who: Ref = needed("Id of the person or organisation.")
    asked: Edtf = needed("When they were asked, newsroom EDTF.")
    how: Line | None = field("By what means.")
    deadline: Edtf | None = field("Until when they were asked to answer, newsroom EDTF.")
    answer: Text | None = field("Their words.")
    answered: Edtf | None = field("When they answered, newsroom EDTF.")


class SignOff(Record):
    """A sign-off on exactly what the event said; written by the app or the command."""

    THING: ClassVar[str] = "a sign-off"

    role: Line = needed("In which role: editor, lawyer …")
    by: Line = needed("Name of who signs.")
    on: Edtf = needed("The day, newsroom EDTF.")
    fingerprint: Line = needed("Of exactly what was signed.")


class Waiver(Record):
    """A finding that an editor accepts."""

    THING: ClassVar[str] = "a waiver"

    check: Line = needed("Name of the check.")
    because: Line = needed("Why it is accepted.")
    by: Line = needed("Name of who accepts it.")
    on: Edtf = needed("The day, newsroom EDTF.")
    until: Edtf | None = field("The last day it holds, newsroom EDTF.")
    fingerprint: Line | None = field(
        "Of the one finding it covers; without one it covers all of that check on this event."
    )


class Correction(Record):
    """A correction that readers were given."""

    THING: ClassVar[str] = "a correction"

    on: Edtf = needed("The day, newsroom EDTF.")
    kind: Change | None = field("What kind of change.")
    note: Text = needed("What it says.")


class Question(Record):
    """An editor's open question."""

    THING: ClassVar[str] = "a question"

    ask: Line = needed("The question.")
    by: Line | None = field("Who asks.")
    on: Edtf | None = field("The day, newsroom EDTF.")
    owner: Line | None = field("Who is to find out.")
    answer: Text | None = field("The answer, once there is one.")


class Event(Record):
    """Something that happened, was said, or is planned; a headline, a date and who says so."""

    THING: ClassVar[str] = "an event"

    id: Id = field("Its id; without one, the name of the file.", default="")
    headline: Line = needed("One sentence: what happened.")
    date: Edtf = needed(
        "When, in newsroom EDTF and only as exactly as somebody says: `2021-05`, `2021-09-08`, "
        "`2021-09-08T17:44`, `2021-05/2021-09`, `[2021-09-08, 2021-09-10]`, `unknown`."
    )
    zone: Line | None = field("The IANA time zone of the date, if not the investigation's.")
    basis: Basis = field("Is the date stated, computed or inferred?", default="stated")
    summary: Text | None = field("A paragraph, CommonMark.")
    kind: Kind | None = field("What kind of event it is.")
    instrument: Line | None = field("What the thing is: complaint, lawsuit, letter, e-mail …")
    storyline: Words = field("The lane of the timeline it belongs to, or several.", default=())
    people: Involvements = field("Who is involved: ids, or `{who: id, part: sender}`.", default=())
    place: Line | None = field("Where.")
    tags: Words = field("Words to select it by.", default=())
    weight: Annotated[int, Field(ge=1, le=3)] = field(
        "How much it matters to the story, 1 to 3.", default=1
    )
    media: tuple[Medium, ...] = field("Pictures and recordings shown with it.", default=())
    verification: Verification = field(
        "How true it is held to be; a hypothesis never leaves the desk.", default="unverified"
    )
    attribution: Line | None = field("The exact wording readers get: “the department says”.")
    sources: Citations = field(
        "Who says so: ids of sources, or citations with the place, the quote and what they say "
        "differently.",
        default=(),
    )
    order: tuple[OrderFact, ...] = field(
        "How it stands in time to other events, each with who says so.", default=()
    )
    known_to: tuple[Knowing, ...] = field("Who knew of it, and since when.", default=())
    visibility: Visibility = field("May readers see it?", default="internal")
    embargo: Line | None = field(
        "Until when it must not be published: a date and time with its zone, "
        "`2021-10-15T06:00-05:00`."
    )
    adverse_to: Refs = field(
        "Ids of people this event shows in a bad light; each is owed a chance to respond.",
        default=(),
    )
    sensitivity: Annotated[
        tuple[Sensitivity, ...],
        BeforeValidator(bare_or_listed, json_schema_input_type=Sensitivity | list[Sensitivity]),
    ] = field("Reasons for care.", default=())
    responses: tuple[Response, ...] = field("The right of reply: who was asked, when.", default=())
    signoffs: tuple[SignOff, ...] = field(
        "Who signed it; written by the app or the command.", default=()
    )
    waivers: tuple[Waiver, ...] = field("Findings that an editor accepts.", default=())
    corrections: tuple[Correction, ...] = field("What readers were told was changed.", default=())
    questions: tuple[Question, ...] = field("The editor's open questions.", default=())
    notes: Text | None = field("Internal; readers never get it.")
