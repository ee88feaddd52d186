"""Faults of calls that wait for one answer."""

from __future__ import annotations

import gzip
import zlib
from typing import List

import anthropic
from anthropic import _exceptions
from tests.runtime.faults.answers import MESSAGE, STREAM
from tests.runtime.faults.matrix import (
    MESSAGE_ITSELF,
    TEXT_ITSELF,
    Connection,
    Fault,
    Seen,
    Status,
    Timeout,
    breaks,
    invalid,
    no_json,
)
from tests.runtime.faults.server import (
    Script,
    answer,
    chunk,
    drip,
    half_close,
    hang,
    head,
    pause,
    reset,
)

_GZIP = gzip.compress(MESSAGE)
_SOON = pause(0.01)

NO_ANSWER: List[Fault] = [
    Fault("Nobody listens at the address", breaks(says="Connect"), None),
    Fault("The connection is reset before the answer", breaks(), [reset]),
    Fault("The connection is closed before the answer", breaks(says="disconnected"), []),
    Fault("The server closes its half of the connection", breaks(), [half_close]),
    Fault(
        "The connection is reset within the headers",
        breaks(),
        [head()[:30], _SOON, reset],
    ),
    Fault("The connection is closed within the headers", breaks(), [head()[:30]]),
    Fault("The server speaks another protocol", breaks(), [b"220 ready for mail\r\n"]),
    Fault("The headers are larger than 100 kB", breaks(), [answer(MESSAGE, x="a" * 200_000)]),
    Fault("The `content-length` is no number", breaks(), [head(content_length="x") + MESSAGE]),
    Fault(
        "Nothing arrives within the `timeout`",
        Seen(Timeout, again=True, says="timed out"),
        [hang],
        options={"timeout": 0.1},
    ),
    Fault(
        "Nothing arrives within the `total_timeout`",
        Seen(Timeout, says="timed out"),
        [hang],
        options={"total_timeout": 0.1},
    ),
]

PART_OF_AN_ANSWER: List[Fault] = [
    Fault(
        "The connection is reset within the body",
        breaks(),
        [answer(MESSAGE)[:-20], _SOON, reset],
    ),
    Fault(
        "The connection is closed before the `content-length` is reached",
        breaks(says="complet"),
        [head(content_length=len(MESSAGE) + 5) + MESSAGE],
    ),
    Fault(
        "The size of a chunk is no number",
        breaks(says="chunk"),
        [head(transfer_encoding="chunked") + b"zz\r\n" + MESSAGE],
    ),
    Fault(
        "The last chunk is missing",
        breaks(says="complet"),
        [head(transfer_encoding="chunked") + chunk(MESSAGE)],
    ),
    Fault(
        "The compressed body is corrupt",
        breaks(says="decompressing"),
        [answer(_GZIP[:20] + bytes(8) + _GZIP[28:], content_encoding="gzip")],
    ),
    Fault(
        "The body is said to be compressed, but is not",
        breaks(says="decompressing"),
        [answer(MESSAGE, content_encoding="gzip")],
    ),
    Fault(
        "The body drips, each byte within the `timeout`",
        Seen(MESSAGE_ITSELF),
        [answer(MESSAGE)[:-20], drip(answer(MESSAGE)[-20:], 0.005)],
    ),
    Fault(
        "The headers drip beyond the `total_timeout`",
        Seen(Timeout, says="`total_timeout`"),
        [drip(head(x="x" * 100), 0.01)],
        options={"total_timeout": 0.2},
    ),
    Fault(
        "The body drips beyond the `total_timeout`",
        Seen(Timeout, says="`total_timeout`"),
        [answer(MESSAGE)[: -len(MESSAGE)], drip(MESSAGE, 0.01)],
        options={"total_timeout": 0.2},
    ),
]
OTHER_ANSWERS: List[Fault] = [
    Fault(
        "A page of HTML, with status 200",
        Seen(TEXT_ITSELF),
        [answer(b"<html>Welcome</html>", content_type="text/html")],
    ),
    Fault(
        "The same, with `_strict_response_validation=True`",
        invalid("Content-Type"),
        [answer(b"<html>Welcome</html>", content_type="text/html")],
        options={"_strict_response_validation": True},
    ),
    Fault(
        "No content (204)",
        Seen(TEXT_ITSELF),
        [head("204 No Content", content_type="", connection="close")],
    ),
    Fault(
        "A stream of events, where none was asked for",
        Seen(TEXT_ITSELF),
        [answer(STREAM, content_type="text/event-stream")],
    ),
    Fault("An empty body, as JSON", no_json("is empty"), [answer(b"")]),
    Fault("A body that is not JSON, as JSON", no_json("is not JSON"), [answer(b"{oops")]),
    Fault("JSON that is cut off", no_json("Unterminated string"), [answer(MESSAGE[:-9])]),
    Fault(
        "A `content-length` that is too small",
        no_json("is not JSON"),
        [head(content_length=len(MESSAGE) - 5) + MESSAGE],
        aiohttp=breaks(),
    ),
    Fault(
        "JSON that is not UTF-8",
        no_json("invalid start byte"),
        [answer(MESSAGE.replace(b"hello", b"h\xff"))],
    ),
    Fault(
        "A compressed body that is cut off",
        no_json("is not JSON"),
        [answer(_GZIP[:-30], content_encoding="gzip")],
    ),
    Fault(
        "JSON that is called text or HTML",
        Seen(MESSAGE_ITSELF),
        [answer(MESSAGE, content_type="text/html")],
    ),
    Fault("No `content-type`", Seen(MESSAGE_ITSELF), [answer(MESSAGE, content_type="")]),
    Fault("A byte order mark", Seen(MESSAGE_ITSELF), [answer(b"\xef\xbb\xbf" + MESSAGE)]),
    Fault("A body in gzip", Seen(MESSAGE_ITSELF), [answer(_GZIP, content_encoding="gzip")]),
    Fault(
        "A body in deflate",
        Seen(MESSAGE_ITSELF),
        [answer(zlib.compress(MESSAGE), content_encoding="deflate")],
    ),
    Fault(
        "Interim answers (100, 103) before the real one",
        Seen(MESSAGE_ITSELF),
        [
            b"HTTP/1.1 100 Continue\r\n\r\n",
            b"HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n",
            answer(MESSAGE),
        ],
    ),
    Fault(
        "HTTP/1.0, where the end of the connection ends the body",
        Seen(MESSAGE_ITSELF),
        [b"HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n" + MESSAGE],
    ),
]

