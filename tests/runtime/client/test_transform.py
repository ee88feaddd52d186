"""The transformation that follows type annotations."""

from __future__ import annotations

import base64
import io
import pathlib
import threading
from datetime import date, datetime, timezone
from typing import Any, ClassVar, Dict, Iterable, List, Optional, Sequence, Set, Union

import pytest
from typing_extensions import Annotated, Required, TypeAliasType, TypedDict

from anthropic._models import BaseModel
from anthropic._types import Base64FileInput, not_given, omit
from anthropic._utils import (
    PropertyInfo,
    async_maybe_transform,
    async_transform,
    maybe_transform,
    transform,
)

FileData = Annotated[Union[str, Base64FileInput], PropertyInfo(format="base64")]


class Inner(TypedDict, total=False):
    inner_name: Annotated[str, PropertyInfo(alias="innerName")]
    plain: int


class Outer(TypedDict, total=False):
    outer_name: Required[Annotated[int, PropertyInfo(alias="outerName")]]
    one: Inner
    many: Iterable[Inner]
    either: Union[Inner, List[Inner], str]
    row: Sequence[Inner]
    table: Dict[str, Inner]
    nested: Dict[str, Dict[str, Inner]]
    when: Annotated[Union[datetime, date, None], PropertyInfo(format="iso8601")]
    days: Annotated[Optional[List[date]], PropertyInfo(format="iso8601")]
    hour: Annotated[datetime, PropertyInfo(format="custom", format_template="%H")]
    data: FileData
    files: List[FileData]
    numbers: List[float]
    aliased: Alias


Alias = TypeAliasType("Alias", List[Inner])

INNER = {"inner_name": "x", "plain": 1}
WIRE = {"innerName": "x", "plain": 1}


@pytest.fixture(params=["sync", "async"])
def run(request: Any) -> Any:
    async def call(data: Any, type_: Any) -> Any:
        if request.param == "sync":
            return transform(data, type_)
        return await async_transform(data, type_)

    return call


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"outer_name": 1}, {"outerName": 1}),
        ({"one": INNER}, {"one": WIRE}),
        ({"many": (INNER for _ in "ab")}, {"many": [WIRE, WIRE]}),
        ({"many": INNER}, {"many": INNER}),
        ({"many": "text"}, {"many": "text"}),
        ({"either": INNER}, {"either": WIRE}),
        ({"either": [INNER]}, {"either": [WIRE]}),
        ({"table": {"k": INNER}}, {"table": {"k": WIRE}}),
        ({"aliased": [INNER]}, {"aliased": [WIRE]}),
        ({"when": date(2023, 2, 3)}, {"when": "2023-02-03"}),
        ({"when": datetime(2023, 2, 3, 4, 5)}, {"when": "2023-02-03T04:05:00"}),
        ({"when": None}, {"when": None}),
        ({"row": {"x": 1}.keys()}, {"row": ["x"]}),
        ({"row": [INNER, {"plain": omit}]}, {"row": [WIRE, {}]}),
        ({"nested": {"a": {"b": INNER}}}, {"nested": {"a": {"b": WIRE}}}),
        ({"days": [date(2023, 2, 3)]}, {"days": ["2023-02-03"]}),
        ({"hour": datetime(2023, 2, 3, 14, tzinfo=timezone.utc)}, {"hour": "14"}),
        ({"data": "aGk="}, {"data": "aGk="}),
        ({"numbers": (1, 2.5)}, {"numbers": [1, 2.5]}),
        ({"unknown": (1, date(2023, 2, 3))}, {"unknown": (1, date(2023, 2, 3))}),
        ({"one": omit, "many": not_given}, {}),
        ({"one": {"plain": omit}}, {"one": {}}),
    ],
)
async def test_rules(run: Any, given: Any, expected: Any) -> None:
    if "many" in given and not isinstance(given["many"], (dict, str)) and given["many"]:
        given = {"many": iter([INNER, INNER])}
    assert await run(given, Outer) == expected


async def test_files(run: Any, tmp_path: pathlib.Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"hi")
    encoded = base64.b64encode(b"hi").decode()
    assert await run({"data": io.BytesIO(b"hi"), "files": [path, io.StringIO("hi")]}, Outer) == {
        "data": encoded,
        "files": [encoded, encoded],
    }
    umlauts = base64.b64encode("ü".encode()).decode()
    assert await run({"data": io.StringIO("ü")}, Outer) == {"data": umlauts}


async def test_asynchronous_code_reads_files_in_a_thread() -> None:
    readers: List[threading.Thread] = []

    class Watched(io.BytesIO):
        def read(self, *args: Any) -> bytes:
            readers.append(threading.current_thread())
            return super().read(*args)

    for call in (async_transform, async_maybe_transform):
        assert await call({"data": Watched(b"hi")}, Outer) == {"data": "aGk="}
    assert len(readers) == 2 and threading.current_thread() not in readers


async def test_models(run: Any) -> None:
    class Model(BaseModel):
        a: int
        b: int = 2

    class Answer(Model):
        __api_exclude__: ClassVar[Set[str]] = {"b"}

    assert await run(Answer(a=1, b=3), Any) == {"a": 1}
    assert await run({"either": Answer(a=1, b=3)}, Outer) == {"either": {"a": 1}}
    assert await run(Model(a=1), Any) == {"a": 1}
    assert await run([Model.construct(a=None)], List[Any]) == [{"a": None}]


async def test_the_callers_data_stays(run: Any) -> None:
    data = {"outer_name": 1, "one": dict(INNER)}
    await run(data, Outer)
    assert data == {"outer_name": 1, "one": INNER}


async def test_none() -> None:
    assert maybe_transform(None, Outer) is None
    assert maybe_transform({"outer_name": 1}, Outer) == {"outerName": 1}
    assert await async_maybe_transform(None, Outer) is None
    assert await async_maybe_transform({"outer_name": 1}, Outer) == {"outerName": 1}


def test_what_annotations_can_say() -> None:
    info = PropertyInfo(alias="wire", format="custom", format_template="%H", discriminator="type")
    said = (info.alias, info.format, info.format_template, info.discriminator)
    assert said == ("wire", "custom", "%H", "type")
    nothing = PropertyInfo()
    assert {nothing.alias, nothing.format, nothing.format_template} == {None}
    with pytest.raises(TypeError):
        PropertyInfo("wire")  # type: ignore[misc]  # the point of it
