# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Annotated, TypedDict

from ..._utils import PropertyInfo
from ..anthropic_beta_param import AnthropicBetaParam

__all__ = [
    "SkillListParams",
]


class SkillListParams(TypedDict, total=False):
    """Parameters of `beta.skills.list`."""

    limit: int
    """How many skills per page, 1 to 100; 20 when absent."""

    page: Optional[str]
    """Token of the page to return, taken from `next_page` of the previous one. Null or absent
    returns the first page.
    """

    source: Optional[str]
    """Return only `custom` skills (your own) or only `anthropic` ones. Null or absent returns both."""

    betas: Annotated[List[AnthropicBetaParam], PropertyInfo(alias="anthropic-beta")]
    """Beta features to switch on for this request, joined with commas into the `anthropic-beta`
    header.
    """
