"""Loose construction: every rule, and that nothing makes it raise."""

from __future__ import annotations

from datetime import date, datetime, timezone
from typing import Any, Dict, List, Optional, Union
from weakref import WeakKeyDictionary

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import Annotated, Literal, TypeAliasType

from anthropic._compat import PYDANTIC_V1, parse_obj
from anthropic._models import (
    DISCRIMINATOR_CACHE,
    BaseModel,
    construct_type,
    construct_type_unchecked,
)
from anthropic._utils import PropertyInfo
from tests.runtime.response.support import (
    MESSAGE,
    Block,
    Measured,
    Message,
    Text,
    Thinking,
    Tool,
    Usage,
)

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def like(**fields: Any) -> Any:
    """Objects with these keys, some of them missing, null or nonsense."""
    return st.fixed_dictionaries(
        {}, optional={name: strategy | anything for name, strategy in fields.items()}
    )


odd_blocks = like(
    type=st.sampled_from(["text", "thinking", "tool_use", "later"]), text=st.text(), id=st.text()
)
odd_messages = like(
    id=st.text(),
    type=st.just("message"),
    content=st.lists(odd_blocks, max_size=3),
    usage=like(input_tokens=st.integers(), output_tokens=st.none()),
    model=st.text(),
    stop_reason=st.text(),
    labels=st.dictionaries(st.text(), st.text(), max_size=2),
    cls=st.text(),
    _fields_set=st.text(),
)
odd_measures = like(ratio=st.integers(), at=st.text() | st.floats(), day=st.text() | st.integers())


@given(odd_messages | odd_measures | anything)
def test_it_never_raises(value: Any) -> None:
    for type_ in (Message, Measured, Block, List[Block], Dict[str, Message], Optional[Usage]):
        result = construct_type(value=value, type_=type_)
        if isinstance(value, dict) and type_ in (Message, Measured):
            assert isinstance(result, type_)
            str(result)


@given(odd_messages)
def test_what_was_given_comes_out_again(value: Dict[str, Any]) -> None:
    value = {key: entry for key, entry in value.items() if entry is not None}
    message = Message.construct(**{k: v for k, v in value.items() if k not in ("_fields_set",)})
    dumped = message.to_dict()
    assert set(dumped) == set(value) - {"_fields_set"}


def test_a_part_that_nobody_built_can_be_dumped() -> None:
    class Part(BaseModel):
        kind: str

    class Whole(BaseModel):
        part: Union[Part, int]

    whole = Whole.construct(part={"kind": 5, "later": [Part.construct()]})
    assert whole.to_dict() == {"part": {"kind": 5, "later": [{}]}}


valid_blocks = st.one_of(
    st.fixed_dictionaries({"type": st.just("text"), "text": st.text()}),
    st.fixed_dictionaries(
        {"type": st.just("thinking"), "thinking": st.text()},
        optional={"signature": st.none() | st.text(), "later": st.integers()},
    ),
    st.fixed_dictionaries(
        {
            "type": st.just("tool_use"),
            "id": st.text(),
            "input": st.dictionaries(st.text(), st.integers() | st.none() | st.text(), max_size=2),
        }
    ),
)
valid_messages = st.fixed_dictionaries(
    {
        "id": st.text(),
        "type": st.just("message"),
        "content": st.lists(valid_blocks, max_size=3),
        "usage": st.fixed_dictionaries({"input_tokens": st.integers(-(2**40), 2**40)}),
        "model": st.text(),
        "labels": st.dictionaries(st.text(), st.text(), max_size=2),
    },
    optional={"stop_reason": st.none() | st.just("end_turn"), "later": anything},
)


@given(valid_messages)
def test_it_agrees_with_validation_on_valid_data(value: Dict[str, Any]) -> None:
    loose = construct_type_unchecked(value=value, type_=Message)
    strict = parse_obj(Message, value)
    # By text, since what a later API added may hold NaN.
    assert repr(loose) == repr(strict)
    # Validation counts unknown keys as set; construction only where pydantic 1 needs that.
    extra = set() if PYDANTIC_V1 else set(strict.model_extra or ())
    assert loose.model_fields_set == strict.model_fields_set - extra


# -- models ---------------------------------------------------------------------------------------


def test_null_is_the_default_but_counts_as_set() -> None:
    measured = Measured.construct(note=None, ratio=None)
    assert measured.note == "none"
    assert measured.ratio is None
    assert measured.model_fields_set == {"note", "ratio"}


