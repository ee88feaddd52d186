# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Union

from typing_extensions import TypeAlias

from .beta_tool_choice_any_param import BetaToolChoiceAnyParam
from .beta_tool_choice_auto_param import BetaToolChoiceAutoParam
from .beta_tool_choice_none_param import BetaToolChoiceNoneParam
from .beta_tool_choice_tool_param import BetaToolChoiceToolParam

__all__ = [
    "BetaToolChoiceParam",
]


BetaToolChoiceParam: TypeAlias = Union[
    BetaToolChoiceAutoParam,
    BetaToolChoiceAnyParam,
    BetaToolChoiceToolParam,
    BetaToolChoiceNoneParam,
]
"""How the model may use the given tools: `auto`, `any`, one `tool`, or `none`."""
