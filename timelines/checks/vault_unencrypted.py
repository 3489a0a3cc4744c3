"""A vault lies in the folder in the clear, or the key that opens it lies beside it.

Who a confidential source is stands in `vault.age` and nowhere else, and that file is encrypted. A
draft or a backup of it that anybody can read (`vault.yaml`, `vault.txt`, `vault.age.bak`), a
`vault.age` that somebody wrote with a text editor, and a secret key in the same folder give
everything away to whoever gets a copy of the folder. What is called “vault” is known as encrypted
by how it begins; public keys alone are no secret.
"""

from collections.abc import Iterator

from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.vault.astray import Astray, astray

SECTION = "Sourcing"
LEVEL: Level = "block"

FINDS = """
--- events/met.yaml
headline: A worker of the harbor meets a reporter.
date: 2023-05-16
--- vault.txt
The worker is Robin Example.
"""
SILENT = (
    FINDS.replace("vault.txt", "vault.age").replace(
        "The worker is Robin Example.",
        "-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3Yx\n"
        "-----END AGE ENCRYPTED FILE-----",
    ),
    FINDS.replace("vault.txt", "evidence/vault-door.txt"),
    FINDS.replace("The worker is Robin Example.", "# Who can open the vault\nage1example"),
)

_OUT = "Take it out of the folder, of the history and of the backups."
_SAYS = {
    "plain": ("“{file}” is called a vault and is not encrypted: anybody can read it.", _OUT),
    "marked": ("“{file}” holds what stands in a vault, and is not encrypted.", _OUT),
    "empty": (
        "“{file}” is empty: a vault that was lost, or never was one.",
        "Put the last good copy in its place, or take it away.",
    ),
    "key": (
        "“{file}” holds a secret key: whoever gets a copy of the folder opens the vault.",
        "Move it out of the folder, and lock the vault for a new key.",
    ),
}


def check(docket: Docket) -> Iterator[Finding]:
    """Every such file, whether or not there is a vault: one a file."""
    for one in astray(docket.investigation.path):
        yield _finding(one)


def _finding(one: Astray) -> Finding:
    message, settles = _SAYS[one.why]
    return Finding(
        check="vault-unencrypted",
        level=LEVEL,
        message=message.format(file=one.file),
        file=one.file,
        identity=(one.file, one.why),
        settles=settles,
    )
