"""The one place that waits: sending, retrying, and reading what came back.

Two twins.  What they decide is in `_client_core` and below; a difference between them other than
waiting is a mistake.
"""

from __future__ import annotations

import inspect
import itertools
import time
from typing import TYPE_CHECKING, Any, List, Optional, Tuple, Type, cast

import httpx
from typing_extensions import get_origin

from ._bodies import async_read_body, break_of, read_body
from ._call_info import CallClock
from ._client_core import ClientCore
from ._constants import RAW_RESPONSE_HEADER
from ._headers import check_header_values
from ._models import BaseModel, FinalRequestOptions
from ._parsing import ResponseContext, parse_response
from ._platform import known_system
from ._redirects import follow
from ._refusals import refusal
from ._requests import async_content, copy_options, take_cast_to, with_idempotency_key
from ._streaming import AsyncStream, Stream
from ._types import HttpxSendArgs, NotGiven, ResponseT
from ._utils import to_thread

if TYPE_CHECKING:
    from ._collecting import Collector
    from ._deadline import Deadline
    from ._pages import AsyncPageT, SyncPageT
    from ._resending import SentRequest
    from ._response import BaseAPIResponse


def wants_value(response: httpx.Response, cast_to: Any) -> bool:
    """Whether an answer is to become a model, and nothing is wanted of it besides."""
    is_model = isinstance(cast_to, type(BaseModel))
    return is_model and RAW_RESPONSE_HEADER not in response.request.headers


def response_wrapper(
    response: httpx.Response, cast_to: Any, default: Type[BaseAPIResponse[Any]]
) -> Tuple[Any, bool, Any]:
    """How to hand over an answer: the class around it, whether to parse it now, and as what."""
    wanted = response.request.headers.get(RAW_RESPONSE_HEADER)
    if wanted == "true":
        from ._legacy_response import LegacyAPIResponse

        return LegacyAPIResponse, False, cast_to
    from ._response import BaseAPIResponse, extract_response_type

    origin = get_origin(cast_to) or cast_to
    if inspect.isclass(origin) and issubclass(origin, BaseAPIResponse):
        if not issubclass(origin, default):
            raise TypeError(f"API Response types must subclass {default}; Received {origin}")
        return cast_to, False, extract_response_type(cast_to)
    return default, not wanted, cast_to


def _collector(options: FinalRequestOptions) -> Optional[Collector]:
    """What puts the answer together; None if it is not streamed behind the scenes."""
    return None if isinstance(options.collector, NotGiven) else options.collector()


def begin_sending(
    options: FinalRequestOptions, earlier: Optional[SentRequest], total_timeout: Optional[float]
) -> Tuple[FinalRequestOptions, int, CallClock]:
    """What to send, how many attempts there were before, and the clock of them all."""
    if earlier is None:
        return with_idempotency_key(options), 0, CallClock(total_timeout)
    return earlier.options, earlier.retries_taken + 1, earlier.clock


