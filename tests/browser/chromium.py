"""A headless Chromium for tests, driven over a pair of pipes.

On Linux with an x86-64 processor it comes from the npm registry, pinned by package-lock.json, and
is unpacked once into the folder .browser. Elsewhere an installed one runs; CHROMIUM can name it.
"""

from __future__ import annotations

import base64
import contextlib
import fcntl
import itertools
import json
import os
import platform
import select
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, Iterator, Mapping, Tuple

HERE = Path(__file__).resolve().parent
WORK = HERE.parent.parent / ".browser"
INSTALLED = ("chromium", "chromium-browser", "google-chrome", "chrome")
# The browser reads commands from its descriptor 3 and answers on 4.
STARTER = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(number), fcntl.F_DUPFD, 10) for number in sys.argv[1:3]]
for number, end in zip((3, 4), ends):
    os.dup2(end, number)
os.execv(sys.argv[3], sys.argv[3:])
"""
# Seconds until the browser must have answered.
ANSWER_LIMIT = 30.0
FONTS = """\
<?xml version="1.0"?>
<fontconfig><dir>{folder}/fonts</dir><cachedir>{folder}/cache</cachedir></fontconfig>
"""


def program() -> Tuple[str, Mapping[str, str]]:
    """The browser to start, and what it needs in its environment."""
    if os.environ.get("CHROMIUM"):
        return os.environ["CHROMIUM"], {}
    if sys.platform == "linux" and platform.machine() == "x86_64":
        install()
        environment = {"LD_LIBRARY_PATH": f"{WORK}/lib", "FONTCONFIG_FILE": f"{WORK}/fonts.conf"}
        return str(WORK / "chromium"), environment
    found = next(filter(None, map(shutil.which, INSTALLED)), None)
    assert found, "no Chromium: install one, or name it in CHROMIUM"
    return found, {}


def install() -> None:
    """Installs the browser as package-lock.json pins it, unless that has been done before."""
    WORK.mkdir(exist_ok=True)
    with (WORK / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done, pins = WORK / "done", HERE / "package-lock.json"
        if done.exists() and done.read_bytes() == pins.read_bytes():
            return
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / name, WORK / name)
        options = ["--no-audit", "--no-fund", "--loglevel=error", "--ignore-scripts"]
        run("npm", "ci", *options)
        run("node", str(HERE / "unpack.js"), str(WORK))
        (WORK / "fonts.conf").write_text(FONTS.format(folder=WORK), "utf-8")
        shutil.copyfile(pins, done)


def run(name: str, *arguments: str) -> None:
    beside = Path(sys.executable).parent
    found = shutil.which(name, path=f"{beside}{os.pathsep}{os.environ.get('PATH', '')}")
    assert found, f"{name} is not installed beside this Python: run ./scripts/setup"
    environment = {**os.environ, "PATH": f"{Path(found).parent}{os.pathsep}{os.environ['PATH']}"}
    result = subprocess.run(
        [found, *arguments], cwd=WORK, env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, f"{name} failed:\n{result.stdout}{result.stderr}"


class Page:
    """One tab. `requests` are the addresses that it has asked for."""

    def __init__(self, write: int, read: int, log: Path) -> None:
        self._log = log
        self._write = write
        self._read = read
        self._numbers = itertools.count(1)
        self._buffer = b""
        self._session = ""
        self.requests: list[str] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        attached = self._call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Network"):
            self._call(f"{domain}.enable")
        self.size(1000, 760)

    def offline(self) -> None:
        """From now on, nothing can be reached over the network."""
        self._call("Network.emulateNetworkConditions", offline=True, latency=0,
                   downloadThroughput=-1, uploadThroughput=-1)  # fmt: skip

    def size(self, width: int, height: int) -> None:
        self._call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                   deviceScaleFactor=1, mobile=False)  # fmt: skip

    def open(self, address: str) -> None:
        self._call("Page.navigate", url=address)
        while self._event()["method"] != "Page.loadEventFired":
            pass

    def run(self, script: str) -> Any:
        """The value of a JavaScript expression."""
        answer = self._call("Runtime.evaluate", expression=script, returnByValue=True,
                            awaitPromise=True)  # fmt: skip
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def type(self, text: str) -> None:
        self._call("Input.insertText", text=text)

    def press(self, key: str) -> None:
        for kind in ("keyDown", "keyUp"):
            self._call("Input.dispatchKeyEvent", type=kind, key=key)

    def click(self, selector: str) -> None:
        """Moves the mouse over the first such element, wherever the page shows it, and clicks."""
        found = json.dumps(selector)
        x, y = self.run(f"""(() => {{
            const e = document.querySelector({found}); e.scrollIntoView({{block: "center"}});
            const box = e.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2]; }})()""")
        for kind in ("mousePressed", "mouseReleased"):
            self._call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def screenshot(self) -> bytes:
        return base64.b64decode(self._call("Page.captureScreenshot", format="png")["data"])

    # -------------------------------------------------------------- the protocol

    def _call(self, method: str, **parameters: Any) -> Dict[str, Any]:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._message()
            if answer.get("id") == number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: Dict[str, Any] = answer["result"]
                return result

    def _event(self) -> Dict[str, Any]:
        while True:
            message = self._message()
            if "method" in message:
                return message

    def _message(self) -> Dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._read], [], [], ANSWER_LIMIT)
            assert ready, f"the browser has not answered for {ANSWER_LIMIT} s"
            received = os.read(self._read, 1 << 16)
            assert received, f"the browser has ended:\n{self._log.read_text('utf-8', 'replace')}"
            self._buffer += received
        text, _, self._buffer = self._buffer.partition(b"\0")
        message: Dict[str, Any] = json.loads(text)
        if message.get("method") == "Network.requestWillBeSent":
            self.requests.append(message["params"]["request"]["url"])
        return message


@contextlib.contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """A page of a browser whose files are in `folder`, for as long as the context lasts."""
    path, needed = program()
    commands_read, commands = os.pipe()
    answers, answers_write = os.pipe()
    options = ["--headless", "--no-sandbox", "--no-zygote", "--single-process", "--disable-gpu",
               "--disable-dev-shm-usage", "--remote-debugging-pipe", "--hide-scrollbars",
               f"--user-data-dir={folder / 'profile'}"]  # fmt: skip
    with (folder / "chromium.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", STARTER, str(commands_read), str(answers_write), path, *options],
            env={**os.environ, **needed},
            pass_fds=(commands_read, answers_write),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    os.close(commands_read)
    os.close(answers_write)
    try:
        yield Page(commands, answers, folder / "chromium.log")
    finally:
        process.kill()
        process.wait()
        os.close(commands)
        os.close(answers)
