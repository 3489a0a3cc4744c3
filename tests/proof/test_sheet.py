"""Every claim that readers may get stands on the proof sheet once, with what it rests on."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.proof.conftest import CASE, TODAY
from timelines.docket import Docket
from timelines.investigation import Investigation, load
from timelines.proof.rows import Block, Sheet, clean
from timelines.proof.sheet import sheet
from timelines.publish import signing
from timelines.publish.approval import sign


def lines(block: Block, part: str) -> list[str]:
    """The words of an event's claims of one kind."""
    return [claim.words for claim in block.claims if claim.part == part]


def given(investigation: Investigation, event: str) -> Counter[str]:
    """How many claims of each kind readers get of an event, sentences counted as one summary."""
    public = signing.content(investigation, event)
    counts = Counter({"headline": 1, "date": 1, "verification": 1})
    for name in ("summary", "attribution", "instrument", "place"):
        counts[name] += name in public
    for name in ("people", "known_to", "answers", "media", "corrections"):
        counts[name] += len(public.get(name, ()))
    counts["filed"] += any(name in public for name in ("kind", "storylines", "tags"))
    return +counts


def test_every_public_claim_of_the_founding_case_stands_once(founding: Sheet) -> None:
    """A lawyer who has ticked every line has seen everything that readers will, and once."""
    investigation = load(CASE)
    events = investigation.events
    public = set(events["id"][events["visibility"] == "public"])
    assert Counter(block.id for block in founding.blocks) == Counter([*public, ""])
    above = founding.blocks[0]
    assert lines(above, "title") == [clean(investigation.heading.title)]
    assert " ".join(lines(above, "standfirst")) == clean(investigation.heading.summary or "")
    for block in founding.blocks[1:]:
        record, expected = investigation.event(block.id), given(investigation, block.id)
        counts = Counter(claim.part for claim in block.claims)
        assert counts | Counter(summary=1) == expected | Counter(summary=counts["summary"] or 1)
        assert " ".join(lines(block, "summary")) == clean(record.summary or "")
        assert lines(block, "headline") == [clean(record.headline)]
        said = signing.content(investigation, block.id)
        names = [clean(one.get("name", one.get("label"))) for one in said.get("people", ())]
        assert [line.partition(": ")[0] for line in lines(block, "people")] == names
        assert said["date"]["words"] in lines(block, "date")[0]
    numbers = [claim.number for block in founding.blocks for claim in block.claims]
    assert len(set(numbers)) == len(numbers) == founding.claims > 100


def test_every_citation_stands_in_full_at_the_headline(founding: Sheet) -> None:
    """A fact-checker finds source, place, quote and terms of every citation of an event."""
    investigation = load(CASE)
    for block in founding.blocks[1:]:
        cited = investigation.event(block.id).sources
        shown = block.claims[0].full
        assert [one.quote for one in shown] == [
            None if one.quote is None else clean(one.quote) for one in cited
        ]
        for one, row in zip(cited, shown, strict=True):
            source = investigation.source(one.source)
            open_ = source.terms == "on-record"
            assert row.source == clean(source.title if open_ else source.label or "")
            assert row.at == (clean(one.at) if open_ and one.at is not None else None)


def test_the_anonymous_source_is_its_label(founding: Sheet) -> None:
    """The law enforcement source of the founding case is on the sheet in the agreed words alone."""
    (block,) = (one for one in founding.blocks if one.id == "address-lookup")
    first = block.claims[0].evidence[0]
    assert (first.source, first.at, first.about) == ("a law enforcement source", None, "")
    assert first.terms.startswith("on background")
    assert first.confidential


def test_a_claim_has_its_date_as_quoted_and_as_read(harbor: Sheet) -> None:
    """A checker reads in whose words the date was given, and what the program made of them."""
    (block,) = (one for one in harbor.blocks if one.id == "approved")
    claim = block.claims[1]
    assert claim.words == "April 11, 2023 (written 2023-04-11; stated)"
    (quoted,) = claim.quoted
    assert quoted.startswith("“on Tuesday”: March 21, 2023, read as ")
    assert block.claims[0].quoted == ("“on Tuesday”",)


