"""What tests of publishing share: a signed newsroom, and a real store on this machine."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

import pytest

from tests.publish import stores
from tests.publish.newsroom import Newsroom
from tests.publish.stores import KEY, SECRET


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A store that speaks S3 and checks signatures."""
    home = tmp_path_factory.mktemp("store")
    with stores.serving("s3", home, "--auth-key", f"{KEY},{SECRET}") as (port, _):
        yield port


@pytest.fixture(scope="session")
def signed_once(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    """A newsroom in which everything public is signed; nobody changes it."""
    return Newsroom().sign(tmp_path_factory.mktemp("signed"))


@pytest.fixture
def signed(signed_once: Newsroom) -> Newsroom:
    """A copy of it that the test may change."""
    return deepcopy(signed_once)
