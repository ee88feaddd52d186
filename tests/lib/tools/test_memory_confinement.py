"""Nothing outside the memory directory is read or written, whatever the model and others do."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Optional
from unittest import mock

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from anthropic.lib.tools import BetaLocalFilesystemMemoryTool, ToolError, _memory_directories

SECRET = "what only the host may know"


class Host:
    """A directory with secrets, beside one for memory that has links to it."""

    def __init__(self, base: Path) -> None:
        self.outside = base / "outside"
        self.root = base / "memory"
        (self.outside / "inner").mkdir(parents=True)
        (self.outside / "secret").write_text(SECRET)
        (self.outside / "inner" / "secret").write_text(SECRET)
        self.tool = BetaLocalFilesystemMemoryTool(self.root)
        (self.root / "a").mkdir()
        (self.root / "a" / "b").write_text("b\n")
        self.links = {
            "file": self.outside / "secret",
            "dir": self.outside,
            "up": Path(".."),
            "a/out": Path("..") / ".." / "outside",
            "dangling": self.outside / "new",
        }
        for name, target in self.links.items():
            (self.root / name).symlink_to(target)
        self.before = self.state()

    def state(self) -> Dict[str, object]:
        """Everything outside: names, contents, modes, times of change."""
        found: Dict[str, object] = {}
        for path in [self.outside, *sorted(self.outside.rglob("*"))]:
            status = path.lstat()
            content = path.read_bytes() if path.is_file() else None
            found[str(path)] = (content, status.st_mode, status.st_mtime_ns, status.st_ino)
        return found

    def run(self, fields: Dict[str, Any]) -> str:
        """What the model is told, also about a failure; anything but a `ToolError` is a bug."""
        try:
            said = self.tool.call(fields)
        except ToolError as error:
            said = error.content
        assert isinstance(said, str)
        assert SECRET not in said
        assert str(self.root.parent) not in said, "nor does it learn where it is"
        return said

    def check(self) -> None:
        assert self.state() == self.before
        assert sorted(os.listdir(self.root.parent)) == ["memory", "outside"]


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    yield Host(tmp_path)


NAMES = st.sampled_from(
    [
        "a",
        "b",
        "new",
        "secret",
        "inner",
        "outside",
        "memory",
        "file",
        "dir",
        "up",
        "out",
        "dangling",
    ]
    + ["..", ".", "", "...", "%2e%2e", "..%2f", "%2E%2E%2Fsecret", "%252e%252e", "..\\", "\\..\\"]
    + ["~", "C:", "\0", "..\0", "．．", "‥", "a\n", "\ud800", "..;", "%c0%ae%c0%ae"]
) | st.text(max_size=3)
STARTS = st.sampled_from(
    ["/memories", "/memories/", "/memories/..", "memories", "", "/", "//", "/memories/a/../..", "."]
)
PATHS = st.builds(lambda start, names: "/".join([start, *names]), STARTS, st.lists(NAMES))
PATHS |= st.builds(lambda names: "/".join(["/memories", *names]), st.lists(NAMES, max_size=3))
COMMANDS = st.one_of(
    st.fixed_dictionaries({"command": st.just("view"), "path": PATHS}),
    st.fixed_dictionaries(
        {"command": st.just("create"), "path": PATHS, "file_text": st.text(max_size=3)}
    ),
    st.fixed_dictionaries(
        {
            "command": st.just("str_replace"),
            "path": PATHS,
            "old_str": st.sampled_from(["b", SECRET]),
            "new_str": st.just("x"),
        }
    ),
    st.fixed_dictionaries(
        {
            "command": st.just("insert"),
            "path": PATHS,
            "insert_line": st.just(0),
            "insert_text": st.just("x"),
        }
    ),
    st.fixed_dictionaries({"command": st.just("delete"), "path": PATHS}),
    st.fixed_dictionaries({"command": st.just("rename"), "old_path": PATHS, "new_path": PATHS}),
)


@pytest.mark.parametrize("holds", [True, False], ids=["held", "named"])
@settings(max_examples=60)
@given(commands=st.lists(COMMANDS, min_size=1, max_size=8))
@example([{"command": "delete", "path": "/memories/a"}])
@example([{"command": "rename", "old_path": "/memories/a", "new_path": "/memories/dir/a"}])
def test_no_path_leads_out(holds: bool, commands: List[Dict[str, Any]]) -> None:
    with (
        tempfile.TemporaryDirectory() as base,
        mock.patch.object(_memory_directories, "HOLDS_DIRECTORIES", holds),
    ):
        host = Host(Path(base).resolve())
        for command in commands:
            host.run(command)
            host.check()


@pytest.mark.parametrize("holds", [True, False], ids=["held", "named"])
def test_links_are_named_and_not_followed(host: Host, holds: bool) -> None:
    with mock.patch.object(_memory_directories, "HOLDS_DIRECTORIES", holds):
        for name in host.links:
            path = f"/memories/{name}"
            for inputs in commands_on(path) + commands_on(f"{path}/secret"):
                assert "symbolic link" in host.run(inputs), inputs
        assert "/memories/file (not a file of the memory" in host.run(
            {"command": "view", "path": "/memories"}
        )
    host.check()
    assert all((host.root / name).is_symlink() for name in host.links)


def commands_on(path: str) -> List[Dict[str, Any]]:
    return [
        {"command": "view", "path": path},
        {"command": "create", "path": path, "file_text": "x"},
        {"command": "str_replace", "path": path, "old_str": "o", "new_str": "x"},
        {"command": "insert", "path": path, "insert_line": 0, "insert_text": "x"},
        {"command": "delete", "path": path},
        {"command": "rename", "old_path": path, "new_path": "/memories/taken"},
    ]


class Interrupting:
    """The module `os`, with something that happens right before one of the calls."""

    def __init__(self, call: int, happening: Callable[[], None]) -> None:
        self.calls = 0
        self._call = call
        self._happening = happening

    def __getattr__(self, name: str) -> Any:
        value = getattr(os, name)
        if name not in ("open", "stat", "mkdir", "rename", "replace", "unlink", "rmdir", "scandir"):
            return value

        def call(*arguments: Any, **options: Any) -> Any:
            self.calls += 1
            if self.calls == self._call:
                self._happening()
            return value(*arguments, **options)

        return call


if sys.platform != "win32":
    RACED = [
        *commands_on("/memories/a/b"),
        {"command": "create", "path": "/memories/a/secret", "file_text": "x"},
        {"command": "delete", "path": "/memories/a"},
        {"command": "view", "path": "/memories/a"},
        {"command": "view", "path": "/memories"},
        {"command": "rename", "old_path": "/memories/a/b", "new_path": "/memories/a/secret"},
    ]

    @pytest.mark.parametrize("inputs", RACED, ids=lambda inputs: str(inputs["command"]))
    @pytest.mark.parametrize("swapped", ["a", "a/b"])
    def test_a_link_put_in_place_before_any_call_of_the_system(
        tmp_path: Path, inputs: Dict[str, Any], swapped: str
    ) -> None:
        call: Optional[int] = 1
        while call is not None:
            base = tmp_path / str(call)
            base.mkdir()
            host = Host(base)
            place = host.root / swapped
            target = host.outside if swapped == "a" else host.outside / "secret"

            def swap(place: Path = place, target: Path = target) -> None:
                if place.exists():
                    place.rename(place.with_name("moved"))
                    place.symlink_to(target)

            proxy = Interrupting(call, swap)
            with mock.patch.object(_memory_directories, "os", proxy):
                host.run(inputs)
            host.check()
            assert call < 200
            call = call + 1 if proxy.calls >= call else None

    def test_a_program_that_swaps_directories_all_the_time(host: Host) -> None:
        place, aside = host.root / "a", host.root / "aside"
        stopped = threading.Event()

        def swap() -> None:
            while not stopped.is_set():
                place.rename(aside)
                place.symlink_to(host.outside)
                place.unlink()
                aside.rename(place)

        swapping = threading.Thread(target=swap)
        swapping.start()
        said = set()
        try:
            for _ in range(60):
                said.add(host.run({"command": "view", "path": "/memories/a/b"}))
                said.add(host.run({"command": "view", "path": "/memories/a/secret"}))
                for inputs in commands_on("/memories/a/secret")[2:4]:
                    host.run(inputs)
        finally:
            stopped.set()
            swapping.join()
        host.check()
        assert len(said) > 1
