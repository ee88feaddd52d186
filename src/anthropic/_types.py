"""The vocabulary of the run time: sentinels, file inputs, request options, type variables.

Nothing here does any work, and annotations are read at once: TypedDicts would compile each from its
text.  Two sentinels matter to callers:

* ``omit`` leaves a parameter, header or field out of the request;
* ``not_given`` says "no choice was made, use the default" where ``None`` has a meaning of its own
  (a timeout of ``None`` waits for ever).
"""

from os import PathLike
from typing import (
    IO,
    TYPE_CHECKING,
    Any,
    AsyncIterable,
    Callable,
    Dict,
    Iterable,
    Iterator,
    List,
    Mapping,
    Optional,
    Protocol,
    Sequence,
    Set,
    Tuple,
    Type,
    TypeVar,
    Union,
    overload,
    runtime_checkable,
)

import httpx
from httpx import URL, AsyncBaseTransport, BaseTransport, Proxy, Response
from httpx import Timeout as Timeout
from typing_extensions import Literal, SupportsIndex, TypeAlias, TypedDict

if TYPE_CHECKING:
    import pydantic

    from ._legacy_response import HttpxBinaryResponseContent
    from ._models import BaseModel
    from ._response import APIResponse, AsyncAPIResponse

Transport = BaseTransport
AsyncTransport = AsyncBaseTransport

NoneType: Type[None] = type(None)


# -- sentinels ------------------------------------------------------------------------------------


class NotGiven:
    """The type of ``not_given``: stands for "the caller made no choice". Falsy.

    For parameters where ``None`` is itself a choice, such as ``timeout``.
    """

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "NOT_GIVEN"


not_given = NotGiven()
# The older spelling.  A separate instance: compare with `isinstance`, not with `is`.
NOT_GIVEN = NotGiven()


class Omit:
    """The type of ``omit``: stands for "leave this out of the request". Falsy.

    As a parameter it means that nothing is sent under that name; as a header value it removes a
    header that would be sent otherwise.
    """

    def __bool__(self) -> Literal[False]:
        return False


omit = Omit()


# -- files and bodies -----------------------------------------------------------------------------

Base64FileInput = Union[IO[bytes], PathLike[str]]
"""A file whose content is sent base64-encoded inside a JSON body: an open binary file or a path."""

FileContent = Union[IO[bytes], bytes, PathLike[str]]
"""The content of an upload: an open binary file, the bytes themselves, or a path to read."""

FileTypes = Union[
    FileContent,
    Tuple[Optional[str], FileContent],
    Tuple[Optional[str], FileContent, Optional[str]],
    Tuple[Optional[str], FileContent, Optional[str], Mapping[str, str]],
]
"""An upload: its content, or ``(filename, content[, content type[, headers]])``."""

RequestFiles = Union[Mapping[str, FileTypes], Sequence[Tuple[str, FileTypes]]]

# The same shapes as httpx takes them: nothing is a path any more.
HttpxFileContent = Union[IO[bytes], bytes]
HttpxFileTypes = Union[
    HttpxFileContent,
    Tuple[Optional[str], HttpxFileContent],
    Tuple[Optional[str], HttpxFileContent, Optional[str]],
    Tuple[Optional[str], HttpxFileContent, Optional[str], Mapping[str, str]],
]
HttpxRequestFiles = Union[Mapping[str, HttpxFileTypes], Sequence[Tuple[str, HttpxFileTypes]]]

BinaryTypes = Union[bytes, bytearray, IO[bytes], Iterable[bytes]]
"""A request body that is sent as it is, by a synchronous client."""

AsyncBinaryTypes = Union[bytes, bytearray, IO[bytes], AsyncIterable[bytes]]
"""A request body that is sent as it is, by an asynchronous client."""


# -- requests -------------------------------------------------------------------------------------

Headers = Mapping[str, Union[str, Omit]]
Query = Mapping[str, object]
Body = object
AnyMapping = Mapping[str, object]

ProxiesDict = Dict[Union[str, URL], Union[None, str, URL, Proxy]]
ProxiesTypes = Union[str, Proxy, ProxiesDict]

PostParser = Callable[[Any], Any]
"""Called with the parsed response; what it returns is handed to the caller instead."""


class RequestOptions(TypedDict, total=False):
    """What a single request may override; the ``options`` of ``client.get`` and its siblings."""

    headers: Headers
    max_retries: int
    timeout: Union[float, Timeout, None]
    params: Query
    extra_json: AnyMapping
    idempotency_key: str
    follow_redirects: bool


class HttpxSendArgs(TypedDict, total=False):
    """Keyword arguments for ``httpx.Client.send``."""

    auth: httpx.Auth
    follow_redirects: bool


class HttpxRequestArgs(TypedDict, total=False):
    """Keyword arguments for ``httpx.Client.build_request``, beside method, URL and headers."""

    content: Any
    data: Any
    files: Any
    params: Any
    timeout: Union[float, Timeout, None]
    extensions: Dict[str, Any]


# -- typing helpers -------------------------------------------------------------------------------

StrBytesIntFloat = Union[str, bytes, int, float]

IncEx: TypeAlias = Union[
    Set[int],
    Set[str],
    Mapping[int, Union["IncEx", bool]],
    Mapping[str, Union["IncEx", bool]],
]
"""Which fields to put into a dump, or to leave out of it, as pydantic takes it."""


@runtime_checkable
class HeadersLikeProtocol(Protocol):
    """A header mapping that may know its names in any case, such as ``httpx.Headers``."""

    def get(self, __key: str) -> Optional[str]: ...


HeadersLike = Union[Headers, HeadersLikeProtocol]


class ModelBuilderProtocol(Protocol):
    """A response class that builds itself from the raw response."""

    @classmethod
    def build(cls, *, response: Response, data: object) -> Any: ...


ModelT = TypeVar("ModelT", bound="pydantic.BaseModel")

ResponseT = TypeVar(
    "ResponseT",
    bound=Union[
        object,
        str,
        None,
        "BaseModel",
        List[Any],
        Dict[str, Any],
        Response,
        ModelBuilderProtocol,
        "APIResponse[Any]",
        "AsyncAPIResponse[Any]",
        "HttpxBinaryResponseContent",
    ],
)

_ItemT_co = TypeVar("_ItemT_co", covariant=True)

if TYPE_CHECKING:
    # `str` satisfies `Sequence[str]`, so a caller who forgets the brackets would send letters.
    # This protocol asks for what every sequence but `str` has: `__contains__` of any object.
    class SequenceNotStr(Protocol[_ItemT_co]):
        """A sequence that is not a string."""

        @overload
        def __getitem__(self, index: SupportsIndex, /) -> _ItemT_co: ...
        @overload
        def __getitem__(self, index: slice, /) -> Sequence[_ItemT_co]: ...
        def __contains__(self, value: object, /) -> bool: ...
        def __len__(self) -> int: ...
        def __iter__(self) -> Iterator[_ItemT_co]: ...
        def index(self, value: Any, start: int = 0, stop: int = ..., /) -> int: ...
        def count(self, value: Any, /) -> int: ...
        def __reversed__(self) -> Iterator[_ItemT_co]: ...
else:
    # pydantic and the typing helpers know how to walk this one.
    SequenceNotStr = Sequence
