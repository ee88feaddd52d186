"""What Vertex AI receives, for every method that it has, from both flavours of the client."""

from __future__ import annotations

from typing import Any

import httpx
import pydantic
import pytest

from anthropic import AnthropicError, beta_async_tool, beta_tool
from anthropic import _exceptions as errors
from anthropic._compat import PYDANTIC_V1
from anthropic.lib.vertex import AnthropicVertex, AsyncAnthropicVertex
from tests.lib.clouds import (
    EVENTS,
    MESSAGE,
    QUESTION,
    Cloud,
    Entered,
    is_async,
    items,
    settled,
    types_of,
)
from tests.lib.wire import sse

MODEL = "claude-test@20250101"
HOST = "https://us-east5-aiplatform.googleapis.com/v1"
PUBLISHER = "/projects/my-project/locations/us-east5/publishers/anthropic"
COUNTED = {"messages": QUESTION["messages"]}
VERSION = {"anthropic_version": "vertex-2023-10-16"}
STREAM = httpx.Response(200, headers={"content-type": "text/event-stream"}, content=sse(*EVENTS))

both = pytest.mark.parametrize("client_class", [AnthropicVertex, AsyncAnthropicVertex])


def client_of(client_class: Any, cloud: Cloud, **options: Any) -> Any:
    given = {
        "region": "us-east5",
        "project_id": "my-project",
        "access_token": "a-token",
        "http_client": cloud.http_client(client_class),
    }
    return client_class(**{**given, **options})


@both
async def test_messages(client_class: Any) -> None:
    cloud = Cloud()
    message = await settled(client_of(client_class, cloud).messages.create(model=MODEL, **QUESTION))
    assert message.content[0].text == "Hello"
    assert str(cloud.request.url) == f"{HOST}{PUBLISHER}/models/{MODEL}:rawPredict"
    assert cloud.body() == {**QUESTION, **VERSION}


@both
async def test_headers(client_class: Any) -> None:
    cloud = Cloud()
    await settled(client_of(client_class, cloud).messages.create(model=MODEL, **QUESTION))
    headers = cloud.request.headers
    assert headers["authorization"] == "Bearer a-token"
    assert headers["user-agent"].startswith(f"{client_class.__name__}/Python ")
    for name in ("anthropic-version", "x-api-key"):
        assert name not in headers


@both
async def test_streamed_messages(client_class: Any) -> None:
    cloud = Cloud(STREAM)
    stream = await settled(
        client_of(client_class, cloud).messages.create(model=MODEL, stream=True, **QUESTION)
    )
    assert types_of(await items(stream)) == [event["type"] for event in EVENTS]
    assert str(cloud.request.url) == f"{HOST}{PUBLISHER}/models/{MODEL}:streamRawPredict"
    assert cloud.body() == {**QUESTION, "stream": True, **VERSION}


@both
async def test_stream_helpers(client_class: Any) -> None:
    cloud = Cloud(STREAM)
    client = client_of(client_class, cloud)
    for messages in (client.messages, client.beta.messages):
        async with Entered(messages.stream(model=MODEL, **QUESTION)) as stream:
            message = await settled(stream.get_final_message())
        assert message.content[0].text == "Hello – “world”"
    assert [request.url.path for request in cloud.requests] == [
        f"/v1{PUBLISHER}/models/{MODEL}:streamRawPredict"
    ] * 2


@both
async def test_count_tokens(client_class: Any) -> None:
    cloud = Cloud(httpx.Response(200, json={"input_tokens": 12}))
    client = client_of(client_class, cloud)
    question = {"model": MODEL, "messages": QUESTION["messages"]}
    for messages in (client.messages, client.beta.messages):
        assert (await settled(messages.count_tokens(**question))).input_tokens == 12
        assert cloud.body() == {**question, **VERSION}
    assert [str(request.url) for request in cloud.requests] == [
        f"{HOST}{PUBLISHER}/models/count-tokens:rawPredict"
    ] * 2


@both
async def test_beta_messages(client_class: Any) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud)
    await settled(client.beta.messages.create(model=MODEL, betas=["one", "two"], **QUESTION))
    assert str(cloud.request.url) == f"{HOST}{PUBLISHER}/models/{MODEL}:rawPredict"
    assert cloud.request.headers["anthropic-beta"] == "one,two"
    assert cloud.body() == {**QUESTION, **VERSION}


