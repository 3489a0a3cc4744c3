"""What libyaml objects to, in a sentence that a reporter can act on."""

from __future__ import annotations

_QUOTE_IT = "put the whole value inside quotes"


def in_plain_words(
    text: str, problem: str, context: str, line: int, column: int, began: int | None
) -> tuple[int, str]:
    """The line to look at, from 0, and the sentence.

    `problem` and `context` are libyaml's words, `line` and `column` where it stopped, from 0,
    `began` the line in which what it was reading began.
    """
    rows = text.split("\n")
    row = rows[line] if line < len(rows) else ""
    sign = row[column : column + 1]
    if "found character" in problem:
        return line, _bad_start(sign)
    if "mapping values are not allowed" in problem:
        return line, (
            f"A colon followed by a blank stands inside the value “{_shown(row)}”; "
            f"{_QUOTE_IT}. (Or the line is indented further than the keys around it.)"
        )
    if "found unexpected end of stream" in problem and "quoted scalar" in context:
        start = began if began is not None else line
        return start, "A quotation mark is opened here and never closed."
    if "quoted scalar" in context:
        start = began if began is not None else line
        return start, "A quotation mark is opened here and not closed as it should be."
    if "unknown escape character" in problem:
        return line, (
            "Inside double quotes a backslash begins a special sign, and this is none; "
            "write two backslashes, or use single quotes."
        )
    if "could not find expected ':'" in problem:
        start = began if began is not None else line
        return start, f"“{_shown(rows[start])}” has no colon behind its key, or is out of place."
    if "expected a single document" in problem + context or "another document" in problem:
        return line, (
            "A second YAML document begins here (“---”); a file holds one. Delete the line, "
            "or put what follows into a file of its own."
        )
    if "undefined alias" in problem:
        return line, (
            "“*” at the start of a value names something that is marked nowhere; "
            f"if it is part of the text, {_QUOTE_IT}."
        )
    if "duplicate anchor" in problem + context:
        return line, "The same “&” mark is given twice in this file; give each its own name."
    if "did not find expected <document start>" in problem:
        return line, "Text stands here that belongs to no key; write “key: text”."
    if "did not find expected ',' or" in problem:
        start = began if began is not None else line
        return start, "A bracket is opened here and not closed, or a comma is missing in it."
    if "block sequence entries are not allowed" in problem:
        return line, "A list cannot begin here; put it on a line of its own under its key."
    if "did not find expected '-' indicator" in problem:
        return line, "This line does not begin with “- ” as the others of its list do."
    if "did not find expected key" in problem:
        return line, (
            f"“{_shown(row)}” does not stand under the keys around it, or a quotation mark "
            "before it ends too early; look at this line and the one above."
        )
    if "directive" in problem + context:
        return line, "A line that begins with “%” is a YAML directive; delete it."
    if "tag" in problem + context:
        return line, f"“!” at the start of a value has a meaning of its own; {_QUOTE_IT}."
    if "alias" in context or "anchor" in context:
        return (
            line,
            f"“{sign or '&'}” at the start of a value has a meaning of its own; {_QUOTE_IT}.",
        )
    return line, f"This line cannot be read as YAML ({problem or context})."


def _bad_start(sign: str) -> str:
    if sign == "\t":
        return "There is a tab here; indent with blanks instead."
    return f"A value cannot begin with “{sign}”; {_QUOTE_IT}."


def _shown(row: str) -> str:
    row = row.strip()
    return row if len(row) <= 60 else row[:57] + "…"
