"""A home address, phone or plate number, national number or e-mail in words that readers would get.

Printed once, it cannot be called back. Every text is read that readers get: of the event, of the
heading, of the people in it and of the sources that are shown, locators, parts and how somebody
knew among them. What is kept from readers is left in peace. What may be printed (an office, a
press contact) is listed in the heading's `known_contacts`.
"""

import re
from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.passages import Passage
from timelines.told import heading_texts

SECTION = "Fairness"
LEVEL: Level = "block"

FINDS = """
--- events/threat.yaml
headline: Firefighters are called to 4812 Example Street.
date: 2021-10
visibility: public
"""
SILENT = (
    "--- investigation.yaml\ntitle: The threat\nzone: America/Chicago\n"
    "known_contacts: [4812 Example Street]\n" + FINDS,
    FINDS.replace("4812 Example Street", "Example Street"),
    FINDS.replace("visibility: public", "visibility: internal"),
    "--- sources.yaml\n{id: call, kind: interview, title: A call, terms: on-background, "
    "label: a neighbor}\n"
    + FINDS.replace("4812 Example Street", "a house")
    + "sources:\n  - {source: call, at: the kitchen of 4812 Example Street}\n",
)

_STREETS = (
    r"street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|court|ct|place|pl|terrace|ter|"
    r"way|circle|cir|parkway|pkwy|trail|square|sq|crescent|close|alley"
)
PATTERNS = {
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
    "a phone number": re.compile(
        r"(?<![\w.-])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{3}\)\s?|\d{3}[\s.-])\d{3}[.\s-]\d{4}(?![\w-])"
        r"|(?<![\w.-])\+\d{1,3}(?:[\s.-]?\(?\d{1,5}\)?){2,6}(?![\w-])"
    ),
    "a national number": re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])"),
    "a license plate": re.compile(
        r"\b(?:license|licence|number|registration)?\s?plates?\b(?:\s(?:number|no\.?|reading|of|is|was|reads|read))*"
        r"[\s:“\"]+(?=[A-Z0-9 -]*\d)(?=[A-Z0-9 -]*[A-Z])[A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,5}\b"
    ),
    "a street address": re.compile(
        rf"\b\d{{1,5}}(?:-\d+)?[A-Za-z]?\s(?:(?:[NSEW]|North|South|East|West|NE|NW|SE|SW)\.?\s)?"
        rf"(?:(?:[A-Z][\w’'.-]*|\d+(?:st|nd|rd|th))\s){{1,3}}(?i:{_STREETS})\b\.?"
    ),
}


_TELLING = re.compile(r"@|\+\d|\d{3}[.\s-]\d{4}|\d{3}-\d{2}-|plate|\d[A-Za-z]?\s[A-Z\d]")
"""A quick look at what is worth five closer ones: every such detail has one of these."""


def check(docket: Docket) -> Iterator[Finding]:
    """Every such detail in what readers get that the heading does not list."""
    known = {_plain(one) for one in docket.investigation.heading.known_contacts}
    told = list(docket.told.items())
    if told:
        told.append(("", heading_texts(docket.investigation)))
    seen: dict[str, tuple[tuple[str, str], ...]] = {}
    for event, passages in told:
        for passage in passages:
            text = passage.text
            # The title of a source comes with many events, and is read once.
            if text not in seen:
                seen[text] = tuple(_details(text, known))
            for what, detail in seen[text]:
                yield _finding(docket, event, passage, what, detail)


def _details(text: str, known: set[str]) -> Iterator[tuple[str, str]]:
    """What kinds of detail a text has, each with the first one that is not listed."""
    if _TELLING.search(text) is None:
        return
    for what, pattern in PATTERNS.items():
        for one in pattern.finditer(text):
            plain = _plain(one[0])
            if not any(plain in listed or listed in plain for listed in known):
                yield what, one[0]
                break


def _plain(text: str) -> str:
    """A contact without the signs that people set differently."""
    return re.sub(r"[\s().,-]", "", text).casefold()


def _finding(docket: Docket, event: str, passage: Passage, what: str, detail: str) -> Finding:
    whose = facts.headline(docket, event) if event else "the investigation"
    return Finding(
        check="private-detail",
        level=LEVEL,
        message=(
            f"The {passage.field} of {whose} would give readers {what}: “{facts.quotable(detail)}”."
        ),
        event=event or None,
        file=passage.file,
        line=passage.line,
        identity=(passage.field, _plain(detail)),
        settles="Take it out, or list it in “known_contacts” if it may be printed.",
    )
