"""The shelf of checks: one file a check; this file finds, runs and documents them.

A module of this folder is a check: its file's name is the check's name, its docstring is the
manual page for an editor, and beside `check(docket)` it has

* `SECTION`: the section of the catalogue, one of `SECTIONS`;
* `LEVEL`: the level it speaks at; `ALSO`, if any: other levels it speaks at in milder cases;
* `FINDS`: a small investigation in which it finds something, and `SILENT`: one or several near
  misses. Both are texts of several files, each under a line `--- events/filed.yaml`; a line
  `--- today` gives the day on which the check is run.

Nothing else lists the checks: drop a file here and it runs, is documented and is tested.
"""

from __future__ import annotations

import gc
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal, get_args

from timelines import waivers
from timelines.docket import Docket
from timelines.evidence.stored import Stored
from timelines.findings import Finding, Level
from timelines.investigation import Investigation
from timelines.vault.entries import Vault

Section = Literal["Reading", "Dates", "Order", "Sourcing", "Fairness", "Words", "Waivers"]
SECTIONS: tuple[Section, ...] = get_args(Section)


@dataclass(frozen=True, slots=True)
class Check:
    """One check as its module has it; `name` is its file's name with hyphens."""

    name: str
    section: Section
    level: Level
    also: tuple[Level, ...]
    manual: str
    finds: str
    silent: tuple[str, ...]
    run: Callable[[Docket], Iterator[Finding]]


@cache
def shelf() -> tuple[Check, ...]:
    """Every check of this folder, by name."""
    stems = sorted(module.name for module in pkgutil.iter_modules(__path__))
    return tuple(_check(stem) for stem in stems)


def _check(stem: str) -> Check:
    module = importlib.import_module(f"{__name__}.{stem}")
    silent = module.SILENT
    return Check(
        name=stem.replace("_", "-"),
        section=module.SECTION,
        level=module.LEVEL,
        also=getattr(module, "ALSO", ()),
        manual=(module.__doc__ or "").strip(),
        finds=module.FINDS,
        silent=(silent,) if isinstance(silent, str) else tuple(silent),
        run=module.check,
    )


def check(
    investigation: Investigation,
    today: date,
    stored: Stored | None = None,
    *,
    vault: Vault | None = None,
) -> list[Finding]:
    """All findings as of `today`, the most harmful first; waived ones are marked as accepted.

    What reading found is among them. The same investigation and day give the same list. `stored`
    are its documents, where they have been read already. With the open `vault` it is also looked
    whether ordinary records say what only the vault may say.
    """
    docket = Docket(investigation, today, vault=vault)
    if stored is not None:
        vars(docket)["stored"] = stored
    return check_docket(docket)


def check_docket(docket: Docket) -> list[Finding]:
    """All findings, as `check` has them, for who goes on with the docket; it keeps what it knows.

    What is found is added to `docket.found`.
    """
    with _uncollected():
        return _checked(docket)


def _checked(docket: Docket) -> list[Finding]:
    names = {one.name for one in shelf()}
    problems = docket.investigation.problems
    docket.found.extend(problem for problem in problems if problem.check not in names)
    for one in shelf():
        if one.section != "Waivers":
            docket.found.extend(one.run(docket))
    # What is said about waivers follows from everything else that was found.
    about = [finding for one in shelf() if one.section == "Waivers" for finding in one.run(docket)]
    judged = [*waivers.applied(docket, docket.found), *about]
    return sorted(judged, key=lambda finding: (finding.harm, finding.event or ""))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps Python from searching everything that is loaded for circles of garbage meanwhile.

    Checks make many small objects and no circles; on large investigations the search took a
    third of their time.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def docs() -> str:
    """The catalogue for `docs/checks.md`: each check's manual, level, case and near misses."""
    parts = [_INTRODUCTION]
    for section in SECTIONS:
        inside = [one for one in shelf() if one.section == section]
        lines = [f"| [`{one.name}`](#{one.name}) | {one.level} | {_first(one)} |" for one in inside]
        parts.append(f"## {_HEADINGS[section]}\n\n| check | level | finds |\n|---|---|---|")
        parts += [*lines, "", *(_page(one) for one in inside)]
    return "\n".join(parts)


_HEADINGS: dict[Section, str] = {
    "Reading": "Reading",
    "Dates": "Dates in themselves",
    "Order": "Order",
    "Sourcing": "Sourcing",
    "Fairness": "Fairness, law, safety",
    "Words": "Names and words",
    "Waivers": "Waivers",
}

_INTRODUCTION = """\
# The checks

<!-- Written by the program from the checks themselves: change them, not this page. -->

A check says in one sentence which facts clash and what would settle it. It never accuses on a
maybe: where the dates leave room for an innocent reading, it asks or stays silent. Its level says
what follows:

* **block**: nothing may be published while it stands; it cannot be waived;
* **error**: put it right, or accept it by name and with a reason;
* **warning**: look at it before readers do;
* **question**: worth a call.

A finding that stands for good reason is accepted in the event itself, and is shown as accepted
from then on:

```yaml
waivers:
  - check: single-source
    because: The county has only one clerk who saw the file.
    by: R. Ortiz
    on: 2021-11-02
    until: 2022-01-31
```

The cases below are run as tests. Where a case has no `investigation.yaml`, its zone is
America/Chicago; where it names no day, it is looked at on 1 December 2021.
"""


def _first(one: Check) -> str:
    """The first sentence of its manual."""
    return one.manual.partition("\n")[0]


def _page(one: Check) -> str:
    levels = f"**{one.level}**"
    if one.also:
        levels += " or, in milder cases, " + " or ".join(f"**{level}**" for level in one.also)
    cases = [f"It finds something in\n\n```yaml\n{one.finds.strip()}\n```\n"]
    cases += [f"and stays silent on\n\n```yaml\n{text.strip()}\n```\n" for text in one.silent]
    return f"### `{one.name}`\n\nLevel: {levels}\n\n{one.manual}\n\n" + "\n".join(cases)
