"""Reads `multipart/form-data` bodies."""

from __future__ import annotations

import re
from typing import Dict, List, NamedTuple, Optional
from urllib.parse import unquote

from ._errors import invalid

__all__ = ["Part", "parse_form", "split_header"]


class Part(NamedTuple):
    """One field of a form; `filename` is None for a plain text field."""

    name: str
    filename: Optional[str]
    content_type: Optional[str]
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode("utf-8", "replace")


def split_header(value: str) -> tuple[str, Dict[str, str]]:
    """A header value and its parameters: `form-data; name="file"` -> (`form-data`, {name: file}).

    Quoted parameters may hold semicolons; backslashes escape one character.
    """
    pieces: List[str] = [""]
    quoted = escaped = False
    for character in value:
        if escaped:
            pieces[-1] += character
            escaped = False
        elif character == "\\" and quoted:
            escaped = True
        elif character == '"':
            quoted = not quoted
        elif character == ";" and not quoted:
            pieces.append("")
        else:
            pieces[-1] += character
    parameters: Dict[str, str] = {}
    for piece in pieces[1:]:
        name, found, content = piece.partition("=")
        if found:
            parameters[name.strip().lower()] = content.strip()
    return pieces[0].strip().lower(), parameters


def _filename(parameters: Dict[str, str]) -> Optional[str]:
    extended = parameters.get("filename*")
    if extended is not None:
        charset, _, rest = extended.partition("'")
        return unquote(rest.partition("'")[2], encoding=charset or "utf-8")
    plain = parameters.get("filename")
    # Clients write a quote inside a name as %22 (the HTML rule); other escapes stay as they are.
    return None if plain is None else plain.replace("%22", '"')


def _part(block: bytes) -> Part:
    head, found, content = block.partition(b"\r\n\r\n")
    if not found:
        raise invalid("The multipart body holds a part without a blank line after its headers.")
    headers: Dict[str, str] = {}
    for line in head.decode("utf-8", "replace").split("\r\n"):
        name, _, value = line.partition(":")
        headers[name.strip().lower()] = value.strip()
    _, parameters = split_header(headers.get("content-disposition", ""))
    if "name" not in parameters:
        raise invalid("The multipart body holds a part without a name in its Content-Disposition.")
    return Part(parameters["name"], _filename(parameters), headers.get("content-type"), content)


def parse_form(content_type: str, body: bytes) -> List[Part]:
    """The parts of a form, in their order. A malformed body is a 400."""
    kind, parameters = split_header(content_type)
    boundary = parameters.get("boundary")
    if kind != "multipart/form-data":
        raise invalid("This endpoint takes a form: send it as Content-Type multipart/form-data.")
    if not boundary:
        raise invalid("The Content-Type multipart/form-data has no boundary.")
    # The first delimiter has no line break before it; with one added, all look alike.
    whole = b"\r\n" + body
    delimiter = rb"\r\n--%b(--)?[ \t]*(?:\r\n|\Z)" % re.escape(boundary.encode("utf-8"))
    found = list(re.finditer(delimiter, whole))
    if not found or found[-1].group(1) is None:
        raise invalid("The multipart body does not end with its boundary; was it cut off?")
    pairs = zip(found, found[1:])
    return [_part(whole[start.end() : following.start()]) for start, following in pairs]
