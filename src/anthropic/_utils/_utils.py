"""Small helpers that any module may use."""

from __future__ import annotations

import functools
import os
from collections import abc
from datetime import date, datetime
from typing import (
    Any,
    Callable,
    Dict,
    Iterable,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    TypeVar,
    Union,
    cast,
    overload,
)

from typing_extensions import TypeGuard

from .._types import FileTypes, Headers, HeadersLike, NotGiven, Omit

_T = TypeVar("_T")
_MappingT = TypeVar("_MappingT", bound=Mapping[str, object])
_SequenceT = TypeVar("_SequenceT", bound=Sequence[object])
CallableT = TypeVar("CallableT", bound=Callable[..., Any])

_VARARGS = 0x04  # the flag that `inspect.CO_VARARGS` names; `inspect` is slow to import


# -- what is it? ----------------------------------------------------------------------------------


# `type`, as type checkers can follow it.
kind_of: Callable[[Any], Any] = type


def is_given(obj: Union[_T, NotGiven, Omit]) -> TypeGuard[_T]:
    """Whether the caller gave a value: neither ``not_given`` nor ``omit``."""
    return not isinstance(obj, (NotGiven, Omit))


def is_mapping(obj: object) -> TypeGuard[Mapping[str, object]]:
    """Whether a value is a mapping; its keys are taken to be strings."""
    return isinstance(obj, abc.Mapping)


def is_dict(obj: object) -> TypeGuard[Dict[object, object]]:
    """Whether a value is a ``dict``."""
    return isinstance(obj, dict)


def is_list(obj: object) -> TypeGuard[List[object]]:
    """Whether a value is a ``list``."""
    return isinstance(obj, list)


def is_tuple(obj: object) -> TypeGuard[Tuple[object, ...]]:
    """Whether a value is a ``tuple``."""
    return isinstance(obj, tuple)


def is_sequence(obj: object) -> TypeGuard[Sequence[object]]:
    """Whether a value is a sequence; strings and bytes are sequences too."""
    return isinstance(obj, abc.Sequence)


def is_iterable(obj: object) -> TypeGuard[Iterable[object]]:
    """Whether a value can be iterated over; strings, bytes and mappings can."""
    return isinstance(obj, abc.Iterable)


def is_mapping_t(obj: Union[_MappingT, object]) -> TypeGuard[_MappingT]:
    """``is_mapping`` that keeps the precise type of the mapping."""
    return isinstance(obj, abc.Mapping)


def is_sequence_t(obj: Union[_SequenceT, object]) -> TypeGuard[_SequenceT]:
    """``is_sequence`` that keeps the precise type of the sequence."""
    return isinstance(obj, abc.Sequence)


# -- taking values apart --------------------------------------------------------------------------


@overload
def strip_not_given(obj: None) -> None: ...
@overload
def strip_not_given(obj: Mapping[str, object]) -> Dict[str, object]: ...
@overload
def strip_not_given(obj: object) -> object: ...
def strip_not_given(obj: Optional[object]) -> object:
    """A copy of a mapping without the entries whose value is ``not_given``.

    ``omit`` values stay.  Anything but a mapping comes back as it is.
    """
    if not is_mapping(obj):
        return obj
    return {key: value for key, value in obj.items() if not isinstance(value, NotGiven)}


def deepcopy_minimal(item: _T) -> _T:
    """A copy of the dicts and lists of a value; everything else is shared with the original."""
    if isinstance(item, dict):
        pairs = cast("Dict[object, object]", item)
        return cast(_T, {key: deepcopy_minimal(value) for key, value in pairs.items()})
    if isinstance(item, list):
        return cast(_T, [deepcopy_minimal(entry) for entry in cast("List[object]", item)])
    return item


def flatten(t: Iterable[Iterable[_T]]) -> List[_T]:
    """The items of all the given iterables, in order."""
    return [item for sublist in t for item in sublist]


def extract_files(
    query: Mapping[str, object], *, paths: Sequence[Sequence[str]]
) -> List[Tuple[str, FileTypes]]:
    """Take the uploads out of a request body.

    ``paths`` say where they are: ``["file"]``, ``["files", "<array>"]``,
    ``["documents", "<array>", "content"]``.  Returns ``(form field name, file)`` pairs, where a
    step through an array is written ``[]``, and **removes** them from ``query``: pass a copy.
    """
    found: List[Tuple[str, FileTypes]] = []
    for path in paths:
        found.extend(_take(query, path, ""))
    return found


def _take(node: object, path: Sequence[str], name: str) -> List[Tuple[str, FileTypes]]:
    """Remove and return what lies at the end of ``path`` below ``node``."""
    step, rest = path[0], path[1:]
    if step == "<array>":
        if not is_list(node):
            return []
        return flatten(_take(item, rest, f"{name}[]") for item in node)
    if not is_dict(node) or step not in node:
        return []
    field = f"{name}[{step}]" if name else step
    if not rest:
        return [(field, _as_file(node.pop(step), field))]
    if list(rest) == ["<array>"]:
        value = node[step]
        if isinstance(value, (str, bytes, bytearray)):
            raise RuntimeError(
                f"Expected `{field}` to be a list of files, but received {type(value)} instead"
            )
        if not is_list(value):
            return []
        del node[step]
        return [(f"{field}[]", _as_file(item, f"{field}[]")) for item in value]
    return _take(node[step], rest, field)


