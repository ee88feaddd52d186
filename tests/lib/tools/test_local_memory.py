"""The memory tools that keep files in a directory."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Iterator, List

import anyio
import pytest

from anthropic.lib.tools import (
    BetaAsyncLocalFilesystemMemoryTool,
    BetaLocalFilesystemMemoryTool,
    ToolError,
    _memory_directories,
    _memory_lock,
)


@pytest.fixture(params=["held", "named"])
def root(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A directory that does not exist yet, in the way of each kind of system."""
    if request.param == "named":
        monkeypatch.setattr(_memory_directories, "HOLDS_DIRECTORIES", False)
    else:
        assert _memory_directories.HOLDS_DIRECTORIES == (sys.platform != "win32")
    yield tmp_path / "state" / "memory"


@pytest.fixture
def tool(root: Path) -> BetaLocalFilesystemMemoryTool:
    return BetaLocalFilesystemMemoryTool(root)


def run(tool: BetaLocalFilesystemMemoryTool, command: str, path: str = "", **fields: Any) -> str:
    paths = {"path": path} if path else {}
    result = tool.call({"command": command, **paths, **fields})
    assert isinstance(result, str)
    return result


def create(tool: BetaLocalFilesystemMemoryTool, path: str, text: str) -> None:
    assert "written" in run(tool, "create", path, file_text=text)


def listed(root: Path) -> List[str]:
    found = (path.relative_to(root).as_posix() for path in root.rglob("*"))
    return sorted(name for name in found if ".anthropic-memory" not in name)


def test_files_are_written_and_shown(tool: BetaLocalFilesystemMemoryTool, root: Path) -> None:
    create(tool, "/memories/notes/a.txt", "one\ntwo \n\nfour")
    create(tool, "/memories/b.txt", "")

    assert (root / "notes" / "a.txt").read_bytes() == b"one\ntwo \n\nfour"
    assert run(tool, "view", "/memories/notes/a.txt") == (
        "/memories/notes/a.txt (4 lines):\n     1\tone\n     2\ttwo \n     3\t\n     4\tfour"
    )
    assert run(tool, "view", "/memories/notes/a.txt", view_range=[2, -1]).startswith(
        "/memories/notes/a.txt, lines 2 to 4 (4 lines):\n     2\ttwo \n"
    )
    assert run(tool, "view", "/memories/b.txt") == "/memories/b.txt is empty."
    create(tool, "/memories/b.txt", "replaced\n")
    assert "     1\treplaced" in run(tool, "view", "/memories/b.txt", view_range=[1, 1])


def test_directories_are_listed_two_levels_deep(
    tool: BetaLocalFilesystemMemoryTool, root: Path
) -> None:
    assert run(tool, "view", "/memories") == "/memories is empty."
    create(tool, "/memories/a/b/c.txt", "deep")
    create(tool, "/memories/z.txt", "12345")
    assert run(tool, "view", "/memories") == (
        "In /memories, 2 levels deep:\n"
        "- /memories/a/\n- /memories/a/b/\n- /memories/z.txt (5 bytes)"
    )
    assert "/memories/a/b/c.txt (4 bytes)" in run(tool, "view", "/memories/a")
    with pytest.raises(ToolError, match="is a directory, which has no lines"):
        run(tool, "view", "/memories/a", view_range=[1, 2])
    for number in range(600):
        (root / f"m{number}").touch()
    assert run(tool, "view", "/memories").endswith("- and 103 more; view a directory in it")


def test_long_files_are_shown_in_parts(tool: BetaLocalFilesystemMemoryTool) -> None:
    create(tool, "/memories/long", "x" * 99 + "\n" + "y" * 300_000 + "\n" + ("z" * 91 + "\n") * 999)
    first = run(tool, "view", "/memories/long")
    assert first.endswith("(Cut here. To go on, view with view_range [2, 1001].)")
    second = run(tool, "view", "/memories/long", view_range=[2, 1001])
    assert "(cut; this line has 300001 characters)" in second
    assert second.endswith("view_range [3, 1001].)")
    third = run(tool, "view", "/memories/long", view_range=[3, 1001])
    assert third.endswith("  1001\t" + "z" * 91)


