"""Readers of every language there is get the whole page in it, and pages run the right way."""

from __future__ import annotations

import re
import string
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from tests.data.places import FOUNDING_CASE
from tests.publish.newsroom import NOW, TODAY
from tests.reader.pages import SITE, reading
from tests.reader.rich import rich
from timelines.dates.edtf import edtf
from timelines.dates.words import in_words
from timelines.investigation import load
from timelines.publish import page
from timelines.publish.page.direction import direction
from timelines.publish.publication import prepare
from timelines.words import _phrases, languages, words

SPOKEN = """
() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const text = texts.currentNode.data.trim();
    if (text) found.push([text, texts.currentNode.parentElement.closest("[lang]").lang]);
  }
  return found;
}
"""
"""Every text of a page with the language it is said to be in."""
READERS = ("dates", "numbers", "reader", "spans", "strip", "knew")
"""Files whose every word a reader may meet."""
ALSO = ("publish.verification.", "publish.basis.", "publish.stance.", "publish.change.",
        "publish.feed.", "publish.page.", "figure.alt_events.", "figure.no_storyline",
        "knowledge.lag", "knowledge.at_once", "knowledge.later",
        "knowledge.unknown_lag")  # fmt: skip
LISTS = ("dates.known_zones.", "dates.known_regions.")
"""Lists of their own length."""


def of_readers(language: str) -> dict[str, str]:
    """The phrases that readers may meet, as the language has them itself."""
    sections = tuple(f"{one}." for one in READERS)
    return {
        key: phrase
        for key, phrase in _phrases(language).items()
        if key.startswith((*sections, *ALSO)) and not key.startswith(LISTS)
    }


def fields(phrase: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


@pytest.mark.parametrize("language", [one for one in languages() if one != "en"])
def test_a_language_has_every_word_that_readers_meet(language: str) -> None:
    """Whoever adds a language is told which words it lacks, and which have other fields."""
    ours, theirs = of_readers("en"), of_readers(language)
    assert sorted(ours.keys() - theirs.keys()) == []
    assert sorted(theirs.keys() - ours.keys()) == []
    wrong = {key: theirs[key] for key in ours if fields(theirs[key]) - fields(ours[key])}
    assert wrong == {}


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2021-09-08", "el 8 de septiembre de 2021"),
        ("2021-05", "en algún momento en mayo de 2021"),
        ("2021-05~", "hacia mayo de 2021"),
        ("[2021-05-01..2021-10-08]", "en algún momento entre el 1 de mayo y el 8 de octubre de 2021"),  # noqa: E501
        ("[..2021-10-08]", "a más tardar el 8 de octubre de 2021"),
        ("[2021-09-08,2021-09-10]", "el 8 de septiembre o el 10 de septiembre de 2021"),
        ("2021-10-15T17:44", "el 15 de octubre de 2021, 17:44"),
        ("2021-05-01/2021-05-31", "empezó el 1 de mayo y terminó el 31 de mayo de 2021"),
        ("2021-10-08/..", "empezó el 8 de octubre de 2021 y continúa"),
        ("2021-23", "en algún momento en el otoño de 2021"),
        ("201X", "en algún momento en la década de 2010"),
        ("2021-10-15?", "posiblemente el 15 de octubre de 2021"),
        ("unknown", "fecha desconocida"),
    ],
)  # fmt: skip
def test_dates_are_told_in_spanish(written: str, told: str) -> None:
    """A date in Spanish is as exact as the date, and reads like Spanish."""
    when = edtf(written, "America/Chicago")
    assert in_words(when, zone="America/Chicago", language="es-US") == told


def test_a_page_in_spanish_has_no_english_of_ours() -> None:
    """All words of the page that are not the newsroom's are Spanish."""
    public = prepare(load(FOUNDING_CASE), TODAY, NOW).publication.public
    text = page.files(replace(public, language="es-US"))["index.html"].decode()
    assert '<html lang="es-US" dir="ltr">' in text
    assert "Qué sabemos y cómo lo sabemos" in text and "Mostrar todo" in text
    ours = [
        phrase for key, phrase in of_readers("en").items() if len(phrase) > 25 and "{" not in phrase
    ]
    assert [
        phrase for phrase in ours if phrase in text and phrase not in words("es").values()
    ] == []


@pytest.mark.parametrize(
    ("language", "way"),
    [("en", "ltr"), ("ar-EG", "rtl"), ("he", "rtl"), ("fa", "rtl"), ("az-Arab", "rtl"),
     ("ar-Latn", "ltr"), ("es-US", "ltr"), ("ckb-IQ", "rtl"), ("zh-Hant", "ltr")],
)  # fmt: skip
def test_pages_run_the_way_their_language_is_written(language: str, way: str) -> None:
    """Arabic from the right, Arabic in Latin letters from the left."""
    assert direction(language) == way


def test_words_that_are_not_in_the_language_of_the_page_say_so(browser: Browser) -> None:
    """A voice that reads Arabic aloud is told which words are English, and no others are (WCAG
    3.1.2); a page in a language that is there says nothing of the kind."""
    with reading(browser, rich("ar")) as window:
        window.page.goto(f"{SITE}index.html")
        spoken = [(text, lang) for text, lang in window.run(SPOKEN)]
    ours = {phrase for key, phrase in words("en").items() if key.startswith(("reader.", "strip."))}
    ours |= {phrase for key, phrase in words("en").items() if "publish.verification." in key}
    said = [(text, lang) for text, lang in spoken if text.strip(" ,:()") in ours]
    assert len(said) > 20
    assert {text for text, lang in said if lang != "en"} == set()
    arabic = [(text, lang) for text, lang in spoken if re.search(r"^[\u0600-\u06ff ]+$", text)]
    assert len(arabic) > 5
    assert {text for text, lang in arabic if lang != "ar"} == set()
    for language in ("en", "es"):
        assert rich(language)["index.html"].decode().count(" lang=") == 1
