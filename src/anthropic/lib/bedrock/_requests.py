"""How a request of the Messages API becomes one of Bedrock: the model goes into the path."""

from __future__ import annotations

from typing import Any, Dict, List
from urllib.parse import quote

from ..._exceptions import AnthropicError
from ..._headers import find_header
from ..._models import FinalRequestOptions
from ..._types import NotGiven
from ..._utils import is_given, is_mapping

DEFAULT_VERSION = "bedrock-2023-05-31"

_INVOKING_PATHS = frozenset({"/v1/complete", "/v1/messages", "/v1/messages?beta=true"})
_COUNTING_PATHS = frozenset({"/v1/messages/count_tokens", "/v1/messages/count_tokens?beta=true"})


def bedrock_options(options: FinalRequestOptions) -> FinalRequestOptions:
    """Options of one attempt, changed to what Bedrock takes.

    Raises `AnthropicError` for what Bedrock cannot do.
    """
    if options.url.startswith("/v1/messages/batches"):
        raise AnthropicError("The Batch API is not supported in Bedrock yet")
    if options.url in _COUNTING_PATHS:
        raise AnthropicError("Token counting is not supported in Bedrock yet")
    if is_mapping(options.json_data):
        body: Dict[str, Any] = dict(options.json_data)
        body.setdefault("anthropic_version", DEFAULT_VERSION)
        betas = _betas(options)
        if betas:
            body.setdefault("anthropic_beta", betas)
        options.json_data = body
    if options.url in _INVOKING_PATHS and options.method.lower() == "post":
        options.url = _invoking_path(options)
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
    model, streams = _take(options, "model"), _take(options, "stream")
    if not isinstance(model, str) or model in ("", ".", ".."):
        raise ValueError(
            f"Expected `model` to be the id or ARN of a model on Bedrock, but received {model!r}"
        )
    action = "invoke-with-response-stream" if streams else "invoke"
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
