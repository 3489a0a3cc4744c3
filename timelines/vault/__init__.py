"""Who confidential sources are: an encrypted file beside the investigation, opened at the desk.

What is here knows no key and opens nothing, so that whatever goes to readers can import it:
`refuse_key` is how a program that serves or publishes says that it will not run with one.
`opening` reads the vault, `writing` changes it, `sealing` is the only place that knows age.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

FILE = "vault.age"
"""The vault's name beside `investigation.yaml`."""

VARIABLE = "TIMELINES_VAULT_KEY"
"""The environment variable that gives the path of a key's file. Never the key itself."""


class KeyHanded(Exception):
    """A program that makes or serves what readers get was handed the vault's key."""


def refuse_key(environ: Mapping[str, str], doing: str = "This") -> None:
    """Raise KeyHanded where the environment gives the vault's key; the message never quotes it.

    To be called first of all by whatever publishes, exports, tells history or serves readers:
    `refuse_key(os.environ, "Publishing")`. An empty variable is no key.
    """
    if environ.get(VARIABLE, "").strip():
        raise KeyHanded(
            f"{doing} runs without the vault’s key, and “{VARIABLE}” gives one. Nothing was "
            f"done; take the variable away (unset {VARIABLE}) and run it again."
        )


def exists(folder: Path) -> bool:
    """Whether there is something by the name of a vault beside the investigation."""
    return os.path.lexists(folder / FILE)