def test_missing_fields_have_their_default_or_none() -> None:
    measured = Measured.construct()
    assert (measured.ratio, measured.day, measured.note) == (None, None, "none")
    assert measured.model_fields_set == set()
    assert measured.to_dict() == {}


def test_a_default_is_not_shared() -> None:
    class Listed(BaseModel):
        items: List[int] = []

    Listed.construct().items.append(1)
    assert Listed.construct().items == []


def test_unknown_keys_are_extras() -> None:
    usage = construct_type_unchecked(value={"input_tokens": 1, "later": {"a": 1}}, type_=Usage)
    assert usage.later == {"a": 1}  # type: ignore[attr-defined]
    assert usage.to_dict() == {"input_tokens": 1, "later": {"a": 1}}
    if not PYDANTIC_V1:
        assert usage.model_extra == {"later": {"a": 1}}


def test_no_text_becomes_a_number() -> None:
    usage = construct_type_unchecked(value={"input_tokens": "1"}, type_=Usage)
    assert usage.input_tokens == "1"


def test_fields_go_by_the_name_of_the_api() -> None:
    import pydantic

    class Aliased(BaseModel):
        own_name: int = pydantic.Field(alias="apiName")

    assert Aliased.construct(apiName=1).own_name == 1
    wrong = Aliased.construct(own_name=1)
    assert wrong.to_dict(use_api_names=False)["own_name"] == 1


def test_a_list_in_place_of_a_model_becomes_models() -> None:
    result = construct_type(value=[{"input_tokens": 1}, 5], type_=Usage)
    assert result == [Usage(input_tokens=1), 5]


def test_an_instance_is_kept() -> None:
    usage = Usage(input_tokens=1)
    message = Message.construct(usage=usage)
    assert message.usage is usage


def test_recursive_models() -> None:
    class Tree(BaseModel):
        name: str
        children: Optional[List[Tree]] = None

    if PYDANTIC_V1:
        Tree.update_forward_refs(**locals())  # type: ignore[attr-defined]
    else:
        Tree.model_rebuild(_types_namespace={"Tree": Tree, "List": List, "Optional": Optional})
    tree = Tree.construct(name="a", children=[{"name": "b", "children": [{"name": 5}]}])
    assert tree.children is not None and tree.children[0].children is not None
    assert isinstance(tree.children[0].children[0], Tree)


def test_extras_have_the_type_that_is_declared() -> None:
    class Open(BaseModel):
        __pydantic_extra__: Dict[str, Usage]

    opened = Open.construct(later={"input_tokens": "x"})
    # pydantic 1 cannot declare one
    assert isinstance(opened.later, dict if PYDANTIC_V1 else Usage)  # type: ignore[attr-defined]


# -- unions ---------------------------------------------------------------------------------------


def test_a_union_is_validated_first() -> None:
    assert construct_type(value={"type": "text", "text": "a"}, type_=Block) == Text(
        type="text", text="a"
    )


def test_the_discriminator_chooses_what_does_not_validate() -> None:
    block = construct_type(value={"type": "thinking", "thinking": None}, type_=Block)
    assert isinstance(block, Thinking)
    assert block.thinking is None
    assert isinstance(construct_type(value={"type": "tool_use"}, type_=Block), Tool)


def test_an_unknown_variant_is_the_first_one_under_its_own_name() -> None:
    block = construct_type(value={"type": "later", "x": 1}, type_=Block)
    assert isinstance(block, Text)
    assert block.type == "later"
    assert block.x == 1


def test_without_a_discriminator_the_first_variant_is_taken() -> None:
    block = construct_type(value={"type": "tool_use"}, type_=Union[Text, Tool])
    assert isinstance(block, Text)


def test_metadata_may_be_given_apart() -> None:
    block = construct_type(
        value={"type": "tool_use"},
        type_=Union[Text, Tool],
        metadata=[PropertyInfo(discriminator="type")],
    )
    assert isinstance(block, Tool)


def test_other_values_come_back_unchanged() -> None:
    assert construct_type(value="abc", type_=Block) == "abc"
    assert construct_type(value=[1], type_=Union[Text, Tool]) == [1]


def test_the_order_of_equal_unions_counts() -> None:
    one, other = Union[Text, Tool], Union[Tool, Text]
    assert one == other
    assert isinstance(construct_type(value={"type": "?"}, type_=one), Text)
    assert isinstance(construct_type(value={"type": "?"}, type_=other), Tool)


