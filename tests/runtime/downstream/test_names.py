"""Names that other programs import, read and patch are where they look for them."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List, Tuple

import pytest

from anthropic._compat import PYDANTIC_V1

LIST = Path(__file__).with_name("names.txt")


def listed() -> Dict[str, List[str]]:
    """The names by module; a module that is only imported has none."""
    found: Dict[str, List[str]] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            module, _, name = line.partition(": ")
            found.setdefault(module, []).extend([name] if name else [])
    return found


NAMES = listed()


@pytest.mark.parametrize("module", NAMES)
def test_names(module: str) -> None:
    found: Any = importlib.import_module(module)
    for name in NAMES[module]:
        if PYDANTIC_V1 and name.endswith(".model_validate"):
            # pydantic's own, and only the second has it.
            name = name.replace("model_validate", "parse_obj")
        value = found
        for part in name.split("."):
            value = getattr(value, part)
        assert value is not None, name


def statements() -> List[Tuple[str, str]]:
    """Each import as a statement, alone in a program."""
    lines = [(module, f"import {module}") for module in NAMES]
    lines += [
        (module, f"from {module} import {name}")
        for module, names in NAMES.items()
        for name in names
        if "." not in name
    ]
    return lines


def test_imports_in_any_order() -> None:
    """In a process of their own, from the last to the first: no import counts on another."""
    program = "\n".join(line for _, line in sorted(statements(), reverse=True))
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr


def test_methods_that_are_patched_are_plain_functions() -> None:
    for module, names in NAMES.items():
        for name in names:
            owner, _, method = name.rpartition(".")
            if owner and method in ("create", "stream", "request", "__init__"):
                class_: Any = importlib.import_module(module)
                for part in owner.split("."):
                    class_ = getattr(class_, part)
                function = getattr(class_, method)
                assert callable(function) and hasattr(function, "__qualname__"), name
                assert not isinstance(function, type), name
