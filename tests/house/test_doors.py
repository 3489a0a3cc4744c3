"""Every library has one door, and data flows one way."""

from __future__ import annotations

from functools import cache

import pytest

from tests.house.imports import ROOT, Import, imports, sources


@cache
def every() -> tuple[Import, ...]:
    """Every import of the product; read for the first test that asks, not for all who start."""
    return tuple(one for path in sources() for one in imports(path))


DOORS = {
    "streamlit": ("app.py", "reader.py", "components/"),
    "plotly": ("components/views/",),
    "yaml": ("timelines/yamlfile.py",),
    "pydantic": ("timelines/records", "timelines/schema.py", "timelines/reading"),
    "markdown_it": ("timelines/prose.py", "components/prose.py"),
    "dateutil": ("timelines/dates/",),
    "zoneinfo": ("timelines/dates/", "timelines/records", "timelines/commands/new.py"),
    "openpyxl": ("timelines/intake/workbooks.py", "timelines/exports/xlsx.py"),
    "defusedxml": ("timelines/imports/simile.py",),
    "starlette": ("app.py", "reader.py", "components/serving"),
    "pypdfium2": ("timelines/evidence/pdf.py",),
    "docx": ("timelines/proof/formats/docx.py", "timelines/exports/docx.py"),
    "pyrage": ("timelines/vault/",),
    "PIL": (
        "timelines/publish/pictures.py",
        "timelines/publish/page/share.py",
        "timelines/evidence/",
    ),
    "fsspec": ("timelines/publish/targets/remote.py",),
    "obstore": ("timelines/publish/targets/s3.py",),
    "paramiko": ("timelines/publish/targets/known_hosts.py",),
}

FLOORS = (
    ("timelines.findings", "timelines.tables", "timelines.dates", "timelines.yamlfile"),
    ("timelines.records",),
    ("timelines.investigation",),
    ("timelines.network",),
    ("timelines.checks",),
    ("timelines.commands", "timelines.cli"),
)
"""From the ground up: a floor may stand on those before it, never on one behind it."""


def _floor(module: str) -> int | None:
    for level, names in enumerate(FLOORS):
        if any(module == name or module.startswith(f"{name}.") for name in names):
            return level
    return None


def _module(one: Import) -> str:
    return one.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


@pytest.mark.parametrize("library", sorted(DOORS))
def test_a_library_comes_in_by_its_door(library: str) -> None:
    """A programmer finds everything about one library in the place that is named for it."""
    doors = DOORS[library]
    strays = [
        f"{one.file}:{one.line}"
        for one in every()
        if one.name.split(".")[0] == library and not one.file.startswith(doors)
    ]
    assert strays == []


def test_views_know_no_page() -> None:
    """A figure can be drawn without a browser or a running app."""
    strays = [
        f"{one.file}:{one.line}"
        for one in every()
        if one.file.startswith("components/views/")
        and one.name.startswith(("components.", "streamlit"))
        and not one.name.startswith("components.views")
    ]
    assert strays == []


def test_what_is_true_knows_no_screen() -> None:
    """The rules about investigations never depend on how they are shown."""
    strays = [
        f"{one.file}:{one.line} {one.name}"
        for one in every()
        if one.file.startswith("timelines/")
        and one.name.split(".")[0] in ("components", "app", "streamlit", "plotly")
    ]
    assert strays == []


def test_arrows_point_down() -> None:
    """Inside the package, each floor stands only on the floors below it."""
    strays = []
    for one in every():
        here, there = _floor(_module(one)), _floor(one.name)
        if here is not None and there is not None and there > here and not one.typing_only:
            strays.append(f"{one.file}:{one.line} {one.name}")
    assert strays == []


def test_there_is_no_clock_chance_or_network_in_the_rules() -> None:
    """The same files give the same findings on every machine and every day."""
    forbidden = {"random", "secrets", "socket", "http", "requests", "httpx", "time"}
    strays = [
        f"{one.file}:{one.line} {one.name}"
        for one in every()
        if one.file.startswith("timelines/")
        and (one.name.split(".")[0] in forbidden or one.name.startswith("urllib.request"))
    ]
    clocks = [
        path.relative_to(ROOT).as_posix()
        for path in sources()
        if path.is_relative_to(ROOT / "timelines")
        and any(word in path.read_text() for word in ("now(", ".today()", "utcnow("))
    ]
    assert strays == []
    assert clocks == ["timelines/commands/today.py"]
