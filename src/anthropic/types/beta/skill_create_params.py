# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Annotated, TypedDict

from ..._types import FileTypes, SequenceNotStr
from ..._utils import PropertyInfo
from ..anthropic_beta_param import AnthropicBetaParam

__all__ = [
    "SkillCreateParams",
]


class SkillCreateParams(TypedDict, total=False):
    """Parameters of `beta.skills.create`."""

    display_title: Optional[str]
    """Label for people who browse skills; not shown to the model. Null or absent sets none."""

    files: Optional[SequenceNotStr[FileTypes]]
    """Files of the skill, as multipart form parts whose names are relative paths. All must share
    one top-level directory, with a `SKILL.md` directly in it.
    """

    betas: Annotated[List[AnthropicBetaParam], PropertyInfo(alias="anthropic-beta")]
    """Beta features to switch on for this request, joined with commas into the `anthropic-beta`
    header.
    """
