"""“Led to”, “as a result”, “because of” stand where only the order is known.

After is not because. A cause may stand where somebody says it: in a cited quote that says so, in
a sentence that names who says it, or inside quotation marks. The list can be extended in
`house.causal_words`.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.hits import Hit, hits
from timelines.sourcing import supporting
from timelines.wordlists import finder, speaks

SECTION = "Words"
LEVEL: Level = "warning"

FINDS = """
--- events/filed.yaml
headline: The search led to a complaint.
date: 2021-10-15
visibility: public
"""
SILENT = (
    FINDS.replace("The search led to", "After the search the mayor files"),
    FINDS.replace("The search led to", "The mayor says the search “led to”"),
    FINDS.replace("visibility: public", "visibility: internal"),
    """
--- sources.yaml
{id: form, kind: document, title: The complaint form}
"""
    + FINDS
    + "sources:\n  - {source: form, at: p. 1, quote: I file this because of the search}\n",
)

FIELDS = ("headline", "summary", "caption")


def check(docket: Docket) -> Iterator[Finding]:
    """Every such word in the paper's own voice in a public event whose sources state no cause."""
    heading = docket.investigation.heading
    if not speaks(heading.language):
        return
    causal = finder(heading.language, "causal", tuple(heading.house.causal_words))
    speaking = finder(heading.language, "speaking")
    for event in docket.events:
        if event not in docket.public:
            continue
        if any(row.quote and causal.search(row.quote) for row in supporting(docket, event)):
            continue
        for hit in hits(docket, event, causal, FIELDS):
            if speaking.search(hit.before + hit.after) is None:
                yield _finding(docket, event, hit)
                break


def _finding(docket: Docket, event: str, hit: Hit) -> Finding:
    return Finding(
        check="causal-wording",
        level=LEVEL,
        message=(
            f"The {hit.passage.field} of {facts.headline(docket, event)} says "
            f"“{facts.quotable(hit.words)}”, but nothing cited states a cause."
        ),
        event=event,
        file=hit.passage.file,
        line=hit.passage.line,
        identity=(hit.passage.field, hit.words.casefold()),
        settles="Say only which came first, or cite who says that it was the cause.",
    )
