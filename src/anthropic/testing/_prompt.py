"""Reads a conversation: who said what last, which results and documents are there."""

from __future__ import annotations

import re
from typing import Any, Dict, List, NamedTuple, Optional

from ._values import JsonObject, as_array, as_object, is_array, is_object

__all__ = ["Conversation", "ToolResult", "Words", "excerpt", "plain_text", "topics", "words_of"]

_STOP_WORDS = frozenset(
    "a about after all also am an and any are as at be because been but by can could did do "
    "does for from get give had has have hello hey hi him his how i if in into is it its just "
    "know let like me more my need no not of on one or our out please so some tell than that "
    "the their them then there these they this those to up us use using want was we were what "
    "when where which who why will with would you your".split()
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*", re.UNICODE)
_NAME = re.compile(r"[A-Z][^\W\d_]+(?:[ -](?:of |de |la )?[A-Z][^\W\d_]+)*", re.UNICODE)
_QUOTED = re.compile(r"\"([^\"\n]+)\"|“([^”\n]+)”|`([^`\n]+)`|(?<!\w)'([^'\n]+)'(?!\w)")
_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?![\w]|\.\d)")
_URL = re.compile(r"https?://[^\s<>\"')\]]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def words_of(text: str) -> List[str]:
    """The lower-case words of a text that carry meaning, each once, in order."""
    spread = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", text)
    found = (match.group().lower() for match in _WORD.finditer(spread))
    return list(dict.fromkeys(word for word in found if word not in _STOP_WORDS))


def topics(text: str) -> List[str]:
    """The words of a text that carry meaning, as they are written there, each once."""
    found: Dict[str, str] = {}
    for match in _WORD.finditer(text):
        if match.group().lower() not in _STOP_WORDS:
            found.setdefault(match.group().lower(), match.group())
    return list(found.values())


def excerpt(text: str, length: int = 120) -> str:
    """The text on one line, cut at a word when it is long."""
    line = " ".join(text.split())
    return line if len(line) <= length else f"{line[:length].rsplit(' ', 1)[0]}…"


def plain_text(content: Any) -> str:
    """The text of a message's or a result's content."""
    if isinstance(content, str):
        return content
    pieces: List[str] = []
    for block in (as_object(item) for item in as_array(content)):
        if block.get("type") == "text":
            pieces.append(str(block.get("text", "")))
        elif block.get("type") == "search_result":
            pieces.append(plain_text(block.get("content")))
        elif block.get("type") == "document":
            source = as_object(block.get("source"))
            pieces.append(plain_text(source.get("data") if source.get("type") == "text" else ""))
        elif block.get("type") == "image":
            pieces.append("[image]")
    return "\n".join(piece for piece in pieces if piece)


class Words:
    """What a prompt offers for values: each find is handed out once, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.vocabulary = frozenset(match.group().lower() for match in _WORD.finditer(text))
        self.urls = _URL.findall(text)
        self.emails = _EMAIL.findall(text)
        self.dates = _DATE.findall(text)
        rest = _DATE.sub(" ", _EMAIL.sub(" ", _URL.sub(" ", text)))
        self.numbers = [float(number) for number in _NUMBER.findall(rest)]
        self.quoted = [next(part for part in match if part) for match in _QUOTED.findall(text)]
        self.names = [name for name in _names(rest) if name not in self.quoted]
        self.plain = _runs(rest)

    def take(self, finds: List[str]) -> Optional[str]:
        """The next unused find of one kind; the last one stays for whoever asks again."""
        if not finds:
            return None
        return finds.pop(0) if len(finds) > 1 else finds[0]

    def phrase(self) -> str:
        """The next quoted text, name or run of content words; else the whole prompt."""
        for finds in (self.quoted, self.names):
            if finds:
                return finds.pop(0)
        if self.plain:
            return self.plain.pop() if len(self.plain) > 1 else self.plain[0]
        return excerpt(self.text, 60) or "text"


def _names(text: str) -> List[str]:
    found: List[str] = []
    for match in _NAME.finditer(text):
        words = match.group().split(" ")
        while words and words[0].lower() in _STOP_WORDS:
            words.pop(0)
        before = text[: match.start()].rstrip()
        starts_sentence = not before or before[-1] in ".!?:\n"
        if starts_sentence and len(words) == 1 and words[0] == match.group():
            continue  # a capital at the start of a sentence says nothing
        if words:
            found.append(" ".join(words))
    return list(dict.fromkeys(found))


def _runs(text: str) -> List[str]:
    """Neighbouring words that carry meaning: `the weather in san francisco` has two runs."""
    runs: List[List[str]] = [[]]
    end = 0
    for match in _WORD.finditer(text):
        if text[end : match.start()].strip():
            runs.append([])
        end = match.end()
        word = match.group()
        if word.lower() in _STOP_WORDS or word[0].isdigit():
            runs.append([])
        else:
            runs[-1].append(word)
    return list(dict.fromkeys(" ".join(run[-4:]) for run in runs if run))


class ToolResult(NamedTuple):
    """A result that the last user turn brought, with the name of its tool."""

    name: str
    text: str
    is_error: bool


class Conversation:
    """A message request, read for the parts that an answer depends on."""

    def __init__(self, body: JsonObject) -> None:
        self.body = body
        self.messages = [as_object(item) for item in as_array(body.get("messages"))]
        self.tools = [as_object(item) for item in as_array(body.get("tools"))]
        self.system = plain_text(body.get("system"))
        self.choice = as_object(body.get("tool_choice"))
        last = self.messages[-1] if self.messages else {}
        self.last_blocks = [as_object(item) for item in as_array(last.get("content"))]
        self.prefill = plain_text(last.get("content")) if last.get("role") == "assistant" else None
        self.results = self._results()
        self.question = self._question()

    def _results(self) -> List[ToolResult]:
        names: Dict[str, str] = {}
        for message in self.messages:
            for block in (as_object(item) for item in as_array(message.get("content"))):
                if block.get("type") in ("tool_use", "mcp_tool_use"):
                    names[str(block.get("id"))] = str(block.get("name"))
        return [
            ToolResult(
                names.get(str(block.get("tool_use_id")), "tool"),
                plain_text(block.get("content")),
                block.get("is_error") is True,
            )
            for block in self.last_blocks
            if block.get("type") in ("tool_result", "mcp_tool_result")
        ]

    def _question(self) -> str:
        """The last thing that the user said in words."""
        for message in reversed(self.messages):
            if message.get("role") == "user":
                content = message.get("content")
                spoken = content
                if is_array(content):
                    spoken = [
                        block
                        for block in content
                        if is_object(block) and block.get("type") == "text"
                    ]
                text = plain_text(spoken).strip()
                if text:
                    return text
        return ""

    @property
    def output_schema(self) -> Optional[JsonObject]:
        """The JSON Schema that the answer's text has to fit, if one is asked for."""
        chosen = self.body.get("output_format")
        if not is_object(chosen):
            chosen = as_object(self.body.get("output_config")).get("format")
        schema = as_object(chosen).get("schema")
        return schema if is_object(schema) else None

    @property
    def thinks(self) -> bool:
        return as_object(self.body.get("thinking")).get("type") in ("enabled", "adaptive")

    def cited_sources(self) -> List[JsonObject]:
        """Documents and search results of user turns for which citations are switched on."""
        found: List[JsonObject] = []
        for message in self.messages:
            if message.get("role") == "user" and is_array(message.get("content")):
                found += _sources(message["content"])
        return found


def _sources(content: List[Any]) -> List[JsonObject]:
    found: List[JsonObject] = []
    for block in (as_object(item) for item in content):
        if block.get("type") in ("document", "search_result"):
            if as_object(block.get("citations")).get("enabled") is True:
                found.append(block)
        elif block.get("type") == "tool_result":
            found += _sources(as_array(block.get("content")))
    return found
