"""The text of a stored e-mail: its headers and its message, never what is attached."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

from timelines.evidence.webpage import visible

HEADERS = ("From", "To", "Cc", "Date", "Subject")
MOST_PARTS = 200


def text(data: bytes) -> list[str]:
    """The headers with the plain message as the first part, what is HTML as further parts."""
    message = message_from_bytes(data, policy=policy.default)
    plain, pages, attached = [], [], []
    for number, part in enumerate(message.walk()):
        if number >= MOST_PARTS:
            break
        if part.get_content_disposition() == "attachment" or part.get_filename() is not None:
            attached.append(f"Attached: {part.get_filename() or 'without a name'}")
        elif part.get_content_type() == "text/plain":
            plain.append(_content(part))
        elif part.get_content_type() == "text/html":
            pages.append(visible(_content(part)))
        elif part.get_content_type() == "message/rfc822" and number:
            plain.append("Forwarded message:")
    head = [line for name in HEADERS for line in _header(message, name)]
    return ["\n".join([*head, *attached, "", *plain]), *pages]


def _header(message: EmailMessage, name: str) -> list[str]:
    return [f"{name}: {' '.join(str(value).split())}" for value in message.get_all(name, [])]


def _content(part: EmailMessage) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):  # It names an encoding that there is not.
        data = part.get_payload(decode=True)
        return data.decode("utf-8", "replace") if isinstance(data, bytes) else ""
