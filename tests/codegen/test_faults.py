"""Every broken input gives one clear message, status 1, and leaves every file as it was."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Tuple

import pytest

from anthropic._base_client import AsyncAPIClient, SyncAPIClient
from codegen.__main__ import main
from codegen.lower.collisions import CLIENT
from tests.codegen.zoo import FILES, build, fingerprint


@dataclass(frozen=True)
class Fault:
    """`old` becomes `new` in a file; the message blames the line that then holds `line`."""

    name: str
    file: str
    old: str
    new: str
    code: str
    line: str
    pointer: str
    says: str
    hint: str
    blamed: str = ""  # the file that the message names, when it is another one


TAIL = "{type: object, properties: {tail: {type: string}}}\n"

# fmt: off
FAULTS = (
    Fault(
        "dangling $ref", "spec", 'schemas/House"', 'schemas/Hose"', "dangling-reference",
        "house: {$ref", "#/components/schemas/Animal/properties/house/$ref", "Hose",
        "did you mean `House`?",
    ),
    Fault(
        "two components of one name", "spec", "    House:\n",
        "    animal:\n      type: object\n      properties: {tail: {type: boolean}}\n    House:\n",
        "name-collision", "    animal:", "#/components/schemas/animal", "types.animal.Animal",
        "rename one of the components",
    ),
    Fault(
        "two parameters of one name", "spec", "size: {type: integer}", "features: {type: integer}",
        "argument-collision", "    post:", "#/paths/~1animals/post", "published as `features`",
        "under `arguments` in sdk.yml",
    ),
    Fault(
        "two properties of one name", "spec", "        house: {",
        "        i-d: {}\n        i_d: {}\n        house: {",
        "property-collision", "i-d: {}", "#/components/schemas/Animal/properties/i-d",
        "two properties would both be published as `i_d`", "rename one of them",
    ),
    Fault(
        "unknown type", "spec", "        id: {type: string}\n", "        id: {type: strin}\n",
        "unknown-type", "id: {type: strin}", "#/components/schemas/Animal/properties/id/type",
        "`strin`", "did you mean `string`?",
    ),
    Fault(
        "unknown keyword", "spec", "        id: {type: string}\n", "        id: {typ: string}\n",
        "unknown-keyword", "id: {typ: string}", "#/components/schemas/Animal/properties/id/typ",
        "`typ`", "did you mean `type`?",
    ),
    Fault(
        "cyclic allOf", "spec", "        - {type: object, properties: {street: {type: string}}}",
        '        - {$ref: "#/components/schemas/Villa"}\n'
        '    Villa: {allOf: [{$ref: "#/components/schemas/House"}, {properties: {pool: {}}}]}',
        "cyclic-allof", "    Villa:", "#/components/schemas/Villa", "`Villa` is made of itself",
        "refer to it from a property",
    ),
    Fault(
        "allOf of nothing but each other", "spec", "    House:\n",
        '    AAA: {allOf: [{$ref: "#/components/schemas/BBB"}]}\n'
        '    BBB: {allOf: [{$ref: "#/components/schemas/AAA"}]}\n    House:\n',
        "cyclic-allof", "    AAA:", "#/components/schemas/AAA", "AAA -> BBB -> AAA",
        "let one of the components on the way be a schema",
    ),
    Fault(
        "union of nothing but each other", "spec", "    House:\n",
        '    AAA: {anyOf: [{$ref: "#/components/schemas/BBB"}, {type: string}]}\n'
        '    BBB: {allOf: [{$ref: "#/components/schemas/AAA"}]}\n    House:\n',
        "reference-cycle", "    AAA:", "#/components/schemas/AAA", "AAA -> BBB -> AAA",
        "let one of the components on the way be a schema",
    ),
    Fault(
        "module that is a package", "spec", "    House:\n", f"    Shared: {TAIL}    House:\n",
        "name-collision", "    Shared:", "#/components/schemas/Shared",
        "`types/shared.py` cannot stand beside `types/shared/`", "under `homes` in sdk.yml",
    ),
    Fault(
        "modules that differ in case", "sdk", "resources:\n",
        "homes: {House: types.Animal.House}\nresources:\n", "name-collision", "    Animal:",
        "#/components/schemas/Animal", "`types/animal.py` cannot stand beside `types/Animal.py`",
        "under `homes` in sdk.yml", "spec",
    ),
    Fault(
        "module of parsed answers that is there", "sdk", "resources:\n",
        "parsed_types:\n  types.animal:\n    {message: Animal, message_name: Parsed, text: House,"
        " text_name: Text, union: Animal, union_name: Block}\nresources:\n", "name-collision",
        "  types.animal:", "#/parsed_types/types.animal",
        "`types/animal.py` cannot stand beside `types/animal.py`", "under `homes` in sdk.yml",
    ),
    Fault(
        "two components of one module", "spec", "    House:\n",
        f"    TextBlock: {TAIL}    Text_Block: {TAIL}    House:\n", "name-collision",
        "    Text_Block:", "#/components/schemas/Text_Block",
        "two types would both give `types/text_block.py`", "under `homes` in sdk.yml",
    ),
    Fault(
        "component in the module of parameters", "spec", "    House:\n",
        f"    Animal_List_Params: {TAIL}    House:\n", "name-collision", "    Animal_List_Params:",
        "#/components/schemas/Animal_List_Params",
        "two types would both give `types/animal_list_params.py`", "under `homes` in sdk.yml",
    ),
    Fault(
        "component called like a keyword", "spec", "    House:\n", f"    class: {TAIL}    House:\n",
        "invalid-name", "    class:", "#/components/schemas/class", "`class` is no Python name",
        "under `homes` in sdk.yml",
    ),
    Fault(
        "method called with_raw_response", "sdk", "      list:\n", "      with_raw_response:\n",
        "name-collision", "      with_raw_response:",
        "#/resources/animals/methods/with_raw_response", "`with_raw_response` is",
        "publish it under another name",
    ),
    Fault(
        "method called _list", "sdk", "      list:\n", "      _list:\n", "name-collision",
        "      _list:", "#/resources/animals/methods/_list", "`_list` is",
        "publish it under another name",
    ),
    Fault(
        "method called import", "sdk", "      list:\n", "      import:\n", "invalid-name",
        "      import:", "#/resources/animals/methods/import", "`import` is",
        "publish it under another name",
    ),
    Fault(
        "method called like a child", "sdk", "    types: [Animal]\n",
        "    types: [Animal]\n    children: {list: {doc: Lists.}}\n", "name-collision",
        "      list:", "#/resources/animals/methods/list", "`list` is",
        "publish it under another name",
    ),
    Fault(
        "child called like a view", "sdk", "    types: [Animal]\n",
        "    types: [Animal]\n    children: {with_streaming_response: {doc: Views.}}\n",
        "name-collision", "    children:", "#/resources/animals/children/with_streaming_response",
        "`with_streaming_response` is", "publish it under another name",
    ),
    Fault(
        "resource called copy", "sdk", "resources:\n", "resources:\n  copy: {doc: Things.}\n",
        "name-collision", "  copy:", "#/resources/copy", "`copy` is",
        "publish it under another name",
    ),
    Fault(
        "resource called api_key", "sdk", "resources:\n", "resources:\n  api_key: {doc: Things.}\n",
        "name-collision", "  api_key:", "#/resources/api_key", "`api_key` is",
        "publish it under another name",
    ),
    Fault(
        "operation without a response", "spec", "components:\n",
        "  /weather:\n    get: {description: The weather.}\ncomponents:\n", "no-response",
        "get: {description: The weather.}", "#/paths/~1weather/get", "response", "",
    ),
    Fault(
        "invalid YAML", "spec", "        id: {type: string}", "        id: {type: string",
        "invalid-yaml", "house: {$ref", "", "not valid YAML", "brackets",
    ),
    Fault(
        "invalid YAML in the configuration", "sdk", "    types: [Animal]", "    types: [Animal",
        "invalid-yaml", "    methods:", "", "not valid YAML", "brackets",
    ),
    Fault(
        "operation that is not configured", "sdk",
        "      list:\n        endpoint: get /animals\n        page: Page\n", "",
        "operation-not-configured", "    get:", "#/paths/~1animals/get",
        "`get /animals` is neither published nor skipped", "list it under `skip` with a reason",
        "spec",
    ),
    Fault(
        "unknown endpoint", "sdk", "endpoint: get /animals", "endpoint: get /animal",
        "unknown-endpoint", "endpoint: get /animal", "#/resources/animals/methods/list/endpoint",
        "`get /animal`", "did you mean `get /animals`?",
    ),
    Fault(
        "method without an endpoint", "sdk", "        endpoint: get /animals\n", "",
        "config-missing", "      list:", "#/resources/animals/methods/list",
        "needs `endpoint` or `derive`", "",
    ),
    Fault(
        "unknown key", "sdk", "        prepare:", "        prepair:", "config-unknown-key",
        "prepair:", "#/resources/animals/methods/create/prepair", "unknown key `prepair`",
        "did you mean `prepare`?",
    ),
    Fault(
        "value of another type", "sdk", "types: [Animal]", "types: Animal", "config-type",
        "types: Animal", "#/resources/animals/types", "must be a list of texts", "",
    ),
    Fault(
        "seam that is not there", "sdk", "lib._ends.prepare_animal", "lib._ends.prepare_animals",
        "seam-missing", "prepare:", "#/resources/animals/methods/create/prepare",
        "has no `prepare_animals`", "did you mean `prepare_animal`?",
    ),
    Fault(
        "seam module that is not there", "sdk", "lib._ends.watch_animal", "lib._end.watch_animal",
        "seam-missing", "call:", "#/resources/animals/methods/watch/call",
        "`lib._end` is to be imported, but does not exist", "lib/_end.py",
    ),
    Fault(
        "seam with another signature", "ends", "def prepare_animal(client, body, *, timeout)",
        "def prepare_animal(client, *, timeout)", "seam-signature", "prepare:",
        "#/resources/animals/methods/create/prepare", "must take (client, body, *, timeout)",
        "it takes (client, *, timeout)", "sdk",
    ),
    Fault(
        "seam without a keyword", "ends",
        "def watch_animal(resource, params, *, extra_headers, extra_query, extra_body, timeout)",
        "def watch_animal(resource, params, *, extra_headers, extra_query, extra_body)",
        "seam-signature", "call:", "#/resources/animals/methods/watch/call",
        "must take (resource, params, *, extra_headers", "", "sdk",
    ),
    Fault(
        "seam that is no coroutine", "ends", "async def async_watch_animal",
        "def async_watch_animal", "seam-signature", "call:",
        "#/resources/animals/methods/watch/call", "must be a coroutine function",
        "or `coroutine` in sdk.yml", "sdk",
    ),
    Fault(
        "seam that is a coroutine", "ends", "def prepare_animal", "async def prepare_animal",
        "seam-signature", "prepare:", "#/resources/animals/methods/create/prepare",
        "must be a plain function", "", "sdk",
    ),
    Fault(
        "published function that is a class", "sdk", "    types: [Animal]\n",
        "    types: [Animal]\n    functions: {watch: lib._ends.Watcher}\n", "seam-signature",
        "functions:", "#/resources/animals/functions/watch",
        "`lib._ends.Watcher` must be a plain function", "with `def`",
    ),
    Fault(
        "published function whose signature needs imports", "sdk", "    types: [Animal]\n",
        "    types: [Animal]\n    functions: {watch: lib._ends.feed}\n", "seam-signature",
        "functions:", "#/resources/animals/functions/watch",
        "the signature of `lib._ends.feed` needs `Watcher`", "use built-in names",
    ),
    Fault(
        "default of a header that is not there", "sdk", "{zoo-features: [animals]}",
        "{zoo-feature: [animals]}", "config-unused", "header_defaults:",
        "#/resources/animals/methods/create/header_defaults/zoo-feature",
        "no header parameter `zoo-feature`", "did you mean `zoo-features`?",
    ),
    Fault(
        "derived method that drops what is not there", "sdk", "drop: [stream]", "drop: [streem]",
        "unknown-argument", "drop:", "#/resources/animals/methods/watch/drop", "`streem`",
        "did you mean `stream`?",
    ),
    Fault(
        "derived method that moves what is not there", "sdk", "{size: watcher}", "{seize: watcher}",
        "unknown-argument", "place:", "#/resources/animals/methods/watch/place/seize",
        "no argument `seize`", "did you mean `size`?",
    ),
    Fault(
        "derived from an unknown method", "sdk", "derive: create", "derive: creat",
        "unknown-method", "derive:", "#/resources/animals/methods/watch/derive", "`creat`",
        "did you mean `create`?",
    ),
    Fault(
        "derived method without a call", "sdk", "        call: lib._ends.watch_animal\n", "",
        "config-missing", "      watch:", "#/resources/animals/methods/watch", "needs `call`", "",
    ),
    Fault(
        "argument without a place", "sdk", "            after: name\n", "", "config-missing",
        "          watcher:", "#/resources/animals/methods/watch/add/watcher", "needs `after`", "",
    ),
    Fault(
        "page of another shape", "spec", "                  last_id: {type: string}\n", "",
        "page-shape", "schema:",
        "#/paths/~1animals/get/responses/200/content/application~1json/schema",
        "no `last_id`, which page `Page` needs", "",
    ),
    Fault(
        "page without a list", "spec",
        'data: {type: array, items: {$ref: "#/components/schemas/Animal"}}',
        'data: {$ref: "#/components/schemas/Animal"}', "page-shape", "schema:",
        "#/paths/~1animals/get/responses/200/content/application~1json/schema",
        "no list in `data`, which page `Page` needs", "leave `page` out",
    ),
    Fault(
        "unknown page", "sdk", "page: Page", "page: Paeg", "unknown-page", "page: Paeg",
        "#/resources/animals/methods/list/page", "no page is called `Paeg`", "did you mean `Page`?",
    ),
    Fault(
        "page whose field is not described", "sdk", "  last_id: string\n", "", "page-shape",
        "    fields:", "#/pagination/Page/fields", "does not say what `last_id` is",
        "boolean, integer, string",
    ),
    Fault(
        "unknown name in a type expression", "sdk", "returns: Watcher", "returns: Wacher",
        "unknown-type", "returns: Wacher", "#/resources/animals/methods/watch/returns",
        "no type is called `Wacher`", "did you mean `Watcher`?",
    ),
    Fault(
        "unknown type that is sent back", "sdk", "exports:", "sent_back: {Animal: Anmal}\nexports:",
        "unknown-type", "sent_back:", "#/sent_back/Animal", "no type is called `Anmal`",
        "did you mean `Animal`?",
    ),
    Fault(
        "type expression that is none", "sdk", "returns: Watcher", 'returns: "Watcher["',
        "config-type-expression", "returns:", "#/resources/animals/methods/watch/returns",
        "`Watcher[` is no type expression", "",
    ),
    Fault(
        "skip without a reason", "sdk",
        "      list:\n        endpoint: get /animals\n        page: Page\n", "", "skip-reason",
        "  get /animals:", "#/skip/get ~1animals", "needs a reason for `get /animals`", "",
    ),
    Fault(
        "skip of what is not there", "sdk", "skip: {}", "skip:\n  get /animal: It is not there.",
        "config-unused", "  get /animal:", "#/skip/get ~1animal",
        "`get /animal`, which is no operation", "did you mean `get /animals`?",
    ),
    Fault(
        "cookie parameter", "spec", "{name: limit, in: query",
        "{required: true, name: limit, in: cookie",
        "unsupported-operation", "name: limit, in: cookie", "#/paths/~1animals/get/parameters/1",
        "cookie parameter `limit`", "under `skip` in sdk.yml",
    ),
    Fault(
        "events that nobody can ask for", "spec", "        stream: {type: boolean}\n", "",
        "unsupported-operation", "    post:", "#/paths/~1animals/post", "has no `stream` property",
        "under `skip` in sdk.yml",
    ),
    Fault(
        "name that is not used", "sdk", "names:\n", "names:\n  Listener: lib._ends.Watcher\n",
        "config-unused", "  Listener:", "#/names/Listener",
        "`names.Listener` is used by no type expression", "",
    ),
    Fault(
        "pattern that matches nothing", "sdk", "types: [Animal]", 'types: ["Animul*"]',
        "config-unused", "types:", "#/resources/animals/types",
        "`Animul*` under `types` matches no component", "",
    ),
    Fault(
        "operation configured twice", "sdk", "      create:\n",
        "      again: {endpoint: get /animals, page: Page}\n      create:\n", "configured-twice",
        "      again:", "#/resources/animals/methods/again",
        "`get /animals` is published as `animals.list` and `animals.again`", "",
    ),
)
# fmt: on

# What a fault needs besides its one replacement, to leave a single thing wrong.
ALSO = {
    "module that is a package": ("sdk", "resources:\n", "shared_types: [House]\nresources:\n"),
    "skip without a reason": ("sdk", "skip: {}", 'skip:\n  get /animals: ""'),
}


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("zoo")
    build(root)
    assert main(["generate", "--root", str(root)]) == 0
    return root


def replace(root: Path, file: str, old: str, new: str) -> None:
    path = root / FILES[file]
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def fail(root: Path, capsys: pytest.CaptureFixture[str], command: str = "generate") -> str:
    """What the generator prints about a repository that it refuses, touching nothing."""
    before = fingerprint(root)
    capsys.readouterr()
    assert main([command, "--root", str(root)]) == 1
    assert fingerprint(root) == before
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def parse(message: str) -> Tuple[str, int, str, str, str, str]:
    """File, line, pointer, code, text and hint of the one message that was printed."""
    pattern = r"(\S+):(\d+)(?: \((.*)\))?: error\[([\w-]+)\]: (.*)\n(?:    hint: (.*)\n)?"
    match = re.fullmatch(pattern + r"1 problem; no file was touched\n", message)
    assert match is not None, message
    file, line, pointer, code, text, hint = match.groups()
    return file, int(line), pointer or "", code, text, hint or ""


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name.replace(" ", "-"))
def test_fault(
    fault: Fault, healthy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "repository"
    shutil.copytree(healthy, root)
    replace(root, fault.file, fault.old, fault.new)
    if fault.name in ALSO:
        replace(root, *ALSO[fault.name])
    message = fail(root, capsys)
    file, line, pointer, code, text, hint = parse(message)
    blamed = root / FILES[fault.blamed or fault.file]
    assert (Path(file), code) == (blamed, fault.code), message
    assert fault.line in blamed.read_text(encoding="utf-8").splitlines()[line - 1], message
    assert pointer == fault.pointer, message
    assert fault.says in text, message
    assert fault.hint in hint and hint, message


def test_every_problem_is_reported_at_once(
    healthy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "repository"
    shutil.copytree(healthy, root)
    replace(root, "sdk", "endpoint: get /animals", "endpoint: get /animal")
    replace(root, "sdk", "        prepare:", "        prepair:")
    message = fail(root, capsys)
    assert "unknown-endpoint" in message and "config-unknown-key" in message
    assert "problems; no file was touched" in message


def test_check_refuses_like_generate(
    healthy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "repository"
    shutil.copytree(healthy, root)
    replace(root, "sdk", "derive: create", "derive: creat")
    assert "unknown-method" in fail(root, capsys, "check")


def test_no_resource_can_hide_what_a_client_has() -> None:
    arguments: Any = {"version": "1", "base_url": "https://zoo.example"}
    arguments["_strict_response_validation"] = False
    for class_ in (SyncAPIClient, AsyncAPIClient):
        names = {*dir(class_), *vars(class_(**arguments))}
        assert {name for name in names if not name.startswith("_")} <= CLIENT
