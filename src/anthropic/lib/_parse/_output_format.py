"""From the `output_format` argument to the request's `output_config.format`."""

from __future__ import annotations

from typing import Any, Dict, Mapping, cast

from ..._types import NotGiven, Omit, not_given
from .._callers import warn_caller

Body = Dict[str, Any]


def take_output_type(body: Body) -> Any:
    """Replaces `output_format` in the body by `output_config.format`.

    Returns the type that the reply's text is to be read as, or `not_given` when there was none
    or only a JSON schema. Takes `strict_schema`, which `transform_schema` explains, from the body.

    Raises `TypeError` if the API cannot express the type.
    """
    strict_schema = body.pop("strict_schema", not_given)
    output_format = body.pop("output_format", not_given)
    if not _is_set(output_format):
        return not_given
    if isinstance(output_format, Mapping):
        _set_format(body, cast("Mapping[str, Any]", output_format))
        return not_given
    from ._transform import schema_of

    strict = not _is_set(strict_schema) or bool(strict_schema)
    schema = schema_of(output_format, strict=strict)
    _set_format(body, {"schema": schema, "type": "json_schema"})
    return output_format


def check_beta_output_format(body: Body) -> None:
    """Warns that `output_format` is deprecated, and raises if it contradicts `output_config`."""
    if not _is_set(body.get("output_format")):
        return
    if _is_set(_output_config(body).get("format")):
        from ..._exceptions import AnthropicError

        raise AnthropicError(
            "Both output_format and output_config.format were provided. "
            "Pass only output_config.format; output_format is deprecated."
        )
    warn_caller(
        "The 'output_format' parameter is deprecated. Pass the format as "
        "output_config={'format': ...} instead.",
        DeprecationWarning,
    )


def _set_format(body: Body, output_format: Mapping[str, Any]) -> None:
    body["output_config"] = {**_output_config(body), "format": output_format}


def _output_config(body: Body) -> Mapping[str, Any]:
    config = body.get("output_config")
    return cast("Mapping[str, Any]", config) if isinstance(config, Mapping) else {}


def _is_set(value: object) -> bool:
    return value is not None and not isinstance(value, (NotGiven, Omit))
