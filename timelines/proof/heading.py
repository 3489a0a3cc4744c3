"""What stands above the timeline: title, standfirst and byline are claims as well."""

from __future__ import annotations

from collections.abc import Iterator

from timelines.docket import Docket
from timelines.naming import Names
from timelines.proof.rows import Block, Claim, clean
from timelines.proof.sentences import sentences
from timelines.words import Words

NUMBER = 0


def heading(docket: Docket, words: Words, names: Names) -> Block:
    """Its claims, under the number 0; nobody signs them, and no source is cited for them."""
    claims = []
    for place, (part, text) in enumerate(_parts(docket), 1):
        said = clean(text)
        people = frozenset(person for one in names.named(said) for person in one.people)
        claims.append(
            Claim(
                number=f"{NUMBER}.{place}",
                part=part,
                label=words[f"proof.part.{part}"],
                words=said,
                when="",
                quoted=(),
                evidence=(),
                people=people,
            )
        )
    return Block(
        id="",
        number=NUMBER,
        headline=words["proof.above"],
        when="",
        seen=words["proof.visibility.public"],
        internal=False,
        standing="open",
        signed=(),
        changes=(),
        questions=(),
        claims=tuple(claims),
    )


def _parts(docket: Docket) -> Iterator[tuple[str, str]]:
    record = docket.investigation.heading
    yield "title", record.title
    for sentence in sentences(record.summary or ""):
        yield "standfirst", sentence
    for part in ("byline", "publisher"):
        text = getattr(record, part)
        if text is not None:
            yield part, text
