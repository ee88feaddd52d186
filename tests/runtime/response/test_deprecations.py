"""Old methods warn, and do what they did; a synchronous program does not load asyncio for them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from anthropic._legacy_response import HttpxBinaryResponseContent


@pytest.fixture
def content() -> HttpxBinaryResponseContent:
    return HttpxBinaryResponseContent(httpx.Response(200, content=b"some bytes"))


def test_stream_to_file(content: HttpxBinaryResponseContent, tmp_path: Path) -> None:
    with pytest.warns(DeprecationWarning, match="with_streaming_response") as warned:
        content.stream_to_file(tmp_path / "file")
    assert warned[0].filename == __file__
    assert (tmp_path / "file").read_bytes() == b"some bytes"


async def test_astream_to_file(content: HttpxBinaryResponseContent, tmp_path: Path) -> None:
    with pytest.warns(DeprecationWarning, match="with_streaming_response"):
        await content.astream_to_file(tmp_path / "file")
    assert (tmp_path / "file").read_bytes() == b"some bytes"


def test_tools_see_that_they_are_deprecated() -> None:
    for name in ("stream_to_file", "astream_to_file"):
        function = getattr(HttpxBinaryResponseContent, name)
        assert "with_streaming_response" in function.__deprecated__
        assert function.__name__ == name


def test_a_synchronous_call_does_not_load_asyncio() -> None:
    code = """
import sys
from anthropic import Anthropic
from httpx import Client, MockTransport, Response
transport = MockTransport(lambda request: Response(200, json={"input_tokens": 7}))
client = Anthropic(api_key="key", http_client=Client(transport=transport))
assert client.messages.count_tokens(model="m", messages=[]).input_tokens == 7
assert "asyncio" not in sys.modules
assert "distro" not in sys.modules or sys.platform != "linux"
"""
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)
