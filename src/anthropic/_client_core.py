"""What a client decides by itself: how a request is labelled, and what an answer means.

Nothing here sends anything; `_base_client` does, with two classes that share this one.
"""

from __future__ import annotations

import json
import logging
from functools import cached_property
from typing import Any, Dict, Mapping, Optional, Sequence, Tuple, Type, Union, cast

import httpx
from httpx import URL

from ._bodies import break_of
from ._call_info import CallClock
from ._client_options import ClientSettings
from ._client_state import ClientState
from ._connection_errors import connection_error
from ._constants import RAW_RESPONSE_HEADER
from ._exceptions import APIConnectionError, APIStatusError
from ._headers import combine_headers, finished_headers
from ._http_requests import merged_headers
from ._models import FinalRequestOptions
from ._parsing import parse_data
from ._remembered import Remembered
from ._requests import is_replayable, join_url, timeout_header
from ._retries import retry_after
from ._retry_policy import RetryAttempt
from ._streaming import SSEBytesDecoder, SSEDecoder
from ._types import Headers, HttpxSendArgs, NotGiven, Omit, ResponseT
from ._utils import SensitiveHeadersFilter, strip_not_given

# Users know, and silence, this logger under the name of the public module.
log: logging.Logger = logging.getLogger("anthropic._base_client")
log.addFilter(SensitiveHeadersFilter())


