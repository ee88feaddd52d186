"""Requests that cannot be sent at all: tried once, and the error says what is wrong."""

from __future__ import annotations

from typing import Any, Dict, List

import httpx
import pytest

from anthropic._exceptions import APIConnectionError


async def failures(connect: Any, async_connect: Any, server: Any, **options: Any) -> List[str]:
    """What both flavours of a client say, with HTTP clients that really connect."""
    said: List[str] = []
    request_options: Dict[str, Any] = options.pop("options", {})
    with httpx.Client() as http_client:
        client = connect(server(), http_client=http_client, **options)
        with pytest.raises(APIConnectionError) as caught:
            client.get("/x", cast_to=object, options=request_options)
        said.append(caught.value.message)
    async with httpx.AsyncClient() as async_http_client:
        async_client = async_connect(server(), http_client=async_http_client, **options)
        with pytest.raises(APIConnectionError) as caught:
            await async_client.get("/x", cast_to=object, options=request_options)
        said.append(caught.value.message)
    return said


@pytest.mark.parametrize("base_url", ["localhost:8000", "foo", "", "ftp://foo"])
async def test_a_base_url_that_is_none(
    connect: Any, async_connect: Any, server: Any, no_waiting: List[float], base_url: str
) -> None:
    said = await failures(connect, async_connect, server, base_url=base_url)
    assert said == [f"The base URL {base_url!r} has no http:// or https://"] * 2
    assert not no_waiting


async def test_a_password_in_a_base_url_is_not_shown(
    connect: Any, async_connect: Any, server: Any
) -> None:
    said = await failures(connect, async_connect, server, base_url="ftp://me:secret@foo")
    assert said == ["The base URL has no http:// or https://"] * 2


def test_one_url_that_is_none(connect: Any, server: Any, no_waiting: List[float]) -> None:
    with httpx.Client() as http_client:
        client = connect(server(), http_client=http_client)
        with pytest.raises(APIConnectionError, match="The URL of the request cannot be used: "):
            client.get("ftp://foo/x", cast_to=object)
    assert not no_waiting


@pytest.mark.parametrize(
    ("error", "message"),
    [
        ("Illegal header name b'a\\n'", "The request cannot be sent: Illegal header name b'a\\n'"),
        (
            "Illegal header value b'secret\\n'",
            "A header of the request has a value that cannot be sent",
        ),
        (
            "Too much data for declared Content-Length",
            "The request cannot be sent: Too much data for declared Content-Length",
        ),
    ],
)
async def test_a_request_that_breaks_the_protocol(
    connect: Any,
    async_connect: Any,
    server: Any,
    no_waiting: List[float],
    error: str,
    message: str,
) -> None:
    served = server(httpx.LocalProtocolError(error))
    with pytest.raises(APIConnectionError) as caught:
        connect(served).get("/x", cast_to=object)
    assert caught.value.message == message
    with pytest.raises(APIConnectionError) as caught:
        await async_connect(served).get("/x", cast_to=object)
    assert caught.value.message == message
    assert len(served.requests) == 2
    assert not no_waiting


def test_a_connection_in_a_bad_state_is_worth_another_attempt(
    connect: Any, server: Any, no_waiting: List[float]
) -> None:
    fault = httpx.LocalProtocolError("Max outbound streams is 100, 100 open")
    served = server(fault, httpx.Response(200, json={}))
    connect(served).get("/x", cast_to=object)
    assert len(no_waiting) == 1


async def test_a_closed_client_says_so(connect: Any, async_connect: Any, server: Any) -> None:
    client = connect(server())
    client.close()
    with pytest.raises(APIConnectionError, match="^The client has been closed$"):
        client.get("/x", cast_to=object)
    async_client = async_connect(server())
    await async_client.close()
    with pytest.raises(APIConnectionError, match="^The client has been closed$"):
        await async_client.get("/x", cast_to=object)


def test_a_timeout_has_to_be_a_number(connect: Any, server: Any, no_waiting: List[float]) -> None:
    served = server()
    with pytest.raises(TypeError, match="`timeout` must be a number of seconds .*, not '5'"):
        connect(served, timeout="5").get("/x", cast_to=object)
    with pytest.raises(TypeError, match="`timeout` must be a number of seconds .*, not '5'"):
        connect(served).get("/x", cast_to=object, options={"timeout": "5"})
    assert not served.requests
    assert not no_waiting
