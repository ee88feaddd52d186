"""What Bedrock receives, for every method that it has, from both flavours of the client."""

from __future__ import annotations

import base64
import json
from typing import Any

import botocore.auth
import httpx
import pydantic
import pytest

from anthropic import AnthropicError, beta_async_tool, beta_tool
from anthropic._compat import PYDANTIC_V1
from anthropic.lib.bedrock import AnthropicBedrock, AsyncAnthropicBedrock
from tests.lib.bedrock.aws import KEYS, REGION, Bedrock, Refused, check_signature
from tests.lib.bedrock.frames import chunks
from tests.lib.clouds import EVENTS, MESSAGE, QUESTION, Entered, is_async, items, settled, types_of

MODEL = "anthropic.claude-test-v1:0"
ARN = "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abc 1"
HOST = f"https://bedrock-runtime.{REGION}.amazonaws.com"
STREAM = httpx.Response(
    200,
    headers={"content-type": "application/vnd.amazon.eventstream"},
    content=chunks(*EVENTS),
)

both = pytest.mark.parametrize("client_class", [AnthropicBedrock, AsyncAnthropicBedrock])


def client_of(client_class: Any, cloud: Bedrock, **options: Any) -> Any:
    return client_class(**{**KEYS, "http_client": cloud.http_client(client_class), **options})


@both
async def test_messages(client_class: Any) -> None:
    cloud = Bedrock()
    message = await settled(client_of(client_class, cloud).messages.create(model=MODEL, **QUESTION))
    assert message.content[0].text == "Hello"
    assert str(cloud.request.url) == f"{HOST}/model/{MODEL}/invoke"
    assert cloud.request.method == "POST"
    assert cloud.body() == {**QUESTION, "anthropic_version": "bedrock-2023-05-31"}


@both
async def test_headers(client_class: Any) -> None:
    cloud = Bedrock()
    await settled(client_of(client_class, cloud).messages.create(model=MODEL, **QUESTION))
    headers = cloud.request.headers
    assert headers["user-agent"].startswith(f"{client_class.__name__}/Python ")
    assert headers["content-type"] == "application/json"
    assert headers["x-stainless-retry-count"] == "0"
    for name in ("anthropic-version", "x-stainless-async", "x-api-key"):
        assert name not in headers


@both
async def test_streamed_messages(client_class: Any) -> None:
    cloud = Bedrock(STREAM)
    stream = await settled(
        client_of(client_class, cloud).messages.create(model=MODEL, stream=True, **QUESTION)
    )
    events = await items(stream)
    assert types_of(events) == [event["type"] for event in EVENTS]
    assert str(cloud.request.url) == f"{HOST}/model/{MODEL}/invoke-with-response-stream"
    assert cloud.body() == {**QUESTION, "anthropic_version": "bedrock-2023-05-31"}


@both
async def test_stream_helper(client_class: Any) -> None:
    cloud = Bedrock(STREAM)
    client = client_of(client_class, cloud)
    for messages in (client.messages, client.beta.messages):
        async with Entered(messages.stream(model=MODEL, **QUESTION)) as stream:
            message = await settled(stream.get_final_message())
        assert message.content[0].text == "Hello – “world”"
        assert cloud.requests[-1].url.path.endswith("/invoke-with-response-stream")


@both
async def test_completions(client_class: Any) -> None:
    answer = {
        "id": "c",
        "type": "completion",
        "completion": " hi",
        "model": "m",
        "stop_reason": "x",
    }
    cloud = Bedrock(httpx.Response(200, json=answer))
    client = client_of(client_class, cloud)
    completion = await settled(
        client.completions.create(
            model="anthropic.claude-v2", max_tokens_to_sample=9, prompt="\n\nHuman: hi"
        )
    )
    assert completion.completion == " hi"
    assert cloud.request.url.path == "/model/anthropic.claude-v2/invoke"
    assert cloud.body() == {
        "max_tokens_to_sample": 9,
        "prompt": "\n\nHuman: hi",
        "anthropic_version": "bedrock-2023-05-31",
    }


