"""Turns what a store or the network answers into one sentence for people.

Libraries put addresses, requests and now and then a key into what they raise. None of it is shown:
the answer is only searched for what kind of trouble it is, and the sentence is ours.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from timelines.words import words


class Unreachable(Exception):
    """A place that cannot be read or written; the message is a sentence without any secret."""


_KINDS = (
    ("unknown", ("protocol not known", "unknown protocol")),
    ("bucket", ("nosuchbucket", "bucket does not exist", "invalidbucketname")),
    (
        "credentials",
        (
            "signaturedoesnotmatch",
            "invalidaccesskeyid",
            "expiredtoken",
            "tokenrefreshrequired",
            "invalidtoken",
            "invalidclienttokenid",
            "authfailure",
            "unable to locate credentials",
            "nocredentials",
            "169.254.169.254",
            "unauthenticated",
            "401 unauthorized",
            "authenticationexception",
            "authentication failed",
            "no authentication methods",
            "no existing session",
            "passwordrequired",
        ),
    ),
    ("clock", ("requesttimetooskewed",)),
    ("redirect", ("permanentredirect", "authorizationheadermalformed", "301 moved")),
    ("host", ("badhostkey", "unknownhost", "known_hosts")),
    (
        "permission",
        ("accessdenied", "permissiondenied", "permission denied", "403 forbidden", "forbidden"),
    ),
    ("room", ("no space left", "quota", "entitytoolarge", "507 insufficient")),
    (
        "server",
        (
            "internalerror",
            "slowdown",
            "serviceunavailable",
            "500 internal",
            "502 bad",
            "503 service",
            "504 gateway",
            "server error",
            "reached max retries",
        ),
    ),
    (
        "network",
        (
            "dns error",
            "name or service not known",
            "nodename nor servname",
            "gaierror",
            "connect",
            "timed out",
            "timeouterror",
            "requesttimeout",
            "unreachable",
            "error sending request",
            "http error",
            "network",
            "eoferror",
            "socket is closed",
            "connection",
        ),
    ),
    ("read-only", ("notimplementederror", "notsupported")),
)
"""Kinds of trouble by what is found in an answer, the more telling ones first."""

_BY_TYPE: tuple[tuple[type[BaseException], str], ...] = (
    (ImportError, "package"),
    (PermissionError, "permission"),
    (TimeoutError, "network"),
    (ConnectionError, "network"),
    (NotImplementedError, "read-only"),
    (FileNotFoundError, "bucket"),
)
_BY_NUMBER = {
    errno.ENOSPC: "room",
    errno.EDQUOT: "room",
    errno.EROFS: "permission",
    errno.EACCES: "permission",
}


@contextmanager
def told(name: str, scheme: str) -> Iterator[None]:
    """Whatever goes wrong inside is raised as Unreachable, in a sentence about the place."""
    try:
        yield
    except Unreachable:
        raise
    except Exception as fault:  # noqa: BLE001 - each library has its own; none may reach people
        # “from None”: the answer itself, which may hold a key, is in no traceback either.
        raise Unreachable(sentence(fault, name, scheme)) from None


def sentence(fault: BaseException, name: str, scheme: str) -> str:
    """What went wrong at a place, and what to do about it."""
    return words("en").say(f"target.fault.{kind(fault)}", place=name, scheme=scheme)


def kind(fault: BaseException) -> str:
    """What kind of trouble an exception of any library tells of; `other` where nothing is known."""
    said = "\n".join(_said(fault))
    for name, marks in _KINDS:
        if any(mark in said for mark in marks):
            return name
    number = _BY_NUMBER.get(getattr(fault, "errno", None) or 0)
    by_type = next((name for one, name in _BY_TYPE if isinstance(fault, one)), None)
    return number or by_type or "other"


def _said(fault: BaseException) -> Iterator[str]:
    """Everything an exception and those behind it say, in small letters."""
    seen: BaseException | None = fault
    for _ in range(6):
        if seen is None:
            return
        yield f"{type(seen).__name__} {seen}".lower()
        seen = seen.__cause__ or seen.__context__
