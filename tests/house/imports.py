"""Reads which modules import which, from the code as text: nothing is run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Import:
    """One import: the file it stands in, its line, and the dotted name imported."""

    file: str
    line: int
    name: str
    typing_only: bool


def sources() -> list[Path]:
    """Every Python file of the product, tests and benchmarks left out."""
    found = [ROOT / "app.py"]
    for package in ("timelines", "components"):
        found += sorted((ROOT / package).rglob("*.py"))
    return [path for path in found if path.exists()]


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in a Python file as it is parsed, the whole module first."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports(path: Path) -> Iterator[Import]:
    """Every import of a file, those inside functions too."""
    guarded = {
        id(inner)
        for node in nodes(path)
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        for inner in ast.walk(node)
    }
    file = path.relative_to(ROOT).as_posix()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(file, node.lineno, alias.name, id(node) in guarded)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(path, node)
            for alias in node.names:
                yield Import(file, node.lineno, f"{base}.{alias.name}", id(node) in guarded)


def _absolute(path: Path, node: ast.ImportFrom) -> str:
    if node.level == 0:
        return node.module or ""
    package = path.relative_to(ROOT).with_suffix("").parts[: -node.level]
    return ".".join([*package, *([node.module] if node.module else [])])
