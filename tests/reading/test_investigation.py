"""What is in an investigation once its folder was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import write_investigation
from timelines import tables
from timelines.findings import Finding
from timelines.investigation import Unusable, load

EVENT = "headline: It happens\ndate: 2021-05\n"


def said(problems: tuple[Finding, ...]) -> list[tuple[str | None, int | None, str]]:
    """Each problem as file, line and check."""
    return [(one.file, one.line, one.check) for one in problems]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (None, None, "investigation.yaml"),
        ("", 1, "here stands nothing"),
        ("- title: T\n- zone: UTC\n", 1, "a list"),
        ("just words\n", 1, "a text"),
        ("title: T\n", 1, "“zone” is missing"),
        ("title: T\nzone:\n", 2, "“zone” has no value"),
        ("title: T\nzone: [UTC]\n", 2, "“zone”"),
        ("title: T\nzone: Chicago\n", 2, "“America/Chicago”"),
        ("title: T\nzone: -05:00\n", 2, "“-05:00”"),
        ("title: He said: no\nzone: UTC\n", 1, "colon"),
        ("title: T\nzone: UTC\n---\nx: y\n", 3, "second YAML document"),
        ("title: T\nzone: UTC\n".encode("utf-16"), 1, "UTF-16"),
    ],
)
def test_without_a_usable_heading_there_is_no_investigation(
    tmp_path: Path, text: str | bytes | None, line: int | None, words: str
) -> None:
    """Where dates cannot be read for want of a zone, nothing is shown, and it is said why."""
    folder = write_investigation(tmp_path, {"events/a.yaml": EVENT})
    if text is None:
        (folder / "investigation.yaml").unlink()
    else:
        content = text if isinstance(text, bytes) else text.encode()
        (folder / "investigation.yaml").write_bytes(content)
    with pytest.raises(Unusable) as caught:
        load(folder)
    findings = caught.value.findings
    assert [(one.file, one.line) for one in findings] == [("investigation.yaml", line)]
    assert words in findings[0].message
    assert findings[0].level == "error"
    assert str(caught.value)


def test_an_unusable_heading_does_not_hide_what_else_is_wrong(tmp_path: Path) -> None:
    """Whoever mends the heading can mend the other files in the same round."""
    texts = {"investigation.yaml": "title: T\nzone: Mars\n", "events/a.yaml": "headlin: x\n"}
    with pytest.raises(Unusable) as caught:
        load(write_investigation(tmp_path, texts))
    assert [(one.file, one.line) for one in caught.value.findings][:2] == [
        ("investigation.yaml", 2),
        ("events/a.yaml", 1),
    ]


def test_no_folder_is_no_investigation(tmp_path: Path) -> None:
    """A path that does not exist is answered in a sentence."""
    with pytest.raises(Unusable, match="There is no folder"):
        load(tmp_path / "nowhere")


def test_an_unusable_heading_is_usable_once_it_is_mended(tmp_path: Path) -> None:
    """After the zone is mended, nothing of the old trouble is left."""
    folder = write_investigation(tmp_path, {"investigation.yaml": "title: T\nzone: UCT2\n"})
    for _ in range(2):
        with pytest.raises(Unusable):
            load(folder)
    (folder / "investigation.yaml").write_text("title: T\nzone: UTC\n")
    assert load(folder).problems == ()


def test_a_heading_without_a_title_is_usable(tmp_path: Path) -> None:
    """A missing title is an error to mend, and no reason to show nothing."""
    investigation = load(
        write_investigation(tmp_path / "slug", {"investigation.yaml": "zone: UTC\n"})
    )
    assert investigation.heading.title == "slug"
    assert said(investigation.problems) == [("investigation.yaml", 1, "unreadable")]


def test_the_heading_has_the_defaults_of_the_format(tmp_path: Path) -> None:
    """What the heading does not say is as the format says."""
    heading = load(write_investigation(tmp_path, {})).heading
    assert (heading.language, heading.week_starts, heading.hemisphere) == ("en", "monday", "north")
    assert heading.signoffs == ("editor",)
    assert heading.storylines == ()
    house = heading.house
    assert (house.independent_sources, house.response_hours) == (2, 24)
    assert (house.stale_days, house.silence_days, house.about) == (30, 30, {})
    assert heading.expect.events is None


def test_the_house_sets_its_thresholds(tmp_path: Path) -> None:
    """A newsroom's own numbers and words are taken as they are."""
    text = (
        "title: T\nzone: UTC\nhemisphere: south\nweek_starts: sunday\n"
        "house:\n  independent_sources: 3\n  about: {day: 3 days, month: 2 months}\n"
        "expect: {events: 0, sources: 0, people: 0}\n"
        "wording: {District Attorney: county prosecutor}\n"
        "synonyms: [[suit, lawsuit], [e-mail, email]]\n"
        "known_contacts: [(816) 555-0100]\n"
    )
    investigation = load(write_investigation(tmp_path, {"investigation.yaml": text}))
    heading = investigation.heading
    assert investigation.problems == ()
    assert heading.house.independent_sources == 3
    assert heading.house.about == {"day": "3 days", "month": "2 months"}
    assert heading.wording == {"District Attorney": "county prosecutor"}
    assert heading.synonyms == (("suit", "lawsuit"), ("e-mail", "email"))
    assert investigation.line("heading", None, "wording", "District Attorney") == 9


