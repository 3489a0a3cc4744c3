"""What a browser fetches before one can read stays small: cheap bounds; `make bench` measures."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping

from benchmarks.readers import bare, invented
from tests.reader.pages import case, thousand
from timelines.publish import page


def eager(files: Mapping[str, bytes]) -> int:
    """Bytes, gzip, of the page, its style and the script that comes with it."""
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
    """The page weighs little more than a bare list of the same text; the bounds only go down.

    To reach: 1.6 and 1.3 times. The ids of events, which tell nothing and so do not pack, the
    drawing of a hundred single marks and the style that every page needs make the difference.
    """
    for files, most in ((page.files(invented(100)), 2.06), (thousand(), 1.35)):
        assert eager(files) <= most * packed(bare(files["index.html"]))


def test_what_comes_later_is_small() -> None:
    """Search, filters and the moving strip are under 5 kB, fetched when a reader first moves."""
    late = re.search(rb'data-late="([^"]+)"', case()["index.html"])
    assert late is not None
    assert packed(case()[late[1].decode()]) <= 5_000
