"""S3 and what speaks its protocol, through obstore: one request a file, so that each is whole.

An object is replaced by one PUT, never in parts: stores show the old one until the new one is
complete. Beside the bytes, the type and how long it may be kept nothing is sent: no name, no date,
no path of this computer.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import PurePosixPath

import obstore
from obstore.store import S3Store

from timelines.publish.kept import LARGEST
from timelines.publish.targets import faults
from timelines.publish.targets.aws import Access, access
from timelines.publish.targets.headers import cache_control, content_type
from timelines.publish.targets.place import Lying, md5_of

RETRIES = 4
"""How often a request is tried again after an answer that may pass, or none."""
LONGEST = timedelta(minutes=5)
"""After so long nothing is tried again."""


class Bucket:
    """A bucket, or a prefix in it, as a place."""

    lanes = 4
    in_one_step = True

    def __init__(self, name: str, bucket: str, prefix: str) -> None:
        self.name = name
        self._prefix = f"{prefix}/" if prefix else ""
        with self._told():
            self._store = _store(bucket, access())

    def read(self, path: str) -> bytes | None:
        """The bytes of an object; None where there is none."""
        with self._told():
            try:
                found = obstore.get(self._store, self._prefix + path)
            except FileNotFoundError as fault:
                if faults.kind(fault) == "bucket" and "nosuchbucket" in str(fault).lower():
                    raise
                return None
            return bytes(found.bytes()) if found.meta["size"] <= LARGEST else None

    def lying(self, paths: Collection[str]) -> Mapping[str, Lying]:
        """Which of these paths are taken, with size and, where the store tells it, the sum."""
        folders = {PurePosixPath(path).parent.as_posix() for path in paths}
        found = {}
        with self._told():
            for folder in sorted(folders):
                under = self._prefix if folder == "." else f"{self._prefix}{folder}/"
                for one in obstore.list_with_delimiter(self._store, under or None)["objects"]:
                    path = one["path"].removeprefix(self._prefix)
                    found[path] = Lying(one["size"], md5_of(one["e_tag"]))
        return {path: found[path] for path in paths if path in found}

    def put(self, path: str, data: bytes) -> None:
        """Put an object in one request, with what browsers are to be told."""
        attributes = {"Content-Type": content_type(path), "Cache-Control": cache_control(path)}
        with self._told():
            obstore.put(
                self._store, self._prefix + path, data, attributes=attributes, use_multipart=False
            )

    def take_away(self, path: str) -> None:
        """Remove an object; one that is not there is no error."""
        with self._told():
            obstore.delete(self._store, self._prefix + path)

    def _told(self) -> AbstractContextManager[None]:
        return faults.told(self.name, "s3")


def _store(bucket: str, given: Access) -> S3Store:
    return S3Store(
        bucket,
        **given.config(),
        client_options={
            "allow_http": (given.endpoint or "").startswith("http://"),
            "connect_timeout": "10s",
            "timeout": "300s",
        },
        retry_config={
            "max_retries": RETRIES,
            "retry_timeout": LONGEST,
            "backoff": {
                "init_backoff": timedelta(milliseconds=200),
                "max_backoff": timedelta(seconds=5),
                "base": 2,
            },
        },
    )