class SyncSending(ClientCore):
    """Sends requests."""

    _client: httpx.Client

    def _prepare_options(self, options: FinalRequestOptions) -> FinalRequestOptions:
        """A hook to change the options of each attempt, before the request is built."""
        return options

    def _prepare_request(self, request: httpx.Request) -> None:
        """A hook to change the request of each attempt before it is sent: to sign it, say."""

    def _request(
        self, cast_to: Any, options: FinalRequestOptions, *, stream: bool, stream_cls: Any
    ) -> Any:
        cast_to, options = take_cast_to(cast_to, options)
        collector = None if stream else _collector(options)
        streams = stream or collector is not None
        response, options, retries_taken = self._send_with_retries(options, stream=streams)
        if collector is not None:
            response, retries_taken = self._collect(collector, response)
        return self._process_response(
            cast_to=cast_to,
            options=options,
            response=response,
            stream=stream,
            stream_cls=stream_cls,
            retries_taken=retries_taken,
        )

    def _send_with_retries(
        self, options: FinalRequestOptions, *, stream: bool, earlier: Optional[SentRequest] = None
    ) -> Tuple[httpx.Response, FinalRequestOptions, int]:
        """The answer, the options that the attempt ended up with, and the retries it took.

        ``earlier`` is the same request, if it was answered before, but by nothing of use.
        """
        original, first, clock = begin_sending(options, earlier, self.total_timeout)
        retries_error = self.retry_policy.retries_error
        for retries_taken in itertools.count(first):
            attempt = self._prepare_options(copy_options(original))
            request = self._build_request(attempt, retries_taken=retries_taken)
            self._prepare_request(request)
            check_header_values(request.headers.raw)
            may_retry = self._may_retry(original, retries_taken)
            response: Optional[httpx.Response] = None
            seconds: Optional[float] = None
            self._log_request(request)
            clock.begin_attempt()
            try:
                response = self._send(request, attempt, clock, stream=stream)
            except httpx.HTTPStatusError as error:
                # An event hook of the HTTP client did not like the status; it is judged below.
                response = error.response
            except Exception as error:
                closed = self._client.is_closed
                refused = refusal(error, self._base_url, closed=closed)
                if may_retry and not closed and refused is None and retries_error(error):
                    seconds = self._delay_before_retry(
                        attempt, request, retries_taken, error, clock
                    )
                if seconds is None:
                    raise self._connection_error(error, request, refused) from error
            if response is not None:
                self._log_response(request, response)
                if response.is_success:
                    clock.stop(response)
                    if stream:
                        from ._resending import SentRequest, keep_request

                        keep_request(response, SentRequest(original, retries_taken, clock))
                    return response, attempt, retries_taken
                if may_retry and self._should_retry(response):
                    seconds = self._delay_before_retry(
                        attempt, request, retries_taken, response, clock
                    )
                if seconds is None:
                    if not response.is_closed:
                        read_body(response)
                    raise self._make_status_error_from_response(response) from break_of(response)
                response.close()
            if seconds is not None:
                time.sleep(seconds)
        raise AssertionError("the count of the retries has no end")

    def _collect(
        self, collector: Collector, response: httpx.Response
    ) -> Tuple[httpx.Response, int]:
        """The answer as a whole, and the retries it took, out of the events of a stream."""
        from ._collecting import attempts_before, collected_response, is_whole

        taken = attempts_before(response)
        if is_whole(response):
            try:
                response.read()
            except httpx.RequestError as error:
                raise self._connection_error(error, response.request) from error
            return response, taken
        stream: Stream[Any] = Stream(
            cast_to=collector.event_type, response=response, client=cast(Any, self)
        )
        collector.follow(stream)
        with stream:
            for event in stream:
                collector.feed(event)
        whole = collected_response(collector, stream.response)
        return whole, attempts_before(stream.response)

    def _send(
        self,
        request: httpx.Request,
        options: FinalRequestOptions,
        clock: CallClock,
        *,
        stream: bool,
    ) -> httpx.Response:
        """Send one request: an answer whose body was read, unless it is to be streamed."""
        stream = stream or self._should_stream_response_body(request)
        deadline = clock.deadline
        if deadline is not None:
            deadline.shorten(request)
        response = self._send_and_follow(request, self._send_arguments(options))
        if deadline is not None:
            deadline.bind(response)
        if not stream:
            read_body(response)
        return response

    def _send_and_follow(self, request: httpx.Request, arguments: HttpxSendArgs) -> httpx.Response:
        """Send a request, and where the server redirects it, there; but not its credentials."""
        client, history = self._client, cast("List[httpx.Response]", [])
        follows = arguments.get("follow_redirects", client.follow_redirects)
        arguments = {**arguments, "follow_redirects": False}
        response = client.send(request, stream=True, **arguments)
        while follows and response.next_request is not None:
            read_body(response)
            request = follow(response, history, client.max_redirects)
            # What an authentication has added is in the headers, for those who may have it.
            response = client.send(request, stream=True, auth=None, follow_redirects=False)
            response.history = list(history)
        return response

    def _process_response(
        self,
        *,
        cast_to: Type[ResponseT],
        options: FinalRequestOptions,
        response: httpx.Response,
        stream: bool,
        stream_cls: Optional[Type[Any]],
        retries_taken: int = 0,
    ) -> Any:
        """What the caller gets for an answer: its parsed value, or a wrapper around it."""
        if (stream or response.is_closed) and wants_value(response, cast_to):
            # Nothing is left to be read, so there is no need for what would read it.
            context = ResponseContext(
                response, cast_to, self, stream, stream_cls, options, retries_taken
            )
            return parse_response(context, None)
        from ._response import APIResponse

        wrapper, parses, parsed_type = response_wrapper(response, cast_to, APIResponse)
        wrapped = wrapper(
            raw=response,
            client=self,
            cast_to=parsed_type,
            stream=stream,
            stream_cls=stream_cls,
            options=options,
            retries_taken=retries_taken,
        )
        return wrapped.parse() if parses else wrapped

    def _request_api_list(
        self, model: Type[Any], page: Type[SyncPageT], options: FinalRequestOptions
    ) -> SyncPageT:
        from ._pages import page_options

        client = cast(Any, self)
        asked = page_options(client, model, options)
        answer: SyncPageT = client.request(page, asked)
        return answer


