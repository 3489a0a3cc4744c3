"""An account is cited, and the record that it derives from is among the sources and is not cited.

A story about a letter is one step further from the truth than the letter. Where the account goes
back to people as well as to records, it is not known which of them a sentence rests on, and the
check is silent.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.sourcing import RECORDS, copied_from, fact, supporting

SECTION = "Sourcing"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
- id: email
  kind: document
  title: The prosecutor’s e-mail
- id: star
  kind: publication
  title: Mayor was told in September
  published: 2021-10-08
  derived_from: email
--- events/told.yaml
headline: The prosecutor tells the mayor.
date: 2021-09-08
sources: [star]
"""
SILENT = (
    FINDS.replace("sources: [star]", "sources: [star, {source: email, at: p. 1}]"),
    FINDS.replace("derived_from: email", "derived_from: [email, spokesman]").replace(
        "- id: star", "- id: spokesman\n  kind: interview\n  title: The spokesman\n- id: star"
    ),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every supporting citation of an account that goes back to uncited records alone."""
    for event in docket.events:
        beside = {row.source for row in docket.citations.get(event, ())}
        for row in supporting(docket, event):
            above = docket.ancestors.get(row.source, frozenset())
            roots = docket.roots.get(row.source, frozenset()) - {row.source}
            if not roots or beside & above or not all(_record(docket, one) for one in roots):
                continue
            if copied_from(docket, row.source):
                continue
            records = sorted(one for one in above if _record(docket, one))
            yield Finding(
                check="original-available",
                level=LEVEL,
                message=(
                    f"{facts.headline(docket, event)} cites {facts.title(docket, row.source)}, "
                    f"which goes back to {facts.title(docket, records[0])}; that one is among the "
                    "sources and is not cited."
                ),
                event=event,
                file=row.file,
                line=row.line,
                related=(fact(docket, row),),
                identity=(row.source, *records),
                settles="Read the record itself and cite it.",
            )


def _record(docket: Docket, source: str) -> bool:
    row = docket.sources.get(source)
    return row is not None and row.kind in RECORDS
