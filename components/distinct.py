"""Tells things of one name apart in a list: Streamlit finds what was chosen by its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping


def distinct(names: Mapping[str, str]) -> dict[str, str]:
    """The same names by id; where several are alike, the id stands behind each of them."""
    often = Counter(names.values())
    return {one: name if often[name] == 1 else f"{name} · {one}" for one, name in names.items()}
