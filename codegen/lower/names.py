"""Published names: one place that turns words of a description into Python names."""

from __future__ import annotations

import keyword
import re

_BOUNDARIES = (
    (re.compile(r"([A-Z]+)([A-Z][a-z])"), r"\1_\2"),
    (re.compile(r"([a-z0-9])([A-Z])"), r"\1_\2"),
    # A run of four or more digits is a word of its own (a date), two are part of one (Base64).
    (re.compile(r"([A-Za-z])(\d{4,})"), r"\1_\2"),
    (re.compile(r"(\d{4,})([A-Za-z])"), r"\1_\2"),
)


def snake_case(text: str) -> str:
    """`BetaBase64PDFSource` -> `beta_base64_pdf_source`; `user-id` -> `user_id`."""
    for pattern, replacement in _BOUNDARIES:
        text = pattern.sub(replacement, text)
    words = re.sub(r"[^A-Za-z0-9]+", "_", text).strip("_").lower()
    return re.sub(r"_+", "_", words)


def pascal_case(text: str) -> str:
    """`applied_edits` -> `AppliedEdits`; capitals that are there stay."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", text) if word)


def singular(word: str) -> str:
    """The name of one item of a list called `word`; unchanged when it is no plural that we know."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def identifier(text: str) -> str:
    """A valid Python name: `from` -> `from_`, `2fa` -> `_2fa`."""
    name = "".join(char if f"_{char}".isidentifier() else "_" for char in text)
    if not name or name[0].isdigit():
        name = f"_{name}"
    return (
        f"{name}_" if keyword.iskeyword(name) or name in {"None", "True", "False", "self"} else name
    )


def argument_name(wire: str) -> str:
    """The Python name of a parameter that travels as `wire`."""
    return identifier(snake_case(wire) if re.search(r"[^a-z0-9_]", wire) else wire)


def params_suffix(name: str) -> str:
    """The published name of a type that callers write."""
    return name if name.endswith(("Param", "Params")) else f"{name}Param"
