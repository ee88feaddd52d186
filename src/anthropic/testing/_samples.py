"""Makes a value that fits a JSON Schema, with words and numbers from a prompt where they fit."""

from __future__ import annotations

import math
from typing import Any, Dict, List, Optional

from ._patterns import matching_text
from ._prompt import Words, excerpt
from ._schema import Checker
from ._values import JsonObject, as_array, as_object, is_object

__all__ = ["sample"]

_DEPTH = 6
_FORMATS = {
    "date-time": "2026-02-05T12:00:00Z",
    "date": "2026-02-05",
    "time": "12:00:00Z",
    "duration": "PT1H",
    "email": "claude@example.com",
    "hostname": "example.com",
    "uri": "https://example.com/",
    "uri-reference": "/example",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uuid": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "regex": ".*",
    "json-pointer": "/example",
}
_WHOLE_PROMPT = frozenset(
    "content description input message note prompt query question search_query summary task "
    "text".split()
)


def sample(schema: JsonObject, prompt: str, *, everything: bool = False) -> Any:
    """A value for `schema`; references are looked up inside it.

    Optional properties are filled when `everything` is set, when the prompt names one of their
    choices, or when nothing is required at all.
    """
    return _Sampler(schema, Words(prompt), everything).value(schema, "", 0)


class _Sampler:
    def __init__(self, root: JsonObject, words: Words, everything: bool) -> None:
        self._checker = Checker(root)
        self._words = words
        self._everything = everything

    def value(self, schema: Any, name: str, depth: int) -> Any:
        schema = self._checker.resolve(schema)
        if not is_object(schema):
            return self._words.phrase()
        if schema.get("allOf"):
            schema = self._merged(schema)
        if "const" in schema:
            return schema["const"]
        if schema.get("enum"):
            return self._choice(schema)
        variants = schema.get("anyOf") or schema.get("oneOf")
        if variants:
            return self._variant(schema, variants, name, depth)
        kind = _kind(schema)
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            return self._array(schema, name, depth)
        if kind in ("integer", "number"):
            return self._number(schema, whole=kind == "integer")
        if kind == "boolean":
            return schema["default"] if isinstance(schema.get("default"), bool) else True
        return None if kind == "null" else self._string(schema, name)

    def _merged(self, schema: JsonObject) -> JsonObject:
        """The schema with its `allOf` parts laid over one another."""
        merged: JsonObject = {}
        own = {key: item for key, item in schema.items() if key != "allOf"}
        for part in [*schema["allOf"], own]:
            part = self._checker.resolve(part)
            if not is_object(part):
                continue
            part = self._merged(part) if part.get("allOf") else part
            properties = {
                **as_object(merged.get("properties")),
                **as_object(part.get("properties")),
            }
            required = [*as_array(merged.get("required")), *as_array(part.get("required"))]
            merged.update(part)
            if properties:
                merged["properties"] = properties
            if required:
                merged["required"] = list(dict.fromkeys(required))
        return merged

    def _choice(self, schema: JsonObject) -> Any:
        for item in schema["enum"]:
            if self._mentioned(item):
                return item
        return schema["default"] if schema.get("default") in schema["enum"] else schema["enum"][0]

    def _mentioned(self, item: object) -> bool:
        if not isinstance(item, str) or not item:
            return False
        words = item.lower().replace("_", " ").split()
        return bool(words) and all(word in self._words.vocabulary for word in words)

    def _variant(self, schema: JsonObject, variants: List[Any], name: str, depth: int) -> Any:
        rest = {key: item for key, item in schema.items() if key not in ("anyOf", "oneOf")}
        resolved = [as_object(self._checker.resolve(variant)) for variant in variants]
        simple = [item for item in resolved if _kind(item) not in ("object", "array")]
        if depth >= _DEPTH and simple:
            resolved = [item for item in simple if _kind(item) == "null"] or simple
        else:
            resolved = [item for item in resolved if _kind(item) != "null"] or resolved
        chosen = resolved[0]
        if "properties" in rest:
            return self.value(self._merged({"allOf": [chosen, rest]}), name, depth)
        return self.value(chosen, name, depth)

    def _object(self, schema: JsonObject, depth: int) -> JsonObject:
        properties = as_object(schema.get("properties"))
        required = [str(item) for item in as_array(schema.get("required"))]
        fill = self._everything or not required
        value: JsonObject = {}
        for name, inner in properties.items():
            if name in required or (depth < _DEPTH and (fill or self._has_evidence(inner))):
                value[name] = self.value(inner, name, depth + 1)
        others = schema.get("additionalProperties")
        for name in required:
            if name not in value:
                value[name] = self.value(others if is_object(others) else {}, name, depth + 1)
        for number in range(len(value), int(schema.get("minProperties", 0))):
            inner = others if is_object(others) else {}
            value[f"key{number + 1}"] = self.value(inner, "", depth + 1)
        return value

    def _has_evidence(self, schema: Any) -> bool:
        resolved = as_object(self._checker.resolve(schema))
        return any(self._mentioned(item) for item in as_array(resolved.get("enum")))

    def _array(self, schema: JsonObject, name: str, depth: int) -> List[Any]:
        least = int(schema.get("minItems", 0))
        most = schema.get("maxItems")
        size = least if depth >= _DEPTH else max(least, 1)
        size = size if most is None else min(size, int(most))
        first = as_array(schema.get("prefixItems"))
        if first and depth < _DEPTH:
            size = max(size, len(first)) if most is None else size
        rest = schema.get("items", {})
        if rest is False:
            size = min(size, len(first))
        made: List[Any] = []
        for index in range(size):
            item = self.value(first[index] if index < len(first) else rest, name, depth + 1)
            if schema.get("uniqueItems") and item in made:
                item = self._distinct(as_object(self._checker.resolve(rest)), made)
            made.append(item)
        return made

    def _distinct(self, schema: JsonObject, made: List[Any]) -> Any:
        if schema.get("enum"):
            return next((item for item in schema["enum"] if item not in made), schema["enum"][0])
        if _kind(schema) in ("integer", "number"):
            return max(made) + (schema.get("multipleOf") or 1)
        if _kind(schema) == "boolean":
            return not made[0]
        return f"{made[0]} {len(made) + 1}" if isinstance(made[0], str) else made[0]

    def _number(self, schema: JsonObject, *, whole: bool) -> Any:
        low, high = _bounds(schema, whole)
        step = float(schema.get("multipleOf") or (1 if whole else 0))
        for index, number in enumerate(self._words.numbers):
            if low <= number <= high and (not step or (number / step).is_integer()):
                del self._words.numbers[index]
                return int(number) if whole or number.is_integer() else number
        default = schema.get("default")
        if isinstance(default, (int, float)) and not isinstance(default, bool):
            return default
        number = min(max(1.0, low), high)
        if step:
            number = math.ceil(round(number / step, 9)) * step
            number = number if number <= high else math.floor(high / step) * step
        return int(number) if whole or number.is_integer() else round(number, 9)

    def _string(self, schema: JsonObject, name: str) -> str:
        pattern, form = schema.get("pattern"), schema.get("format")
        if isinstance(pattern, str):
            made = matching_text(pattern)
            if made is not None:
                return _fitted(made, schema)
        if isinstance(form, str) and form in _FORMATS:
            finds: Dict[str, List[str]] = {
                "uri": self._words.urls, "email": self._words.emails, "date": self._words.dates
            }  # fmt: skip
            return self._words.take(finds.get(form, [])) or _FORMATS[form]
        default = schema.get("default")
        if isinstance(default, str):
            return default
        return _fitted(self._named(name), schema)

    def _named(self, name: str) -> str:
        """A text for a property of this name."""
        words, lowered = self._words, name.lower()
        finds: Optional[str] = None
        if "url" in lowered or lowered in ("uri", "link", "href"):
            finds = words.take(words.urls) or _FORMATS["uri"]
        elif "email" in lowered:
            finds = words.take(words.emails) or _FORMATS["email"]
        elif "date" in lowered or lowered == "day":
            finds = words.take(words.dates) or _FORMATS["date"]
        elif lowered in ("expression", "formula", "equation"):
            finds = _expression(words.text)
        elif lowered in _WHOLE_PROMPT and not words.quoted:
            finds = excerpt(words.text)
        return finds or words.phrase()


