"""Whenever publishing is killed, readers have a whole page, and publishing again finishes it."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import count
from pathlib import Path, PurePosixPath

import pytest

from tests.data.places import ROOT
from tests.publish import stores
from tests.publish.newsroom import Newsroom, files
from tests.publish.stores import BUCKET, KEY, SECRET, Line, Request
from timelines.publish import folder
from timelines.publish.publication import BY_CONTENT, LIST, PAGE
from timelines.publish.targets import writing
from timelines.publish.targets.opening import place_of
from timelines.publish.targets.writing import LEFTOVERS

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Versions:
    """What readers have, and what they are to get: other words, another style, another picture."""

    old: Files
    new: Files


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Versions:
    """Two real publications of one newsroom."""
    place = tmp_path_factory.mktemp("versions")
    before, after = Newsroom(), Newsroom()
    before.events["approved"].pop("media")
    before.events["inspected"]["media"] = [{"file": "media/dock.png", "alt": "A pier"}]
    after.events["built"]["headline"] = "The fuel dock is finished, a harbor worker says"
    after.events["approved"].pop("media")
    new = _restyled(files(after.written(place / "after")))
    return Versions(files(before.written(place / "before")), new)


def _restyled(given: Files) -> Files:
    """The same publication with another style, as a new version of the program has it."""
    style = next(path for path in given if path.endswith(".css"))
    data = given[style] + b"/* newer */"
    name = f"assets/{hashlib.sha256(data).hexdigest()[:24]}.css"
    found = {path: text.replace(style.encode(), name.encode()) for path, text in given.items()}
    found.pop(style)
    found[name] = data
    sums = {path: hashlib.sha256(found[path]).hexdigest() for path in sorted(found) if path != LIST}
    return found | {LIST: (json.dumps({"files": sums}, indent=1) + "\n").encode()}


class Fetched(HTMLParser):
    """What a browser fetches for a page without being asked."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.paths: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what this element fetches."""
        said = {name: value or "" for name, value in attrs}
        if tag == "link" and {"stylesheet", "icon", "preload", "manifest"} & set(
            said.get("rel", "").split()
        ):
            self.paths.add(said["href"])
        if tag in ("script", "img", "source", "video", "audio") and "src" in said:
            self.paths.add(said["src"])
        self.paths |= {part.split()[0] for part in said.get("srcset", "").split(",") if part}


def assert_whole(there: Files, versions: Versions) -> None:
    """Every page a reader opens has all it fetches, each under the name its bytes make; every
    other file is of one version from its first byte to the last; the page is never ahead."""
    for path, data in there.items():
        if path.startswith(BY_CONTENT):
            assert hashlib.sha256(data).hexdigest().startswith(PurePosixPath(path).stem)
        elif path != LEFTOVERS:
            assert data in (versions.old.get(path), versions.new.get(path)), path
    for path in (path for path in there if path.endswith(".html")):
        for fetched in Fetched(there[path].decode()).paths:
            if fetched.startswith(BY_CONTENT):
                assert fetched in there, f"{path} fetches {fetched}"
        if path == PAGE:
            needed = {one for one in Fetched(there[path].decode()).paths if "://" not in one}
            assert needed
            assert all(one.startswith(BY_CONTENT) for one in needed), needed
    for data in (text for path, text in there.items() if path.endswith(".css")):
        for address in re.findall(rb"url\(['\"]?(?!data:|#)([^)'\"]+)", data):
            assert f"assets/{address.decode()}" in there
    if there.get(PAGE) == versions.new[PAGE]:
        fixed = [path for path in versions.new if not path.startswith(BY_CONTENT) and path != LIST]
        assert all(there[path] == versions.new[path] for path in fixed)


def assert_finished(there: Files, versions: Versions) -> None:
    """It is what publishing there for the first time would have made, byte for byte, and beside
    it only what pages that readers have open still fetch."""
    more = set(there) - set(versions.new) - {LEFTOVERS}
    assert {path: there[path] for path in versions.new} == dict(versions.new)
    kept = {path for path in versions.old if path.startswith("assets/")} - set(versions.new)
    assert more == (kept if LEFTOVERS in there else set())
    assert all(there[path] == versions.old[path] for path in more)


@pytest.fixture(scope="module")
def line(server: int) -> Iterator[Line]:
    """The line to it."""
    with stores.line_to(server) as line:
        yield line


