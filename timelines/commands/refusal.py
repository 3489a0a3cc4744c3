"""A command that cannot go on says why in one sentence, and with which exit code."""

from __future__ import annotations


class Refusal(Exception):
    """Why a command cannot do what was asked, in words for the person who asked."""

    def __init__(self, message: str, code: int = 2) -> None:
        super().__init__(message)
        self.code = code
