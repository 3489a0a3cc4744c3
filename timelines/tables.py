"""What each column of the tables means, with type and unit; tables are built and checked by it."""

from __future__ import annotations

from timelines.frames import (
    DTYPES,
    Column,
    Kind,
    Table,
    build,
    facts,
    micros,
    rows,
    verify,
)

__all__ = [
    "DTYPES",
    "NARROWED",
    "TABLES",
    "Column",
    "Kind",
    "Table",
    "build",
    "facts",
    "micros",
    "rows",
    "verify",
]


def _table(name: str, row: str, *columns: tuple[str, Kind, str]) -> Table:
    return Table(name, row, tuple(Column(*column) for column in columns))


_EVENT: tuple[str, Kind, str] = ("event", "text", "id of the event")
_PLACE: tuple[tuple[str, Kind, str], ...] = (
    ("file", "text", "file it stands in, relative to the investigation's folder, with /"),
    ("line", "count", "line of its first key, from 1"),
)
_POSITION: tuple[str, Kind, str] = ("position", "count", "place in the list it stands in, from 0")


def _bounds(
    *, of: str, start: str = "start", end: str = "end"
) -> tuple[tuple[str, Kind, str], ...]:
    return (
        (f"{start}_earliest", "instant", f"first instant at which {of} may start"),
        (f"{start}_latest", "instant", f"first instant by which {of} has surely started"),
        (f"{end}_earliest", "instant", f"first instant at which {of} may end"),
        (f"{end}_latest", "instant", f"first instant by which {of} is surely over"),
    )


