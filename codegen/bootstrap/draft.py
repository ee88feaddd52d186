"""A first configuration for a description that nobody has configured yet."""

from __future__ import annotations

import re
from typing import Dict, List, Mapping, Tuple
from urllib.parse import urljoin

from codegen.bootstrap.naming import method_names, resource_names
from codegen.bootstrap.pages import PageFinder
from codegen.lower.collisions import CLIENT
from codegen.lower.names import identifier, pascal_case, snake_case
from codegen.lower.results import EVENT_STREAM
from codegen.spec.graph import Description

Data = Dict[str, object]

RUNTIME_EXPORTS: Mapping[str, Tuple[str, ...]] = {
    "_types": ("NoneType", "Transport", "NotGiven", "NOT_GIVEN", "not_given", "Omit", "omit")
    + ("Timeout", "RequestOptions"),
    "_streaming": ("Stream", "AsyncStream"),
    "_utils": ("file_from_path",),
    "_models": ("BaseModel",),
    "_constants": ("DEFAULT_TIMEOUT", "DEFAULT_MAX_RETRIES", "DEFAULT_CONNECTION_LIMITS"),
    "_base_client": ("DefaultHttpxClient", "DefaultAsyncHttpxClient", "DefaultAioHttpClient"),
    "_version": ("__version__", "__title__"),
}
UNLISTED_EXPORTS: Mapping[str, Tuple[str, ...]] = {
    "_response": ("APIResponse", "AsyncAPIResponse"),
    "_retry_policy": ("RetryAttempt", "RetryPolicy"),
}
EXCEPTIONS = (
    "APIError APIStatusError APITimeoutError APIConnectionError IncompleteStreamError"
    " APIResponseValidationError BadRequestError AuthenticationError PermissionDeniedError"
    " NotFoundError ConflictError UnprocessableEntityError RateLimitError InternalServerError"
).split()
_NOISE = frozenset("api rest openapi swagger specification spec service the public http".split())


class Draft:
    """The configuration as it grows: what was found, and what had to be decided on the way."""

    def __init__(self, description: Description, package: str = "") -> None:
        self.description = description
        self.resources = resource_names(description.operations)
        self.methods = method_names(description.operations, self.resources)
        self.pages = PageFinder(description)
        self.skip: Dict[str, str] = {}
        self.type_names: Dict[str, str] = {}
        self.tolerate: Dict[str, str] = {}
        words = title_words(description.title)
        self.client = "".join(word[:1].upper() + word[1:] for word in words)
        if package and package.replace("_", "") != self.client.lower():
            self.client = pascal_case(package)
        self.package = package or identifier("_".join(word.lower() for word in words))

    def data(self) -> Data:
        """What sdk.yml holds."""
        data: Data = {
            "package": self.package,
            "client": self._client(),
            "pagination": self.pages.configuration(),
            "page_fields": self.pages.fields(),
            "resources": self._resources(),
            "type_names": dict(sorted(self.type_names.items())),
            "exports": self._exports(),
            "unlisted_exports": {m: list(names) for m, names in UNLISTED_EXPORTS.items()},
            "tolerate": dict(sorted(self.tolerate.items())),
            "skip": dict(sorted(self.skip.items())),
        }
        return {key: value for key, value in data.items() if value or key == "skip"}

    def _client(self) -> Data:
        prefix = self.package.upper()
        credentials = found_credentials(self.description.security_schemes, prefix)
        open_ = not credentials or any(not item.security for item in self.description.operations)
        client: Data = {
            "name": self.client,
            "base_url": urljoin("http://localhost", next(iter(self.description.servers), "")),
            "base_url_env": f"{prefix}_BASE_URL",
            "query_arrays": "repeat",
            "credentials": credentials,
        }
        client.update({"anonymous": True} if open_ else {})
        client.update({"every_event": True} if self._streams() else {})
        return client

    def _streams(self) -> bool:
        """Whether anything answers with an event stream; its events may have any name."""
        answers = (a for operation in self.description.operations for a in operation.responses)
        return any(answer.first(EVENT_STREAM) is not None for answer in answers)

    def _resources(self) -> Data:
        resources: Dict[str, Dict[str, object]] = {}
        for operation in self.description.operations:
            if operation.key in self.skip:
                continue
            method: Data = {"endpoint": operation.key}
            page = self.pages.page(operation)
            if page:
                method["page"] = page
            resource = resources.setdefault(self.resources[operation.key], {})
            resource[self.methods[operation.key]] = method
        return {
            name: {"methods": dict(sorted(methods.items()))}
            for name, methods in sorted(resources.items())
        }

    def _exports(self) -> Data:
        name = self.client
        exports: Dict[str, List[str]] = {m: list(names) for m, names in RUNTIME_EXPORTS.items()}
        exports["_exceptions"] = [f"{name}Error", *EXCEPTIONS]
        exports["_client"] = ["Client", "AsyncClient", name, f"Async{name}"]
        return dict(exports)


def title_words(title: str) -> List[str]:
    """The words of a title that tell the API from others: `GitHub v3 REST API` is `GitHub`."""
    words = [word for word in re.split(r"[^A-Za-z0-9]+", re.sub("['’]s?", "", title)) if word]
    return [w for w in words if w.lower() not in _NOISE and not re.match(r"v?\d", w)] or ["Api"]


def found_credentials(
    schemes: Mapping[str, Mapping[str, object]], prefix: str
) -> List[Dict[str, object]]:
    """What the client takes for the security schemes that travel in headers, each once."""
    found: Dict[str, Dict[str, object]] = {}
    for name, scheme in schemes.items():
        kind, way = scheme.get("type"), str(scheme.get("scheme", "")).lower()
        if kind == "apiKey" and scheme.get("in") == "header":
            header = str(scheme.get("name", ""))
            argument = identifier(re.sub(r"^x_", "", snake_case(header)) or snake_case(name))
            item: Dict[str, object] = {"argument": argument, "header": header}
            item["doc"] = f"Sent as `{header}`."
        elif kind in ("oauth2", "openIdConnect") or (kind == "http" and way == "bearer"):
            item = {"argument": "access_token", "header": "Authorization", "prefix": "Bearer "}
            item["doc"] = "Access token, sent as `Authorization` bearer."
        elif kind == "http" and way == "basic":
            item = {"argument": "basic_auth", "header": "Authorization", "prefix": "Basic "}
            item["doc"] = "User and password as `user:password`, sent as `Authorization` basic."
            item["base64"] = True
        else:
            continue
        argument = str(item["argument"])
        if argument in CLIENT:
            argument = f"{argument}_credential"
        env = f"{prefix}_{argument.upper()}"
        found.setdefault(argument, {**item, "argument": argument, "env": env})
    return list(found.values())
