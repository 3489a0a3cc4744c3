"""Where an investigation's ordinary files say what only the vault may say: where, never what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import count
from typing import Any, NamedTuple

from timelines.dates.calendar_words import MONTHS, WEEKDAYS
from timelines.docket import Docket
from timelines.outgoing import record_fields
from timelines.reading.folder import HEADING, listing, shown
from timelines.vault.entries import Vault
from timelines.vault.names import Hit, Names, What, folded, words_of

LARGEST = 2_000_000
"""Bytes of a file of records; a larger one is not read as such either."""

HIDDEN = "…"
"""Stands for a part of a path that is itself what must not be said."""

_TERMS = frozenset(
    {"vault", "kind", "terms", "sha256", "language", "firsthand", "public", "stance", "source"}
)
"""Fields with words of a list, in which nobody is named."""
_NAMES = frozenset({"id", "file", "url", "archived_url"})
"""Fields in which words run together and have no capitals."""


class Telltale(NamedTuple):
    """One place that says too much. Nothing in it repeats what stands there.

    `field` is the field of the record; None for a file's text as such. `mark` tells places apart
    from one week to the next, without a line's number.
    """

    token: str
    what: What
    kind: str
    """source, citation, event, text or file."""
    field: str | None
    event: str | None
    file: str
    line: int | None
    mark: tuple[str, ...]


def telltales(docket: Docket, vault: Vault) -> list[Telltale]:
    """Every place: the records of confidential sources and what is cited of them word by word,
    everything else for whole names and contacts, also in comments and in the names of files."""
    names = Names(vault.entries, docket.investigation.heading.known_contacts)
    guide = _Guide(docket, names, _public_names(docket))
    own = [*guide.sources(vault), *guide.citations(vault)]
    known = {(one.file, one.line, one.token) for one in own if one.what != "given"}
    rest = [one for one in guide.elsewhere() if (one.file, one.line, one.token) not in known]
    return [*own, *rest]


def _public_names(docket: Docket) -> frozenset[tuple[str, ...]]:
    """Names that stand in people's records: those are of the story, whoever else they are."""
    return frozenset(words_of(name) for row in docket.people for name in docket.names[row])


