"""A citation: what one source says about an event, and where in the source."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BeforeValidator

from timelines.records.fields import (
    SCALAR,
    Line,
    Record,
    Ref,
    Text,
    bare_or_listed,
    field,
    needed,
    refused,
)
from timelines.suggestions import is_slip_of
from timelines.yamltrouble import brief

Stance = Literal["supports", "disputes", "mentions"]
Knowledge = Literal["first-hand", "document", "official", "hearsay", "published-report"]

NAMED = ("date", "instrument", "who", "number")
"""The fields of `says` that checks compare by name; others are compared as they are called."""


def _said_field(name: str) -> str:
    meant = next((known for known in NAMED if is_slip_of(name, known)), None)
    if meant is not None:
        raise refused(
            f"“{brief(name)}” is nearly “{meant}”, and would not be compared with it. "
            f"Did you mean “{meant}”?"
        )
    if name != name.lower() or not any(sign.isalpha() for sign in name):
        raise refused(f"“{brief(name)}” is not a field of “says”: they are lower-case words.")
    return name


Says = dict[Annotated[Line, AfterValidator(_said_field)], Line]


class Citation(Record):
    """A source id alone, or a mapping that says where in the source, in which words, and how."""

    THING: ClassVar[str] = "a citation"

    source: Ref = needed("Id of the source.")
    at: Line | None = field("Where in it: `p. 3`, `para. 2`, `00:12:40`, `row 14`.")
    quote: Text | None = field("The words used, exactly.")
    says: Says = field(
        "What this source asserts where it matters or differs: `date` in its own words "
        "(“on Friday”) or as newsroom EDTF, `instrument`, `who`, `number`, or any other field "
        "in lower-case words.",
        default_factory=dict,
        json_schema_extra={
            "properties": {
                name: {"type": [*SCALAR, *(("array", "object") if name == "date" else ())]}
                for name in NAMED
            }
        },
    )
    stance: Stance = field("Does it support the event?", default="supports")
    knowledge: Knowledge | None = field("How the source knows.")
    attribution: Line | None = field("The wording for this source here.")
    notes: Text | None = field("Internal; readers never get it.")


def _spelled_out(value: Any) -> Any:
    return {"source": value} if isinstance(value, str) else value


Citing = Annotated[Citation, BeforeValidator(_spelled_out, json_schema_input_type=Line | Citation)]
Citations = Annotated[
    tuple[Citing, ...],
    BeforeValidator(bare_or_listed, json_schema_input_type=Line | Citation | list[Citing]),
]
"""A list of citations, or a single one without the list."""
