"""Which paths of the model are taken, and what they mean."""

from __future__ import annotations

import pytest

from anthropic.lib.tools import ToolError
from anthropic.lib.tools._memory_paths import names_of, shown


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("/memories", ()),
        ("/memories/", ()),
        ("/memories//a", ("a",)),
        ("/memories/notes/today.md", ("notes", "today.md")),
        ("/memories/.hidden", (".hidden",)),
        ("/memories/...", ("...",)),
        ("/memories/100%.txt", ("100%.txt",)),
        ("/memories/a%20b", ("a%20b",)),
        ("/memories/Übung äöü 日本", ("Übung äöü 日本",)),
    ],
)
def test_paths_below_the_root(path: str, names: object) -> None:
    assert names_of(path, windows=False) == names


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/",
        "memories/a",
        "/memoriesx",
        "/Memories/a",
        "/etc/passwd",
        "//memories/a",
        "/memories/..",
        "/memories/../etc/passwd",
        "/memories/a/../../etc",
        "/memories/./a",
        "/memories/%2e%2e/etc",
        "/memories/%2E%2E%2Fetc",
        "/memories/..%2fetc",
        "/memories/%252e%252e/etc",
        "/memories/%25252525252e",
        "/memories/a%2fb",
        "/memories/a%5cb",
        "/memories/a%00b",
        "/memories/a\\..\\b",
        "/memories/a\0b",
        "/memories/a\nb",
        "/memories/\ud800",
        "/memories/" + "a" * 201,
        "/memories/" + "ä" * 101,
        "/memories" + "/a" * 17,
        "/memories/.anthropic-memory-lock",
        "/memories/a/.Anthropic-Memory-1.tmp",
    ],
)
def test_paths_that_are_refused(path: str) -> None:
    with pytest.raises(ToolError, match=r"^The path .* is not allowed: ") as caught:
        names_of(path, windows=False)
    str(caught.value).encode("utf-8")


@pytest.mark.parametrize(
    "name",
    ["c:", "a:stream", "a*", "nul", "NUL.txt", "com1", "LPT9.log", "a.", "a ", "aux .txt", "COM¹"],
)
def test_names_that_mean_something_else_on_windows(name: str) -> None:
    assert names_of(f"/memories/{name}", windows=False) == (name,)
    with pytest.raises(ToolError, match="here"):
        names_of(f"/memories/{name}", windows=True)


def test_a_path_can_be_shown_whatever_a_file_is_called() -> None:
    assert shown(("a", "b\n\ud800")) == "/memories/a/b\\n\\ud800"
