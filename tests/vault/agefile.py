"""Locks bytes with a passphrase as age does, with so little work that a test need not wait."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b64encode

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

WORK = 1
"""The logarithm to base 2 of the rounds of scrypt; `age -p` takes as many as make a second."""
_SALT, _FILE_KEY, _NONCE = b"s" * 16, b"f" * 16, b"n" * 16
_LAST = bytes(11) + b"\x01"
"""Of a payload that is one piece: number 0, and the last."""


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    drawn = hmac.digest(salt or bytes(32), key, "sha256")
    return hmac.digest(drawn, info + b"\x01", "sha256")


def _base64(data: bytes) -> bytes:
    return b64encode(data).rstrip(b"=")


def locked(data: bytes, passphrase: str) -> bytes:
    """An age file (age-encryption.org/v1, scrypt) of fewer than 64 KiB."""
    salt = b"age-encryption.org/v1/scrypt" + _SALT
    wrapping = hashlib.scrypt(passphrase.encode(), salt=salt, n=2**WORK, r=8, p=1, dklen=32)
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), _FILE_KEY, None)
    head = b"age-encryption.org/v1\n-> scrypt %s %d\n%s\n---" % (
        _base64(_SALT), WORK, _base64(wrapped)
    )  # fmt: skip
    mac = hmac.digest(_hkdf(_FILE_KEY, b"", b"header"), head, "sha256")
    payload = ChaCha20Poly1305(_hkdf(_FILE_KEY, _NONCE, b"payload")).encrypt(_LAST, data, None)
    return b"%s %s\n%s%s" % (head, _base64(mac), _NONCE, payload)