class AsyncSending(ClientCore):
    """Sends requests without blocking."""

    _client: httpx.AsyncClient

    async def _prepare_options(self, options: FinalRequestOptions) -> FinalRequestOptions:
        """A hook to change the options of each attempt, before the request is built."""
        return options

    async def _prepare_request(self, request: httpx.Request) -> None:
        """A hook to change the request of each attempt before it is sent: to sign it, say."""

    async def _request(
        self, cast_to: Any, options: FinalRequestOptions, *, stream: bool, stream_cls: Any
    ) -> Any:
        cast_to, options = take_cast_to(cast_to, options)
        collector = None if stream else _collector(options)
        streams = stream or collector is not None
        response, options, retries_taken = await self._send_with_retries(options, stream=streams)
        if collector is not None:
            response, retries_taken = await self._collect(collector, response)
        return await self._process_response(
            cast_to=cast_to,
            options=options,
            response=response,
            stream=stream,
            stream_cls=stream_cls,
            retries_taken=retries_taken,
        )

    async def _send_with_retries(
        self, options: FinalRequestOptions, *, stream: bool, earlier: Optional[SentRequest] = None
    ) -> Tuple[httpx.Response, FinalRequestOptions, int]:
        """The answer, the options that the attempt ended up with, and the retries it took.

        ``earlier`` is the same request, if it was answered before, but by nothing of use.
        """
        import anyio

        if not known_system.cache_info().currsize:
            await to_thread(known_system)
        original, first, clock = begin_sending(options, earlier, self.total_timeout)
        retries_error = self.retry_policy.retries_error
        for retries_taken in itertools.count(first):
            attempt = await self._prepare_options(copy_options(original))
            attempt.content = async_content(attempt.content)
            request = self._build_request(attempt, retries_taken=retries_taken)
            await self._prepare_request(request)
            check_header_values(request.headers.raw)
            may_retry = self._may_retry(original, retries_taken)
            response: Optional[httpx.Response] = None
            seconds: Optional[float] = None
            self._log_request(request)
            clock.begin_attempt()
            try:
                response = await self._send(request, attempt, clock, stream=stream)
            except httpx.HTTPStatusError as error:
                # An event hook of the HTTP client did not like the status; it is judged below.
                response = error.response
            except Exception as error:
                closed = self._client.is_closed
                refused = refusal(error, self._base_url, closed=closed)
                if may_retry and not closed and refused is None and retries_error(error):
                    seconds = self._delay_before_retry(
                        attempt, request, retries_taken, error, clock
                    )
                if seconds is None:
                    raise self._connection_error(error, request, refused) from error
            if response is not None:
                self._log_response(request, response)
                if response.is_success:
                    clock.stop(response)
                    if stream:
                        from ._resending import SentRequest, keep_request

                        keep_request(response, SentRequest(original, retries_taken, clock))
                    return response, attempt, retries_taken
                if may_retry and self._should_retry(response):
                    seconds = self._delay_before_retry(
                        attempt, request, retries_taken, response, clock
                    )
                if seconds is None:
                    if not response.is_closed:
                        await async_read_body(response)
                    raise self._make_status_error_from_response(response) from break_of(response)
                await response.aclose()
            if seconds is not None:
                await anyio.sleep(seconds)
        raise AssertionError("the count of the retries has no end")

    async def _collect(
        self, collector: Collector, response: httpx.Response
    ) -> Tuple[httpx.Response, int]:
        """The answer as a whole, and the retries it took, out of the events of a stream."""
        from ._collecting import attempts_before, collected_response, is_whole

        taken = attempts_before(response)
        if is_whole(response):
            try:
                await response.aread()
            except httpx.RequestError as error:
                raise self._connection_error(error, response.request) from error
            return response, taken
        stream: AsyncStream[Any] = AsyncStream(
            cast_to=collector.event_type, response=response, client=cast(Any, self)
        )
        collector.follow(stream)
        async with stream:
            async for event in stream:
                collector.feed(event)
        whole = collected_response(collector, stream.response)
        return whole, attempts_before(stream.response)

    async def _send(
        self,
        request: httpx.Request,
        options: FinalRequestOptions,
        clock: CallClock,
        *,
        stream: bool,
    ) -> httpx.Response:
        """Send one request: an answer whose body was read, unless it is to be streamed."""
        stream = stream or self._should_stream_response_body(request)
        response = await self._send_in_time(request, self._send_arguments(options), clock.deadline)
        if not stream:
            await async_read_body(response)
        return response

    async def _send_in_time(
        self, request: httpx.Request, arguments: HttpxSendArgs, deadline: Optional[Deadline]
    ) -> httpx.Response:
        """The beginning of an answer, before the deadline; it also ends the reading of the rest."""
        if deadline is None:
            return await self._send_and_follow(request, arguments)
        import anyio

        deadline.shorten(request)
        with anyio.move_on_after(deadline.remaining()):
            response = await self._send_and_follow(request, arguments)
            deadline.bind(response)
            return response
        raise deadline.error(request)

    async def _send_and_follow(
        self, request: httpx.Request, arguments: HttpxSendArgs
    ) -> httpx.Response:
        """Send a request, and where the server redirects it, there; but not its credentials."""
        client, history = self._client, cast("List[httpx.Response]", [])
        follows = arguments.get("follow_redirects", client.follow_redirects)
        arguments = {**arguments, "follow_redirects": False}
        response = await client.send(request, stream=True, **arguments)
        while follows and response.next_request is not None:
            await async_read_body(response)
            request = follow(response, history, client.max_redirects)
            # What an authentication has added is in the headers, for those who may have it.
            response = await client.send(request, stream=True, auth=None, follow_redirects=False)
            response.history = list(history)
        return response

    async def _process_response(
        self,
        *,
        cast_to: Type[ResponseT],
        options: FinalRequestOptions,
        response: httpx.Response,
        stream: bool,
        stream_cls: Optional[Type[Any]],
        retries_taken: int = 0,
    ) -> Any:
        """What the caller gets for an answer: its parsed value, or a wrapper around it."""
        if (stream or response.is_closed) and wants_value(response, cast_to):
            # Nothing is left to be read, so there is no need for what would read it.
            context = ResponseContext(
                response, cast_to, self, stream, stream_cls, options, retries_taken
            )
            return parse_response(context, None)
        from ._response import AsyncAPIResponse

        wrapper, parses, parsed_type = response_wrapper(response, cast_to, AsyncAPIResponse)
        wrapped = wrapper(
            raw=response,
            client=self,
            cast_to=parsed_type,
            stream=stream,
            stream_cls=stream_cls,
            options=options,
            retries_taken=retries_taken,
        )
        return await wrapped.parse() if parses else wrapped

    async def _request_api_list(
        self, model: Type[Any], page: Type[AsyncPageT], options: FinalRequestOptions
    ) -> AsyncPageT:
        from ._pages import page_options

        client = cast(Any, self)
        asked = page_options(client, model, options)
        answer: AsyncPageT = await client.request(page, asked)
        return answer
