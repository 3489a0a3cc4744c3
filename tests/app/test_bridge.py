"""What somebody asks for in the browser is done once, also when a run of the page is cut short."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

ASKED = [1, "go", "?page=review"]


def page() -> None:
    """A page that notes what it does, and that something may cut short while it does it."""
    import streamlit as st

    from components import bridge

    def go(link: str) -> None:
        st.session_state["began"] = [*st.session_state.get("began", ()), link]
        if st.session_state.pop("overtaken", False):
            st.stop()
        st.session_state["done"] = link

    st.session_state["waiting"] = bridge.waiting()
    bridge.heed(go=go)


@pytest.fixture
def app() -> AppTest:
    """That page in a browser in which a link was followed."""
    found = AppTest.from_function(page)
    found.session_state["bridge"] = {"asked": ASKED}
    return found


def test_a_link_is_followed_once(app: AppTest) -> None:
    """What was asked for stands in the browser's answer to every run, and leads only once."""
    app.run().run()
    assert app.session_state["began"] == ["?page=review"]
    app.session_state["bridge"] = {"asked": [2, "go", "?page=review"]}
    app.run()
    assert app.session_state["began"] == ["?page=review"] * 2


def test_what_was_asked_for_before_is_not_asked_for_again(app: AppTest) -> None:
    """A message that comes late does not undo what was asked for after it."""
    app.session_state["bridge"] = {"asked": [2, "go", "?page=proof"]}
    app.run()
    app.session_state["bridge"] = {"asked": ASKED}
    app.run()
    assert app.session_state["began"] == ["?page=proof"]


def test_a_link_is_followed_by_the_next_run_where_one_is_cut_short(app: AppTest) -> None:
    """Streamlit ends a run in the middle when another click comes: nothing is lost by it."""
    app.session_state["overtaken"] = True
    app.run()
    assert "done" not in app.session_state
    app.run()
    assert app.session_state["waiting"]
    assert app.session_state["done"] == "?page=review"
    app.run()
    assert not app.session_state["waiting"]


@pytest.mark.parametrize(
    "asked", [None, [], [1, "go"], [1, "rm", "x"], ["1", "go", "x"], [1, "go", {}], "go", [1, 2, 3]]
)
def test_what_is_no_question_is_passed_over(app: AppTest, asked: Any) -> None:
    """A browser may send anything."""
    app.session_state["bridge"] = {"asked": asked}
    app.run()
    assert not app.exception
    assert "began" not in app.session_state
