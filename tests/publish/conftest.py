"""What tests of publishing share: a real store on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.publish import stores
from tests.publish.stores import KEY, SECRET


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A store that speaks S3 and checks signatures."""
    home = tmp_path_factory.mktemp("store")
    with stores.serving("s3", home, "--auth-key", f"{KEY},{SECRET}") as (port, _):
        yield port
