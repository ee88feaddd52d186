"""Descriptions that nobody configured: `init`, then a package that imports and works."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List

import pytest
import yaml

from codegen.__main__ import main

HERE = Path(__file__).parent
EVERYTHING = HERE / "everything.yml"
SPECS = {"nasty_things": EVERYTHING, "vendor_odd": HERE / "vendors.yml"}


def initialise(spec: Path, folder: Path) -> Dict[str, Any]:
    config = folder / "sdk.yml"
    assert main(["init", str(spec), "--out", str(config)]) == 0
    return dict(yaml.safe_load(config.read_text(encoding="utf-8")))


def generate(spec: Path, folder: Path) -> Path:
    options = ["--spec", str(spec), "--config", str(folder / "sdk.yml")]
    assert main(["generate", *options, "--out", str(folder / "out")]) == 0
    return folder / "out" / "src"


def endpoints(resources: Dict[str, Any]) -> List[str]:
    return [m["endpoint"] for resource in resources.values() for m in resource["methods"].values()]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Dict[str, Path]:
    """The packages of both descriptions, by their names."""
    found = {name: tmp_path_factory.mktemp(name) for name in SPECS}
    for name, folder in found.items():
        initialise(SPECS[name], folder)
        generate(SPECS[name], folder)
    return found


@pytest.fixture(scope="module")
def everything(folders: Dict[str, Path]) -> Path:
    return folders["nasty_things"]


def test_every_operation_is_published_or_skipped_for_a_reason(everything: Path) -> None:
    config = yaml.safe_load((everything / "sdk.yml").read_text(encoding="utf-8"))
    description = yaml.safe_load(EVERYTHING.read_text(encoding="utf-8"))
    verbs = {"get", "put", "post", "delete", "patch", "head"}
    operations = {f"{v} {path}" for path, i in description["paths"].items() for v in verbs & {*i}}
    published = endpoints(config["resources"])
    assert len(published) == len(set(published))
    assert {*published, *config["skip"]} == operations
    cookie = "cookie parameter `sess` of `delete /things/{id}` cannot be published"
    assert config["skip"] == {
        "delete /things/{id}": cookie,
        "head /things/{id}": "the client sends no HEAD request",
    }
    assert config["tolerate"]["undeclared-path-parameter"] == "taken as text (4)"


def test_credentials_pages_and_the_address_are_recognised(everything: Path) -> None:
    config = yaml.safe_load((everything / "sdk.yml").read_text(encoding="utf-8"))
    client = config["client"]
    assert (config["package"], client["name"]) == ("nasty_things", "NastyThings")
    assert client["base_url"] == "https://eu.nasty.example/v1"
    found = {item["argument"]: item["header"] for item in client["credentials"]}
    assert found == {
        "nasty_key": "X-Nasty-Key",
        "basic_auth": "Authorization",
        "access_token": "Authorization",
    }
    assert config["pagination"]["CursorPage"]["next"] == [
        {"parameter": "cursor", "field": "next_cursor"}
    ]
    assert config["resources"]["things_stuff"]["methods"]["list_things"]["page"] == "CursorPage"


def test_a_second_run_decides_the_same(everything: Path, tmp_path: Path) -> None:
    initialise(EVERYTHING, tmp_path)
    assert (tmp_path / "sdk.yml").read_bytes() == (everything / "sdk.yml").read_bytes()


@pytest.mark.parametrize("name", SPECS)
def test_every_module_imports(folders: Dict[str, Path], name: str) -> None:
    program = (
        f"import importlib, pkgutil, warnings; warnings.simplefilter('error'); import {name} as p\n"
        "for module in pkgutil.walk_packages(p.__path__, p.__name__ + '.'):\n"
        "    importlib.import_module(module.name)\n"
        "for name in p.__all__: getattr(p, name)\n"
        "print(p.RetryPolicy.__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folders[name] / "out" / "src",
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.stdout, done.stderr) == ("RetryPolicy\n", "")


@pytest.mark.parametrize("name", SPECS)
def test_pyright_finds_nothing(folders: Dict[str, Path], name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, "src"],
        cwd=folders[name] / "out",
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert "0 errors, 0 warnings" in done.stdout, done.stdout + done.stderr


def test_nothing_is_left_of_the_package_that_the_runtime_came_from(everything: Path) -> None:
    for path in (everything / "out").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            text = path.read_text(encoding="utf-8")
            assert not re.search("anthropic|claude", text, re.IGNORECASE), path


def test_calls_send_what_the_description_says(everything: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(HERE / "calls.py"), str(everything / "out" / "src")],
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert not done.stderr
    seen = json.loads(done.stdout)
    sent = {item["line"].partition("?")[0]: item for item in seen if "line" in item}
    first = seen[0]
    assert first["line"].partition("?")[2] == (
        "filter%5Ba%5D=x&filter%5Bb%5D%5Bc%5D=1&ids%5B%5D=1&ids%5B%5D=2&timeout=3"
    )
    assert first["key"] == "secret"
    base = "https://eu.nasty.example/v1"
    assert f"GET {base}/things/a%2Fb%20c" in sent
    form = sent[f"PUT {base}/things/t"]
    assert form["type"] == "application/x-www-form-urlencoded"
    assert form["body"] == "id=i&expand%5B%5D=a&expand%5B%5D=b&metadata%5Bk%5D=v"
    assert json.loads(sent[f"PUT {base}/raw"]["body"])[0]["+1"] == 1
    text = sent[f"POST {base}/raw"]
    assert text["type"] == "text/plain" and text["body"] in ("plain text", "text")
    assert sent[f"POST {base}/union"]["body"] == '{"b":"B"}'
    assert [item["ids"] for item in seen if "ids" in item] == [["a", "b"]] * 2
    assert [item["events"] for item in seen if "events" in item] == [["one", {"two": 2}]] * 2
    thing = next(item for item in seen if "class" in item)
    assert thing == {
        "class": "c", "plus": 1, "minus": 2, "schema": {"a": 1}, "config": "m",
        "date": "2024-02-29", "new": True,
    }  # fmt: skip


def printed(folders: Dict[str, Path], program: str) -> str:
    """What a program prints that uses the package of the odd description."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folders["vendor_odd"] / "out" / "src",
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert not done.stderr
    return done.stdout


