"""A JSON Schema checker for the subset that the API description uses.

It reports every problem with its place, in the wording of the API: `messages.0.role: Input should
be 'user' or 'assistant'`. A union of objects is decided by its tag (the discriminator, or the one
property that is a constant in every variant), so that the message speaks of the variant that the
caller meant.
"""

from __future__ import annotations

import re
from typing import Any, Dict, Iterable, List, Mapping, NamedTuple, Optional, Tuple, Union

from ._values import JsonObject, as_object, is_array, is_object

__all__ = ["Checker", "Path", "Problem", "describe"]

Path = Tuple[Union[str, int], ...]

_LABELS = {
    "string": "a valid string",
    "integer": "a valid integer",
    "number": "a valid number",
    "boolean": "a valid boolean",
    "array": "a valid list",
    "object": "an object",
    "null": "null",
}
# keyword, wording, direction in which values are allowed, whether the limit itself is excluded
_LIMITS = (
    ("minimum", "greater than or equal to", 1, False),
    ("maximum", "less than or equal to", -1, False),
    ("exclusiveMinimum", "greater than", 1, True),
    ("exclusiveMaximum", "less than", -1, True),
)
_DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)\Z")
_DATE = re.compile(r"\d{4}-\d\d-\d\d\Z")


class Problem(NamedTuple):
    """One thing that is wrong with a value, and where."""

    path: Path
    message: str

    def __str__(self) -> str:
        place = ".".join(str(part) for part in self.path)
        return f"{place}: {self.message}" if place else self.message


def describe(problems: Iterable[Problem], limit: int = 5) -> str:
    """The problems as one message; the first few are enough to act on."""
    found = list(problems)
    text = "; ".join(str(problem) for problem in found[:limit])
    return text if len(found) <= limit else f"{text}; and {len(found) - limit} more"


