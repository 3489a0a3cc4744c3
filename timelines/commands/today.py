"""Which day a command takes for today: the one it was given, else the calendar's."""

from __future__ import annotations

from datetime import UTC, date, datetime

from timelines.commands.refusal import Refusal


def day(written: str | None) -> date:
    """The day of `--today`; without one, this computer's local day.

    The only clock of the package. Raises Refusal for anything but YYYY-MM-DD.
    """
    if written is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Refusal(f"“{written}” is not a day; write it as 2021-12-01.") from None


def clock() -> int:
    """The instant at which the command runs, in microseconds UTC since 1970."""
    return round(datetime.now(UTC).timestamp() * 1_000_000)
