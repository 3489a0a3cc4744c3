"""“Recently”, “soon”, “at the time”: words that leave the date open. They are a question."""

from __future__ import annotations

import re

from timelines.dates.idiom import Anchor, Example, Meant, Question

PATTERN = re.compile(
    r"(?:more |most |very |quite |just |only )*(?P<word>recently|lately|of late|in recent (?:days|weeks|"
    r"months|years|memory)|soon|shortly|earlier|later|previously|formerly|before|after|afterwards?|now|"
    r"currently|at present|long ago|a while (?:ago|back)|some time ago|a long time ago|ages ago|once|"
    r"years back|in the past|at the time|then|at that time|eventually|the other (?:day|week|month|night)|"
    r"in the future|(?:the )?(?:days|weeks|months|years) (?:later|after|before|earlier)|meanwhile|"
    r"at (?:first|last)|finally|overdue|tba|tbd|to be announced|unknown|undated|n/a)"
)
EXAMPLES = (
    Example("recently", "2021-10-15", None, "“recently” leaves the date open: ask when."),
    Example("the other day", "2021-10-15", None, "“the other day” leaves the date open: ask when."),
)


def read(found: re.Match[str], anchor: Anchor) -> Meant:
    """Always a question."""
    raise Question(f"“{found['word']}” leaves the date open: ask when.", "open")
