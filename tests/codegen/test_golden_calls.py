"""What is generated for the golden folders sends the right requests and understands the answers."""

from __future__ import annotations

import asyncio
import inspect
import json
from types import ModuleType
from typing import Any, Callable, Dict, List, Optional

import httpx
import pytest

Load = Callable[[str], ModuleType]


class Zoo:
    """A client of a golden package, and every request it has sent."""

    def __init__(self, package: ModuleType, *answers: Any) -> None:
        self.types: Any = package.types
        self.requests: List[httpx.Request] = []
        self._answers = list(answers)
        transport = httpx.MockTransport(self._answer)
        self.client: Any = package.Zoo(api_key="key", http_client=httpx.Client(transport=transport))
        self.async_client: Any = package.AsyncZoo(
            api_key="key", http_client=httpx.AsyncClient(transport=transport)
        )

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self._answers[(len(self.requests) - 1) % len(self._answers)]
        if isinstance(answer, httpx.Response):  # each is sent once, so this one is a copy
            return httpx.Response(
                answer.status_code, headers=answer.headers, content=answer.content
            )
        return httpx.Response(200, json=answer)

    @property
    def sent(self) -> Any:
        """The JSON of the last request."""
        return json.loads(self.requests[-1].content)

    @property
    def url(self) -> str:
        return str(self.requests[-1].url)


@pytest.fixture
def zoo(golden_package: Load) -> Callable[..., Zoo]:
    def open_zoo(feature: str, *answers: Any) -> Zoo:
        return Zoo(golden_package(feature), *answers)

    return open_zoo


ANIMAL = {"id": "a1", "kind": "animal", "born_at": "2020-02-03T04:05:06Z", "keeper": None}


def test_simple_get(zoo: Callable[..., Zoo]) -> None:
    z = zoo("simple_get", ANIMAL)
    animal = z.client.animals.retrieve("a1")
    assert (z.url, z.requests[0].method) == ("https://zoo.example/animals/a1", "GET")
    assert z.requests[0].headers["X-Api-Key"] == "key"
    assert isinstance(animal, z.types.Animal)
    assert (animal.born_at.year, animal.keeper, animal.legs) == (2020, None, None)
    with pytest.raises(ValueError, match="non-empty value for `animal_id`"):
        z.client.animals.retrieve("")


def test_asynchronous_twin_and_views(zoo: Callable[..., Zoo]) -> None:
    z = zoo("simple_get", ANIMAL)

    async def calls() -> List[Any]:
        raw = await z.async_client.animals.with_raw_response.retrieve("a1")
        async with z.async_client.animals.with_streaming_response.retrieve("a1") as streamed:
            return [
                await z.async_client.animals.retrieve("a1"),
                raw.parse(),
                await streamed.parse(),
            ]

    plain, raw, streamed = asyncio.run(calls())
    assert plain == raw == streamed == z.client.animals.with_raw_response.retrieve("a1").parse()


def test_pages(zoo: Callable[..., Zoo]) -> None:
    first = {"data": [{"id": "a"}], "has_more": True, "first_id": "a", "last_id": "a"}
    last = {"data": [{"id": "b"}], "has_more": False, "first_id": "b", "last_id": "b"}
    z = zoo("pages", first, last)
    found = [animal.id for animal in z.client.animals.list(limit=1, ids=["a", "b"])]
    assert found == ["a", "b"]
    assert dict(z.requests[1].url.params)["after_id"] == "a"
    assert dict(z.requests[0].url.params)["limit"] == "1"

    async def collect() -> List[str]:
        return [animal.id async for animal in z.async_client.animals.list(before_id="c")]

    assert asyncio.run(collect()) == ["a", "b"]
    assert dict(z.requests[3].url.params)["before_id"] == "a"


def test_json_body(zoo: Callable[..., Zoo]) -> None:
    z = zoo("json_body", {"id": "a1", "size": "huge"})
    animal = z.client.animals.create(
        name="Ada", kind="animal", size="large", nick=None, tags=(tag for tag in ("a", "b"))
    )
    assert z.sent == {
        "name": "Ada",
        "kind": "animal",
        "size": "large",
        "nick": None,
        "tags": ["a", "b"],
    }
    assert animal.size == "huge"  # a value that was added to the API later


def test_unions(zoo: Callable[..., Zoo]) -> None:
    seen = [{"kind": "bird", "song": "tweet"}, {"kind": "cat"}, {"kind": "dog", "tricks": 3}]
    z = zoo("unions", {"seen": seen})
    visit = z.client.visits.create(animal={"kind": "bird", "song": "tweet"})
    assert [type(animal).__name__ for animal in visit.seen[:2]] == ["Bird", "Cat"]
    assert visit.seen[2].kind == "dog"
    z.client.visits.create(animal=visit.seen[0], time="noon")
    assert z.sent == {"animal": {"kind": "bird", "song": "tweet"}, "time": "noon"}


