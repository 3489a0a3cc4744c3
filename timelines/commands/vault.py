"""Who confidential sources are: an encrypted file beside the investigation, for whoever has a key.

  timelines vault PATH key FILE           make a key of your own, outside the investigation
  timelines vault PATH new                make a vault, for one or several public keys
  timelines vault PATH add                write somebody down; prints the token for “vault:”
  timelines vault PATH list               the tokens, and the sources that refer to them
  timelines vault PATH show TOKEN         who that is, on the screen and nowhere else
  timelines vault PATH edit TOKEN         other words in some fields
  timelines vault PATH remove TOKEN       take an entry out
  timelines vault PATH recipients         who can open it; --add and --drop change that
  timelines vault PATH rekey              lock it for other keys from now on

The key's file is named by --key or by TIMELINES_VAULT_KEY. Names and contacts are never words of
a command, for others see those: they are asked for, or come in through standard input, one field
a line (name: …, contact: …, known: …, notes: …). What it protects against, and what it does not,
stands in docs/vault.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from timelines.commands import paths, today
from timelines.commands.refusal import Refusal
from timelines.commands.unlocking import unlock
from timelines.desk.history import note, telling
from timelines.desk.refused import Refused
from timelines.desk.repository import NoHistory, commit, person, repository
from timelines.desk.whereabouts import Files
from timelines.harmless import harmless
from timelines.investigation import Unusable, load
from timelines.vault import FILE, opening, sealing, writing
from timelines.vault.entries import WRITTEN, Entry, Recipient, Vault
from timelines.vault.refused import VaultRefused
from timelines.vault.screen import shown_once
from timelines.vault.tokens import is_token, new_token
from timelines.vault.typed import fields_of

HELP = "who confidential sources are, in an encrypted file"

_ASKED = {
    "name": "Name: ",
    "contact": "How to reach them: ",
    "known": "How we know them: ",
    "notes": "Notes: ",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """The investigation, and what to do with its vault."""
    parser.add_argument("path", metavar="PATH", help="the investigation's folder")
    shelf = parser.add_subparsers(dest="doing", metavar="DO", required=True)

    def sub(
        name: str, do: Callable[[argparse.Namespace, Path], int], *, writes: bool
    ) -> argparse.ArgumentParser:
        one = shelf.add_parser(name)
        one.set_defaults(do=do)
        if name not in ("key", "new"):
            one.add_argument("--key", metavar="FILE", help="your key's file")
        if writes:
            one.add_argument("--by", metavar="NAME", help="your name")
            one.add_argument(
                "--commit", action="store_true", help="have git keep the encrypted file, by --by"
            )
        return one

    sub("key", _make_key, writes=False).add_argument("file", metavar="FILE")
    sub("new", _new, writes=True).add_argument(
        "--recipient", action="append", default=[], metavar="“KEY NAME”"
    )
    sub("add", _add, writes=True)
    sub("list", _list, writes=False)
    show = sub("show", _show, writes=False)
    show.add_argument("token", metavar="TOKEN")
    show.add_argument("--plain", action="store_true", help="also where it is no screen")
    sub("edit", _edit, writes=True).add_argument("token", metavar="TOKEN")
    sub("remove", _remove, writes=True).add_argument("token", metavar="TOKEN")
    recipients = sub("recipients", _recipients, writes=True)
    recipients.add_argument("--add", action="append", default=[], metavar="“KEY NAME”")
    recipients.add_argument("--drop", action="append", default=[], metavar="KEY")
    recipients.add_argument("--without-me", action="store_true")
    rekey = sub("rekey", _rekey, writes=True)
    rekey.add_argument("--recipient", action="append", default=[], metavar="“KEY NAME”")
    rekey.add_argument("--without-me", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Do it, or say in one sentence why not."""
    folder = paths.one(args.path)
    if getattr(args, "commit", False) and not args.by:
        raise Refusal("Whose change is that for git? Give --by with a name.")
    said = None
    try:
        code: int = args.do(args, folder)
    except VaultRefused as refused:
        said = str(refused)
    if said is not None:
        raise Refusal(said)
    if getattr(args, "commit", False):
        _commit(folder, args.by)
    return code


def _make_key(args: argparse.Namespace, folder: Path) -> int:
    file = Path(args.file).expanduser()
    secret, public = sealing.made_key()
    opening.write_key(file, folder, secret, public)
    print(f"Your key lies in {file}. Nobody else may have it, and without it nothing opens.")
    print(f"Its public part, for whoever makes or shares the vault:\n{public}")
    return 0


def _new(args: argparse.Namespace, folder: Path) -> int:
    writing.create(folder, _recipients_of(args.recipient))
    print(f"{FILE} is there, and empty. It opens with {_keys(len(args.recipient))}.")
    return 0


def _add(args: argparse.Namespace, folder: Path) -> int:
    if not args.by:
        raise Refusal("Who writes this down? Give --by with your name.")
    key = unlock(folder, args.key)
    opening.opened(folder, key)
    said = _typed()
    day = today.day(None).isoformat()
    entry = Entry(**{"name": "", **said}, added_by=args.by, added_on=day)
    made: list[str] = []

    def alter(vault: Vault) -> Vault:
        more, token = vault.added(entry, new_token)
        made.append(token)
        return more

    writing.change(folder, key, alter)
    print(f"Write this into the source’s record, and nothing else of them:\nvault: {made[-1]}")
    return 0