def test_text_is_replaced_where_it_is_unique(tool: BetaLocalFilesystemMemoryTool) -> None:
    create(tool, "/memories/a", "one\ntwo\ntwo\nthree\n")
    assert "line 4" in run(tool, "str_replace", "/memories/a", old_str="three", new_str="3")
    assert "     4\t3" in run(tool, "view", "/memories/a")
    with pytest.raises(ToolError, match=r"occurs 2 times in /memories/a \(line 2, 3\)"):
        run(tool, "str_replace", "/memories/a", old_str="two", new_str="x")
    with pytest.raises(ToolError, match="does not occur"):
        run(tool, "str_replace", "/memories/a", old_str="four", new_str="x")
    with pytest.raises(ToolError, match="is empty"):
        run(tool, "str_replace", "/memories/a", old_str="", new_str="x")
    create(tool, "/memories/b", "aaa")
    with pytest.raises(ToolError, match="2 times"):
        run(tool, "str_replace", "/memories/b", old_str="aa", new_str="b")
    create(tool, "/memories/c", "a\n" * 30)
    with pytest.raises(ToolError, match=r"30 times in /memories/c \(line 1, 2, .*, 20\), so"):
        run(tool, "str_replace", "/memories/c", old_str="a", new_str="b")


@pytest.mark.timeout(30)  # a step for each pair of occurrences would take ten minutes
def test_a_text_that_occurs_everywhere(tool: BetaLocalFilesystemMemoryTool) -> None:
    create(tool, "/memories/a", "a" * 1_000_000)
    with pytest.raises(ToolError, match=r"occurs 1000000 times in /memories/a \(line 1\)"):
        run(tool, "str_replace", "/memories/a", old_str="a", new_str="b")


@pytest.mark.parametrize(
    ("before", "line", "text", "after"),
    [
        ("", 0, "x", "x"),
        ("a\nb\n", 0, "x", "x\na\nb\n"),
        ("a\nb\n", 1, "x\ny\n", "a\nx\ny\nb\n"),
        ("a\nb", 2, "x", "a\nb\nx"),
        ("a\r\nb\r\n", 1, "x\r\n", "a\r\nx\r\nb\r\n"),
    ],
)
def test_lines_are_inserted(
    tool: BetaLocalFilesystemMemoryTool, root: Path, before: str, line: int, text: str, after: str
) -> None:
    create(tool, "/memories/a", before)
    run(tool, "insert", "/memories/a", insert_line=line, insert_text=text)
    assert (root / "a").read_bytes() == after.encode()


@pytest.mark.parametrize("line", [-1, 3])
def test_lines_beyond_the_text(tool: BetaLocalFilesystemMemoryTool, line: int) -> None:
    create(tool, "/memories/a", "a\nb")
    with pytest.raises(ToolError, match=rf"`insert_line` is {line}.* from 0 .* to 2"):
        run(tool, "insert", "/memories/a", insert_line=line, insert_text="x")
    for view_range in ([0, 1], [2, 1], [1, 3], [3, -1]):
        with pytest.raises(ToolError, match="`view_range` is"):
            run(tool, "view", "/memories/a", view_range=view_range)


def test_deleting(tool: BetaLocalFilesystemMemoryTool, root: Path) -> None:
    create(tool, "/memories/a/b/c", "x")
    create(tool, "/memories/d", "x")
    assert run(tool, "delete", "/memories/d") == "/memories/d is deleted."
    run(tool, "delete", "/memories/a")
    assert listed(root) == []
    with pytest.raises(ToolError, match="itself cannot be deleted"):
        run(tool, "delete", "/memories/")
    with pytest.raises(ToolError, match="does not exist"):
        run(tool, "delete", "/memories/d")


