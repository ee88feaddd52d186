# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

# fmt: off
# One line a name: a type that comes or goes is two lines of a diff.

if TYPE_CHECKING:
    from .api_error_object import APIErrorObject as APIErrorObject
    from .authentication_error import AuthenticationError as AuthenticationError
    from .billing_error import BillingError as BillingError
    from .error_object import ErrorObject as ErrorObject
    from .error_response import ErrorResponse as ErrorResponse
    from .gateway_timeout_error import GatewayTimeoutError as GatewayTimeoutError
    from .invalid_request_error import InvalidRequestError as InvalidRequestError
    from .not_found_error import NotFoundError as NotFoundError
    from .overloaded_error import OverloadedError as OverloadedError
    from .permission_error import PermissionError as PermissionError
    from .rate_limit_error import RateLimitError as RateLimitError

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "APIErrorObject": ".api_error_object",
        "AuthenticationError": ".authentication_error",
        "BillingError": ".billing_error",
        "ErrorObject": ".error_object",
        "ErrorResponse": ".error_response",
        "GatewayTimeoutError": ".gateway_timeout_error",
        "InvalidRequestError": ".invalid_request_error",
        "NotFoundError": ".not_found_error",
        "OverloadedError": ".overloaded_error",
        "PermissionError": ".permission_error",
        "RateLimitError": ".rate_limit_error",
    },
    modules=[
    ],
)