def test_inline(zoo: Callable[..., Zoo]) -> None:
    z = zoo(
        "inline", {"id": "h", "rooms": [{"kind": "pool", "depth": 2}], "owner": {"name": "Eve"}}
    )
    house = z.client.houses.create(address={"street": "Elm", "position": {"x": 1.5}})
    assert type(house.rooms[0]).__name__ == "HouseCreateResponseRoomPool"
    assert house.owner.name == "Eve"
    assert z.sent == {"address": {"street": "Elm", "position": {"x": 1.5}}}


def test_recursion(zoo: Callable[..., Zoo]) -> None:
    answer = {
        "name": "A",
        "children": [{"name": "B", "parent": {"name": "A"}}],
        "tree": {"branches": [{}]},
    }
    z = zoo("recursion", answer)
    family = z.client.families.create(head={"name": "A", "children": [{"name": "B"}]})
    assert family.children[0].parent.name == "A"
    assert type(family.tree.branches[0]).__name__ == "Tree"


def test_streaming(zoo: Callable[..., Zoo]) -> None:
    def events() -> httpx.Response:
        notes = [{"type": "completion", "note": note} for note in ("do", "re")]
        text = "".join(f"event: completion\ndata: {json.dumps(note)}\n\n" for note in notes)
        return httpx.Response(200, text=text, headers={"content-type": "text/event-stream"})

    z = zoo("streaming", events(), {"notes": "do re"}, events())
    assert [event.note for event in z.client.songs.create(bird="b", stream=True)] == ["do", "re"]
    assert z.sent == {"bird": "b", "stream": True}
    assert z.client.songs.create(bird="b").notes == "do re"

    async def listen() -> List[str]:
        stream = await z.async_client.songs.create(bird="b", stream=True)
        return [event.note async for event in stream]

    assert asyncio.run(listen()) == ["do", "re"]
    with pytest.raises(TypeError, match="bird"):
        z.client.songs.create(stream=True)


def test_derive(zoo: Callable[..., Zoo]) -> None:
    z = zoo("derive", {"notes": "do\nre"})
    listener = z.client.songs.listen(bird="b", count=2, ear="left")
    assert listener.params == {"bird": "b", "count": 2, "ear": "left"}
    assert not z.requests
    assert listener.lines() == ["do", "re"]
    assert asyncio.run(z.async_client.songs.record(bird="b", loud=True)).notes == "do\nre"
    assert z.sent == {"bird": "b", "loud": True}
    assert z.client.songs.with_raw_response.record(bird="b").parse().notes == "do\nre"


def test_derive_signatures(zoo: Callable[..., Zoo]) -> None:
    z = zoo("derive", {})
    names = list(inspect.signature(z.client.songs.listen).parameters)
    assert names[:4] == ["bird", "title", "ear", "count"]
    assert list(inspect.signature(z.async_client.songs.listen).parameters) == names
    assert not inspect.iscoroutinefunction(z.async_client.songs.listen)
    assert inspect.iscoroutinefunction(z.async_client.songs.record)


def test_prepare(zoo: Callable[..., Zoo]) -> None:
    z = zoo("prepare", httpx.Response(204))
    assert z.client.tickets.buy(age=9) is None
    assert z.sent == {"age": 9, "half": True}
    assert z.requests[0].extensions["timeout"]["read"] == 5.0
    assert asyncio.run(z.async_client.tickets.buy(age=30, timeout=7)) is None
    assert z.requests[1].extensions["timeout"]["read"] == 7
    with pytest.raises(ValueError, match="below zero"):
        z.client.tickets.buy(age=-1)


def test_upload(zoo: Callable[..., Zoo]) -> None:
    z = zoo("upload", {"id": "p"})
    assert z.client.photos.upload(file=("cat.png", b"PNG"), title="Cat").id == "p"
    request = z.requests[0]
    assert request.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert request.headers["zoo-features"] == "photos"
    assert b'name="title"' in request.content and b'filename="cat.png"' in request.content

    asyncio.run(
        z.async_client.photos.add("al", files=[("a", b"1"), ("b", b"2")], zoo_features=["new"])
    )
    assert z.url == "https://zoo.example/albums/al"
    assert z.requests[1].headers["zoo-features"] == "new,photos"
    assert z.requests[1].content.count(b"filename=") == 2


def test_download(zoo: Callable[..., Zoo]) -> None:
    z = zoo("download", httpx.Response(200, content=b"\x00PNG"), httpx.Response(200, text="A cat"))
    assert z.client.photos.download("p").read() == b"\x00PNG"
    assert z.requests[0].headers["accept"] == "application/binary"
    assert z.client.photos.caption("p") == "A cat"


