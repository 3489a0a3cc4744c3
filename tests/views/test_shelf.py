"""Every view on the shelf keeps the same shape."""

from __future__ import annotations

import inspect
from types import ModuleType

import pytest

from components.views import views

NEEDED = {"zone", "language", "theme", "width"}


@pytest.mark.parametrize("view", views().values(), ids=views())
def test_a_view_is_a_function_from_an_investigation_to_a_figure(view: ModuleType) -> None:
    """A new view is one file: what it shows in a sentence, and `figure` with the usual words."""
    assert (view.__doc__ or "").split("\n")[0].endswith(".")
    parameters = inspect.signature(view.figure).parameters
    assert next(iter(parameters)) == "investigation"
    named = {name for name, one in parameters.items() if one.kind is one.KEYWORD_ONLY}
    assert named >= NEEDED
    assert inspect.signature(view.figure).return_annotation == "go.Figure"


@pytest.mark.parametrize("view", views().values(), ids=views())
def test_no_view_sends_anything_to_a_cloud(view: ModuleType) -> None:
    """No reader's click ever posts an investigation to somebody else's server."""
    assert view.CONFIG["showSendToCloud"] is False
    assert view.CONFIG["displaylogo"] is False
    assert view.CONFIG["plotlyServerURL"] == ""


def test_the_chronology_is_on_the_shelf() -> None:
    """The folder's listing is the list of views."""
    assert "chronology" in views()
    assert not [name for name in views() if name.startswith("_")]
