"""The error of a reply that does not fit the type that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, List, Tuple, Union, cast

import pydantic

from ..._compat import PYDANTIC_V1
from ..._exceptions import AnthropicError

if TYPE_CHECKING:
    from ...types.beta.beta_message import BetaMessage
    from ...types.message import Message


def _can_be_subclassed(class_: type) -> bool:
    try:
        type("Subclass", (AnthropicError, class_), {})
    except TypeError:
        return False
    return True


SUBCLASSES_PYDANTIC = _can_be_subclassed(pydantic.ValidationError)
"""Whether pydantic's own error can be a base; that of pydantic 2.0 to 2.9 cannot."""

if TYPE_CHECKING or SUBCLASSES_PYDANTIC:
    _Base = pydantic.ValidationError
else:
    _Base = ValueError


class OutputValidationError(AnthropicError, _Base):
    """The text of a reply does not fit the `output_format`: it is cut, or breaks a constraint.

    It is a `pydantic.ValidationError` too, and tells the same in `errors()`. With pydantic 2.0 to
    2.9, whose error cannot be extended, that error is raised itself, with this one as its
    `__cause__`.
    """

    text: str
    """The text as the model wrote it"""

    message: Union[Message, BetaMessage, None]
    """The reply that the text is part of: `message.stop_reason` tells whether it was cut.

    While streaming, what had arrived of it; None where a text was read by itself.
    """

    def __reduce__(self) -> Tuple[Any, ...]:
        content = _content(self) if SUBCLASSES_PYDANTIC else self.args
        if PYDANTIC_V1 and content[1].__name__.startswith("ParsingModel"):
            content = (
                content[0],
                pydantic.BaseModel,
            )  # pydantic 1 made that up, and it cannot travel
        return _restored, (type(self), content, dict(vars(self)))


OutputValidationError.__module__ = "anthropic"


def output_error(error: ValueError, text: str, message: Any) -> ValueError:
    """What to raise for what pydantic raised over a text."""
    if not (PYDANTIC_V1 or isinstance(error, pydantic.ValidationError)):
        return error  # the text cannot be read at all
    values: Dict[str, Any] = {"text": text, "message": message}
    if SUBCLASSES_PYDANTIC:
        made = _restored(OutputValidationError, _content(error), values)
        made.__cause__ = error.__cause__
        return made
    note = cast(Any, OutputValidationError)(str(error))
    note.__dict__.update(values)
    error.__cause__ = note
    return error


def _restored(class_: Any, content: Tuple[Any, ...], values: Dict[str, Any]) -> ValueError:
    if not SUBCLASSES_PYDANTIC:
        error = class_(*content)
    elif PYDANTIC_V1:
        error = class_.__new__(class_)
        error.__init__(*content)
    else:
        title, lines = content
        error = class_.from_exception_data(title, list(map(_line, lines)), input_type="json")
    error.__dict__.update(values)
    return cast(ValueError, error)


def _content(error: Any) -> Tuple[Any, ...]:
    """What another error that says the same is made of."""
    if not isinstance(error, pydantic.ValidationError):
        return _wrapped(error)
    if PYDANTIC_V1:
        v1: Any = error
        return v1.raw_errors, v1.model
    lines: List[Any] = error.errors(include_url=False)
    return error.title, lines


def _wrapped(error: ValueError) -> Tuple[Any, ...]:
    """Pydantic 1 hands on what the JSON reader raised over a text that is no JSON."""
    from pydantic.error_wrappers import ErrorWrapper

    wrapper: Any = ErrorWrapper
    return [wrapper(error, loc="__root__")], pydantic.BaseModel


def _line(line: Any) -> Any:
    """A line of an error, for another one; what only a validator knows becomes its message."""
    from pydantic_core import PydanticCustomError, ValidationError

    try:
        ValidationError.from_exception_data("", [line])
    except (KeyError, TypeError):  # a kind of error that is not pydantic's
        kind = PydanticCustomError(line["type"], line["msg"], line.get("ctx"))
        return {"type": kind, "loc": line["loc"], "input": line["input"]}
    return line
