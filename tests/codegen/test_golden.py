"""Each golden folder generates what it expects, and what it generates is a package that works."""

from __future__ import annotations

import ast
import importlib
import shutil
from types import ModuleType
from typing import Callable, Dict

import pytest

from tests.codegen.goldens import FEATURES, FOLDER, generated, shown

HOW_TO_UPDATE = "look at the difference, then run pytest tests/codegen --update-golden"


def expected(feature: str) -> Dict[str, str]:
    folder = FOLDER / feature / "expected"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


def update(feature: str) -> None:
    folder = FOLDER / feature / "expected"
    if expected(feature) == shown(feature):
        return
    shutil.rmtree(folder, ignore_errors=True)
    for path, text in shown(feature).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("feature", FEATURES)
def test_generates_what_is_expected(feature: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden", default=False):
        update(feature)
    wanted, found = expected(feature), shown(feature)
    assert sorted(wanted) == sorted(found), HOW_TO_UPDATE
    for path in sorted(wanted):
        assert found[path] == wanted[path], f"{feature}/expected/{path}: {HOW_TO_UPDATE}"


@pytest.mark.parametrize("feature", FEATURES)
def test_every_file_is_python_of_the_oldest_version(feature: str) -> None:
    for path, text in generated(feature).items():
        if path.endswith(".py"):
            ast.parse(text, filename=path, feature_version=(3, 9))
            compile(text, path, "exec")


@pytest.mark.parametrize("feature", FEATURES)
def test_every_module_imports_and_shows_its_names(
    feature: str, golden_package: Callable[[str], ModuleType]
) -> None:
    package = golden_package(feature)
    for path in generated(feature):
        if path.endswith(".py") and not path.startswith("tests/"):
            name = (
                path[: -len(".py")]
                .replace("/", ".")
                .replace(".__init__", "")
                .replace("__init__", "")
            )
            module = importlib.import_module(
                f"{package.__name__}.{name}" if name else package.__name__
            )
            for public in getattr(module, "__all__", ()):
                assert getattr(module, public) is not None
