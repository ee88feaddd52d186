# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import List, Optional

from typing_extensions import Literal

from ... import types
from ..._models import BaseModel
from ..._sent_back import sent_back
from ..model import Model
from .beta_container import BetaContainer
from .beta_content_block import BetaContentBlock
from .beta_context_management_response import BetaContextManagementResponse
from .beta_stop_reason import BetaStopReason
from .beta_usage import BetaUsage

__all__ = [
    "BetaMessage",
]


class BetaMessage(BaseModel):
    """The model's complete reply to a request."""

    id: str
    """Unique identifier of the reply; length and format may change."""

    container: Optional[BetaContainer] = None
    """Sandbox the reply's server-side tools ran in; pass its `id` in the next request to keep its
    files. Null when none was used.
    """

    content: List[BetaContentBlock]
    """Content blocks of the reply, in the order the model produced them."""

    context_management: Optional[BetaContextManagementResponse] = None
    """What context management removed before the model saw the conversation. Null when no edits
    were configured.
    """

    model: Model
    """Model that produced the reply."""

    role: Literal["assistant"]
    """Who speaks; always `assistant` for a reply."""

    stop_reason: Optional[BetaStopReason] = None
    """Why the model stopped. Null only in the `message_start` event of a stream, as generation has
    not ended then.
    """

    stop_sequence: Optional[str] = None
    """Custom stop sequence that ended the reply. Null when none did."""

    type: Literal["message"]
    """Identifies a message; always `message`."""

    usage: BetaUsage
    """Tokens used by this request and its reply, which is what billing and rate limits go by."""

    def to_param(self) -> "types.beta.BetaMessageParam":
        """This message as a turn of the next request: what only answers hold is left out."""
        return sent_back(self, types.beta.BetaMessageParam)
