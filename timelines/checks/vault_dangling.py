"""A source refers to an entry that is not in the vault, or to a vault that is not here.

Who that is may be lost: the entry was taken out, the reference was copied wrongly, or `vault.age`
never came along with the folder. That there is no vault is seen by everybody; that an entry is
missing only by `check` with the key.
"""

from collections.abc import Iterator

from timelines import facts
from timelines.docket import Docket, Row
from timelines.findings import Finding, Level
from timelines.vault import FILE, exists

SECTION = "Sourcing"
LEVEL: Level = "warning"

FINDS = """
--- sources.yaml
id: harbor-worker
kind: interview
title: What a harbor worker told us
terms: on-background
label: a harbor worker
vault: k7dm-q2xw-9rtz-hb4c
"""
SILENT = (
    FINDS.replace("vault: k7dm-q2xw-9rtz-hb4c\n", ""),
    FINDS + "--- vault.age\n-----BEGIN AGE ENCRYPTED FILE-----\n"
    "YWdlLWVuY3J5cHRpb24ub3JnL3Yx\n-----END AGE ENCRYPTED FILE-----\n",
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every source whose entry is missing: with the key, or where there is no vault at all."""
    there = exists(docket.investigation.path)
    for row in docket.sources.values():
        if row.vault is None:
            continue
        if not there:
            yield _finding(docket, row, f"refers to the vault, and there is no “{FILE}” here")
        elif docket.vault is not None and row.vault not in docket.vault.entries:
            yield _finding(docket, row, "refers to an entry that the vault does not have")


def _finding(docket: Docket, row: Row, why: str) -> Finding:
    return facts.on_source(
        docket,
        row.id,
        "vault",
        check="vault-dangling",
        level=LEVEL,
        message=f"A source {why}.",
        identity=(row.id, row.vault),
        settles="Ask who added it; look into an older copy of the vault.",
    )