class ClientCore(ClientSettings, ClientState):
    """The part of a client that does no I/O."""

    _version: str
    _base_url: URL
    max_retries: int
    timeout: Union[float, httpx.Timeout, None]
    _custom_headers: Mapping[str, str]
    _custom_query: Mapping[str, object]
    _strict_response_validation: bool
    # The name of a header to send idempotency keys in; the API has none at present.
    _idempotency_header: Optional[str] = None

    @property
    def custom_auth(self) -> Optional[httpx.Auth]:
        """An httpx authentication to send with; none by default."""
        return None

    @property
    def default_headers(self) -> Dict[str, Union[str, Omit]]:
        """The headers of every request, before those of the request itself."""
        return combine_headers(self._custom_headers)

    def _calculate_retry_timeout(
        self,
        remaining_retries: int,
        options: FinalRequestOptions,
        response_headers: Optional[httpx.Headers] = None,
    ) -> float:
        """The seconds to wait before the next attempt."""
        raise NotImplementedError

    # -- requests --

    def _validate_headers(self, headers: Headers, custom_headers: Headers) -> None:
        """Raise for headers that cannot work; ``custom_headers`` are those of this request."""

    @cached_property
    def _joined_url(self) -> Remembered[URL]:
        return Remembered(join_url)

    @cached_property
    def _finished_headers(self) -> Remembered[Tuple[Dict[str, str], httpx.Headers]]:
        return Remembered(finished_headers)

    @cached_property
    def _merged_headers(self) -> Remembered[Optional[httpx.Headers]]:
        return Remembered(merged_headers)

    def _prepare_url(self, url: str) -> URL:
        return self._joined_url(self._base_url, url)

    def _build_headers(
        self, options: FinalRequestOptions, *, retries_taken: int = 0
    ) -> httpx.Headers:
        given = options.headers
        custom = {} if isinstance(given, NotGiven) else strip_not_given(cast(Headers, given or {}))
        timeout = self.timeout if isinstance(options.timeout, NotGiven) else options.timeout
        seconds = timeout.read if isinstance(timeout, httpx.Timeout) else timeout
        going_out, finished = self._finished_headers(
            {**self.default_headers},
            custom,
            timeout_header(options.timeout),
            # As text: 7 and 7.0 are the same to what is remembered, and not in the header.
            None if seconds is None else str(seconds),
            retries_taken,
        )
        self._validate_headers(going_out, cast(Headers, custom))
        # The values were found to be ASCII; httpx would look at all of them once more.
        headers = httpx.Headers(finished, "ascii")
        if self._idempotency_header and options.idempotency_key:
            headers.setdefault(self._idempotency_header, options.idempotency_key)
        return headers

    def _build_request(
        self, options: FinalRequestOptions, *, retries_taken: int = 0
    ) -> httpx.Request:
        """The request of one attempt."""
        raise NotImplementedError

    def _send_arguments(self, options: FinalRequestOptions) -> HttpxSendArgs:
        arguments: HttpxSendArgs = {}
        if self.custom_auth is not None:
            arguments["auth"] = self.custom_auth
        if options.follow_redirects is not None:
            arguments["follow_redirects"] = options.follow_redirects
        return arguments

    def _should_stream_response_body(self, request: httpx.Request) -> bool:
        return bool(request.headers.get(RAW_RESPONSE_HEADER) == "stream")

    # -- answers --

    def _may_retry(self, options: FinalRequestOptions, retries_taken: int) -> bool:
        return retries_taken < options.get_max_retries(self.max_retries) and is_replayable(options)

    def _should_retry(self, response: httpx.Response) -> bool:
        return self.retry_policy.retries_response(response)

    def _delay_before_retry(
        self,
        options: FinalRequestOptions,
        request: httpx.Request,
        retries_taken: int,
        outcome: Union[httpx.Response, Exception],
        clock: CallClock,
    ) -> Optional[float]:
        """The seconds to wait before the next attempt; None where that would come too late."""
        response = outcome if isinstance(outcome, httpx.Response) else None
        headers = None if response is None else response.headers
        remaining = options.get_max_retries(self.max_retries) - retries_taken
        seconds = self._calculate_retry_timeout(remaining, options, headers)
        left = clock.left(self.retry_policy.deadline)
        if left is not None:
            # The caller sets the limit here, so the server may ask for any time below it.
            seconds = max(seconds, retry_after(headers) or 0.0)
            if seconds >= left:
                log.info("No retry: %f seconds to wait, %f to the deadline", seconds, left)
                return None
        log.info("Retrying request to %s in %f seconds", request.url.path, seconds)
        if self.retry_policy.on_retry is not None:
            error = outcome if isinstance(outcome, Exception) else None
            attempt = RetryAttempt(
                attempt=retries_taken + 1,
                delay=seconds,
                elapsed=clock.elapsed(),
                error=error,
                response=response,
            )
            self.retry_policy.on_retry(attempt)
        return seconds

    def _connection_error(
        self, error: Exception, request: httpx.Request, refused: Optional[str] = None
    ) -> APIConnectionError:
        log.debug("No answer arrived", exc_info=error)
        return connection_error(error, request, refused)

    def _log_options(self, options: FinalRequestOptions) -> None:
        if log.isEnabledFor(logging.DEBUG):
            from ._log_records import described_options

            log.debug("Request options: %s", described_options(options))

    def _log_request(self, request: httpx.Request) -> None:
        if log.isEnabledFor(logging.DEBUG):
            from ._log_records import described_request

            log.debug("Sending HTTP Request: %s", described_request(request))

    def _log_response(self, request: httpx.Request, response: httpx.Response) -> None:
        if log.isEnabledFor(logging.DEBUG):
            from ._log_records import described_request, described_response

            asked, answered = described_request(request), described_response(response)
            log.debug("HTTP Response: %s %s", asked, answered)
            log.debug("request_id: %s", response.headers.get("request-id"))

    def _make_status_error(
        self, err_msg: str, *, body: object, response: httpx.Response
    ) -> APIStatusError:
        """The error that an answer reports; subclasses know more classes of them."""
        raise NotImplementedError

    def _make_status_error_from_response(self, response: httpx.Response) -> APIStatusError:
        code = f"Error code: {response.status_code}"
        try:
            text = response.text.strip()
        except httpx.ResponseNotRead:
            # The response was closed before anybody read the body, or the connection broke.
            return self._make_status_error(code, body=None, response=response)
        try:
            body = json.loads(text)
        except (ValueError, RecursionError):
            if break_of(response) is None:
                return self._make_status_error(text or code, body=text, response=response)
            said = " - ".join(filter(None, (code, text)))
            message = f"{said} (the rest of the answer did not arrive)"
            return self._make_status_error(message, body=text, response=response)
        return self._make_status_error(f"{code} - {body}", body=body, response=response)

    def _process_response_data(
        self, *, data: object, cast_to: Type[ResponseT], response: httpx.Response
    ) -> ResponseT:
        strict = self._strict_response_validation
        value = parse_data(data=data, cast_to=cast_to, response=response, strict=strict)
        return cast(ResponseT, value)

    def _reads_plainly(self, response: httpx.Response) -> bool:
        """Whether the JSON of a response may be read without asking `_process_response_data`."""
        reads = getattr(self._process_response_data, "__func__", None)
        return reads is ClientCore._process_response_data and not self._strict_response_validation

    def _make_sse_decoder(self) -> SSEBytesDecoder:
        return SSEDecoder()

    def _partial_message(
        self, events: Sequence[Any], event_type: Any, open_index: Optional[int]
    ) -> Any:
        """The message that the events of a broken stream add up to; clients of an API know how."""
        return None
