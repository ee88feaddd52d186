"""What the local platforms share: the local API behind another door, in another dialect."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, Dict, List, Mapping, Tuple

from ._application import Application, RawRequest
from ._errors import ApiError, invalid
from ._exchange import Answer, error_answer
from ._local import LocalServer
from ._values import JsonObject, as_object, encode, is_object

__all__ = ["CloudApplication", "LocalCloud", "answered_error", "decoded_body"]

_VERSION = "2023-06-01"


class CloudApplication(Application):
    """Translates each request into one of the first-party API, and the answer back."""

    def __init__(self, origin: Application, api_key: str) -> None:
        super().__init__(origin.state, api_key)
        self._first_party_key = api_key

    def answer(self, raw: RawRequest) -> Answer:
        """The platform's answer."""
        try:
            answer = super().answer(self.first_party(raw))
        except ApiError as error:
            answer = error_answer(error, "")
        return self.translated(raw, answer)

    def refuse_body(self, raw: RawRequest, limit: int) -> Answer:
        """The platform's answer to a request whose body is larger than `limit` bytes."""
        return self.translated(raw, super().refuse_body(raw, limit))

    def first_party(self, raw: RawRequest) -> RawRequest:
        """What the first-party API is asked; raises `ApiError` for what the platform refuses."""
        raise NotImplementedError

    def translated(self, raw: RawRequest, answer: Answer) -> Answer:
        """The first-party answer, as the platform gives it."""
        raise NotImplementedError

    def asked(self, raw: RawRequest, path: str, body: JsonObject, betas: List[str]) -> RawRequest:
        """A request of the first-party API."""
        headers = {
            name: value
            for name, value in raw.headers.items()
            if name not in ("authorization", "anthropic-beta")
        }
        headers["x-api-key"] = self._first_party_key
        headers["anthropic-version"] = _VERSION
        if betas:
            headers["anthropic-beta"] = ",".join(betas)
        return replace(raw, target=path, headers=headers, body=encode(body).encode())


class LocalCloud(LocalServer):
    """A `LocalServer` behind the address, the credentials and the wire format of a platform."""

    @property
    def client_options(self) -> Dict[str, Any]:
        """Arguments for the platform's clients that make them speak to this server."""
        raise NotImplementedError


def decoded_body(raw: RawRequest) -> JsonObject:
    try:
        value: object = json.loads(raw.body)
    except ValueError:
        raise invalid("The request body is not valid JSON.") from None
    if not is_object(value):
        raise invalid("The request body must be a JSON object.")
    return value


def take_version(body: JsonObject, version: str) -> None:
    """Remove the platform's version from a body; raises a 400 for another one, or none."""
    found = body.pop("anthropic_version", None)
    if found != version:
        raise invalid(f"anthropic_version: expected {version!r}, not {found!r}")


def refuse_fields(body: JsonObject, names: Tuple[str, ...]) -> None:
    for name in names:
        if name in body:
            raise invalid(f"{name}: Extra inputs are not permitted")


def answered_error(answer: Answer) -> Tuple[str, str]:
    """Type and message of an error answer of the first-party API."""
    error = as_object(as_object(json.loads(answer.body)).get("error"))
    return str(error.get("type")), str(error.get("message"))


def listed(headers: Mapping[str, str], name: str) -> List[str]:
    """The items of a header that is a list."""
    return [item.strip() for item in headers.get(name, "").split(",") if item.strip()]
