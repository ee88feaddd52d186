"""What every model can do, with both versions of pydantic, and the options of a request."""

from __future__ import annotations

import copy
import io
import json
import pickle
import warnings
from datetime import datetime, timezone
from typing import Any, Dict, Generic, List, Optional, TypeVar

import httpx
import pydantic
import pytest

from anthropic import _compat
from anthropic._compat import PYDANTIC_V1
from anthropic._models import (
    BaseModel,
    FinalRequestOptions,
    GenericModel,
    add_request_id,
    build,
    construct_type_unchecked,
)
from anthropic._types import NotGiven
from tests.runtime.response.support import MESSAGE, Message, Text, Usage

T = TypeVar("T")


class Sample(BaseModel):
    own_name: int = pydantic.Field(alias="apiName")
    at: Optional[datetime] = None
    note: Optional[str] = None
    kind: str = "plain"


TIME = datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone.utc)


# -- dumps ----------------------------------------------------------------------------------------


def test_to_dict() -> None:
    sample = Sample.construct(apiName=1, at="2024-01-02T03:04:05Z", note=None, later="x")
    assert sample.to_dict() == {"apiName": 1, "at": TIME, "note": None, "later": "x"}
    assert sample.to_dict(use_api_names=False)["own_name"] == 1
    assert sample.to_dict(exclude_none=True) == {"apiName": 1, "at": TIME, "later": "x"}
    assert sample.to_dict(exclude_unset=False)["kind"] == "plain"
    assert "kind" not in sample.to_dict(exclude_unset=False, exclude_defaults=True)
    at = sample.to_dict(mode="json")["at"]
    assert isinstance(at, str) and at.startswith("2024-01-02T03:04:05")


def test_to_json() -> None:
    sample = Sample.construct(apiName=1, note=None)
    assert sample.to_json() == '{\n  "apiName": 1,\n  "note": null\n}'
    assert json.loads(sample.to_json(indent=None)) == {"apiName": 1, "note": None}
    assert "\n" not in sample.to_json(indent=None)
    assert json.loads(sample.to_json(use_api_names=False, exclude_none=True)) == {"own_name": 1}
    assert json.loads(sample.to_json(exclude_unset=False, exclude_defaults=True)) == {"apiName": 1}


def test_dumps_do_not_warn_of_what_the_api_sent() -> None:
    unknown = {"type": "later", "payload": {"x": 1}}
    data = {
        **MESSAGE,
        "content": [unknown, {"type": "text", "text": "x", "later": 5}],
        "stop_reason": "later",
    }
    message = Message.construct(**data)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        dumps = [message.to_dict(), message.to_dict(warnings=True), message.model_dump()]
        dumps += [json.loads(message.to_json()), json.loads(message.model_dump_json())]
    for dumped in dumps:
        assert dumped["stop_reason"] == "later"
        assert dumped["content"][0].items() >= unknown.items()
        assert dumped["content"][1] == {"type": "text", "text": "x", "later": 5}


@pytest.mark.parametrize("name", ["model_dump", "model_dump_json"])
def test_dumps_warn_if_they_are_asked_to(name: str) -> None:
    message = Message.construct(**{**MESSAGE, "content": [{"type": "later"}]})
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        getattr(message, name)(warnings=True)
    # pydantic 1 never warns
    assert any("later" in str(warning.message) for warning in seen) is not PYDANTIC_V1


def test_pydantic_2_names_work_with_pydantic_1() -> None:
    sample = Sample.construct(apiName=1)
    assert sample.model_dump(exclude_unset=True) == {"own_name": 1}
    assert sample.model_dump(by_alias=True, exclude_unset=True) == {"apiName": 1}
    assert sample.model_dump(include={"kind"}) == {"kind": "plain"}
    assert json.loads(sample.model_dump_json(exclude={"at", "note", "kind"})) == {"own_name": 1}
    assert sample.model_fields_set == {"own_name"}


@pytest.mark.parametrize("argument", [{"round_trip": True}, {"warnings": False}])
def test_arguments_that_pydantic_1_cannot_honour(argument: Dict[str, Any]) -> None:
    sample = Sample.construct(apiName=1)
    (name,) = argument
    for dump in (sample.model_dump, sample.model_dump_json):
        if not PYDANTIC_V1:
            assert dump(**argument)
            continue
        with pytest.raises(ValueError, match=f"{name} is only supported in Pydantic v2"):
            dump(**argument)


def test_text_lists_every_field_in_order_then_extras() -> None:
    usage = Usage.construct(later=1, input_tokens=2)
    assert str(usage) == "Usage(input_tokens=2, output_tokens=None, later=1)"
    assert repr(usage) == str(usage)


def test_normal_instantiation_validates() -> None:
    assert Usage(input_tokens="2").input_tokens == 2  # type: ignore[arg-type]
    with pytest.raises(pydantic.ValidationError):
        Usage(input_tokens="x")  # type: ignore[arg-type]


def test_construct_is_model_construct() -> None:
    assert Usage.model_construct(input_tokens="x").input_tokens == "x"
    assert Usage.construct({"input_tokens"}, input_tokens=1).model_fields_set == {"input_tokens"}
    assert build(Usage, input_tokens=1) == Usage(input_tokens=1)


