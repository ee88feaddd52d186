"""A series of changes to the description, each made upon the one before.

They have the shape of what APIs of this kind went through: see `steps/`. A step is an overlay's
actions, changes of sdk.yml (`at` a path: a `value`, or a `rename` of keys), or both.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Dict, List

import yaml

from codegen.changes.sources import Sdk, Source, read
from codegen.pipeline import HERE, Inputs

STEPS = sorted((Path(__file__).parent / "steps").glob("*.yml"))


@dataclass(frozen=True)
class Version:
    """The description and sdk.yml after some steps."""

    name: str
    inputs: Inputs

    def read(self) -> Sdk:
        return read(Source(self.name, self.inputs))


def versions(folder: Path) -> List[Version]:
    """What stands in openapi/, and what it becomes with each step; written below `folder`."""
    ours = Inputs(root=HERE.parent)
    config: Dict[str, Any] = yaml.safe_load((ours.root / ours.config).read_text(encoding="utf-8"))
    found = [Version("today", ours)]
    actions: List[str] = []
    for path in STEPS:
        step = yaml.safe_load(path.read_text(encoding="utf-8"))
        for change in step.get("config", ()):
            _change(config, change)
        if "overlay" in step:
            info = {"title": path.stem, "version": "1"}
            actions.append(
                json.dumps({"overlay": "1.0.0", "info": info, "actions": step["overlay"]})
            )
        root = folder / path.stem
        (root / "overlays").mkdir(parents=True)
        for index, text in enumerate(actions):
            (root / "overlays" / f"{index}.yml").write_text(text, encoding="utf-8")
        (root / "sdk.yml").write_text(json.dumps(config), encoding="utf-8")
        inputs = replace(ours, config=str(root / "sdk.yml"), overlays=str(root / "overlays"))
        found.append(Version(path.stem, inputs))
    return found


def _change(config: Dict[str, Any], change: Dict[str, Any]) -> None:
    *way, last = change["at"]
    place = config
    for key in way:
        place = place[key]
    if "value" in change:
        place[last] = change["value"]
    for old, new in change.get("rename", {}).items():
        place[last] = {new if key == old else key: item for key, item in place[last].items()}
