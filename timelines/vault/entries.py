"""What a vault holds once it is open, and how that stands in its plaintext, which is JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from types import MappingProxyType
from typing import Any

from timelines.vault.looks import FORMAT
from timelines.vault.refused import VaultRefused
from timelines.vault.silent import Silent
from timelines.vault.tokens import is_token

VERSION = 1
PAGE = 4096
"""The plaintext is filled up to whole pages, so that the file's size hardly tells how much is in
it: an entry more or a longer name is seldom seen from outside."""

_NO_VAULT = "The file opens with this key, and what is in it is no vault."
_NEWER = "This vault was written by a newer version of the program; use that one."


@dataclass(frozen=True, slots=True, repr=False)
class Entry(Silent):
    """Who somebody is: all texts; `added_by` and `added_on` say who wrote it down, and when."""

    name: str
    contact: str = ""
    known: str = ""
    """How we know them."""
    notes: str = ""
    added_by: str = ""
    added_on: str = ""
    """A day, 2021-12-01."""


WRITTEN = ("name", "contact", "known", "notes")
"""The fields that a person fills in."""


@dataclass(frozen=True, slots=True, repr=False)
class Recipient(Silent):
    """Somebody who can open the vault: a public key, and whose it is."""

    key: str
    name: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Vault(Silent):
    """An open vault; it is never changed: every change is a new one, in memory."""

    recipients: tuple[Recipient, ...]
    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))

    def entry(self, token: str) -> Entry:
        """The entry of a token; raises VaultRefused where there is none."""
        if token not in self.entries:
            raise VaultRefused("The vault has no entry under this token.")
        return self.entries[token]

    def added(self, entry: Entry, fresh: Callable[[], str]) -> tuple[Vault, str]:
        """With one entry more, under a token that `fresh` makes: the vault and the token."""
        _named(entry)
        token = fresh()
        while token in self.entries:
            token = fresh()
        return self._with({**self.entries, token: entry}), token

    def edited(self, token: str, changes: Mapping[str, str]) -> Vault:
        """With other words in some fields of an entry; raises VaultRefused for unknown ones."""
        entry = self.entry(token)
        if set(changes) - set(WRITTEN):
            raise VaultRefused(f"An entry has {_listed(WRITTEN)}, and nothing else to fill in.")
        changed = replace(entry, **changes)
        _named(changed)
        return self._with({**self.entries, token: changed})

    def removed(self, token: str) -> Vault:
        """Without an entry."""
        self.entry(token)
        return self._with({one: entry for one, entry in self.entries.items() if one != token})

    def shared_with(self, recipients: tuple[Recipient, ...]) -> Vault:
        """For other people to open; raises VaultRefused where there would be nobody."""
        if not recipients:
            raise VaultRefused("Somebody must be able to open the vault: give a public key.")
        return replace(self, recipients=recipients)

    def _with(self, entries: Mapping[str, Entry]) -> Vault:
        return replace(self, entries=MappingProxyType(dict(entries)))


def _named(entry: Entry) -> None:
    if not entry.name.strip():
        raise VaultRefused("An entry needs a name.")


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def plaintext(vault: Vault) -> bytes:
    """A vault as JSON, filled up with blanks to a whole number of pages; entries by token."""
    told = {
        "format": FORMAT,
        "version": VERSION,
        "recipients": [_fields(one) for one in vault.recipients],
        "entries": {token: _fields(vault.entries[token]) for token in sorted(vault.entries)},
    }
    text = json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass") + b"\n"
    return text + b" " * (-len(text) % PAGE)


def _fields(one: Entry | Recipient) -> dict[str, str]:
    return {each.name: getattr(one, each.name) for each in fields(one)}


def vault_of(data: bytes) -> Vault:
    """The vault in a plaintext; raises VaultRefused where it is none, never with a word of it."""
    read = _json(data)
    if not isinstance(read, dict) or read.get("format") != FORMAT:
        raise VaultRefused(_NO_VAULT)
    if read.get("version") != VERSION:
        raise VaultRefused(_NEWER)
    recipients, entries = read.get("recipients"), read.get("entries")
    if not isinstance(recipients, list) or not isinstance(entries, dict):
        raise VaultRefused(_NO_VAULT)
    if not all(is_token(token) for token in entries):
        raise VaultRefused(_NO_VAULT)
    return Vault(
        tuple(_made(Recipient, one) for one in recipients),
        MappingProxyType({token: _made(Entry, one) for token, one in entries.items()}),
    )


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        # That exception holds the whole plaintext: it ends here, and nothing hangs on to it.
        return None


def _made(kind: Any, value: Any) -> Any:
    known = {one.name for one in fields(kind)}
    if not isinstance(value, dict) or set(value) - known:
        # A field of a later version would be lost by the next save.
        raise VaultRefused(_NEWER if isinstance(value, dict) else _NO_VAULT)
    needed = "key" if kind is Recipient else "name"
    if needed not in value or not all(isinstance(text, str) for text in value.values()):
        raise VaultRefused(_NO_VAULT)
    return kind(**value)
