"""The value of `<time datetime="…">`, only as precise as the date itself."""

from __future__ import annotations

from timelines.dates.civil import DAY, day_number
from timelines.dates.when import When
from timelines.dates.written import Clock, Written, read_parts


def datetime_attribute(when: When) -> str | None:
    """`2021-09-08`, `2021-09`, `2021` or `2021-09-08T17:44-05:00`; None where HTML has no form.

    It has none for stretches, sets, seasons, decades, hours, what is approximate or has unknown
    digits, a clock time that did not happen or came twice, and years before 1 or beyond 9999
    (WHATWG HTML, "Dates and times": month, date, year, global date and time strings).
    """
    if when.stretch or when.approximate or when.members is not None or when.troubles:
        return None
    written = read_parts(when.written)
    if written is None or written.letter or written.significant is not None:
        return None
    parts = [part for part in (written.year, written.month, written.day) if part is not None]
    text = "-".join(parts)
    if "X" in text or text.startswith(("-", "0000")) or (written.month or "01") > "12":
        return None
    if written.clock is None:
        return text
    return _global(text, written, written.clock, when)


def _global(text: str, written: Written, clock: Clock, when: When) -> str | None:
    if clock.minute is None or when.start.earliest is None:
        return None
    day = day_number(int(written.year), int(written.month or 1), int(written.day or 1))
    micros = int((clock.fraction or "").ljust(6, "0"))
    seconds = (clock.hour * 60 + clock.minute) * 60 + (clock.second or 0)
    offset, rest = divmod(
        day * DAY + seconds * 1_000_000 + micros - when.start.earliest, 60_000_000
    )
    if rest:  # local mean time, whose offset has seconds
        return None
    time = f"{clock.hour:02d}:{clock.minute:02d}"
    if clock.second is not None:
        time += f":{clock.second:02d}"
    if clock.fraction is not None:
        if len(clock.fraction) > 3:
            return None
        time += f".{clock.fraction}"
    hours, minutes = divmod(abs(offset), 60)
    return f"{text}T{time}{'-' if offset < 0 else '+'}{hours:02d}:{minutes:02d}"