def environment(port: int) -> dict[str, str]:
    """Where the store is and with which key, as the AWS tools have it."""
    return {
        "AWS_ACCESS_KEY_ID": KEY,
        "AWS_SECRET_ACCESS_KEY": SECRET,
        "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}",
    }


class Mortal:
    """Publishes in processes that can be killed."""

    def __init__(self, given: Path) -> None:
        self._given = str(given)
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.publish.mortal"],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._known = threading.Event()
        self._pid = 0

    def publish(self, place: str, said: Mapping[str, str], last: int | None = None) -> int:
        """Publish, and return how the process ended: the signal's number below nought."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        self._known.clear()
        order = {"files": self._given, "place": place, "said": dict(said), "last": last}
        self._program.stdin.write(json.dumps(order) + "\n")
        self._program.stdin.flush()
        self._pid = int(self._program.stdout.readline())
        self._known.set()
        return int(self._program.stdout.readline())

    def kill(self) -> None:
        """Kill the process that is publishing."""
        self._known.wait(30)
        os.kill(self._pid, signal.SIGKILL)

    def end(self) -> None:
        """No more of it."""
        self._program.communicate()


@pytest.fixture(scope="module")
def mortal(versions: Versions, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mortal]:
    """Who publishes the new version."""
    given = tmp_path_factory.mktemp("given") / "new"
    given.write_bytes(pickle.dumps(dict(versions.new)))
    mortal = Mortal(given)
    yield mortal
    mortal.end()


def killed_at(number: int, how: str, address: str, line: Line, mortal: Mortal) -> bool:
    """Publish in a process and kill it at its n-th write: when it has sent it and the store does
    not hear of it, or when it is done and the process does not know. Whether it came so far."""
    turn = count(1)
    chosen: list[Request] = []

    def fault(request: Request, _: int) -> str | None:
        # `next` is one step: of several files that are sent side by side one is the n-th.
        if request.method in ("GET", "HEAD") or next(turn) != number:
            return None
        chosen.append(request)
        if how == "done":
            return None
        mortal.kill()
        return "reset"

    def after(request: Request) -> None:
        if request in chosen:
            mortal.kill()

    line.fault, line.after = fault, after
    ended = mortal.publish(address, environment(line.port))
    line.fault = line.after = None
    return ended == -signal.SIGKILL


@pytest.mark.parametrize("first", [True, False], ids=["first", "again"])
def test_a_store_is_never_left_with_half_a_page(
    first: bool,
    versions: Versions,
    server: int,
    line: Line,
    mortal: Mortal,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Killed at any of its writes, before and after the store has it, publishing to a bucket
    leaves a page that is whole, and the next run makes it what it should be."""
    for name, value in environment(server).items():
        monkeypatch.setenv(name, value)
    ways = ["before", "done"]
    kills = pages = 0
    for number in range(1, 40, 3 if first else 1):
        address = f"s3://{BUCKET}/{first}/{number}"
        place = place_of(address)
        if not first:
            writing.write(versions.old, place)
        if not killed_at(number, ways[number % 2], address, line, mortal):
            break
        kills += 1
        there = stores.contents(server, f"{first}/{number}")
        assert_whole(there, versions)
        pages += there.get(PAGE) == versions.new[PAGE]
        writing.write(versions.new, place)
        assert_finished(stores.contents(server, f"{first}/{number}"), versions)
    assert kills >= (6 if first else 12)
    assert pages < kills
    assert first or pages


def test_a_folder_is_never_left_with_half_a_page(
    versions: Versions, mortal: Mortal, tmp_path: Path
) -> None:
    """Killed between any two things it does to the disk, publishing into a folder leaves a page
    that is whole, and the next run makes it what it should be."""
    kills = 0
    for number in range(0, 200, 4):
        place = tmp_path / str(number)
        folder.write(versions.old, place)
        ended = mortal.publish(str(place), {}, number)
        there = _content(place)
        assert_whole(there, versions)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        kills += 1
        folder.write(versions.new, place)
        assert_finished(_content(place), versions)
        assert not list(place.rglob("*.publishing"))
    assert kills >= 8


def _content(place: Path) -> dict[str, bytes]:
    return {
        path.relative_to(place).as_posix(): path.read_bytes()
        for path in place.rglob("*")
        if path.is_file() and not path.name.endswith(".publishing")
    }