def test_discriminators_are_remembered_by_union() -> None:
    class One(BaseModel):
        kind: Literal["one"]

    class Two(BaseModel):
        kind: Literal["two", "zwei"]

    union = Union[One, Two]
    type_: Any = Annotated[union, PropertyInfo(discriminator="kind")]
    assert union not in DISCRIMINATOR_CACHE
    assert isinstance(construct_type(value={"kind": "zwei", "n": 1}, type_=type_), Two)
    # Valid data needs no discriminator; this does not fit, as a field is missing its type.
    construct_type(value={"kind": "later"}, type_=type_)
    details = DISCRIMINATOR_CACHE[union]
    assert details.mapping == {"one": One, "two": Two, "zwei": Two}
    construct_type(value={"kind": "later"}, type_=type_)
    assert DISCRIMINATOR_CACHE[union] is details
    # A program that makes types in a loop does not keep them all.
    assert isinstance(DISCRIMINATOR_CACHE, WeakKeyDictionary)


def test_the_alias_of_the_discriminator_counts() -> None:
    import pydantic

    class One(BaseModel):
        kind: Literal["one"] = pydantic.Field(alias="apiKind")
        value: int

    class Two(BaseModel):
        kind: Literal["two"] = pydantic.Field(alias="apiKind")
        value: int

    type_: Any = Annotated[Union[One, Two], PropertyInfo(discriminator="kind")]
    assert isinstance(construct_type(value={"apiKind": "two", "value": "x"}, type_=type_), Two)


# -- other types ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (float, 1, 1.0),
        (float, 2**53 + 1, 2**53 + 1),
        (float, 10**400, 10**400),
        (float, "1", "1"),
        (int, 1.5, 1.5),
        (str, 5, 5),
        (bool, "true", "true"),
        (object, {"a": 1}, {"a": 1}),
        (List[int], "abc", "abc"),
        (List[float], [1, "x"], [1.0, "x"]),
        (Dict[str, float], {"a": 1}, {"a": 1.0}),
        (Dict[str, float], [1], [1]),
        (dict, {"a": 1}, {"a": 1}),
        (list, [1], [1]),
        (datetime, "2023-09-07T10:00:00Z", datetime(2023, 9, 7, 10, tzinfo=timezone.utc)),
        (datetime, 1_700_000_000, datetime(2023, 11, 14, 22, 13, 20, tzinfo=timezone.utc)),
        (datetime, 1_700_000_000_000, datetime(2023, 11, 14, 22, 13, 20, tzinfo=timezone.utc)),
        (datetime, 1_700_000_000.5, datetime(2023, 11, 14, 22, 13, 20, 500_000, timezone.utc)),
        (datetime, 20_000_000_000, datetime(2603, 10, 11, 11, 33, 20, tzinfo=timezone.utc)),
        (datetime, 20_000_000_001, datetime(1970, 8, 20, 11, 33, 20, 1_000, timezone.utc)),
        (datetime, "1700000000", datetime(2023, 11, 14, 22, 13, 20, tzinfo=timezone.utc)),
        (datetime, "2023-09-07", "2023-09-07"),
        (datetime, "yesterday", "yesterday"),
        (datetime, ["2023"], ["2023"]),
        (date, "2023-09-07", date(2023, 9, 7)),
        (date, 1_700_000_000, date(2023, 11, 14)),
        (date, 1_700_000_000_000, date(2023, 11, 14)),
        (date, "2023-13-07", "2023-13-07"),
        (date, "2023-09-07T10:00:00Z", "2023-09-07T10:00:00Z"),
        (Literal["a", "b"], "c", "c"),
        (Optional[int], None, None),
        (Annotated[float, "metres"], 1, 1.0),
        (Annotated[float, ["no", "hash"]], 1, 1.0),
        (Dict[str, Usage], {"a": {"input_tokens": "x"}}, {"a": Usage.construct(input_tokens="x")}),
        (List[List[Usage]], [[{"input_tokens": 1}]], [[Usage(input_tokens=1)]]),
    ],
)
def test_values(type_: Any, value: Any, expected: Any) -> None:
    result = construct_type(value=value, type_=type_)
    assert result == expected
    assert type(result) is type(expected)


def test_type_aliases_are_looked_through() -> None:
    alias = TypeAliasType("alias", Union[Text, Tool])
    assert isinstance(construct_type(value={"type": "later"}, type_=alias), Text)


def test_message() -> None:
    message = construct_type_unchecked(value=MESSAGE, type_=Message)
    assert message == parse_obj(Message, MESSAGE)
