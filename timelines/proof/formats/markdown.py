"""Markdown: a table an event and one a person, for those who proof in a text editor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from timelines.proof.rows import Block, Claim, Evidence, Page, Sheet
from timelines.words import Words, words

SUFFIX = "md"
MIME = "text/markdown"

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!$@]|:(?=//)|(?<=\bwww)\.)", re.IGNORECASE)
_MARKER = re.compile(r"^([-+=]|\d+[.)])(?=\s|$)")
_TICK = "[ ]"


def render(sheet: Sheet) -> bytes:
    """The sheet as GitHub's Markdown, in UTF-8; the mark stands above every table."""
    said = words("en")
    lines = [
        f"**{said['proof.mark']}**",
        "",
        f"# {_text(said.say('proof.of', title=sheet.title))}",
        "",
        _text(said.say("proof.day", day=sheet.day)),
        "",
        _text(" ".join(sheet.scope)),
        "",
        _text(said["proof.how_to"]),
    ]
    for block in sheet.blocks:
        lines += ["", *_block(block, said)]
    for page in sheet.pages:
        lines += ["", "---", "", *_page(page, said)]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _block(block: Block, said: Words) -> Iterator[str]:
    column = said.under("proof.column")
    yield f"## {block.number}. {_text(block.headline)}"
    yield ""
    state = [block.when, block.seen, said[f"proof.standing.{block.standing}"]]
    yield f"**{said['proof.mark']}** · {_text(' · '.join(filter(None, state)))}"
    yield ""
    names = ("number", "claim", "when", "evidence", "signed", "checker", "lawyer", "remarks")
    yield from _table(
        [column[name] for name in names],
        (
            [
                _text(claim.number),
                _words(claim),
                _joined(map(_text, (claim.when, *claim.quoted))),
                _evidence(claim, said),
                _signed(block, said),
                _TICK,
                _TICK,
                "",
            ]
            for claim in block.claims
        ),
    )
    if block.changes or block.questions:
        yield ""
    yield from (f"- **{_text(one)}**" for one in block.changes)
    heading = said["proof.questions.heading"]
    yield from (f"- {heading}: {_text(one)}" for one in block.questions)


def _page(page: Page, said: Words) -> Iterator[str]:
    column = said.under("proof.column")
    yield f"**{said['proof.mark']}**"
    yield ""
    yield f"## {_text(page.name)}"
    yield ""
    statuses = "; ".join(page.statuses) or said["proof.person.no_status"]
    adverse = said["proof.person.none_adverse"]
    if page.adverse:
        adverse = said.count("proof.person.adverse", page.adverse)
    facts = (("naming", page.naming), ("status", statuses), ("roles", "; ".join(page.roles)))
    for name, value in (*facts, ("bad", adverse)):
        if value:
            yield f"- {said[f'proof.person.{name}']}: {_text(value)}"
    yield from ("", f"### {said['proof.person.statements']}", "")
    names = ("number", "claim", "how", "when", "evidence", "checker", "lawyer", "remarks")
    if page.statements:
        yield from _table(
            [column[name] for name in names],
            (
                [
                    _text(one.claim.number),
                    _words(one.claim),
                    _text(one.how) + (f"<br>**{said['proof.person.bad']}**" if one.adverse else ""),
                    _text(one.claim.when),
                    _evidence(one.claim, said),
                    _TICK,
                    _TICK,
                    "",
                ]
                for one in page.statements
            ),
        )
    else:
        yield said["proof.person.no_statements"]
    yield from ("", f"### {said['proof.person.replies']}", "")
    yield from _replies(page, said)


def _replies(page: Page, said: Words) -> Iterator[str]:
    if not page.replies:
        yield said["proof.person.no_replies"]
        return
    names = ("number", "event", "asked", "means", "deadline", "given", "answer", "lawyer")
    yield from _table(
        [said[f"proof.column.{name}"] for name in names],
        (
            [
                str(one.number),
                *map(_text, (one.headline, one.asked, one.how, one.deadline, one.given)),
                _text(one.words or ""),
                _TICK,
            ]
            for one in page.replies
        ),
    )


def _table(head: list[str], rows: Iterable[list[str]]) -> Iterator[str]:
    yield _row(map(_text, head))
    yield _row("---" for _ in head)
    yield from map(_row, rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _words(claim: Claim) -> str:
    return f"*{_text(claim.label)}*<br>{_text(claim.words)}"


def _signed(block: Block, said: Words) -> str:
    if not block.signed:
        return said["proof.signed.none"]
    told = (
        _text(one.words)
        if one.holds == "missing"
        else f"{_text(one.words)} **{said[f'proof.signed.mark_{one.holds}']}**"
        for one in block.signed
    )
    return _joined(told)


def _evidence(claim: Claim, said: Words) -> str:
    parts = [_citation(one, whole=claim.part in ("headline", "known_to")) for one in claim.full]
    if claim.behind:
        parts.append(_text(said.say("proof.evidence.brief", letters=claim.behind)))
    elif not claim.evidence:
        parts.append(said[f"proof.evidence.{claim.uncited}"])
    return _joined(parts)


def _citation(one: Evidence, *, whole: bool) -> str:
    place = "" if one.at is None else f", {one.at}"
    parts = [f"**{one.letter}** {_text(one.source + place)}"]
    if one.stance is not None:
        parts.append(f"**{_text(one.stance)}**")
    if one.quote is not None:
        parts.append(_text(f"“{one.quote}”"))
    parts += map(_text, one.says)
    terms = [one.terms, one.knowledge or "", one.about if whole else ""]
    parts.append(_text(" · ".join(part for part in terms if part)))
    return "; ".join(parts)


def _joined(parts: Iterable[str]) -> str:
    return "<br>".join(part for part in parts if part)


def _text(text: str) -> str:
    """Words that mean nothing to Markdown, on one line, as a cell can hold them."""
    return _MARKER.sub(r"\\\1", _SPECIAL.sub(r"\\\1", " ".join(text.split())))