def _list(args: argparse.Namespace, folder: Path) -> int:
    vault = opening.opened(folder, unlock(folder, args.key))
    used = _references(folder)
    for token in sorted(vault.entries):
        entry = vault.entries[token]
        sources = ", ".join(used.pop(token, [])) or "no source refers to it"
        print(f"{token}  {entry.added_on}  {harmless(sources)}")
    for token, astray in sorted(used.items()):
        print(f"{token}  is not in the vault: {harmless(', '.join(astray))}")
    if not vault.entries:
        print("The vault is empty.")
    return 0


def _references(folder: Path) -> dict[str, list[str]]:
    try:
        sources = load(folder).sources
    except Unusable:
        return {}
    found: dict[str, list[str]] = {}
    referring = sources[sources["vault"].notna()]
    for token, source in zip(referring["vault"], referring["id"], strict=True):
        found.setdefault(token, []).append(source)
    return found


def _show(args: argparse.Namespace, folder: Path) -> int:
    if not sys.stdout.isatty() and not args.plain:
        raise Refusal(
            "This would not go to a screen but to a file or another program, where it stays. "
            "Nothing was shown; say --plain if that is what you want."
        )
    vault = opening.opened(folder, unlock(folder, args.key))
    entry = vault.entry(_token(args.token))
    lines = [
        f"{name}: {harmless(line)}" if at == 0 else f"  {harmless(line)}"
        for name in (*WRITTEN, "added_by", "added_on")
        for at, line in enumerate(getattr(entry, name).splitlines())
    ]
    if args.plain:
        print("\n".join(lines))
    else:
        shown_once(lines)
    return 0


def _edit(args: argparse.Namespace, folder: Path) -> int:
    key, token = unlock(folder, args.key), _token(args.token)
    opening.opened(folder, key).entry(token)
    changes = _typed(keeping=True)
    if not changes:
        raise Refusal("Nothing was changed.", 1)
    writing.change(folder, key, lambda vault: vault.edited(token, changes))
    print("Changed.")
    return 0


def _remove(args: argparse.Namespace, folder: Path) -> int:
    key, token = unlock(folder, args.key), _token(args.token)
    writing.change(folder, key, lambda vault: vault.removed(token))
    print("Removed. Older copies of the vault, in backups and in git, still hold it.")
    for source in _references(folder).get(token, []):
        print(f"The source “{harmless(source)}” still refers to it.")
    return 0


def _recipients(args: argparse.Namespace, folder: Path) -> int:
    key = unlock(folder, args.key)
    if args.add or args.drop:
        more, gone = _recipients_of(args.add), set(args.drop)

        def alter(vault: Vault) -> Vault:
            unknown = gone - {one.key for one in vault.recipients}
            if unknown:
                raise VaultRefused("One of the keys to drop is none that can open the vault.")
            replaced = gone | {one.key for one in more}
            kept = tuple(one for one in vault.recipients if one.key not in replaced)
            return vault.shared_with((*kept, *more))

        vault = writing.change(folder, key, alter, may_lock_out=args.without_me)
    else:
        vault = opening.opened(folder, key)
    for one in vault.recipients:
        print(f"{one.key} {harmless(one.name)}".rstrip())
    if args.drop:
        print("Whoever is out can still open older copies, in backups and in git.")
    return 0


def _rekey(args: argparse.Namespace, folder: Path) -> int:
    key, recipients = unlock(folder, args.key), _recipients_of(args.recipient)
    writing.change(
        folder,
        key,
        lambda vault: vault.shared_with(recipients or vault.recipients),
        may_lock_out=args.without_me,
    )
    print("Locked anew. Older copies, in backups and in git, still open with the keys of then.")
    return 0


def _recipients_of(said: list[str]) -> tuple[Recipient, ...]:
    """Public keys with whose they are: “age1… E. Ditor”, as in files of public keys."""
    found: dict[str, Recipient] = {}
    for text in said:
        words = text.split()
        size = 2 if words and words[0].startswith("ssh-") else 1
        public, name = " ".join(words[:size]), " ".join(words[size:])
        sealing.recipient(public)
        found[public] = Recipient(public, name)
    return tuple(found.values())


def _keys(count: int) -> str:
    return "one key" if count == 1 else f"any of {count} keys"


def _token(text: str) -> str:
    if not is_token(text):
        raise Refusal("That is no token; it looks like k7dm-q2xw-9rtz-hb4c.")
    return text


def _typed(*, keeping: bool = False) -> dict[str, str]:
    """The fields as they are typed at the terminal, else as they come in."""
    if not sys.stdin.isatty():
        return fields_of(sys.stdin)
    if keeping:
        print("Leave a field empty to keep it as it is; “-” empties it.")
    said = {name: input(_ASKED[name]).strip() for name in WRITTEN}
    if not keeping:
        return said
    return {name: "" if text == "-" else text for name, text in said.items() if text}


def _commit(folder: Path, by: str) -> None:
    """Have git keep the encrypted file; its subject says only that it changed."""
    root = folder.resolve()
    try:
        commit(repository(root), [FILE], person(by), "The vault changed\n")
    except NoHistory as fault:
        print(note(fault, telling(Files(root))), file=sys.stderr)
    except Refused as refused:
        raise Refusal(str(refused)) from None
