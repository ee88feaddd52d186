"""The error of a reply that does not fit the type that was asked for."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple, Union, cast

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

    def __str__(self) -> str:
        """What pydantic says, after the reason why the reply stopped if that explains it."""
        return "\n".join(filter(None, (_explanation(self), super().__str__())))

    def __reduce__(self) -> Tuple[Any, ...]:
        content = _content(self) if SUBCLASSES_PYDANTIC else self.args
        if PYDANTIC_V1 and content[1].__name__.startswith("ParsingModel"):
            content = (
                content[0],
                pydantic.BaseModel,
            )  # pydantic 1 made that up, and it cannot travel
        return _restored, (type(self), content, dict(vars(self)))


_EXPLANATIONS: Dict[str, str] = {
    "max_tokens": (
        "The reply was cut: it reached the `max_tokens` of the request. Ask again with more of "
        "them, or for less text."
    ),
    "model_context_window_exceeded": (
        "The reply was cut: the context window of the model is full. Send fewer messages, or ask "
        "for less text."
    ),
    "refusal": (
        "The model refused to answer, so its text need not fit the type. Change the messages, "
        "before you ask again."
    ),
    "stop_sequence": (
        "The reply ended at one of the `stop_sequences` of the request. Leave them out, or choose "
        "some that the output cannot hold."
    ),
    "tool_use": (
        "The model wants a tool to be called first, so this text is not its answer yet. Send back "
        "the message and the results of its tools, or leave out the tools."
    ),
    "pause_turn": (
        "The reply is not finished. Send the message back as it is, and the model goes on."
    ),
}


def _explanation(error: OutputValidationError) -> Optional[str]:
    message = getattr(error, "message", None)
    reason: object = getattr(message, "stop_reason", None)
    if isinstance(reason, str) and reason in _EXPLANATIONS:
        return f"{_EXPLANATIONS[reason]} (Stop reason: `{reason}`.)"
    if message is not None and reason is None and _is_cut(error.text):
        # Streams tell the reason after the text.
        return (
            "The text ends before its JSON does. If the request had too few `max_tokens`, ask "
            "again with more of them, or for less text."
        )
    return None


def _is_cut(text: str) -> bool:
    """Whether a text may be the beginning of JSON, and is no more."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")
    return False


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
