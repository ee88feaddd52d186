"""Every case runs, in small, and says something that can be true."""

from __future__ import annotations

import math
import subprocess
import sys
import urllib.request
from importlib import import_module
from pathlib import Path
from typing import Iterator

import pytest

from benchmarks import server
from benchmarks.cases import CASES
from benchmarks.environments import ROOT
from benchmarks.measurement import figure

PROGRAMS = sorted({name for case in CASES for name in (case.program, case.floor) if name})
SMALL = {
    "calls:growth": 40,
    "streams:tool_input": 400,
    "streams:tool_input_growth": 2_000,
    "uploads:upload_memory": 100_000,
}


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with server.running() as url:
        yield url


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_gives_a_figure(program: str, url: str) -> None:
    module, _, function = program.partition(":")
    run = getattr(import_module(f"benchmarks.programs.{module}"), function)
    value = run(url, SMALL.get(program, 5))
    assert math.isfinite(value)
    assert value >= 0 or program == "calls:growth"  # where memory may be given back


def test_a_program_runs_in_a_process_of_its_own(url: str) -> None:
    assert figure(sys.executable, "startup:first_create", 1, url) > 0
    assert figure(sys.executable, "startup:modules_loaded", 1, url) > 100


def test_a_run_keeps_what_it_compiled_for_the_next(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path))
    figure(sys.executable, "startup:import_package", 1, url)
    assert list(tmp_path.rglob("_lazy.*.pyc"))


def test_a_program_that_fails_is_no_figure(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError, match="startup:first_create"):
        figure(sys.executable, "startup:first_create", 1, "not a url")
    assert "UnsupportedProtocol" in capfd.readouterr().err


def test_importing_the_child_costs_nothing_that_is_measured() -> None:
    code = "import sys, benchmarks.client, benchmarks.programs.startup; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, stdout=-1, cwd=ROOT)
    loaded = set(done.stdout.decode().split())
    assert loaded & {"anthropic", "httpx", "pydantic", "json", "asyncio", "ssl"} == set()


def test_cases_have_names_and_one_target_each() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
    assert all((case.ratio is None) != (case.limit is None) for case in CASES)


def test_the_server_answers_chunked_and_split_requests(url: str) -> None:
    def parts() -> Iterator[bytes]:
        yield b"x" * 100_000
        yield b"y" * 100_000

    for body in (b"z" * 300_000, parts()):
        request = urllib.request.Request(f"{url}/small/v1/messages", data=body, method="POST")  # type: ignore[arg-type]  # iterators are sent in chunks
        with urllib.request.urlopen(request, timeout=10) as answer:
            assert b"Hello!" in answer.read()
