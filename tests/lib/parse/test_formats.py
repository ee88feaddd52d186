"""`output_format` and `output_config` of each method: where they go, and what is read for them."""

from __future__ import annotations

import copy
import warnings
from typing import Any, Dict, Optional

import pydantic
import pytest

from anthropic import AnthropicError
from anthropic.types.beta.parsed_beta_message import ParsedBetaTextBlock
from anthropic.types.parsed_message import ParsedTextBlock
from tests.lib.parse.replies import ASK, Server, replying

FORMAT: Dict[str, Any] = {
    "type": "json_schema",
    "schema": {"type": "object", "properties": {"x": {"type": "integer", "minimum": 1}}},
}
COUNT: Dict[str, Any] = {key: value for key, value in ASK.items() if key != "max_tokens"}


class Point(pydantic.BaseModel):
    x: int


class Door:
    """GA or beta, sync or async."""

    def __init__(self, name: str, server: Server) -> None:
        self.beta = "beta" in name
        self.asynchronous = "async" in name
        client: Any = server.async_client() if self.asynchronous else server.client()
        self.messages: Any = client.beta.messages if self.beta else client.messages

    async def call(self, name: str, **options: Any) -> Any:
        """The message that a method answers with; deprecations are no matter here."""
        params = COUNT if name == "count_tokens" else ASK
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            value = getattr(self.messages, name)(**params, **options)
            if name != "stream":
                return await value if self.asynchronous else value
            if self.asynchronous:
                async with value as stream:
                    return await stream.get_final_message()
            with value as stream:
                return stream.get_final_message()


@pytest.fixture
def server() -> Server:
    return replying('{"x": 3}')


@pytest.fixture(params=["ga-sync", "ga-async", "beta-sync", "beta-async"])
def door(request: pytest.FixtureRequest, server: Server) -> Door:
    return Door(request.param, server)


@pytest.mark.parametrize("name", ["stream", "parse"])
async def test_a_schema_is_sent_as_it_is_and_nothing_is_read(
    name: str, door: Door, server: Server
) -> None:
    message = await door.call(name, output_format=FORMAT)
    assert server.body["output_config"] == {"format": FORMAT}
    assert message.content[0].text == '{"x": 3}'
    assert message.content[0].parsed_output is message.parsed_output is None


@pytest.mark.parametrize("name", ["stream", "parse"])
async def test_none_is_no_format(name: str, door: Door, server: Server) -> None:
    message = await door.call(name, output_format=None)
    assert "output_config" not in server.body and "output_format" not in server.body
    assert message.content[0].parsed_output is message.parsed_output is None


@pytest.mark.parametrize("name", ["stream", "parse", "count_tokens"])
async def test_both_formats(name: str, door: Door, server: Server) -> None:
    """GA takes the `output_format`, beta refuses to choose."""
    given = FORMAT if name == "count_tokens" else Point
    both: Any = {"output_format": given, "output_config": {"effort": "low", "format": {"type": 1}}}
    if door.beta:
        with pytest.raises(AnthropicError, match="Both output_format and output_config.format"):
            await door.call(name, **both)
        assert server.sent == []
        return
    await door.call(name, **both)
    config = server.body["output_config"]
    assert config["effort"] == "low" and config["format"]["type"] == "json_schema"


@pytest.mark.parametrize("name", ["stream", "parse"])
@pytest.mark.parametrize("config", [None, {"effort": "low"}, {"effort": "low", "format": None}])
async def test_a_format_goes_with_the_rest_of_the_config(
    config: Any, name: str, door: Door, server: Server
) -> None:
    before = copy.deepcopy(config)
    message = await door.call(name, output_format=Point, output_config=config)
    assert config == before
    sent = server.body["output_config"]
    assert sent.pop("format")["type"] == "json_schema"
    assert sent == {key: value for key, value in (config or {}).items() if key != "format"}
    assert message.parsed_output == Point(x=3)


async def test_what_is_configured_elsewhere_is_not_read(door: Door, server: Server) -> None:
    for name in ("stream", "parse"):
        message = await door.call(name, output_config={"format": FORMAT})
        assert server.body["output_config"] == {"format": FORMAT}
        assert message.parsed_output is None


async def test_counting_takes_what_is_sent(door: Door, server: Server) -> None:
    await door.call("count_tokens", output_format=FORMAT)
    assert server.body == {**COUNT, "output_config": {"format": FORMAT}}
    if door.beta:
        with pytest.raises(TypeError, match="`beta.messages.parse"):
            await door.call("count_tokens", output_format=Point)
        return
    for type_ in (Point, Optional[Point]):
        await door.call("count_tokens", output_format=type_)
        counted = server.body["output_config"]
        await door.call("parse", output_format=type_)
        assert server.body["output_config"] == counted


async def test_create_takes_schemas_in_beta_only(door: Door, server: Server) -> None:
    if not door.beta:
        with pytest.raises(TypeError, match="unexpected keyword argument 'output_format'"):
            await door.call("create", output_format=FORMAT)
        return
    with pytest.warns(DeprecationWarning, match="The 'output_format' parameter is deprecated"):
        value = door.messages.create(**ASK, output_format=FORMAT)
        message = await value if door.asynchronous else value
    assert server.body == {**ASK, "output_config": {"format": FORMAT}}
    assert not hasattr(message, "parsed_output")
    with pytest.raises(TypeError, match="`beta.messages.parse"):
        await door.call("create", output_format=Point)
    with pytest.raises(AnthropicError, match="Both output_format and output_config.format"):
        await door.call("create", output_format=FORMAT, output_config={"format": FORMAT})
    assert len(server.sent) == 1


@pytest.mark.parametrize("name", ["create", "stream", "parse", "count_tokens"])
async def test_only_beta_calls_output_format_deprecated(
    name: str, door: Door, server: Server
) -> None:
    if not door.beta and name == "create":
        return
    params = COUNT if name == "count_tokens" else ASK
    for given in (FORMAT, None):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", DeprecationWarning)
            value = getattr(door.messages, name)(**params, output_format=given)
            if door.asynchronous and name != "stream":
                await value
            elif door.asynchronous:
                async with value:
                    pass
        found = [str(each.message) for each in caught if each.category is DeprecationWarning]
        assert len(found) == (door.beta and given is not None)
        assert all("The 'output_format' parameter is deprecated" in text for text in found)
        assert all(each.filename == __file__ for each in caught)


@pytest.mark.parametrize("block", [ParsedTextBlock, ParsedBetaTextBlock])
def test_values_that_were_read_are_marked_as_not_of_the_api(block: Any) -> None:
    assert block.__api_exclude__ == {"parsed_output"}