def _as_file(value: object, field: str) -> FileTypes:
    from .._files import assert_is_file_content

    if not isinstance(value, tuple):
        assert_is_file_content(value, key=field)
    return cast(FileTypes, value)


# -- required arguments ---------------------------------------------------------------------------


def human_join(seq: Sequence[str], *, delim: str = ", ", final: str = "or") -> str:
    """``a, b or c``."""
    if len(seq) < 2:
        return "".join(seq)
    return f"{delim.join(seq[:-1])} {final} {seq[-1]}"


def quote(string: str) -> str:
    """A string in single quotes, to be read in an error message."""
    return f"'{string}'"


def required_args(*variants: Sequence[str]) -> Callable[[CallableT], CallableT]:
    """Check at the call that the arguments of at least one variant were given.

    For functions whose overloads require different arguments, and which must therefore declare all
    of them optional.  An argument counts as given whatever its value is.  Raises ``TypeError``
    that names the missing ones.
    """

    def decorate(function: CallableT) -> CallableT:
        code = function.__code__
        positional: Tuple[str, ...] = code.co_varnames[: code.co_argcount]
        unlimited = bool(code.co_flags & _VARARGS)

        @functools.wraps(function)
        def wrapper(*args: Any, **kwargs: Any) -> Any:
            if len(args) > len(positional) and not unlimited:
                raise TypeError(
                    f"{function.__name__}() takes {len(positional)} argument(s) "
                    f"but {len(args)} were given"
                )
            by_position = positional[: len(args)]
            for variant in variants:
                for name in variant:
                    if name not in kwargs and name not in by_position:
                        break
                else:
                    return function(*args, **kwargs)
            raise TypeError(_missing_arguments(variants, {*kwargs, *by_position}))

        return cast(CallableT, wrapper)

    return decorate


def _missing_arguments(variants: Sequence[Sequence[str]], given: set[str]) -> str:
    if len(variants) > 1:
        either = human_join(
            [f"({human_join([quote(name) for name in names], final='and')})" for names in variants]
        )
        return f"Missing required arguments; Expected either {either} arguments to be given"
    missing = [quote(name) for name in variants[0] if name not in given]
    plural = "s" if len(missing) > 1 else ""
    return f"Missing required argument{plural}: {human_join(missing, final='and')}"


# -- reading texts --------------------------------------------------------------------------------


def coerce_integer(val: str) -> int:
    """A decimal text as an integer; raises ``ValueError`` for anything else."""
    return int(val, base=10)


def coerce_float(val: str) -> float:
    """A text as a float; raises ``ValueError`` where it is none."""
    return float(val)


def coerce_boolean(val: str) -> bool:
    """Whether a text, from the environment usually, says yes: ``true``, ``1`` or ``on``."""
    return val in ("true", "1", "on")


def maybe_coerce_integer(val: Optional[str]) -> Optional[int]:
    """``coerce_integer`` that lets ``None`` through."""
    return None if val is None else coerce_integer(val)


def maybe_coerce_float(val: Optional[str]) -> Optional[float]:
    """``coerce_float`` that lets ``None`` through."""
    return None if val is None else coerce_float(val)


def maybe_coerce_boolean(val: Optional[str]) -> Optional[bool]:
    """``coerce_boolean`` that lets ``None`` through."""
    return None if val is None else coerce_boolean(val)


def file_from_path(path: str) -> FileTypes:
    """Read a file for an upload: ``(its name without the folders, its bytes)``."""
    with open(path, "rb") as file:
        return os.path.basename(path), file.read()


def get_required_header(headers: HeadersLike, header: str) -> str:
    """The value of a header, whatever the case of its name.

    Raises ``ValueError`` when there is none.
    """
    wanted = header.lower()
    if isinstance(headers, Mapping):
        for name, value in cast(Headers, headers).items():
            if name.lower() == wanted and isinstance(value, str):
                return value
    # A header object of a web framework may know `get` only; ask in the usual spellings.
    titled = "-".join(part.capitalize() for part in wanted.split("-"))
    for spelling in (header, wanted, header.upper(), titled):
        found: object = cast(Any, headers).get(spelling)
        if isinstance(found, str) and found:
            return found
    raise ValueError(f"Could not find {header} header")


def get_async_library() -> str:
    """``asyncio``, ``trio``, or ``false`` outside of both."""
    import sniffio

    try:
        return sniffio.current_async_library()
    except sniffio.AsyncLibraryNotFoundError:
        return "false"


def lru_cache(*, maxsize: Optional[int] = 128) -> Callable[[CallableT], CallableT]:
    """``functools.lru_cache`` that keeps the function's signature for type checkers."""

    def decorate(function: CallableT) -> CallableT:
        return cast(CallableT, functools.lru_cache(maxsize=maxsize)(function))

    return decorate


def json_safe(data: object) -> object:
    """A value made of dicts, lists and texts: iterables become lists, dates ISO texts."""
    if is_mapping(data):
        return {json_safe(key): json_safe(value) for key, value in data.items()}
    if is_iterable(data) and not isinstance(data, (str, bytes, bytearray)):
        return [json_safe(item) for item in data]
    if isinstance(data, (datetime, date)):
        return data.isoformat()
    return data