def test_equality_is_by_fields() -> None:
    assert Usage.construct(input_tokens=1) == Usage(input_tokens=1)
    assert Usage.construct(input_tokens=1) != Usage.construct(input_tokens=1, later=2)


def test_generic_models() -> None:
    class Parsed(Text, GenericModel, Generic[T]):
        parsed: Optional[T] = None

    parsed = construct_type_unchecked(
        value={"type": "text", "text": "a", "parsed": {"input_tokens": 1}}, type_=Parsed[Usage]
    )
    assert parsed.parsed == Usage(input_tokens=1)
    assert isinstance(parsed, Text)


def test_copies_and_pickles() -> None:
    message = Message.construct(**MESSAGE, later=1)
    for other in (copy.deepcopy(message), pickle.loads(pickle.dumps(message))):
        assert other == message
        assert other.model_fields_set == message.model_fields_set


# -- request id -----------------------------------------------------------------------------------


def test_the_request_id_is_no_field() -> None:
    message = Message.construct(**MESSAGE)
    with pytest.raises(AttributeError):
        print(message._request_id)
    before = (message.to_dict(), message.to_json(), repr(message))
    add_request_id(message, "req_1")
    assert message._request_id == "req_1"
    assert (message.to_dict(), message.to_json(), repr(message)) == before
    assert message == Message.construct(**MESSAGE)
    assert "_request_id" not in message.model_dump()
    with pytest.raises(AttributeError):
        print(message.usage._request_id)


# -- compat ---------------------------------------------------------------------------------------


def test_compat_functions() -> None:
    fields = _compat.get_model_fields(Sample)
    assert list(fields) == ["own_name", "at", "note", "kind"]
    assert _compat.field_outer_type(fields["kind"]) is str
    assert _compat.field_is_required(fields["own_name"])
    assert _compat.field_get_default(fields["kind"]) == "plain"
    assert _compat.field_get_default(fields["own_name"]) is None
    sample = _compat.parse_obj(Sample, {"apiName": "1", "at": TIME})
    assert sample.own_name == 1
    assert _compat.model_dump(sample, exclude_unset=True) == {"own_name": 1, "at": TIME}
    assert _compat.model_dump(sample, exclude={"at"}, exclude_defaults=True, by_alias=True) == {
        "apiName": 1
    }
    dumped = _compat.model_dump(sample, mode="json", exclude_unset=True)
    assert isinstance(dumped["at"], str)
    assert json.loads(_compat.model_json(sample, indent=2))["own_name"] == 1
    assert _compat.model_copy(sample, deep=True) == sample


def test_cached_property_is_computed_once_and_can_be_replaced() -> None:
    class Holder:
        calls = 0

        @_compat.cached_property
        def value(self) -> int:
            self.calls += 1
            return self.calls

    holder = Holder()
    assert [holder.value, holder.value] == [1, 1]
    holder.value = 5  # type: ignore[misc]
    assert holder.value == 5


# -- options --------------------------------------------------------------------------------------


def test_options_have_defaults_of_their_own() -> None:
    options = FinalRequestOptions.construct(method="post", url="/x", json_data={"a": 1})
    other = FinalRequestOptions.construct(method="post", url="/x")
    assert options.params == {} and options.params is not other.params
    assert isinstance(options.headers, NotGiven)
    assert isinstance(options.timeout, NotGiven)
    assert options.get_max_retries(7) == 7
    assert options.content is None and options.follow_redirects is None
    assert FinalRequestOptions.construct(method="a", url="/", max_retries=1).get_max_retries(7) == 1


def test_options_made_both_ways_are_alike() -> None:
    given: Dict[str, Any] = {
        "method": "post",
        "url": "/x",
        "timeout": httpx.Timeout(3),
        "headers": {"a": "b"},
        "json_data": {"a": [1]},
        "max_retries": 3,
    }
    quick, careful = FinalRequestOptions.construct(**given), FinalRequestOptions(**given)
    for name in _compat.get_model_fields(FinalRequestOptions):
        one, other = getattr(quick, name), getattr(careful, name)
        assert one == other or (isinstance(one, NotGiven) and isinstance(other, NotGiven))
    assert list(quick.__dict__) == list(careful.__dict__)
    assert repr(quick) == repr(careful)


def test_options_drop_what_was_not_given_inside_mappings() -> None:
    body = {"a": NotGiven(), "b": 1}
    options = FinalRequestOptions.construct(method="post", url="/x", json_data=body)
    assert options.json_data == {"b": 1}
    assert len(body) == 2
    whole: Dict[str, object] = {"b": 1}
    assert FinalRequestOptions.construct(method="a", url="/", json_data=whole).json_data is whole


def test_options_can_be_copied_and_changed() -> None:
    upload = io.BytesIO(b"x")
    options = FinalRequestOptions.construct(method="post", url="/x", content=upload)
    other = _compat.model_copy(options)
    other.url = "/y"
    assert (options.url, other.url, other.content) == ("/x", "/y", upload)


def test_options_need_a_method_and_a_url() -> None:
    with pytest.raises(pydantic.ValidationError):
        FinalRequestOptions(method="get")  # type: ignore[call-arg]


def test_lists_of_models_dump() -> None:
    class Listed(BaseModel):
        items: List[Usage]

    assert Listed.construct(items=[{"input_tokens": 1}]).to_dict() == {
        "items": [{"input_tokens": 1}]
    }
