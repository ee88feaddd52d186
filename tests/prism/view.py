"""The API description as Prism can serve it: one document for GA operations, one for beta ones.

Prism compares a path key with a request's path only, so keys that carry `?beta=true` never match
and the two kinds of operations cannot live in one document. The other changes are what Prism needs
in order to answer at all; `view` lists them. Both documents are made from the one description
whenever Prism is started, and kept nowhere.
"""

from __future__ import annotations

from typing import Any, Dict, List

Document = Dict[str, Any]
VERBS = ("get", "put", "post", "delete", "patch")


def view(description: Document, *, beta: bool) -> Document:
    """The operations of one kind, in a document that Prism can serve.

    - An operation that never answers with JSON is left out: Prism has no event streams, JSON lines
      or files. Where JSON stands beside them, it alone stays.
    - Only successes are described, so that Prism answers a bad request with its own, exact words.
    - Headers become plain optional strings: one that is an array crashes Prism when it is absent.
    - Discriminators and security go: Prism would resolve the first, and demand the second.
    """
    paths: Document = {}
    for key, item in description["paths"].items():
        path, _, query = key.partition("?")
        operations = {verb: _operation(description, item[verb]) for verb in VERBS if verb in item}
        served = {verb: operation for verb, operation in operations.items() if operation}
        if bool(query) == beta and served:
            paths[path] = served
    components = {"schemas": _without_discriminators(description["components"]["schemas"])}
    return {
        "openapi": description["openapi"],
        "info": {"title": "Beta operations" if beta else "GA operations", "version": "1"},
        "paths": paths,
        "components": components,
    }


def _operation(description: Document, operation: Document) -> Document:
    """The operation for Prism, or an empty document if it never answers with JSON."""
    successes: Document = {}
    for status, response in operation["responses"].items():
        content = _resolved(description, response).get("content", {})
        if status.startswith("2") and "application/json" in content:
            json_only = {"application/json": _without_discriminators(content["application/json"])}
            successes[status] = {"description": "Success.", "content": json_only}
    if not successes:
        return {}
    parameters = [_resolved(description, entry) for entry in operation.get("parameters", [])]
    result: Document = {
        "operationId": operation["operationId"],
        "parameters": [_parameter(parameter) for parameter in parameters],
        "responses": successes,
    }
    if "requestBody" in operation:
        body = _resolved(description, operation["requestBody"])
        result["requestBody"] = _without_discriminators(body)
    return result


def _parameter(parameter: Document) -> Document:
    if parameter["in"] == "header":
        return {"name": parameter["name"], "in": "header", "schema": {"type": "string"}}
    return {key: value for key, value in parameter.items() if key != "description"}


def _resolved(description: Document, node: Document) -> Document:
    while "$ref" in node:
        steps: List[str] = node["$ref"].split("/")[1:]
        node = description
        for step in steps:
            node = node[step.replace("~1", "/").replace("~0", "~")]
    return node


def _without_discriminators(node: Any) -> Any:
    if isinstance(node, dict):
        return {
            key: _without_discriminators(value)
            for key, value in node.items()
            if not (key == "discriminator" and isinstance(value, dict) and "mapping" in value)
        }
    if isinstance(node, list):
        return [_without_discriminators(value) for value in node]
    return node
