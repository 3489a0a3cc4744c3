"""Where the published folder will be: what a producer’s snippets and oEmbed make of it."""

from __future__ import annotations

import json
import re

import pytest

from tests.publish.newsroom import Newsroom, prepared
from timelines.publish.page.snippets import folder_address
from timelines.publish.public import PublicTimeline
from timelines.publish.publication import files_of

AT = "https://example.org/t/harbor/"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> PublicTimeline:
    """What readers get of the harbor."""
    folder = tmp_path_factory.mktemp("harbor")
    return prepared(Newsroom().written(folder)).publication.public


@pytest.mark.parametrize(
    "written",
    ["https://example.org/t/harbor", AT, f"{AT}index.html", f" {AT} "],
)
def test_an_address_is_taken_as_a_producer_writes_it(written: str) -> None:
    """With or without the last slash or the page’s name it is the same folder."""
    assert folder_address(written) == AT


@pytest.mark.parametrize(
    "written",
    ["", "example.org/t", "javascript:alert(1)", "ftp://example.org/", "https://", "https://a b/",
     "https://me:secret@example.org/", f"{AT}?x=1", f"{AT}#x", "https://example.org/\"><script>",
     "https://[", "https://example.org:port/"],
)  # fmt: skip
def test_what_is_no_address_of_a_folder_is_refused(written: str) -> None:
    """A slip is a sentence, not a snippet that leads nowhere."""
    with pytest.raises(ValueError, match="“"):
        folder_address(written)


def test_with_an_address_everything_names_it(public: PublicTimeline) -> None:
    """Snippets, oEmbed and its discovery are complete without a script, and each time the same."""
    files = files_of(public, {}, AT)
    assert files == files_of(public, {}, AT)
    page = files["embed.html"].decode("utf-8")
    assert "ADDRESS" not in page
    assert f"{AT}embed.js" in page
    answer = json.loads(files["oembed.json"])
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["html"].startswith(f'<iframe src="{AT}" title="The harbor permits"')
    assert (answer["width"], answer["height"]) == (640, 600)
    assert answer["provider_name"] == "The Port Ellery Beacon"
    assert answer["thumbnail_url"].removeprefix(AT) in files
    assert (answer["thumbnail_width"], answer["thumbnail_height"]) == (1200, 630)
    index = files["index.html"].decode("utf-8")
    found = re.search(r'<link rel="alternate" type="application/json\+oembed" href="(.*?)"', index)
    assert found is not None
    assert found[1] == f"{AT}oembed.json"


def test_without_an_address_nothing_false_is_said(public: PublicTimeline) -> None:
    """oEmbed then names the story, embed.html says what to put in, and no thumbnail is claimed."""
    files = files_of(public, {})
    answer = json.loads(files["oembed.json"])
    assert "iframe" not in answer["html"]
    assert 'href="https://beacon.example/harbor"' in answer["html"]
    assert "thumbnail_url" not in answer
    assert b"https://ADDRESS/" in files["embed.html"]
    assert b'href="oembed.json"' in files["index.html"]


def test_the_script_keeps_its_name_and_is_small(public: PublicTimeline) -> None:
    """What newsrooms have pasted works after every publication, and costs a page little."""
    files = files_of(public, {})
    assert len(files["embed.js"]) < 12_000
    assert {"embed.js", "embed.html", "small.html", "fragment.html", "oembed.json"} <= set(files)
