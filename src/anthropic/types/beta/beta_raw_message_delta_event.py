# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Optional

from typing_extensions import Literal

from ..._models import BaseModel
from .beta_container import BetaContainer
from .beta_context_management_response import BetaContextManagementResponse
from .beta_message_delta_usage import BetaMessageDeltaUsage
from .beta_stop_reason import BetaStopReason

__all__ = [
    "BetaRawMessageDeltaEvent",
    "Delta",
]


class Delta(BaseModel):
    """New top-level values, among them the stop reason."""

    container: Optional[BetaContainer] = None
    """Sandbox the reply's server-side tools ran in; replaces any earlier value of the message. Null
    when none was used.
    """

    stop_reason: Optional[BetaStopReason] = None
    """Why the model stopped. Null while that is not known."""

    stop_sequence: Optional[str] = None
    """Custom stop sequence that ended the reply. Null when none did."""


class BetaRawMessageDeltaEvent(BaseModel):
    """Stream event with changes to the message as a whole."""

    context_management: Optional[BetaContextManagementResponse] = None
    """What context management removed; replaces any earlier value of the message. Null when no
    edits were configured.
    """

    delta: Delta
    """New top-level values, among them the stop reason."""

    type: Literal["message_delta"]
    """Identifies a change to the message; always `message_delta`."""

    usage: BetaMessageDeltaUsage
    """Cumulative usage of the request up to now."""
