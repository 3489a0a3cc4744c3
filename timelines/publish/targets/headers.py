"""What a server tells browsers about each published file: its type, and how long it may be kept."""

from __future__ import annotations

from pathlib import PurePosixPath

from timelines.publish.publication import BY_CONTENT

FOR_EVER = "public, max-age=31536000, immutable"
"""For names that are made of the file's bytes: what lies there never changes."""
FOR_A_MINUTE = "public, max-age=60, stale-while-revalidate=600"
"""For fixed names: a correction reaches every reader within minutes, and nobody waits for it."""

_NAMED = {
    "feed.json": "application/feed+json; charset=utf-8",
    "timeline.schema.json": "application/schema+json; charset=utf-8",
}
_BY_ENDING = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
}


def content_type(path: str) -> str:
    """The media type of a published path, with its charset where it is text.

    The table is our own: that of the operating system differs from one computer to the next.
    """
    place = PurePosixPath(path)
    found = _NAMED.get(place.name) or _BY_ENDING.get(place.suffix.lower())
    return found or "application/octet-stream"


def cache_control(path: str) -> str:
    """How long browsers and caches may keep a published path (RFC 9111, RFC 5861, RFC 8246)."""
    return FOR_EVER if path.startswith(BY_CONTENT) else FOR_A_MINUTE
