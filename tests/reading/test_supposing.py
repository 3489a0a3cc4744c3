"""What the form says of an event before it is saved is what the checks say once it is."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import write_investigation
from timelines.checks import check
from timelines.docket import Docket
from timelines.investigation import load, suppose

TODAY = date(2022, 3, 1)
FOLDER = {
    "investigation.yaml": "title: The search\nzone: America/Chicago\nstorylines: [Search]\n",
    "people.yaml": (
        "- {id: officer, name: Robin Example, kind: person, naming: never, label: an officer}\n"
        "- {id: mayor, name: Jane Mayor, kind: person}\n"
    ),
    "sources.yaml": (
        "- {id: story, kind: publication, title: Mayor files complaint, published: 2021-10-16}\n"
        "- {id: insider, kind: interview, title: A call, terms: on-background, label: an insider}\n"
    ),
    "events/search.yaml": (
        "headline: The mayor’s records are searched.\ndate: 2021-05-04\nstoryline: Search\n"
        "visibility: public\nsources: [story]\n"
    ),
    "events/filed.yaml": (
        "headline: The mayor files a complaint.\ndate: 2021-10\nstoryline: Search\n"
        "order: [{after: search}]\npeople: [mayor]\nsources: [insider]\n"
    ),
}

lines = {
    "headline": st.sampled_from(
        ["The mayor files a complaint.", "Robin Example searched.", "Jane Mayorr steals the file."]
    ),
    "date": st.sampled_from(["2021-05", "2021-10-15", "2021-04-01", "2021-13", "unknown"]),
    "visibility": st.sampled_from(["public", "internal"]),
    "sources": st.sampled_from(["[story]", "[insider]", "[story, nobody]", "[]"]),
    "order": st.sampled_from(["[{after: search}]", "[{before: search}]", "[{after: gone}]"]),
    "people": st.sampled_from(["[mayor]", "[officer, mayor]", "[stranger]"]),
    "summary": st.sampled_from(["It was on Friday, Oct. 14, because of the search.", "“Quoted”"]),
}
events = st.fixed_dictionaries(
    {name: lines[name] for name in ("headline", "date")},
    optional={name: lines[name] for name in lines if name not in ("headline", "date")},
)


@settings(max_examples=12, deadline=None)
@given(event=events, identity=st.sampled_from(["filed", "search", "new-one"]))
def test_a_supposed_event_is_judged_as_if_it_were_saved(
    event: dict[str, str], identity: str
) -> None:
    """Whatever is typed, the live findings are those of a full check after saving, one by one."""
    data = "".join(f"{name}: {value}\n" for name, value in event.items())
    with tempfile.TemporaryDirectory() as place:
        folder = write_investigation(Path(place) / "case", FOLDER)
        stored = Docket(load(folder), TODAY).stored
        live = check(suppose(folder, identity, data.encode()), TODAY, stored=stored)
        (folder / f"events/{identity}.yaml").write_text(data, encoding="utf-8")
        assert live == check(load(folder), TODAY)