def test_unions_that_hold_themselves_are_read_as_what_they_are(folders: Dict[str, Path]) -> None:
    answer = {"filter": {"and": [{"or": [{"field": "a"}]}, {"field": "b", "not": {"field": "c"}}]}}
    program = (
        "import httpx, vendor_odd as p\n"
        f"answer = lambda request: httpx.Response(200, json={answer!r})\n"
        "http = httpx.Client(transport=httpx.MockTransport(answer))\n"
        "found = p.VendorOdd(http_client=http).search.search(filter={'and': []})\n"
        "print(found.filter)\n"
    )
    assert printed(folders, program) == (
        "Every(and_=[Some(or_=[Leaf(field='a', not_=None)]), "
        "Leaf(field='b', not_=Leaf(field='c', not_=None))])\n"
    )


def test_types_that_are_called_like_a_field_are_read_as_what_they_are(
    folders: Dict[str, Path],
) -> None:
    answer = {"Owner": {"Owner": "o"}, "Instance": "i", "Instances": [{"Id": "1"}]}
    program = (
        "import httpx, vendor_odd as p\n"
        f"answer = lambda request: httpx.Response(200, json={answer!r})\n"
        "http = httpx.Client(transport=httpx.MockTransport(answer))\n"
        "client = p.VendorOdd(http_client=http)\n"
        "found = client.instances.run(owner={'Owner': 'me'})\n"
        "print(type(found.Owner).__name__, found.Owner.Owner, found.Instances[0].Id)\n"
        "print(type(found).model_validate(found.to_dict()) == found)\n"
    )
    assert printed(folders, program) == "Owner o 1\nTrue\n"


def inline(depth: int) -> Dict[str, Any]:
    """An object in an object in an object, under names that repeat."""
    if not depth:
        return {"type": "string"}
    names = ("data", "items", "settings")
    return {"type": "object", "properties": {name: inline(depth - 1) for name in names}}


