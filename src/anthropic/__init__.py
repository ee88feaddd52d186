# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from ._lazy import lazy_names
from ._utils._logs import setup_logging as _setup_logging

if TYPE_CHECKING:
    from . import types as types
    from ._constants import AI_PROMPT as AI_PROMPT
    from ._exceptions import APIConnectionError as APIConnectionError
    from ._exceptions import APIError as APIError
    from ._response import APIResponse as APIResponse
    from ._exceptions import APIResponseValidationError as APIResponseValidationError
    from ._exceptions import APIStatusError as APIStatusError
    from ._exceptions import APITimeoutError as APITimeoutError
    from ._client import Anthropic as Anthropic
    from .lib.bedrock import AnthropicBedrock as AnthropicBedrock
    from ._exceptions import AnthropicError as AnthropicError
    from .lib.foundry import AnthropicFoundry as AnthropicFoundry
    from .lib.vertex import AnthropicVertex as AnthropicVertex
    from ._response import AsyncAPIResponse as AsyncAPIResponse
    from ._client import AsyncAnthropic as AsyncAnthropic
    from .lib.bedrock import AsyncAnthropicBedrock as AsyncAnthropicBedrock
    from .lib.foundry import AsyncAnthropicFoundry as AsyncAnthropicFoundry
    from .lib.vertex import AsyncAnthropicVertex as AsyncAnthropicVertex
    from ._client import AsyncClient as AsyncClient
    from .lib.streaming import AsyncMessageStream as AsyncMessageStream
    from .lib.streaming import AsyncMessageStreamManager as AsyncMessageStreamManager
    from ._streaming import AsyncStream as AsyncStream
    from ._exceptions import AuthenticationError as AuthenticationError
    from ._exceptions import BadRequestError as BadRequestError
    from ._models import BaseModel as BaseModel
    from .lib.streaming import BetaAsyncMessageStream as BetaAsyncMessageStream
    from .lib.streaming import BetaAsyncMessageStreamManager as BetaAsyncMessageStreamManager
    from .lib.streaming import BetaContentBlockStopEvent as BetaContentBlockStopEvent
    from .lib.streaming import BetaInputJsonEvent as BetaInputJsonEvent
    from .lib.streaming import BetaMessageStopEvent as BetaMessageStopEvent
    from .lib.streaming import BetaMessageStream as BetaMessageStream
    from .lib.streaming import BetaMessageStreamEvent as BetaMessageStreamEvent
    from .lib.streaming import BetaMessageStreamManager as BetaMessageStreamManager
    from .lib.streaming import BetaTextEvent as BetaTextEvent
    from ._client import Client as Client
    from ._exceptions import ConflictError as ConflictError
    from .lib.streaming import ContentBlockStopEvent as ContentBlockStopEvent
    from ._constants import DEFAULT_CONNECTION_LIMITS as DEFAULT_CONNECTION_LIMITS
    from ._constants import DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES
    from ._constants import DEFAULT_TIMEOUT as DEFAULT_TIMEOUT
    from ._base_client import DefaultAioHttpClient as DefaultAioHttpClient
    from ._base_client import DefaultAsyncHttpxClient as DefaultAsyncHttpxClient
    from ._base_client import DefaultHttpxClient as DefaultHttpxClient
    from ._constants import HUMAN_PROMPT as HUMAN_PROMPT
    from ._exceptions import IncompleteStreamError as IncompleteStreamError
    from .lib.streaming import InputJsonEvent as InputJsonEvent
    from ._exceptions import InternalServerError as InternalServerError
    from .lib.streaming import MessageStopEvent as MessageStopEvent
    from .lib.streaming import MessageStream as MessageStream
    from .lib.streaming import MessageStreamEvent as MessageStreamEvent
    from .lib.streaming import MessageStreamManager as MessageStreamManager
    from ._types import NOT_GIVEN as NOT_GIVEN
    from ._types import NoneType as NoneType
    from ._exceptions import NotFoundError as NotFoundError
    from ._types import NotGiven as NotGiven
    from ._types import Omit as Omit
    from .lib._parse._errors import OutputValidationError as OutputValidationError
    from .lib.streaming import ParsedBetaContentBlockStopEvent as ParsedBetaContentBlockStopEvent
    from .lib.streaming import ParsedBetaMessageStopEvent as ParsedBetaMessageStopEvent
    from .lib.streaming import ParsedBetaMessageStreamEvent as ParsedBetaMessageStreamEvent
    from .lib.streaming import ParsedBetaTextEvent as ParsedBetaTextEvent
    from .lib.streaming import ParsedContentBlockStopEvent as ParsedContentBlockStopEvent
    from .lib.streaming import ParsedMessageStopEvent as ParsedMessageStopEvent
    from .lib.streaming import ParsedMessageStreamEvent as ParsedMessageStreamEvent
    from ._exceptions import PermissionDeniedError as PermissionDeniedError
    from ._types import ProxiesTypes as ProxiesTypes
    from ._exceptions import RateLimitError as RateLimitError
    from ._types import RequestOptions as RequestOptions
    from ._retry_policy import RetryAttempt as RetryAttempt
    from ._retry_policy import RetryPolicy as RetryPolicy
    from ._streaming import Stream as Stream
    from .lib.streaming import TextEvent as TextEvent
    from ._types import Timeout as Timeout
    from ._types import Transport as Transport
    from ._exceptions import UnprocessableEntityError as UnprocessableEntityError
    from ._version import __title__ as __title__
    from ._version import __version__ as __version__
    from .lib.tools import beta_async_tool as beta_async_tool
    from .lib.tools import beta_tool as beta_tool
    from ._utils import file_from_path as file_from_path
    from ._types import not_given as not_given
    from ._types import omit as omit
    from ._utils._resources_proxy import resources as resources
    from .lib._parse._transform import transform_schema as transform_schema

