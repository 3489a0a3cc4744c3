"""The shelf of commands: one file a command, named after it.

A command is a module with HELP (one line), `arguments(parser)` and `run(args) -> exit code`.
"""

SHARED = frozenset({"delivery", "refusal", "paths", "paper", "today", "unlocking"})
"""Modules here that several commands share and that are none themselves."""
