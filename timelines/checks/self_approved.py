"""The same person wrote an event and signed it as editor.

Four eyes see more than two. Who wrote it is the author, in git's history, of the last change of
what readers get; a commit that only signs, waives or takes a note is none. Where git does not know
it, it is whoever signed in another role than editor or lawyer. A second editor who signs settles
it.
"""

from collections.abc import Iterator, Mapping

from timelines import facts
from timelines.docket import Docket
from timelines.findings import Finding, Level, Related
from timelines.publish import authorship, signing
from timelines.publish.signing import Signature, same_role

SECTION = "Fairness"
LEVEL: Level = "block"

FINDS = """
--- events/filed.yaml
headline: The mayor files a complaint.
date: 2021-10-15
visibility: public
signoffs:
  - {role: reporter, by: R. Porter, on: 2021-10-16, fingerprint: 5f1d7a84c09be236}
  - {role: editor, by: r. porter, on: 2021-10-16, fingerprint: 5f1d7a84c09be236}
"""
SILENT = (
    FINDS.replace("r. porter", "E. Ditor"),
    FINDS + "  - {role: editor, by: E. Ditor, on: 2021-10-16, fingerprint: 5f1d7a84c09be236}\n",
    FINDS.replace("visibility: public", "visibility: internal"),
)

_READERS = ("editor", "lawyer")
"""Roles of those who read what others wrote."""


def check(docket: Docket) -> Iterator[Finding]:
    """Every public event whose only editors are those who wrote it."""
    signed = {
        event: editors
        for event in docket.events
        if event in docket.public and (editors := _editors(docket, event))
    }
    writers = _writers(docket, signed)
    for event, editors in signed.items():
        writer = writers.get(event)
        if writer is None:
            wrote = _by_role(docket, event, editors)
        else:
            wrote = [one for one in editors if writer.is_called(one.by)]
        if len(wrote) == len(editors):
            yield _finding(docket, event, editors[-1])


def _editors(docket: Docket, event: str) -> tuple[Signature, ...]:
    """Those who signed it as editor, as it is now; if nobody did, as it was."""
    if event not in docket.signoffs:
        return ()
    every = [
        one
        for one in signing.signatures(docket.investigation, event)
        if same_role(one.role, "editor")
    ]
    return tuple([one for one in every if one.valid] or every)


def _writers(
    docket: Docket, signed: Mapping[str, tuple[Signature, ...]]
) -> Mapping[str, authorship.Author | None]:
    """Who wrote each event by git; None where git has it and does not know who wrote it as it is.

    Of an event whose editors never committed anything here, it is anybody else.
    """
    history = authorship.history(docket.investigation.path) if signed else None
    if history is None:
        return {}
    kept = [event for event in signed if docket.events[event].file in history.versions]
    suspects = [
        event
        for event in kept
        if any(author.is_called(one.by) for author in history.authors for one in signed[event])
    ]
    found = dict.fromkeys(kept, authorship.SOMEBODY) | history.writers(
        docket.investigation, suspects
    )
    for event, writer in found.items():
        # Nobody is accused for having moved a file.
        if writer is not None and any(writer.is_called(one.by) for one in signed[event]):
            found[event] = history.writer(docket.investigation, event)
    return found


def _by_role(docket: Docket, event: str, editors: tuple[Signature, ...]) -> list[Signature]:
    """Those of them who signed it as somebody who writes, too."""
    writers = [
        row.by.casefold().split()
        for row in docket.signoffs[event]
        if not any(same_role(row.role, role) for role in _READERS)
    ]
    return [one for one in editors if one.by.casefold().split() in writers]


def _finding(docket: Docket, event: str, signature: Signature) -> Finding:
    row = docket.events[event]
    line = row.line if signature.line is None else signature.line
    by = facts.quotable(signature.by)
    return Finding(
        check="self-approved",
        level=LEVEL,
        message=f"“{by}” wrote {facts.headline(docket, event)} and signed it as editor.",
        event=event,
        file=row.file,
        line=line,
        related=(Related(f"“{by}” signed as editor.", event, row.file, line),),
        identity=(signature.by,),
        settles="Somebody who did not write it reads it and signs as editor.",
    )
