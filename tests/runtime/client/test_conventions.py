"""What the methods of resources have in common: paths, beta headers, arguments, timeouts."""

from __future__ import annotations

import inspect
import io
import operator
import re
from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List

import httpx
import pytest

from anthropic import Anthropic, AnthropicError, AsyncAnthropic, omit
from tests.runtime.faults import server as faults
from tests.runtime.faults.conftest import Flavour, finished
from tests.runtime.streams.scripted import END, Server

QUESTION: Dict[str, Any] = {
    "model": "claude-test",
    "max_tokens": 10,
    "messages": [{"role": "user", "content": "Hi"}],
}
FILES = "files-api-2025-04-14"
SKILLS = "skills-2025-10-02"
BATCHES = "message-batches-2024-09-24"
COUNTING = "token-counting-2024-11-01"
PARAMS: Dict[str, Any] = {"requests": []}
BATCH = {"message_batch_id": "b"}
SKILL = {"skill_id": "s"}
VERSION = {"skill_id": "s", "version": "1"}
COUNT = {"model": "claude-test", "messages": QUESTION["messages"]}

Ask = Callable[[Any], Callable[..., Any]]

EMPTY = b'{"data": [], "has_more": false}'
HEAD = faults.head(content_length=len(EMPTY), connection="keep-alive")
ANSWERED = [HEAD + EMPTY, faults.next_request] * 9

# A method in beta, its path, the beta that it asks for by itself, and arguments.
METHODS: List[Any] = [
    (lambda beta: beta.messages.create, "/v1/messages", None, QUESTION),
    (lambda beta: beta.messages.count_tokens, "/v1/messages/count_tokens", COUNTING, COUNT),
    (lambda beta: beta.models.list, "/v1/models", None, {}),
    (lambda beta: beta.models.retrieve, "/v1/models/m", None, {"model_id": "m"}),
    (lambda beta: beta.files.list, "/v1/files", FILES, {}),
    (lambda beta: beta.files.delete, "/v1/files/f", FILES, {"file_id": "f"}),
    (lambda beta: beta.files.retrieve_metadata, "/v1/files/f", FILES, {"file_id": "f"}),
    (lambda beta: beta.files.download, "/v1/files/f/content", FILES, {"file_id": "f"}),
    (lambda beta: beta.files.upload, "/v1/files", FILES, {"file": b"data"}),
    (lambda beta: beta.skills.list, "/v1/skills", SKILLS, {}),
    (lambda beta: beta.skills.create, "/v1/skills", SKILLS, {"files": [b"data"]}),
    (lambda beta: beta.skills.retrieve, "/v1/skills/s", SKILLS, SKILL),
    (lambda beta: beta.skills.delete, "/v1/skills/s", SKILLS, SKILL),
    (lambda beta: beta.skills.versions.list, "/v1/skills/s/versions", SKILLS, SKILL),
    (lambda beta: beta.skills.versions.create, "/v1/skills/s/versions", SKILLS, SKILL),
    (lambda beta: beta.skills.versions.retrieve, "/v1/skills/s/versions/1", SKILLS, VERSION),
    (lambda beta: beta.skills.versions.delete, "/v1/skills/s/versions/1", SKILLS, VERSION),
    (lambda beta: beta.messages.batches.list, "/v1/messages/batches", BATCHES, {}),
    (lambda beta: beta.messages.batches.create, "/v1/messages/batches", BATCHES, PARAMS),
    (lambda beta: beta.messages.batches.retrieve, "/v1/messages/batches/b", BATCHES, BATCH),
    (lambda beta: beta.messages.batches.cancel, "/v1/messages/batches/b/cancel", BATCHES, BATCH),
    (lambda beta: beta.messages.batches.delete, "/v1/messages/batches/b", BATCHES, BATCH),
]
# What makes more of a request than the methods above; tests of their own show how.
HELPERS = {"stream", "parse", "tool_runner", "results"}


