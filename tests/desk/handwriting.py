"""Makes files as people write them: odd indentation, quotes, brackets, comments, line ends."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random
from typing import Any

WORDS = """mayor police records search complaint e-mail Lucas prosecutor dock permit harbor said the
    of a in under review “quoted” ‘so’ café naïve Żółć 東京 🙂 9:30 p.m. #4 it's and/or 50% A&M no
    that yes null 0042 2021-05-07 12:30 http://example.org/a?b=c C:\\dir don't [sic] {x} key: value,
    -- - * & ! | > % @ ` ~ \\n\\t tab end.""".split()  # noqa: SIM905 - to be read as words
DATES = ("2021-05", "2021-09-08", "unknown", "2021-05/2021-09", "[..2021-10-15]", "2021-05~",
         "[2021-09-08, 2021-09-10]", "2021-09-08T17:44")  # fmt: skip
COMMENTS = ("see the file", "ask R. about this: why?", "TODO", "“sources: none”", "- not an item",
            "was: 2021-04 # or so")  # fmt: skip


def phrase(dice: Random, most: int = 8) -> str:
    """Some words, any signs among them."""
    return " ".join(dice.choice(WORDS) for _ in range(dice.randint(1, most))).strip()


def line_text(dice: Random) -> str:
    """A text on one line, mostly harmless."""
    if dice.random() < 0.4:
        return phrase(dice)
    return " ".join(
        dice.choice(("the", "mayor", "was", "told", "of", "it", "twice")) for _ in range(5)
    )


def long_text(dice: Random) -> str:
    """A text of a paragraph or several, with or without a line end behind it."""
    paragraphs = [
        " ".join(dice.choice(("the", "police", "said", "nothing", "of", "records", "“so”", "it’s"))
                 for _ in range(dice.randint(3, 40)))
        for _ in range(dice.randint(1, 3))
    ]  # fmt: skip
    return dice.choice(("\n", "\n\n")).join(paragraphs) + dice.choice(("", "\n"))


def citation(dice: Random) -> Any:
    """A citation, short or in full."""
    source = dice.choice(("star", "sankar-email", "no", "0042", "kctv"))
    if dice.random() < 0.4:
        return source
    found: dict[str, Any] = {"source": source}
    if dice.random() < 0.5:
        found["at"] = dice.choice(("p. 3", "para. 2", "00:12:40", "row 14"))
    if dice.random() < 0.5:
        found["quote"] = line_text(dice)
    if dice.random() < 0.4:
        found["says"] = {"date": dice.choice(("on Friday", "2021-05")), "who": line_text(dice)}
    return found


def event(dice: Random) -> dict[str, Any]:
    """What an event may say, its keys in any order."""
    found: dict[str, Any] = {"headline": line_text(dice), "date": dice.choice(DATES)}
    for key, value in (
        ("summary", long_text(dice)),
        ("notes", long_text(dice)),
        ("place", line_text(dice)),
        ("storyline", dice.choice(("The search", ["The search", "How it came out"]))),
        ("tags", [phrase(dice, 2) for _ in range(dice.randint(1, 4))]),
        ("people", [dice.choice(("lucas", {"who": "sankar", "part": line_text(dice)}))
                    for _ in range(dice.randint(1, 3))]),
        ("sources", [citation(dice) for _ in range(dice.randint(1, 4))]),
        ("order", [{"after": "filed", "by": "about 4 months", "source": "star"}]),
        ("questions", [{"ask": line_text(dice)} for _ in range(dice.randint(1, 3))]),
    ):  # fmt: skip
        if dice.random() < 0.5:
            found[key] = value
    keys = list(found)
    if dice.random() < 0.3:
        dice.shuffle(keys)
    return {key: found[key] for key in keys}


@dataclass
class Hand:
    """One person's way of writing; it strays now and then."""

    dice: Random

    def __post_init__(self) -> None:
        dice = self.dice
        self.step = dice.choice((2, 2, 2, 3, 4))
        self.dash = dice.choice((0, 2, 2, 4))
        self.gap = dice.choice((1, 1, 1, 3))
        self.brackets = dice.choice((0.1, 0.5, 0.9))
        self.quotes = dice.choice((0.1, 0.5, 0.9))
        self.comments = dice.choice((0, 0.1, 0.3))
        self.blanks = dice.choice((0, 0.1, 0.3))
        self.quote = dice.choice("'\"")

    def chance(self, share: float) -> bool:
        """True in that share of the cases."""
        return self.dice.random() < share

    def trail(self) -> str:
        """A comment at the end of a line, or blanks, or nothing."""
        if self.chance(self.comments):
            return " " * self.dice.randint(1, 3) + "# " + self.dice.choice(COMMENTS)
        return " " if self.chance(0.03) else ""

    def above(self, column: int) -> list[str]:
        """Comments and blank lines before a line."""
        found = [""] if self.chance(self.blanks) else []
        if self.chance(self.comments):
            found.append(" " * column + "# " + self.dice.choice(COMMENTS))
        return found

    def scalar(self, text: str, *, inside: bool = False) -> str:
        """A text on one line."""
        bare = _bare(text, inside)
        if bare and not self.chance(self.quotes * 0.5):
            return text
        plain = text.isprintable()
        if plain and (self.quote == "'" or self.chance(0.2)):
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=max(text, default="") < "\uffff" and self.chance(0.1))

    def flow(self, value: Any, column: int, *, lines: bool = False) -> str:
        """A value in brackets, over several lines now and then."""
        if isinstance(value, str):
            return self.scalar(value, inside=True)
        pad = " " if self.chance(0.2) else ""
        if isinstance(value, dict):
            parts = [f"{key}: {self.flow(one, column)}" for key, one in value.items()]
            start, end = "{}"
        else:
            parts = [self.flow(one, column) for one in value]
            start, end = "[]"
        if lines and len(parts) > 1:
            margin = "\n" + " " * (column + 2)
            rows = [part + "," + self.trail() for part in parts[:-1]]
            rows.append(parts[-1] + dice_comma(self.dice) + self.trail())
            return start + margin + margin.join(rows) + margin[:-2] + end
        return start + pad + ", ".join(parts) + dice_comma(self.dice, 0.05) + pad + end

    def after(self, value: Any, column: int, *, item: bool) -> str:
        """What stands behind a colon or dash that begins in this column."""
        inner = column + (1 + self.gap if item else self.step)
        blank = " " * (self.gap if item else 1)
        if isinstance(value, str):
            return self.text(value, inner, blank)
        if self.chance(self.brackets) or not value:
            return blank + self.flow(value, column + 2, lines=self.chance(0.3)) + self.trail()
        if isinstance(value, dict):
            rows = self.mapping(value, inner)
            if item:
                while not rows[0].strip() or rows[0].lstrip().startswith("#"):
                    rows.pop(0)
                return blank + "\n".join(rows)[inner:]
            return self.trail() + "\n" + "\n".join(rows)
        dash = column + (2 if item else self.dash)
        return self.trail() + "\n" + "\n".join(self.items(value, dash))

    def text(self, value: str, inner: int, blank: str) -> str:
        """A text on its line, as a block, or bare over several lines."""
        margin = " " * inner
        ends = len(value) - len(value.rstrip("\n"))
        body = value.rstrip("\n")
        if "\n" in value or (len(value) > 60 and self.chance(0.6)):
            sign = {0: "-", 1: ""}.get(ends, "+")
            if self.chance(0.5) and "\n" in value:
                rows = body.split("\n")
                return f"{blank}|{sign}{self.trail()}\n" + "\n".join(
                    margin + row if row else "" for row in rows
                )
            rows = []
            for number, paragraph in enumerate(body.split("\n")):
                rows += [""] * bool(number)
                rows += [margin + row for row in _wrapped(paragraph, 50)] if paragraph else []
            return f"{blank}>{sign}{self.trail()}\n" + "\n".join(rows)
        if len(value) > 40 and _bare(value, True) and self.chance(0.5):
            rows = _wrapped(value, 30)
            return blank + ("\n" + margin).join(rows) + self.trail()
        return blank + self.scalar(value) + self.trail()

    def mapping(self, value: dict[str, Any], column: int) -> list[str]:
        """The lines of a mapping."""
        rows: list[str] = []
        for key, one in value.items():
            rows += self.above(column)
            name = json.dumps(key) if self.chance(0.03) else key
            rows += (" " * column + f"{name}:" + self.after(one, column, item=False)).split("\n")
        return rows

    def items(self, value: list[Any], column: int) -> list[str]:
        """The lines of a list."""
        rows: list[str] = []
        for one in value:
            rows += self.above(column)
            rows += (" " * column + "-" + self.after(one, column, item=True)).split("\n")
        return rows

    def file(self, value: Any) -> bytes:
        """A whole file: bytes with some line end or other."""
        rows = self.mapping(value, 0) if isinstance(value, dict) else self.items(value, 0)
        if self.chance(0.1):
            rows = ["---", *rows]
        if self.chance(0.2):
            rows = ["# " + self.dice.choice(COMMENTS), *rows]
        text = "\n".join(rows) + ("" if self.chance(0.1) else "\n")
        if self.chance(0.1):
            text += "# the end\n" if text.endswith("\n") else ""
        way = self.dice.random()
        if way < 0.2:
            text = text.replace("\n", "\r\n")
        elif way < 0.25:
            text = text.replace("\n", "\r")
        elif way < 0.3:
            text = "".join(
                sign if sign != "\n" else self.dice.choice(("\n", "\r\n")) for sign in text
            )
        return (b"\xef\xbb\xbf" if self.chance(0.1) else b"") + text.encode()


def dice_comma(dice: Random, share: float = 0.3) -> str:
    """A comma behind the last one, now and then."""
    return "," if dice.random() < share else ""


def _bare(text: str, inside: bool) -> bool:
    unsafe = set(":#\"'[]{},&*!|>%@`\\?~") if inside else set("\"'[]{}&*!|>%@`?")
    clean = text == text.strip() and text and text[0].isalnum() and ": " not in text
    return (
        bool(clean)
        and " #" not in text
        and not unsafe & set(text)
        and "\n" not in text
        and (not text.endswith(":"))
    )


def _wrapped(text: str, width: int) -> list[str]:
    rows, now = [], ""
    for word in text.split(" "):
        if now and len(now) + len(word) > width:
            rows.append(now)
            now = word
        else:
            now = f"{now} {word}" if now else word
    return [*rows, now]
