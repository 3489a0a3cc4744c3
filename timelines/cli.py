"""The command line: finds the command asked for on its shelf, reads its arguments, runs it."""

from __future__ import annotations

import argparse
import importlib
import keyword
import os
import pkgutil
import sys
from collections.abc import Sequence
from typing import Protocol, TextIO, cast

from timelines import commands
from timelines.commands.refusal import Refusal
from timelines.vault import KeyHanded, refuse_key

FOUND_SOMETHING = 1
UNUSABLE = 2


class Command(Protocol):
    """What every module on the shelf of commands has.

    One that has KEYLESS, the first words of a sentence (“Publishing”), makes what may leave the
    desk: it is not run in a place that holds the vault's key.
    """

    HELP: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare what may stand behind the command's name."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it, and return the exit code: 0, 1 for findings or a refusal, 2 for unusable."""


def names() -> list[str]:
    """Every command, by name: the modules on the shelf that are not helpers of it.

    A module whose name would be a word of Python's has an underscore behind it: `import_`.
    """
    return sorted(
        module.name.rstrip("_")
        for module in pkgutil.iter_modules(commands.__path__)
        if module.name not in commands.SHARED
    )


def command(name: str) -> Command:
    """The module behind a command's name."""
    module = f"{name}_" if keyword.iskeyword(name) else name
    return cast(Command, importlib.import_module(f"timelines.commands.{module}"))


def parser(only: str | None = None) -> argparse.ArgumentParser:
    """The parser for all commands, or quickly for one: the others are not even imported."""
    top = argparse.ArgumentParser(
        prog="timelines",
        description="Timelines for newsroom investigations: sourced, honest about dates, checked.",
    )
    shelf = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in names() if only is None else [only]:
        module = command(name)
        sub = shelf.add_parser(name, help=module.HELP, description=(module.__doc__ or "").strip())
        sub.formatter_class = argparse.RawDescriptionHelpFormatter
        module.arguments(sub)
        sub.set_defaults(run=module.run, keyless=getattr(module, "KEYLESS", None))
    return top


def help_of(name: str) -> str:
    """The help text of one command, 96 columns wide, for the documentation."""
    sub = argparse.ArgumentParser(
        prog=f"timelines {name}",
        description=(command(name).__doc__ or "").strip(),
        formatter_class=lambda prog: argparse.RawDescriptionHelpFormatter(prog, width=96),
    )
    command(name).arguments(sub)
    return sub.format_help()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; what goes wrong is said in a sentence, never as a traceback.

    Exit codes: 0 done, 1 findings at error or worse or a refusal, 2 could not be used at all.
    TIMELINES_DEBUG=1 in the environment shows the traceback to a programmer.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    asked = words[0] if words and words[0] in names() else None
    try:
        args = parser(asked).parse_args(words)
        if args.keyless is not None:
            refuse_key(os.environ, args.keyless)
        return int(args.run(args))
    except KeyHanded as handed:
        print(handed, file=sys.stderr)
        return FOUND_SOMETHING
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return refusal.code
    except BrokenPipeError:
        _forget(sys.stdout)
        return 0
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return 130
    except Exception as fault:
        if os.environ.get("TIMELINES_DEBUG") == "1":
            raise
        print(_apology(fault), file=sys.stderr)
        return UNUSABLE


def _apology(fault: Exception) -> str:
    return (
        f"The program itself failed ({type(fault).__name__}); your files are as they were. "
        "Please tell whoever looks after it; TIMELINES_DEBUG=1 shows where."
    )


def _forget(stream: TextIO) -> None:
    """Keep Python from complaining at exit that nobody reads the output any more."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, stream.fileno())
