"""The wheel holds the package, the whole package and nothing but the package."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path
from typing import Set

import pytest

from tests.architecture.source import PACKAGE, ROOT

DEPENDENCIES = {
    "anyio<5,>=3.5.0",
    "distro<2,>=1.7.0",
    "docstring-parser<1,>=0.15",
    "httpx<1,>=0.25.0",
    "jiter<1,>=0.4.0",
    "pydantic<3,>=1.9.0",
    "sniffio",
    "typing-extensions<5,>=4.10",
    "aiohttp; extra == 'aiohttp'",
    "httpx-aiohttp>=0.1.9; extra == 'aiohttp'",
    "boto3>=1.28.57; extra == 'bedrock'",
    "botocore>=1.31.57; extra == 'bedrock'",
    "google-auth[requests]<3,>=2; extra == 'vertex'",
}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.iterdir()
    assert path.name == "anthropic-0.79.0-py3-none-any.whl"
    return zipfile.ZipFile(path)


def metadata(wheel: zipfile.ZipFile) -> Message:
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    return Parser().parsestr(wheel.read(name).decode("utf-8"))


def test_contents(wheel: zipfile.ZipFile) -> None:
    packed = {name for name in wheel.namelist() if ".dist-info/" not in name}
    sources: Set[str] = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.match("*.py[co]")
    }
    assert packed == sources
    assert {"anthropic/py.typed", "anthropic/testing/_openapi.json"} <= packed
    kinds = {Path(name).suffix for name in packed}
    assert kinds == {".py", ".typed", ".json"} or kinds == {".py", "", ".json"}


def test_metadata(wheel: zipfile.ZipFile) -> None:
    fields = metadata(wheel)
    assert (fields["Name"], fields["Version"]) == ("anthropic", "0.79.0")
    assert fields["Requires-Python"] == ">=3.9"
    assert fields["License-Expression"] == "MIT"
    assert set(fields.get_all("Requires-Dist") or []) == DEPENDENCIES
    assert set(fields.get_all("Provides-Extra") or []) == {"aiohttp", "bedrock", "vertex"}


def test_works_without_the_project(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    """Unpacked somewhere else, the package answers from there."""
    wheel.extractall(tmp_path)
    program = (
        "import anthropic; "
        "anthropic.Anthropic(api_key='k').messages; "
        "print(anthropic.__version__, anthropic.__file__)"
    )
    command = [sys.executable, "-c", program]
    found = subprocess.run(
        command, cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout.split()
    assert found[0] == "0.79.0"
    assert Path(found[1]).resolve().parent == (tmp_path / "anthropic").resolve()
