"""Makes a place of what stands behind `--to`: a folder, a bucket, a server.

What a library needs for one of them is loaded only when it is asked for.
"""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from urllib.parse import urlsplit

from timelines.publish.folder import Folder
from timelines.publish.targets import faults
from timelines.publish.targets.faults import Unreachable
from timelines.publish.targets.place import Place
from timelines.words import words

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)(?:::[^/]*)?://")
_FOLDERS = ("file", "local")
_READ_FROM = ("events", "sources", "people", "evidence", "media")
_NEEDS_NAME = ("s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "sftp", "ssh", "ftp")


class Own(ValueError):
    """A place that belongs to the desk; the message is a sentence."""


def place_outside(written: str, investigation: Path) -> Place:
    """The place that is meant, which is never one that an investigation is read from.

    Raises Own where it is, or is the folder of the investigation itself; Unreachable as `place_of`.
    """
    here = folder_of(written)
    if here is not None:
        here, own = here.resolve(), investigation.resolve()
        for name in _READ_FROM:
            if here.is_relative_to((own / name).resolve()):
                raise Own(words("en").say("target.own", place=written, folder=name))
        if here == own:
            raise Own(words("en").say("target.whole", place=written))
    return place_of(written)


def folder_of(written: str) -> Path | None:
    """The folder of this computer that is meant; None where it is an address of elsewhere.

    Raises Unreachable for an address that cannot be a place.
    """
    scheme = scheme_of(written)
    if scheme in _FOLDERS:
        return Path(written[len(scheme) + 1 :].removeprefix("//"))
    return None if scheme else Path(written)


def place_of(written: str) -> Place:
    """The place that is meant; it may not exist yet, and a store is not asked for anything here.

    Raises Unreachable, a sentence, where it is none or what speaks to it is not installed.
    """
    folder = folder_of(written)
    return Folder(folder) if folder is not None else _remote(written)


def scheme_of(written: str) -> str:
    """`s3` of `s3://bucket/folder`; empty for a folder, that of a Windows drive included."""
    found = _SCHEME.match(written)
    return "" if found is None else found.group(1).lower()


def name_of(written: str) -> str:
    """An address as it may be shown: without a user, a password or what follows a question mark."""
    scheme = scheme_of(written)
    parts = urlsplit(written)
    host = parts.netloc.rpartition("@")[2]
    return f"{scheme}://{host}{parts.path}" if scheme else written


def _remote(written: str) -> Place:
    scheme, name = scheme_of(written), name_of(written)
    said = words("en")
    parts = urlsplit(written)
    folders = [part for part in parts.path.split("/") if part]
    if "::" in written or "://" in written.partition("://")[2]:
        raise Unreachable(said.say("target.chained", place=name))
    if ".." in folders or "." in folders:
        raise Unreachable(said.say("target.outside", place=name))
    if scheme in _NEEDS_NAME and not parts.netloc.rpartition("@")[2]:
        raise Unreachable(said.say("target.no-bucket", place=name, scheme=scheme))
    with faults.told(name, scheme):
        if scheme in ("s3", "s3a") and importlib.util.find_spec("obstore") is not None:
            from timelines.publish.targets.s3 import Bucket

            return Bucket(name, parts.netloc, "/".join(folders))
        from timelines.publish.targets.remote import Remote

        return Remote(name, scheme, written)
