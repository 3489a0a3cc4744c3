"""The chronology network: what all dates and order facts together allow, and what they do not."""

from timelines.network.chronology import Apart, Chronology, Standing, solve
from timelines.network.contradiction import Contradiction
from timelines.network.statements import Statement

__all__ = ["Apart", "Chronology", "Contradiction", "Standing", "Statement", "solve"]
