"""The small helpers."""

from __future__ import annotations

import inspect
import logging
import re
from datetime import date, datetime, timedelta, timezone
from typing import Any, Dict, Generic, List, Optional, TypeVar, Union

import httpx
import pytest

from anthropic._types import not_given, omit
from anthropic._utils import (
    LazyProxy,
    SensitiveHeadersFilter,
    assert_signatures_in_sync,
    asyncify,
    coerce_boolean,
    coerce_float,
    coerce_integer,
    deepcopy_minimal,
    extract_type_arg,
    extract_type_var_from_base,
    function_has_argument,
    get_async_library,
    get_required_header,
    is_given,
    is_union_type,
    parse_date,
    parse_datetime,
    required_args,
    strip_annotated_type,
    strip_not_given,
    to_thread,
)

# -- required arguments ---------------------------------------------------------------------------


def test_one_variant() -> None:
    @required_args(["a", "b"])
    def foo(a: Any = None, *, b: Any = None) -> Any:
        """About foo."""
        return a, b

    assert foo(1, b=2) == (1, 2)
    assert foo(a=None, b=not_given) == (None, not_given)
    with pytest.raises(TypeError, match=re.escape("Missing required argument: 'b'")):
        foo(1)
    with pytest.raises(TypeError, match=re.escape("Missing required arguments: 'a' and 'b'")):
        foo()
    with pytest.raises(
        TypeError, match="^" + re.escape("foo() takes 1 argument(s) but 2 were given")
    ):
        foo(1, 2)
    assert foo.__name__ == "foo" and foo.__doc__ == "About foo."
    assert list(inspect.signature(foo).parameters) == ["a", "b"]


def test_several_variants() -> None:
    class Thing:
        @required_args(["max", "model"], ["max", "model", "stream"], ["id"])
        def create(self, *, max: Any = 0, model: Any = 0, stream: Any = 0, id: Any = 0) -> int:
            return 7

    assert Thing().create(max=1, model=2) == 7
    assert Thing().create(id=1, stream=True) == 7
    message = (
        "Missing required arguments; Expected either ('max' and 'model'), "
        "('max', 'model' and 'stream') or ('id') arguments to be given"
    )
    with pytest.raises(TypeError, match=re.escape(message)):
        Thing().create(max=1)


# -- values ---------------------------------------------------------------------------------------


def test_sentinels() -> None:
    assert not is_given(not_given) and not is_given(omit) and is_given(None)
    assert not not_given and not omit and repr(not_given) == "NOT_GIVEN"
    assert strip_not_given({"a": not_given, "b": omit, "c": None}) == {"b": omit, "c": None}
    assert strip_not_given(None) is None and strip_not_given(3) == 3


def test_a_minimal_copy_shares_everything_but_containers() -> None:
    leaf = object()
    item: Dict[str, Any] = {"a": [{"b": leaf}], "c": (1, [2])}
    copied = deepcopy_minimal(item)
    assert copied == item
    assert copied is not item and copied["a"] is not item["a"] and copied["a"][0]["b"] is leaf
    assert copied["c"] is item["c"]


def test_reading_texts() -> None:
    assert (coerce_integer("12"), coerce_float("1.5")) == (12, 1.5)
    assert [coerce_boolean(text) for text in ("true", "1", "on", "false", "")] == [True] * 3 + [
        False
    ] * 2
    with pytest.raises(ValueError):
        coerce_integer("x")


@pytest.mark.parametrize(
    "headers",
    [{"X-Some-Header": "v"}, {"x-some-header": "v"}, httpx.Headers({"X-SOME-HEADER": "v"})],
)
def test_required_headers(headers: Any) -> None:
    assert get_required_header(headers, "x-some-header") == "v"
    assert get_required_header(headers, "X-Some-Header") == "v"
    with pytest.raises(ValueError, match="Could not find x-other header"):
        get_required_header(headers, "x-other")


# -- types ----------------------------------------------------------------------------------------

T = TypeVar("T")
T2 = TypeVar("T2")


class Base(Generic[T, T2]):
    pass


class Swapped(Base[T2, T]):
    pass


class Half(Base[int, T]):
    pass


class Fixed(Half[str]):
    pass


class Plain(Fixed):
    pass


@pytest.mark.parametrize(
    ("typ", "expected"),
    [
        (Base[int, str], (int, str)),
        (Swapped[int, str], (int, str)),
        (Half[bytes], (int, bytes)),
        (Fixed, (int, str)),
        (Plain, (int, str)),
    ],
)
def test_type_variables_of_a_base(typ: Any, expected: Any) -> None:
    found = tuple(
        extract_type_var_from_base(typ, generic_bases=(Base,), index=index) for index in (0, 1)
    )
    assert found == expected


def test_type_variables_that_stay_open() -> None:
    for typ in (Base, Half, int):
        with pytest.raises(RuntimeError, match="open!"):
            extract_type_var_from_base(typ, generic_bases=(Base,), index=1, failure_message="open!")
    with pytest.raises(RuntimeError, match="to have a type argument at index 1 but it did not"):
        extract_type_arg(List[int], 1)


def test_unions() -> None:
    assert is_union_type(Union[int, str]) and is_union_type(Optional[int])
    assert not is_union_type(List[int])
    assert strip_annotated_type(List[int]) == List[int]


# -- functions ------------------------------------------------------------------------------------


def test_signatures_in_sync() -> None:
    def source(a: int, b: str = "") -> None: ...
    def good(a: int, b: str = "", c: int = 3) -> None: ...
    def short(a: int) -> None: ...
    def wrong(a: int, b: int = 0) -> None: ...

    assert function_has_argument(good, "c") and not function_has_argument(source, "c")
    assert_signatures_in_sync(source, good)
    assert_signatures_in_sync(source, short, exclude_params={"b"})
    for function in (short, wrong):
        with pytest.raises(AssertionError, match="`b` parameter"):
            assert_signatures_in_sync(source, function)


