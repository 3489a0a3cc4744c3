"""Figures are what they were: their JSON is kept in `snapshots/`, one property a line.

When a figure is meant to look different, renew the files and read what changed in the diff:
`RENEW=1 python -m pytest tests/views/test_snapshots.py`.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from components.views import chronology
from tests.views.samples import TRICKY, ZONE, written
from timelines.palette import Theme

FOLDER = Path(__file__).parent / "snapshots"


def flat(value: Any, path: str = "") -> dict[str, Any]:
    """Every property of a figure by its path; arrays as plain numbers, rounded."""
    if isinstance(value, dict):
        return {k: v for key, one in value.items() for k, v in flat(one, f"{path}.{key}").items()}
    if isinstance(value, list | tuple) and any(isinstance(one, dict) for one in value):
        return {k: v for n, one in enumerate(value) for k, v in flat(one, f"{path}.{n}").items()}
    if isinstance(value, np.ndarray):
        return {path: [_rounded(one) for one in value.tolist()]}
    if isinstance(value, list | tuple):
        return {path: [_rounded(one) for one in value]}
    return {path: _rounded(value)}


def _rounded(value: Any) -> Any:
    return round(value, 3) if isinstance(value, float) else value


def _text(properties: dict[str, Any]) -> str:
    lines = [
        f"{json.dumps(key.lstrip('.'))}: {json.dumps(one, ensure_ascii=False)}"
        for key, one in sorted(properties.items())
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


@pytest.mark.parametrize(
    ("name", "theme", "width"),
    [("desktop-light", "light", 1_280), ("phone-dark", "dark", 390)],
)
def test_figures_stay_as_they_are(tmp_path: Path, name: str, theme: Theme, width: int) -> None:
    """No change alters how a date looks without somebody having looked at it."""
    investigation = written(tmp_path, TRICKY)
    figure = chronology.figure(
        investigation, investigation.events, zone=ZONE, language="en", theme=theme, width=width
    )
    found = _text(flat(figure.to_plotly_json()))
    kept = FOLDER / f"chronology-{name}.json"
    if os.environ.get("RENEW"):
        FOLDER.mkdir(exist_ok=True)
        kept.write_text(found, encoding="utf-8")
    assert found == kept.read_text(encoding="utf-8"), "renew with RENEW=1 if this is meant"
