"""Writes the vault: under the desk's lock, whole or not at all, never anything but encrypted."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from timelines.desk import durable
from timelines.desk.lock import exclusive
from timelines.desk.refused import Refused
from timelines.vault import FILE, exists, sealing
from timelines.vault.entries import Recipient, Vault, plaintext
from timelines.vault.opening import read, sealed_bytes
from timelines.vault.refused import VaultRefused
from timelines.vault.sealing import Key

_MEANWHILE = "Another program wrote the vault in between; nothing was changed. Do it again."


def create(folder: Path, recipients: tuple[Recipient, ...]) -> None:
    """Make an empty vault that these can open; VaultRefused where there is one already."""
    root = Path(os.path.realpath(folder))
    data = _sealed(Vault(()).shared_with(recipients))
    said = None
    try:
        with exclusive(root) as now:
            durable.sweep(root, now)
            if exists(root):
                raise VaultRefused(f"There is a “{FILE}” already; nothing was changed.")
            durable.create(root / FILE, data)
            durable.settle(root)
    except durable.Overtaken:
        said = _MEANWHILE
    except Refused as refused:
        said = str(refused)
    if said is not None:
        raise VaultRefused(said)


def change(
    folder: Path,
    key: Key,
    alter: Callable[[Vault], Vault],
    *,
    may_lock_out: bool = False,
) -> Vault:
    """Open the vault, change it in memory and put it back, so that no colleague's change is lost.

    The new vault is locked anew for all its recipients. Before it takes the old one's place it is
    opened with the same key: one that would not open is refused, unless `may_lock_out`. Raises
    VaultRefused; then the file is as it was.
    """
    root = Path(os.path.realpath(folder))
    said = None
    try:
        with exclusive(root) as now:
            durable.sweep(root, now)
            before = sealed_bytes(root)
            changed = alter(read(before, key))
            data = _sealed(changed)
            if not may_lock_out:
                _still_opens(data, key)
            durable.replace(durable.inside(root, FILE), data, before)
            durable.settle(root)
            return changed
    except durable.Overtaken:
        said = _MEANWHILE
    except Refused as refused:
        said = str(refused)
    raise VaultRefused(said)


def _sealed(vault: Vault) -> bytes:
    return sealing.sealed(plaintext(vault), [one.key for one in vault.recipients])


def _still_opens(data: bytes, key: Key) -> None:
    try:
        read(data, key)
    except VaultRefused:
        locked_out = True
    else:
        locked_out = False
    if locked_out:
        raise VaultRefused(
            "Your own key would not open the vault any more; nothing was changed. Keep its public "
            "part among the recipients, or say --without-me."
        )
