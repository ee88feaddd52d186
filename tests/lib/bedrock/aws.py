"""The side of AWS: what Bedrock checks before it listens."""

from __future__ import annotations

import re
from typing import Any, Dict, Optional

import httpx
from botocore.auth import SIGNED_HEADERS_BLACKLIST, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from tests.lib.clouds import Cloud

ACCESS_KEY = "AKIDTEST"
SECRET_KEY = "very-secret"  # noqa: S105
REGION = "eu-central-1"
KEYS: Dict[str, Any] = {
    "aws_access_key": ACCESS_KEY,
    "aws_secret_key": SECRET_KEY,
    "aws_region": REGION,
}

_AUTHORIZATION = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<key>[^/]+)/(?P<day>\d{8})/(?P<region>[^/]+)/bedrock/"
    r"aws4_request, SignedHeaders=(?P<headers>[^,]+), Signature=(?P<signature>[0-9a-f]{64})"
)


class Refused(AssertionError):
    """The signature is not the one that AWS computes."""


def check_signature(
    request: httpx.Request,
    *,
    access_key: str = ACCESS_KEY,
    secret_key: str = SECRET_KEY,
    token: Optional[str] = None,
    region: str = REGION,
) -> None:
    """Compute the signature of what arrived, and compare."""
    match = _AUTHORIZATION.fullmatch(request.headers["authorization"])
    if match is None or (match["key"], match["region"]) != (access_key, region):
        raise Refused(request.headers["authorization"])
    names = match["headers"].split(";")
    unsigned = {"authorization", "connection", *SIGNED_HEADERS_BLACKLIST}
    assert unsigned | set(names) >= set(request.headers), "every header is signed"
    signer = SigV4Auth(Credentials(access_key, secret_key, token), "bedrock", region)
    arrived = AWSRequest(
        method=request.method,
        url=str(request.url),
        headers={name: request.headers[name] for name in names},
        data=request.content,
    )
    arrived.context["timestamp"] = request.headers["x-amz-date"]
    text = signer.string_to_sign(arrived, signer.canonical_request(arrived))
    if signer.signature(text, arrived) != match["signature"]:
        raise Refused(match["signature"])
    assert request.headers["x-amz-date"].startswith(match["day"])
    assert request.headers.get("x-amz-security-token") == token


class Bedrock(Cloud):
    """A cloud that answers only what is signed."""

    def __init__(self, *answers: Any, **identity: Any) -> None:
        super().__init__(*answers)
        self.identity = identity

    def respond(self, request: httpx.Request) -> httpx.Response:
        check_signature(request, **self.identity)
        return super().respond(request)