_SAID = b'{"type": "error", "error": {"type": "some_error", "message": "no"}}'


def status(code: int, body: bytes = _SAID, **headers: object) -> Script:
    return [answer(body, f"{code} Some", **headers)]


STATUSES: List[Fault] = [
    Fault("400", Seen(anthropic.BadRequestError, says="400"), status(400)),
    Fault("401", Seen(anthropic.AuthenticationError, says="401"), status(401)),
    Fault("403", Seen(anthropic.PermissionDeniedError, says="403"), status(403)),
    Fault("404", Seen(anthropic.NotFoundError, says="404"), status(404)),
    Fault("408", Seen(Status, again=True, says="408"), status(408)),
    Fault("409", Seen(anthropic.ConflictError, again=True, says="409"), status(409)),
    Fault("413", Seen(_exceptions.RequestTooLargeError, says="413"), status(413)),
    Fault("422", Seen(anthropic.UnprocessableEntityError, says="422"), status(422)),
    Fault("429", Seen(anthropic.RateLimitError, again=True, says="429"), status(429)),
    Fault("500, 502, 503, 504", Seen(anthropic.InternalServerError, again=True), status(503)),
    Fault("529", Seen(_exceptions.OverloadedError, again=True, says="529"), status(529)),
    Fault("Every other status from 400 to 499", Seen(Status, says="418"), status(418)),
    Fault(
        "400 with `x-should-retry: true`",
        Seen(anthropic.BadRequestError, again=True),
        status(400, x_should_retry="true"),
    ),
    Fault(
        "429 with `x-should-retry: false`",
        Seen(anthropic.RateLimitError),
        status(429, x_should_retry="false"),
    ),
    Fault(
        "502 with a page of HTML",
        Seen(anthropic.InternalServerError, again=True, says="<html>"),
        status(502, b"<html>Bad gateway</html>", content_type="text/html"),
    ),
    Fault("304, or a redirect to nowhere", Seen(Status, says="307"), status(307, b"")),
    Fault(
        "A redirect that leads in circles (sent 20 times)",
        Seen(Connection, says="redirected the request 20 times"),
        status(307, location="/v1/messages"),
    ),
    Fault(
        "A redirect to something that is not HTTP",
        Seen(Connection, says="cannot be used"),
        status(307, location="ftp://127.0.0.1/"),
    ),
    Fault(
        "An error whose body breaks off",
        Seen(anthropic.BadRequestError, says="the rest of the answer did not arrive"),
        [head("400 Some", content_length=50) + b"{"],
    ),
    Fault(
        "529, whose body breaks off",
        Seen(_exceptions.OverloadedError, again=True, says="529"),
        [head("529 Some", content_length=50) + b"{"],
    ),
    Fault(
        "An error whose compressed body is corrupt",
        Seen(anthropic.BadRequestError, says="400"),
        [answer(b"no gzip", "400 Some", content_encoding="gzip")],
    ),
    Fault(
        "An error whose body drips beyond the `total_timeout`",
        Seen(anthropic.BadRequestError, says="`total_timeout`"),
        [head("400 Some", content_length=900), drip(b"x" * 900, 0.01)],
        options={"total_timeout": 0.2},
    ),
]
