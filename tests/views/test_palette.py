"""Colours can be read and told apart, and verification never needs them."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import numpy as np
import pytest
from numpy.typing import NDArray

from timelines.palette import (
    CLASH,
    INK,
    MUTED,
    PAPER,
    STORYLINES,
    VERIFICATION,
    Theme,
    channels,
    contrast,
    storyline_colour,
)
from timelines.records import event

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
_SIGHT = {
    "full": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
_TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
_WHITE = np.array([0.95047, 1.0, 1.08883])
THEMES: tuple[Theme, ...] = ("light", "dark")


def _lab(colour: str, sight: NDArray[np.float64]) -> NDArray[np.float64]:
    parts = np.array(channels(colour)) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    xyz = _TO_XYZ @ np.clip(sight @ linear, 0, 1) / _WHITE
    curve = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * curve[1] - 16, 500 * (curve[0] - curve[1]), 200 * (curve[1] - curve[2])])


@pytest.mark.parametrize("theme", THEMES)
def test_all_text_has_the_contrast_of_wcag(theme: Theme) -> None:
    """Lane names, dates and captions can be read by people with weak sight, light and dark."""
    for colour in (INK, MUTED, CLASH, *STORYLINES):
        assert contrast(colour.on(theme), PAPER.on(theme)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", _SIGHT)
def test_storylines_stay_apart_for_every_kind_of_sight(theme: Theme, sight: str) -> None:
    """Somebody who sees no red or no blue still tells one lane's colour from another's."""
    seen = [_lab(colour.on(theme), _SIGHT[sight]) for colour in STORYLINES]
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2)) >= 20


def test_contrast_is_that_of_the_standard() -> None:
    """Black on white is 21 to 1, and the order does not matter."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.01)


def test_every_value_of_verification_has_its_own_look() -> None:
    """No two values share a symbol, a pattern or a letter; and none is left out."""
    assert {*VERIFICATION} == {*get_args(event.Verification)}
    for part in ("symbol", "pattern", "glyph"):
        looks = [(getattr(look, part), look.filled) for look in VERIFICATION.values()]
        assert len({*looks}) == len(looks)


def test_colours_come_round_again_and_no_storyline_is_ink() -> None:
    """More storylines than colours is no error; events of none have no lane's colour."""
    assert storyline_colour(len(STORYLINES)) == STORYLINES[0]
    assert storyline_colour(-1) == INK


def test_pale_is_between_the_colour_and_paper() -> None:
    """A pale bar is opaque: nothing behind it shows through."""
    assert INK.pale("light", 0) == PAPER.light
    assert INK.pale("light", 1) == INK.light
    assert INK.clear("light", 0.5) == "rgba(28,27,25,0.5)"
