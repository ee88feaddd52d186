"""Google Cloud's Vertex AI on this machine: bearer tokens, models in the path."""

from __future__ import annotations

import re
from typing import Any, Dict, List

from ._application import Application, RawRequest
from ._clouds import (
    CloudApplication,
    LocalCloud,
    answered_error,
    decoded_body,
    listed,
    refuse_fields,
    take_version,
)
from ._errors import ApiError, invalid
from ._exchange import Answer, error_answer
from ._google import TokenOffice
from ._values import encode

__all__ = ["LocalVertex"]

_VERSION = "vertex-2023-10-16"
_PATH = re.compile(
    r"/v1/projects/(?P<project>[^/]+)/locations/(?P<region>[^/]+)/publishers/anthropic/models/"
    r"(?P<model>[^/:]+):(?P<action>rawPredict|streamRawPredict)"
)
_STATUSES: Dict[int, str] = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
    504: "DEADLINE_EXCEEDED",
}


class VertexApplication(CloudApplication):
    """The models of one project in one region, and the tokens that open them."""

    def __init__(
        self, origin: Application, api_key: str, tokens: TokenOffice, project_id: str, region: str
    ) -> None:
        super().__init__(origin, api_key)
        self._fixed_token = api_key
        self._token_office = tokens
        self._place = (project_id, region)

    def answer(self, raw: RawRequest) -> Answer:
        """The answer of Vertex AI, or of those who give out tokens."""
        try:
            answer = self._token_office.answer(raw)
        except ApiError as error:
            return self.translated(raw, error_answer(error, ""))
        return super().answer(raw) if answer is None else answer

    def first_party(self, raw: RawRequest) -> RawRequest:
        """What the first-party API is asked."""
        self._authenticate(raw)
        match = _PATH.fullmatch(raw.path)
        if match is None or raw.method != "POST":
            raise ApiError(404, f"There is no method {raw.method} {raw.path}")
        if (match["project"], match["region"]) != self._place:
            raise ApiError(403, f"Permission denied on {match['project']} in {match['region']}")
        body = decoded_body(raw)
        take_version(body, _VERSION)
        betas: List[str] = [
            *(str(beta) for beta in body.pop("anthropic_beta", ())),
            *listed(raw.headers, "anthropic-beta"),
        ]
        counts = match["model"] == "count-tokens"
        if not counts:
            refuse_fields(body, ("model",))
            body["model"] = match["model"]
            if (body.get("stream") is True) != (match["action"] == "streamRawPredict"):
                raise invalid(f"{match['action']} does not go with this value of stream")
        body["model"] = str(body.get("model")).replace("@", "-")
        path = "/v1/messages/count_tokens" if counts else "/v1/messages"
        # Vertex AI keeps no betas apart: what the model has can be asked for.
        return self.asked(raw, f"{path}?beta=true", body, betas)

    def translated(self, raw: RawRequest, answer: Answer) -> Answer:
        """The answer as it is; errors in Google's form."""
        if answer.status >= 400:
            _, message = answered_error(answer)
            status = _STATUSES.get(answer.status, "UNKNOWN")
            error = {"code": answer.status, "message": message, "status": status}
            answer.body = encode({"error": error}).encode()
        return answer

    def _authenticate(self, raw: RawRequest) -> None:
        scheme, _, token = raw.headers.get("authorization", "").partition(" ")
        known = token == self._fixed_token or self._token_office.accepts(token)
        if scheme != "Bearer" or not known:
            raise ApiError(
                401,
                "Request had invalid authentication credentials. Expected OAuth 2 access token.",
                headers={"www-authenticate": 'Bearer error="invalid_token"'},
            )


class LocalVertex(LocalCloud):
    """Vertex AI on a port of this machine, for `AnthropicVertex` and its async twin.

    It accepts `api_key` as an access token, and the tokens that it gives out itself: at its token
    endpoint (`token_url`), to service accounts made known by `add_service_account`, and as the
    metadata server of a machine of Google's (point `GCE_METADATA_HOST` and `GCE_METADATA_IP` at
    `address`).

    - `project_id`, `region`: the only project and region that are accepted.
    - other options: as `LocalServer` takes them.
    """

    def __init__(
        self, *, project_id: str = "local-project", region: str = "us-east5", **options: Any
    ) -> None:
        super().__init__(**options)
        self.project_id = project_id
        self.region = region
        self.tokens = TokenOffice(project_id)
        """Who gives out tokens: `lifetime` and `delay` in seconds, `given`, `revoke()`."""
        self._application = VertexApplication(
            self._application, self.api_key, self.tokens, project_id, region
        )

    @property
    def address(self) -> str:
        """Host and port, without a scheme."""
        return self.url.partition("://")[2]

    @property
    def token_url(self) -> str:
        """The token endpoint, for `token_uri` in the file of a service account."""
        return f"{self.url}/token"

    @property
    def client_options(self) -> Dict[str, Any]:
        """Arguments for `AnthropicVertex` that make it speak to this server."""
        return {
            "base_url": f"{self.url}/v1",
            "region": self.region,
            "project_id": self.project_id,
            "access_token": self.api_key,
        }

    def add_service_account(self, email: str, public_key: bytes) -> None:
        """Give tokens to who signs with the private half of `public_key` (PEM)."""
        self.tokens.add_account(email, public_key)
