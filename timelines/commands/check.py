"""Prints all findings on an investigation: what does not hold, who says so, what would settle it.

Exit code 0: nothing at error or worse; 1: something; 2: it could not be used at all.
--level filters what is shown, not the exit code. --today looks at it as of another day. Where
TIMELINES_VAULT_KEY names a key's file, it is also looked whether ordinary records say what only the
vault may say; findings tell where, and never what.
"""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from timelines import checks, formats
from timelines.commands import paths
from timelines.commands.paper import paper
from timelines.commands.today import day
from timelines.findings import LEVELS, Finding
from timelines.formats import Report
from timelines.investigation import Unusable, load
from timelines.vault import VARIABLE, exists
from timelines.vault.entries import Vault
from timelines.vault.refused import VaultRefused

HELP = "all findings: what does not hold, and who says so"

HARMFUL = frozenset({"block", "error"})


def arguments(parser: argparse.ArgumentParser) -> None:
    """The investigation, the form of the findings, the least level shown, and the day."""
    parser.add_argument(
        "path", metavar="PATH", help="an investigation's folder, or a folder of them"
    )
    parser.add_argument("--format", choices=formats.names(), default="text")
    parser.add_argument("--level", choices=LEVELS, help="show this level and worse")
    parser.add_argument("--today", metavar="DATE", help="look at it as of this day: 2021-12-01")


def run(args: argparse.Namespace) -> int:
    """Print the findings of every investigation under PATH."""
    folders, several = paths.investigations(args.path)
    today = day(args.today)
    status = 0
    reports = []
    for folder in folders:
        title, findings, code = _examined(folder, today)
        status = max(status, code)
        shown = [finding for finding in findings if _shown(finding, args.level)]
        reports.append(Report(folder.resolve().name, folder.as_posix(), title, shown))
    sheet = paper()
    text = formats.render(
        args.format, reports, several=several, width=sheet.width, styled=sheet.styled
    )
    print(text, end="")
    return status


def _examined(folder: Path, today: date) -> tuple[str | None, list[Finding], int]:
    """The title, all findings, and the exit code of one investigation."""
    try:
        investigation = load(folder)
    except Unusable as unusable:
        return None, list(unusable.findings), 2
    findings = checks.check(investigation, today, vault=_vault(folder))
    standing = any(one.level in HARMFUL and one.accepted is None for one in findings)
    return investigation.heading.title or investigation.slug, findings, int(standing)


def _vault(folder: Path) -> Vault | None:
    """The open vault, where there is one and a key was given for it; else None, with the reason."""
    if not exists(folder) or not os.environ.get(VARIABLE, "").strip():
        return None
    try:
        from timelines.commands.unlocking import opened  # the library is loaded only for a vault

        return opened(folder)
    except VaultRefused as refused:
        print(f"{folder}: {refused}", file=sys.stderr)
    return None


def _shown(finding: Finding, least: str | None) -> bool:
    return least is None or LEVELS.index(finding.level) <= LEVELS.index(least)