class Api:
    def __init__(self, **answer: Any) -> None:
        self.answer = answer
        self.requests: List[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        return httpx.Response(200, json=self.answer)

    async def asynchronously(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        self.requests.append(request)
        return httpx.Response(200, json=self.answer)

    @property
    def last(self) -> httpx.Request:
        return self.requests[-1]


@pytest.fixture
def api() -> Api:
    return Api(data=[], has_more=False)


@pytest.fixture(params=["sync", "async"])
def ask(request: Any, api: Api) -> Any:
    """Calls a method of a client, of either flavour."""
    asynchronous = request.param == "async"
    client: Any
    if asynchronous:
        transport = httpx.MockTransport(api.asynchronously)
        http_client = httpx.AsyncClient(transport=transport)
        client = AsyncAnthropic(api_key="k", http_client=http_client)
    else:
        client = Anthropic(
            api_key="k", http_client=httpx.Client(transport=httpx.MockTransport(api))
        )

    async def call(choose: Ask, **arguments: Any) -> Any:
        result = choose(client)(**arguments)
        return await result if asynchronous else result

    return call


@pytest.mark.parametrize("kind", ["sync", "async", "aiohttp"])
@pytest.mark.parametrize(("choose", "path", "beta", "arguments"), METHODS)
async def test_methods_in_beta(
    kind: str, choose: Ask, path: str, beta: Any, arguments: Any
) -> None:
    flavour = Flavour(kind)
    with faults.Server(ANSWERED) as server:
        client = flavour.client(server.url)

        async def header(query: str = "?beta=true", **more: Any) -> Any:
            await finished(choose(client.beta)(**arguments, **more))
            received = server.requests[-1]
            assert received.target == path + query
            return received.headers.get("anthropic-beta")

        own = [beta] if beta else []
        assert await header() == beta
        assert await header(betas=["one", "two"]) == ",".join(["one", "two", *own])
        assert await header(betas=[]) == beta
        assert await header(extra_headers={"Anthropic-Beta": "mine"}) == "mine"
        assert await header(betas=["one"], extra_headers={"anthropic-beta": omit}) is None
        assert await header("?beta=true&page=2", extra_query={"page": "2"}) == beta
        await flavour.close(client)


def methods_of(resource: Any) -> Iterator[str]:
    """The methods of a resource and of those within it, as the classes call them."""
    for name, member in vars(type(resource)).items():
        if name.startswith(("_", "with_")):
            continue
        if inspect.isfunction(member):
            yield f"{member.__module__}.{member.__qualname__}"
        else:
            yield from methods_of(getattr(resource, name))


def test_no_method_in_beta_is_left_out() -> None:
    beta = Anthropic(api_key="k").beta
    shown = {choose(beta) for choose, *_ in METHODS}
    names = {f"{method.__module__}.{method.__qualname__}" for method in shown}
    rest = set(methods_of(beta)) - names
    assert names and {name.rpartition(".")[2] for name in rest} == HELPERS


async def test_methods_out_of_beta_say_nothing_of_it(ask: Any, api: Api) -> None:
    await ask(lambda client: client.messages.create, **QUESTION)
    assert str(api.last.url) == "https://api.anthropic.com/v1/messages"
    assert "anthropic-beta" not in api.last.headers
    await ask(lambda client: client.models.list, limit=2, after_id="m")
    assert sorted(api.last.url.query.split(b"&")) == [b"after_id=m", b"limit=2"]


async def test_downloads_take_any_bytes(ask: Any, api: Api) -> None:
    await ask(lambda client: client.beta.files.download, file_id="f")
    assert api.last.headers["accept"] == "application/binary"


async def test_results_of_a_batch_that_is_not_done(ask: Any, api: Api) -> None:
    api.answer = {"id": "b", "results_url": None, "processing_status": "in_progress"}
    for path in ("messages", "beta.messages"):

        def results(client: Any, path: str = path) -> Any:
            for part in path.split("."):
                client = getattr(client, part)
            return client.batches.results

        text = "No `results_url` for the given batch; Has it finished processing? in_progress"
        with pytest.raises(AnthropicError, match=re.escape(text.partition("?")[0])):
            await ask(results, message_batch_id="b")
    assert len(api.requests) == 2


@pytest.mark.parametrize("class_", [Anthropic, AsyncAnthropic])
def test_results_of_a_batch_have_no_raw_variant(class_: Any) -> None:
    client = class_(api_key="k")
    for batches in (client.messages.batches, client.beta.messages.batches):
        assert hasattr(batches, "results")
        for variant in (batches.with_raw_response, batches.with_streaming_response):
            assert not hasattr(variant, "results") and hasattr(variant, "retrieve")


async def test_results_of_a_batch_come_from_their_own_place(ask: Any, api: Api) -> None:
    api.answer = {"id": "b", "results_url": "https://results.test/b.jsonl?x=1"}
    for path in ("messages.batches.results", "beta.messages.batches.results"):
        results = await ask(operator.attrgetter(path), message_batch_id="b")
        assert [request.method for request in api.requests[-2:]] == ["GET", "GET"]
        assert api.requests[-2].url.path == "/v1/messages/batches/b"
        assert str(api.last.url) == "https://results.test/b.jsonl?x=1"
        assert api.last.headers["accept"] == "application/binary"
        assert api.last.headers["x-api-key"] == "k"
        items = [item async for item in results] if hasattr(results, "__aiter__") else list(results)
        assert len(items) == 1


@pytest.mark.parametrize("missing", ["model", "max_tokens", "messages"])
async def test_required_arguments(ask: Any, api: Api, missing: str) -> None:
    given = {name: value for name, value in QUESTION.items() if name != missing}
    text = (
        "Missing required arguments; Expected either ('max_tokens', 'messages' and 'model') or "
        "('max_tokens', 'messages', 'model' and 'stream') arguments to be given"
    )
    for choose in (lambda c: c.messages.create, lambda c: c.beta.messages.create):
        with pytest.raises(TypeError, match=re.escape(text)):
            await ask(choose, **given)
    assert not api.requests


async def test_required_arguments_of_completions(ask: Any, api: Api) -> None:
    text = (
        "Missing required arguments; Expected either ('max_tokens_to_sample', 'model' and "
        "'prompt') or ('max_tokens_to_sample', 'model', 'prompt' and 'stream') arguments to be "
        "given"
    )
    with pytest.raises(TypeError, match=re.escape(text)):
        await ask(lambda client: client.completions.create, model="m")
    assert not api.requests


@pytest.mark.parametrize("path", ["messages", "beta.messages", "completions"])
async def test_arguments_have_names(ask: Any, api: Api, path: str) -> None:
    def create(client: Any) -> Any:
        return partial(operator.attrgetter(f"{path}.create")(client), "claude-test", 10)

    with pytest.raises(TypeError, match=r"^create\(\) takes 1 argument\(s\) but 3 were given"):
        await ask(create)
    assert not api.requests


@pytest.mark.parametrize("value", ["", ".", ".."])
async def test_ids_that_name_nothing(ask: Any, api: Api, value: str) -> None:
    with pytest.raises(ValueError, match="`model_id`"):
        await ask(lambda client: client.models.retrieve, model_id=value)
    with pytest.raises(ValueError, match="`version`"):
        await ask(
            lambda client: client.beta.skills.versions.retrieve, version=value, skill_id="skill"
        )
    assert not api.requests


JSON_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: a/json\r\ntransfer-encoding: chunked\r\n\r\n"


@pytest.mark.parametrize("kind", ["sync", "async", "aiohttp"])
async def test_ids_on_the_wire(kind: str) -> None:
    """To a server that sees the request line as it was sent."""
    flavour = Flavour(kind)
    with Server([JSON_HEAD, b"{}", END]) as server:
        client = flavour.client(server.url)
        for value in ("a/../../b?c#d", "%2e%2e", "größe é", "claude@2024.v1:0"):
            await finished(client.models.retrieve(model_id=value))
        await flavour.close(client)
    sent = [request.split(b" ")[1] for request in server.requests]
    assert sent == [
        b"/v1/models/a%2F..%2F..%2Fb%3Fc%23d",
        b"/v1/models/%252e%252e",
        b"/v1/models/gr%C3%B6%C3%9Fe%20%C3%A9",
        b"/v1/models/claude@2024.v1:0",
    ]


async def test_extra_arguments(ask: Any, api: Api) -> None:
    await ask(
        lambda client: client.messages.create,
        **QUESTION,
        temperature=0.5,
        extra_headers={"x-mine": "1"},
        extra_query={"q": ["a", "b"]},
        extra_body={"temperature": omit, "max_tokens": 20, "new": {"field": 1}},
        timeout=9,
    )
    request = api.last
    assert request.headers["x-mine"] == "1" and request.url.query == b"q=a%2Cb"
    body = httpx.Response(200, content=request.content).json()
    assert body == {**QUESTION, "max_tokens": 20, "new": {"field": 1}}
    assert request.extensions["timeout"] == httpx.Timeout(9).as_dict()


class Somewhere:
    """A path of a library's own."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __fspath__(self) -> str:
        return str(self._path)


async def test_data_of_documents_may_be_in_files(ask: Any, api: Api, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("héy", encoding="utf-8")
    with path.open("rb") as file, path.open(encoding="utf-8") as text:
        for data in (path, Somewhere(path), io.BytesIO("héy".encode()), file, text, "aMOpeQ=="):
            source = {"type": "base64", "media_type": "application/pdf", "data": data}
            content = [{"type": "document", "source": source}]
            messages = [{"role": "user", "content": content}]
            await ask(lambda c: c.messages.create, **{**QUESTION, "messages": messages})
            body = httpx.Response(200, content=api.last.content).json()
            assert body["messages"][0]["content"][0]["source"]["data"] == "aMOpeQ=="
            assert content[0]["source"] is source and source["data"] is data


# -- how long to wait for an answer that is not streamed ------------------------------------------


@pytest.mark.parametrize("beta", [False, True])
async def test_long_answers(ask: Any, api: Api, beta: bool) -> None:
    def create(client: Any) -> Any:
        return (client.beta if beta else client).messages.create

    def patient(client: Any) -> Any:
        return create(client.with_options(timeout=1200))

    await ask(create, **{**QUESTION, "max_tokens": 21_333})
    assert api.last.extensions["timeout"] == httpx.Timeout(600, connect=5.0).as_dict()
    long = {**QUESTION, "max_tokens": 21_334}
    capped = {**QUESTION, "max_tokens": 8193, "model": "claude-opus-4-20250514"}
    for arguments in (long, capped):
        with pytest.raises(ValueError, match="Streaming is required for operations that may take"):
            await ask(create, **arguments)
        await ask(create, **arguments, timeout=700)
        assert api.last.extensions["timeout"]["read"] == 700
        await ask(patient, **arguments)
        assert api.last.extensions["timeout"]["read"] == 1200
    await ask(create, **{**capped, "max_tokens": 8192})


async def test_completions_wait_ten_minutes(ask: Any, api: Api) -> None:
    arguments = {"model": "claude-test", "prompt": "p", "max_tokens_to_sample": 5}
    await ask(lambda client: client.completions.create, **arguments)
    assert api.last.extensions["timeout"] == httpx.Timeout(600).as_dict()
    await ask(lambda client: client.completions.create, **arguments, timeout=3)
    assert api.last.extensions["timeout"] == httpx.Timeout(3).as_dict()