def test_how_far_about_goes_is_the_houses_to_say(tmp_path: Path) -> None:
    """“About May” is as wide as the heading says."""
    event = {"events/a.yaml": "headline: x\ndate: 2021-05-10~\n"}
    usual = load(write_investigation(tmp_path / "a", event)).dates["a"]
    wide = "title: T\nzone: UTC\nhouse: {about: {day: 9 days}}\n"
    wider = load(write_investigation(tmp_path / "b", event | {"investigation.yaml": wide}))
    assert wider.problems == ()
    assert wider.dates["a"].start.earliest < usual.start.earliest


def test_a_repeated_id_is_said_with_both_places(tmp_path: Path) -> None:
    """Two events with one id: the first stays, and both places are named."""
    texts = {
        "events/a.yaml": EVENT,
        "events/b.yaml": "# a copy\nid: a\nheadline: Another\ndate: 2022\n",
        "sources.yaml": "- {id: s, kind: post, title: S}\n",
        "sources/s.yaml": "kind: post\ntitle: S2\n",
    }
    investigation = load(write_investigation(tmp_path, texts))
    first, second = investigation.problems
    assert (first.file, first.line, first.event) == ("events/b.yaml", 2, "a")
    assert "events/a.yaml, line 1" in first.message
    assert "events/b.yaml, line 2" in first.message
    assert [(one.file, one.line) for one in first.related] == [
        ("events/a.yaml", 1),
        ("events/b.yaml", 2),
    ]
    assert (second.check, second.event) == ("unreadable", None)
    assert "sources.yaml, line 1" in second.message
    assert "sources/s.yaml, line 1" in second.message
    assert investigation.events.headline.tolist() == ["It happens"]


def test_an_event_and_a_source_may_share_an_id(tmp_path: Path) -> None:
    """Ids are unique among records of one kind."""
    texts = {
        "events/memo.yaml": EVENT + "sources: memo\npeople: memo\n",
        "sources/memo.yaml": "kind: document\ntitle: Memo\n",
        "people/memo.yaml": "name: Memo\n",
    }
    assert load(write_investigation(tmp_path, texts)).problems == ()


def test_a_circle_of_sources_is_said_at_each_of_its_places(tmp_path: Path) -> None:
    """Whoever wrote the wrong origin finds the line, whichever of the circle it is."""
    texts = {
        "sources.yaml": "- id: a\n  kind: post\n  title: A\n  derived_from: [d, b]\n"
        "- id: b\n  kind: post\n  title: B\n  derived_from:\n    - c\n"
        "- {id: d, kind: post, title: D}\n",
        "sources/c.yaml": "kind: post\ntitle: C\nderived_from: a\n",
    }
    problems = load(write_investigation(tmp_path, texts)).problems
    assert [(one.file, one.line) for one in problems] == [
        ("sources.yaml", 4),
        ("sources.yaml", 9),
        ("sources/c.yaml", 3),
    ]
    assert "“a” derives from “b” derives from “c” derives from “a”" in problems[0].message


