# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal, TypedDict

from .json_output_format_param import JSONOutputFormatParam

__all__ = [
    "OutputConfigParam",
]


class OutputConfigParam(TypedDict, total=False):
    """Controls the effort behind an answer and the format it takes."""

    effort: Optional[Literal["low", "medium", "high", "max"]]
    """How many tokens the model is willing to spend on text, tool calls and thinking: `low`,
    `medium`, `high` or `max`. Null or absent means `high`; not every model supports each level.
    """

    format: Optional[JSONOutputFormatParam]
    """JSON schema the answer's text has to follow. Null or absent leaves the format free."""
