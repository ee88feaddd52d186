"""The stages, in order. Read this first.

    load -> resolve -> lower -> plan -> render -> format -> write -> verify

Each stage takes the result of the one before. A stage that finds something
wrong raises `GenerationFailed` with every problem it found; files are touched
only by `write`, when all the stages before it have passed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Container, Dict, List, Tuple

from codegen.check.hashes import files_below, hash_files
from codegen.check.seams import check_seams
from codegen.diagnostics import Problems
from codegen.distribution.project import plan_project
from codegen.distribution.runtime import runtime_files
from codegen.emit.format import format_texts
from codegen.emit.render import Renderer
from codegen.ir.model import Api
from codegen.lower.api import lower
from codegen.lower.config import Config, read_config
from codegen.plan.files import FilePlan
from codegen.plan.package import plan_description, plan_package
from codegen.plan.resources import plan_resources
from codegen.plan.surface import StatsView, plan_surface
from codegen.plan.tests import plan_tests
from codegen.plan.types import plan_types
from codegen.spec import Document, apply_overlays, describe, load_document
from codegen.spec.graph import Description

RUNTIME = "src/anthropic"
HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Inputs:
    """Where everything is; the defaults are this repository's."""

    root: Path = HERE.parent
    spec: str = "openapi/anthropic.yml"
    config: str = "openapi/sdk.yml"
    overlays: str = "openapi/overlays"
    package: str = RUNTIME
    tests: str = "tests/api_resources"
    templates: Path = HERE.parent / "templates"
    distribution: bool = False  # whether the runtime and the files around a package are written
    name: str = ""  # of the package, if not as configured

    @classmethod
    def elsewhere(cls, spec: Path, config: Path, out: Path, package: str) -> Inputs:
        """Another API's description, for a package of its own below `out`."""
        spec = spec.resolve()
        overlays, config = str(spec.parent / "overlays"), config.resolve()
        inputs = cls(out.resolve(), str(spec), str(config), overlays, package="", tests="")
        return replace(inputs, distribution=True, name=package)

    def folder(self, package: str) -> str:
        """Where a package of this name is written."""
        return self.package or f"src/{package}"


@dataclass(frozen=True)
class Result:
    description: Description
    api: Api
    plans: Tuple[FilePlan, ...]
    tree: Dict[str, str]


def load(inputs: Inputs, tolerated: Container[str] = ()) -> Description:
    """Stages 1 and 2."""
    problems = Problems(tolerated)
    return describe(load_spec(inputs, problems), problems)


def load_spec(inputs: Inputs, problems: Problems) -> Document:
    """Stage 1: the description with its overlays."""
    document = load_document(inputs.root / inputs.spec, problems)
    overlays = files_below(inputs.root / inputs.overlays, "*.yml")
    apply_overlays(document, overlays, problems)
    return document


def read_api(inputs: Inputs) -> Tuple[Description, Api]:
    """Stages 1 to 3."""
    problems = Problems()
    config = configure(inputs, problems)
    description = load(inputs, config.tolerate)
    return description, lower_api(inputs, config, description, problems)


def configure(inputs: Inputs, problems: Problems) -> Config:
    """What sdk.yml says; what is wrong with it is told together with what stage 3 finds."""
    document = load_document(inputs.root / inputs.config, problems)
    config = read_config(document.data, document.place, problems)
    problems.tolerated = config.tolerate
    return replace(config, package=inputs.name) if inputs.name else config


def lower_api(inputs: Inputs, config: Config, description: Description, problems: Problems) -> Api:
    """Stage 3."""
    api = lower(description, config, problems)
    declared = check_seams(api, config, inputs.root / inputs.folder(api.package), problems)
    return replace(api, declared=declared)


def plan(inputs: Inputs, description: Description, api: Api) -> List[FilePlan]:
    """Stage 4."""
    root = inputs.folder(api.package)
    plans = plan_types(api, root) + plan_resources(api, root) + plan_package(api, root)
    if inputs.distribution:
        texts = runtime_files(HERE.parent / RUNTIME, api)
        plans += [FilePlan(f"{root}/{path}", "", texts[path], format=False) for path in texts]
        plans += plan_project(api, description)
    else:
        plans.append(plan_description(description.document, f"{root}/testing/_openapi.json"))
        plans += plan_tests(api, inputs.tests)
    return plans + plan_surface(api, _stats(inputs, api))


def run(inputs: Inputs) -> Result:
    """Stages 1 to 6: everything but the disk."""
    description, api = read_api(inputs)
    plans = plan(inputs, description, api)
    renderer = Renderer(inputs.templates)
    texts = {item.path: renderer.render(item) for item in plans}
    formatted = format_texts({item.path: texts[item.path] for item in plans if item.format})
    return Result(description, api, tuple(plans), {**texts, **formatted})


def generated_folders(inputs: Inputs, api: Api) -> Tuple[str, ...]:
    """Where stale generated files are looked for."""
    return tuple(filter(None, (inputs.folder(api.package), inputs.tests)))


def _stats(inputs: Inputs, api: Api) -> StatsView:
    overlays = files_below(inputs.root / inputs.overlays, "*.yml")
    code = files_below(HERE, "*.py") + files_below(inputs.templates, "*.j2")
    # What only reports has no part in what is generated.
    code = [path for path in code if HERE / "changes" not in path.parents]
    return StatsView(
        operations=api.operations,
        types=len(api.types),
        spec_hash=hash_files([inputs.root / inputs.spec, *overlays]),
        config_hash=hash_files([inputs.root / inputs.config]),
        generator_hash=hash_files(code),
    )