def test_a_broken_file_does_not_take_others_down(tmp_path: Path) -> None:
    """One unreadable file is one finding: what names its records is not called wrong as well."""
    texts = {
        "events/a.yaml": EVENT + "sources: [form, story]\npeople: mayor\norder:\n  - after: b\n",
        "events/b.yaml": "headline: He said: no\n",
        "sources.yaml": "- id: form\n  kind: document\n  title: x: y\n- {id: story}\n",
        "people/mayor.yaml": "name: [\n",
    }
    investigation = load(write_investigation(tmp_path, texts))
    assert said(investigation.problems) == [
        ("events/b.yaml", 1, "unreadable"),
        ("people/mayor.yaml", 1, "unreadable"),
        ("sources.yaml", 3, "unreadable"),
    ]
    assert investigation.events.id.tolist() == ["a"]
    assert len(investigation.citations) == 2


def test_a_bad_value_is_left_out_and_the_rest_is_kept(tmp_path: Path) -> None:
    """An event with a misspelt word still stands on the timeline, without that word."""
    text = EVENT + (
        "kind: fling\nweight: 9\nvisibility: pubic\n"
        "sources:\n  - source: s\n    stance: suports\n    quote: the words\n  - at: p. 1\n  - t\n"
        "tags: [a, {b: c}, d]\n"
    )
    sources = "- {id: s, kind: post, title: S}\n- {id: t, kind: post, title: T}\n"
    texts = {"events/a.yaml": text, "sources.yaml": sources}
    investigation = load(write_investigation(tmp_path, texts))
    assert [one.line for one in investigation.problems] == [3, 4, 5, 8, 10, 12]
    event = investigation.event("a")
    assert (event.kind, event.weight, event.visibility) == (None, 1, "internal")
    assert [(one.source, one.stance, one.quote) for one in event.sources] == [
        ("s", "supports", "the words"),
        ("t", "supports", None),
    ]
    assert event.tags == ("a", "d")
    assert investigation.line("event", "a", "sources", 1) == 11
    assert investigation.citations.line.tolist() == [7, 11]


def test_a_misspelt_protection_protects(tmp_path: Path) -> None:
    """Where the word that protects a source or a person cannot be read, they are protected."""
    texts = {
        "sources.yaml": "- {id: s, kind: post, title: S, terms: of-record}\n"
        "- {id: t, kind: post, title: T, public: nope}\n",
        "people.yaml": "- {id: p, name: P, naming: nevr}\n",
    }
    investigation = load(write_investigation(tmp_path, texts))
    assert len(investigation.problems) == 3
    assert investigation.source("s").terms == "off-record"
    assert investigation.sources.public.tolist() == [False, False]
    assert investigation.person("p").naming == "never"


def test_an_unreadable_date_leaves_the_event_there(tmp_path: Path) -> None:
    """An event whose date cannot be read is in the table, marked, and has no bounds."""
    texts = {"events/a.yaml": "headline: x\ndate: last May\n", "events/b.yaml": EVENT}
    investigation = load(write_investigation(tmp_path, texts))
    assert investigation.events.readable.tolist() == [False, True]
    assert investigation.events.written.tolist() == ["last May", "2021-05"]
    assert investigation.events.start_earliest.isna().tolist() == [True, False]
    assert list(investigation.dates) == ["b"]


def test_a_finding_stays_the_same_when_lines_move(tmp_path: Path) -> None:
    """A waiver for a finding still holds after a line was added above it."""
    text = EVENT + "date: 2022\nsumary: x\nkind: fling\nsources: [nothing]\n"
    texts = {
        "events/a.yaml": text,
        "events/b.yaml": "id: a\n" + EVENT,
        "events/c.yaml": "a: b: c\n",
    }
    folder = write_investigation(tmp_path, texts)
    before = load(folder).problems
    for name in texts:
        path = folder / name
        path.write_text("# a comment\n" + path.read_text())
    after = load(folder).problems
    assert [one.line for one in after] == [(one.line or 0) + 1 for one in before]
    assert [one.fingerprint for one in after] == [one.fingerprint for one in before]
    assert len({one.fingerprint for one in after}) == len(after) == 6