def _one_of(words: List[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _quoted(values: Iterable[object]) -> List[str]:
    unique = dict.fromkeys(repr(value) for value in values)
    return list(unique)


def _equal(left: object, right: object) -> bool:
    # In JSON `1` and `true` are different values; in Python they are equal.
    return left == right and isinstance(left, bool) == isinstance(right, bool)


def _fits_type(value: object, name: str) -> bool:
    if name == "null":
        return value is None
    if name == "boolean":
        return isinstance(value, bool)
    if name == "integer":
        return not isinstance(value, bool) and (
            isinstance(value, int) or (isinstance(value, float) and value.is_integer())
        )
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if name == "string":
        return isinstance(value, str)
    if name == "array":
        return is_array(value)
    return is_object(value)


class Checker:
    """Checks values against schemas of one document; `$ref`s point into that document."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._flat: Dict[int, List[JsonObject]] = {}
        self._keep: List[object] = []  # keeps the lists whose id() is a key of `_flat` alive

    def resolve(self, schema: Any) -> Any:
        """Follow `$ref`s (there may be several in a row) to the schema itself."""
        seen = 0
        while is_object(schema) and isinstance(schema.get("$ref"), str):
            seen += 1
            if seen > 50:
                raise ValueError(f"The reference {schema['$ref']!r} leads back to itself.")
            schema = self._lookup(schema["$ref"])
        return schema

    def _lookup(self, reference: str) -> Any:
        node: Any = self._document
        for part in reference.lstrip("#").strip("/").split("/"):
            if not part:
                continue
            key = part.replace("~1", "/").replace("~0", "~")
            if is_array(node):
                node = node[int(key)]
            elif key in node:
                node = node[key]
            else:
                raise ValueError(f"The reference {reference!r} points to nothing.")
        return node

    def problems(self, value: Any, schema: Any, path: Path = ()) -> List[Problem]:
        """Everything that is wrong with `value`; an empty list when it fits."""
        schema = self.resolve(schema)
        if schema is False:
            return [Problem(path, "Extra inputs are not permitted")]
        if not is_object(schema) or (value is None and schema.get("nullable") is True):
            return []
        found: List[Problem] = []
        for part in schema.get("allOf", ()):
            found += self.problems(value, part, path)
        variants = schema.get("anyOf") or schema.get("oneOf")
        if variants:
            found += self._union(value, schema, variants, path)
        if "const" in schema and not _equal(value, schema["const"]):
            return [*found, Problem(path, f"Input should be {schema['const']!r}")]
        if "enum" in schema and not any(_equal(value, item) for item in schema["enum"]):
            return [*found, Problem(path, f"Input should be {_one_of(_quoted(schema['enum']))}")]
        types = _types(schema)
        if types and not any(_fits_type(value, name) for name in types):
            labels = [_LABELS.get(name, name) for name in types if name != "null"]
            return [*found, Problem(path, f"Input should be {_one_of(labels or ['null'])}")]
        return found + self._content(value, schema, path)

    def _content(self, value: Any, schema: JsonObject, path: Path) -> List[Problem]:
        if is_object(value):
            return self._object(value, schema, path)
        if is_array(value):
            return self._array(value, schema, path)
        if isinstance(value, str):
            return [Problem(path, message) for message in _string(value, schema)]
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return [Problem(path, message) for message in _number(value, schema)]
        return []

    def _object(self, value: JsonObject, schema: JsonObject, path: Path) -> List[Problem]:
        found: List[Problem] = []
        properties = as_object(schema.get("properties"))
        for name in schema.get("required") or ():
            if name not in value:
                found.append(Problem((*path, name), "Field required"))
        others = schema.get("additionalProperties", True)
        for name, item in value.items():
            if name in properties:
                found += self.problems(item, properties[name], (*path, name))
            elif others is False:
                found.append(Problem((*path, name), "Extra inputs are not permitted"))
            elif is_object(others):
                found += self.problems(item, others, (*path, name))
        size = len(value)
        if size < schema.get("minProperties", 0):
            found.append(
                Problem(path, f"Object should have at least {schema['minProperties']} keys")
            )
        if size > schema.get("maxProperties", size):
            found.append(
                Problem(path, f"Object should have at most {schema['maxProperties']} keys")
            )
        return found

    def _array(self, value: List[Any], schema: JsonObject, path: Path) -> List[Problem]:
        found: List[Problem] = []
        size, least, most = len(value), schema.get("minItems", 0), schema.get("maxItems")
        wanted = ""
        if size < least:
            wanted = f"at least {_count(least, 'item')}"
        elif most is not None and size > most:
            wanted = f"at most {_count(most, 'item')}"
        if wanted:
            found.append(Problem(path, f"List should have {wanted} after validation, not {size}"))
        if schema.get("uniqueItems") and any(
            _equal(item, other) for index, item in enumerate(value) for other in value[:index]
        ):
            found.append(Problem(path, "List should have no repeated items"))
        first: List[Any] = schema.get("prefixItems") or []
        rest = schema.get("items")
        for index, item in enumerate(value):
            if index < len(first):
                found += self.problems(item, first[index], (*path, index))
            elif rest is not None:
                found += self.problems(item, rest, (*path, index))
        return found

    def _flatten(self, variants: List[Any]) -> List[JsonObject]:
        known = self._flat.get(id(variants))
        if known is not None:
            return known
        flat: List[JsonObject] = []
        self._flat[id(variants)] = flat
        self._keep.append(variants)
        for variant in variants:
            schema = self.resolve(variant)
            if not is_object(schema):
                continue
            inner = schema.get("anyOf") or schema.get("oneOf")
            flat += self._flatten(inner) if inner and "properties" not in schema else [schema]
        return flat

    def _union(
        self, value: Any, schema: JsonObject, variants: List[Any], path: Path
    ) -> List[Problem]:
        flat = self._flatten(variants)
        candidates = [variant for variant in flat if self._may_be(value, variant)]
        if not candidates:
            names = [name for variant in flat for name in self._type_names(variant)]
            labels = list(
                dict.fromkeys(_LABELS.get(name, name) for name in names if name != "null")
            )
            return [Problem(path, f"Input should be {_one_of(labels or ['null'])}")]
        if is_object(value) and len(candidates) > 1:
            tag = self._tag_property(schema, candidates)
            if tag is not None:
                return self._tagged(value, tag, candidates, path)
        return self._best(value, candidates, path)

    def _best(self, value: Any, candidates: List[JsonObject], path: Path) -> List[Problem]:
        best: Optional[List[Problem]] = None
        for variant in candidates:
            found = self.problems(value, variant, path)
            if not found:
                return []
            if best is None or len(found) < len(best):
                best = found
        choices = [item for variant in candidates for item in _choices(variant)]
        if choices and all(_choices(variant) for variant in candidates):
            return [Problem(path, f"Input should be {_one_of(_quoted(choices))}")]
        return best or []

    def _tagged(
        self, value: JsonObject, tag: str, candidates: List[JsonObject], path: Path
    ) -> List[Problem]:
        given = value.get(tag)
        if given is None:
            chosen = [v for v in candidates if tag not in (v.get("required") or ())]
            if not chosen:
                return [Problem(path, f"Unable to extract tag using discriminator {tag!r}")]
        else:
            chosen = [v for v in candidates if given in self._tags(v, tag)]
            if not chosen:
                known = _quoted(name for variant in candidates for name in self._tags(variant, tag))
                return [
                    Problem(
                        path,
                        f"Input tag {given!r} found using {tag!r} does not match any of the "
                        f"expected tags: {', '.join(known)}",
                    )
                ]
        label = str(given) if given is not None else self._tags(chosen[0], tag)[0]
        return self._best(value, chosen, (*path, label))

    def _tag_property(self, schema: JsonObject, candidates: List[JsonObject]) -> Optional[str]:
        discriminator = schema.get("discriminator")
        names: List[str] = []
        if is_object(discriminator) and isinstance(discriminator.get("propertyName"), str):
            names = [discriminator["propertyName"]]
        else:
            names = list(as_object(candidates[0].get("properties")))
        for name in names:
            if all(self._tags(variant, name) for variant in candidates):
                return name
        return None

    def _tags(self, variant: JsonObject, name: str) -> List[str]:
        """The constant strings that a variant allows for a property."""
        schema = self.resolve(as_object(variant.get("properties")).get(name))
        if not is_object(schema):
            return []
        inner = schema.get("anyOf") or schema.get("oneOf")
        schemas = self._flatten(inner) if inner else [schema]
        return [item for part in schemas for item in _choices(part) if isinstance(item, str)]

    def _may_be(self, value: Any, variant: JsonObject) -> bool:
        names = self._type_names(variant)
        return not names or any(_fits_type(value, name) for name in names)

    def _type_names(self, variant: JsonObject) -> List[str]:
        types = _types(variant)
        if types:
            return types
        if "properties" in variant:
            return ["object"]
        return list(dict.fromkeys(_type_of(item) for item in _choices(variant)))


def _choices(schema: JsonObject) -> List[Any]:
    if "const" in schema:
        return [schema["const"]]
    return list(schema.get("enum") or [])


def _types(schema: JsonObject) -> List[str]:
    types = schema.get("type")
    return [types] if isinstance(types, str) else list(types or [])


def _type_of(value: object) -> str:
    return next(name for name in _LABELS if _fits_type(value, name))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _string(value: str, schema: JsonObject) -> Iterable[str]:
    size = len(value)
    least, most = schema.get("minLength", 0), schema.get("maxLength", size)
    if size < least:
        yield f"String should have at least {_count(least, 'character')}"
    if size > most:
        yield f"String should have at most {_count(most, 'character')}"
    pattern = schema.get("pattern")
    if isinstance(pattern, str) and re.search(pattern, value) is None:
        yield f"String should match pattern '{pattern}'"
    if schema.get("format") == "date-time" and not _DATE_TIME.match(value):
        yield "Input should be a valid datetime"
    if schema.get("format") == "date" and not _DATE.match(value):
        yield "Input should be a valid date"


def _number(value: float, schema: JsonObject) -> Iterable[str]:
    for keyword, words, sign, strict in _LIMITS:
        limit = schema.get(keyword)
        if not isinstance(limit, (int, float)) or isinstance(limit, bool):
            continue
        distance = (value - limit) * sign
        if distance < 0 or (strict and distance == 0):
            yield f"Input should be {words} {limit}"
    step = schema.get("multipleOf")
    if isinstance(step, (int, float)) and step > 0:
        quotient = value / step
        if abs(quotient - round(quotient)) > 1e-9:
            yield f"Input should be a multiple of {step}"