def test_evidence_stands_at_the_claim_it_speaks_of(harbor: Sheet) -> None:
    """The quote stands beside the sentence that uses it, and beside no other."""
    (block,) = (one for one in harbor.blocks if one.id == "approved")
    sentences = [claim for claim in block.claims if claim.part == "summary"]
    assert [claim.words for claim in sentences] == [
        "The vote was “four to one,” Mr. J. Doe said at 7 p.m. on Oct. 8.",
        "Vance did not vote!",
        "Was it “final?”",
        "Nobody says.",
    ]
    assert [[one.letter for one in claim.full] for claim in sentences] == [["a"], [], ["b"], []]
    (thing,) = (claim for claim in block.claims if claim.part == "instrument")
    assert [one.letter for one in thing.full] == ["a"]
    assert sentences[1].behind.startswith("a The memo, p. 2; b a harbor worker; c somebody close")


def test_a_page_a_person_has_statements_and_replies(harbor: Sheet) -> None:
    """A lawyer sees on one page what is said of somebody, who was asked, and who still must be."""
    pages = {page.id: page for page in harbor.pages}
    vance = pages["vance"]
    assert vance.statuses == ("charged, as of May 2, 2023 (The memo)",)
    assert vance.roles == ("chair, Harbor Board, since sometime in January 2021",)
    assert (vance.adverse, vance.naming) == (1, "may be named")
    words = [one.claim.words for one in vance.statements]
    assert "Vance did not vote!" in words
    assert "Marisol Vance: I followed the rules." in words
    assert all(one.adverse for one in vance.statements)
    assert len({one.claim.number for one in vance.statements}) == len(vance.statements)
    (reply,) = vance.replies
    assert (reply.asked, reply.how, reply.deadline) == ("May 22, 2023", "by e-mail", "May 24, 2023")
    assert (reply.given, reply.words, reply.owed) == (
        "May 23, 2023",
        "I followed the rules.",
        False,
    )
    (owed,) = pages["board"].replies
    assert (owed.asked, owed.owed) == ("Not asked yet", True)
    assert pages["contractor"].name == "the contractor"
    assert "never to be named" in pages["contractor"].naming


def test_what_only_the_desk_sees_comes_when_asked_for(folder: Path, harbor: Sheet) -> None:
    """Internal events, and who knew by unnamed sources, are on the sheet only on request."""
    whole = sheet(Docket(load(folder), TODAY), internal=True)
    assert [one.id for one in harbor.blocks] == ["", "bad", "approved"]
    assert [one.id for one in whole.blocks] == ["", "hidden", "bad", "approved"]
    assert [one.internal for one in whole.blocks] == [False, True, False, False]
    knew = [lines(one, "known_to") for one in (harbor.blocks[2], whole.blocks[3])]
    assert [len(one) for one in knew] == [1, 2]
    assert "1 event that only the desk sees is not on it." in harbor.scope


def test_one_event_or_one_person(folder: Path, harbor: Sheet) -> None:
    """A sheet of one event or one person keeps the numbers of the whole."""
    docket = Docket(load(folder), TODAY)
    alone = sheet(docket, event="approved")
    assert alone.blocks == harbor.blocks[2:]
    assert {page.id for page in alone.pages} == {"vance", "board", "contractor"}
    eve = sheet(docket, person="eve")
    assert [one.id for one in eve.blocks] == ["bad"]
    assert [page.id for page in eve.pages] == ["eve"]
    with pytest.raises(KeyError):
        sheet(docket, event="nothing")


def test_signed_unsigned_and_changed_are_told_apart(tmp_path: Path) -> None:
    """A lawyer sees who signed, whether for these words, and word by word what changed since."""
    root = tmp_path / "case"
    shutil.copytree(CASE, root)
    today = date(2021, 12, 1)
    for event in ("first-story", "complaint-filed"):
        sign(root, event, role="editor", by="Ines Duarte", on="2021-11-30")
    file = root / "events" / "complaint-filed.yaml"
    file.write_text(file.read_text().replace("files a complaint", "files one complaint"))
    docket = Docket(load(root), today)
    standing = {one.id: one for one in sheet(docket).blocks}
    assert standing["first-story"].standing == "signed"
    assert standing["first-story"].signed[0].words == "editor: Ines Duarte, Nov. 30, 2021"
    assert standing["complaint-filed"].standing == "changed"
    (change,) = standing["complaint-filed"].changes
    assert change.startswith("Changed since Ines Duarte signed: headline: was “Mayor Quinton Lucas")
    assert standing["records-search"].standing == "unsigned"
    assert [one.id for one in sheet(docket, standing="changed").blocks] == ["complaint-filed"]
    unsigned = sheet(docket, standing="unsigned").blocks
    assert len(unsigned) == len(standing) - 3
