"""Starts the app as a person would, on a free port of this machine, and stops it again."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TODAY = "2021-12-01"
PATIENCE = 60.0
"""Seconds that the server may take to answer."""


@contextmanager
def served(data: Path, today: str = TODAY, script: str = "app.py", **environ: str) -> Iterator[str]:
    """The address of an app over that folder, for as long as the block runs."""
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(port)]
    process = subprocess.Popen(
        [*command, "--", str(data)],
        cwd=ROOT,
        env={**os.environ, "TIMELINES_TODAY": today, **environ},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://localhost:{port}"
    try:
        _wait(f"{address}/_stcore/health", process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"The app ended at once with code {process.returncode}.")
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own server
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"The app did not answer at {address} within {PATIENCE:.0f} seconds.")
