"""Ink for the marks of a timeline: colours, verification and words of every mark drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from components.views._hover import card_template
from timelines.marks import Counts, Marks
from timelines.palette import INK, PAPER, Theme, storyline_colour
from timelines.rows import Layout

SOFT_HEIGHT = 12.0
"""Pixels of a soft span from top to bottom."""
DIMMED = 0.28
"""How strong a mark stays while another is chosen."""


@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """What the traces need beside the numbers, one entry for every mark drawn.

    `shades` are all colours used: paper, then every lane's, then every lane's paler. `lane` is
    a mark's lane. Colours go to Plotly as numbers into `shades`: a tenth of the bytes. `cards`
    begin with the event's id; `template` sets them.
    """

    theme: Theme
    shades: tuple[str, ...]
    lane: Counts
    verification: Sequence[str]
    cards: Sequence[Sequence[str]]
    template: str

    @property
    def colour(self) -> Counts:
        """Each mark's colour, as a place in `shades`."""
        return self.lane + 1

    @property
    def pale(self) -> Counts:
        """Each mark's paler colour, as a place in `shades`."""
        return self.lane + 1 + (len(self.shades) - 1) // 2

    def paint(self, places: Any) -> dict[str, Any]:
        """Colours by their places in `shades`, as Plotly's markers want them."""
        last = len(self.shades) - 1
        return {
            "color": np.asarray(places, dtype=np.int16),
            "colorscale": [[place / last, shade] for place, shade in enumerate(self.shades)],
            "cmin": 0,
            "cmax": last,
            "showscale": False,
        }

    def line(self, places: Any) -> dict[str, Any]:
        """The same for the outline of a marker, which has no bar of colours to hide."""
        return {key: value for key, value in self.paint(places).items() if key != "showscale"}


def ink_for(
    plan: Layout,
    marks: Marks,
    verification: Sequence[str],
    cards: Sequence[Sequence[str]],
    theme: Theme,
) -> Ink:
    """The ink for every mark drawn, by its lane, with the card that a pointer reads."""
    colours = [storyline_colour(hue) for hue in marks.hues]
    shades = (
        PAPER.on(theme),
        *(colour.on(theme) for colour in colours),
        *(colour.pale(theme, 0.38) for colour in colours),
    )
    # A scale needs two ends, and an empty timeline has no lane.
    shades = shades if len(shades) > 1 else (*shades, INK.on(theme), INK.pale(theme, 0.38))
    return Ink(
        theme=theme,
        shades=shades,
        lane=marks.lane[plan.drawn],
        verification=verification,
        cards=cards,
        template=card_template(theme),
    )
