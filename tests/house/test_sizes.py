"""Files and functions stay small enough to be read at one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.imports import ROOT, nodes, sources

LONGEST_FILE = 400
LONGEST_FUNCTION = 60


def test_no_file_hides_a_second_idea() -> None:
    """A programmer can read any file of the product in a few minutes."""
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in sources()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function, its docstring left out."""
    first = function.body[0]
    told = ast.get_docstring(function) is not None
    manual = (first.end_lineno or 0) - first.lineno + 1 if told else 0
    return (function.end_lineno or 0) - function.lineno + 1 - manual


def test_no_function_runs_over_a_page() -> None:
    """A programmer sees the whole of any function at once."""
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in sources()
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and _length(node) >= LONGEST_FUNCTION
    ]
    assert long == []


def _manual(path: Path) -> str | None:
    module = nodes(path)[0]
    assert isinstance(module, ast.Module)
    return ast.get_docstring(module)


def test_every_file_says_what_it_is_for() -> None:
    """The first line of every file is a sentence about its purpose."""
    silent = [
        path.relative_to(ROOT).as_posix() for path in sources() if not (_manual(path) or "").strip()
    ]
    assert silent == []


def test_every_test_says_what_must_hold() -> None:
    """A failing test tells in a sentence what is broken, and for whom."""
    silent = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_no_file_is_named_after_nothing() -> None:
    """The folder listing is the feature list: no drawer for odds and ends."""
    drawers = {"utils", "helpers", "core", "manager", "base", "misc", "common", "util"}
    assert [str(path) for path in sources() if path.stem in drawers] == []
