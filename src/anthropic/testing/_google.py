"""Google Cloud's tokens on this machine: the token endpoint, and the metadata of a machine."""

from __future__ import annotations

import threading
import time
from typing import Any, Dict, List, Optional
from urllib.parse import parse_qs

from ._application import RawRequest
from ._errors import ApiError
from ._exchange import Answer, json_answer

__all__ = ["SCOPE", "TokenOffice"]

SCOPE = "https://www.googleapis.com/auth/cloud-platform"

_ACCOUNT = "local@local-project.iam.gserviceaccount.com"
# What google-auth signs as the audience, wherever it then sends its request for a token.
_AUDIENCE = "https://oauth2.googleapis.com/token"
_GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer"
_METADATA = "/computeMetadata/v1/"
_FLAVOR = {"metadata-flavor": "Google"}


class TokenOffice:
    """Gives out tokens (`token1`, `token2`, ...) and knows which of them are good."""

    def __init__(self, project_id: str) -> None:
        self.lifetime = 3600.0
        self.delay = 0.0
        self.given: List[str] = []
        self._project_id = project_id
        self._ends: Dict[str, float] = {}
        self._accounts: Dict[str, bytes] = {}
        self._lock = threading.Lock()

    def add_account(self, email: str, public_key: bytes) -> None:
        with self._lock:
            self._accounts[email] = public_key

    def issue(self) -> str:
        """A new token, good for `lifetime` seconds."""
        with self._lock:
            token = f"token{len(self.given) + 1}"
            self.given.append(token)
            self._ends[token] = time.monotonic() + self.lifetime
            return token

    def accepts(self, token: str) -> bool:
        with self._lock:
            return self._ends.get(token, 0.0) > time.monotonic()

    def revoke(self) -> None:
        """No token that was given out is good any more."""
        with self._lock:
            self._ends.clear()

    def answer(self, raw: RawRequest) -> Optional[Answer]:
        """The answer to a request for a token or for metadata; None for any other request."""
        if raw.path == "/token":
            refusal = self._refusal(raw)
            return self._token() if refusal is None else refusal
        if raw.path == "/" or raw.path.startswith(_METADATA):
            if raw.headers.get("metadata-flavor") != "Google":
                raise ApiError(403, "Missing Metadata-Flavor:Google header.")
            answer = self._metadata(raw.path[len(_METADATA) :])
            answer.headers.update(_FLAVOR)
            return answer
        return None

    def _token(self) -> Answer:
        time.sleep(self.delay)
        return json_answer(
            {
                "access_token": self.issue(),
                "expires_in": int(self.lifetime),
                "token_type": "Bearer",
            }
        )

    def _metadata(self, name: str) -> Answer:
        texts = {
            "": "computeMetadata/",
            "project/project-id": self._project_id,
            "universe/universe-domain": "googleapis.com",
        }
        if name in texts:
            return Answer(content_type="application/text", body=texts[name].encode())
        account, _, wanted = name.rpartition("/")
        if account in (f"instance/service-accounts/{item}" for item in ("default", _ACCOUNT)):
            if wanted == "token":
                return self._token()
            if wanted == "":
                return json_answer({"email": _ACCOUNT, "scopes": [SCOPE], "aliases": ["default"]})
        raise ApiError(404, f"There is no metadata {name!r}")

    def _refusal(self, raw: RawRequest) -> Optional[Answer]:
        """A 400 unless a known service account has signed the request for a token."""
        form = {name: values[-1] for name, values in parse_qs(raw.body.decode()).items()}
        if raw.method != "POST" or form.get("grant_type") != _GRANT:
            return _oauth_error("unsupported_grant_type", f"Only {_GRANT} is supported")
        try:
            claims = self._claims(form.get("assertion", ""), f"{raw.origin}{raw.path}")
        except (KeyError, ValueError) as error:
            return _oauth_error("invalid_grant", f"Invalid JWT Signature: {error}")
        if SCOPE not in str(claims.get("scope")).split():
            return _oauth_error("invalid_scope", f"The scope {SCOPE} is needed")
        return None

    def _claims(self, assertion: str, endpoint: str) -> Dict[str, Any]:
        from google.auth import jwt

        library: Any = jwt
        unverified = library.decode(assertion, verify=False)
        claims: Dict[str, Any] = library.decode(
            assertion,
            certs=self._accounts[unverified["iss"]],
            audience=[endpoint, _AUDIENCE],
        )
        return claims


def _oauth_error(kind: str, description: str) -> Answer:
    answer = json_answer({"error": kind, "error_description": description})
    answer.status = 400
    return answer
