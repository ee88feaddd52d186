# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Annotated, TypedDict

from ...._utils import PropertyInfo
from ...anthropic_beta_param import AnthropicBetaParam

__all__ = [
    "VersionListParams",
]


class VersionListParams(TypedDict, total=False):
    """Parameters of `beta.skills.versions.list`."""

    limit: Optional[int]
    """How many versions per page, 1 to 1000. Null or absent means 20."""

    page: Optional[str]
    """Token of the page to return, taken from `next_page` of the previous one. Null or absent
    returns the first page.
    """

    betas: Annotated[List[AnthropicBetaParam], PropertyInfo(alias="anthropic-beta")]
    """Beta features to switch on for this request, joined with commas into the `anthropic-beta`
    header.
    """
