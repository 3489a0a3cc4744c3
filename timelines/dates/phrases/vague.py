"""“Recently”, “soon”, “at the time”: words that leave the date open. They are a question."""

from __future__ import annotations

import re

from timelines.dates.idiom import Anchor, Example, Meant, Question

_WORDS = (
    "recently", "lately", "of late", "in recent (?:days|weeks|months|years|memory)", "soon",
    "shortly", "earlier", "later", "previously", "formerly", "before", "after(?:wards?)?", "now",
    "currently", "at present", "long ago", "a (?:while|long time) (?:ago|back)", "some time ago",
    "ages ago", "once", "years back", "in the past", "in the future", "at th(?:e|at) time", "then",
    "the other (?:day|week|month|night)",
    "(?:the )?(?:days|weeks|months|years) (?:later|after|before|earlier)",
    "meanwhile", "eventually", "finally", "at (?:first|last)",
    "ongoing", "continuing", "tb[ad]", "to be announced", "unknown", "undated", "n/a",
)  # fmt: skip
PATTERN = re.compile(rf"(?:(?:more|most|very|quite|just|only) )*(?P<word>{'|'.join(_WORDS)})")
EXAMPLES = (
    Example("recently", "2021-10-15", None, "“recently” leaves the date open: ask when."),
    Example("the other day", "2021-10-15", None, "“the other day” leaves the date open: ask when."),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """Always a question."""
    raise Question(f"“{found['word']}” leaves the date open: ask when.", "open")
