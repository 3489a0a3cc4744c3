"""Opens the vault at the desk: the key from its file, the entries into memory and nowhere else."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from timelines.vault import FILE, VARIABLE, exists, sealing
from timelines.vault.entries import Vault, vault_of
from timelines.vault.looks import is_sealed
from timelines.vault.refused import VaultRefused
from timelines.vault.sealing import Key

LARGEST = 16_000_000
"""Bytes of a vault, or of a key's file; whatever is larger is neither."""

_BESIDE = (
    "A key does not lie beside what it opens, in the investigation’s folder or its repository: "
    "whoever gets one gets both. Choose another place, such as your home folder."
)

Ask = Callable[[], str | None]
"""Asks for the passphrase of a key's file; None where nobody can be asked."""


def key_file(environ: Mapping[str, str], given: str | None = None) -> Path:
    """Where the key lies: as given, else as the environment says; raises VaultRefused."""
    said = given or environ.get(VARIABLE, "").strip()
    if not said:
        raise VaultRefused(f"The vault needs a key: name its file with --key, or in “{VARIABLE}”.")
    if said.upper().startswith("AGE-SECRET-KEY"):
        raise VaultRefused(
            "That is the key itself, where the path of its file is asked for. It has been in the "
            "list of programs that others can see: make a new one, and share the vault with it."
        )
    return Path(said).expanduser()


def key_from(path: Path, folder: Path, ask: Ask | None = None) -> Key:
    """The key in a file that lies outside the investigation; raises VaultRefused.

    A file that is itself locked with a passphrase (“age -p”) is opened with what `ask` answers.
    """
    real, root = os.path.realpath(path), os.path.realpath(folder)
    if Path(real).is_relative_to(_kept_together(Path(root))):
        raise VaultRefused(_BESIDE)
    data = _bytes(Path(real), "The key’s file")
    if is_sealed(data):
        said = None if ask is None else ask()
        if said is None:
            raise VaultRefused(
                "The key’s file asks for a passphrase, and here nobody can be asked for it."
            )
        data = sealing.unlocked(data, said)
    return sealing.key_of(data)


def readable_by_others(path: Path) -> bool:
    """Whether others on this computer may read a key's file."""
    try:
        return os.name == "posix" and bool(path.stat().st_mode & 0o077)
    except OSError:
        return False


def opened(folder: Path, key: Key) -> Vault:
    """The vault beside an investigation, in memory; raises VaultRefused with one sentence."""
    return read(sealed_bytes(folder), key)


def read(data: bytes, key: Key) -> Vault:
    """The vault in the bytes of an age file."""
    return vault_of(sealing.opened(data, key))


def sealed_bytes(folder: Path) -> bytes:
    """The bytes of the vault's file as they lie there; raises VaultRefused."""
    if not exists(folder):
        raise VaultRefused(f"There is no “{FILE}” here; “timelines vault … new” makes one.")
    return _bytes(folder / FILE, "The vault’s file")


def _bytes(path: Path, what: str) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise VaultRefused(f"{what} is not an ordinary file.")
        if path.stat().st_size > LARGEST:
            raise VaultRefused(f"{what} is larger than any vault or key is.")
        return path.read_bytes()
    except OSError as fault:
        why = fault.strerror or "it cannot be opened"
    raise VaultRefused(f"{what} cannot be read ({why}).")


def _kept_together(root: Path) -> Path:
    """The folder that is copied, kept and shared as a whole: the repository, else its own."""
    return next((one for one in (root, *root.parents) if (one / ".git").exists()), root)


def write_key(path: Path, folder: Path, secret: str, public: str) -> None:
    """Write a new key where nobody else may read it; VaultRefused where something lies already."""
    real, root = os.path.realpath(path), os.path.realpath(folder)
    if Path(real).is_relative_to(_kept_together(Path(root))):
        raise VaultRefused(_BESIDE)
    why = None
    try:
        descriptor = os.open(real, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as out:
            out.write(f"# public key: {public}\n{secret}\n")
    except FileExistsError:
        why = "There is a file of that name already; nothing was written."
    except OSError as fault:
        why = f"The key cannot be written there ({fault.strerror or fault})."
    if why is not None:
        raise VaultRefused(why)
