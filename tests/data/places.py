"""Where the investigations of this repository lie."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOUNDING_CASE = ROOT / "data" / "kansas-city-records-search"
HARBOR_PERMITS = ROOT / "data" / "harbor-permits"
STARTER = ROOT / "timelines" / "starter"
