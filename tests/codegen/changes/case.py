"""The table of cases: `cases/*.yml`, each a few lines of a description before and after.

    a new optional parameter:
      at: [CreateAnimal, properties, mood]     # the place that differs; `sdk` starts one in sdk.yml
      old:                                     # absent, or null: there is nothing
      new: {type: string}
      says:                                    # every entry, in any order: its class, words of it
        - addition: "`animals.create` takes `mood`"
      advice: minor

Several places: `edits`, a list of such with `at`, `old` and `new`. Both sides start from the zoo.
"""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, List, Sequence, Tuple

import yaml

from codegen.changes.sources import Sdk, Source, read
from codegen.pipeline import Inputs
from tests.codegen.zoo import ENDS, FILES, SDK, SPEC, build

ZOO = yaml.safe_load(SPEC), yaml.safe_load(SDK)
COUNT = """
def count_animals(resource, params, *, extra_headers, extra_query, extra_body, timeout): ...


def async_count_animals(resource, params, *, extra_headers, extra_query, extra_body, timeout): ...
"""
FOLDER = Path(__file__).resolve().parent / "cases"


@dataclass(frozen=True)
class Case:
    topic: str
    name: str
    edits: Sequence[Dict[str, Any]]
    says: Tuple[Tuple[str, str], ...]
    advice: str

    def inputs(self, side: str) -> Tuple[Any, Any]:
        """The description and the configuration of a side, `old` or `new`."""
        spec, sdk = copy.deepcopy(ZOO)
        for edit in self.edits:
            tokens = list(edit["at"])
            if tokens[0] == "sdk":
                put(sdk, tokens[1:], edit.get(side))
            elif tokens[0] == "paths":
                put(spec, tokens, edit.get(side))
            else:
                put(spec, ["components", "schemas", *tokens], edit.get(side))
        return spec, sdk


def put(data: Any, tokens: List[Any], value: Any) -> None:
    """Sets what stands at a place; None removes it."""
    for token in tokens[:-1]:
        data = data.setdefault(token, {}) if isinstance(data, dict) else data[token]
    if value is not None:
        data[tokens[-1]] = copy.deepcopy(value)
    elif isinstance(data, dict):
        data.pop(tokens[-1], None)
    else:
        del data[tokens[-1]]


def cases() -> List[Case]:
    found: List[Case] = []
    for path in sorted(FOLDER.glob("*.yml")):
        for name, data in yaml.safe_load(path.read_text("utf-8")).items():
            edits = data.pop("edits", None) or [data]
            says = tuple((level, words) for item in data["says"] for level, words in item.items())
            found.append(Case(path.stem, name, edits, says, data["advice"]))
    return found


def sdk(root: Path, label: str, spec: Any, config: Any) -> Sdk:
    """The SDK for a description and a configuration, below `root`."""
    build(root)
    (root / FILES["spec"]).write_text(json.dumps(spec, indent=1), "utf-8")
    (root / FILES["ends"]).write_text(ENDS + COUNT, "utf-8")
    (root / FILES["sdk"]).write_text(json.dumps(config, indent=1), "utf-8")
    return read(Source(label, Inputs(root=root)))


def sides(root: Path, case: Case) -> Tuple[Sdk, Sdk]:
    old, new = (sdk(root / side, side, *case.inputs(side)) for side in ("old", "new"))
    return old, new
