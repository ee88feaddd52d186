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
    return re.sub(r"[\W_]+", "_", text).strip("_").lower()


def pascal_case(text: str) -> str:
    """`applied_edits` -> `AppliedEdits`; capitals that are there stay."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[\W_]+", text) if word)


def class_name(text: str) -> str:
    """`applied_edits` -> `AppliedEdits`; what no class can be called gets a word: `1st`, `none`."""
    name = "".join(char for char in pascal_case(text) if f"_{char}".isidentifier())
    if not name[:1].isidentifier():
        name = f"Type{name}"
    return f"{name}Value" if keyword.iskeyword(name) else name


def singular(word: str) -> str:
    """The name of one item of a list called `word`; unchanged when it is no plural that we know."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


_PUNCTUATION = {
    "-": "minus", "+": "plus", "*": "star", "/": "slash", ".": "dot", "@": "at", "$": "dollar",
    "%": "percent", "#": "hash", "&": "and", "=": "equals", "<": "less", ">": "greater",
    "!": "not", "?": "query", ":": "colon", "~": "tilde", "^": "caret", "|": "pipe", " ": "space",
}  # fmt: skip


def spelled(text: str) -> str:
    """A Python name with its punctuation in words, for names that nothing else tells apart.

    `-1` is `minus_1`, `foo-bar` is `foo_minus_bar`.
    """
    words = (f"_{_PUNCTUATION[char]}_" if char in _PUNCTUATION else char for char in text)
    return identifier(re.sub(r"_{2,}", "_", "".join(words)).strip("_"))


def identifier(text: str) -> str:
    """A valid Python name: `from` -> `from_`, `2fa` -> `_2fa`."""
    name = "".join(char if f"_{char}".isidentifier() else "_" for char in text)
    if not name[:1].isidentifier():
        name = f"_{name}"
    return (
        f"{name}_" if keyword.iskeyword(name) or name in {"None", "True", "False", "self"} else name
    )


# What a model has besides its fields.
_MODEL = frozenset(
    """construct copy dict from_orm json model_computed_fields model_config model_construct
    model_copy model_dump model_dump_json model_extra model_fields model_fields_set
    model_json_schema model_parametrized_name model_post_init model_rebuild model_validate
    model_validate_json model_validate_strings parse_file parse_obj parse_raw schema schema_json
    to_dict to_json to_param update_forward_refs validate""".split()
)


def attribute_name(wire: str) -> str:
    """The attribute of a model for a property: no name of its methods, no leading underscore."""
    name = identifier(wire)
    if name.startswith("_"):
        words = name.strip("_")
        name = words if words and words.isidentifier() else spelled(wire)
        name = name if name[0] != "_" else f"field{name}"
        name = identifier(name)
    return f"{name}_" if name in _MODEL else name


def argument_name(wire: str) -> str:
    """The Python name of a parameter that travels as `wire`."""
    return identifier(snake_case(wire) if re.search(r"[^a-z0-9_]", wire) else wire)


def params_suffix(name: str) -> str:
    """The published name of a type that callers write."""
    return name if name.endswith(("Param", "Params")) else f"{name}Param"
