"""Clients and servers for the generated tests beside this file.

Each test runs against the local server and, when `tests/prism/serve.py` runs it, also against
Prism. Clients come lenient and strict; asynchronous ones also over aiohttp.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import AsyncIterator, Dict, Iterator, List, Optional

import httpx
import pytest

from anthropic import Anthropic, AsyncAnthropic, DefaultAioHttpClient
from anthropic.testing import LocalServer
from tests.api_objects import ApiObjects, connect


@dataclass(frozen=True)
class Target:
    """A server that answers the requests of a test."""

    url: str
    api_key: str
    http: Optional[httpx.Client] = None
    """A connection for making objects; none where every id will do."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "target" in metafunc.fixturenames:
        only_local = metafunc.definition.get_closest_marker("local_only") is not None
        prism = [] if only_local or "TEST_PRISM_URL" not in os.environ else ["prism"]
        metafunc.parametrize("target", ["local", *prism], indirect=True)


@pytest.fixture(scope="session")
def local_target() -> Iterator[Target]:
    # Full sets of example arguments name objects that nobody created: hence permissive.
    with LocalServer(permissive=True) as server:
        with connect(server.url, server.api_key) as http:
            yield Target(server.url, server.api_key, http)


@pytest.fixture
def target(request: pytest.FixtureRequest) -> Target:
    if request.param == "local":
        found: Target = request.getfixturevalue("local_target")
        return found
    variable = "TEST_PRISM_BETA_URL" if "beta" in request.path.parts else "TEST_PRISM_URL"
    return Target(os.environ[variable], api_key="any")


@pytest.fixture
def objects(target: Target) -> ApiObjects:
    return ApiObjects(target.http)


@pytest.fixture(scope="session")
def open_clients() -> Iterator[Dict[str, Anthropic]]:
    clients: Dict[str, Anthropic] = {}
    yield clients
    for client in clients.values():
        client.close()


@pytest.fixture(params=["lenient", "strict"])
def client(
    request: pytest.FixtureRequest, target: Target, open_clients: Dict[str, Anthropic]
) -> Anthropic:
    key = f"{request.param} {target.url}"
    if key not in open_clients:
        open_clients[key] = Anthropic(
            base_url=target.url,
            api_key=target.api_key,
            _strict_response_validation=request.param == "strict",
        )
    return open_clients[key]


@pytest.fixture(params=["lenient", "strict", "aiohttp"])
async def async_client(
    request: pytest.FixtureRequest, target: Target
) -> AsyncIterator[AsyncAnthropic]:
    # A client belongs to the event loop that it first ran in, and each test has its own.
    transports: List[DefaultAioHttpClient] = []
    if request.param == "aiohttp":
        transports.append(DefaultAioHttpClient())
    async with AsyncAnthropic(
        base_url=target.url,
        api_key=target.api_key,
        http_client=transports[0] if transports else None,
        _strict_response_validation=request.param != "lenient",
    ) as client:
        yield client
