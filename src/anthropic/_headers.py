"""Headers, whose names mean the same in any case.

A layer is a mapping from names to values, where ``omit`` as a value takes the header away.  Later
layers win over earlier ones whatever the case, and the spelling of the last one is what is sent.
"""

from __future__ import annotations

import re
from base64 import b64encode
from datetime import date
from functools import lru_cache
from typing import Dict, Iterable, Mapping, Optional, Sequence, Tuple, Union, cast

import httpx

from ._travel import LeftBehind
from ._types import Headers, NotGiven, Omit, not_given

JSON_HEADERS: Mapping[str, str] = {"Accept": "application/json", "Content-Type": "application/json"}

# Which argument a caller should look at when a header cannot be sent.
_ORIGINS: Mapping[str, str] = {
    "x-api-key": ": check `api_key`",
    "api-key": ": check `api_key`",
    "authorization": ": check the token or key of the client",
}
# A tab may stand within a value.
_CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")


def combine_headers(*layers: Optional[Mapping[str, object]]) -> Dict[str, Union[str, Omit]]:
    """One layer out of several.

    ``omit`` stays in the result, since a layer further up may need to see it; ``not_given`` is
    dropped.
    """
    combined: Dict[str, Union[str, Omit]] = {}
    for layer in layers:
        if layer:
            # Callers who type their headers loosely are told by `check_header_value`.
            combined.update(layer)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportCallIssue]
    if NotGiven not in map(type, combined.values()) and _are_spelled_once(*combined):
        return combined
    return _combine_spellings(layers)


@lru_cache(maxsize=64)  # the names are the same for each request of a client
def _are_spelled_once(*names: str) -> bool:
    return len({name.lower() for name in names}) == len(names)


def _combine_spellings(
    layers: Sequence[Optional[Mapping[str, object]]],
) -> Dict[str, Union[str, Omit]]:
    """`combine_headers` where one name is spelled in several ways, or is `not_given` somewhere."""
    combined: Dict[str, Union[str, Omit]] = {}
    spellings: Dict[str, str] = {}
    for layer in layers:
        if not layer:
            continue
        for name, value in layer.items():
            if isinstance(value, NotGiven):
                continue
            key = name.lower()
            earlier = spellings.get(key)
            if earlier is not None and earlier != name:
                del combined[earlier]
            spellings[key] = name
            # As above.
            combined[name] = value  # type: ignore[assignment]  # pyright: ignore[reportArgumentType]
    return combined


def merge_headers(documented: Mapping[str, object], extra: Optional[Headers]) -> Headers:
    """The headers of one call: those that the method sets, then those that the caller adds."""
    if extra:
        check_mapping("extra_headers", extra)
    return combine_headers(documented, extra)


def check_mapping(name: str, value: object) -> None:
    """Raise ``TypeError`` where an argument, ``name``, is no mapping from names to values."""
    if not isinstance(value, Mapping):
        kind = type(value).__name__
        raise TypeError(f"`{name}` must be a dict of names and values, not `{kind}`")


def sent_headers(headers: Mapping[str, Union[str, Omit]]) -> Dict[str, str]:
    """The headers that go out: those that are not omitted."""
    return {name: value for name, value in headers.items() if not isinstance(value, Omit)}


def finished_headers(
    defaults: Mapping[str, Union[str, Omit]],
    custom: Headers,
    timeout: Union[str, NotGiven],
    read_timeout: Optional[str],
    retries_taken: int,
) -> Tuple[Dict[str, str], httpx.Headers]:
    """The headers of client and request as they go out; the same with those of this attempt.

    Raises for the first one with a value that cannot be sent; see `check_header_value`.
    """
    going_out = sent_headers(combine_headers({"x-stainless-timeout": timeout}, defaults, custom))
    check_header_values(going_out.items())
    last: Dict[str, str] = {}
    if find_header(custom, "x-stainless-retry-count") is None:
        last["x-stainless-retry-count"] = str(retries_taken)
    if read_timeout is not None and find_header(custom, "x-stainless-read-timeout") is None:
        last["x-stainless-read-timeout"] = read_timeout
    return going_out, httpx.Headers(sent_headers(combine_headers(going_out, last)))


def find_header(headers: Mapping[str, object], name: str) -> Optional[object]:
    """The value under a name in any case; ``None`` where there is none."""
    value = headers.get(name)
    if value is not None:
        return value
    wanted = name.lower()
    for key, candidate in headers.items():
        if key.lower() == wanted:
            return candidate
    return None


