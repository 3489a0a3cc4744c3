"""Reads the dates of records in the investigation's zone, and says which cannot be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from timelines.dates.edtf import edtf
from timelines.dates.when import DateError, When
from timelines.dates.zones import zone_named
from timelines.yamltrouble import brief

_HAS_ZONE = re.compile(r"(?:Z|[+-]\d\d(?::?\d\d)?|\])$")


@dataclass(slots=True)
class Calendar:
    """How dates are read here: in which zone, on which half of the earth, how wide “about” is.

    Keeps what it has read, since many records share a date.
    """

    zone: str
    hemisphere: str
    about: Mapping[str, str]
    _known: dict[tuple[str, str], When | DateError] = field(default_factory=dict)

    def read(self, written: str, zone: str | None = None) -> When | DateError:
        """The date, or why it cannot be read."""
        key = (written, zone or self.zone)
        try:
            return self._known[key]
        except KeyError:
            pass
        try:
            when: When | DateError = edtf(
                written, key[1], hemisphere=self.hemisphere, about=self.about
            )
        except DateError as error:
            when = error
        self._known[key] = when
        return when

    @staticmethod
    @lru_cache(maxsize=256)
    def zone_trouble(name: str) -> str | None:
        """Why a zone cannot be used, as a sentence; None if it can."""
        if len(name) > 100:
            return f"“{brief(name)}” is not the name of a time zone."
        try:
            zone_named(name)
        except DateError as error:
            return error.message
        if name[:1] in "+-" or name == "Z":
            return f"“{name}” is an offset; a zone has a name, such as “America/Chicago”."
        return None

    def embargo(self, written: str) -> When | str:
        """The moment until which something is held back, or why it is none."""
        when = self.read(written)
        if isinstance(when, DateError):
            return when.message
        if not when.timed or when.stretch or when.members or not _HAS_ZONE.search(written):
            return (
                f"“{brief(written)}” is not a date and time with its zone, such as "
                "“2021-10-15T06:00-05:00” or “2021-10-15T06:00[America/Chicago]”."
            )
        return when
