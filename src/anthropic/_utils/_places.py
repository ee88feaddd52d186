"""Where in a body a value stands, for the message of an error: ``messages[3].content[1].text``."""

from __future__ import annotations

from typing import Any, Callable, Iterable, List, Optional, Sequence, Tuple, cast

from ._utils import is_mapping

_LONGEST_PLACE = 200
_MOST_STEPS = 100
_LONGEST_KEY = 40
_REMEDY = "Convert it first: JSON takes dicts, lists, texts, numbers, booleans and None"


def written_place(steps: Sequence[Any]) -> str:
    """The keys and indices that lead to a value, as one would write them in code."""
    text = "".join(_written_step(step) for step in steps)
    if text.startswith("."):
        text = text[1:]
    if len(text) > _LONGEST_PLACE:
        half = _LONGEST_PLACE // 2
        text = f"{text[:half]}...{text[-half:]}"
    return text


def _written_step(step: Any) -> str:
    text = repr(step)
    if len(text) > _LONGEST_KEY:
        return f"[{text[:_LONGEST_KEY]}...]"
    return f".{step}" if isinstance(step, str) and step.isidentifier() else f"[{text}]"


def located(error: Exception, value: Any, encode: Callable[[Any], object]) -> Exception:
    """The error with which ``encode`` refused a value, with the place of what it refused.

    Encodes the parts of the value again and again to find that place, which is the innermost part
    that is refused by itself, or else the one that holds what is around it.
    """
    steps: List[Any] = []
    parents = {id(value)}
    refused = _refused_item(value, encode)
    while refused is not None and len(steps) < _MOST_STEPS:
        step, item, error = refused
        steps.append(step)
        if id(item) in parents:
            break
        parents.add(id(item))
        refused = _refused_item(item, encode)
    return misplaced(error, steps)


def _refused_item(
    value: Any, encode: Callable[[Any], object]
) -> Optional[Tuple[Any, Any, Exception]]:
    for step, item in _items(value):
        try:
            encode(item)
        except (TypeError, ValueError, RecursionError) as error:
            return step, item, error
    return None


def _items(value: Any) -> Iterable[Tuple[Any, Any]]:
    if is_mapping(value):
        return value.items()
    if isinstance(value, (list, tuple)):
        return enumerate(cast("Sequence[Any]", value))
    return ()


def misplaced(error: Exception, steps: Sequence[Any]) -> Exception:
    """An error of the same kind that says where in the body the value stands."""
    place = written_place(steps)
    where = f"at `{place}` of the request body" if place else "in the request body"
    if isinstance(error, UnicodeEncodeError):
        reason = f"{error.reason}, {where}"
        return UnicodeEncodeError(error.encoding, error.object, error.start, error.end, reason)
    if isinstance(error, TypeError):
        return TypeError(f"{error}, {where}. {_REMEDY}.")
    if isinstance(error, RecursionError):
        return RecursionError(f"{error}, {where}")
    return ValueError(f"{error}, {where}")