@both
async def test_count_tokens(client_class: Any) -> None:
    cloud = Bedrock(httpx.Response(200, json={"inputTokens": 12}))
    client = client_of(client_class, cloud)
    question = {"messages": QUESTION["messages"]}
    counted = await settled(
        client.messages.count_tokens(model=MODEL, extra_body={"top_k": 3}, **question)
    )
    assert type(counted).__name__ == "MessageTokensCount"
    assert counted.input_tokens == 12
    counted = await settled(client.beta.messages.count_tokens(model=MODEL, betas=["b"], **question))
    assert type(counted).__name__ == "BetaMessageTokensCount"
    assert counted.input_tokens == 12
    assert {str(request.url) for request in cloud.requests} == {
        f"{HOST}/model/{MODEL}/count-tokens"
    }
    asked = {"max_tokens": 1, "anthropic_version": "bedrock-2023-05-31", **question}
    for index, extra in enumerate(({"top_k": 3}, {"anthropic_beta": ["b"]})):
        body = cloud.body(index)
        inner = base64.b64decode(body["input"]["invokeModel"]["body"])
        assert json.loads(inner) == {**asked, **extra}


@both
async def test_beta_messages(client_class: Any) -> None:
    cloud = Bedrock()
    message = await settled(
        client_of(client_class, cloud).beta.messages.create(
            model=MODEL, betas=["one-2024", "two-2025"], **QUESTION
        )
    )
    assert type(message).__name__ == "BetaMessage"
    assert str(cloud.request.url) == f"{HOST}/model/{MODEL}/invoke"
    assert cloud.body()["anthropic_beta"] == ["one-2024", "two-2025"]
    assert cloud.request.headers["anthropic-beta"] == "one-2024,two-2025"


@both
async def test_streamed_beta_messages(client_class: Any) -> None:
    cloud = Bedrock(STREAM)
    stream = await settled(
        client_of(client_class, cloud).beta.messages.create(model=MODEL, stream=True, **QUESTION)
    )
    assert types_of(await items(stream)) == [event["type"] for event in EVENTS]
    assert cloud.request.url.path.endswith("/invoke-with-response-stream")


@both
async def test_raw_and_streamed_responses(client_class: Any) -> None:
    cloud = Bedrock()
    client = client_of(client_class, cloud)
    response = await settled(client.beta.messages.with_raw_response.create(model=MODEL, **QUESTION))
    assert response.parse().content[0].text == "Hello"
    response = await settled(client.beta.with_raw_response.messages.create(model=MODEL, **QUESTION))
    assert response.parse().content[0].text == "Hello"
    for messages in (
        client.beta.messages.with_streaming_response,
        client.beta.with_streaming_response.messages,
    ):
        async with Entered(messages.create(model=MODEL, **QUESTION)) as response:
            assert (await settled(response.parse())).content[0].text == "Hello"


ODD_MODELS = {
    "a:b": "a:b",
    "a/b": "a%2Fb",
    "a b": "a%20b",
    "a+b": "a%2Bb",
    "a%2Fb": "a%252Fb",
    "mod\u00e8le": "mod%C3%A8le",
    "x?y#z": "x%3Fy%23z",
    "m~1*@": "m~1%2A%40",
    "../a": "..%2Fa",
}


@both
async def test_odd_names_of_models_are_quoted_and_signed(client_class: Any) -> None:
    cloud = Bedrock()
    client = client_of(client_class, cloud)
    for model, quoted in ODD_MODELS.items():
        await settled(client.messages.create(model=model, **QUESTION))
        assert cloud.requests[-1].url.raw_path.decode() == f"/model/{quoted}/invoke"


@both
async def test_what_is_odd_in_headers_and_queries_is_signed_as_it_is_sent(
    client_class: Any,
) -> None:
    cloud = Bedrock()
    client = client_of(
        client_class,
        cloud,
        default_headers={"X-Spaces": "a  b   c", "X-Empty": "", "X-Tab": "a\tb"},
        default_query={"z": "1", "a": ["2", "1"], "empty": "", "odd": "~*'/:=&%\u00e8 +"},
    )
    await settled(client.messages.create(model=MODEL, **QUESTION))
    assert cloud.request.url.params["odd"] == "~*'/:=&%\u00e8 +"
    names = cloud.request.headers["authorization"].partition("SignedHeaders=")[2]
    assert {"x-spaces", "x-empty", "x-tab"} <= set(names.partition(",")[0].split(";"))


