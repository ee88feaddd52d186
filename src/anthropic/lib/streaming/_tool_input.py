"""The input of a tool call while its JSON arrives: checked at once, read when somebody asks.

To have the value ready after each piece takes longer than all else that a piece needs, and few
programs look at it before the call is complete.
"""

from __future__ import annotations

from typing import Any, Dict, NamedTuple, Optional, Union, cast

from ..._compat import PYDANTIC_V1
from ._growing import PENDING
from ._json_grammar import JsonGrammar
from ._partial_json import PartialJson, read_partial_json
from ._plain import assign

# The attribute of a tool call block that holds the bytes of JSON received so far.
_JSON_BUFFER = "__json_buf"
# Until the block ends, the attribute that holds what reads them.
_JSON_READER = "__json_reader"

_BAD_TOOL_INPUT = (
    "Unable to parse tool parameter JSON from model. "
    "Please retry your request or adjust your prompt."
)


class ToolInput:
    """The JSON of one tool call, as far as it has arrived."""

    def __init__(self, *, keep_open_strings: bool) -> None:
        self.text = bytearray()
        # How much of that is the beginning of a value: all but a last piece that is wrong.
        self.length = 0
        self._keep_open_strings = keep_open_strings
        self._grammar = JsonGrammar()
        self._is_plain = True
        self._reader = PartialJson(keep_open_strings=keep_open_strings)
        self._value: Any = None

    def add(self, piece: bytes) -> None:
        """Take the next piece; raises ValueError if what there is now cannot become JSON."""
        self.text += piece
        if not (self._is_plain and self._grammar.takes(piece)):
            # It is over, or odd in a way that the parser may know of.
            self._is_plain = False
            read_partial_json(self.text, keep_open_strings=self._keep_open_strings)
        self.length = len(self.text)

    def value(self, length: int) -> Any:
        """The value of the text up to there, in containers of its own as far as they are open."""
        if length < len(self.text):
            return read_partial_json(self.text[:length], keep_open_strings=self._keep_open_strings)
        known = len(self._reader.text)
        if known < length:
            self._value = self._reader.feed(bytes(self.text[known:length]))
        return self._value

    def event_attributes(self, piece: str) -> Dict[str, Any]:
        """What an `input_json` event for the last piece is to hold."""
        pending = PendingInput(self, self.length)
        return {"type": "input_json", "partial_json": piece, PENDING: pending}


class PendingInput(NamedTuple):
    """The beginning of an input."""

    source: ToolInput
    length: int

    def snapshot(self) -> Any:
        """Its value."""
        return self.source.value(self.length)


def add_piece(block: Any, piece: str, keep_open_strings: bool) -> ToolInput:
    """Adds a piece to the JSON of a block, whose `input` stays as it is; or raises ValueError."""
    attributes = _attributes(block)
    tool_input: ToolInput = attributes.get(_JSON_READER) or _begin(attributes, keep_open_strings)
    try:
        tool_input.add(piece.encode("utf-8"))
    except ValueError as error:
        raise _bad_input(error, tool_input.text) from error
    return tool_input


def _bad_input(error: ValueError, text: Union[bytes, bytearray]) -> ValueError:
    received = text.decode("utf-8", "replace")
    return ValueError(f"{_BAD_TOOL_INPUT} Error: {error}. JSON: {received}")


def _begin(attributes: Dict[str, Any], keep_open_strings: bool) -> ToolInput:
    tool_input = ToolInput(keep_open_strings=keep_open_strings)
    received = attributes.get(_JSON_BUFFER)
    if received:
        tool_input.add(bytes(received))
    attributes[_JSON_READER] = tool_input
    attributes[_JSON_BUFFER] = tool_input.text
    return tool_input


def show_input(block: Any) -> None:
    """Brings the `input` of a block up to date, if its JSON is arriving."""
    attributes = _attributes(block)
    tool_input: Optional[ToolInput] = attributes.get(_JSON_READER)
    if tool_input is not None:
        if tool_input.length:
            assign(block, "input", tool_input.value(tool_input.length))
        if PYDANTIC_V1:
            # It dumps whatever an instance holds, so only the text is kept there, and read anew.
            attributes[_JSON_BUFFER] = bytes(tool_input.text)
            del attributes[_JSON_READER]


def has_input(block: Any) -> bool:
    """Whether any of a block's JSON has arrived."""
    return bool(_attributes(block).get(_JSON_BUFFER))


def finish_input(block: Any, keep_open_strings: bool) -> None:
    """Reads the finished input once more: what callers did to earlier values is no part of it."""
    attributes = _attributes(block)
    text = attributes.get(_JSON_BUFFER)
    if PYDANTIC_V1:
        attributes.pop(_JSON_BUFFER, None)
    attributes.pop(_JSON_READER, None)
    if text:
        try:
            value = read_partial_json(text, keep_open_strings=keep_open_strings)
        except ValueError as error:
            # A limit of the parser, such as that of the digits of a number.
            raise _bad_input(error, text) from error
        assign(block, "input", value)


def _attributes(block: Any) -> Dict[str, Any]:
    """What an instance holds; names that are no fields stay out of dumps."""
    return cast("Dict[str, Any]", vars(block))
