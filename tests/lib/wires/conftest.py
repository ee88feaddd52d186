"""Every test here runs with GA and beta, sync and async."""

from __future__ import annotations

import pytest

from tests.lib.wires.playback import Player


@pytest.fixture(params=["ga-sync", "ga-async", "beta-sync", "beta-async"])
def player(request: pytest.FixtureRequest) -> Player:
    return Player(request.param)
