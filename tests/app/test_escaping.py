"""Whatever somebody typed is text: in the list, on the card, in findings, in a summary."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import template
from tests.app.conftest import Start, pages
from tests.conftest import write_investigation
from timelines.prose import may_link, prose

HOSTILE = "</p></article><script>alert(1)</script><img src=x onerror=alert(2)>\"' onclick=x {{7*7}}"
TAGS = {"p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "a", "hr", "br"}


class Seen(HTMLParser):
    """Every tag and attribute of a text as a browser would read it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: dict[str, list[str]] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note it."""
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, []).append(value or "")


def test_a_hostile_file_writes_no_markup_anywhere(start: Start, tmp_path: Path) -> None:
    """A poisoned file cannot run anything in an editor's browser, whichever field it stands in."""
    quoted = HOSTILE.replace("'", "''")
    write_investigation(
        tmp_path,
        {
            "investigation.yaml": f"title: '{quoted}'\nsummary: '{quoted}'\nbyline: '{quoted}'\n"
            f"publisher: '{quoted}'\nzone: UTC\n",
            "people.yaml": f"- id: eve\n  name: '{quoted}'\n  roles: [{{title: '{quoted}'}}]\n",
            "sources.yaml": f"- id: bad\n  kind: post\n  title: '{quoted}'\n  publisher: "
            f"'{quoted}'\n  url: 'javascript:alert(3)'\n  terms: on-background\n"
            f"  label: '{quoted}'\n",
            "events/bad.yaml": f"headline: '{quoted}'\ndate: 2021-05\nsummary: '{quoted}'\n"
            f"instrument: '{quoted}'\nstoryline: '{quoted}'\nplace: '{quoted}'\nnotes: '{quoted}'\n"
            f"people: [{{who: eve, part: '{quoted}'}}]\nattribution: '{quoted}'\ntags: '{quoted}'\n"
            f"sources:\n- source: bad\n  at: '{quoted}'\n  quote: '{quoted}'\n"
            f"  says: {{date: '{quoted}', who: '{quoted}'}}\n  notes: '{quoted}'\n"
            f"known_to: [{{who: eve, date: 2021-06, how: '{quoted}'}}]\n"
            f"questions: [{{ask: '{quoted}'}}]\n"
            f"responses: [{{who: eve, asked: 2021-06, answer: '{quoted}'}}]\n"
            f"corrections: [{{on: 2021-07-01, note: '{quoted}'}}]\n",
        },
    )
    drawn = "".join(pages(start(tmp_path, event="bad")))
    seen = Seen(drawn)
    assert drawn.count("&lt;script&gt;") > 20
    assert not {"script", "img"} & seen.tags
    assert not [name for name in seen.attributes if name.startswith("on")]
    assert not [href for href in seen.attributes["href"] if href.startswith("javascript")]
    assert "49" not in drawn


@given(st.text(max_size=80))
def test_no_text_gets_out_of_a_template(typed: str) -> None:
    """Not one of a hundred odd texts ends up as anything but itself."""
    drawn = template.render("notice.html", text=typed)
    assert Seen(drawn).tags == {"p"}


@given(st.text(alphabet="<>[]()!#*_`:/\\ \n&\"'javscriptdat,;=", max_size=60))
def test_a_summary_is_only_ever_prose(typed: str) -> None:
    """Whatever is written into a summary, only plain marks of prose and good links come out."""
    seen = Seen(prose(typed))
    assert seen.tags <= TAGS
    assert set(seen.attributes) <= {"href", "rel", "target", "title", "start", "class"}
    assert all(may_link(href) for href in seen.attributes.get("href", []))


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", " JavaScript:x", "data:text/html,x", "//evil.example", "file:///x", ""],
)
def test_only_web_and_mail_addresses_are_linked(address: str) -> None:
    """A link leads to a page or a letter, never into a program."""
    assert not may_link(address)
    assert "<a" not in prose(f"[read]({address})")
