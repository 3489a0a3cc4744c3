"""Locks and opens age files: the only place that knows the library, and no cryptography of ours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pyrage

from timelines.vault.looks import asks_for_passphrase, is_sealed
from timelines.vault.refused import VaultRefused
from timelines.vault.silent import Silent

_IDENTITY = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]+", re.IGNORECASE)
_SSH = b"-----BEGIN"

DAMAGED = (
    "The vault is damaged: it is an age file, and its bytes are not as they were written. Take "
    "the last good copy, from a backup or from the history."
)
NOT_FOR_YOU = "This key does not open the vault: it was locked for other keys."


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Key(Silent):
    """What opens a vault: one or several identities of age or SSH, in memory only."""

    identities: tuple[pyrage.x25519.Identity | pyrage.ssh.Identity, ...]


def key_of(data: bytes) -> Key:
    """The key in the bytes of a key's file: lines of age’s, comments between them, or one of SSH.

    Raises VaultRefused for anything else, never with a word of it.
    """
    found: list[pyrage.x25519.Identity | pyrage.ssh.Identity] = []
    said: str | None = None
    if data.lstrip().startswith(_SSH):
        try:
            found.append(pyrage.ssh.Identity.from_buffer(data))
        except (pyrage.IdentityError, ValueError):
            said = "The key’s file holds an SSH key that cannot be used: make it one without a "
            said += "passphrase, of type ed25519 or RSA, or use a key of age."
    else:
        lines = data.decode("utf-8", "replace").splitlines()
        for line in (one.strip() for one in lines):
            if not line or line.startswith("#"):
                continue
            if _IDENTITY.fullmatch(line) is None:
                said = "The key’s file is none: a key begins with “AGE-SECRET-KEY-1”. A public key "
                said += "(“age1…”) locks and does not open."
                break
            try:
                found.append(pyrage.x25519.Identity.from_str(line.upper()))
            except (pyrage.IdentityError, ValueError):
                said = "The key in the key’s file is not whole: compare it with your copy."
                break
        if not found and said is None:
            said = "The key’s file holds no key."
    # Raised out here, so that no other exception with a part of the key hangs on to this one.
    if said is not None:
        raise VaultRefused(said)
    return Key(tuple(found))


def unlocked(data: bytes, passphrase: str) -> bytes:
    """The bytes of a key’s file that is itself locked with a passphrase; raises VaultRefused."""
    opened: bytes | None = None
    try:
        opened = pyrage.passphrase.decrypt(data, passphrase)
    except pyrage.DecryptError:
        opened = None
    if opened is None:
        raise VaultRefused("This passphrase does not open the key’s file, or the file is damaged.")
    return opened


def made_key() -> tuple[str, str]:
    """A new key and its public part, as texts; the first is the secret."""
    identity = pyrage.x25519.Identity.generate()
    return str(identity), str(identity.to_public())


def public_keys(key: Key) -> tuple[str, ...]:
    """The public parts of a key’s identities; those of SSH cannot be told from it."""
    return tuple(
        str(one.to_public()) for one in key.identities if isinstance(one, pyrage.x25519.Identity)
    )


def recipient(text: str) -> pyrage.x25519.Recipient | pyrage.ssh.Recipient:
    """A public key from its text, “age1…” or “ssh-ed25519 …”; raises VaultRefused."""
    kind = pyrage.ssh.Recipient if text.startswith("ssh-") else pyrage.x25519.Recipient
    found = None
    try:
        found = kind.from_str(text)
    except (pyrage.RecipientError, ValueError):
        found = None
    if found is None:
        raise VaultRefused(_no_recipient(text))
    return found


def _no_recipient(text: str) -> str:
    if text.upper().startswith("AGE-SECRET-KEY"):
        return (
            "That is the secret key, where its public part was asked for (“age1…”). It has been "
            "on the screen or in a list of commands: make a new one."
        )
    return "That is no public key: one begins with “age1” or “ssh-ed25519”."


def sealed(data: bytes, recipients: Sequence[str]) -> bytes:
    """The bytes locked for these public keys, as a binary age file; raises VaultRefused."""
    if not recipients:
        raise VaultRefused("A vault is locked for somebody: give at least one public key.")
    locked: bytes = pyrage.encrypt(data, [recipient(one) for one in recipients])
    return locked


def opened(data: bytes, key: Key) -> bytes:
    """What an age file holds, binary or ASCII-armored; raises VaultRefused with the reason."""
    if not data:
        raise VaultRefused("The vault’s file is empty. Take the last good copy.")
    if not is_sealed(data):
        raise VaultRefused(
            "The vault’s file is not encrypted, or no age file at all. If names stand in it, take "
            "it out of the folder, out of the history and out of the backups."
        )
    if asks_for_passphrase(data):
        raise VaultRefused(
            "The vault’s file is locked with a passphrase. Here it is locked for keys, so that "
            "each of you has one: open it with age, and put it into a vault of “timelines vault”."
        )
    plain: bytes | None = None
    why = DAMAGED
    try:
        plain = pyrage.decrypt(data, list(key.identities))
    except pyrage.DecryptError as fault:
        if "matching keys" in str(fault):
            why = NOT_FOR_YOU
    if plain is None:
        raise VaultRefused(why)
    return plain
