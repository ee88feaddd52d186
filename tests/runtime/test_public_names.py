"""What the names of the package root say of themselves."""

from __future__ import annotations

import inspect
import pickle
import subprocess
import sys
import typing
from types import FunctionType
from typing import Any, Iterator, Tuple

import pytest

import anthropic


def test_public_classes_and_functions_name_the_package() -> None:
    for name in anthropic.__all__:
        value = getattr(anthropic, name)
        if isinstance(value, (type, FunctionType)) and name != "NoneType":
            # What is of httpx keeps the name that it has there.
            home = "httpx" if name in ("Timeout", "Transport") else "anthropic"
            assert value.__module__ == home, name


def test_an_error_prints_its_public_name_before_anybody_touched_it() -> None:
    program = (
        "import httpx\n"
        "from anthropic._exceptions import APIConnectionError\n"
        "raise APIConnectionError(request=httpx.Request('GET', 'http://x'))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.stderr.strip().splitlines()[-1] == "anthropic.APIConnectionError: Connection error."


def test_names_outside_all_keep_their_module() -> None:
    from anthropic._exceptions import OverloadedError

    assert OverloadedError.__module__ == "anthropic._exceptions"


def test_adopted_classes_pickle_by_their_public_name() -> None:
    assert pickle.loads(pickle.dumps(anthropic.NotFoundError)) is anthropic.NotFoundError
    assert pickle.loads(pickle.dumps(anthropic.Anthropic)) is anthropic.Anthropic


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'Antropic'"):
        hasattr(anthropic, "Antropic") or anthropic.__getattr__("Antropic")


def test_star_import_binds_every_name_of_all() -> None:
    namespace: dict[str, object] = {}
    exec("from anthropic import *", namespace)
    assert set(anthropic.__all__) <= set(namespace)


def annotated() -> Iterator[Tuple[str, Any]]:
    """Every published type, every resource class and every method of one."""
    packages = [anthropic.types, anthropic.types.beta, anthropic.types.beta.messages]
    packages += [anthropic.types.messages, anthropic.types.beta.skills, anthropic.types.shared]
    for package in packages:
        for name in package.__all__:
            if isinstance(getattr(package, name), type):
                yield f"{package.__name__}.{name}", getattr(package, name)
    resources = [anthropic.resources, anthropic.resources.beta, anthropic.resources.messages]
    resources += [anthropic.resources.beta.messages, anthropic.resources.beta.skills]
    for resource in resources:
        for name in resource.__all__:
            value = getattr(resource, name)
            if isinstance(value, type):
                yield name, value
                for attribute, method in vars(value).items():
                    if inspect.isfunction(method) and attribute != "__init__":
                        yield f"{name}.{attribute}", method


def test_type_hints_can_be_evaluated() -> None:
    for name in anthropic.__all__:
        getattr(anthropic, name)
    found = list(annotated())
    assert len(found) > 400
    for name, value in found:
        assert typing.get_type_hints(value) is not None, name
    assert typing.get_type_hints(anthropic.Anthropic)["api_key"] == typing.Optional[str]
