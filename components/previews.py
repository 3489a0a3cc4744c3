"""What readers would get, held in memory so that the desk's browser can look at it.

Nothing is written. A preview has an address that nobody can guess, and the last few are kept.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

from timelines.publish.publication import LIST

PATH = "/preview"
KEPT = 6
"""How many previews there are at once, over all browsers."""

_SECRET = secrets.token_bytes(32)
_PREVIEWS: OrderedDict[str, Mapping[str, bytes]] = OrderedDict()
_GUARD = Lock()


def keep(files: Mapping[str, bytes]) -> str:
    """Hold these files of a publication; the address of their folder, the same for the same."""
    token = hmac.new(_SECRET, files[LIST], hashlib.sha256).hexdigest()[:40]
    with _GUARD:
        _PREVIEWS[token] = files
        _PREVIEWS.move_to_end(token)
        while len(_PREVIEWS) > KEPT:
            _PREVIEWS.popitem(last=False)
    return f"{PATH}/{token}/"


def file(token: str, name: str) -> bytes | None:
    """A file of a preview; None where there is no such preview, or no such file in it."""
    with _GUARD:
        return _PREVIEWS.get(token, {}).get(name)
