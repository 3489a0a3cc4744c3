"""A verb takes sides: admitted, claimed, refused, lashed out.

“Said” leaves the judgement to the reader. Inside quotation marks the verb is another's. The list
can be extended in `house.loaded_verbs`.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.hits import hits
from timelines.wordlists import finder, speaks

SECTION = "Words"
LEVEL: Level = "warning"

FINDS = """
--- events/said.yaml
headline: The spokesman refused to name the officer.
date: 2021-10-08
visibility: public
"""
SILENT = (
    FINDS.replace("refused to name", "did not name"),
    FINDS.replace("The spokesman refused to name", "The mayor says the chief “refused” to name"),
    FINDS.replace("visibility: public", "visibility: internal"),
)

FIELDS = ("headline", "summary", "attribution", "caption")


def check(docket: Docket) -> Iterator[Finding]:
    """Every such verb in the paper's own voice in a public event: each once an event."""
    heading = docket.investigation.heading
    if not speaks(heading.language):
        return
    loaded = finder(heading.language, "loaded", tuple(heading.house.loaded_verbs))
    for event in docket.events:
        if event not in docket.public:
            continue
        told: set[str] = set()
        for hit in hits(docket, event, loaded, FIELDS):
            said = hit.words.casefold()
            if said in told:
                continue
            told.add(said)
            yield Finding(
                check="loaded-verb",
                level=LEVEL,
                message=(
                    f"The {hit.passage.field} of {facts.headline(docket, event)} says "
                    f"“{facts.quotable(hit.words)}”, which takes sides."
                ),
                event=event,
                file=hit.passage.file,
                line=hit.passage.line,
                identity=(hit.passage.field, said),
                settles="Say what was said or done: “said”, “did not answer”.",
            )
