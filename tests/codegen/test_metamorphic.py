"""Changes to the inputs that must change nothing, or exactly as much as they say."""

from __future__ import annotations

import copy
import difflib
import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping

import pytest
import yaml

from codegen.pipeline import Inputs, run
from tests.codegen.goldens import FEATURES, FOLDER, ROOT, inputs

Tree = Dict[str, str]
STATS = ".stats.yml"  # holds a hash of the inputs' bytes

PRINT_HASH = """
import hashlib
from codegen.pipeline import Inputs, run
tree = run(Inputs()).tree
print(hashlib.sha256(repr(sorted(tree.items())).encode()).hexdigest())
"""


def without_stats(tree: Mapping[str, str]) -> Tree:
    return {path: text for path, text in tree.items() if path != STATS}


@pytest.fixture(scope="session")
def original() -> Tree:
    return dict(run(Inputs()).tree)


@pytest.fixture
def generate(tmp_path: Path) -> Callable[..., Tree]:
    """The tree for another description and the SDK configuration of this repository."""
    (tmp_path / "src").symlink_to(ROOT / "src")
    (tmp_path / "openapi").mkdir()
    shutil.copy(ROOT / "openapi" / "sdk.yml", tmp_path / "openapi")
    overlays = ROOT / "openapi" / "overlays"
    if overlays.is_dir():
        shutil.copytree(overlays, tmp_path / "openapi" / "overlays")

    def generate_tree(data: Any, config: Callable[[str], str] = lambda text: text) -> Tree:
        (tmp_path / "openapi" / "spec.json").write_text(json.dumps(data), encoding="utf-8")
        sdk = tmp_path / "openapi" / "sdk.yml"
        sdk.write_text(config((ROOT / "openapi" / "sdk.yml").read_text("utf-8")), "utf-8")
        return dict(run(Inputs(root=tmp_path, spec="openapi/spec.json")).tree)

    return generate_tree


@pytest.fixture(scope="session")
def data() -> Dict[str, Any]:
    """The description as JSON would hold it: dates and the like are text."""

    class Loader(yaml.CSafeLoader):
        pass

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }
    with (ROOT / "openapi" / "anthropic.yml").open(encoding="utf-8") as file:
        loaded: Dict[str, Any] = yaml.load(file, Loader=Loader)
    return loaded


def shuffled(value: Any, dice: random.Random, keep_order: bool = False) -> Any:
    """The same data with the keys of every mapping, but for `properties`, in another order."""
    if isinstance(value, dict):
        items = list(value.items())
        if not keep_order:
            dice.shuffle(items)
        inside = keep_order
        return {k: shuffled(v, dice, k == "properties" and not inside) for k, v in items}
    if isinstance(value, list):
        return [shuffled(item, dice) for item in value]
    return value


def changed_lines(before: Tree, after: Tree, below: str) -> List[str]:
    """The added and removed lines of every file below a folder."""
    lines: List[str] = []
    for path in sorted({*before, *after}):
        if path.startswith(below) and before.get(path) != after.get(path):
            old, new = (tree.get(path, "").splitlines() for tree in (before, after))
            diff = list(difflib.unified_diff(old, new, lineterm="", n=0))[2:]
            lines += [f"{path}: {line}" for line in diff if line[0] in "+-"]
    return lines


def changed_files(before: Tree, after: Tree) -> List[str]:
    return sorted(p for p in {*before, *after} if before.get(p) != after.get(p) and p != STATS)


# ------------------------------------------------------------------ nothing changes


def test_the_repository_is_up_to_date_with_a_second_run(original: Tree) -> None:
    assert run(Inputs()).tree == original


def test_json_means_what_yaml_means(
    data: Dict[str, Any], generate: Callable[..., Tree], original: Tree
) -> None:
    assert changed_files(original, generate(data)) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_paths_components_and_keys(
    data: Dict[str, Any], generate: Callable[..., Tree], original: Tree, seed: int
) -> None:
    assert changed_files(original, generate(shuffled(data, random.Random(seed)))) == []


def test_order_of_paths_and_components_backwards(
    data: Dict[str, Any], generate: Callable[..., Tree], original: Tree
) -> None:
    backwards = copy.deepcopy(data)
    backwards["paths"] = dict(reversed(list(data["paths"].items())))
    for name, group in data["components"].items():
        backwards["components"][name] = dict(reversed(list(group.items())))
    assert changed_files(original, generate(backwards)) == []


