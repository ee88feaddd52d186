"""Starts two Prism servers on free ports, for GA and for beta operations, and runs a command.

    python tests/prism/serve.py pytest tests/api_resources

The command finds them in TEST_PRISM_URL and TEST_PRISM_BETA_URL. Without a command both are served
until interrupted. Prism is installed once, from the npm registry, into the folder .prism.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Dict, Iterator, List

import yaml
from view import view

HERE = Path(__file__).resolve().parent
DESCRIPTION = HERE.parent.parent / "openapi" / "anthropic.yml"
WORK = HERE.parent.parent / ".prism"
# Seconds until a server that has been started must accept connections.
START_LIMIT = 90.0


def main(command: List[str]) -> int:
    # Leave through the `finally` clauses, so that no server outlives this program.
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    install()
    description = yaml.load(DESCRIPTION.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    with contextlib.ExitStack() as servers:
        # A folder of this run's own: Prism starts anew when its document changes.
        folder = Path(servers.enter_context(tempfile.TemporaryDirectory(prefix="prism-")))
        urls: Dict[str, str] = {}
        for variable, name in (("TEST_PRISM_URL", "ga"), ("TEST_PRISM_BETA_URL", "beta")):
            document = folder / f"{name}.json"
            document.write_text(json.dumps(view(description, beta=name == "beta")), "utf-8")
            urls[variable] = servers.enter_context(prism(document))
        print("Prism answers: " + ", ".join(f"{key}={url}" for key, url in urls.items()))
        sys.stdout.flush()
        if command:
            return subprocess.call(command, env={**os.environ, **urls})
        with contextlib.suppress(KeyboardInterrupt):
            while True:
                time.sleep(3600)
    return 0


def install() -> None:
    """Installs Prism as package-lock.json pins it, unless that has been done before."""
    WORK.mkdir(exist_ok=True)
    lock, installed = HERE / "package-lock.json", WORK / "package-lock.json"
    if (WORK / "done").exists() and lock.read_bytes() == installed.read_bytes():
        return
    (WORK / "done").unlink(missing_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(HERE / name, WORK / name)
    print("Installing Prism from the npm registry", flush=True)
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("npm is not on PATH: run ./scripts/setup, and this with .venv/bin first.")
    options = ["--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"]
    subprocess.run([npm, "ci", *options], cwd=WORK, check=True, stdin=subprocess.DEVNULL)
    (WORK / "done").touch()


@contextlib.contextmanager
def prism(document: Path) -> Iterator[str]:
    """Serves a document on a free loopback port for as long as the context lasts."""
    port = free_port()
    program = WORK / "node_modules" / "@stainless-api" / "prism-cli" / "dist" / "index.js"
    log = document.with_suffix(".log")
    command = ["node", str(program), "mock", str(document), "--host=127.0.0.1", f"--port={port}"]
    with log.open("wb") as output:
        # `node` may be a program that starts the real one: the group holds both, and ends together.
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        wait_until_open(process, port, log)
        yield f"http://127.0.0.1:{port}"
        if process.poll() is not None:
            raise SystemExit(f"Prism died while it was used:\n{last_words(log)}")
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def last_words(log: Path) -> str:
    return log.read_text("utf-8", "replace")[-2000:]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_until_open(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + START_LIMIT
    while time.monotonic() < deadline and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit(f"Prism did not start:\n{last_words(log)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
