"""The kinds of value that fields of records have: texts, ids, dates, words from a list."""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

from timelines.yamltrouble import brief


class Record(BaseModel):
    """Something a file may say: known keys only, and never changed once read."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    THING: ClassVar[str]
    """What it is called in a sentence, with its article: “an event”."""


def refused(message: str) -> PydanticCustomError:
    """A refusal whose message is already a whole sentence for the reporter."""
    return PydanticCustomError("said", "{said}", {"said": message})


_ID = re.compile(r"[a-z0-9._-]{1,80}")


def id_trouble(text: str) -> str | None:
    """What keeps a text from being an id, as a sentence; None if nothing does."""
    if _ID.fullmatch(text) and text.strip("._-"):
        return None
    if len(text) > 80:
        return f"The id “{text[:40]}…” has {len(text)} characters; an id has at most 80."
    odd = next((sign for sign in text if not _belongs_in_an_id(sign)), None)
    if odd is None:
        if any(unicodedata.category(sign)[0] in "LN" for sign in text):
            return None
        return f"The id “{text}” has neither a letter nor a digit."
    better = re.sub(r"[^\w.-]+|_+", "-", text.lower()).strip("-")
    hint = f" Write “{better}”." if better and id_trouble(better) is None else ""
    return (
        f"“{text}” cannot be an id: it has “{odd}”; an id is made of lower-case letters, "
        f"digits, “-”, “_” and “.”.{hint}"
    )


def _belongs_in_an_id(sign: str) -> bool:
    return sign in "-_." or unicodedata.category(sign) in {"Ll", "Lo", "Lm", "Mn", "Mc", "Nd"}


def composed(text: str) -> str:
    """The text in Unicode's NFC, in which ids are compared."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _own_id(text: str) -> str:
    text = composed(text)
    trouble = id_trouble(text)
    if trouble is not None:
        raise refused(trouble)
    return text


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, str | dict) else value


def _bare(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def _language(text: str) -> str:
    if _LANGUAGE.fullmatch(text) is None:
        raise refused(f"“{brief(text)}” is not a language’s code, such as “en”, “es” or “pt-BR”.")
    return text


_SAID = {"true": "yes", "false": "no"}


def _yes_or_no(value: Any) -> Any:
    return _SAID.get(value, value) if isinstance(value, str) else value


SCALAR = ("string", "number", "boolean")
"""What an editor that knows YAML's types takes a text for: `2021` is a number to it."""

Text = str
"""Words, kept exactly as they are."""

Line = Annotated[str, StringConstraints(strip_whitespace=True)]
"""Words on one line."""

Id = Annotated[Line, AfterValidator(_own_id)]
"""A record's own id: 1 to 80 lower-case letters of any script, digits, `-`, `_` and `.`."""

Ref = Annotated[Line, AfterValidator(composed)]
"""The id of another record."""

DATE = "date in newsroom EDTF"

DATE_KEYS = frozenset(
    {"date", "created", "published", "captured", "born", "died", "on", "as_of", "asked"}
    | {"deadline", "answered", "until", "from", "to", "embargo"}
)
"""Keys whose value is a date: there, brackets are a set of dates and not a list."""

Edtf = Annotated[
    Line,
    WithJsonSchema(
        # Editors that know YAML's types take a set of dates in brackets for a list or mapping.
        {"type": ["string", "number", "array", "object"], "$comment": DATE}
    ),
]
"""A date in newsroom EDTF."""

Language = Annotated[Line, AfterValidator(_language)]
"""A language by its code in BCP 47."""

Words = Annotated[
    tuple[Line, ...], BeforeValidator(_bare, json_schema_input_type=Line | list[Line])
]
"""A list of plain words, or one of them without the list."""

Refs = Annotated[tuple[Ref, ...], BeforeValidator(_bare, json_schema_input_type=Line | list[Line])]
"""A list of ids, or one of them without the list."""

YesNo = Annotated[
    Literal["yes", "no"],
    BeforeValidator(_yes_or_no, json_schema_input_type=Literal["yes", "no", True, False]),
]

bare_or_listed = _listed
"""Puts a single value, plain or a mapping, into a list of one."""


def field(meaning: str, **more: Any) -> Any:
    """An optional field with the sentence that editors and the documentation show."""
    if "default_factory" not in more:
        more.setdefault("default", None)
    return Field(description=meaning, **more)


def needed(meaning: str, **more: Any) -> Any:
    """A field that a record must have."""
    return Field(description=meaning, **more)
