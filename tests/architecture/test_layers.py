"""Who may import whom, in the package and in the generator (the pictures in ARCHITECTURE.md)."""

from __future__ import annotations

import ast
from typing import List

from tests.architecture.source import GENERATOR, PACKAGE, Import, imports, modules, tree

# Modules of the package by level: the longest prefix counts. What starts with "_" is at level 0.
LEVELS = {
    "anthropic": 6,
    "anthropic.lib.bedrock": 5,
    "anthropic.lib.vertex": 5,
    "anthropic.lib.foundry": 5,
    "anthropic.lib._platform_beta": 5,
    "anthropic._client": 4,
    "anthropic._client_views": 4,
    "anthropic.resources": 3,
    "anthropic.lib": 2,
    "anthropic.types": 1,
    "anthropic.pagination": 1,
}

# Annotations that are published with a class from further up, and so cannot be avoided.
PUBLISHED_ANNOTATIONS = {("anthropic._streaming", "anthropic._client")}

# What each part of the generator may import of the rest.
STAGES = {
    "codegen.diagnostics": set(),
    "codegen.ir": {"diagnostics"},
    "codegen.spec": {"diagnostics"},
    "codegen.lower": {"diagnostics", "ir", "spec"},
    "codegen.plan": {"diagnostics", "ir"},
    "codegen.emit": {"diagnostics", "plan"},
    "codegen.check": {"diagnostics", "emit", "ir", "lower", "plan"},
    "codegen.explain": {"diagnostics", "ir", "lower", "pipeline", "spec"},
    "codegen.bootstrap": {"diagnostics", "ir", "lower", "spec"},
    "codegen.distribution": {"emit", "ir", "plan", "spec"},
    "codegen.changes": {"diagnostics", "emit", "ir", "pipeline", "plan", "spec"},
}

# Libraries that only installed extras bring, or that cost too much to load for everyone.
OPTIONAL = {"aiohttp", "boto3", "botocore", "google", "httpx_aiohttp", "requests"}

# Calls that touch files, libraries that do, and the only modules of the generator that use them.
INPUT_OUTPUT = {
    "open", "read_text", "read_bytes", "write_text", "write_bytes", "unlink", "mkdir", "rmdir",
    "glob", "rglob", "iterdir",
}  # fmt: skip
STARTS_PROGRAMS = {"subprocess", "shutil", "tempfile"}
DOES_INPUT_OUTPUT = ("codegen.spec.load", "codegen.emit.format", "codegen.emit.write",
                     "codegen.check", "codegen.changes.sources", "codegen.changes.command",
                     "codegen.bootstrap.command", "codegen.distribution.runtime",
                     "codegen.__main__")  # fmt: skip


def level(module: str) -> int:
    best = max(
        (prefix for prefix in LEVELS if module == prefix or module.startswith(prefix + ".")),
        key=len,
    )
    part = module.split(".")[1] if "." in module else ""
    if best == "anthropic" and part:
        assert part.startswith("_"), f"{module} is at no level: give it one in LEVELS"
        return 0
    return LEVELS[best]


def within(module: str, prefix: str) -> bool:
    return module == prefix or module.startswith(prefix + ".")


def listed(wrong: List[Import]) -> str:
    return "\n".join(str(found) for found in wrong)


def test_package_imports_point_down() -> None:
    wrong = [
        found
        for found in imports(PACKAGE)
        if within(found.target, "anthropic")
        and not within(found.importer, "anthropic.testing")
        and not within(found.target, "anthropic.testing")
        and level(found.target) > level(found.importer) + found.for_types_only
    ]
    needed = {(found.importer, found.target) for found in wrong if found.for_types_only}
    unexpected = [
        found
        for found in wrong
        if (found.importer, found.target) not in PUBLISHED_ANNOTATIONS or not found.for_types_only
    ]
    assert not unexpected, listed(unexpected)
    assert needed == PUBLISHED_ANNOTATIONS, "an exception that nobody needs is removed"


def test_package_root_is_imported_by_nobody_inside() -> None:
    wrong = [found for found in imports(PACKAGE) if found.target == "anthropic"]
    assert not wrong, listed(wrong)


def test_the_test_server_stands_apart() -> None:
    """It checks the SDK, so it must not share the SDK's code; and users do not pay for it."""
    wrong = [
        found
        for found in imports(PACKAGE)
        if within(found.target, "anthropic")
        and within(found.importer, "anthropic.testing") != within(found.target, "anthropic.testing")
    ]
    assert not wrong, listed(wrong)


def test_package_never_imports_the_generator_or_its_tools() -> None:
    strangers = {"codegen", "tests", "yaml", "jinja2", "pytest"}
    wrong = [found for found in imports(PACKAGE) if found.target.split(".")[0] in strangers]
    assert not wrong, listed(wrong)


def test_optional_libraries_are_imported_only_when_used() -> None:
    wrong = [
        found
        for found in imports(PACKAGE)
        if found.target.split(".")[0] in OPTIONAL
        and not found.deferred
        and not found.for_types_only
    ]
    assert not wrong, listed(wrong)


def test_generator_stages_know_only_what_comes_before() -> None:
    wrong = [
        found
        for found in imports(GENERATOR)
        for stage, allowed in STAGES.items()
        if within(found.importer, stage)
        and within(found.target, "codegen")
        and not within(found.target, stage)
        and not any(within(found.target, f"codegen.{name}") for name in allowed)
    ]
    assert not wrong, listed(wrong)


def test_every_part_of_the_generator_has_a_rule() -> None:
    free = {"codegen", "codegen.__main__", "codegen.pipeline"}
    unruled = [
        name
        for name in modules(GENERATOR)
        if name not in free and not any(within(name, stage) for stage in STAGES)
    ]
    assert not unruled


def test_generator_libraries_have_one_home() -> None:
    homes = {"yaml": "codegen.spec.load", "jinja2": "codegen.emit.render"}
    wrong = [
        found
        for found in imports(GENERATOR)
        if found.importer != homes.get(found.target.split(".")[0], found.importer)
    ]
    assert not wrong, listed(wrong)


def test_generator_does_not_import_the_package() -> None:
    wrong = [found for found in imports(GENERATOR) if within(found.target, "anthropic")]
    assert not wrong, listed(wrong)


def test_generator_touches_the_disk_only_at_its_ends() -> None:
    wrong: List[str] = []
    for name, path in modules(GENERATOR).items():
        if any(within(name, home) for home in DOES_INPUT_OUTPUT):
            continue
        wrong += [
            str(found)
            for found in imports(GENERATOR)
            if found.importer == name and found.target in STARTS_PROGRAMS
        ]
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if called in INPUT_OUTPUT:
                    wrong.append(f"{name}:{node.lineno} calls {called}()")
    assert not wrong, "\n".join(wrong)