async def test_threads() -> None:
    import threading

    assert await asyncify(threading.current_thread)() is not threading.current_thread()
    assert await to_thread(divmod, 7, 2) == (3, 1)
    assert get_async_library() == "asyncio"


def test_threads_under_trio() -> None:
    import trio

    async def main() -> Any:
        return await to_thread(int, "12", base=8), get_async_library()

    assert trio.run(main) == (10, "trio")
    assert get_async_library() == "false"


def test_a_proxy_is_what_it_stands_for() -> None:
    class Proxy(LazyProxy[Any]):
        def __load__(self) -> Any:
            return ["x"]

    proxy = Proxy().__as_proxied__()
    assert isinstance(proxy, list)
    assert repr(proxy) == str(proxy) == "['x']"
    assert proxy.index("x") == 0
    assert "append" in dir(proxy)


def test_a_proxy_of_a_module_has_its_names() -> None:
    class Proxy(LazyProxy[Any]):
        def __load__(self) -> Any:
            return logging

    proxy = Proxy().__as_proxied__()
    assert isinstance(proxy, type(logging)) and proxy.INFO == logging.INFO
    assert dir(proxy) == dir(logging) and repr(proxy) == repr(logging)


def test_a_proxy_that_cannot_load_is_still_an_object() -> None:
    class Broken(LazyProxy[Any]):
        def __load__(self) -> Any:
            raise RuntimeError("no")

    assert isinstance(Broken(), LazyProxy)
    with pytest.raises(RuntimeError, match="no"):
        Broken().anything  # noqa: B018


# -- logs -----------------------------------------------------------------------------------------


def test_the_filter_leaves_other_records_alone() -> None:
    record = logging.LogRecord("n", logging.INFO, "f", 1, "%s", ("x",), None)
    assert SensitiveHeadersFilter().filter(record)
    assert record.getMessage() == "x"


# -- dates ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2012-04-23", date(2012, 4, 23)),
        ("2012-4-9", date(2012, 4, 9)),
        (b"2012-04-23", date(2012, 4, 23)),
        (date(2012, 4, 9), date(2012, 4, 9)),
        (datetime(2012, 4, 9, 12), date(2012, 4, 9)),
        (1494012444, date(2017, 5, 5)),
        ("1494012444.883309", date(2017, 5, 5)),
        (1494012444000, date(2017, 5, 5)),
        (19_999_999_999, date(2603, 10, 11)),
        (20_000_000_001, date(1970, 8, 20)),
        (float("inf"), date(9999, 12, 31)),
        (-(10**50), date(1, 1, 1)),
    ],
)
def test_dates(value: Any, expected: date) -> None:
    assert parse_date(value) == expected


@pytest.mark.parametrize("value", ["x20120423", "2012-04-56", "2012-13-01", "", "2012-04"])
def test_bad_dates(value: str) -> None:
    with pytest.raises(ValueError):
        parse_date(value)


def zone(hours: int, minutes: int = 0) -> timezone:
    return timezone(timedelta(hours=hours, minutes=minutes))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2012-04-23T09:15:00", datetime(2012, 4, 23, 9, 15)),
        ("2012-4-9 4:8:16", datetime(2012, 4, 9, 4, 8, 16)),
        ("2012-04-23T09:15", datetime(2012, 4, 23, 9, 15)),
        ("2012-04-23T09:15:00Z", datetime(2012, 4, 23, 9, 15, tzinfo=timezone.utc)),
        ("2012-4-9 4:8:16-0320", datetime(2012, 4, 9, 4, 8, 16, tzinfo=zone(-3, -20))),
        ("2012-04-23T10:20:30.4+02:30", datetime(2012, 4, 23, 10, 20, 30, 400000, zone(2, 30))),
        ("2012-04-23T10:20:30.400+02", datetime(2012, 4, 23, 10, 20, 30, 400000, zone(2))),
        ("2012-04-23T10:20:30.1234567Z", datetime(2012, 4, 23, 10, 20, 30, 123456, zone(0))),
        (1494012444.883309, datetime(2017, 5, 5, 19, 27, 24, 883309, timezone.utc)),
        ("1494012444", datetime(2017, 5, 5, 19, 27, 24, tzinfo=timezone.utc)),
        (1494012444000, datetime(2017, 5, 5, 19, 27, 24, tzinfo=timezone.utc)),
        (datetime(2017, 5, 5), datetime(2017, 5, 5)),
    ],
)
def test_times(value: Any, expected: datetime) -> None:
    parsed = parse_datetime(value)
    assert parsed == expected
    assert parsed.utcoffset() == expected.utcoffset()


@pytest.mark.parametrize(
    "value",
    ["x20120423091500", "2012-04-56T09:15:90", "2012-04-23T11:05:00-25:00", "2012-04-23", "nan"],
)
def test_bad_times(value: str) -> None:
    with pytest.raises(ValueError):
        parse_datetime(value)


# -- the table of lazy names ----------------------------------------------------------------------


def test_the_table_holds_what_static_tools_see() -> None:
    import ast
    import inspect as inspection

    import anthropic._utils as utils

    block = next(
        node for node in ast.parse(inspection.getsource(utils)).body if type(node) is ast.If
    )
    seen = {
        (statement.module, statement.names[0].name)
        for statement in block.body
        if isinstance(statement, ast.ImportFrom)
    }
    table = {(home[1:], name) for home, names in utils._HOMES.items() for name in names.split()}
    assert seen == table
    assert all(hasattr(utils, name) for _, name in table)
