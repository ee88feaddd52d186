"""`import anthropic` costs almost nothing, and still shows everything."""

from __future__ import annotations

import ast
import importlib
import json
import subprocess
import sys
from typing import Any, List, Set, get_args

import pytest
from typing_extensions import get_type_hints

import anthropic
from tests.architecture.source import PACKAGE, tree

MODULE_LIMIT = 80
LOADED_LATER = {"httpx", "httpcore", "pydantic", "pydantic_core", "anyio", "jiter", "distro"}

PROGRAM = """
import json, sys
before = set(sys.modules)
import anthropic
print(json.dumps(sorted(set(sys.modules) - before)))
"""

# Packages whose names are loaded on first use, each with a table of them for static tools.
LAZY = [
    "anthropic",
    "anthropic.resources",
    "anthropic.resources.beta",
    "anthropic.resources.beta.messages",
    "anthropic.resources.beta.skills",
    "anthropic.resources.messages",
    "anthropic.types",
    "anthropic.types.beta",
    "anthropic.types.beta.messages",
    "anthropic.types.beta.skills",
    "anthropic.types.messages",
]


def loaded_by_import() -> List[str]:
    command = [sys.executable, "-I", "-c", PROGRAM]
    found: List[str] = json.loads(subprocess.check_output(command, text=True))
    return found


def static_names(module: str) -> Set[str]:
    """The public names that static tools find: what the module imports with `as` to export it."""
    path = PACKAGE.joinpath(*module.split(".")[1:], "__init__.py")
    names: Set[str] = set()
    pending: List[ast.stmt] = list(tree(path).body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.If):
            pending += node.body
        elif isinstance(node, ast.ImportFrom) and node.level:
            names |= {alias.name for alias in node.names if alias.asname == alias.name}
    return {name for name in names if not name.startswith("_")}


def test_import_loads_little() -> None:
    loaded = loaded_by_import()
    assert len(loaded) <= MODULE_LIMIT, loaded
    tops = {name.split(".")[0] for name in loaded}
    assert not tops & LOADED_LATER
    assert not [name for name in loaded if name.startswith("anthropic.types.")]
    assert not [name for name in loaded if name.startswith("anthropic.resources.")]


def test_a_client_does_not_search_installed_packages_for_plugins_of_pydantic() -> None:
    code = """
import sys, anthropic
anthropic.Anthropic(api_key="key").messages
print("pydantic.plugin._loader" in sys.modules)
"""
    found = subprocess.check_output([sys.executable, "-I", "-c", code], text=True)
    assert found.split() == ["False"]


@pytest.mark.parametrize(
    ("messages", "event"),
    [
        ("messages", "raw_message_stream_event"),
        ("beta.messages", "beta.beta_raw_message_stream_event"),
    ],
)
def test_an_answer_that_is_no_stream_loads_no_events(messages: str, event: str) -> None:
    code = f"""
import sys, httpx, anthropic
answer = httpx.Response(200, json={{"type": "message", "content": []}})
transport = httpx.MockTransport(lambda request: answer)
client = anthropic.Anthropic(api_key="key", http_client=httpx.Client(transport=transport))
message = client.{messages}.create(model="claude-sonnet-4-5", max_tokens=1, messages=[])
print(message.type, "anthropic.types.{event}" in sys.modules)
"""
    found = subprocess.check_output([sys.executable, "-I", "-c", code], text=True)
    assert found.split() == ["message", "False"]


def test_a_call_loads_none_of_what_other_calls_need() -> None:
    code = """
import sys, httpx, anthropic
answer = httpx.Response(200, json={"type": "message", "content": []})
transport = httpx.MockTransport(lambda request: answer)
client = anthropic.Anthropic(api_key="key", http_client=httpx.Client(transport=transport))
client.messages.create(model="claude-sonnet-4-5", max_tokens=1, messages=[])
print(*sys.modules)
"""
    loaded = subprocess.check_output([sys.executable, "-I", "-c", code], text=True).split()
    others = {
        "_collecting",
        "_deadline",
        "_decoders.jsonl",
        "_legacy_response",
        "_log_records",
        "_pages",
        "_response",
        "_stream_reading",
    }
    assert not {f"anthropic.{name}" for name in others}.intersection(loaded)


@pytest.mark.parametrize(
    ("module", "event"),
    [
        ("anthropic.resources.messages.messages", "RawMessageStreamEvent"),
        ("anthropic.resources.beta.messages.messages", "BetaRawMessageStreamEvent"),
    ],
)
def test_events_are_names_of_the_modules_whose_methods_give_them(module: str, event: str) -> None:
    resource = importlib.import_module(module)
    assert event in dir(resource)
    returned = get_type_hints(resource.AsyncMessages.create, include_extras=True)["return"]
    stream: Any = anthropic.AsyncStream
    assert stream[getattr(resource, event)] in get_args(returned)


@pytest.mark.parametrize("module", LAZY)
def test_every_static_name_is_there_at_run_time(module: str) -> None:
    names = static_names(module)
    package = importlib.import_module(module)
    assert names
    assert names <= set(dir(package))
    missing = [name for name in sorted(names) if not hasattr(package, name)]
    assert not missing


def test_all_is_what_a_star_import_gives() -> None:
    namespace: dict[str, object] = {}
    exec("from anthropic import *", namespace)
    namespace.pop("__builtins__")
    assert sorted(namespace) == sorted(anthropic.__all__)
    assert set(anthropic.__all__) <= set(dir(anthropic))


@pytest.mark.parametrize("module", LAZY)
def test_dir_promises_nothing_that_fails(module: str) -> None:
    package = importlib.import_module(module)
    for name in dir(package):
        getattr(package, name)


@pytest.mark.parametrize("module", LAZY)
def test_an_unknown_name_is_an_attribute_error(module: str) -> None:
    package = importlib.import_module(module)
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = package.no_such_name