EVENTS = _table(
    "events",
    "an event",
    ("id", "text", "its id, unique among events"),
    *_PLACE,
    ("headline", "text", "one sentence, as readers get it"),
    ("written", "text", "its date exactly as the file has it"),
    ("date_line", "count", "line of the date, from 1"),
    ("zone", "text", "IANA zone its date is read in"),
    *_bounds(of="the event"),
    (
        "precision",
        "text",
        "finest part of the date that is known: microsecond … century, or unknown",
    ),
    ("stretch", "flag", "it lasted (an interval), rather than being a moment within a span"),
    ("timed", "flag", "the date has a clock time"),
    ("approximate", "flag", "marked ~ or %"),
    ("uncertain", "flag", "marked ? or %"),
    ("readable", "flag", "the date could be read; if not, its bounds are missing"),
    ("basis", "text", "stated, computed or inferred"),
    ("summary", "text", "a paragraph, CommonMark"),
    ("kind", "text", "incident, notice, filing, …"),
    ("instrument", "text", "what the thing is: complaint, letter, …"),
    ("place", "text", "where it happened"),
    ("weight", "count", "1 to 3; 1 where not said"),
    ("verification", "text", "how true: unverified, alleged, confirmed, …"),
    ("attribution", "text", "the exact wording readers get"),
    ("visibility", "text", "internal or public"),
    ("embargo", "instant", "not before this instant may readers see it"),
    ("notes", "text", "internal"),
)
LANES = _table(
    "lanes", "a storyline an event belongs to", _EVENT, _POSITION, ("storyline", "text", "its name")
)
TAGS = _table("tags", "a tag on an event", _EVENT, _POSITION, ("tag", "text", "the tag"))
SENSITIVITIES = _table(
    "sensitivities",
    "a reason for care with an event",
    _EVENT,
    _POSITION,
    ("sensitivity", "text", "minor, victim, …"),
)
ADVERSE = _table(
    "adverse", "somebody an event shows in a bad light", _EVENT, _POSITION, ("person", "text", "id")
)
INVOLVED = _table(
    "involved",
    "somebody's part in an event",
    _EVENT,
    _POSITION,
    ("person", "text", "id of the person or organisation"),
    ("part", "text", "their part: sender, author, …"),
    *_PLACE,
)
MEDIA = _table(
    "media",
    "a picture or recording shown with an event",
    _EVENT,
    _POSITION,
    ("media_file", "text", "path within the investigation"),
    ("alt", "text", "what it shows, for those who cannot see it"),
    ("credit", "text", "who made it"),
    ("caption", "text", "words under it"),
    *_PLACE,
)
CITATIONS = _table(
    "citations",
    "a source cited by an event, or by a statement of who knew of it",
    _EVENT,
    ("known", "count", "position of the known_to item it stands in; missing for the event's own"),
    _POSITION,
    ("source", "text", "id of the source"),
    ("at", "text", "locator: p. 3, para. 2, 00:12:40"),
    ("quote", "text", "the words used"),
    ("says_date", "text", "the date this source gives, in its own words or as newsroom EDTF"),
    ("stance", "text", "supports, disputes or mentions"),
    ("knowledge", "text", "first-hand, document, official, hearsay or published-report"),
    ("attribution", "text", "wording for this citation"),
    ("notes", "text", "internal"),
    *_PLACE,
)
CLAIMS = _table(
    "claims",
    "one thing a citation says where it matters or differs",
    _EVENT,
    ("known", "count", "as in citations"),
    ("position", "count", "position of the citation, as in citations"),
    ("source", "text", "id of the source"),
    ("field", "text", "date, instrument, who, number, …"),
    ("value", "text", "what it says, in its own words"),
    *_PLACE,
)
ORDER = _table(
    "order",
    "a fact about order or distance between two events",
    _EVENT,
    _POSITION,
    ("relation", "text", "after, before, during or same_day: how the event stands to the other"),
    ("other", "text", "id of the other event"),
    ("by", "text", "distance, as written"),
    ("source", "text", "id of the source that says so"),
    *_PLACE,
)
KNOWN = _table(
    "known",
    "somebody knew of an event",
    _EVENT,
    _POSITION,
    ("who", "text", "id of the person or organisation"),
    ("written", "text", "since when, exactly as the file has it"),
    ("date_line", "count", "line of that date, from 1"),
    *_bounds(of="the knowing"),
    ("readable", "flag", "that date could be read"),
    ("how", "text", "how they came to know"),
    ("stance", "text", "knew, told or denies"),
    *_PLACE,
)
RESPONSES = _table(
    "responses",
    "a right of reply offered to somebody",
    _EVENT,
    _POSITION,
    ("who", "text", "id"),
    ("asked", "text", "when asked, newsroom EDTF"),
    ("asked_earliest", "instant", "first instant at which it may have been asked"),
    ("asked_latest", "instant", "first instant by which it was surely asked"),
    ("how", "text", "by what means"),
    ("deadline", "text", "newsroom EDTF"),
    ("answer", "text", "their words"),
    ("answered", "text", "when, newsroom EDTF"),
    *_PLACE,
)
SIGNOFFS = _table(
    "signoffs",
    "a sign-off on an event",
    _EVENT,
    _POSITION,
    ("role", "text", "editor, lawyer, …"),
    ("by", "text", "name"),
    ("on", "text", "day"),
    ("fingerprint", "text", "of exactly what was signed"),
    *_PLACE,
)
WAIVERS = _table(
    "waivers",
    "a finding an editor accepts",
    _EVENT,
    _POSITION,
    ("check", "text", "name of the check"),
    ("because", "text", "the reason"),
    ("by", "text", "name"),
    ("on", "text", "day"),
    ("until", "text", "day it expires"),
    (
        "fingerprint",
        "text",
        "of the one finding it covers; missing: all of that check on that event",
    ),
    *_PLACE,
)
CORRECTIONS = _table(
    "corrections",
    "a correction readers were given",
    _EVENT,
    _POSITION,
    ("on", "text", "day"),
    ("kind", "text", "correction, clarification, update or retraction"),
    ("note", "text", "what it says"),
    *_PLACE,
)
QUESTIONS = _table(
    "questions",
    "an editor's open question on an event",
    _EVENT,
    _POSITION,
    ("ask", "text", "the question"),
    ("by", "text", "who asks"),
    ("on", "text", "day"),
    ("owner", "text", "who is to find out"),
    ("answer", "text", "the answer, once there is one"),
    *_PLACE,
)
SOURCES = _table(
    "sources",
    "a source",
    ("id", "text", "its id, unique among sources"),
    *_PLACE,
    ("kind", "text", "document, publication, interview, …"),
    ("title", "text", "what it is called"),
    ("publisher", "text", "who published it"),
    ("author", "text", "who made it"),
    ("created", "text", "when made, as written"),
    ("created_earliest", "instant", "first instant at which it may have been made"),
    ("created_latest", "instant", "first instant by which it was surely made"),
    ("published", "text", "when published, as written"),
    ("published_earliest", "instant", "first instant at which it may have been published"),
    ("published_latest", "instant", "first instant by which it was surely published"),
    ("obtained", "text", "when obtained, as written"),
    ("obtained_earliest", "instant", "first instant at which it may have been obtained"),
    ("obtained_latest", "instant", "first instant by which it was surely obtained"),
    ("url", "text", "where it stands on the web"),
    ("archived_url", "text", "where a copy is archived"),
    ("captured", "text", "when it was captured, as written"),
    ("document", "text", "its file, relative to the investigation's folder"),
    ("sha256", "text", "of that file, lower case"),
    ("pages", "text", "as written"),
    ("language", "text", "BCP 47"),
    ("terms", "text", "on-record, on-background, deep-background or off-record"),
    ("label", "text", "the agreed wording for it"),
    ("why_anonymous", "text", "the reason for anonymity"),
    ("manager_knows", "text", "role of the manager who knows who it is"),
    ("firsthand", "text", "yes or no, as written"),
    ("translated_from", "text", "id of the original"),
    ("public", "flag", "readers may see title and link"),
    ("vault", "text", "token of its entry in the vault"),
    ("notes", "text", "internal"),
)
DERIVATIONS = _table(
    "derivations",
    "a source that got it from another",
    ("source", "text", "id of the one that derives"),
    _POSITION,
    ("origin", "text", "id of the one it derives from"),
    *_PLACE,
)
PEOPLE = _table(
    "people",
    "a person or organisation",
    ("id", "text", "unique among people"),
    *_PLACE,
    ("name", "text", "full name"),
    ("kind", "text", "person or organisation"),
    ("born", "text", "newsroom EDTF, as written"),
    ("born_earliest", "instant", "first instant at which the birth may lie"),
    ("born_latest", "instant", "first instant by which they were surely born"),
    ("died", "text", "newsroom EDTF, as written"),
    ("died_earliest", "instant", "first instant at which the death may lie"),
    ("died_latest", "instant", "first instant by which they were surely dead"),
    ("naming", "text", "name, role-only or never"),
    ("label", "text", "words used where they are not named"),
    ("notes", "text", "internal"),
)
VARIANTS = _table(
    "variants",
    "another form of a name",
    ("person", "text", "id"),
    _POSITION,
    ("variant", "text", "the form"),
)
ROLES = _table(
    "roles",
    "an office somebody held",
    ("person", "text", "id"),
    _POSITION,
    ("title", "text", "of the office"),
    ("org", "text", "where"),
    ("from_written", "text", "since when, as written"),
    ("to_written", "text", "until when, as written"),
    ("from_earliest", "instant", "first instant at which they may have taken it up"),
    ("to_latest", "instant", "first instant by which they had surely left it"),
    *_PLACE,
)
STATUSES = _table(
    "statuses",
    "somebody's legal status",
    ("person", "text", "id"),
    _POSITION,
    ("status", "text", "uncharged, under review, charged, acquitted or convicted"),
    ("as_of", "text", "as written"),
    ("as_of_earliest", "instant", "first instant it may speak for"),
    ("as_of_latest", "instant", "first instant it surely does not speak for any more"),
    ("source", "text", "id"),
    *_PLACE,
)

NARROWED = _table(
    "narrowed",
    "an event's bounds as all facts together leave them",
    _EVENT,
    *_bounds(of="the event"),
)
"""Not read from files: what the chronology network works out (`Chronology.narrowed`)."""

TABLES: tuple[Table, ...] = (
    EVENTS, LANES, TAGS, SENSITIVITIES, ADVERSE, INVOLVED, MEDIA, CITATIONS, CLAIMS, ORDER, KNOWN,
    RESPONSES, SIGNOFFS, WAIVERS, CORRECTIONS, QUESTIONS, SOURCES, DERIVATIONS, PEOPLE, VARIANTS,
    ROLES, STATUSES,
)  # fmt: skip
"""Every table of an investigation; the attribute of `Investigation` has the table's name."""
