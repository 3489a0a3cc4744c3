"""The timeline as readers get it: the desk's figure, drawn from a publication and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import plotly.graph_objects as go

from components.views._hover import card, named, standing
from components.views._paper import CONFIG
from components.views.chronology import assembled
from timelines.marks import Counts
from timelines.palette import Theme
from timelines.period import period
from timelines.publish.page.plotted import plotted
from timelines.publish.public import PublicEvent, PublicTimeline
from timelines.words import words

__all__ = ["CONFIG", "figure"]


def figure(public: PublicTimeline, *, theme: Theme, width: float, whole: bool = False) -> go.Figure:
    """These public events as a timeline for a place so many CSS pixels wide.

    As `components.views.chronology.figure`, with public ids: what is chosen, what lies outside.
    """
    told = words(public.language)
    found, several = plotted(public)
    return assembled(
        found,
        period(found, whole=whole),
        _Sayings(public.events, told.language),
        np.array([event.verification for event in public.events], dtype=object),
        lambda drawn: {event: several[event] for event in drawn if event in several},
        told,
        zone=public.zone,
        theme=theme,
        width=width,
    )


@dataclass(frozen=True, slots=True)
class _Sayings:
    """What the marks of public events say; dates in the words in which they were published."""

    events: tuple[PublicEvent, ...]
    language: str

    def label(self, row: int) -> tuple[str, str]:
        """Headline and date in words."""
        return self.events[row].headline, self.events[row].date.words

    def cards(self, rows: Counts) -> list[list[str]]:
        """For these events the parts of a card."""
        said = words(self.language)
        return [
            [
                one.id,
                *card(
                    one.headline,
                    one.date.words,
                    standing(one.verification, one.attribution, said),
                    named(_sources(one), said),
                ),
            ]
            for one in (self.events[int(row)] for row in rows)
        ]


def _sources(event: PublicEvent) -> list[str]:
    names = [one.label if one.source is None else one.source.title for one in event.sources]
    return list(dict.fromkeys(name for name in names if name is not None))
