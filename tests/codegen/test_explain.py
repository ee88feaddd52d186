"""`python -m codegen explain`: from a generated line or a name to what made it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import List

import pytest

from codegen.__main__ import main
from codegen.pipeline import Inputs, run
from tests.codegen.zoo import build

OVERLAY = """\
overlay: 1.0.0
info: {title: Corrections, version: "1"}
actions:
  - target: $.components.schemas.House.allOf[0].properties.street
    description: Streets have names.
    update: {description: The name of the street.}
"""


@pytest.fixture(scope="module")
def zoo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("zoo").resolve()
    build(root)
    folder = root / "openapi" / "overlays"
    folder.mkdir()
    (folder / "corrections.yml").write_text(OVERLAY)
    assert main(["generate", "--root", str(root)]) == 0
    return root


def explain(root: Path, target: str, capsys: pytest.CaptureFixture[str]) -> List[str]:
    capsys.readouterr()
    assert main(["explain", target, "--root", str(root)]) == 0
    return capsys.readouterr().out.splitlines()


def line_of(root: Path, path: str, text: str) -> str:
    lines = (root / path).read_text(encoding="utf-8").splitlines()
    return f"{path}:{next(n for n, line in enumerate(lines, 1) if text in line)}"


def at(root: Path, path: str, text: str, pointer: str) -> str:
    return f"{line_of(root, path, text)} ({pointer})"


SPEC, SDK = "openapi/anthropic.yml", "openapi/sdk.yml"
FIELD = "#/components/schemas/Animal/properties/id"
METHODS = "#/resources/animals/methods"


def test_a_field(zoo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = line_of(zoo, "src/anthropic/types/animal.py", "    id: str")
    told = explain(zoo, target, capsys)
    assert told[0] == target
    assert (
        told[1:]
        == explain(zoo, "types.Animal.id", capsys)
        == [
            "the field `id` of `types.Animal`",
            f"  described   {at(zoo, SPEC, '        id: {type: string}', FIELD)}",
            f"  configured  {at(zoo, SDK, 'types: [Animal]', '#/resources/animals/types/0')}",
            "  template    templates/types/module.py.j2",
        ]
    )


@pytest.mark.parametrize("text", ["        name: str,", '"name": name,'])
def test_a_parameter(zoo: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    path = "src/anthropic/resources/animals.py"
    lines = (zoo / path).read_text(encoding="utf-8").splitlines()
    numbers = [n for n, line in enumerate(lines, 1) if text in line]
    if not numbers:
        pytest.fail(f"nothing in {path} looks like {text!r}:\n" + "\n".join(lines))
    told = explain(zoo, f"{path}:{numbers[0]}", capsys)
    assert told[1] == "the parameter `name` of `animals.create`"
    assert "#/components/schemas/CreateAnimal/properties/name" in told[2]
    assert f"({METHODS}/create)" in told[3]
    assert told[4] == "  template    templates/resources/_method.py.j2"


def test_what_only_the_configuration_says(zoo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = explain(zoo, "animals.watch(watcher)", capsys)
    assert told[0] == "the parameter `watcher` of `animals.watch`"
    assert told[1].endswith(f"({METHODS}/watch/add/watcher)") and "configured" in told[1]


def test_what_an_overlay_made(zoo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = "\n".join(explain(zoo, "House.street", capsys))
    assert re.search(r"overlay +openapi/overlays/corrections.yml:\d+: Streets have names\.", told)
    assert "overlay" not in "\n".join(explain(zoo, "Animal.house", capsys))


def test_what_the_template_says_alone(zoo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = explain(zoo, "src/anthropic/_client.py:1", capsys)
    assert told == ["src/anthropic/_client.py:1 is written by templates/_client.py.j2"]


def test_every_line_of_every_file_has_an_explanation(zoo: Path) -> None:
    """No line makes the command fall over; whoever asks for a line of a type gets a type."""
    from codegen.explain.lines import names_at
    from codegen.explain.origins import origins

    result = run(Inputs(root=zoo))
    known = origins(result.api, set())
    for path, text in result.tree.items():
        for line in range(1, text.count("\n") + 1):
            names = names_at(path, text, line, result.api, "src/anthropic")
            if "/types/" in path and not path.endswith("__init__.py"):
                assert names and all(name in known for name in names), f"{path}:{line}: {names}"


@pytest.mark.parametrize(
    "target, message, hint",
    [
        ("types.Animul", "nothing that is published is called `types.Animul`", "`types.Animal`"),
        ("xyzzy", "nothing that is published is called `xyzzy`", "as in api.txt"),
        ("openapi/sdk.yml:3", "`openapi/sdk.yml` is not generated", "codegen generate"),
        ("src/anthropic/types/animal.py:9999", "has ", "name one of them"),
    ],
)
def test_what_cannot_be_explained(
    zoo: Path, capsys: pytest.CaptureFixture[str], target: str, message: str, hint: str
) -> None:
    assert main(["explain", target, "--root", str(zoo)]) == 1
    said = capsys.readouterr().err
    assert "nothing-to-explain" in said and message in said and hint in said
