"""Git keeps a vault in the clear, or is about to.

What was committed once stays: taking the file away, or encrypting it the day after, leaves the
first version in every copy of the repository. The commits of all branches are looked through, and
those that branches once stood at; also a file in the clear that the next commit may take along,
because git is not told to leave it alone. An encrypted `vault.age` may be committed.
"""

from collections.abc import Iterator

from timelines.docket import Docket
from timelines.findings import Finding, Level
from timelines.vault.buried import Buried, buried

SECTION = "Sourcing"
LEVEL: Level = "block"

FINDS = """
--- .git/HEAD
ref: refs/heads/main
--- .git/objects/.keep
--- .git/refs/.keep
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
    FINDS + "--- .gitignore\nvault.*\n",
    FINDS.replace("--- .git/", "--- elsewhere/"),
)


def check(docket: Docket) -> Iterator[Finding]:
    """Every such file: one a path, with the newest commit that holds it in the clear."""
    for one in buried(docket.investigation.path):
        yield _finding(one)


def _finding(one: Buried) -> Finding:
    if one.commit is None:
        message = f"“{one.file}” is a vault in the clear, and the next commit may take it along."
        settles = "Take it out of the folder; encrypt it as “vault.age”."
    else:
        message = (
            f"Git keeps “{one.file}” in the clear, as of commit “{one.commit[:9]}”: every copy of "
            "the repository has it."
        )
        settles = (
            "Have the history rewritten without it, and every copy replaced; those who had one "
            "know what it says, so tell the source."
        )
    return Finding(
        check="vault-in-history",
        level=LEVEL,
        message=message,
        file=one.file,
        identity=(one.file,),
        settles=settles,
    )
