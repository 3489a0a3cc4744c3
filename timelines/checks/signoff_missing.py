"""A public event is not signed in a role that must sign.

Which roles must sign stands in the heading (`signoffs`; an editor where it says nothing). A
sign-off is made in the app or by the command `timelines sign`, which writes down who signed, on
which day, and the fingerprint of exactly what readers would get.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.publish import signing

SECTION = "Fairness"
LEVEL: Level = "block"

FINDS = """
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
visibility: public
signoffs:
  - {role: lawyer, by: L. Awyer, on: 2021-10-16, fingerprint: 5f1d7a84c09be236}
"""
SILENT = (
    FINDS.replace("role: lawyer", "role: editor"),
    FINDS.replace("visibility: public", "visibility: internal"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every public event that a required role never signed."""
    for event in docket.events:
        if event in docket.public:
            roles = signing.unsigned(docket.investigation, event)
            if roles:
                yield _finding(docket, event, roles)


def _finding(docket: Docket, event: str, roles: tuple[str, ...]) -> Finding:
    who = " and no ".join(facts.quotable(role) for role in roles)
    return Finding(
        check="signoff-missing",
        level=LEVEL,
        message=f"No {who} has signed {facts.headline(docket, event)}.",
        event=event,
        file=docket.events[event].file,
        line=docket.line(event, "signoffs"),
        identity=roles,
        settles="Whoever holds the role reads what readers would get, and signs it.",
    )
