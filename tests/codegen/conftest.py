"""Goldens: `--update-golden` rewrites what they expect."""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Callable, Dict, Iterator

import pytest

from tests.codegen.goldens import install

# What is expected is text to compare with, even where it is named like a test.
collect_ignore_glob = ["golden/*"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite tests/codegen/golden/*/expected"
    )


@pytest.fixture(scope="session")
def golden_package(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Callable[[str], ModuleType]]:
    """Import the package that is generated for a feature, beside the real runtime."""
    folder = tmp_path_factory.mktemp("golden")
    loaded: Dict[str, ModuleType] = {}

    def load(feature: str) -> ModuleType:
        if feature not in loaded:
            install(feature, folder)
            loaded[feature] = importlib.import_module(feature)
        return loaded[feature]

    sys.path.insert(0, str(folder))
    yield load
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.split(".")[0] in loaded]:
        del sys.modules[name]
