"""The API description: which operations there are, and what their requests must look like."""

from __future__ import annotations

import json
import pathlib
import re
from typing import Any, Dict, List, Mapping, Optional, Tuple

from ._errors import invalid
from ._schema import Checker, Problem, describe
from ._values import JsonObject, as_array, as_object

__all__ = ["Description", "Operation", "load_description"]

_METHODS = frozenset(["get", "post", "put", "patch", "delete"])
_INTEGER = re.compile(r"[+-]?\d+\Z")
_FILE = pathlib.Path(__file__).with_name("_openapi.json")


class Operation:
    """One operation of the description, able to check a request against it."""

    def __init__(self, checker: Checker, details: JsonObject, shared: List[Any]) -> None:
        self._checker = checker
        self.operation_id = str(details.get("operationId", ""))
        parameters = [
            checker.resolve(item) for item in [*shared, *as_array(details.get("parameters"))]
        ]
        self._parameters = [as_object(item) for item in parameters]
        body = as_object(checker.resolve(details.get("requestBody")))
        content = as_object(body.get("content"))
        self.takes_form = "multipart/form-data" in content
        self._has_body = bool(content)
        kind = "multipart/form-data" if self.takes_form else "application/json"
        self._body_schema = as_object(content.get(kind)).get("schema", True)
        responses = as_object(details.get("responses"))
        success = as_object(checker.resolve(responses.get("200")))
        self._responses = as_object(success.get("content"))

    @property
    def takes_json(self) -> bool:
        return self._has_body and not self.takes_form

    def body_problems(self, body: Any) -> List[Problem]:
        problems = self._checker.problems(body, self._body_schema)
        return [problem for problem in problems if not _is_sent_back(problem)]

    def answer_problems(self, value: Any, content_type: str) -> List[Problem]:
        """What is wrong with an answer of this operation: a body, an event, a line of JSONL."""
        schema = as_object(self._responses.get(content_type)).get("schema", False)
        return self._checker.problems(value, schema)

    def check_parameters(self, query: Mapping[str, str], path: Mapping[str, str]) -> None:
        """Raise a 400 for query or path parameters that do not fit."""
        found: List[Problem] = []
        for parameter in self._parameters:
            name, place = str(parameter.get("name")), parameter.get("in")
            if place not in ("query", "path"):
                continue
            given = (query if place == "query" else path).get(name)
            if given is None:
                if parameter.get("required") is True:
                    found.append(Problem((name,), "Field required"))
                continue
            found += self._parameter_problems(name, given, parameter.get("schema", True))
        if found:
            raise invalid(describe(found))

    def _parameter_problems(self, name: str, given: str, schema: Any) -> List[Problem]:
        problems: Optional[List[Problem]] = None
        for value in _readings(given):
            problems = self._checker.problems(value, schema, (name,))
            if not problems:
                return []
        kinds = as_array(as_object(self._checker.resolve(schema)).get("type")) or [
            as_object(self._checker.resolve(schema)).get("type")
        ]
        if "integer" in kinds and not _INTEGER.match(given):
            message = "Input should be a valid integer, unable to parse string as an integer"
            return [Problem((name,), message)]
        # The first reading is the most specific one; its problems say most.
        first = next(iter(_readings(given)))
        return self._checker.problems(first, schema, (name,)) or problems or []


def _is_sent_back(problem: Problem) -> bool:
    """Whether a field is one that answers carry and requests do not name.

    Callers send whole answers back as the assistant's turn, citations included.
    """
    return problem.path[-1:] == ("file_id",) and "citations" in problem.path


def _readings(text: str) -> List[Any]:
    """The values that a text in a URL can stand for, the most specific first."""
    readings: List[Any] = [int(text)] if _INTEGER.match(text) else []
    if text in ("true", "false"):
        readings.append(text == "true")
    return [*readings, text]


class Description:
    """An OpenAPI document, indexed by method, path template and beta flag."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.checker = Checker(document)
        self._operations: Dict[Tuple[str, str, bool], Operation] = {}
        for key, item in as_object(document.get("paths")).items():
            path, _, query = str(key).partition("?")
            shared = as_array(as_object(item).get("parameters"))
            for method, details in as_object(item).items():
                if method in _METHODS:
                    operation = Operation(self.checker, as_object(details), shared)
                    beta = "beta=true" in query.split("&")
                    self._operations[(method.upper(), path, beta)] = operation
        components = as_object(document.get("components"))
        self._schemas = as_object(components.get("schemas"))

    def keys(self) -> List[Tuple[str, str, bool]]:
        return list(self._operations)

    def operation(self, method: str, path: str, beta: bool) -> Optional[Operation]:
        return self._operations.get((method, path, beta))

    def model_ids(self) -> List[str]:
        """The ids that the description names for models."""
        schema = as_object(self._schemas.get("Model"))
        parts = [schema, *(as_object(item) for item in as_array(schema.get("anyOf")))]
        return [str(name) for part in parts for name in as_array(part.get("enum"))]


def load_description() -> Description:
    """The description that comes with the package."""
    return Description(json.loads(_FILE.read_text(encoding="utf-8")))
