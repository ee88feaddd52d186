"""From a plain reply to one whose text blocks carry the value that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Union, cast

from ..._compat import get_model_fields
from ..._models import BaseModel
from ..._types import NotGiven, Omit
from ..._utils import is_list
from ._variables import ResponseFormatT

if TYPE_CHECKING:
    from ...types.beta.beta_message import BetaMessage
    from ...types.beta.parsed_beta_message import ParsedBetaMessage
    from ...types.message import Message
    from ...types.parsed_message import ParsedMessage


def parse_response(
    *, output_format: Union[ResponseFormatT, NotGiven], response: Message
) -> ParsedMessage[ResponseFormatT]:
    """Turns a message into a parsed message, reading its text as `output_format` if one is given.

    Raises `OutputValidationError`, a `pydantic.ValidationError`, if a text does not fit the type.
    """
    from ...types.parsed_message import ParsedMessage, ParsedTextBlock

    parsed = _parse(response, ParsedMessage, ParsedTextBlock, output_format)
    return cast("ParsedMessage[ResponseFormatT]", parsed)


def parse_beta_response(
    *, output_format: Union[ResponseFormatT, NotGiven], response: BetaMessage
) -> ParsedBetaMessage[ResponseFormatT]:
    """The beta twin of `parse_response`."""
    from ...types.beta.parsed_beta_message import ParsedBetaMessage, ParsedBetaTextBlock

    parsed = _parse(response, ParsedBetaMessage, ParsedBetaTextBlock, output_format)
    return cast("ParsedBetaMessage[ResponseFormatT]", parsed)


def parse_text(text: str, output_format: object, *, message: object = None) -> Any:
    """The value of a JSON text, or None if no type was given.

    Raises `OutputValidationError`, which holds the message, if the text does not fit the type.
    """
    if isinstance(output_format, (NotGiven, Omit)):
        return None
    from ._adapter import validate_json

    try:
        return validate_json(output_format, text)
    except ValueError as error:
        from ._errors import output_error

        raise output_error(error, text, message) from error.__cause__


def _parse(response: Any, message_type: Any, text_block_type: Any, output_format: object) -> Any:
    values = _given_values(response)
    content: Any = response.content
    if is_list(content):
        values["content"] = [
            _parse_block(block, text_block_type, output_format, response) for block in content
        ]
    return message_type.construct(**values)


def _parse_block(block: Any, text_block_type: Any, output_format: object, message: Any) -> Any:
    if getattr(block, "type", None) != "text":
        return block
    parsed = text_block_type.construct(**_given_values(block))
    parsed.parsed_output = parse_text(block.text, output_format, message=message)
    return parsed


def _given_values(model: BaseModel) -> Dict[str, Any]:
    """The fields that the reply held, declared or not, without copying their values."""
    declared = get_model_fields(type(model))
    given = model.model_fields_set
    return {name: value for name, value in model if name in given or name not in declared}
