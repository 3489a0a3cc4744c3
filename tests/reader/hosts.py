"""Web servers for the tests: one that holds published files, one that is the newsroom's site.

Two ports of one machine are two origins, as two sites are.
"""

from __future__ import annotations

import mimetypes
import threading
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Host:
    """A site: its address with a slash at the end, its files by path, what it says with each."""

    address: str
    files: MutableMapping[str, bytes]
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    """The paths that were asked for."""


@contextmanager
def hosted(files: Mapping[str, bytes], **headers: str) -> Iterator[Host]:
    """A site on a free port of this machine; a `_` in a header's name stands for `-`."""
    host = Host("", dict(files), {name.replace("_", "-"): one for name, one in headers.items()})

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0].lstrip("/")
            path = f"{path}index.html" if path == "" or path.endswith("/") else path
            host.asked.append(path)
            data = host.files.get(path)
            self.send_response(200 if data is not None else 404)
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(data or b"")))
            for name, value in host.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data or b"")

        def log_message(self, *_: Any) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    host.address = f"http://127.0.0.1:{server.server_address[1]}/"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
