"""From the options of a request to what httpx is asked to send.  Pure: no sockets, no clocks."""

from __future__ import annotations

import io
import math
import uuid
import warnings
from typing import (
    Any,
    AsyncIterable,
    AsyncIterator,
    Dict,
    Iterable,
    List,
    Mapping,
    Optional,
    Sequence,
    Tuple,
    Union,
    cast,
)

import httpx

from ._compat import PYDANTIC_V1
from ._constants import DEFAULT_TIMEOUT, OVERRIDE_CAST_TO_HEADER
from ._headers import JSON_HEADERS, check_mapping
from ._large_bodies import encoded_body
from ._models import FinalRequestOptions, options_of, without_not_given
from ._qs import Querystring
from ._travel import check_url
from ._types import Body, HttpxFileTypes, HttpxRequestArgs, NotGiven, Omit, Query, RequestOptions
from ._utils._utils import is_given, is_list, is_mapping

# As httpx declares it; the values here are all texts.
_Pairs = List[Tuple[str, Union[str, int, float, bool, None]]]

_MULTIPART = "multipart/form-data"
_CHUNK_SIZE = 65_536

_HTTPX_DEFAULT_TIMEOUT = httpx.Timeout(5.0)
# An answer of this many tokens takes an hour, at the slowest.
_TOKENS_OF_LONGEST_ANSWER = 128_000
_SECONDS_PER_LONGEST_ANSWER = 60 * 60
_LONGEST_WAIT = 60 * 10


# -- options --------------------------------------------------------------------------------------


def request_options(
    *,
    timeout: object,
    post_parser: object,
    collector: object,
    **given: object,
) -> RequestOptions:
    """The options that were given: ``None`` says nothing, save for a timeout."""
    options = {name: value for name, value in given.items() if value is not None}
    if "headers" in options:
        check_mapping("extra_headers", options["headers"])
    whatever = {"timeout": timeout, "post_parser": post_parser, "collector": collector}
    for name, value in whatever.items():
        if not isinstance(value, (NotGiven, Omit)):
            options[name] = value
    return cast(RequestOptions, options)


def merged_params(query: Optional[Query], extra: Optional[Query]) -> Optional[Query]:
    """The query params of a method with the caller's over them."""
    if extra:
        check_mapping("extra_query", extra)
    if query is None:
        return extra
    return {**{key: value for key, value in query.items() if is_given(value)}, **(extra or {})}


def final_options(
    method: str,
    path: str,
    options: Mapping[str, Any],
    body: Optional[Body] = None,
    content: Any = None,
    files: Any = None,
) -> FinalRequestOptions:
    """Everything that one request is built from: the arguments of a verb in one object."""
    check_body(body, content, files)
    values: Dict[str, Any] = {"method": method, "url": path, "json_data": body, "content": content}
    if files is not None:
        values["files"] = files
    return FinalRequestOptions.construct(**{**values, **options})


def copy_options(options: FinalRequestOptions, **changes: Any) -> FinalRequestOptions:
    """Options for one attempt: what a hook changes at their top level is gone in the next."""
    values: Dict[str, Any] = {**options.__dict__, **changes}
    for name in ("json_data", "headers", "params"):
        value = values[name]
        if isinstance(value, dict):
            values[name] = {**without_not_given(value)}
    given: Any = options
    fields_set = given.__fields_set__ if PYDANTIC_V1 else given.model_fields_set
    return options_of(values, {*fields_set, *changes})


def with_idempotency_key(options: FinalRequestOptions) -> FinalRequestOptions:
    """Options that name the request, so that all its attempts can be told to be one."""
    if options.idempotency_key is not None or options.method.lower() == "get":
        return options
    return copy_options(options, idempotency_key=f"stainless-python-retry-{uuid.uuid4()}")


def take_cast_to(cast_to: Any, options: FinalRequestOptions) -> Tuple[Any, FinalRequestOptions]:
    """The class that the response becomes, and the options without a header that overrode it.

    The wrappers of methods that return binary responses put their class into the headers.
    """
    headers = options.headers
    if isinstance(headers, NotGiven) or OVERRIDE_CAST_TO_HEADER not in headers:
        return cast_to, options
    copied = copy_options(options)
    rest: Dict[str, Any] = dict(headers)
    override = rest.pop(OVERRIDE_CAST_TO_HEADER)
    copied.headers = rest
    return override, copied


