# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, Required, TypedDict

__all__ = [
    "ThinkingConfigEnabledParam",
]


class ThinkingConfigEnabledParam(TypedDict, total=False):
    """Turns extended thinking on with a token budget. Prefer adaptive thinking where the model
    supports it, as `claude-opus-4-6` does.
    """

    budget_tokens: Required[int]
    """Tokens the model may spend on thinking: at least 1024 and below `max_tokens`, of which they
    are part. The budget need not be used up.
    """

    type: Required[Literal["enabled"]]
    """Turns extended thinking on; always `enabled`."""
