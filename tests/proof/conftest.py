"""Sheets of the founding case, and of one investigation that has every trap in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import write_investigation
from timelines.docket import Docket
from timelines.investigation import load
from timelines.proof.rows import Sheet
from timelines.proof.sheet import sheet

TODAY = date(2023, 6, 10)
CASE = Path(__file__).resolve().parents[2] / "data" / "kansas-city-records-search"

HOSTILE = (
    "</style><script>document.title='run'</script> a | b `c` **d** ]]> &amp; =1+1 www.evil.example"
)
SOURCES = f"""
- {{id: memo, kind: document, title: The memo, publisher: Port Ellery, created: 2023-03-21,
   published: 2023-03-24, file: secretfile.txt}}
- {{id: canary-id, kind: interview, title: Canary Title, publisher: Canary Publisher,
   author: Canary Author, url: "https://canary.example/x", terms: on-background,
   label: a harbor worker, why_anonymous: Canary Why, manager_knows: managing editor,
   notes: Canary Note, file: canaryfile.txt, created: 2023-03-22}}
- {{id: canary-deep, kind: interview, title: Canary Deep, terms: deep-background,
   label: somebody close to it}}
- {{id: hostile, kind: post, title: "{HOSTILE}"}}
"""
PEOPLE = f"""
- {{id: vance, name: Marisol Vance, kind: person, variants: [Vance],
   roles: [{{title: chair, org: Harbor Board, from: 2021-01}}],
   legal_status: [{{status: charged, as_of: 2023-05-02, source: memo}}]}}
- {{id: board, name: Harbor Board, kind: organisation}}
- {{id: contractor, name: Canary Contractor, kind: person, naming: never, label: the contractor}}
- {{id: eve, name: "{HOSTILE}", kind: person}}
"""
APPROVED = """headline: The Harbor Board approves the permit
date: 2023-04-11
basis: stated
summary: >-
  The vote was “four to one,” Mr. J. Doe said at 7 p.m. on Oct. 8. Vance did not vote! Was it
  “final?” Nobody says.
attribution: the minutes say
verification: confirmed
visibility: public
instrument: permit
place: Port Ellery
people: [{who: vance, part: chair}, board, contractor]
adverse_to: [vance, board]
sources:
  - {source: memo, at: p. 2, quote: four to one, says: {date: on Tuesday, instrument: permit},
     knowledge: document, notes: Canary Cited}
  - {source: canary-id, at: Canary Place, quote: it was final, stance: disputes}
  - {source: canary-deep, at: Canary Deep Place, quote: Canary Words, says: {date: last week}}
known_to:
  - {who: board, date: 2023-04-03, how: by mail, sources: [memo]}
  - {who: vance, date: 2023-04-05, sources: [canary-id]}
responses:
  - {who: vance, asked: 2023-05-22, how: by e-mail, deadline: 2023-05-24, answered: 2023-05-23,
     answer: I followed the rules.}
questions: [{ask: Who counted?, by: Ines Duarte}, {ask: Canary Answered?, answer: yes}]
notes: Canary Notes
"""
HIDDEN = """headline: Marisol Vance is warned
date: 2023-03
people: vance
sources: [canary-id]
"""
BAD = f"""headline: "{HOSTILE}"
date: 2023-03-21
summary: "{HOSTILE}"
visibility: public
place: "pipe | and \\\\ backslash \\n line"
people: eve
adverse_to: eve
sources: [{{source: hostile, at: "{HOSTILE}", quote: "{HOSTILE}", says: {{number: "{HOSTILE}"}}}}]
"""


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An investigation with unnamed sources, somebody never to be named, and hostile text."""
    return write_investigation(
        tmp_path_factory.mktemp("proofs") / "harbor",
        {
            "investigation.yaml": f'title: "{HOSTILE}"\nzone: America/New_York\n'
            "signoffs: [editor, lawyer]\n",
            "sources.yaml": SOURCES,
            "people.yaml": PEOPLE,
            "events/approved.yaml": APPROVED,
            "events/hidden.yaml": HIDDEN,
            "events/bad.yaml": BAD,
            "evidence/secretfile.txt": "four to one",
        },
    )


@pytest.fixture(scope="session")
def harbor(folder: Path) -> Sheet:
    """Its sheet."""
    return sheet(Docket(load(folder), TODAY))


@pytest.fixture(scope="session")
def founding() -> Sheet:
    """The sheet of the founding case."""
    return sheet(Docket(load(CASE), date(2021, 12, 1)))
