"""What every test may rely on."""

from __future__ import annotations

import os
import signal
from typing import Iterator

import pytest
from hypothesis import settings

# The same examples in every run, and no deadline that a busy machine could miss.
settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


# Shells have what they start in the background ignore Ctrl-C, and children inherit that: neither
# tests that send one nor the programs that they start would notice it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys, endpoints and proxies of whoever runs the tests must not change what they show."""
    for name in list(os.environ):
        if name.startswith(("ANTHROPIC_", "AWS_", "CLOUD_ML_", "GOOGLE_", "VERTEX_")):
            monkeypatch.delenv(name)
        if name.upper() in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
            monkeypatch.delenv(name)


@pytest.fixture(scope="session", autouse=True)
def loopback_without_proxies() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "127.0.0.1,localhost")
        yield