def is_replayable(options: FinalRequestOptions) -> bool:
    """Whether the body can be sent again: not so if the first attempt used it up."""
    content = options.content
    if hasattr(content, "__next__") or hasattr(content, "__anext__"):
        return isinstance(content, io.IOBase) and content.seekable()
    files: Any = options.files or ()
    for _, file in files.items() if is_mapping(files) else files:
        if not _is_readable_again(file[1] if isinstance(file, tuple) else file):
            return False
    return True


def _is_readable_again(content: Any) -> bool:
    if not hasattr(content, "read"):
        return True
    # Objects that merely resemble files say less: some can be rewound, and do not say so.
    is_seekable = getattr(content, "seekable", None)
    return hasattr(content, "seek") if is_seekable is None else bool(is_seekable())


# -- the URL --------------------------------------------------------------------------------------


def join_url(base_url: httpx.URL, path: str) -> httpx.URL:
    """A path below the base URL; an absolute URL as it is."""
    url = httpx.URL(path)
    if not url.is_relative_url:
        return url
    check_url(base_url)
    return base_url.copy_with(raw_path=base_url.raw_path + url.raw_path.lstrip(b"/"))


def with_trailing_slash(url: httpx.URL) -> httpx.URL:
    """A base URL, below which paths can be put."""
    if url.raw_path.endswith(b"/"):
        return url
    return url.copy_with(raw_path=url.raw_path + b"/")


def split_query(
    url: httpx.URL,
    params: Mapping[str, object],
    querystring: Querystring,
    *,
    joined_by_client: bool = False,
) -> Tuple[httpx.URL, Optional[_Pairs]]:
    """A URL without its query, and the pairs of that query together with ``params``.

    httpx would replace the query of the URL by the params (or merge them, before 0.28); here a
    param replaces just the pairs of its own name.  Without params the URL is left as it is, unless
    the httpx client will add some of its own (``joined_by_client``).
    """
    if not params and not joined_by_client:
        return url, None
    given = {key: value for key, value in params.items() if not isinstance(value, (Omit, NotGiven))}
    pairs = querystring.stringify_items(given)
    if not pairs and not joined_by_client:
        return url, None
    if not url.query:
        return url, [*pairs]
    names = {name for name, _ in pairs}
    kept = [(name, value) for name, value in url.params.multi_items() if name not in names]
    return url.copy_with(query=None), [*kept, *pairs]


# -- headers --------------------------------------------------------------------------------------


def timeout_header(timeout: Union[float, httpx.Timeout, None, NotGiven]) -> Union[str, NotGiven]:
    """The timeout that a request sets, as a header: that for reading, if there are several."""
    if isinstance(timeout, NotGiven):
        return timeout
    return str(timeout.read if isinstance(timeout, httpx.Timeout) else timeout)


# -- the body -------------------------------------------------------------------------------------


def http_arguments(
    options: FinalRequestOptions,
    headers: httpx.Headers,
    url: httpx.URL,
    *,
    default_timeout: Union[float, httpx.Timeout, None],
) -> Dict[str, Any]:
    """The timeout, the body and what else goes to ``httpx.Client.build_request``."""
    timeout = default_timeout if isinstance(options.timeout, NotGiven) else options.timeout
    if isinstance(timeout, (str, bytes, list, dict)):
        raise TypeError(
            f"`timeout` must be a number of seconds or an `httpx.Timeout`, not {timeout!r}"
        )
    arguments: Dict[str, Any] = {
        "timeout": timeout,
        **body_arguments(options, headers),
    }
    if "_" in url.host:
        # TLS refuses underscores in the host name that a client presents.
        arguments["extensions"] = {"sni_hostname": url.host.replace("_", "-")}
    return arguments


class _Multipart(Dict[str, HttpxFileTypes]):
    """Files of a multipart request; true even when empty, which httpx asks before it obeys."""

    def __bool__(self) -> bool:
        return True