class _Guide:
    """Goes through an investigation's texts; holds names, and so shows none of its content."""

    def __init__(
        self, docket: Docket, names: Names, of_the_story: frozenset[tuple[str, ...]]
    ) -> None:
        self._docket = docket
        self._names = names
        self._of_the_story = of_the_story

    def sources(self, vault: Vault) -> Iterator[Telltale]:
        """In the records of sources that refer to the vault."""
        investigation = self._docket.investigation
        number: dict[str, Iterator[int]] = defaultdict(count)
        for row in self._docket.sources.values():
            if row.vault not in vault.entries:
                continue
            record = {"id": row.id, **record_fields(investigation.source(row.id))}
            turn = next(number[row.vault])
            for path, text in _texts(record):
                found = self._worst(path, text, row.vault)
                if found is None:
                    continue
                line = investigation.line("source", row.id, *path)
                yield Telltale(
                    row.vault, found, "source", str(path[0]), None,
                    self._masked(row.file, row.vault), row.line if line is None else line,
                    ("source", str(turn), *(str(part) for part in path)),
                )  # fmt: skip

    def citations(self, vault: Vault) -> Iterator[Telltale]:
        """In what is cited of those sources: locator, quote, what it says, note."""
        docket = self._docket
        token_of = {
            row.id: row.vault for row in docket.sources.values() if row.vault in vault.entries
        }
        if not token_of:
            return
        for event in self._citing(token_of):
            record = record_fields(docket.investigation.event(event))
            cited = {token_of.get(one.source, "") for one in docket.citations.get(event, ())}
            for token in sorted(cited):
                yield from self._event(event, record, token)
            for path, citation in _cited(record):
                token = token_of.get(str(citation.get("source", "")))
                if token is None:
                    continue
                for inner, text in _texts(citation):
                    found = self._worst(inner, text, token)
                    if found is not None:
                        where = (*path, *inner)
                        yield Telltale(
                            token, found, "citation", str(inner[0]), self._shown(event, token),
                            self._masked(docket.events[event].file, token),
                            docket.line(event, *where),
                            ("citation", *(str(part) for part in where)),
                        )  # fmt: skip

    def _event(self, event: str, record: dict[str, Any], token: str) -> Iterator[Telltale]:
        """In the id and the notes of an event that cites such a source: not who is of the story."""
        if not token or self._names.goes_by(token, self._of_the_story):
            return
        for field, text in (("id", event), ("notes", str(record.get("notes", "")))):
            found = self._worst((field,), text, token)
            if found not in (None, "given"):
                file = self._masked(self._docket.events[event].file, token)
                line = self._docket.line(event, field)
                shown_id = self._shown(event, token)
                yield Telltale(token, found, "event", field, shown_id, file, line, ("event", field))

    def _citing(self, sources: dict[str, str]) -> list[str]:
        cited = self._docket.investigation.citations
        return list(dict.fromkeys(cited[cited["source"].isin(list(sources))]["event"]))

    def _worst(self, path: tuple[str | int, ...], text: str, token: str) -> What | None:
        """The most telling thing of an entry that a field has."""
        if path[0] in _TERMS or not text:
            return None
        together = path[0] in _NAMES
        hits = [one for one in self._names.parts(text, token) if together or _counts(text, one)]
        if together:
            hits += [one for one in self._names.joined(text) if one.token == token]
        order: tuple[What, ...] = ("name", "contact", "family", "given")
        return min((one.what for one in hits), key=order.index, default=None)

    def elsewhere(self) -> Iterator[Telltale]:
        """In every file of records as it lies there, and in the names of all files."""
        root = self._docket.investigation.path
        names = [*HEADING[:1], *(one.name for one in listing(root)[0])]
        for name in names:
            try:
                with (root / name).open("rb") as file:
                    text = folded(file.read(LARGEST).decode("utf-8", "replace"))
            except OSError:
                continue
            yield from self._in_file(name, text)
        for name in (*names, *_documents(self._docket)):
            tokens = {one.token for one in self._names.joined(name) if not self._is_known(one)}
            for token in sorted(tokens):
                yield Telltale(
                    token, "name", "file", None, None, self._masked(shown(name), token), None,
                    ("file", self._masked(shown(name), token)),
                )  # fmt: skip

    def _in_file(self, name: str, text: str) -> Iterator[Telltale]:
        number: dict[str, Iterator[int]] = defaultdict(count)
        seen: set[tuple[str, int]] = set()
        for hit in self._names.whole(text):
            if self._is_known(hit):
                continue
            line = text.count("\n", 0, hit.at) + 1
            if (hit.token, line) in seen:
                continue
            seen.add((hit.token, line))
            masked = self._masked(name, hit.token)
            yield Telltale(
                hit.token, hit.what, "text", None, None, masked, line,
                ("text", masked, str(next(number[hit.token]))),
            )  # fmt: skip

    def _is_known(self, hit: Hit) -> bool:
        return hit.what == "name" and self._names.goes_by(hit.token, self._of_the_story)

    def _shown(self, event: str, token: str) -> str | None:
        """The event's id; None where the id itself says too much."""
        return None if self._tells(event, token) else event

    def _masked(self, path: str, token: str) -> str:
        """The path, with an ellipsis for every part of it that says too much."""
        return "/".join(
            f"{HIDDEN}{part[part.rfind('.'):] if '.' in part[1:] else ''}"
            if self._tells(part, token) else part
            for part in path.split("/")
        )  # fmt: skip

    def _tells(self, name: str, token: str) -> bool:
        if self._names.goes_by(token, self._of_the_story):
            return False
        return any(True for _ in self._names.parts(name, token)) or any(
            not self._is_known(one) for one in self._names.joined(name)
        )


def _texts(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, str]]:
    """Every text of a record, with the path to it."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts(inner, (*path, place))
    elif isinstance(value, str):
        yield path, value


def _cited(record: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    """The citations of an event that say more than their source, with the path to each."""
    for place, one in enumerate(record.get("sources", ())):
        if isinstance(one, dict):
            yield ("sources", place), one
    for at, known in enumerate(record.get("known_to", ())):
        for place, one in enumerate(known.get("sources", ())):
            if isinstance(one, dict):
                yield ("known_to", at, "sources", place), one


def _counts(text: str, hit: Hit) -> bool:
    """Whether a single word of a name may be one: with a capital, and no month or weekday."""
    if hit.what in ("name", "contact"):
        return True
    plain = folded(text)
    if len(plain) != len(text):  # signs came apart: no place in it is that of the text
        return True
    word = next(iter(words_of(plain[hit.at : hit.at + 40])), "")
    return not text[hit.at].islower() and word not in {*MONTHS, *WEEKDAYS}


def _documents(docket: Docket) -> list[str]:
    """The documents and pictures that lie beside the records, by their path."""
    found = []
    for folder in ("evidence", "media"):
        place = docket.investigation.path / folder
        if place.is_dir():
            found += [f"{folder}/{one.name}" for one in place.iterdir()]
    return sorted(found)
