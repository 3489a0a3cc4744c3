"""Frames that keep a table's contract: built from columns, checked, and gone through by row."""

from __future__ import annotations

from collections import defaultdict, namedtuple
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import numpy as np
import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]

Kind = Literal["text", "count", "flag", "instant"]

DTYPES: dict[Kind, str] = {
    "text": "str",
    "count": "Int64",
    "flag": "bool",
    "instant": "datetime64[us, UTC]",
}
"""Instants are microseconds in UTC; a missing instant means unbounded. A missing text is NaN."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its kind, and what a cell of it means."""

    name: str
    kind: Kind
    meaning: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table of an investigation: what a row is, and its columns in order."""

    name: str
    row: str
    columns: tuple[Column, ...]


def build(table: Table, columns: Mapping[str, Sequence[Any] | pd.Series[Any]]) -> pd.DataFrame:
    """The table's frame from one sequence a column; instants are microseconds since 1970, or None.

    A column that already is a Series of its type is taken as it is. The dtypes are the same for
    an empty table as for a full one. Raises KeyError for a missing column, and ValueError for one
    that the contract does not know.
    """
    unknown = sorted(set(columns) - {column.name for column in table.columns})
    if unknown:
        raise ValueError(f"{table.name} has no column {', '.join(unknown)}")
    if not any(len(columns[column.name]) for column in table.columns):
        return _empty(table).copy(deep=False)  # pandas copies what is written to
    return pd.DataFrame(
        {column.name: _array(columns[column.name], column.kind) for column in table.columns},
        copy=False,
    )


@cache
def _empty(table: Table) -> pd.DataFrame:
    return pd.DataFrame({column.name: _array((), column.kind) for column in table.columns})


def _array(values: Sequence[Any] | pd.Series[Any], kind: Kind) -> Any:
    if isinstance(values, pd.Series):
        return values
    if kind == "instant":
        whole = np.array([_UNBOUNDED if value is None else value for value in values], "int64")
        return pd.DatetimeIndex(whole.view("datetime64[us]"), tz="UTC")
    if kind == "flag":
        return np.array(values, dtype=bool)
    # Made of what pandas keeps them as, which takes a fifth of the time of `pd.array`.
    if kind == "text":
        text = pa.array(values, pa.large_string())
        return pd.arrays.ArrowStringArray(text, dtype=_TEXT)  # type: ignore[call-arg]
    missing = np.array([value is None for value in values], dtype=bool)
    numbers = np.array([0 if value is None else value for value in values], "int64")
    return pd.arrays.IntegerArray(numbers, missing)


_TEXT = pd.StringDtype("pyarrow", na_value=np.nan)
_UNBOUNDED = np.iinfo("int64").min
"""What numpy and pandas keep a missing instant as."""


def verify(table: Table, frame: pd.DataFrame) -> None:
    """Raise TypeError if the frame does not have exactly the table's columns and types."""
    found = {str(name): str(dtype) for name, dtype in frame.dtypes.items()}
    wanted = {column.name: DTYPES[column.kind] for column in table.columns}
    if found != wanted:
        odd = sorted(set(found.items()) ^ set(wanted.items()))
        raise TypeError(f"{table.name} does not keep its contract: {odd}")


def rows(frame: pd.DataFrame) -> Iterator[Any]:
    """Each row as a named tuple, with None for what is missing (never NaN, NaT or NA)."""
    plain = frame.astype(object).where(frame.notna(), None)
    return plain.itertuples(index=False, name="Row")


def facts(frame: pd.DataFrame) -> Iterator[Any]:
    """Each row as a named tuple as `rows` has it, but with instants as microseconds since 1970.

    Much faster than `rows` on long tables.
    """
    if frame.empty:
        return iter(())
    columns = {str(name): _plain(column) for name, column in frame.items()}
    return map(_row(*columns)._make, zip(*columns.values(), strict=True))


@cache
def _row(*columns: str) -> Any:
    return namedtuple("Row", columns)


def _plain(column: pd.Series[Any]) -> list[Any]:
    if isinstance(column.dtype, pd.StringDtype):
        return _objects(pa.array(column.array).to_numpy(zero_copy_only=False))
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        return micros(column)
    if column.dtype == bool:
        return column.tolist()
    return _objects(column.to_numpy(dtype=object, na_value=None))  # type: ignore[call-overload]


def _objects(values: np.ndarray[Any, Any]) -> list[Any]:
    found: list[Any] = values.tolist()
    return found


def micros(instants: pd.Series[Any]) -> list[int | None]:
    """A column of instants as microseconds since 1970, None where unbounded."""
    numbers = instants.to_numpy("datetime64[us]").view("int64").tolist()
    return [None if number == _UNBOUNDED else number for number in numbers]


def by_event(frame: pd.DataFrame) -> dict[str, tuple[Any, ...]]:
    """The `facts` of a table of what events have, by event."""
    found: dict[str, list[Any]] = defaultdict(list)
    for row in facts(frame):
        found[row.event].append(row)
    return {event: tuple(every) for event, every in found.items()}


def listed(frame: pd.DataFrame, column: str) -> dict[str, tuple[str, ...]]:
    """One column of texts of such a table, by event."""
    found: dict[str, list[str]] = defaultdict(list)
    for event, value in zip(frame["event"].tolist(), frame[column].tolist(), strict=True):
        found[event].append(value)
    return {event: tuple(values) for event, values in found.items()}