def body_arguments(options: FinalRequestOptions, headers: httpx.Headers) -> HttpxRequestArgs:
    """The body, as arguments for ``httpx.Client.build_request``.

    Takes the Content-Type out of ``headers`` where httpx has to write it (multipart needs a
    boundary) or where there is no body (GET).
    """
    if options.method.lower() == "get":
        headers.pop("Content-Type", None)
        return {}
    if options.content is not None:
        return {"content": _content(options.content)}
    data = _json_data(options.json_data, options.extra_json)
    content_type = headers.get("Content-Type", "")
    # Files cannot be sent as JSON, which is what the client declares a body to be.
    holds_files = bool(options.files) and content_type in ("", JSON_HEADERS["Content-Type"])
    if content_type.startswith(_MULTIPART) or holds_files:
        if "boundary" not in content_type:
            headers.pop("Content-Type", None)
        return {"data": _form_fields(data), "files": options.files or _Multipart()}
    if options.files:
        return {"files": options.files}
    if data is None:
        return {}
    return {"content": data if isinstance(data, bytes) else encoded_body(data)}


def _content(content: Any) -> Any:
    if isinstance(content, bytearray):
        return bytes(content)
    if isinstance(content, io.IOBase) and content.seekable():
        # An earlier attempt may have read it.
        content.seek(0)
    return cast(Any, content)


def _json_data(data: Optional[Body], extra: Any) -> Any:
    """The documented body with the caller's additions over it."""
    if extra is None:
        return data
    if data is None:
        return _without_omitted(extra)
    if not is_mapping(data):
        raise RuntimeError(
            f"Unexpected JSON data type, {type(data)}, cannot merge with `extra_body`"
        )
    if not is_mapping(extra):
        raise TypeError(
            f"`extra_body` must be a mapping to be merged over the body, not {type(extra)}"
        )
    return _without_omitted({**data, **extra})


def _without_omitted(data: Any) -> Any:
    if not is_mapping(data) or not any(isinstance(value, Omit) for value in data.values()):
        return data
    return {key: value for key, value in data.items() if not isinstance(value, Omit)}


def _form_fields(data: object) -> Dict[str, Any]:
    """A JSON body as form fields: nested keys in brackets, lists under one repeated key."""
    if data is None:
        return {}
    if not is_mapping(data):
        raise TypeError(
            f"Expected the body of a multipart request to be a mapping, which becomes its form "
            f"fields, but received {type(data)}"
        )
    fields: Dict[str, Any] = {}
    for key, value in Querystring().stringify_items(data, array_format="brackets"):
        earlier = fields.get(key)
        if earlier is None:
            fields[key] = value
        elif is_list(earlier):
            earlier.append(value)
        else:
            fields[key] = [earlier, value]
    return fields


# -- content for asynchronous clients -------------------------------------------------------------


def async_content(content: Any) -> Any:
    """Content as ``httpx.AsyncClient`` takes it: it refuses files and synchronous iterators."""
    if content is None or isinstance(content, (bytes, bytearray, str, AsyncIterable)):
        return cast(Any, content)
    if hasattr(content, "read"):
        return _read_chunks(content)
    return _iterate(content)


async def _read_chunks(file: Any) -> AsyncIterator[bytes]:
    from ._utils import to_thread

    if file.seekable():
        file.seek(0)
    while True:
        chunk: bytes = await to_thread(file.read, _CHUNK_SIZE)
        if not chunk:
            return
        yield chunk


async def _iterate(chunks: Iterable[bytes]) -> AsyncIterator[bytes]:
    for chunk in chunks:
        yield chunk


# -- what callers may not pass --------------------------------------------------------------------


def check_http_client(http_client: object, expected: type) -> None:
    """Raise ``TypeError`` for a client of the other flavour, or for no client at all."""
    if http_client is not None and not isinstance(http_client, expected):
        raise TypeError(
            f"Invalid `http_client` argument; Expected an instance of "
            f"`httpx.{expected.__name__}` but got {type(http_client)}"
        )


def check_client_arguments(max_retries: object, headers: object, query: object) -> None:
    """Raise ``TypeError`` or ``ValueError`` for what no client can work with."""
    check_mapping("default_headers", headers or {})
    check_mapping("default_query", query or {})
    _check_max_retries(max_retries)