def test_hash_seeds() -> None:
    hashes = set()
    for seed in ("0", "1", "random"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", PRINT_HASH]
        hashes.add(subprocess.check_output(command, cwd=ROOT, env=environment))
    assert len(hashes) == 1


@pytest.mark.parametrize("feature", FEATURES)
def test_goldens_in_another_order(feature: str, tmp_path: Path) -> None:
    folder = tmp_path / feature
    shutil.copytree(FOLDER / feature, folder, ignore=shutil.ignore_patterns("expected"))
    source = folder / inputs(feature).spec
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    source.unlink()
    mixed = shuffled(data, random.Random(feature))
    (folder / "spec.json").write_text(json.dumps(mixed), encoding="utf-8")
    expected = without_stats(run(inputs(feature)).tree)
    assert changed_files(expected, dict(run(inputs(feature, tmp_path)).tree)) == []


# ------------------------------------------------------------------ small changes stay small


def create_message_body(data: Dict[str, Any]) -> Dict[str, Any]:
    """The schema of the body of `post /v1/messages`."""
    body = data["paths"]["/v1/messages"]["post"]["requestBody"]
    schema: Dict[str, Any] = body["content"]["application/json"]["schema"]
    if "$ref" in schema:
        schema = data["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def test_one_optional_parameter(
    data: Dict[str, Any], generate: Callable[..., Tree], original: Tree
) -> None:
    changed = copy.deepcopy(data)
    create_message_body(changed)["properties"]["mood"] = {
        "type": "string",
        "description": "How the answer shall sound.",
    }
    tree = generate(changed)
    lines = changed_lines(original, tree, "src/")
    assert 0 < len(lines) <= 60, "\n".join(lines)
    removed = [line for line in lines if line.split(": ", 1)[1].startswith("-")]
    assert [line.split(":")[0] for line in removed] == ["src/anthropic/testing/_openapi.json"]
    methods = "src/anthropic/resources/messages/messages.py: +        mood: "
    # create with its three overloads, stream and parse; each sync and async
    assert len([line for line in lines if line.startswith(methods)]) >= 2 * (4 + 1 + 1)
    for method in ("create", "stream", "parse"):
        assert f"method messages.{method}(mood: str = omit) in body" in tree["api.txt"]
    assert changed_files(original, generate(data)) == []


def test_one_new_type(data: Dict[str, Any], generate: Callable[..., Tree], original: Tree) -> None:
    changed = copy.deepcopy(data)
    changed["components"]["schemas"]["Weather"] = {
        "type": "object",
        "description": "What it is like outside.",
        "properties": {"wind": {"type": "number", "description": "In metres a second."}},
    }
    assert changed_files(original, generate(changed)) == [
        "api.md",
        "api.txt",
        "src/anthropic/testing/_openapi.json",
        "src/anthropic/types/__init__.py",
        "src/anthropic/types/weather.py",
    ]


def test_one_new_method(
    data: Dict[str, Any], generate: Callable[..., Tree], original: Tree
) -> None:
    changed = copy.deepcopy(data)
    model = changed["paths"]["/v1/models/{model_id}"]
    changed["paths"]["/v1/models/{model_id}/twin"] = copy.deepcopy(model)
    changed["paths"]["/v1/models/{model_id}/twin"]["get"].pop("operationId", None)

    def configured(text: str) -> str:
        known = '      retrieve: {endpoint: "get /v1/models/{model_id}"}\n'
        assert text.count(known) == 1
        twin = '      twin: {endpoint: "get /v1/models/{model_id}/twin"}\n'
        return text.replace(known, known + twin)

    files = changed_files(original, generate(changed, configured))
    assert "src/anthropic/resources/models.py" in files
    assert [path for path in files if path.startswith("src/anthropic/resources/")] == [
        "src/anthropic/resources/models.py"
    ]
    assert "src/anthropic/_client.py" not in files


def test_words_change_only_words(
    data: Dict[str, Any], generate: Callable[..., Tree], original: Tree
) -> None:
    changed = copy.deepcopy(data)
    prop = create_message_body(changed)["properties"]["max_tokens"]
    prop["description"] = "Never more than this."
    lines = changed_lines(original, generate(changed), "")
    files = {line.split(": ", 1)[0] for line in lines}
    assert "api.txt" not in files
    assert all(
        "Never more than this." in line for line in lines if ": +" in line and STATS not in line
    )
