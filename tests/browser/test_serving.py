"""The server as a stranger on the network meets it."""

from __future__ import annotations

import http.client
import socket
import tomllib
from contextlib import closing
from urllib.parse import urlsplit

import pytest

from tests.served import ROOT
from timelines import palette

PATHS = ["/", "/_stcore/health", "/_stcore/host-config", "/static/nowhere.js", "/favicon.png"]
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def _answer(address: str, path: str, host: str | None = None) -> http.client.HTTPResponse:
    place = urlsplit(address)
    connection = http.client.HTTPConnection("127.0.0.1", place.port or 80, timeout=10)
    with closing(connection):
        connection.request("GET", path, headers={} if host is None else {"Host": host})
        answer = connection.getresponse()
        answer.read()
        return answer


@pytest.mark.parametrize("path", PATHS)
def test_every_response_carries_the_policy(address: str, path: str) -> None:
    """Whatever is asked for, the browser is told to run and fetch nothing from elsewhere."""
    answer = _answer(address, path)
    policy = dict(
        part.split(" ", 1) for part in str(answer.getheader("Content-Security-Policy")).split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert policy["object-src"] == "'none'"
    assert policy["frame-ancestors"] == "'self'"
    assert policy["connect-src"] == "'self'"
    assert "unsafe" not in policy["script-src"]
    assert "http" not in policy["script-src"]
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    assert answer.getheader("Referrer-Policy") == "no-referrer"
    assert "camera=()" in str(answer.getheader("Permissions-Policy"))


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1@evil", ""])
@pytest.mark.parametrize("path", ["/", "/_stcore/stream", "/_stcore/health"])
def test_another_host_name_is_refused(address: str, path: str, host: str) -> None:
    """A page elsewhere cannot read the desk by pointing its own name at this machine."""
    answer = _answer(address, path, host)
    assert 400 <= answer.status < 500
    assert answer.getheader("Content-Security-Policy")


def test_a_socket_for_another_host_or_origin_is_refused(address: str) -> None:
    """Nor can it by opening the app's own channel from there."""
    port = urlsplit(address).port or 80
    for host, origin in (
        ("evil.example", f"http://localhost:{port}"),
        (None, "http://evil.example"),
    ):
        with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
            line.sendall(
                (
                    f"GET /_stcore/stream HTTP/1.1\r\nHost: {host or f'localhost:{port}'}\r\n"
                    f"Origin: {origin}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                    "\r\n"
                ).encode()
            )
            assert line.recv(100).split(b" ")[1] != b"101"


def test_only_this_machine_is_served(address: str) -> None:
    """Nobody else on the newsroom's network reaches the desk."""
    port = urlsplit(address).port or 80
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        ours = probe.getsockname()[0]
    assert not ours.startswith("127.")
    with pytest.raises(OSError), socket.create_connection((ours, port), timeout=3):
        pass


def test_nothing_is_sent_home_and_nothing_is_given_away() -> None:
    """No telemetry, no tracebacks, no developer's menu, no open doors for programs."""
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert CONFIG["client"]["showErrorLinks"] is False
    assert CONFIG["client"]["toolbarMode"] == "minimal"
    assert CONFIG["runner"]["magicEnabled"] is False
    assert CONFIG["server"]["enableXsrfProtection"] is True
    assert CONFIG["server"]["enableAgentApi"] is False
    assert CONFIG["server"]["enableStaticServing"] is False


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_page_and_chart_are_printed_on_the_same_paper(theme: palette.Theme) -> None:
    """The chart does not lie on the page like a sticker: one ground, one ink, one accent."""
    colours = CONFIG["theme"][theme]
    assert colours["backgroundColor"] == palette.PAPER.on(theme)
    assert colours["textColor"] == palette.INK.on(theme)
    assert colours["borderColor"] == palette.RULE.on(theme)
    assert colours["primaryColor"] == palette.STORYLINES[0].on(theme)
