"""Reading a directory for an upload."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import List

import pytest

from anthropic.lib import async_files_from_dir, files_from_dir


async def test_files_from_dir(tmp_path: Path) -> None:
    skill = tmp_path / "skill"
    (skill / "deep" / "er").mkdir(parents=True)
    (skill / "empty").mkdir()
    (skill / "SKILL.md").write_bytes(b"# skill")
    (skill / ".hidden").write_bytes(b"")
    (skill / "deep" / "er" / "x.bin").write_bytes(b"\x00\xff")

    expected = [
        ("skill/.hidden", b""),
        ("skill/SKILL.md", b"# skill"),
        ("skill/deep/er/x.bin", b"\x00\xff"),
    ]
    assert sorted(files_from_dir(skill)) == expected
    assert sorted(files_from_dir(str(skill))) == expected
    assert sorted(await async_files_from_dir(skill)) == expected


async def test_asynchronous_code_reads_in_a_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: List[threading.Thread] = []
    read = Path.read_bytes

    def watched(path: Path) -> bytes:
        readers.append(threading.current_thread())
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", watched)
    (tmp_path / "file").write_bytes(b"content")
    found = await async_files_from_dir(tmp_path)
    assert found == files_from_dir(tmp_path) == [(f"{tmp_path.name}/file", b"content")]
    assert [reader is threading.current_thread() for reader in readers] == [False, True]


async def test_what_cannot_be_read_is_no_empty_directory(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileNotFoundError):
        files_from_dir(tmp_path / "missing")
    with pytest.raises(NotADirectoryError):
        await async_files_from_dir(tmp_path / "file")


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "notes").write_bytes(b"n")
    (tmp_path / "skill").mkdir()
    (tmp_path / "skill" / "linked").symlink_to(tmp_path / "shared")
    assert files_from_dir(tmp_path / "skill") == [("skill/linked/notes", b"n")]
    (tmp_path / "skill" / "broken").symlink_to(tmp_path / "missing")
    with pytest.raises(FileNotFoundError):
        files_from_dir(tmp_path / "skill")


@pytest.mark.parametrize("name", ["files_from_dir", "async_files_from_dir"])
def test_names_are_listed(name: str) -> None:
    import anthropic.lib

    assert name in dir(anthropic.lib)
    with pytest.raises(AttributeError, match="no attribute 'files_from_zip'"):
        _ = anthropic.lib.files_from_zip  # type: ignore[attr-defined]
