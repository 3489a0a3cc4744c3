"""Signs an event: writes who, in which role, on which day, and exactly what, into its file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timelines.desk import END, Author, Refused, Saved, save
from timelines.investigation import load
from timelines.publish import folder, signing


class Moved(Exception):
    """What readers would get is not any more what the signer had before them; nothing was written.

    The message is a sentence for the signer.
    """


@dataclass(frozen=True, slots=True)
class Approved:
    """A sign-off as it was written: of which event, its fingerprint, and what the desk saved."""

    event: str
    fingerprint: str
    saved: Saved

    @property
    def file(self) -> str:
        """The file in which it stands."""
        return self.saved.file


def sign(
    root: Path,
    event: str,
    *,
    role: str,
    by: str,
    on: str,
    seen: str | None = None,
    author: Author | None = None,
) -> Approved:
    """Sign what readers would get of an event now, and keep it in the investigation's folder.

    `on` is a day in newsroom EDTF; `seen` is the fingerprint of what the signer had before them.
    A sign-off of the same person in the same role is replaced, any other stays. With an author git
    keeps it as one commit. Raises KeyError for an event that is not there, Moved where it is not
    what was seen, and the desk's Refused, Busy and Conflict.
    """
    investigation = load(root)
    said = signing.content(investigation, event)
    fingerprint = signing.fingerprint(said)
    if seen is not None and seen != fingerprint:
        raise Moved(
            f"“{investigation.event(event).headline}” has changed meanwhile; read it again."
        )
    if not role.strip() or not by.strip():
        raise Refused("A sign-off says in which role and by whom.")
    kept, text = signing.to_keep(said)
    folder.put(root / kept, text.encode("utf-8"))
    same = next(
        (
            one.position
            for one in signing.signatures(investigation, event)
            if signing.same_role(one.role, role) and one.by.casefold() == by.strip().casefold()
        ),
        END,
    )
    written = {"role": role.strip(), "by": by.strip(), "on": on, "fingerprint": fingerprint}
    saved = save(root, "event", event, {("signoffs", same): written}, author=author, files=[kept])
    return Approved(event, fingerprint, saved)
