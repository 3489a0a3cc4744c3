"""Who signed an event, whether for the words that stand there today, and what changed since."""

from __future__ import annotations

from collections.abc import Iterable

from timelines.docket import Docket
from timelines.proof.rows import Signed, Standing, clean
from timelines.publish import signing
from timelines.publish.citing import day, read
from timelines.words import Words


def signed(docket: Docket, event: str, words: Words) -> tuple[Signed, ...]:
    """Every role that must sign, with the last who did, then whoever signed beyond that."""
    investigation = docket.investigation
    every = signing.signatures(investigation, event)
    shown: list[signing.Signature] = []
    found = []
    for role in investigation.heading.signoffs:
        own = [one for one in every if signing.same_role(one.role, role)]
        best = [one for one in own if one.valid] or own
        shown += best[-1:]
        found.append(_signed(docket, best[-1], words) if best else _nobody(role, words))
    more = [
        one
        for one in every
        if not any(signing.same_role(one.role, role) for role in investigation.heading.signoffs)
    ]
    return (*found, *(_signed(docket, one, words) for one in more))


def _nobody(role: str, words: Words) -> Signed:
    return Signed(
        clean(role), None, None, "missing", words.say("proof.signed.missing", role=clean(role))
    )


def _signed(docket: Docket, one: signing.Signature, words: Words) -> Signed:
    heading = docket.investigation.heading
    when = read(heading, one.on)
    on = clean(one.on if when is None else day(heading, when).words)
    key = "holds" if one.valid else "changed"
    role, by = clean(one.role), clean(one.by)
    said = words.say(f"proof.signed.{key}", role=role, by=by, on=on)
    return Signed(role, by, on, "holds" if one.valid else "changed", said)


def standing(every: Iterable[Signed], required: int) -> Standing:
    """How an event stands, `every` beginning with the roles required."""
    holds = [one.holds for one in list(every)[:required]]
    if not holds:
        return "open"
    if "missing" in holds:
        return "unsigned"
    return "changed" if "changed" in holds else "signed"


def changes(docket: Docket, event: str, words: Words) -> tuple[str, ...]:
    """What differs from what was signed, one sentence a part, for each signature that fell off."""
    found: dict[str, None] = {}
    for one in signing.outdated(docket.investigation, event):
        differences = signing.since(docket.investigation, event, one)
        who = clean(one.by)
        if differences is None:
            found[words.say("proof.signed.not_kept", by=who)] = None
        for each in differences or ():
            found[clean(words.say("proof.signed.since", by=who, what=each.in_words()))] = None
    return tuple(found)
