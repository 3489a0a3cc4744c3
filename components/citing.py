"""Citations as a card shows them: source, place, words, terms, and what it says differently."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from timelines.dates.when import When
from timelines.dates.words import in_words
from timelines.investigation import Investigation
from timelines.prose import may_link
from timelines.records import Citation, Source
from timelines.said import Said, resolved
from timelines.words import Words


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a source says in its own words, and how those are read."""

    field: str
    value: str
    reading: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation; `warned` are terms that are not “on the record”, `parts` all else in words.

    `page` is the address of the cited page in the app, where the source has a file.
    """

    title: str
    url: str | None
    archived: str | None
    at: str | None
    quote: str | None
    stance: str
    says: tuple[Claim, ...]
    parts: tuple[str, ...]
    warned: str | None
    notes: str | None
    page: str | None = None


Readings = Mapping[tuple[int | None, int], Said]
"""How the `says: date` of a citation is read, by `known_to` item (or None) and position."""

Pages = Callable[[str, str | None, str | None], str]
"""The address of a source’s document, open at a place with the quoted words marked."""


def readings(investigation: Investigation, event: str) -> Readings:
    """How the dates in the words of this event's citations are read."""
    every = investigation.citations
    own = replace(investigation, citations=every[every["event"] == event])
    return {(one.known, one.position): one for one in resolved(own)}


def cited(
    investigation: Investigation,
    citations: Sequence[Citation],
    read: Readings,
    words: Words,
    *,
    known: int | None = None,
    pages: Pages | None = None,
) -> tuple[Cited, ...]:
    """The citations of an event, or of its `known_to` item at position `known`, in their order.

    With `pages` each one of a source with a file has the address of its page.
    """
    return tuple(
        _cited(investigation, citation, read.get((known, position)), words, pages)
        for position, citation in enumerate(citations)
    )


def _cited(
    investigation: Investigation,
    citation: Citation,
    read: Said | None,
    words: Words,
    pages: Pages | None,
) -> Cited:
    try:
        source = investigation.source(citation.source)
    except KeyError:
        return _absent(investigation, citation, words)
    return Cited(
        title=source.title,
        url=_link(source.url),
        archived=_link(source.archived_url),
        at=citation.at,
        quote=citation.quote,
        stance=citation.stance,
        says=_claims(citation, read, investigation.heading.zone, words),
        parts=tuple(_parts(investigation, citation, source, words)),
        warned=None if source.terms == "on-record" else _terms(source, words),
        notes=citation.notes,
        page=None
        if pages is None or source.file is None
        else pages(source.id, citation.at, citation.quote),
    )


def _absent(investigation: Investigation, citation: Citation, words: Words) -> Cited:
    return Cited(
        title=citation.source,
        url=None,
        archived=None,
        at=citation.at,
        quote=citation.quote,
        stance=citation.stance,
        says=_claims(citation, None, investigation.heading.zone, words),
        parts=(words["app.source.absent"],),
        warned=None,
        notes=citation.notes,
    )


def _link(address: str | None) -> str | None:
    return address if address is not None and may_link(address) else None


def _terms(source: Source, words: Words) -> str:
    terms = words[f"app.terms.{source.terms}"]
    if source.label is None:
        return terms
    return f"{terms}, {words.say('app.source.named', label=f'“{source.label}”')}"


def _parts(
    investigation: Investigation, citation: Citation, source: Source, words: Words
) -> list[str]:
    zone = investigation.heading.zone
    parts = [words[f"app.stance.{citation.stance}"]] if citation.stance != "supports" else []
    if citation.knowledge is not None:
        parts.append(words[f"app.knowledge.{citation.knowledge}"])
    parts += [one for one in (source.publisher, source.author) if one is not None]
    dates = (
        ("published", investigation.published),
        ("created", investigation.created),
        ("obtained", investigation.obtained),
    )
    parts += [
        words.say(f"app.source.{name}", when=_said(found[source.id], zone, words))
        for name, found in dates
        if source.id in found
    ]
    if source.terms == "on-record":
        parts.append(words["app.terms.on-record"])
    if citation.attribution is not None:
        parts.append(f"“{citation.attribution}”")
    if source.file is not None:
        parts.append(words.say("app.source.document", file=source.file))
    return parts


def _claims(citation: Citation, read: Said | None, zone: str, words: Words) -> tuple[Claim, ...]:
    return tuple(
        _date(value, read, zone, words)
        if name == "date" and read is not None
        else Claim(name, f"“{value}”", None)
        for name, value in citation.says.items()
    )


def _date(value: str, read: Said, zone: str, words: Words) -> Claim:
    """A date in the source's own words with how they are read; EDTF is only told in words."""
    if read.unresolved is not None:
        return Claim("date", f"“{value}”", read.unresolved.reason)
    when = value if read.when is None else _said(read.when, zone, words)
    if read.reading is None:
        return Claim("date", when, None)
    reading = words.say("app.source.read_as", when=when, reading=read.reading.reading)
    return Claim("date", f"“{value}”", reading)


def _said(when: When, zone: str, words: Words) -> str:
    return in_words(when, zone=zone, language=words.language)
