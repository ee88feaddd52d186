"""What runs on pull requests runs the same here: every step is a script of the project."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple

import pytest
import yaml

from tests.architecture.source import ROOT
from tests.codegen.zoo import build

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"actions/[\w-]+@(v\d+\.\d+\.\d+|[0-9a-f]{40})\Z")
# Values that whoever opens a pull request chooses: in a `run`, they would be code.
EXPRESSION = re.compile(r"\$\{\{")


def load(path: Path) -> Dict[str, Any]:
    data: Dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return data


def jobs() -> Iterator[Tuple[str, Dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in load(path)["jobs"].items():
            yield f"{path.stem}.{name}", job


def steps() -> List[Tuple[str, Dict[str, Any]]]:
    return [(name, step) for name, job in jobs() for step in job["steps"]]


def test_the_gate_and_the_review_are_there() -> None:
    commands = [shlex.split(step["run"])[0] for _, step in steps() if "run" in step]
    assert set(commands) == {".ci/run", "./scripts/comment", "./scripts/review"}


@pytest.mark.parametrize(("name", "step"), steps())
def test_steps(name: str, step: Dict[str, Any]) -> None:
    if "uses" in step:
        assert PINNED.match(step["uses"]), f"{name}: pin {step['uses']} to a version"
        return
    program = ROOT / shlex.split(step["run"])[0]
    assert program.is_file() and os.access(program, os.X_OK)
    assert not EXPRESSION.search(step["run"]), f"{name}: hand values over in `env`"


def test_only_the_comment_may_write_and_it_runs_what_has_been_reviewed() -> None:
    for path in WORKFLOWS:
        assert load(path)["permissions"] in ({}, "", {"contents": "read"}), path.name
        assert "pull_request_target" not in load(path)["on"]
    for name, job in jobs():
        writing = [key for key, value in (job.get("permissions") or {}).items() if value == "write"]
        assert writing == (["pull-requests"] if name == "review.comment" else []), name
        if writing:
            checkout = next(step for step in job["steps"] if "checkout" in step.get("uses", ""))
            assert checkout["with"]["ref"] == "${{ github.event.pull_request.base.sha }}"
        assert int(job["timeout-minutes"]) <= 60


# ------------------------------------------------------------------ the scripts themselves


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository of two commits with the real scripts, in an environment that is ready."""
    build(tmp_path)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    (tmp_path / "scripts" / "_env").write_text(
        'set -eu\ncd "$(dirname "${BASH_SOURCE[0]}")/.."\nmain_environment() { :; }\n', "utf-8"
    )
    (tmp_path / "bin").mkdir()
    starter = f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'
    (tmp_path / "bin" / "python").write_text(starter, "utf-8")
    (tmp_path / "bin" / "gh").write_text('#!/bin/sh\nprintf "%s\\n" "$@" >gh.log\n', "utf-8")
    for program in (tmp_path / "bin").iterdir():
        program.chmod(0o755)
    shutil.copytree(ROOT / "codegen", tmp_path / "codegen")
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    spec = tmp_path / "openapi" / "anthropic.yml"
    author = ["-c", "user.name=zoo", "-c", "user.email=zoo@zoo.example"]
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    for size in ("integer", "number"):
        text = spec.read_text("utf-8").replace("size: {type: integer}", f"size: {{type: {size}}}")
        spec.write_text(text, "utf-8")
        subprocess.run(["git", "add", "openapi", "src"], cwd=tmp_path, check=True)
        commit = ["git", *author, "commit", "-q", "--allow-empty", "-m", f"As {size}"]
        subprocess.run(commit, cwd=tmp_path, check=True)
    return tmp_path


def call(project: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    path = f"{project / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": "", **more}
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def test_review(project: Path) -> None:
    summary = project / "summary.md"
    result = call(project, "./scripts/review", "HEAD~1", "HEAD", "--out", "deep/report",
                  GITHUB_STEP_SUMMARY=str(summary))  # fmt: skip
    assert result.returncode == 0, result.stderr
    report = (project / "deep" / "report" / "changes.md").read_text("utf-8")
    assert "`animals.create(size)` is `float`, was only `int`" in report
    assert summary.read_text("utf-8") == report
    assert (project / "deep/report/changes.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_review_of_what_does_not_exist(project: Path) -> None:
    result = call(project, "./scripts/review", "HEAD~7", "HEAD")
    assert result.returncode == 1 and "`HEAD~7` is no folder" in result.stderr
    assert not (project / "review").exists()
    result = call(project, "./scripts/review", "HEAD")
    assert result.returncode == 2 and "usage: ./scripts/review OLD NEW" in result.stderr


def test_comment(project: Path) -> None:
    assert call(project, "./scripts/comment", "7", "review/changes.md").returncode == 0
    arguments = (project / "gh.log").read_text("utf-8").split()
    assert arguments[:5] == ["pr", "comment", "7", "--body-file", "review/changes.md"]
    assert call(project, "./scripts/comment", "7").returncode == 2
