"""iCalendar (RFC 5545): days and times as they are, spans as all-day ranges told in words.

A calendar has no “sometime in May”: the whole of May is marked, free, and its summary begins
“Sometime in May 2021:”. What it cannot carry: events whose span is longer than a year, is open, or
is unknown, and years outside 1 to 9999; they are left out and said. Sources and most other fields.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from timelines.dates import clock
from timelines.dates.when import When
from timelines.handout import Exported, Item, Material, not_carried

SUFFIX = "ics"
_SHOWN = ("id", "headline", "date", "summary", "place", "tags", "verification")
_EPOCH = date(1970, 1, 1)
_LONGEST = 366
_WIDTH = 75
"""Octets in a line, without its end (RFC 5545, 3.1)."""


def render(material: Material) -> Exported:
    """One VEVENT an event that fits; lines end in CRLF and are folded."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//timelines//export//EN",
        f"X-WR-CALNAME:{_text(' '.join(filter(None, (material.banner, material.title))))}",
    ]
    left: list[str] = []
    for item in material.items:
        times = _times(item, material.zone)
        if times is None:
            left.append(f"“{item.headline}” is left out: a calendar has no “{item.words}”.")
        else:
            lines += _entry(item, times, material)
    lines.append("END:VCALENDAR")
    text = "".join(f"{_folded(line)}\r\n" for line in lines)
    return Exported(text.encode(), (*left, *not_carried(material.items, _SHOWN)))


def _entry(item: Item, times: list[str], material: Material) -> list[str]:
    exact = item.when is not None and item.when.precision in ("day", "minute", "second")
    lead = (
        ""
        if exact and item.when is not None and not item.when.stretch
        else (f"{item.words[:1].upper()}{item.words[1:]}: ")
    )
    standing = "" if item.verification == "confirmed" else f" ({item.verification})"
    about = "\n\n".join(filter(None, (material.banner, f"{item.words}{standing}", item.summary)))
    found = [
        "BEGIN:VEVENT",
        f"UID:{_text(item.id)}@{_text(material.slug)}.timelines.invalid",
        f"DTSTAMP:{material.today:%Y%m%d}T000000Z",
        *times,
        f"SUMMARY:{_text(lead + item.headline)}",
        f"DESCRIPTION:{_text(about)}",
        "TRANSP:TRANSPARENT",
    ]
    if item.place:
        found.append(f"LOCATION:{_text(item.place)}")
    if item.tags:
        found.append(f"CATEGORIES:{','.join(_text(tag) for tag in item.tags)}")
    if material.banner:
        found.append("CLASS:CONFIDENTIAL")
    return [*found, "END:VEVENT"]


def _times(item: Item, home: str) -> list[str] | None:
    """DTSTART and DTEND: an instant, or the local days that the date may lie on or lasted."""
    when = item.when
    if when is None or when.backwards:
        return None
    first, last = when.start.earliest, when.end.latest
    if first is None or last is None or when.open_end or when.unknown_end:
        return None
    try:
        if when.precision in ("minute", "second") and _sure(when):
            moment = datetime.fromtimestamp(first // 1_000_000, UTC)
            return [f"DTSTART:{moment:%Y%m%dT%H%M%SZ}"]
        zone = when.zone or home
        start = _EPOCH + timedelta(days=clock.local(first, zone)[0])
        end = _EPOCH + timedelta(days=clock.local(last - 1, zone)[0] + 1)
    except (OverflowError, ValueError, OSError):
        return None
    if (end - start).days > _LONGEST:
        return None
    return [f"DTSTART;VALUE=DATE:{_day(start)}", f"DTEND;VALUE=DATE:{_day(end)}"]


def _sure(when: When) -> bool:
    """Whether it is one moment, to the minute, and not about then or one of several."""
    return not when.stretch and when.members is None and not when.approximate


def _day(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _text(text: str) -> str:
    """Escaped as RFC 5545, 3.3.11 has it; no control characters."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    plain = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    plain = plain.replace("\n", "\\n")
    return "".join(sign for sign in plain if sign >= " " and sign != "\x7f")


def _folded(line: str) -> str:
    """In pieces of at most 75 octets, no character of which is cut in two."""
    pieces: list[str] = []
    piece, size = "", 0
    for sign in line:
        octets = len(sign.encode())
        if size + octets > _WIDTH:
            pieces.append(piece)
            piece, size = " ", 1
        piece += sign
        size += octets
    return "\r\n".join([*pieces, piece])
