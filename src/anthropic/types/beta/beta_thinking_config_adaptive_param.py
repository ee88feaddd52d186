# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "BetaThinkingConfigAdaptiveParam",
]


class BetaThinkingConfigAdaptiveParam(TypedDict, total=False):
    """Lets the model decide when and how long to think; `output_config.effort` guides it. Preferred
    over a fixed budget on models that support it.
    """

    type: Required[Literal["adaptive"]]
    """Turns adaptive thinking on; always `adaptive`."""
