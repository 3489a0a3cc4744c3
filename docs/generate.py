"""Writes the generated pages of the documentation from the code that they describe."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from timelines import checks, cli, exports, imports, schema, tables
from timelines.dates import phrases

FOLDER = Path(__file__).resolve().parent

NOTE = "<!-- Written by `make docs` from the code: change that, not this page. -->\n"


def commands() -> str:
    """Every command with its own help text."""
    parts = ["# Commands\n", NOTE]
    for name in cli.names():
        parts.append(f"## timelines {name}\n\n```text\n{cli.help_of(name).strip()}\n```\n")
    return "\n".join(parts)


def columns() -> str:
    """Every table with its columns, types and units."""
    parts = [
        "# Tables\n",
        NOTE,
        (
            "An investigation is loaded into these pandas tables. Instants are microseconds in "
            "UTC; spans are half-open: the first possible instant, and the first impossible one. "
            "A missing instant is unbounded; a missing text was not said.\n"
        ),
    ]
    for table in tables.TABLES:
        parts.append(f"## {table.name}\n\nA row is {table.row}.\n")
        parts.append("| column | type | meaning |\n|---|---|---|")
        parts += [
            f"| `{column.name}` | `{tables.DTYPES[column.kind]}` | {column.meaning} |"
            for column in table.columns
        ]
        parts.append("")
    return "\n".join(parts)


def export_schema() -> str:
    """The JSON Schema of `timelines export --as json`."""
    return json.dumps(exports.schema(), ensure_ascii=False, indent=1) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "tables.md": columns,
    "checks.md": checks.docs,
    "format.md": schema.docs,
    "phrases.md": phrases.docs,
    "imports.md": imports.docs,
    "exports.md": exports.docs,
    "export.schema.json": export_schema,
}


def main() -> None:
    """Write every generated page."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