__all__ = [
    "types",
    "AI_PROMPT",
    "APIConnectionError",
    "APIError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "Anthropic",
    "AnthropicError",
    "AsyncAnthropic",
    "AsyncClient",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "BaseModel",
    "Client",
    "ConflictError",
    "DEFAULT_CONNECTION_LIMITS",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "DefaultAioHttpClient",
    "DefaultAsyncHttpxClient",
    "DefaultHttpxClient",
    "HUMAN_PROMPT",
    "IncompleteStreamError",
    "InternalServerError",
    "NOT_GIVEN",
    "NoneType",
    "NotFoundError",
    "NotGiven",
    "Omit",
    "OutputValidationError",
    "PermissionDeniedError",
    "ProxiesTypes",
    "RateLimitError",
    "RequestOptions",
    "Stream",
    "Timeout",
    "Transport",
    "UnprocessableEntityError",
    "__title__",
    "__version__",
    "beta_async_tool",
    "beta_tool",
    "file_from_path",
    "not_given",
    "omit",
    "transform_schema",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "AI_PROMPT": "._constants",
        "APIConnectionError": "._exceptions",
        "APIError": "._exceptions",
        "APIResponse": "._response",
        "APIResponseValidationError": "._exceptions",
        "APIStatusError": "._exceptions",
        "APITimeoutError": "._exceptions",
        "Anthropic": "._client",
        "AnthropicBedrock": ".lib.bedrock",
        "AnthropicError": "._exceptions",
        "AnthropicFoundry": ".lib.foundry",
        "AnthropicVertex": ".lib.vertex",
        "AsyncAPIResponse": "._response",
        "AsyncAnthropic": "._client",
        "AsyncAnthropicBedrock": ".lib.bedrock",
        "AsyncAnthropicFoundry": ".lib.foundry",
        "AsyncAnthropicVertex": ".lib.vertex",
        "AsyncClient": "._client",
        "AsyncMessageStream": ".lib.streaming",
        "AsyncMessageStreamManager": ".lib.streaming",
        "AsyncStream": "._streaming",
        "AuthenticationError": "._exceptions",
        "BadRequestError": "._exceptions",
        "BaseModel": "._models",
        "BetaAsyncMessageStream": ".lib.streaming",
        "BetaAsyncMessageStreamManager": ".lib.streaming",
        "BetaContentBlockStopEvent": ".lib.streaming",
        "BetaInputJsonEvent": ".lib.streaming",
        "BetaMessageStopEvent": ".lib.streaming",
        "BetaMessageStream": ".lib.streaming",
        "BetaMessageStreamEvent": ".lib.streaming",
        "BetaMessageStreamManager": ".lib.streaming",
        "BetaTextEvent": ".lib.streaming",
        "Client": "._client",
        "ConflictError": "._exceptions",
        "ContentBlockStopEvent": ".lib.streaming",
        "DEFAULT_CONNECTION_LIMITS": "._constants",
        "DEFAULT_MAX_RETRIES": "._constants",
        "DEFAULT_TIMEOUT": "._constants",
        "DefaultAioHttpClient": "._base_client",
        "DefaultAsyncHttpxClient": "._base_client",
        "DefaultHttpxClient": "._base_client",
        "HUMAN_PROMPT": "._constants",
        "IncompleteStreamError": "._exceptions",
        "InputJsonEvent": ".lib.streaming",
        "InternalServerError": "._exceptions",
        "MessageStopEvent": ".lib.streaming",
        "MessageStream": ".lib.streaming",
        "MessageStreamEvent": ".lib.streaming",
        "MessageStreamManager": ".lib.streaming",
        "NOT_GIVEN": "._types",
        "NoneType": "._types",
        "NotFoundError": "._exceptions",
        "NotGiven": "._types",
        "Omit": "._types",
        "OutputValidationError": ".lib._parse._errors",
        "ParsedBetaContentBlockStopEvent": ".lib.streaming",
        "ParsedBetaMessageStopEvent": ".lib.streaming",
        "ParsedBetaMessageStreamEvent": ".lib.streaming",
        "ParsedBetaTextEvent": ".lib.streaming",
        "ParsedContentBlockStopEvent": ".lib.streaming",
        "ParsedMessageStopEvent": ".lib.streaming",
        "ParsedMessageStreamEvent": ".lib.streaming",
        "PermissionDeniedError": "._exceptions",
        "ProxiesTypes": "._types",
        "RateLimitError": "._exceptions",
        "RequestOptions": "._types",
        "RetryAttempt": "._retry_policy",
        "RetryPolicy": "._retry_policy",
        "Stream": "._streaming",
        "TextEvent": ".lib.streaming",
        "Timeout": "._types",
        "Transport": "._types",
        "UnprocessableEntityError": "._exceptions",
        "__title__": "._version",
        "__version__": "._version",
        "beta_async_tool": ".lib.tools",
        "beta_tool": ".lib.tools",
        "file_from_path": "._utils",
        "not_given": "._types",
        "omit": "._types",
        "resources": "._utils._resources_proxy",
        "transform_schema": ".lib._parse._transform",
    },
    modules=["types"],
    adopt=True,
)

_setup_logging()
