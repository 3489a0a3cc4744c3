"""Why the vault does not open or does not take something: one sentence, never with its content."""

from __future__ import annotations


class VaultRefused(Exception):
    """The vault stays as it is; the message says why, and what to do."""
