# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List

from typing_extensions import Annotated, TypedDict

from ..._utils import PropertyInfo
from ..anthropic_beta_param import AnthropicBetaParam

__all__ = [
    "ModelListParams",
]


class ModelListParams(TypedDict, total=False):
    """Parameters of `beta.models.list`."""

    after_id: str
    """ID of a model; returns the page that starts right after it. Pass `last_id` of the previous
    page to go forward.
    """

    before_id: str
    """ID of a model; returns the page that ends right before it. Pass `first_id` of the current
    page to go back.
    """

    limit: int
    """How many models per page, 1 to 1000; 20 when absent."""

    betas: Annotated[List[AnthropicBetaParam], PropertyInfo(alias="anthropic-beta")]
    """Beta features to switch on for this request, joined with commas into the `anthropic-beta`
    header.
    """
