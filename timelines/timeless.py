"""Packs an office document without the hour of packing, so that its bytes stay the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can tell."""
_THUMBNAIL = "docProps/thumbnail.jpeg"
"""A picture of an empty page that the library brings along, and what points to it."""
_RELATIONS = "_rels/.rels"

Part = Callable[[str, bytes], bytes]


def _as_it_is(_name: str, data: bytes) -> bytes:
    return data


def timeless(package: bytes, part: Part = _as_it_is) -> bytes:
    """The same package, each of its parts as `part(name, data)` gives it, with no time in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            if entry.filename == _THUMBNAIL:
                continue
            data = old.read(entry)
            if entry.filename == _RELATIONS:
                pieces = data.decode().split("<")
                data = "<".join(one for one in pieces if "thumbnail" not in one).encode()
            info = zipfile.ZipInfo(entry.filename, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, part(entry.filename, data))
    return out.getvalue()
