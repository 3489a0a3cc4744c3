"""How the app is served: this machine only, one host name, a strict policy for the browser."""

from __future__ import annotations

import base64
import hashlib
import logging
import mimetypes
import os
import re
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

from components import previews
from components.template import render
from timelines.words import words

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
SWITCHED_OFF = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")


def in_script() -> bool:
    """Whether this is a run of the script for somebody's browser, not the start of the server."""
    return get_script_run_ctx(suppress_warning=True) is not None


def guarded(app: ASGIApp, framed_by: str = "'self'") -> ASGIApp:
    """The application behind the Host check, with the headers below on every response.

    `framed_by` are the origins whose pages may put it into a frame, as CSP writes them.

    A request whose Host is not in `server.allowedHosts` is answered with 421, so that a page
    elsewhere cannot reach this server under a name of its own (DNS rebinding).
    """

    async def serve(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(headers(framed_by))
            await send(message)

        if scope["type"] == "http" and not is_host_allowed(Headers(scope=scope).get("host")):
            refusal = PlainTextResponse("This server does not answer to that name.", 421)
            await refusal(scope, receive, send_guarded)
        else:
            await app(scope, receive, send_guarded)

    return serve


MIDDLEWARE = (Middleware(guarded),)

FRAMED_BY = "TIMELINES_FRAMED_BY"
_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?")


def for_readers() -> tuple[Middleware, ...]:
    """The same for readers: the newsroom's own pages may frame it, by their origins.

    They are named in TIMELINES_FRAMED_BY, blanks between them: `https://paper.example`. What is
    no origin is left out, so that nobody opens the door by a slip.
    """
    named = os.environ.get(FRAMED_BY, "").split()
    origins = [one for one in named if _ORIGIN.fullmatch(one)]
    return (Middleware(guarded, framed_by=" ".join(["'self'", *origins])),)


def preview(request: Request) -> Response:
    """A file of what readers would get, as long as the desk looks at it."""
    name = request.path_params["name"] or "index.html"
    data = previews.file(request.path_params["token"], name)
    if data is None:
        return PlainTextResponse("This preview is over: open the page Publish again.", 404)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Response(data, media_type=kind, headers={"Cache-Control": "no-store"})


ROUTES = (Route(f"{previews.PATH}/{{token}}/{{name:path}}", preview),)


@cache
def headers(framed_by: str = "'self'") -> dict[str, str]:
    """The security headers of every response, whatever it carries."""
    alone = framed_by == "'self'"
    return {
        "Content-Security-Policy": policy(framed_by),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin" if alone else "cross-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in SWITCHED_OFF),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        **({"X-Frame-Options": "SAMEORIGIN"} if alone else {}),
    }


def policy(framed_by: str = "'self'") -> str:
    """The Content-Security-Policy: nothing from elsewhere, no inline script, no `eval`.

    `blob:` is how Streamlit loads a component's own script; styles written by Streamlit and
    Plotly while they draw are the one thing that cannot do without 'unsafe-inline'.
    """
    scripts = " ".join(["'self'", "blob:", *_own_inline_scripts()])
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "media-src 'self'",
            "worker-src 'self' blob:",
            "frame-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            f"frame-ancestors {framed_by}",
        )
    )


def _own_inline_scripts() -> list[str]:
    """The hash of each inline script in the page that Streamlit itself delivers."""
    page = Path(st.__file__).parent / "static" / "index.html"
    found = INLINE_SCRIPT.findall(page.read_text(encoding="utf-8"))
    digests = (hashlib.sha256(script.encode()).digest() for script in found)
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


def explain(exception: Exception) -> bool:
    """Tell the person in a sentence that the program failed; the terminal has the details."""
    logging.getLogger("timelines").error("The page could not be drawn", exc_info=exception)
    st.html(render("trouble.html", words=words("en")))
    return True
