"""What a file may say: every record and field of an investigation, defined once.

Validation, the JSON Schemas for editors and `docs/format.md` all come from these definitions.
An absent text is None, an absent list is empty; where the format has a default, it is filled in.
"""

from timelines.records.citation import Citation
from timelines.records.event import (
    Correction,
    Event,
    Involvement,
    Knowing,
    Medium,
    OrderFact,
    Question,
    Response,
    SignOff,
    Waiver,
)
from timelines.records.fields import Record
from timelines.records.heading import Expect, Heading, House
from timelines.records.person import LegalStatus, Person, Role
from timelines.records.source import Obtained, Source

__all__ = [
    "Citation",
    "Correction",
    "Event",
    "Expect",
    "Heading",
    "House",
    "Involvement",
    "Knowing",
    "LegalStatus",
    "Medium",
    "Obtained",
    "OrderFact",
    "Person",
    "Question",
    "Record",
    "Response",
    "Role",
    "SignOff",
    "Source",
    "Waiver",
]
