"""`check` fails on every difference between the inputs and the disk, `generate` takes it away."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Callable, List, Tuple

import pytest

from codegen.__main__ import main
from codegen.check.drift import drift_report
from codegen.emit.write import MARK, compare, write
from codegen.pipeline import Inputs, run
from tests.codegen.goldens import ROOT
from tests.codegen.zoo import SPEC, build, fingerprint

RESOURCE = "src/anthropic/resources/animals.py"
TYPE = "src/anthropic/types/house.py"


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("zoo")
    build(root)
    assert main(["generate", "--root", str(root)]) == 0
    return root


@pytest.fixture
def repository(healthy: Path, tmp_path: Path) -> Path:
    shutil.copytree(healthy, tmp_path / "zoo")
    return tmp_path / "zoo"


@pytest.fixture
def check(repository: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], Tuple[int, str]]:
    """The status of `check` and what it prints; it never touches a file."""

    def run_check() -> Tuple[int, str]:
        before = fingerprint(repository)
        capsys.readouterr()
        status = main(["check", "--root", str(repository)])
        assert fingerprint(repository) == before
        return status, capsys.readouterr().out

    return run_check


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_passes_after_generate(check: Callable[[], Tuple[int, str]]) -> None:
    status, printed = check()
    assert status == 0
    assert "generated files are up to date" in printed


@pytest.mark.parametrize(
    "path", [RESOURCE, TYPE, "src/anthropic/__init__.py", "api.txt", "api.md", ".stats.yml"]
)
def test_one_changed_character(
    path: str, repository: Path, check: Callable[[], Tuple[int, str]]
) -> None:
    target = repository / path
    original = target.read_bytes()
    changed = bytearray(original)
    at = len(changed) // 2
    changed[at] = changed[at] ^ 1
    target.write_bytes(bytes(changed))
    status, printed = check()
    assert status == 1
    assert f"different: {path}" in printed
    assert "run `python -m codegen generate`" in printed
    assert main(["generate", "--root", str(repository)]) == 0
    assert target.read_bytes() == original


@pytest.mark.parametrize("change", [b"\xff", b"\r\n"], ids=["no text", "line end"])
def test_change_that_is_no_text(
    change: bytes, repository: Path, check: Callable[[], Tuple[int, str]]
) -> None:
    target = repository / TYPE
    target.write_bytes(target.read_bytes().replace(b"\n", change, 1))
    status, printed = check()
    assert status == 1
    assert f"different: {TYPE}" in printed


def test_shows_the_line_that_differs(
    repository: Path, check: Callable[[], Tuple[int, str]]
) -> None:
    edit(repository / TYPE, "street", "strete")
    _, printed = check()
    assert "-    strete: Optional[str] = None" in printed
    assert "+    street: Optional[str] = None" in printed


@pytest.mark.parametrize(
    "path",
    [
        "src/anthropic/types/old_house.py",
        "tests/api_resources/test_houses.py",
        "src/anthropic/types/old/house.py",
    ],
)
def test_stale_file(path: str, repository: Path, check: Callable[[], Tuple[int, str]]) -> None:
    stale = repository / path
    stale.parent.mkdir(exist_ok=True)
    stale.write_text(f"{MARK} once upon a time.\n", encoding="utf-8")
    status, printed = check()
    assert status == 1
    assert f"stale: {path}" in printed
    assert main(["generate", "--root", str(repository)]) == 0
    assert not stale.exists()
    assert stale.parent.exists() == (stale.parent.name != "old")


def test_hand_written_files_are_left_alone(
    repository: Path, check: Callable[[], Tuple[int, str]]
) -> None:
    mine = repository / "src/anthropic/mine.py"
    mine.write_text("# Not generated.\n", encoding="utf-8")
    assert check()[0] == 0
    assert main(["generate", "--root", str(repository)]) == 0
    assert mine.exists()


def test_missing_file(repository: Path, check: Callable[[], Tuple[int, str]]) -> None:
    (repository / TYPE).unlink()
    status, printed = check()
    assert status == 1
    assert f"missing: {TYPE}" in printed
    assert main(["generate", "--root", str(repository)]) == 0
    assert check()[0] == 0


@pytest.mark.parametrize(
    "old, new",
    [
        ("size: {type: integer}", "size: {type: integer}\n        colour: {type: string}"),
        ("description: All animals.", "description: Every animal."),
    ],
    ids=["property", "words"],
)
def test_description_that_was_not_generated(
    old: str, new: str, repository: Path, check: Callable[[], Tuple[int, str]]
) -> None:
    spec = repository / "openapi/anthropic.yml"
    edit(spec, old, new)
    status, printed = check()
    assert status == 1
    assert f"different: {RESOURCE}" in printed
    assert main(["generate", "--root", str(repository)]) == 0
    assert check()[0] == 0
    before = fingerprint(repository)
    spec.write_text(SPEC, encoding="utf-8")
    assert check()[0] == 1
    assert main(["generate", "--root", str(repository)]) == 0
    assert fingerprint(repository) != before
    assert check()[0] == 0


def test_a_schema_that_is_renamed_leaves_no_file_behind(repository: Path) -> None:
    spec = repository / "openapi/anthropic.yml"
    spec.write_text(SPEC.replace("House", "Villa"), encoding="utf-8")
    assert main(["generate", "--root", str(repository)]) == 0
    assert not (repository / TYPE).exists()
    assert (repository / "src/anthropic/types/villa.py").is_file()


def test_a_second_run_writes_nothing(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    times = {path: path.stat().st_mtime_ns for path in repository.rglob("*") if path.is_file()}
    assert main(["generate", "--root", str(repository)]) == 0
    assert " 0 written, 0 removed" in capsys.readouterr().out
    assert times == {p: p.stat().st_mtime_ns for p in repository.rglob("*") if p.is_file()}


def differences(folder: Path) -> List[str]:
    """Generated files of this repository that are not what its inputs give."""
    tree = run(Inputs()).tree
    stats = ".stats.yml"
    return [
        path
        for path, text in tree.items()
        if path != stats and (folder / path).read_text(encoding="utf-8") != text
    ]


def test_this_repository_is_what_its_inputs_give() -> None:
    assert differences(ROOT) == []


def test_command_line_without_a_command() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "codegen"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert "generate" in result.stderr and "check" in result.stderr


def test_a_hand_written_file_in_a_folder_that_is_generated_whole(tmp_path: Path) -> None:
    (tmp_path / "src/zoo/types").mkdir(parents=True)
    (tmp_path / "src/zoo/types/mine.py").write_text("x = 1\n")
    (tmp_path / "src/zoo/_mine.py").write_text("x = 1\n")
    changes = compare(tmp_path, {}, ("src/zoo",))
    assert changes.foreign == ("src/zoo/types/mine.py",)
    assert "foreign: src/zoo/types/mine.py" in drift_report(tmp_path, {}, changes)
    assert write(tmp_path, {}, changes) == {"written": 0, "removed": 0}
    assert (tmp_path / "src/zoo/types/mine.py").exists()