@both
async def test_raw_and_streamed_responses(client_class: Any) -> None:
    client = client_of(client_class, Cloud())
    for messages in (
        client.beta.messages.with_raw_response,
        client.beta.with_raw_response.messages,
    ):
        response = await settled(messages.create(model=MODEL, **QUESTION))
        assert response.parse().content[0].text == "Hello"
    for messages in (
        client.beta.messages.with_streaming_response,
        client.beta.with_streaming_response.messages,
    ):
        async with Entered(messages.create(model=MODEL, **QUESTION)) as response:
            assert (await settled(response.parse())).content[0].text == "Hello"


def test_what_the_caller_adds_wins() -> None:
    cloud = Cloud(STREAM)
    client_of(AnthropicVertex, cloud).messages.create(
        model="not-this-one",
        extra_body={"model": MODEL, "anthropic_version": "mine", "stream": True},
        extra_headers={"authorization": "Bearer mine"},
        extra_query={"q": "1"},
        **QUESTION,
    )
    assert cloud.request.url.path == f"/v1{PUBLISHER}/models/{MODEL}:streamRawPredict"
    assert cloud.request.url.query == b"q=1"
    assert cloud.request.headers["authorization"] == "Bearer mine"
    assert cloud.body() == {**QUESTION, "anthropic_version": "mine", "stream": True}


@both
async def test_bodies_of_the_callers_own_keep_what_they_say(client_class: Any) -> None:
    cloud = Cloud(httpx.Response(200, json={}))
    client = client_of(client_class, cloud)
    own = {"anthropic_version": "mine", **QUESTION}
    await settled(client.post("/v1/messages", cast_to=object, body={**own, "model": MODEL}))
    assert cloud.request.url.path == f"/v1{PUBLISHER}/models/{MODEL}:rawPredict"
    assert cloud.body() == own
    await settled(client.post("/other", cast_to=object, body=[1, "two"]))
    assert cloud.requests[-1].url.path == "/v1/other"
    assert cloud.requests[-1].content == b'[1,"two"]'


@both
async def test_only_what_is_posted_asks_a_model(client_class: Any) -> None:
    cloud = Cloud(httpx.Response(200, json={}))
    client = client_of(client_class, cloud)
    for call in (client.put, client.patch, client.delete):
        for path in ("/v1/messages", "/v1/messages/count_tokens"):
            await settled(call(path, cast_to=object, body={"model": MODEL}))
            assert cloud.requests[-1].url.path == f"/v1{path}"
            assert cloud.body() == {"model": MODEL, **VERSION}


@both
async def test_a_gateway_below_a_path(client_class: Any) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud, base_url="https://gateway.example/vertex/v1")
    await settled(client.messages.create(model=MODEL, **QUESTION))
    expected = f"https://gateway.example/vertex/v1{PUBLISHER}/models/{MODEL}:rawPredict"
    assert str(cloud.request.url) == expected


@both
async def test_the_global_region(client_class: Any) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud, region="global")
    moved = client_of(client_class, cloud).copy(region="global")
    for asking in (client, moved):
        await settled(asking.messages.create(model=MODEL, **QUESTION))
    expected = (
        "https://aiplatform.googleapis.com/v1/projects/my-project/locations/global/publishers/"
        f"anthropic/models/{MODEL}:rawPredict"
    )
    assert [str(request.url) for request in cloud.requests] == [expected] * 2


def test_values_stay_in_their_segment_of_the_path() -> None:
    cloud = Cloud()
    client = client_of(AnthropicVertex, cloud, project_id="domain.test:project")
    client.messages.create(model="a/../b?c", **QUESTION)
    path = b"/v1/projects/domain.test:project/locations/"
    assert cloud.request.url.raw_path.startswith(path)
    assert cloud.request.url.raw_path.endswith(b"/models/a%2F..%2Fb%3Fc:rawPredict")


@pytest.mark.parametrize("model", ["", None, ".."])
def test_a_model_is_needed_for_the_path(model: Any) -> None:
    with pytest.raises(ValueError, match="Expected .*`model`"):
        client_of(AnthropicVertex, Cloud()).messages.create(model=model, **QUESTION)


