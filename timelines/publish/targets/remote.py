"""Any other place that fsspec speaks to: SFTP, other object stores, memory.

Object stores replace a file in one request. On a server with folders it is written beside its place
and moved there. Where neither is possible the place says so (`in_one_step`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager, suppress
from pathlib import PurePosixPath
from typing import Any

import fsspec

from timelines.publish.kept import LARGEST
from timelines.publish.targets import faults
from timelines.publish.targets.headers import cache_control, content_type
from timelines.publish.targets.place import Lying, md5_of

_OBJECTS = {"s3", "s3a", "gs", "gcs", "az", "abfs", "abfss", "oss", "memory"}
"""Stores without folders, in which one request replaces an object."""
_MOVING = {"sftp", "ssh"}
"""Servers on which a file is moved over another in one step."""
_UNFINISHED = ".publishing"


class Remote:
    """A place behind an address that fsspec understands."""

    def __init__(self, name: str, scheme: str, address: str) -> None:
        self.name = name
        self._scheme = scheme
        self.lanes = 4 if scheme in _OBJECTS - {"memory"} else 1
        self.in_one_step = scheme in _OBJECTS | _MOVING
        with self._told():
            self._system, root = fsspec.url_to_fs(address, **_options(scheme, name))
            self._root = str(root).rstrip("/")

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none."""
        with self._told():
            try:
                if self._system.info(self._at(path)).get("size", 0) > LARGEST:
                    return None
                return bytes(self._system.cat_file(self._at(path)))
            except FileNotFoundError:
                return None

    def lying(self, paths: Collection[str]) -> Mapping[str, Lying]:
        """Which of these paths are taken, with size and, where the store tells it, the sum."""
        found: dict[str, Lying] = {}
        with self._told():
            self._system.invalidate_cache()
            for folder in sorted({PurePosixPath(path).parent.as_posix() for path in paths}):
                found |= self._in_folder("" if folder == "." else folder)
        return {path: found[path] for path in paths if path in found}

    def put(self, path: str, data: bytes) -> None:
        """Put a file into its place, in one step where the place can."""
        with self._told():
            at = self._at(path)
            if self._scheme in _OBJECTS:
                self._system.pipe_file(at, data, **_told_to_browsers(self._scheme, path))
                return
            self._system.makedirs(at.rpartition("/")[0], exist_ok=True)
            if self._scheme not in _MOVING:
                self._system.pipe_file(at, data)
                return
            beside = self._beside(path)
            with self._system.open(beside, "wb") as file:
                file.write(data)
            self._system.mv(beside, at)

    def take_away(self, path: str) -> None:
        """Remove a file, what was left beside it, and a folder that is empty then."""
        with self._told():
            for at in (self._at(path), self._beside(path)):
                with suppress(FileNotFoundError):
                    self._system.rm_file(at)
            folder = self._at(path).rpartition("/")[0]
            if self._scheme in _MOVING and folder != self._root:
                with suppress(OSError):
                    if not self._system.ls(folder):
                        self._system.rmdir(folder)

    def _in_folder(self, folder: str) -> dict[str, Lying]:
        try:
            listed = self._system.ls(self._at(folder), detail=True)
        except FileNotFoundError:
            return {}
        found = {}
        for one in listed:
            name = str(one["name"]).rstrip("/").rpartition("/")[2]
            size = one.get("size") if one.get("type") == "file" else None
            path = f"{folder}/{name}" if folder else name
            found[path] = Lying(size, md5_of(one.get("ETag")))
        return found

    def _at(self, path: str) -> str:
        return f"{self._root}/{path}" if path else self._root or "/"

    def _beside(self, path: str) -> str:
        place = PurePosixPath(path)
        return self._at(place.with_name(f".{place.name}{_UNFINISHED}").as_posix())

    def _told(self) -> AbstractContextManager[None]:
        return faults.told(self.name, self._scheme)


def _options(scheme: str, name: str) -> dict[str, Any]:
    if scheme not in _MOVING:
        return {}
    from timelines.publish.targets.known_hosts import KnownHosts

    return {"host_key_policy": KnownHosts()}


def _told_to_browsers(scheme: str, path: str) -> dict[str, Any]:
    """Type and cache, in the words of the store's library; nothing for those that have none."""
    kind, kept = content_type(path), cache_control(path)
    if scheme in ("s3", "s3a"):
        return {"ContentType": kind, "CacheControl": kept}
    if scheme in ("gs", "gcs"):
        return {"content_type": kind, "fixed_key_metadata": {"cache_control": kept}}
    return {}
