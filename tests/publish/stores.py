"""Real servers on this computer that publications are sent to, and a line to them that can fail."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import obstore
from obstore.store import S3Store

KEY, SECRET = "CANARYKEY0123456789", "canary-secret-Zx81qq"
BUCKET = "readers"


def rclone() -> str:
    """The program that serves the protocols; it comes with the tests' requirements."""
    found = shutil.which("rclone", path=f"{Path(sys.executable).parent}{os.pathsep}{os.defpath}")
    assert found is not None, "rclone is not there: run make test"
    return found


@contextmanager
def serving(kind: str, home: Path, *words: str) -> Iterator[tuple[int, Path]]:
    """A server of one protocol on a free port, and the folder it serves."""
    served = home / "served"
    (served / BUCKET).mkdir(parents=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [
            *(rclone(), "serve", kind, "--addr", f"127.0.0.1:{port}", "--config", os.devnull),
            *("--cache-dir", str(home / "cache"), *words, str(served)),
        ],
        env={"HOME": str(home), "PATH": os.defpath, "GOMAXPROCS": "2"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                break
            time.sleep(0.02)
        yield port, served
    finally:
        process.kill()
        process.wait()


@dataclass(frozen=True)
class Kept:
    """An object as the store gives it back: its bytes, and all it tells about them."""

    data: bytes
    attributes: Mapping[str, str]


def objects(port: int, prefix: str) -> dict[str, Kept]:
    """Everything under a prefix, read back with a client of its own."""
    store = S3Store(
        BUCKET,
        endpoint=f"http://127.0.0.1:{port}",
        region="us-east-1",
        access_key_id=KEY,
        secret_access_key=SECRET,
        client_options={"allow_http": True},
    )
    found = {}
    for page in obstore.list(store, prefix):
        for one in page:
            got = obstore.get(store, one["path"])
            attributes = {str(name): value for name, value in got.attributes.items()}
            path = one["path"].removeprefix(f"{prefix}/")
            found[path] = Kept(bytes(got.bytes()), attributes)
    return found


def contents(port: int, prefix: str) -> dict[str, bytes]:
    """The bytes of everything under a prefix."""
    return {path: kept.data for path, kept in objects(port, prefix).items()}


@dataclass(eq=False)
class Request:
    """A request as it came over the line."""

    method: str
    path: str
    headers: Mapping[str, str]


Answer = tuple[int, bytes] | str | None
"""A status and a body of its own, `reset` to break the line, or None to let it through."""


@dataclass
class Line:
    """A real connection to a server that notes what goes over it, and fails as it is told to."""

    port: int
    upstream: int
    requests: list[Request] = field(default_factory=list)
    fault: Callable[[Request, int], Answer] | None = None
    after: Callable[[Request], None] | None = None

    def writes(self) -> list[str]:
        """What was written or taken away, in order."""
        return [
            f"{one.method} {one.path}" for one in self.requests if one.method in ("PUT", "DELETE")
        ]


@contextmanager
def line_to(upstream: int) -> Iterator[Line]:
    """A line to a server on this computer."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self) -> None:
            request = Request(self.command, self.path, dict(self.headers.items()))
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            line.requests.append(request)
            answer = None
            if line.fault is not None:
                answer = line.fault(request, len(line.requests))
            if answer == "reset":
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            if isinstance(answer, tuple):
                self._answer(answer[0], {"Content-Type": "application/xml"}, answer[1])
                return
            status, headers, data = _pass_on(request, body, upstream)
            if line.after is not None:
                line.after(request)
            self._answer(status, headers, data)

        def _answer(self, status: int, headers: Mapping[str, str], data: bytes) -> None:
            with suppress(OSError):
                self.send_response_only(status)
                for name, value in headers.items():
                    if name.lower() not in ("content-length", "connection", "transfer-encoding"):
                        self.send_header(name, value)
                length = headers.get("Content-Length") if self.command == "HEAD" else None
                self.send_header("Content-Length", length or str(len(data)))
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(data)

        do_GET = do_PUT = do_DELETE = do_HEAD = do_POST = handle_any  # noqa: N815

        def log_message(self, format: str, *args: Any) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """A client that was killed breaks the line; that is what it is here for."""

    server = Server(("127.0.0.1", 0), Handler)
    line = Line(server.server_address[1], upstream)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield line
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _pass_on(request: Request, body: bytes, upstream: int) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", upstream, timeout=10)
    try:
        connection.putrequest(request.method, request.path, True, True)
        for name, value in request.headers.items():
            connection.putheader(name, value)
        connection.endheaders(body or None)
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()
    finally:
        connection.close()