def test_renaming(tool: BetaLocalFilesystemMemoryTool, root: Path) -> None:
    create(tool, "/memories/a", "x")
    create(tool, "/memories/b", "y")
    run(tool, "rename", old_path="/memories/a", new_path="/memories/c/d")
    run(tool, "rename", old_path="/memories/c", new_path="/memories/e")
    assert listed(root) == ["b", "e", "e/d"]
    for old, new, problem in [
        ("/memories/b", "/memories/e/d", "exists already"),
        ("/memories/e", "/memories/e/f", "inside it"),
        ("/memories", "/memories/f", "itself cannot be renamed"),
        ("/memories/b", "/memories", "itself cannot be renamed"),
        ("/memories/x", "/memories/y", "does not exist"),
        ("/memories/b", "/memories/e/d/f", "leads through a file"),
    ]:
        with pytest.raises(ToolError, match=problem):
            run(tool, "rename", old_path=old, new_path=new)
    assert listed(root) == ["b", "e", "e/d"]


def test_directories_do_not_grow_deeper_by_renaming(tool: BetaLocalFilesystemMemoryTool) -> None:
    create(tool, "/memories" + "/a" * 10 + "/x", "")
    with pytest.raises(ToolError, match="16 deep at most"):
        run(tool, "rename", old_path="/memories/a", new_path="/memories/b/c/d/e/f/g/h")


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"command": "view"}, "`path` is required"),
        ({"command": "view", "path": []}, "`path` is required"),
        ({"command": "view", "path": "/memories/a", "view_range": [1]}, "`view_range` must be"),
        ({"command": "view", "path": "/memories/a", "view_range": "x"}, "`view_range` must be"),
        ({"command": "create", "path": "/memories/b"}, "`file_text` is required"),
        ({"command": "create", "path": "/memories/b", "file_text": "\ud800"}, "surrogates"),
        ({"command": "create", "path": "/memories/d", "file_text": ""}, "is a directory, not"),
        ({"command": "create", "path": "/memories/b/", "file_text": ""}, "is a directory: give"),
        ({"command": "create", "path": "/memories", "file_text": ""}, "is a directory: give"),
        ({"command": "create", "path": "/memories/a/b", "file_text": ""}, "leads through a file"),
        ({"command": "view", "path": "/memories/a/b"}, "leads through a file"),
        ({"command": "view", "path": "/memories/bytes"}, "is not a text file"),
        ({"command": "str_replace", "path": "/memories/a", "old_str": "a"}, "`new_str` is requi"),
        (
            {"command": "insert", "path": "/memories/a", "insert_line": "x", "insert_text": ""},
            "`insert_line` must be",
        ),
        ({"command": "rename", "old_path": "/memories/a"}, "`new_path` is required"),
    ],
)
def test_inputs_that_make_no_sense(
    tool: BetaLocalFilesystemMemoryTool, root: Path, fields: Any, problem: str
) -> None:
    create(tool, "/memories/a", "a")
    create(tool, "/memories/d/e", "a")
    (root / "bytes").write_bytes(b"\xff\xfe")
    with pytest.raises(ToolError, match=problem) as caught:
        tool.call(fields)
    assert str(root) not in str(caught.value)


def test_sizes_are_limited(root: Path) -> None:
    tool = BetaLocalFilesystemMemoryTool(
        root,
        max_file_bytes=10,
        max_total_bytes=15,
        max_files=3,
        cache_control={"type": "ephemeral"},
    )
    assert tool.to_dict()["cache_control"] == {"type": "ephemeral"}
    create(tool, "/memories/a", "0123456789")
    with pytest.raises(ToolError, match="would have 11 bytes"):
        run(tool, "create", "/memories/b/c", file_text="0123456789-")
    with pytest.raises(ToolError, match="would have 11 bytes"):
        run(tool, "insert", "/memories/a", insert_line=0, insert_text="")
    with pytest.raises(ToolError, match="takes at most 15"):
        run(tool, "create", "/memories/b", file_text="123456")
    run(tool, "str_replace", "/memories/a", old_str="56789", new_str="")
    create(tool, "/memories/b", "0123456789")
    create(tool, "/memories/c", "")
    with pytest.raises(ToolError, match="3 files and directories and takes at most 3"):
        run(tool, "create", "/memories/e", file_text="")
    create(tool, "/memories/c", "")
    assert listed(root) == ["a", "b", "c"]
    (root / "large").write_bytes(b"x" * 11)
    with pytest.raises(ToolError, match="more than 10 bytes"):
        run(tool, "view", "/memories/large")
    with pytest.raises(ValueError, match="`max_files` must be positive"):
        BetaLocalFilesystemMemoryTool(root, max_files=0)