@both
async def test_what_vertex_does_not_have(client_class: Any) -> None:
    cloud = Cloud()
    client = client_of(client_class, cloud)
    for call in (
        lambda: client.messages.batches.retrieve("b"),
        lambda: client.messages.batches.create(requests=[]),
    ):
        with pytest.raises(AnthropicError, match="The Batch API is not supported in the Vertex"):
            await settled(call())
    assert not cloud.requests
    for name in ("models", "completions", "files"):
        assert not hasattr(client, name)
        assert not hasattr(client.beta, name)
    assert not hasattr(client.beta.messages, "batches")


@both
async def test_no_project(client_class: Any, no_default_credentials: None) -> None:
    cloud = Cloud()
    for options in (
        {"access_token": "t"},
        {"access_token": None},
        {"access_token": "t", "project_id": ""},
        {"access_token": "t", "project_id": None},
    ):
        client = client_class(
            region="us-east5", http_client=cloud.http_client(client_class), **options
        )
        assert not client.project_id
        for messages in (client.messages, client.beta.messages):
            for method, question in ((messages.create, QUESTION), (messages.count_tokens, COUNTED)):
                with pytest.raises(
                    RuntimeError,
                    match="No project_id was given and it could not be resolved from credentials",
                ):
                    await settled(method(model=MODEL, **question))
    assert not cloud.requests


def test_region(monkeypatch: pytest.MonkeyPatch) -> None:
    for client_class in (AnthropicVertex, AsyncAnthropicVertex):
        with pytest.raises(ValueError, match="No region was given"):
            client_class()
    monkeypatch.setenv("CLOUD_ML_REGION", "europe-west1")
    assert AnthropicVertex().region == "europe-west1"
    assert str(AnthropicVertex().base_url) == "https://europe-west1-aiplatform.googleapis.com/v1/"
    client = AnthropicVertex(region="global")
    assert client.region == "global"
    assert str(client.base_url) == "https://aiplatform.googleapis.com/v1/"
    for region in ("us", "eu"):
        client = AnthropicVertex(region=region)
        assert str(client.base_url) == f"https://aiplatform.{region}.rep.googleapis.com/v1/"


@pytest.mark.parametrize("region", ["us east", "a/b", "host.example/#", "user@host"])
def test_a_region_does_not_lead_elsewhere(region: str) -> None:
    with pytest.raises(ValueError, match="`region` must be a name such as 'us-east5'"):
        AnthropicVertex(region=region)


@both
def test_arguments_have_names(client_class: Any) -> None:
    with pytest.raises(TypeError, match="positional"):
        client_class("us-east5")


def test_base_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_VERTEX_BASE_URL", "https://gateway.example/v1")
    assert str(AnthropicVertex(region="x").base_url) == "https://gateway.example/v1/"
    client = AnthropicVertex(region="x", base_url="https://other.example/a")
    assert str(client.base_url) == "https://other.example/a/"
    monkeypatch.setenv("ANTHROPIC_VERTEX_BASE_URL", "")
    assert AnthropicVertex(region="x").base_url.host == "x-aiplatform.googleapis.com"


def test_project_id(monkeypatch: pytest.MonkeyPatch) -> None:
    client = AnthropicVertex(region="x")
    assert client.project_id is None
    monkeypatch.setenv("ANTHROPIC_VERTEX_PROJECT_ID", "from-env")
    assert client.project_id == "from-env"
    assert AnthropicVertex(region="x", project_id="mine").project_id == "mine"
    client.project_id = "assigned"
    assert client.project_id == "assigned"


@both
async def test_errors(client_class: Any) -> None:
    expected = {
        400: errors.BadRequestError,
        401: errors.AuthenticationError,
        403: errors.PermissionDeniedError,
        404: errors.NotFoundError,
        409: errors.ConflictError,
        413: errors.APIStatusError,
        418: errors.APIStatusError,
        422: errors.UnprocessableEntityError,
        429: errors.RateLimitError,
        500: errors.InternalServerError,
        502: errors.InternalServerError,
        503: errors.ServiceUnavailableError,
        504: errors.DeadlineExceededError,
        529: errors.InternalServerError,
    }
    for status, error_class in expected.items():
        cloud = Cloud(httpx.Response(status, json={"message": "no"}))
        client = client_of(client_class, cloud, max_retries=0)
        with pytest.raises(errors.APIStatusError) as caught:
            await settled(client.messages.create(model=MODEL, **QUESTION))
        assert type(caught.value) is error_class
        assert caught.value.status_code == status


