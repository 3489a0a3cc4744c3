"""Citations as a proof sheet has them; of a source that is not named the agreed words alone.

Who a confidential source is has no place in an investigation. What could still tell it (a
title, a publisher, a place within a notebook, the name of a file) stays at the desk as well: paper
is left on desks. Of deep background and of what is off the record so do the words quoted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timelines.dates.when import When
from timelines.dates.words import in_words
from timelines.docket import Docket
from timelines.evidence.quotes import find
from timelines.passages import quoted
from timelines.proof.rows import Evidence, clean
from timelines.records import Citation, Source
from timelines.said import Said
from timelines.textdates import names_date
from timelines.words import Words

WITHHELD = ("deep-background", "off-record")

Readings = Mapping[tuple[int | None, int], Said]


def readings(docket: Docket, event: str) -> Readings:
    """How the dates in the citations of an event are read, by `known_to` item and position."""
    return {(one.known, one.position): one for one in docket.said.get(event, ())}


def all_evidence(
    docket: Docket, cited: Sequence[Citation], read: Readings, known: int | None, words: Words
) -> tuple[Evidence, ...]:
    """The citations of an event, or of its `known_to` item at that position, in full."""
    return tuple(
        _evidence(docket, one, letter(position), read.get((known, position)), words)
        for position, one in enumerate(cited)
    )


def letter(position: int) -> str:
    """a to z, then aa, ab …"""
    more, last = divmod(position, 26)
    return (letter(more - 1) if more else "") + chr(ord("a") + last)


def _evidence(
    docket: Docket, one: Citation, name: str, read: Said | None, words: Words
) -> Evidence:
    source = _source(docket, one.source)
    open_ = source is None or not confidential(source)
    withheld = source is not None and source.terms in WITHHELD
    quote = words["proof.withheld"] if withheld and one.quote is not None else one.quote
    return Evidence(
        letter=name,
        source=clean(one.source if source is None else _title(source, words)),
        about=_about(docket, source, words) if open_ and source is not None else "",
        at=clean(one.at) if open_ and one.at is not None else None,
        quote=None if quote is None else clean(quote),
        says=() if withheld else tuple(_says(one, read, words)),
        terms=_terms(source, words),
        stance=None if one.stance == "supports" else words[f"proof.stance.{one.stance}"],
        knowledge=None if one.knowledge is None else words[f"proof.knowledge.{one.knowledge}"],
        disputes=one.stance == "disputes",
        confidential=not open_,
        full=True,
    )


def _source(docket: Docket, identity: str) -> Source | None:
    try:
        return docket.investigation.source(identity)
    except KeyError:
        return None


def confidential(source: Source) -> bool:
    """Whether a source must not be known from the sheet: by its terms, or by the vault's entry."""
    return source.terms != "on-record" or source.vault is not None


def _title(source: Source, words: Words) -> str:
    if not confidential(source):
        return source.title
    return words["proof.unnamed"] if source.label is None else source.label


def _terms(source: Source | None, words: Words) -> str:
    if source is None:
        return words["proof.terms.absent"]
    terms = words[f"proof.terms.{source.terms}"]
    if source.terms != "on-record" and source.manager_knows is not None:
        return clean(words.say("proof.terms.known", terms=terms, role=source.manager_knows))
    return terms


def _about(docket: Docket, source: Source, words: Words) -> str:
    """Publisher, author and day of a source on the record, and the document that holds it."""
    investigation = docket.investigation
    parts = [one for one in (source.publisher, source.author) if one is not None]
    for name, dates in (("published", investigation.published), ("created", investigation.created)):
        if source.id in dates:
            parts.append(words.say(f"proof.source.{name}", day=told(docket, dates[source.id])))
            break
    if source.file is not None:
        parts.append(words.say("proof.source.file", file=source.file))
    return clean(", ".join(parts))


def _says(one: Citation, read: Said | None, words: Words) -> Iterable[str]:
    for field, value in one.says.items():
        if field == "date":
            written = read is not None and read.reading is None and read.unresolved is None
            if written or value != one.quote:
                key = "proof.date.given" if written else "proof.date.quoted"
                yield clean(words.say(key, value=value))
        else:
            yield clean(words.say("proof.says", field=field, value=value))
    if one.attribution is not None:
        yield clean(words.say("proof.says_as", value=one.attribution))


def spoken_date(docket: Docket, value: str, read: Said | None, words: Words) -> str:
    """A date in the words of a source, with how it is read and by which reading."""
    if read is None or (read.when is None and read.unresolved is None):
        return clean(words.say("proof.date.quoted", value=value))
    if read.unresolved is not None:
        why = read.unresolved.reason
        return clean(words.say("proof.date.unresolved", value=value, why=why))
    when = told(docket, read.when) if read.when is not None else value
    if read.reading is None:
        return clean(words.say("proof.date.written", value=value, when=when))
    how = read.reading.reading
    return clean(words.say("proof.date.read", value=value, when=when, how=how))


def told(docket: Docket, when: When) -> str:
    """A date in words, as the investigation tells it."""
    heading = docket.investigation.heading
    return in_words(when, zone=heading.zone, language=heading.language)


def bearing(
    every: Sequence[Evidence],
    cited: Sequence[Citation],
    part: str,
    text: str,
    when: When | None = None,
) -> tuple[Evidence, ...]:
    """The citations of an event behind one of its claims: those that speak of it in full.

    The headline has them all in full. A date has those that say one; a sentence those whose words
    it quotes, or that quote its words; the name of a thing those that say what it is.
    """
    return tuple(
        one if part == "headline" or _speaks(citation, part, text, when) else _brief(one)
        for one, citation in zip(every, cited, strict=True)
    )


def _speaks(one: Citation, part: str, text: str, when: When | None) -> bool:
    if part == "date":
        names = one.quote is not None and when is not None and names_date(one.quote, when)
        return "date" in one.says or names
    if part in one.says or (part == "attribution" and one.attribution is not None):
        return True
    return one.quote is not None and (
        find(one.quote, text) is not None
        or any(find(text[start + 1 : end - 1], one.quote) for start, end in quoted(text))
    )


def _brief(one: Evidence) -> Evidence:
    return replace(one, quote=None, says=(), full=False)