def test_storylines_are_those_of_the_heading(tmp_path: Path) -> None:
    """A lane with a slip of the pen does not become a lane of its own."""
    heading = "title: T\nzone: UTC\nstorylines: [The search, The review]\n"
    event = EVENT + "storyline:\n  - The search\n  - The reviw\n"
    texts = {"investigation.yaml": heading, "events/a.yaml": event}
    investigation = load(write_investigation(tmp_path / "a", texts))
    assert said(investigation.problems) == [("events/a.yaml", 5, "unreadable")]
    assert "“The review”?" in investigation.problems[0].message
    free = load(write_investigation(tmp_path / "b", {"events/a.yaml": event}))
    assert free.problems == ()


def test_missing_records_are_counted(tmp_path: Path) -> None:
    """A merge that drops an event, or breaks one, is noticed."""
    heading = "title: T\nzone: UTC\nexpect:\n  events: 2\n  people: 0\n"
    texts = {"investigation.yaml": heading, "events/a.yaml": EVENT, "events/b.yaml": EVENT}
    folder = write_investigation(tmp_path, texts)
    assert load(folder).problems == ()
    (folder / "events/b.yaml").write_text("headline: He said: no\n")
    counted = [one for one in load(folder).problems if one.check == "count-unexpected"]
    assert [(one.level, one.file, one.line) for one in counted] == [
        ("error", "investigation.yaml", 4)
    ]
    assert "expects 2 events" in counted[0].message


def test_nobody_who_must_sign_is_said(tmp_path: Path) -> None:
    """An empty list of sign-offs is a decision that an editor is reminded of."""
    heading = "title: T\nzone: UTC\nsignoffs: []\n"
    problems = load(write_investigation(tmp_path, {"investigation.yaml": heading})).problems
    assert [(one.check, one.level, one.line) for one in problems] == [
        ("nobody-signs", "warning", 3)
    ]


def test_a_far_year_is_said_once(tmp_path: Path) -> None:
    """A date that the tables cannot hold stays as it is written, with one warning."""
    texts = {"events/a.yaml": "headline: x\ndate: Y-17000000/2021\n"}
    investigation = load(write_investigation(tmp_path, texts))
    assert [(one.check, one.level, one.file, one.line) for one in investigation.problems] == [
        ("beyond-calendar", "warning", "events/a.yaml", 2)
    ]
    assert investigation.events.readable[0]
    assert investigation.events.start_earliest.isna()[0]
    assert investigation.events.end_latest.notna()[0]


def test_fields_know_their_lines(tmp_path: Path) -> None:
    """Whatever a check has to say, it can say where."""
    text = (
        "# a comment\n\nheadline: x\ndate: 2021\nsources:\n- s\n- source: t\n  quote: |\n    a\n"
        "    b\n  says: {date: on Friday,\n    who: x}\norder:\n  - by: 2 days\n    after: b\n"
    )
    texts = {
        "events/a.yaml": text,
        "events/b.yaml": EVENT,
        "sources.yaml": "- {id: s, kind: post, title: S}\n- id: t\n  kind: post\n  title: T\n"
        "  obtained:\n    on: 2021\n",
    }
    investigation = load(write_investigation(tmp_path, texts))
    assert investigation.problems == ()

    def line(*path: str | int) -> int | None:
        return investigation.line("event", "a", *path)

    assert (line(), line("headline"), line("date"), line("sources")) == (3, 3, 4, 5)
    assert (line("sources", 0), line("sources", 1), line("sources", 1, "quote")) == (6, 7, 8)
    assert (line("sources", 1, "says", "who"), line("order", 0, "after")) == (12, 15)
    assert line("sources", 0, "quote") == 6
    assert line("summary") == 3
    assert investigation.line("event", "nobody", "date") is None
    assert investigation.line("source", "t", "obtained", "on") == 6
    assert investigation.file("source", "t") == "sources.yaml"
    assert investigation.file("event", "a") == "events/a.yaml"
    assert investigation.events.line.tolist() == [3, 1]
    assert investigation.events.date_line.tolist() == [4, 2]
    assert investigation.order.line.tolist() == [14]
    assert investigation.claims.line.tolist() == [11, 12]