def _check_max_retries(max_retries: object) -> None:
    if max_retries is None:
        raise TypeError(
            "max_retries cannot be None. Pass 0 to disable retries, a very high number for "
            "unlimited retries, or `anthropic.DEFAULT_MAX_RETRIES` for the default."
        )
    if max_retries == math.inf:
        return
    if not hasattr(max_retries, "__index__"):
        raise TypeError(f"`max_retries` must be a whole number, not {max_retries!r}")
    if cast(int, max_retries) < 0:
        raise ValueError(
            f"`max_retries` must not be negative, but is {max_retries!r}; 0 disables retries."
        )


def check_timeout(timeout: object) -> None:
    """Raise ``TypeError`` or ``ValueError`` for what no connection can be waited for."""
    if isinstance(timeout, httpx.Timeout):
        parts: Sequence[object] = (timeout.connect, timeout.read, timeout.write, timeout.pool)
    else:
        # What httpx takes as well: the timeouts of connecting, reading, writing and of the pool.
        parts = cast("Sequence[object]", timeout) if isinstance(timeout, tuple) else (timeout,)
    for seconds in parts:
        if seconds is None:
            continue
        if not hasattr(seconds, "__float__"):
            raise TypeError(
                f"`timeout` must be a number of seconds or an `httpx.Timeout`, not {timeout!r}"
            )
        if not cast(float, seconds) >= 0:
            raise ValueError(
                f"`timeout` must not be negative, but is {timeout!r}. Pass None to wait for ever."
            )


def check_body(body: object, content: object, files: object) -> None:
    """Raise ``TypeError`` for two bodies at once; warn the caller of the verb about raw bytes."""
    if body is not None and content is not None:
        raise TypeError("Passing both `body` and `content` is not supported; choose one of them")
    if files is not None and content is not None:
        raise TypeError("Passing both `files` and `content` is not supported; choose one of them")
    if isinstance(body, bytes):
        warnings.warn(
            "Passing raw bytes as `body` is deprecated and will be removed in a future version. "
            "Please pass raw bytes via the `content` parameter instead.",
            DeprecationWarning,
            stacklevel=4,
        )


# -- timeouts -------------------------------------------------------------------------------------


def chosen_timeout(
    timeout: Union[float, httpx.Timeout, None, NotGiven], http_client: Any
) -> Union[float, httpx.Timeout, None]:
    """The timeout of a client: the one given, or else that of its HTTP client if it has its own.

    Raises for one that cannot be; see `check_timeout`.
    """
    if not isinstance(timeout, NotGiven):
        check_timeout(timeout)
        # Sockets take no infinite time.
        return None if timeout == math.inf else timeout
    if http_client is not None and http_client.timeout != _HTTPX_DEFAULT_TIMEOUT:
        return cast(httpx.Timeout, http_client.timeout)
    return DEFAULT_TIMEOUT


def may_take_long(max_tokens: float, cap: Optional[int]) -> bool:
    """Whether an answer of up to ``max_tokens`` may take more than ten minutes.

    Also where the model has a ``cap`` that the answer may exceed.
    """
    expected_seconds = _SECONDS_PER_LONGEST_ANSWER * max_tokens / _TOKENS_OF_LONGEST_ANSWER
    return expected_seconds > _LONGEST_WAIT or (cap is not None and max_tokens > cap)


def nonstreaming_timeout(max_tokens: int, cap: Optional[int]) -> httpx.Timeout:
    """The timeout for an answer of up to ``max_tokens`` that is not streamed.

    Raises ``ValueError`` where the answer may take longer than connections live, or where the
    model has a ``cap`` that the answer may exceed.
    """
    if may_take_long(max_tokens, cap):
        raise ValueError(
            "Streaming is required for operations that may take longer than 10 minutes: "
            f"`max_tokens` is {max_tokens}. Use `stream=True` or `messages.stream()`, make the "
            "client with `long_requests='stream'`, ask for fewer tokens, or set a `timeout` of "
            "your own."
        )
    return httpx.Timeout(_LONGEST_WAIT, connect=5.0)
