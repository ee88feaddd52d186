"""AWS signatures, checked as AWS does: computed again from what arrived, with the same secret."""

from __future__ import annotations

import hashlib
import hmac
import re
import threading
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any, Dict, Match, Optional

from ._application import RawRequest
from ._errors import ApiError

__all__ = ["AwsKey", "Keyring"]

_SERVICE = "bedrock"
_SECONDS_OFF = 300
_AUTHORIZATION = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<key>[^/\s]+)/(?P<day>\d{8})/(?P<region>[^/]+)/"
    r"(?P<service>[^/]+)/aws4_request, *SignedHeaders=(?P<headers>[^,\s]+), *"
    r"Signature=(?P<signature>[0-9a-f]{64})"
)


@dataclass
class AwsKey:
    """A secret that requests are signed with; temporary ones come with a token, and end."""

    secret_key: str
    session_token: Optional[str] = None
    expired: bool = False


def _refused(kind: str, message: str) -> ApiError:
    return ApiError(403, message, error_type=f"{kind}Exception")


class Keyring:
    """The keys that a region knows, by access key id."""

    def __init__(self, region: str) -> None:
        self._region = region
        self._lock = threading.Lock()
        self._keys: Dict[str, AwsKey] = {}

    def add(self, access_key: str, key: AwsKey) -> None:
        with self._lock:
            self._keys[access_key] = key

    def expire(self, access_key: str) -> None:
        with self._lock:
            self._keys[access_key].expired = True

    def check(self, raw: RawRequest) -> None:
        """Raise a 403 for a request that no known key has signed, as it arrived and just now."""
        authorization = raw.headers.get("authorization")
        if authorization is None:
            raise _refused("MissingAuthenticationToken", "Missing Authentication Token")
        match = _AUTHORIZATION.fullmatch(authorization)
        if match is None:
            raise _refused("IncompleteSignature", "The Authorization header is not a signature")
        with self._lock:
            key = self._keys.get(match["key"])
        if key is None or raw.headers.get("x-amz-security-token") != key.session_token:
            raise _refused(
                "UnrecognizedClient", "The security token included in the request is invalid."
            )
        self._check_scope(match, raw)
        if not hmac.compare_digest(self._signature(match, raw, key), match["signature"]):
            raise _refused(
                "InvalidSignature",
                "The request signature we calculated does not match the signature you provided.",
            )
        if key.expired:
            raise _refused("ExpiredToken", "The security token included in the request is expired")

    def _check_scope(self, match: Match[str], raw: RawRequest) -> None:
        if (match["region"], match["service"]) != (self._region, _SERVICE):
            raise _refused(
                "InvalidSignature",
                f"Credential should be scoped to {self._region} and {_SERVICE}, not to "
                f"{match['region']} and {match['service']}.",
            )
        signed = set(match["headers"].split(";"))
        needed = {"host", "x-amz-date", "x-amz-security-token"} & {"host", *raw.headers}
        if not needed | {"x-amz-date"} <= signed or not signed <= set(raw.headers):
            raise _refused("InvalidSignature", "Headers that have to be signed are not.")
        stated = raw.headers.get("x-amz-content-sha256")
        if stated is not None and stated != hashlib.sha256(raw.body).hexdigest():
            raise _refused("InvalidSignature", "x-amz-content-sha256 is not that of the body.")
        _check_clock(raw.headers["x-amz-date"], match["day"])

    def _signature(self, match: Match[str], raw: RawRequest, key: AwsKey) -> str:
        from botocore.auth import SigV4Auth
        from botocore.awsrequest import AWSRequest
        from botocore.credentials import Credentials

        credentials: Any = Credentials(match["key"], key.secret_key, key.session_token)
        signer: Any = SigV4Auth(credentials, _SERVICE, self._region)
        arrived: Any = AWSRequest(
            method=raw.method,
            url=raw.origin + raw.target,
            headers={name: raw.headers[name] for name in match["headers"].split(";")},
            data=raw.body,
        )
        arrived.context["timestamp"] = raw.headers["x-amz-date"]
        text = signer.string_to_sign(arrived, signer.canonical_request(arrived))
        return str(signer.signature(text, arrived))


def _check_clock(stamp: str, day: str) -> None:
    try:
        moment = datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc)
    except ValueError:
        raise _refused("IncompleteSignature", f"x-amz-date is not a time: {stamp!r}") from None
    if not stamp.startswith(day):
        raise _refused("InvalidSignature", "The day of the credential is not that of x-amz-date.")
    age = (datetime.now(timezone.utc) - moment).total_seconds()
    if age > _SECONDS_OFF:
        raise _refused("InvalidSignature", f"Signature expired: {stamp} is too long ago.")
    if age < -_SECONDS_OFF:
        raise _refused("InvalidSignature", f"Signature not yet current: {stamp} is yet to come.")