def test_a_distance_that_names_no_number_is_a_question(tmp_path: Path) -> None:
    """“A few days” is asked about and never counted; what is no distance at all is an error."""
    order = "order:\n" + "".join(
        f"  - after: b\n    by: {by}\n"
        for by in ("about 4 months", "P4M", "a few days", "several months", "4 mnths")
    )
    texts = {"events/a.yaml": EVENT + order, "events/b.yaml": EVENT}
    investigation = load(write_investigation(tmp_path, texts))
    assert [(one.check, one.level, one.line) for one in investigation.problems] == [
        ("phrase-unresolved", "question", 9),
        ("phrase-unresolved", "question", 11),
        ("unreadable", "error", 13),
    ]
    assert investigation.order.by.tolist()[2] == "a few days"


def test_the_embargo_is_an_instant(tmp_path: Path) -> None:
    """An embargo holds until one instant, whatever zone it is written in."""
    texts = {
        "events/a.yaml": EVENT + "embargo: 2021-10-15T06:00-05:00\n",
        "events/b.yaml": EVENT + "embargo: 2021-10-15T11:00Z\n",
        "events/c.yaml": EVENT + "embargo: 2021-10-15T06:00[America/Chicago]\n",
        "events/d.yaml": EVENT + "embargo: 2021-10-15T06:00\n",
        "events/e.yaml": EVENT + "embargo: 2021-10-15T06:00Z/2021-10-16T06:00Z\n",
    }
    investigation = load(write_investigation(tmp_path, texts))
    assert [one.event for one in investigation.problems] == ["d", "e"]
    embargo = investigation.events.embargo
    assert embargo[:3].nunique() == 1
    assert embargo[0].isoformat() == "2021-10-15T11:00:00+00:00"
    assert embargo[3:].isna().all()


def test_a_capital_digest_is_the_same(tmp_path: Path) -> None:
    """A SHA-256 sum in capitals, as some systems print it, is the same sum."""
    source = f"- {{id: s, kind: document, title: S, sha256: {'AB' * 32}}}\n"
    investigation = load(write_investigation(tmp_path, {"sources.yaml": source}))
    assert investigation.problems == ()
    assert investigation.sources.sha256[0] == "ab" * 32


def test_what_readers_may_see_of_a_source_follows_its_terms(tmp_path: Path) -> None:
    """A source on the record may be shown, any other not, unless the file says so."""
    base = "kind: interview\ntitle: T\n"
    texts = {
        "sources/a.yaml": base,
        "sources/b.yaml": base + "public: no\n",
        "sources/c.yaml": base + "terms: on-background\n",
        "sources/d.yaml": base + "terms: on-background\npublic: yes\n",
    }
    investigation = load(write_investigation(tmp_path, texts))
    assert investigation.sources.public.tolist() == [True, False, False, True]


def test_says_is_open_to_other_fields(tmp_path: Path) -> None:
    """A source may say anything that has a name: the rate, the state, why and how."""
    text = (
        EVENT + "sources:\n  - source: s\n    says: {rate: '3', why: x, how: y, état: z, late: q}\n"
    )
    texts = {"events/a.yaml": text, "sources.yaml": "- {id: s, kind: post, title: S}\n"}
    investigation = load(write_investigation(tmp_path, texts))
    assert investigation.problems == ()
    assert investigation.claims.field.tolist() == ["rate", "why", "how", "état", "late"]


def test_every_key_of_the_format_is_in_the_example() -> None:
    """The example that new investigations start from shows every key once, read without a word."""
    investigation = load("data/harbor-permits")
    assert investigation.problems == ()
    empty = [
        f"{table.name}.{column.name}"
        for table in tables.TABLES
        for column in table.columns
        if getattr(investigation, table.name)[column.name].isna().all()
    ]
    # A source that says something of how somebody knew is no key of its own, and the token of a
    # vault is a finding where there is no vault.
    assert set(empty) <= {"claims.known", "sources.vault"}