def test_thousands_of_objects_without_names_get_names_without_numbers(tmp_path: Path) -> None:
    words = "alpha beta gamma delta epsilon zeta eta theta iota kappa".split()
    answer = {"200": {"description": "ok", "content": {"application/json": {"schema": inline(4)}}}}
    body = {"content": {"application/json": {"schema": inline(2)}}}
    paths = {
        f"/{first}/{{id}}/{second}": {
            verb: {
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
                ],
                "responses": answer,
                **({"requestBody": body} if verb == "post" else {}),
            }
            for verb in ("get", "post")
        }
        for first in words[:3]
        for second in words
    }
    spec = tmp_path / "spec.json"
    info = {"title": "Words", "version": "1"}
    spec.write_text(json.dumps({"openapi": "3.1.0", "info": info, "paths": paths}))
    config = initialise(spec, tmp_path)
    assert len(endpoints(config["resources"])) == 60 and config["skip"] == {}
    source = generate(spec, tmp_path)
    names = [
        node.name
        for path in (source / "words" / "types").rglob("*.py")
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.ClassDef)
    ]
    assert len(names) > 2000
    assert not [name for name in names if re.search(r"\d", name)]


@pytest.mark.parametrize(
    "change, code",
    [({"openapi": "2.0"}, "unsupported-version"), ({"paths": []}, None)],
)
def test_what_is_no_description_is_an_error_or_gives_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], change: Dict[str, Any], code: Any
) -> None:
    spec = tmp_path / "spec.json"
    base = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}
    spec.write_text(json.dumps({**base, **change}))
    status = main(["init", str(spec), "--out", str(tmp_path / "sdk.yml")])
    assert status == (1 if code else 0)
    assert (code or "0 of 0 operations") in "".join(capsys.readouterr())


SMALL = {
    "openapi": "3.1.0",
    "info": {"title": "Import", "version": "1"},
    "paths": {"/things": {"get": {"responses": {"200": {"description": "ok"}}}}},
}


def refused(arguments: List[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main(arguments) == 1
    return capsys.readouterr().err


@pytest.mark.parametrize("name", ["not-a-name", "class", "1st"])
def test_a_package_that_cannot_be_imported_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec, config = tmp_path / "spec.json", tmp_path / "sdk.yml"
    spec.write_text(json.dumps(SMALL))
    assert f"error[invalid-name]: `{name}` cannot be imported" in refused(
        ["init", str(spec), "--out", str(config), "--package", name], capsys
    )
    assert not config.exists()
    initialise(spec, tmp_path)
    options = ["--spec", str(spec), "--config", str(config), "--out", str(tmp_path / "out")]
    told = refused(["generate", *options, "--package", name], capsys)
    assert told.startswith(f"{config}:2 (#/package): error[invalid-name]: `{name}` cannot")
    assert "hint: call the package `" in told
    config.write_text(config.read_text().replace("package: import_", f"package: {name}"))
    assert refused(["generate", *options], capsys) == told
    assert not (tmp_path / "out").exists()


def test_a_package_gets_the_name_that_is_given(tmp_path: Path) -> None:
    (tmp_path / "spec.json").write_text(json.dumps(SMALL))
    initialise(tmp_path / "spec.json", tmp_path)
    options = ["--spec", str(tmp_path / "spec.json"), "--config", str(tmp_path / "sdk.yml")]
    assert main(["generate", *options, "--out", str(tmp_path / "out"), "--package", "other"]) == 0
    assert [path.name for path in (tmp_path / "out" / "src").iterdir()] == ["other"]
    assert 'packages = ["src/other"]' in (tmp_path / "out" / "pyproject.toml").read_text()
    program = "import other; print(other.Import.__module__, other.__title__)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path / "out" / "src",
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["other", "other"], done.stderr


def test_half_of_the_options_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["generate", "--spec", str(EVERYTHING)])
    assert "--spec, --config and --out belong together" in capsys.readouterr().err
