"""Amazon Bedrock on this machine: signatures, models in the path, event streams."""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import re
from dataclasses import replace
from typing import Any, Dict, Optional
from urllib.parse import unquote

from ._application import Application, RawRequest
from ._clouds import (
    CloudApplication,
    LocalCloud,
    answered_error,
    decoded_body,
    refuse_fields,
    take_version,
)
from ._errors import ApiError, invalid
from ._event_stream import event_frame
from ._exchange import Answer
from ._signatures import AwsKey, Keyring
from ._values import JsonObject, as_object, encode, is_object

__all__ = ["LocalBedrock"]

_VERSION = "bedrock-2023-05-31"
_PATH = re.compile(
    r"/model/(?P<model>[^/]+)/(?P<action>invoke|invoke-with-response-stream|count-tokens)"
)
_MODEL = re.compile(r"(?:^|[./])(?P<name>claude-[\w.-]+?)(?:-v\d+)?(?::\d+)?$")
_ERROR_TYPES: Dict[int, str] = {
    400: "ValidationException",
    401: "UnrecognizedClientException",
    403: "AccessDeniedException",
    404: "ResourceNotFoundException",
    408: "ModelTimeoutException",
    413: "ValidationException",
    424: "ModelErrorException",
    429: "ThrottlingException",
    500: "InternalServerException",
    503: "ServiceUnavailableException",
}


class BedrockApplication(CloudApplication):
    """Bedrock's runtime API: InvokeModel, InvokeModelWithResponseStream, CountTokens."""

    def __init__(self, origin: Application, api_key: str, keyring: Keyring) -> None:
        super().__init__(origin, api_key)
        self._bearer = f"Bearer {api_key}".encode()
        self._keyring = keyring

    def first_party(self, raw: RawRequest) -> RawRequest:
        """What the first-party API is asked."""
        self._authenticate(raw)
        match = _PATH.fullmatch(raw.path)
        if match is None or raw.method != "POST":
            raise ApiError(
                404,
                f"There is no operation {raw.method} {raw.path}",
                error_type="UnknownOperationException",
            )
        body = decoded_body(raw)
        counts = match["action"] == "count-tokens"
        if counts:
            body = _counted_body(body)
        take_version(body, _VERSION)
        refuse_fields(body, ("model", "stream"))
        betas = [str(beta) for beta in body.pop("anthropic_beta", ())]
        body["model"] = _first_party_model(unquote(match["model"]))
        if match["action"] == "invoke-with-response-stream":
            body["stream"] = True
        if "prompt" in body:
            return self.asked(raw, "/v1/complete", body, betas)
        path = "/v1/messages/count_tokens" if counts else "/v1/messages"
        # Bedrock keeps no betas apart: what the model has can be asked for.
        return self.asked(raw, f"{path}?beta=true", body, betas)

    def translated(self, raw: RawRequest, answer: Answer) -> Answer:
        """The answer with AWS's names, or as an event stream."""
        request_id = answer.headers.pop("request-id", "req_refused")
        answer.headers["x-amzn-requestid"] = request_id
        if answer.status >= 400:
            return _aws_error(answer)
        if answer.events is not None:
            events = (event for event in answer.events if not event.startswith("event: ping\n"))
            answer.content_type = "application/vnd.amazon.eventstream"
            answer.headers["x-amzn-bedrock-content-type"] = "application/json"
            return replace(answer, events=events, encoding=event_frame)
        if raw.path.endswith("/count-tokens"):
            count = as_object(json.loads(answer.body)).get("input_tokens")
            answer.body = encode({"inputTokens": count}).encode()
        return answer

    def _authenticate(self, raw: RawRequest) -> None:
        given = raw.headers.get("authorization", "").encode()
        if not given.startswith(b"Bearer "):
            self._keyring.check(raw)
        elif not hmac.compare_digest(given, self._bearer):
            raise ApiError(403, "Authentication failed: Please make sure your API Key is valid.")


def _first_party_model(model: str) -> str:
    """The first-party name of a model id, an inference profile, or the ARN of either."""
    match = _MODEL.search(model)
    if match is None:
        raise invalid("The provided model identifier is invalid.")
    return match["name"]


def _counted_body(body: JsonObject) -> JsonObject:
    """The request that CountTokens is asked about."""
    encoded = as_object(as_object(body.get("input")).get("invokeModel")).get("body")
    try:
        value: object = json.loads(base64.b64decode(str(encoded), validate=True))
    except (ValueError, binascii.Error):
        raise invalid("input.invokeModel.body: expected JSON in base64") from None
    if not is_object(value):
        raise invalid("input.invokeModel.body: expected a JSON object")
    if "max_tokens" not in value:
        raise invalid("input.invokeModel.body: max_tokens: Field required")
    return {name: item for name, item in value.items() if name != "max_tokens"}


def _aws_error(answer: Answer) -> Answer:
    kind, message = answered_error(answer)
    if not kind.endswith("Exception"):
        kind = _ERROR_TYPES.get(answer.status, "InternalServerException")
    answer.headers.setdefault("x-amzn-errortype", kind)
    answer.body = encode({"message": message}).encode()
    return answer


class LocalBedrock(LocalCloud):
    """Amazon Bedrock on a port of this machine, for `AnthropicBedrock` and its async twin.

    Every signature is computed again from what arrived, which needs the `bedrock` extra; a request
    with another byte, a header changed on the way, or a clock five minutes off is refused.
    Streams are AWS event streams.

    - `region`: the region that requests have to be signed for.
    - `access_key`, `secret_key`: the first key that is accepted; `add_credentials` adds others.
    - other options: as `LocalServer` takes them; `api_key` is accepted as Bedrock's API key.
    """

    def __init__(
        self,
        *,
        region: str = "us-east-1",
        access_key: str = "AKIALOCAL",
        secret_key: str = "local-secret",
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.region = region
        self.access_key = access_key
        self.secret_key = secret_key
        self._keyring = Keyring(region)
        self._keyring.add(access_key, AwsKey(secret_key))
        self._application = BedrockApplication(self._application, self.api_key, self._keyring)

    @property
    def client_options(self) -> Dict[str, Any]:
        """Arguments for `AnthropicBedrock` that make it speak to this server."""
        return {
            "base_url": self.url,
            "aws_region": self.region,
            "aws_access_key": self.access_key,
            "aws_secret_key": self.secret_key,
        }

    def add_credentials(
        self, access_key: str, secret_key: str, session_token: Optional[str] = None
    ) -> None:
        """Accept another key; with `session_token`, only requests that send and sign it."""
        self._keyring.add(access_key, AwsKey(secret_key, session_token))

    def expire_credentials(self, access_key: str) -> None:
        """From now on a key is refused as temporary credentials are that have ended."""
        self._keyring.expire(access_key)