def _expression(text: str) -> Optional[str]:
    """The longest stretch of a prompt that looks like arithmetic."""
    runs, current = [""], ""
    for character in [*text, "\n"]:
        if character in "0123456789.+-*/^()% ":
            current += character
        else:
            runs.append(current.strip(" .-"))
            current = ""
    longest = max(runs, key=len)
    return longest if any(character.isdigit() for character in longest) else None


def _kind(schema: JsonObject) -> str:
    kind = schema.get("type")
    if isinstance(kind, str):
        return kind
    kinds = [str(item) for item in as_array(kind) if item != "null"]
    if kinds or kind:
        return kinds[0] if kinds else "null"
    if "properties" in schema or "additionalProperties" in schema:
        return "object"
    return "array" if "items" in schema or "prefixItems" in schema else "string"


def _bounds(schema: JsonObject, whole: bool) -> tuple[float, float]:
    smallest = 1.0 if whole else 1e-3
    low = float(schema.get("minimum", -math.inf))
    high = float(schema.get("maximum", math.inf))
    above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    if isinstance(above, (int, float)) and not isinstance(above, bool):
        low = max(low, math.floor(above) + 1 if whole else above + smallest)
    if isinstance(below, (int, float)) and not isinstance(below, bool):
        high = min(high, math.ceil(below) - 1 if whole else below - smallest)
    return (math.ceil(low) if whole and math.isfinite(low) else low), high


def _fitted(text: str, schema: JsonObject) -> str:
    least, most = int(schema.get("minLength", 0)), schema.get("maxLength")
    if len(text) < least:
        filler = text[-1:] if schema.get("pattern") else "."
        text = text + (filler or ".") * (least - len(text))
    return text if most is None else text[: int(most)]
