"""The reader's page against a bare list of the same text, in a real browser, in one run.

Weight is what a browser fetches before one can read, gzip: page, style and the script that comes
with them; where the style for paper and for colours of the reader's own comes apart it does not
count, as no browser waits for it that is not asked for it. Times are from the start of the
navigation to the second frame after the document is there and its script has run, with the
processor slowed four times; the two pages are opened in turn, and the ratio is the median of those
of neighbouring runs. A drawing of single marks is laid out a few frames after the words; when it
stands is a row of its own.
"""

from __future__ import annotations

import gzip
import re
import statistics
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import PurePosixPath

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.readers import bare, invented
from benchmarks.rows import Row, shown
from tests import outside
from timelines.publish import page

SIZES = (25, 100, 1_000, 10_000)
SLOWER = 4
RUNS = 31
_WEIGHT = {25: 14_000, 100: 1.6, 1_000: 1.3}
"""To reach: bytes for 25 events, else times the bare list."""
_CHOSEN = 1.5
_FRAME = 0.060
_KINDS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
_READY = """
addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.ready = performance.now();
})));
"""
_DRAWN = """
const look = () => requestAnimationFrame(() => {
  if (document.querySelector(".marks a")?.checkVisibility()) window.ready = performance.now();
  else look();
});
look();
"""
_FRAMES = """
() => {
  window.spans = [];
  let last = performance.now();
  const tick = (now) => { window.spans.push(now - last); last = now; requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
}
"""


def table() -> Iterator[Row]:
    """Weights, seconds until an event can be chosen, and frames while the strip is moved."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=outside.browser())
        for size in SIZES:
            files = dict(page.files(invented(size)))
            files["bare.html"] = bare(files["index.html"])
            yield from _weight(size, files)
            yield from _speed(browser, size, files)
        browser.close()


def eager(files: Mapping[str, bytes]) -> int:
    """Bytes, gzip, of everything that is fetched before one can read."""
    html = files[page.PAGE]
    first = re.findall(rb'<(?:link rel="stylesheet" href|script src)="([^"]+)"', html)
    return packed(html) + sum(packed(files[path.decode()]) for path in first)


def packed(data: bytes) -> int:
    """Bytes as a server sends them."""
    return len(gzip.compress(data, 9, mtime=0))


def _weight(size: int, files: Mapping[str, bytes]) -> Iterator[Row]:
    ours, theirs = eager(files), packed(files["bare.html"])
    figure = f"{ours / 1_000:,.1f} kB, {ours / theirs:.2f} times the bare list"
    most = _WEIGHT.get(size)
    if most is None:
        yield Row("reader", f"{size:,} events, weight", figure, "", None)
    elif size == 25:
        yield Row("reader", "25 events, weight", figure, "14.0 kB", ours <= most)
    else:
        met = ours <= most * theirs
        yield Row("reader", f"{size:,} events, weight", figure, f"{most} times", met)


def _speed(browser: Browser, size: int, files: Mapping[str, bytes]) -> Iterator[Row]:
    with _served(files) as address, _slowed(browser) as window:
        runs = range(RUNS if size < 1_000 else 15 if size < 10_000 else 3)
        pages = f"{address}/index.html", f"{address}/bare.html"
        times = [tuple(_opened(window, page) for page in pages) for _ in runs]
        ours = statistics.median(own for own, _ in times)
        ratio = statistics.median(own / theirs for own, theirs in times)
        most = 1.0 if size == 10_000 else _CHOSEN
        yield Row(
            "reader",
            f"{size:,} events, until one can be chosen",
            f"{shown(ours)}, {ratio:.2f} times the bare list",
            f"{most} times",
            ratio <= most,
        )
        if size == min(SIZES):
            with _slowed(browser, _DRAWN) as watched:
                drawn = shown(statistics.median(_opened(watched, pages[0]) for _ in runs))
            yield Row("reader", f"{size:,} events, until the drawing stands", drawn, "", None)
        if size == 1_000:
            frame = _panned(window, f"{address}/index.html")
            yield Row(
                "reader", "1,000 events, frames while panning, 95th percentile", shown(frame),
                shown(_FRAME), frame <= _FRAME,
            )  # fmt: skip


def _opened(window: Page, address: str) -> float:
    """Seconds until what the window watches for: the second frame, or the drawing."""
    window.goto("about:blank")
    window.goto(address)
    while window.evaluate("window.ready") is None:
        window.wait_for_timeout(20)
    return float(window.evaluate("window.ready")) / 1_000


def _panned(window: Page, address: str) -> float:
    """Seconds of the frame at the 95th percentile while the zoomed strip is scrolled."""
    _opened(window, address)
    window.wait_for_timeout(3_000)
    zoom = window.locator(".strip .zoom button").first
    for _ in range(3):
        zoom.click()
        window.wait_for_timeout(400)
    box = window.locator(".strip .pan").bounding_box()
    assert box is not None  # noqa: S101 - the strip is there
    window.mouse.move(box["x"] + box["width"] / 2, box["y"] + min(box["height"], 300) / 2)
    window.evaluate(_FRAMES)
    for step in range(60):
        window.mouse.wheel(40 if step < 30 else -40, 0)
        window.wait_for_timeout(16)
    frames = sorted(window.evaluate("window.spans"))
    return float(frames[int(len(frames) * 0.95)]) / 1_000


@contextmanager
def _slowed(browser: Browser, watch: str = _READY) -> Iterator[Page]:
    """A window whose processor is four times slower."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(watch)
    window = context.new_page()
    session = context.new_cdp_session(window)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    yield window
    context.close()


@contextmanager
def _served(files: Mapping[str, bytes]) -> Iterator[str]:
    """The address at which these files are served on this machine, packed as servers do."""
    ready = {f"/{path}": gzip.compress(data, 6, mtime=0) for path, data in files.items()}

    class Files(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Head and body in one write: else the second waits for the first to be acknowledged.
        wbufsize = -1
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            data = ready.get(self.path)
            self.send_response(404 if data is None else 200)
            kind = _KINDS.get(PurePosixPath(self.path).suffix, "application/octet-stream")
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Cache-Control", "no-store")
            self.send_header("Content-Length", str(len(data or b"")))
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    # A window that is closed stops reading; that is nothing to complain of.
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