def list_header(
    values: Union[Iterable[object], Omit, NotGiven, None], *defaults: str
) -> Union[str, NotGiven]:
    """A header that lists things: the caller's, then those that the method always sends.

    ``not_given`` where there is nothing to list.
    """
    if values is None or isinstance(values, (Omit, NotGiven)):
        listed = list(defaults)
    elif isinstance(values, str):
        raise TypeError(f"Expected a list of texts, such as [{values!r}], but received {values!r}")
    else:
        listed = [str(value) for value in values]
        listed.extend(defaults)
    return ",".join(listed) if listed else not_given


def header_value(value: object) -> Union[str, NotGiven]:
    """A header with one value; ``not_given`` where there is none."""
    if value is None or isinstance(value, (Omit, NotGiven)):
        return not_given
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def require_credentials(
    headers: Mapping[str, object],
    custom_headers: Mapping[str, object],
    credentials: Mapping[str, str],
) -> None:
    """Raise ``TypeError`` unless a request carries a key or a token, or was told not to.

    ``headers`` are those that go out, ``custom_headers`` those of this request alone: only there
    does leaving the credentials out count as a decision. ``credentials`` says which header each
    option of the client is sent in.
    """
    names = list(dict.fromkeys(credentials.values()))
    for name in names:
        if find_header(headers, name) or isinstance(find_header(custom_headers, name), Omit):
            return
    either = "either " if len(credentials) > 1 else ""
    raise TypeError(
        f"Could not resolve authentication method. Expected {either}{' or '.join(credentials)} to "
        f"be set. Or for one of the {' or '.join(f'`{name}`' for name in names)} headers to be "
        "explicitly omitted"
    )


def credential_text(argument: str, value: object) -> str:
    """A credential, if it is a text; raises `TypeError` that does not show it if it is none.

    Objects that other libraries keep secrets in print themselves as asterisks, which would be sent.
    """
    if not isinstance(value, str):
        raise TypeError(f"`{argument}` must be a `str`, not `{type(value).__name__}`")
    return value


def base64_credentials(value: str) -> str:
    """`user:password` as the header of basic authentication has it."""
    return "Basic " + b64encode(value.encode()).decode("ascii")


def check_header_values(headers: Iterable[Tuple[Union[str, bytes], object]]) -> None:
    """Raise for the first header with a value that cannot be sent; see `check_header_value`."""
    headers = list(headers)
    if _are_plain([value for _, value in headers]):
        return
    for name, value in headers:
        check_header_value(name if isinstance(name, str) else name.decode("latin-1"), value)


def _are_plain(values: Sequence[object]) -> bool:
    """Whether all values are printable ASCII, without spaces at their ends: a look at all at once.

    False where that cannot be told so quickly.
    """
    try:
        if isinstance(values[0], bytes):
            text = b"\n".join(cast("Sequence[bytes]", [b"", *values, b""])).decode("ascii")
        else:
            text = "\n".join(cast("Sequence[str]", ["", *values, ""]))
    except (IndexError, TypeError, UnicodeDecodeError):
        return False
    if not text.isascii() or " \n" in text or "\n " in text:
        return False
    lines = text.count("\n")
    return lines == len(values) + 1 and text.replace("\n", "").isprintable()


def check_header_value(name: str, value: object) -> None:
    """Raise ``TypeError`` or ``ValueError`` for a value that cannot be sent.

    Encoders and transports would do so too, but quote the value, which may be a secret.
    """
    origin = _ORIGINS.get(name.lower(), "")
    if not isinstance(value, (str, bytes)):
        if isinstance(value, LeftBehind):
            raise value.error()
        raise TypeError(
            f"The value of the header `{name}` must be a `str`, not "
            f"`{type(value).__name__}`{origin}"
        )
    text = value if isinstance(value, str) else value.decode("latin-1")
    if isinstance(value, str) and not value.isascii():
        raise ValueError(
            f"The value of the header `{name}` holds a character that is not ASCII{origin}"
        )
    if _CONTROL_CHARACTER.search(text):
        raise ValueError(
            f"The value of the header `{name}` holds a line break or another character that no "
            f"header may hold{origin}"
        )
    stripped = text.strip(" \t")
    # An empty token leaves a scheme and a space; there is no secret to keep from the transport.
    if stripped != text and stripped != "Bearer":
        raise ValueError(
            f"The value of the header `{name}` begins or ends with white space{origin}"
        )
