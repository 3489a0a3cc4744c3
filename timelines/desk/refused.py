"""Why the desk does not write something: nothing was changed, and the sentence says what to do."""

from __future__ import annotations

from collections.abc import Sequence


class Refused(Exception):
    """A change that was not made; every file is as it was.

    `reasons` are whole sentences for the reporter, the first of them the message.
    """

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons: Sequence[str] = reasons


class Busy(Refused):
    """Others kept saving into the folder for as long as one was ready to wait; try again."""