def test_jsonl(zoo: Callable[..., Zoo]) -> None:
    lines = '{"animal": "cat", "number": 3}\n{"animal": "dog", "number": 1}\n'
    there = {"results_url": "https://zoo.example/results"}
    z = zoo("jsonl", there, httpx.Response(200, text=lines))
    assert [(line.animal, line.number) for line in z.client.counts.results("c")] == [
        ("cat", 3),
        ("dog", 1),
    ]
    assert [request.url.path for request in z.requests] == ["/counts/c", "/results"]

    async def collect() -> List[int]:
        return [line.number async for line in await z.async_client.counts.results("c")]

    assert asyncio.run(collect()) == [3, 1]
    waiting = zoo("jsonl", {"results_url": None})
    with pytest.raises(Exception, match="still being counted"):
        waiting.client.counts.results("c")
    direct = zoo("jsonl", httpx.Response(200, text=lines))
    assert [line.number for line in direct.client.counts.lines("c")] == [3, 1]


@pytest.mark.parametrize("features, header", [(None, "search,fast"), (["x"], "x,search,fast")])
def test_parameters(zoo: Callable[..., Zoo], features: Optional[List[str]], header: str) -> None:
    z = zoo("parameters", {"id": "a"})
    more: Dict[str, Any] = {} if features is None else {"features": features}
    z.client.animals.search(
        "a 1",
        house_id="h",
        colours=["red", "blue"],
        size_max=2.5,
        tame=True,
        x_visitor="eve",
        **more,
    )
    request = z.requests[0]
    assert request.url.path == "/houses/h/animals/a 1"
    assert request.headers["zoo-features"] == header
    assert request.headers["x-visitor"] == "eve"
    params = dict(request.url.params)
    assert params.pop("new") == "true"
    assert params.pop("size[max]") == "2.5"
    assert params.pop("tame") == "true"


def test_aliases(zoo: Callable[..., Zoo]) -> None:
    z = zoo("aliases", {"id": "a", "kind": {"url": "u"}})
    with pytest.warns(DeprecationWarning):
        animal = z.client.animals.retrieve("a")
    assert isinstance(animal, z.types.Beast)
    assert z.types.Beast is z.types.Animal
    assert not hasattr(z.types, "Brute")
    assert z.types.shared.Problem is z.types.Problem
    assert type(animal.kind).__name__ == "URLKind"


def test_keys(zoo: Callable[..., Zoo]) -> None:
    z = zoo("keys", {"from": "me", "font-size": 3})
    label = z.client.labels.create(
        from_="me", font_size=3, origin={"$id": "1", "class": 'a"b', "font-size": None}
    )
    assert z.sent == {
        "from": "me",
        "font-size": 3,
        "origin": {"$id": "1", "class": 'a"b', "font-size": None},
    }
    assert (label.from_, label.font_size, label.class_) == ("me", 3, None)


def test_nullable(zoo: Callable[..., Zoo]) -> None:
    z = zoo("nullable", {"name": "A", "size": None})
    assert z.client.animals.create(name="A", nick=None, mother=None).size is None
    assert z.sent == {"name": "A", "nick": None, "mother": None}


def test_children(zoo: Callable[..., Zoo]) -> None:
    z = zoo("children", [{"id": "h", "rooms": [{"id": "r"}]}], httpx.Response(204))
    assert z.client.houses.list()[0].rooms[0].id == "r"
    assert z.client.houses.rooms.with_raw_response.delete("r", house_id="h").parse() is None
    assert (z.requests[1].method, z.requests[1].url.path) == ("DELETE", "/houses/h/rooms/r")
    houses: Any = inspect.getmodule(type(z.client.houses))
    assert houses.largest(2, 3) == 3
    assert houses.check_size(9, limit=9) is None
    with pytest.raises(ValueError, match="10 is more than 9"):
        houses.check_size(10, limit=9)


def test_parsed(zoo: Callable[..., Zoo]) -> None:
    z = zoo("parsed", {"content": [{"type": "noise"}, {"type": "text", "text": "hi"}]})
    answer = z.client.answers.create(question="?")
    parsed = z.types.ParsedAnswer.construct(**answer.to_dict())
    parsed.content[1].parsed_output = 5
    assert parsed.parsed_output == 5
    assert [type(block).__name__ for block in parsed.content] == ["NoiseBlock", "ParsedTextBlock"]


def test_json_input(zoo: Callable[..., Zoo]) -> None:
    z = zoo("json_input", {"id": "a"})
    assert z.client.animals.retrieve("a").id == "a"
