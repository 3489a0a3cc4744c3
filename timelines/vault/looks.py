"""Whether a file is encrypted, by how it begins: for that nothing is opened, without any key."""

from __future__ import annotations

import re

BINARY = b"age-encryption.org/v1\n"
ARMOR = b"-----BEGIN AGE ENCRYPTED FILE-----"
PASSPHRASE = b"-> scrypt "
BEGINNING = 4096
"""So many bytes of a file are enough to tell."""

FORMAT = "timelines-vault"
"""What the plaintext of a vault calls itself: its mark, wherever it lies."""

SECRET = re.compile(rb"AGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{20,}", re.IGNORECASE)

_VAULT = re.compile(r"[.#~]*vaults?\d*(?:[^a-z\d].*)?", re.IGNORECASE | re.DOTALL)
_PUBLIC = re.compile(r"\s*(?:#.*|age1\S+.*|ssh-(?:ed25519|rsa) \S+.*)?")


def is_sealed(beginning: bytes) -> bool:
    """Whether a file that begins like this is an age file, binary or ASCII-armored."""
    return beginning.startswith(BINARY) or beginning.lstrip().startswith(ARMOR)


def asks_for_passphrase(data: bytes) -> bool:
    """Whether a binary age file is locked with a passphrase and not for keys."""
    return data.removeprefix(BINARY).startswith(PASSPHRASE)


def is_called_vault(name: str) -> bool:
    """Whether a file's name is that of a vault, a draft or a backup of one: “vault.age.bak”."""
    return _VAULT.fullmatch(name) is not None


def holds_plaintext(beginning: bytes) -> bool:
    """Whether a file says by its mark that it is the plaintext of a vault."""
    return f'"{FORMAT}"'.encode() in beginning


def holds_secret_key(beginning: bytes) -> bool:
    """Whether an age key that opens things stands in a file, in the clear."""
    return SECRET.search(beginning) is not None


def only_public_keys(data: bytes) -> bool:
    """Whether there is nothing in a file but public keys and comments."""
    lines = data.decode("utf-8", "replace").splitlines()
    return any(line.strip() for line in lines) and all(_PUBLIC.fullmatch(one) for one in lines)
