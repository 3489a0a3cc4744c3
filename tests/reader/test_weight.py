"""What a browser fetches before one can read stays small: cheap bounds; `make bench` measures."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping

from benchmarks.readers import bare, invented
from tests.reader.pages import case, thousand
from timelines.publish import page


def eager(files: Mapping[str, bytes]) -> int:
    """Bytes, gzip, of the page, its style and the script that comes with it.

    A browser does not wait for a style that is for paper or for colours of the reader's own.
    """
    html = files["index.html"]
    first = re.findall(rb'<(?:link rel="stylesheet" href|script src)="([^"]+)"', html)
    return sum(packed(files[path.decode()]) for path in first) + packed(html)


def packed(data: bytes) -> int:
    """Bytes as a server sends them."""
    return len(gzip.compress(data, 9, mtime=0))


def test_a_timeline_of_25_events_comes_in_one_round_trip() -> None:
    """25 events with all that reading needs are at most 14 kB, and so is the founding case."""
    assert eager(page.files(invented(25))) <= 14_000
    assert eager(case()) <= 14_000


def test_markup_adds_little_to_the_words() -> None:
    """A hundred events weigh at most 1.6 times, a thousand at most 1.3 times what a bare list of
    the same text weighs."""
    for files, most in ((page.files(invented(100)), 1.6), (thousand(), 1.3)):
        assert eager(files) <= most * packed(bare(files["index.html"]))


def test_what_comes_later_is_small() -> None:
    """Search, filters and the moving strip, with the style of all three, are under 6 kB, fetched
    when a reader first moves."""
    late = re.search(rb'data-late="([^"]+)"', case()["index.html"])
    assert late is not None
    assert packed(case()[late[1].decode()]) <= 6_000
