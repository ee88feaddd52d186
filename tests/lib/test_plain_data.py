"""What a streamed message begins with: the data of its first event, as pydantic would dump it."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Dict, List

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from anthropic._compat import PYDANTIC_V1
from anthropic._models import BaseModel, construct_type
from anthropic.lib.streaming._plain import plain_data
from anthropic.types import Message
from anthropic.types.beta import BetaMessage
from tests.lib.answers import BETA_BLOCKS, BLOCKS, objects
from tests.lib.wire import start


def assert_as_dumped(model: Any) -> None:
    for exclude_unset in (False, True):
        data = plain_data(model, exclude_unset=exclude_unset)
        dumped = model.to_dict(exclude_unset=exclude_unset)
        assert data == dumped
        assert list(data) == list(dumped)


@pytest.mark.parametrize("beta", [False, True])
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_messages(beta: bool, data: st.DataObject) -> None:
    kinds: Dict[str, Any] = BETA_BLOCKS if beta else BLOCKS
    blocks = st.sampled_from(sorted(kinds)).flatmap(lambda name: objects(kinds[name]))
    content: List[Any] = [*data.draw(st.lists(blocks, max_size=3)), {"type": "added_later"}, None]
    message = {**start()["message"], "content": content, "added_later": {"a": [content]}}
    assert_as_dumped(construct_type(value=message, type_=BetaMessage if beta else Message))


class Inner(BaseModel):
    at: datetime
    name: str = "default"


class Outer(BaseModel):
    by_alias: str = Field(alias="byAlias")
    inner: List[Inner]
    by_key: Dict[str, Inner]
    absent: int = 3


def test_names_of_the_api_and_what_was_not_sent() -> None:
    inner = {"at": "2024-05-01T12:00:00Z"}
    sent = {"later": inner, "byAlias": "x", "inner": [inner], "by_key": {"a": inner, "b": None}}
    model: Any = construct_type(value=sent, type_=Outer)
    assert_as_dumped(model)
    model.inner[0].name = "set"
    if not PYDANTIC_V1:
        # The bytes of a tool call's input are kept like that.
        vars(model)["__no_field"] = b"1"
    assert_as_dumped(model)
    assert plain_data(model)["inner"] == [{"at": model.inner[0].at, "name": "set"}]
