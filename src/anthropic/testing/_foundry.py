"""Microsoft Foundry on this machine: the first-party API under Azure's keys and tokens."""

from __future__ import annotations

import hmac
from dataclasses import replace
from typing import Any, Dict, List

from ._application import Application, RawRequest
from ._clouds import CloudApplication, LocalCloud, answered_error
from ._errors import ApiError
from ._exchange import Answer
from ._values import encode

__all__ = ["LocalFoundry"]

_PREFIX = "/anthropic"
_LACKS = ("/v1/messages/batches", "/v1/models")
_CREDENTIALS = frozenset({"authorization", "api-key", "x-api-key"})


class FoundryApplication(CloudApplication):
    """The API below `/anthropic`, without batches and models."""

    def __init__(self, origin: Application, api_key: str, tokens: List[str]) -> None:
        super().__init__(origin, api_key)
        self._api_key = api_key
        self._tokens = tokens

    def first_party(self, raw: RawRequest) -> RawRequest:
        """What the first-party API is asked."""
        self._authenticate(raw)
        path = raw.path[len(_PREFIX) :]
        if not raw.path.startswith(f"{_PREFIX}/") or path.startswith(_LACKS):
            raise ApiError(404, "Resource not found", error_type="404")
        headers = {name: value for name, value in raw.headers.items() if name not in _CREDENTIALS}
        headers["x-api-key"] = self._first_party_key
        return replace(raw, target=raw.target[len(_PREFIX) :], headers=headers)

    def translated(self, raw: RawRequest, answer: Answer) -> Answer:
        """The answer as it is; Azure's own refusals have Azure's form."""
        if answer.status in (401, 404) and "request-id" not in answer.headers:
            code, message = answered_error(answer)
            answer.body = encode({"error": {"code": code, "message": message}}).encode()
        answer.headers.setdefault("request-id", "req_refused")
        return answer

    def _authenticate(self, raw: RawRequest) -> None:
        """A key under either of its names, or a token; what is given has to be right."""
        given = [
            hmac.compare_digest(raw.headers[name].encode(), self._api_key.encode())
            for name in ("api-key", "x-api-key")
            if name in raw.headers
        ]
        scheme, _, token = raw.headers.get("authorization", "").partition(" ")
        if "authorization" in raw.headers:
            given.append(scheme.lower() == "bearer" and token.strip() in self._tokens)
        if not given or not all(given):
            raise ApiError(
                401,
                "Access denied due to invalid subscription key or wrong API endpoint. Make sure to "
                "provide a valid key for an active subscription.",
                error_type="401",
            )


class LocalFoundry(LocalCloud):
    """Microsoft Foundry on a port of this machine, for `AnthropicFoundry` and its async twin.

    It accepts its `api_key`, as `api-key` and as `x-api-key`, and the tokens of Microsoft Entra ID
    in the list `tokens`, which may be changed at any time. Options are those of `LocalServer`.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.tokens: List[str] = ["local-entra-token"]
        self._application = FoundryApplication(self._application, self.api_key, self.tokens)

    @property
    def client_options(self) -> Dict[str, Any]:
        """Arguments for `AnthropicFoundry` that make it speak to this server."""
        return {"base_url": f"{self.url}{_PREFIX}", "api_key": self.api_key}
