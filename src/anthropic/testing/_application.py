"""From a request to an answer: identity, rights, route, checks, handler. Knows no sockets."""

from __future__ import annotations

import hmac
import json
import logging
from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Tuple
from urllib.parse import parse_qsl, urlsplit

from ._batches import split_problems
from ._description import Operation
from ._errors import ApiError, invalid, not_found
from ._exchange import Answer, Request, error_answer
from ._faults import Fault, Faults, interrupted
from ._multipart import Part, parse_form
from ._routes import Match, find_route
from ._schema import describe
from ._state import State
from ._values import JsonObject, is_object

__all__ = ["Application", "RawRequest"]

_VERSIONS = ("2023-06-01", "2023-01-01")
_FILE_LIMIT = 500 * 1024 * 1024

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RawRequest:
    """A request as it came over the wire; header names are lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    origin: str

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> Dict[str, str]:
        """The query parameters; of a repeated one, the last."""
        return dict(parse_qsl(urlsplit(self.target).query, keep_blank_values=True))


class Application:
    """Answers requests. Safe to call from several threads."""

    def __init__(self, state: State, api_key: str) -> None:
        self.state = state
        self.faults = Faults()
        self._api_key = api_key

    def body_limit(self, path: str) -> int:
        """The largest body that a path takes, in bytes: uploads may be larger than messages."""
        limit = self.state.settings.max_body_bytes
        return max(limit, _FILE_LIMIT) if path == "/v1/files" else limit

    def answer(self, raw: RawRequest) -> Answer:
        """The answer to a request; every one of them carries a `request-id`."""
        with self.state.lock:
            seed = f"{raw.method} {raw.target} {raw.body.decode('latin-1')}"
            request_id = self.state.ids.new("req", seed)
            try:
                answer = self._handled(raw, request_id)
            except ApiError as error:
                answer = error_answer(error, request_id)
            except Exception:
                log.exception("The local server failed to answer %s %s", raw.method, raw.path)
                answer = error_answer(ApiError(500), request_id)
        answer.headers["request-id"] = request_id
        return answer

    def refuse_body(self, raw: RawRequest, limit: int) -> Answer:
        """The answer to a request whose body is larger than `limit` bytes."""
        with self.state.lock:
            request_id = self.state.ids.new("req", f"{raw.method} {raw.target}")
        message = f"Request exceeds the maximum size of {limit} bytes"
        answer = error_answer(ApiError(413, message), request_id)
        answer.headers["request-id"] = request_id
        return answer

    def _handled(self, raw: RawRequest, request_id: str) -> Answer:
        fault = self.faults.next_for(raw.headers)
        if fault is not None and fault.after_events is None:
            raise fault.error
        answer = self._routed(raw, request_id)
        return _with_fault(answer, fault, request_id)

    def _routed(self, raw: RawRequest, request_id: str) -> Answer:
        self._check_identity(raw.headers)
        match = find_route(raw.path)
        if match is None:
            raise not_found(f"There is no path {raw.path}")
        route = match.routes.get(raw.method)
        if route is None:
            allowed = ", ".join(sorted(match.routes))
            raise ApiError(
                405, f"{raw.path} takes {allowed}, not {raw.method}", headers={"allow": allowed}
            )
        _check_version(raw.headers)
        beta, operation = self._operation(raw, match)
        if route.needs_beta is not None:
            _check_beta(raw.headers, route.needs_beta)
        request = Request(
            id=request_id,
            method=raw.method,
            path=raw.path,
            query=raw.query,
            headers=raw.headers,
            body=raw.body,
            origin=raw.origin,
            beta=beta,
            path_params=match.params,
        )
        if operation is not None:
            operation.check_parameters(request.query, request.path_params)
            _read_body(request, operation)
        return route.handler(self.state, request)

    def _check_identity(self, headers: Mapping[str, str]) -> None:
        key, bearer = headers.get("x-api-key"), headers.get("authorization")
        expected = self._api_key.encode()
        if key is not None and hmac.compare_digest(key.encode(), expected):
            return
        if bearer is not None:
            scheme, _, token = bearer.partition(" ")
            if scheme.lower() == "bearer" and hmac.compare_digest(token.strip().encode(), expected):
                return
            if key is None:
                raise ApiError(401, "invalid bearer token")
        raise ApiError(401, "x-api-key header is required" if key is None else "invalid x-api-key")

    def _operation(self, raw: RawRequest, match: Match) -> Tuple[bool, Optional[Operation]]:
        """The operation of the description, and whether it is a beta one.

        Naming a beta in the header opens its parameters as well, as in the API; a path that only
        the beta API has needs no flag.
        """
        description = self.state.description
        beta = raw.query.get("beta") == "true" or bool(raw.headers.get("anthropic-beta"))
        found = description.operation(raw.method, match.template, beta)
        if found is None:
            beta = not beta
            found = description.operation(raw.method, match.template, beta)
        return beta, found


def _with_fault(answer: Answer, fault: Optional[Fault], request_id: str) -> Answer:
    if fault is None:
        return answer
    if answer.events is None:
        raise fault.error
    answer.events = interrupted(answer.events, fault, request_id)
    return answer


def _check_version(headers: Mapping[str, str]) -> None:
    version = headers.get("anthropic-version")
    if version is None:
        raise invalid("anthropic-version: header is required")
    if version not in _VERSIONS:
        raise invalid(
            f"anthropic-version: {version!r} is not a valid version; use {_VERSIONS[0]!r}"
        )


def _check_beta(headers: Mapping[str, str], needed: str) -> None:
    given = [name.strip() for name in headers.get("anthropic-beta", "").split(",")]
    if needed not in given:
        raise invalid(f"anthropic-beta: this endpoint needs the beta {needed!r} in this header")


def _read_body(request: Request, operation: Operation) -> None:
    if operation.takes_form:
        request.parts = parse_form(request.headers.get("content-type", ""), request.body)
        problems = operation.body_problems(_form_value(request.parts))
    elif operation.takes_json:
        request.data = _decoded(request.body)
        if request.path == "/v1/messages/batches":
            problems = split_problems(operation, request.data)[0]
        else:
            problems = operation.body_problems(request.data)
    else:
        return
    if problems:
        raise invalid(describe(problems))


def _decoded(body: bytes) -> object:
    if not body:
        raise invalid("The request has no body; send a JSON object.")
    try:
        value: object = json.loads(body.decode("utf-8"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise invalid(f"The request body is not valid JSON: {error}") from None
    if not is_object(value):
        raise invalid("The request body must be a JSON object.")
    return value


def _form_value(parts: List[Part]) -> JsonObject:
    """A form as the value that the description speaks of: `files[]` is the list `files`."""
    value: JsonObject = {}
    for part in parts:
        text = part.text if part.filename is None else part.filename
        if part.name.endswith("[]"):
            value.setdefault(part.name[:-2], []).append(text)
        else:
            value[part.name] = text
    return value
