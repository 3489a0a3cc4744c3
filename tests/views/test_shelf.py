"""Every view on the shelf keeps the same shape."""

from __future__ import annotations

import inspect
from types import ModuleType

import pytest

from components.views import views

NEEDED = {"investigation": {"zone", "language", "theme", "width"}, "public": {"theme", "width"}}
"""What a view is drawn from, and what it must be told; a publication has its zone and language."""


@pytest.mark.parametrize("view", views().values(), ids=views())
def test_a_view_is_a_function_from_events_to_a_figure(view: ModuleType) -> None:
    """A new view is one file: what it shows in a sentence, and `figure` with the usual words."""
    assert (view.__doc__ or "").split("\n")[0].endswith(".")
    parameters = inspect.signature(view.figure).parameters
    first = next(iter(parameters))
    assert first in NEEDED
    named = {name for name, one in parameters.items() if one.kind is one.KEYWORD_ONLY}
    assert named >= NEEDED[first]
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
