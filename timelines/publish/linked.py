"""The timeline as JSON-LD in the words of schema.org, for search engines and archives."""

from __future__ import annotations

import json

from timelines.publish.public import Json, PublicCitation, PublicEvent, PublicTimeline

FILE = "timeline.jsonld"


def files(public: PublicTimeline) -> dict[str, bytes]:
    """The file by its path."""
    text = json.dumps(linked(public), ensure_ascii=False, indent=1) + "\n"
    return {FILE: text.encode("utf-8")}


def linked(public: PublicTimeline) -> Json:
    """An article with the events as its parts, in order.

    A date stands there only where ISO 8601 can say it as exactly as it is known: `2021-05`, never
    the first of May for it.
    """
    return _said(
        {
            "@context": "https://schema.org",
            "@type": "Article",
            "name": public.title,
            "headline": public.title,
            "abstract": public.summary,
            "inLanguage": public.language,
            "url": public.url,
            "author": _one("Person", public.byline),
            "publisher": _one("Organization", public.publisher),
            "dateModified": None if public.updated is None else public.updated.datetime,
            "hasPart": [_event(one, public) for one in public.events],
        }
    )


def _event(event: PublicEvent, public: PublicTimeline) -> Json:
    named = [one for one in event.people if one.name is not None]
    return _said(
        {
            "@type": "Event",
            "identifier": event.id,
            "url": None if public.url is None else f"{public.url}#{event.id}",
            "name": event.headline,
            "description": event.summary,
            "startDate": event.date.datetime,
            "location": _one("Place", event.place),
            "keywords": list(event.tags),
            "about": [
                {"@type": "Organization" if one.kind == "organisation" else "Person",
                 "name": one.name}
                for one in named
            ],
            "citation": [_source(one) for one in event.sources if one.source is not None],
            "correction": [
                _said(
                    {
                        "@type": "CorrectionComment",
                        "text": one.note,
                        "datePublished": one.on.datetime,
                    }
                )
                for one in event.corrections
            ],
        }
    )  # fmt: skip


def _source(cited: PublicCitation) -> Json:
    source = cited.source
    assert source is not None  # noqa: S101 - for the type checker
    return _said(
        {
            "@type": "CreativeWork",
            "name": source.title,
            "url": source.url,
            "archivedAt": source.archived_url,
            "publisher": _one("Organization", source.publisher),
            "author": _one("Person", source.author),
            "datePublished": None if source.published is None else source.published.datetime,
            "dateCreated": None if source.created is None else source.created.datetime,
        }
    )


def _one(kind: str, name: str | None) -> Json | None:
    return None if name is None else {"@type": kind, "name": name}


def _said(properties: Json) -> Json:
    return {key: value for key, value in properties.items() if value is not None and value != []}