@pytest.mark.parametrize(
    "make", [BetaLocalFilesystemMemoryTool, BetaAsyncLocalFilesystemMemoryTool]
)
def test_memory_is_kept_in_a_place_that_is_named(
    make: Any, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty text, such as a variable that is not set, is not the working directory."""
    with pytest.raises(ValueError, match="`root` is empty"):
        make("")
    for limit in ("max_files", "max_file_bytes", "max_total_bytes"):
        for value in ("3", 1.5, None):
            with pytest.raises(TypeError, match=f"`{limit}` must be a whole number, not"):
                make(root, **{limit: value})
    assert not root.exists()
    root.parent.mkdir()
    monkeypatch.chdir(root.parent)
    make(root.name)
    assert root.is_dir()


def test_directories_count_as_files_do(root: Path) -> None:
    """Those, too, that a path makes on its way, also when something is moved there."""
    tool = BetaLocalFilesystemMemoryTool(root, max_files=4)
    create(tool, "/memories/a/b/c", "x")
    for command in (
        {"command": "create", "path": "/memories/d/e", "file_text": "x"},
        {"command": "create", "path": "/memories/a/b/d/e", "file_text": "x"},
        {"command": "rename", "old_path": "/memories/a/b/c", "new_path": "/memories/d/e/f"},
    ):
        with pytest.raises(ToolError, match="has 3 files and directories and takes at most 4"):
            tool.call(command)
    assert listed(root) == ["a", "a/b", "a/b/c"]
    run(tool, "rename", old_path="/memories/a/b/c", new_path="/memories/d/c")
    run(tool, "rename", old_path="/memories/d/c", new_path="/memories/a/c")
    assert listed(root) == ["a", "a/b", "a/c", "d"]


def test_everything_is_deleted_on_demand(tool: BetaLocalFilesystemMemoryTool, root: Path) -> None:
    create(tool, "/memories/a/b", "x")
    (root / ".anthropic-memory-left").write_text("what a crash has left")
    assert tool.clear_all_memory() == "All memory is deleted."
    assert sorted(path.name for path in root.iterdir()) == [".anthropic-memory-lock"]
    root.joinpath(".anthropic-memory-lock").unlink()
    root.rmdir()
    create(tool, "/memories/a/b", "x")
    assert listed(root) == ["a", "a/b"]


def test_a_write_that_fails_leaves_the_old_file(
    tool: BetaLocalFilesystemMemoryTool, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(tool, "/memories/a", "old")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(root))

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(ToolError, match="/memories/a cannot be written: the disk is full"):
            run(tool, "create", "/memories/a", file_text="new")
    assert (root / "a").read_text() == "old"
    assert not [path for path in root.iterdir() if path.name not in ("a", ".anthropic-memory-lock")]


def test_changes_from_several_threads_are_all_kept(
    tool: BetaLocalFilesystemMemoryTool, root: Path
) -> None:
    create(tool, "/memories/log", "")
    other = BetaLocalFilesystemMemoryTool(root)

    def add(number: int) -> None:
        chosen = tool if number % 2 else other
        run(chosen, "insert", "/memories/log", insert_line=0, insert_text=f"{number}\n")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(40)))
    assert sorted(map(int, (root / "log").read_text().split())) == list(range(40))


def test_a_lock_that_is_never_freed(
    tool: BetaLocalFilesystemMemoryTool, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_memory_lock, "_PATIENCE", 0.01)
    with _memory_directories.open_root(str(root)) as opened, _memory_lock.exclusive(opened):
        with pytest.raises(ToolError, match="being changed by another program"):
            run(tool, "create", "/memories/a", file_text="")
    create(tool, "/memories/a", "")


if sys.platform != "win32":

    def test_files_are_private(tool: BetaLocalFilesystemMemoryTool, root: Path) -> None:
        create(tool, "/memories/a/b", "x")
        (root / "a" / "b").chmod(0o644)
        run(tool, "insert", "/memories/a/b", insert_line=0, insert_text="y")
        for path, mode in [(root, 0o700), (root / "a", 0o700), (root / "a" / "b", 0o600)]:
            assert stat.S_IMODE(path.stat().st_mode) == mode

    def test_named_pipes_are_no_files(tool: BetaLocalFilesystemMemoryTool, root: Path) -> None:
        os.mkfifo(root / "pipe")
        assert "/memories/pipe (not a file" in run(tool, "view", "/memories")
        for command, fields in [("view", {}), ("create", {"file_text": ""})]:
            with pytest.raises(ToolError, match="neither a file nor a directory"):
                run(tool, command, "/memories/pipe", **fields)

    def test_names_that_no_request_could_carry(
        tool: BetaLocalFilesystemMemoryTool, root: Path
    ) -> None:
        (root / "line\nbreak").touch()
        try:
            os.close(os.open(os.fsencode(root) + b"/\xff", os.O_CREAT))
        except OSError:  # some file systems take no such names, and so cannot show them either
            (root / "y").touch()
        shown = run(tool, "view", "/memories")
        shown.encode("utf-8")
        assert "/memories/line\\nbreak" in shown and shown.count("\n") == 2


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_the_async_tool_leaves_the_event_loop_alone(root: Path, backend: str) -> None:
    tool = BetaAsyncLocalFilesystemMemoryTool(str(root))
    threads: List[int] = []
    store_view = tool._store.view

    def view(path: str, view_range: Any) -> str:
        threads.append(threading.get_ident())
        return store_view(path, view_range)

    tool._store.view = view  # type: ignore[method-assign]  # to see in which thread it runs

    async def main() -> None:
        a, b = {"path": "/memories/a"}, {"path": "/memories/b"}
        await tool.call({"command": "create", **a, "file_text": "one\n"})
        await tool.call({"command": "insert", **a, "insert_line": 1, "insert_text": "two\n"})
        await tool.call({"command": "str_replace", **a, "old_str": "one", "new_str": "1"})
        await tool.call({"command": "rename", "old_path": a["path"], "new_path": b["path"]})
        assert "     2\ttwo" in await tool.call({"command": "view", **b})
        await tool.call({"command": "delete", **b})
        with pytest.raises(ToolError, match="does not exist"):
            await tool.call({"command": "view", **b})
        assert await tool.clear_all_memory() == "All memory is deleted."

    anyio.run(main, backend=backend)
    assert len(threads) == 2 and threading.get_ident() not in threads


PROGRAM = """
import sys
from anthropic.lib.tools import BetaLocalFilesystemMemoryTool
tool = BetaLocalFilesystemMemoryTool(sys.argv[1])
for number in range(20):
    line = f"{sys.argv[2]}{number}\\n"
    tool.call(
        {"command": "insert", "path": "/memories/log", "insert_line": 0, "insert_text": line}
    )
"""


def test_changes_from_several_processes_are_all_kept(tmp_path: Path) -> None:
    create(BetaLocalFilesystemMemoryTool(tmp_path), "/memories/log", "")
    programs = [
        subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path), name]) for name in "ab"
    ]
    assert [program.wait(60) for program in programs] == [0, 0]
    expected = sorted(f"{name}{number}" for name in "ab" for number in range(20))
    assert sorted((tmp_path / "log").read_text().split()) == expected
