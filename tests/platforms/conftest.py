"""The local platforms, and machines on which nobody has configured anything."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

import pytest

from anthropic.testing import LocalBedrock, LocalFoundry, LocalVertex


@pytest.fixture(autouse=True)
def unconfigured(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No files of AWS or Google, no machine roles, and no waiting before retries."""
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("CLOUDSDK_CONFIG", str(tmp_path))
    monkeypatch.setenv("NO_GCE_CHECK", "true")
    monkeypatch.setattr(
        "anthropic._base_client.BaseClient._calculate_retry_timeout", lambda *_: 0.0
    )


@pytest.fixture()
def bedrock() -> Iterator[LocalBedrock]:
    with LocalBedrock() as server:
        yield server


@pytest.fixture()
def vertex() -> Iterator[LocalVertex]:
    with LocalVertex() as server:
        yield server


@pytest.fixture()
def foundry() -> Iterator[LocalFoundry]:
    with LocalFoundry() as server:
        yield server
