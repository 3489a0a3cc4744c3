"""What tests of imports share: an empty investigation, and a file read for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_investigation

FILES = Path(__file__).parent / "files"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The folder of an investigation without events."""
    return write_investigation(tmp_path / "here", {})