@both
async def test_retries(client_class: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_class, "_calculate_retry_timeout", lambda *_: 0.0)
    cloud = Cloud(httpx.Response(503), httpx.Response(200, json=MESSAGE))
    await settled(client_of(client_class, cloud).messages.create(model=MODEL, **QUESTION))
    first, second = cloud.requests
    assert (first.url, first.content) == (second.url, second.content)


@both
def test_copies(client_class: Any) -> None:
    cloud = Cloud()
    client = client_of(
        client_class,
        cloud,
        timeout=3,
        max_retries=4,
        default_headers={"a": "1"},
        default_query={"b": "2"},
        _strict_response_validation=True,
    )
    copy = client.copy()
    assert type(copy) is client_class
    assert copy._client is client._client
    assert copy._tokens is client._tokens
    for name in ("region", "project_id", "access_token", "base_url", "timeout", "max_retries",
                 "_custom_headers", "_custom_query", "_strict_response_validation"):  # fmt: skip
        assert getattr(copy, name) == getattr(client, name), name
    changed = client.with_options(
        region="global", project_id="other", access_token="t2", timeout=None, max_retries=0,
        default_headers={"c": "3"}, set_default_query={"d": "4"},
    )  # fmt: skip
    assert str(changed.base_url) == "https://aiplatform.googleapis.com/v1/"
    assert (changed.region, changed.project_id) == ("global", "other")
    assert (changed.access_token, changed.timeout, changed.max_retries) == ("t2", None, 0)
    assert changed._custom_headers == {"a": "1", "c": "3"}
    assert changed._custom_query == {"d": "4"}
    fixed = client_of(client_class, cloud, base_url="https://gateway.example/x/")
    assert fixed.copy(region="global").base_url == fixed.base_url
    other = cloud.http_client(client_class)
    assert client.copy(http_client=other)._client is other
    assert client.copy(_extra_kwargs={"max_retries": 7}).max_retries == 7
    with pytest.raises(ValueError, match="`default_headers` and `set_default_headers`"):
        client.copy(default_headers={}, set_default_headers={})
    with pytest.raises(ValueError, match="`default_query` and `set_default_query`"):
        client.copy(default_query={}, set_default_query={})


class Weather(pydantic.BaseModel):
    city: str


@both
async def test_structured_output(client_class: Any) -> None:
    answer = {**MESSAGE, "content": [{"type": "text", "text": '{"city": "Paris"}'}]}
    cloud = Cloud(httpx.Response(200, json=answer))
    client = client_of(client_class, cloud)
    message = await settled(
        client.beta.messages.parse(model=MODEL, output_format=Weather, **QUESTION)
    )
    assert message.parsed_output == Weather(city="Paris")
    assert cloud.body()["output_config"]["format"]["type"] == "json_schema"


# Function tools need pydantic 2.
if not PYDANTIC_V1:

    @both
    async def test_tool_runner(client_class: Any) -> None:
        @beta_tool
        def sync_double(x: int) -> str:
            """Doubles a number.

            Args:
                x: The number.
            """
            return str(2 * x)

        @beta_async_tool
        async def async_double(x: int) -> str:
            """Doubles a number.

            Args:
                x: The number.
            """
            return str(2 * x)

        use = {"type": "tool_use", "id": "t", "name": "sync_double", "input": {"x": 4}}
        if is_async(client_class):
            use["name"] = "async_double"
        asks = {**MESSAGE, "content": [use], "stop_reason": "tool_use"}
        cloud = Cloud(httpx.Response(200, json=asks), httpx.Response(200, json=MESSAGE))
        client = client_of(client_class, cloud)
        runner = client.beta.messages.tool_runner(
            model=MODEL,
            tools=[async_double if is_async(client_class) else sync_double],
            **QUESTION,
        )
        message = await settled(runner.until_done())
        assert message.content[0].text == "Hello"
        (result,) = cloud.body()["messages"][-1]["content"]
        assert (result["type"], result["content"]) == ("tool_result", "8")