@both
async def test_proxies_may_drop_what_is_about_the_connection(
    client_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As in the botocores that signed it.
    unsigned = [name for name in botocore.auth.SIGNED_HEADERS_BLACKLIST if name != "connection"]
    monkeypatch.setattr(botocore.auth, "SIGNED_HEADERS_BLACKLIST", unsigned)
    cloud = Bedrock()
    client = client_of(client_class, cloud, default_headers={"connection": "keep-alive"})
    await settled(client.messages.create(model=MODEL, **QUESTION))
    request = cloud.request
    assert request.headers["connection"] == "keep-alive"
    del request.headers["connection"]
    check_signature(request)


@both
async def test_streams_of_raw_and_streamed_responses(client_class: Any) -> None:
    client = client_of(client_class, Bedrock(STREAM))
    expected = [event["type"] for event in EVENTS]
    asked = {"model": MODEL, "stream": True, **QUESTION}
    for messages in (client.messages, client.beta.messages):
        response = await settled(messages.with_raw_response.create(**asked))
        assert types_of(await items(await settled(response.parse()))) == expected
        async with Entered(messages.with_streaming_response.create(**asked)) as response:
            assert types_of(await items(await settled(response.parse()))) == expected


@both
async def test_a_gateway_below_a_path(client_class: Any) -> None:
    cloud = Bedrock()
    client = client_of(client_class, cloud, base_url="https://gateway.example/a%20b/bedrock")
    await settled(client.messages.create(model=ARN, **QUESTION))
    quoted = ARN.replace("/", "%2F").replace(" ", "%20")
    raw_path = cloud.request.url.raw_path.decode()
    assert raw_path == f"/a%20b/bedrock/model/{quoted}/invoke"
    assert cloud.request.headers["host"] == "gateway.example"


@both
async def test_an_arn_is_one_segment_of_the_path(client_class: Any) -> None:
    cloud = Bedrock()
    await settled(client_of(client_class, cloud).messages.create(model=ARN, **QUESTION))
    quoted = ARN.replace("/", "%2F").replace(" ", "%20")
    assert cloud.request.url.raw_path.decode() == f"/model/{quoted}/invoke"


async def test_what_the_caller_adds_wins() -> None:
    cloud = Bedrock()
    client_of(AnthropicBedrock, cloud).messages.create(
        model="not-this-one",
        extra_headers={"Anthropic-Beta": "one, two"},
        extra_query={"q": "a b+c"},
        extra_body={"model": MODEL, "anthropic_version": "mine", "anthropic_beta": ["three"]},
        **QUESTION,
    )
    assert cloud.request.url.path == f"/model/{MODEL}/invoke"
    assert cloud.request.url.query == b"q=a%20b%2Bc"
    assert cloud.body() == {**QUESTION, "anthropic_version": "mine", "anthropic_beta": ["three"]}


@both
async def test_bodies_of_the_callers_own_keep_what_they_say(client_class: Any) -> None:
    cloud = Bedrock(httpx.Response(200, json={}))
    client = client_of(client_class, cloud)
    own = {"anthropic_version": "mine", "anthropic_beta": ["three"], **QUESTION}
    betas = {"headers": {"anthropic-beta": "one,two"}}
    await settled(
        client.post(
            "/v1/messages",
            cast_to=object,
            body={**own, "model": MODEL, "stream": False},
            options=betas,
        )
    )
    assert cloud.request.url.path == f"/model/{MODEL}/invoke"
    assert cloud.body() == own
    await settled(client.post("/v1/other", cast_to=object, body=[1, "two"], options=betas))
    assert json.loads(cloud.requests[-1].content) == [1, "two"]


@both
async def test_only_what_is_posted_invokes_a_model(client_class: Any) -> None:
    cloud = Bedrock(httpx.Response(200, json={}))
    client = client_of(client_class, cloud)
    for call in (client.put, client.patch, client.delete):
        body = {"model": MODEL, "stream": True}
        await settled(call("/v1/messages", cast_to=object, body=body))
        assert cloud.requests[-1].url.path == "/v1/messages"
        assert cloud.body() == {**body, "anthropic_version": "bedrock-2023-05-31"}
    await settled(client.get("/v1/messages", cast_to=object))
    assert cloud.requests[-1].url.path == "/v1/messages"


async def test_betas_of_the_client_stay_headers() -> None:
    cloud = Bedrock()
    client = client_of(AnthropicBedrock, cloud, default_headers={"anthropic-beta": "one"})
    client.messages.create(model=MODEL, **QUESTION)
    assert "anthropic_beta" not in cloud.body()
    assert cloud.request.headers["anthropic-beta"] == "one"


@pytest.mark.parametrize("model", ["", ".", "..", None])
def test_a_model_is_needed_for_the_path(model: Any) -> None:
    cloud = Bedrock()
    with pytest.raises(ValueError, match="Expected `model`"):
        client_of(AnthropicBedrock, cloud).messages.create(model=model, **QUESTION)
    assert not cloud.requests


@both
async def test_what_bedrock_does_not_have(client_class: Any) -> None:
    client = client_of(client_class, Bedrock())
    with pytest.raises(AnthropicError, match="The Batch API is not supported in Bedrock yet"):
        await settled(client.messages.batches.retrieve("b"))
    with pytest.raises(AnthropicError, match="The Batch API is not supported in Bedrock yet"):
        await settled(client.messages.batches.create(requests=[]))
    for name in ("models", "files"):
        assert not hasattr(client, name)
        assert not hasattr(client.beta, name)
    assert not hasattr(client.beta.messages, "batches")


@both
async def test_each_attempt_is_prepared_and_signed_anew(
    client_class: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(client_class, "_calculate_retry_timeout", lambda *_: 0.0)
    cloud = Bedrock(httpx.Response(500), httpx.Response(200, json=MESSAGE))
    client = client_of(client_class, cloud)
    await settled(client.messages.create(model=MODEL, **QUESTION))
    first, second = cloud.requests
    assert str(first.url) == str(second.url)
    assert first.content == second.content
    assert [request.headers["x-stainless-retry-count"] for request in cloud.requests] == ["0", "1"]
    assert first.headers["authorization"] != second.headers["authorization"]


def test_the_check_of_signatures_refuses_what_was_changed() -> None:
    cloud = Bedrock()
    client_of(AnthropicBedrock, cloud).messages.create(model=MODEL, **QUESTION)
    request = cloud.request

    def changed(**changes: Any) -> httpx.Request:
        parts: Any = {
            "method": request.method,
            "url": request.url,
            "headers": request.headers,
            "content": request.content,
        }
        return httpx.Request(**{**parts, **changes})

    check_signature(changed())
    other_headers = {**request.headers, "accept": "text/plain"}
    for wrong in (
        changed(content=request.content[:-1] + b" "),
        changed(url=str(request.url) + "?x=1"),
        changed(url=str(request.url).replace("claude", "cloude")),
        changed(headers=other_headers),
        changed(method="PUT"),
    ):
        with pytest.raises(Refused):
            check_signature(wrong)
    with pytest.raises(Refused):
        check_signature(request, secret_key="another")


@both
async def test_bodies_that_are_read_in_pieces_are_signed(client_class: Any) -> None:
    cloud = Bedrock(httpx.Response(200, json={}))
    client = client_of(client_class, cloud)
    await settled(
        client.post("/model/m/invoke", cast_to=object, content=iter([b"\xff\xfe", b"rest"]))
    )
    assert cloud.request.content == b"\xff\xferest"


@both
async def test_errors(client_class: Any) -> None:
    from anthropic import _exceptions as errors

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
        504: errors.InternalServerError,
        529: errors.InternalServerError,
    }
    for status, error_class in expected.items():
        cloud = Bedrock(httpx.Response(status, json={"message": "no"}))
        client = client_of(client_class, cloud, max_retries=0)
        with pytest.raises(errors.APIStatusError) as caught:
            await settled(client.messages.create(model=MODEL, **QUESTION))
        assert type(caught.value) is error_class
        assert caught.value.status_code == status
        assert caught.value.message == f"Error code: {status} - {{'message': 'no'}}"


class Weather(pydantic.BaseModel):
    city: str


@both
async def test_structured_output(client_class: Any) -> None:
    answer = {**MESSAGE, "content": [{"type": "text", "text": '{"city": "Paris"}'}]}
    cloud = Bedrock(httpx.Response(200, json=answer))
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
        cloud = Bedrock(httpx.Response(200, json=asks), httpx.Response(200, json=MESSAGE))
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
