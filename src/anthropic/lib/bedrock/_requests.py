"""How a request of the Messages API becomes one of Bedrock: the model goes into the path."""

from __future__ import annotations

import base64
from typing import Any, Dict, List
from urllib.parse import quote

from ..._exceptions import AnthropicError
from ..._headers import find_header
from ..._models import FinalRequestOptions
from ..._types import NotGiven, not_given
from ..._utils import is_given, is_list, is_mapping
from ..._utils._json import openapi_dumps

DEFAULT_VERSION = "bedrock-2023-05-31"
COUNTING_ACTION = "count-tokens"

_COUNTING_BETA = "token-counting-2024-11-01"

_INVOKING_PATHS = frozenset({"/v1/complete", "/v1/messages", "/v1/messages?beta=true"})
_COUNTING_PATHS = frozenset({"/v1/messages/count_tokens", "/v1/messages/count_tokens?beta=true"})


def bedrock_options(options: FinalRequestOptions) -> FinalRequestOptions:
    """Options of one attempt, changed to what Bedrock takes.

    Raises `AnthropicError` for what Bedrock cannot do.
    """
    if options.url.startswith("/v1/messages/batches"):
        raise AnthropicError("The Batch API is not supported in Bedrock yet")
    if is_mapping(options.json_data):
        body: Dict[str, Any] = dict(options.json_data)
        body.setdefault("anthropic_version", DEFAULT_VERSION)
        betas = _betas(options)
        if betas:
            body.setdefault("anthropic_beta", betas)
        options.json_data = body
    if options.url in _INVOKING_PATHS and options.method.lower() == "post":
        options.url = _invoking_path(options)
    elif options.url in _COUNTING_PATHS:
        _count_tokens(options)
    return options


def _betas(options: FinalRequestOptions) -> List[str]:
    """The betas that the call asks for by header; Bedrock reads them in the body."""
    if isinstance(options.headers, NotGiven):
        return []
    header = find_header(options.headers, "anthropic-beta")
    if not isinstance(header, str):
        return []
    return [beta.strip() for beta in header.split(",") if beta.strip()]


def _invoking_path(options: FinalRequestOptions) -> str:
    """The path for the model of the body, which loses what the path now says."""
    streams = _take(options, "stream")
    return _model_path(options, "invoke-with-response-stream" if streams else "invoke")


def _count_tokens(options: FinalRequestOptions) -> None:
    """Ask Bedrock's CountTokens operation about the request that a message would be made of."""
    options.url = _model_path(options, COUNTING_ACTION)
    fields: Dict[str, Any] = {
        # Bedrock refuses to count what it would refuse to run.
        "max_tokens": 1,
        **(options.json_data if is_mapping(options.json_data) else {}),
        **(options.extra_json or {}),
    }
    # Bedrock refuses betas that it does not know, and has an operation in place of this one.
    if is_list(fields.get("anthropic_beta")):
        betas = [beta for beta in fields["anthropic_beta"] if beta != _COUNTING_BETA]
        fields["anthropic_beta"] = betas or not_given
    body = openapi_dumps({name: value for name, value in fields.items() if is_given(value)})
    options.extra_json = None
    options.json_data = {"input": {"invokeModel": {"body": base64.b64encode(body).decode()}}}


def counted(data: object) -> object:
    """The answer of CountTokens under the names of the first-party API."""
    if is_mapping(data) and "inputTokens" in data:
        return {"input_tokens": data["inputTokens"]}
    return data


def _model_path(options: FinalRequestOptions, action: str) -> str:
    model = _take(options, "model")
    if not isinstance(model, str) or model in ("", ".", ".."):
        raise ValueError(
            f"Expected `model` to be the id or ARN of a model on Bedrock, but received {model!r}"
        )
    return f"/model/{quote(model, safe=':')}/{action}"


def _take(options: FinalRequestOptions, name: str) -> object:
    """Remove a field from the body; the caller's own addition to it (`extra_body`) wins."""
    taken: object = None
    for part in ("json_data", "extra_json"):
        fields: object = getattr(options, part)
        if is_mapping(fields) and name in fields:
            setattr(options, part, {key: fields[key] for key in fields if key != name})
            taken = fields[name] if is_given(fields[name]) else taken
    return taken
