"""Filling in the form for an event, as one does at the desk."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.app.conftest import CASE, Start, text


def form(start: Start, case: Path, edit: str | None = None) -> AppTest:
    """The form, blank or of an event."""
    more = {} if edit is None else {"edit": edit}
    return start(case.parent, investigation=CASE, page="event", **more)


def field(app: AppTest, label: str, number: int = 0) -> Any:
    """The field with that label, whatever kind of widget it is."""
    kinds = (app.text_input, app.text_area, app.selectbox, app.multiselect)
    return [one for kind in kinds for one in kind if one.label.startswith(label)][number]


def fill(app: AppTest, label: str, value: Any, number: int = 0) -> AppTest:
    """Fill in a field, as one does before going on to the next."""
    return field(app, label, number).set_value(value).run()


def press(app: AppTest, label: str, number: int = 0) -> AppTest:
    """Press the button with that label."""
    return [one for one in app.button if one.label.startswith(label)][number].click().run()


def unfold(app: AppTest, label: str, number: int = 0) -> AppTest:
    """Open a part that is folded away."""
    (part,) = [one for one in app.expander if one.label.startswith(label)][number : number + 1]
    app.session_state[re.sub(r"^.*-(form_.*)$", r"\1", part.proto.id)] = True
    return app.run()


def settled(app: AppTest) -> str:
    """The page once the checks have spoken."""
    for _ in range(600):
        if "checking …" not in text(app):
            return text(app)
        time.sleep(0.1)
        app.run()
    raise TimeoutError("The checks did not come to an end.")


def said(app: AppTest, words: str, source: str) -> AppTest:
    """A form in which a source says when, in words."""
    fill(app, "When, in the source", words)
    return fill(app, "Source", source)
