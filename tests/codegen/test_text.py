"""Text that ends up in Python files: docstrings, literals, type expressions, imports."""

from __future__ import annotations

import ast
import re
from typing import Any, List, Optional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.ir.model import (
    NONE,
    AliasType,
    Annotated,
    Apply,
    Argument,
    Builtin,
    ClassType,
    External,
    Field,
    Home,
    Literal,
    Ref,
    TypeDef,
    TypeExpr,
    UnionOf,
    optional,
    typing_name,
    without_none,
)
from codegen.plan.expressions import QUOTED, TypeText, python_literal, references
from codegen.plan.files import WIDTH, docstring
from codegen.plan.imports import Imports
from codegen.plan.methods import docstring_lines
from codegen.plan.samples import Samples
from codegen.plan.surface import plain

STR = Builtin("str")
LETTERS = st.characters(codec="utf-8")
TEXTS = st.one_of(
    st.text(LETTERS, max_size=400),
    st.text(st.sampled_from("\"'\\ \n\tab{}%"), max_size=200),
    st.lists(st.sampled_from(["word", "a", '"', "https://example/" + "x" * 90])).map(" ".join),
)


def words(text: str) -> List[str]:
    return re.sub(r"[\s\x00-\x1f\x7f]+", " ", text).split(" ")


def doc_of(source: str) -> Optional[str]:
    function = ast.parse(source).body[0]
    assert isinstance(function, (ast.ClassDef, ast.FunctionDef))
    return ast.get_docstring(function, clean=True)


# ------------------------------------------------------------------ docstrings


@given(TEXTS)
def test_a_docstring_never_breaks_python(text: str) -> None:
    written = docstring(text, 4)
    found = doc_of(f"class Thing:\n    {written or 'pass'}\n")
    expected = text.replace('"""', "'''")
    assert [w for w in words(found or "") if w] == [w for w in words(expected) if w]


@given(TEXTS, st.lists(TEXTS, max_size=3))
def test_a_method_docstring_never_breaks_python(text: str, docs: List[str]) -> None:
    arguments = [
        Argument(f"a{i}", f"a{i}", "body", STR, True, doc=doc) for i, doc in enumerate(docs)
    ]
    written = docstring_lines(text, arguments)
    method = f"    def method(self):\n        {written}\n        return 1\n"
    compile(f"class Thing:\n{method}", "m", "exec")


def test_a_docstring_is_wrapped() -> None:
    written = docstring("word " * 60, 4)
    lines = f"    {written}".splitlines()
    assert all(len(line) <= WIDTH for line in lines)
    assert lines[-1] == '    """'
    assert docstring("One line.", 4) == '"""One line."""'
    assert docstring('Ends with a "quote"', 4) == '"""Ends with a "quote" """'
    assert docstring(" \n ", 4) == ""


def test_a_method_docstring_lists_arguments() -> None:
    arguments = [Argument("name", "name", "body", STR, True, doc="Its\n name.")]
    assert docstring_lines("Do it.", arguments).splitlines() == [
        '"""Do it.',
        "",
        "        Args:",
        "            name: Its name.",
        '        """',
    ]
    assert docstring_lines("", []) == ""
    assert docstring_lines("", arguments).startswith('"""Args:\n')


# ------------------------------------------------------------------ literals

VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(LETTERS),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(st.text(LETTERS, max_size=5), inner, max_size=3),
    ),
    max_leaves=8,
)


@given(VALUES)
def test_a_literal_means_its_value(value: Any) -> None:
    text = python_literal(value)
    assert ast.literal_eval(text) == value
    assert "\n" not in text and "\r" not in text


# ------------------------------------------------------------------ type expressions


def class_type(name: str, module: str, *fields: Field, role: str = "param") -> ClassType:
    return ClassType(name, name, Home((), module), role, fields)


MESSAGE = class_type("Message", "message", role="model")
TYPES = {"Message": MESSAGE}


@pytest.mark.parametrize(
    "expr, text, imports",
    [
        (STR, "str", []),
        (optional(STR), "Optional[str]", ["from typing import Optional"]),
        (
            UnionOf((STR, Builtin("int"), NONE)),
            "Union[str, int, None]",
            ["from typing import Union"],
        ),
        (
            Apply(typing_name("List"), (Ref("Message"),)),
            "List[Message]",
            ["from typing import List", "", "from .message import Message"],
        ),
        (
            Literal(("a", 1, None)),
            'Literal["a", 1, None]',
            ["from typing_extensions import Literal"],
        ),
        (
            Annotated(STR, (("format", "iso8601"),)),
            'Annotated[str, PropertyInfo(format="iso8601")]',
            ["from typing_extensions import Annotated", "", "from .._utils import PropertyInfo"],
        ),
        (External("builtins", "type"), "type", []),
        (External("datetime", "date"), "date", ["from datetime import date"]),
    ],
)
def test_type_text(expr: TypeExpr, text: str, imports: List[str]) -> None:
    used = Imports("types.other")
    assert TypeText(used, TYPES).text(expr) == text
    assert used.lines() == ([*imports, ""] if imports else [])


def test_late_types_are_quoted_in_aliases_only() -> None:
    used = Imports("types.other")
    text = TypeText(used, TYPES, late=frozenset({"Message"}))
    assert text.text(Ref("Message"), quote=QUOTED) == '"Message"'
    assert text.text(Ref("Message")) == "Message"
    assert used.lines() == []
    assert used.late_lines() == ["from .message import Message"]


def test_optional_and_back() -> None:
    assert optional(optional(STR)) == UnionOf((STR, NONE))
    assert without_none(optional(STR)) == STR
    assert without_none(STR) == STR
    both = UnionOf((STR, Builtin("int"), NONE))
    assert without_none(both) == UnionOf((STR, Builtin("int")))


def test_references_are_found_everywhere() -> None:
    inner = Apply(typing_name("Dict"), (STR, UnionOf((Ref("A"), Ref("B")))))
    assert list(references(Annotated(Apply(Ref("C"), (inner,)), ()))) == ["C", "A", "B"]


# ------------------------------------------------------------------ imports


@pytest.mark.parametrize(
    "module, target, line",
    [
        ("types.message", ".types.usage", "from .usage import X"),
        ("types.message", "._models", "from .._models import X"),
        ("types.beta.message", ".types.usage", "from ..usage import X"),
        ("types.message", ".types.beta.usage", "from .beta.usage import X"),
        ("resources.beta.files", ".types.beta.file", "from ...types.beta.file import X"),
        ("resources.models", ".", "from .. import X"),
        ("_client", ".", "from . import X"),
        ("_client", ".resources.models", "from .resources.models import X"),
        ("types.message", "typing", "from typing import X"),
    ],
)
def test_relative_imports(module: str, target: str, line: str) -> None:
    imports = Imports(module)
    assert imports.name(target, "X") == "X"
    assert imports.lines() == [line, ""]


def test_names_that_collide() -> None:
    imports = Imports("resources.models")
    imports.reserve("Models")
    assert imports.name(".types.models", "Models") == "models_Models"
    assert imports.name(".types.beta.models", "Models") == "beta_models_Models"
    assert imports.name(".types.models", "Models") == "models_Models"
    assert imports.name(".types.other", "Other") == "Other"
    assert imports.name(".resources.models", "Models") == "Models"
    assert imports.lines() == [
        "from ..types.beta.models import Models as beta_models_Models",
        "from ..types.models import Models as models_Models",
        "from ..types.other import Other",
        "",
    ]


def test_groups_of_imports() -> None:
    imports = Imports("resources.models")
    imports.plain("httpx")
    imports.name("typing", "Union")
    imports.name("typing_extensions", "Literal")
    imports.name("._types", "omit")
    imports.name("._types", "Omit")
    imports.name(".types.later", "Later", "checking")
    imports.name(".types.model", "Model", "checking")
    imports.name(".types.model", "Model")
    assert imports.lines() == [
        "from typing import Union",
        "",
        "import httpx",
        "from typing_extensions import Literal",
        "",
        "from .._types import Omit, omit",
        "from ..types.model import Model",
        "",
    ]
    assert imports.checking_lines() == ["from ..types.later import Later"]


# ------------------------------------------------------------------ samples

SIZE = AliasType("Size", "Size", Home((), "size"), "param", Literal(("small", "large")))
TREE = class_type(
    "Tree",
    "tree",
    Field("size", "size", Ref("Size"), True, False),
    Field("left", "left", Ref("Tree"), False, True),
    Field("old", "old", STR, False, False, deprecated=True),
    Field("year", "year", Builtin("int"), False, False, example=1984),
)
SAMPLE_TYPES = {"Size": SIZE, "Tree": TREE}


@pytest.mark.parametrize(
    "expr, full, value",
    [
        (STR, False, "string"),
        (Builtin("bool"), False, True),
        (optional(STR), True, "string"),
        (Literal(("a", "b")), False, "a"),
        (Ref("Tree"), False, {"size": "small"}),
        (Ref("Tree"), True, {"size": "small", "year": 1984}),
        (Apply(typing_name("Iterable"), (Ref("Tree"),)), False, [{"size": "small"}]),
        (Apply(typing_name("Dict"), (STR, Builtin("int"))), True, {"foo": 1}),
        (Apply(typing_name("Dict"), (STR, Builtin("object"))), True, {"foo": "bar"}),
        (UnionOf((Ref("Tree"), STR)), False, "string"),
        (UnionOf((STR, Apply(typing_name("List"), (STR,)))), True, ["string"]),
        (Annotated(STR, (("format", "base64"),)), False, "c2FtcGxl"),
    ],
)
def test_samples(expr: TypeExpr, full: bool, value: Any) -> None:
    assert ast.literal_eval(Samples(SAMPLE_TYPES).value(expr, full, 0)) == value


def test_samples_of_arguments() -> None:
    samples = Samples({})
    named = Argument("n", "n", "query", Builtin("int"), False, example=20)
    assert samples.argument(named, False) == "20"
    photos = Argument("p", "p", "body", STR, True, is_file=True, is_array=True)
    assert [name for name, _ in ast.literal_eval(samples.argument(photos, True))] == ["sample.txt"]


# ------------------------------------------------------------------ the public surface


@pytest.mark.parametrize(
    "expr, text",
    [
        (Literal(("a", 1)), "'a' | 1"),
        (UnionOf((STR, NONE)), "str | None"),
        (Apply(typing_name("List"), (Ref("Message"),)), "List[types.Message]"),
        (Annotated(STR, (("format", "iso8601"),)), "str"),
        (Ref("unknown.Type"), "unknown.Type"),
        (External("._types", "Omit"), "Omit"),
    ],
)
def test_types_for_people(expr: TypeExpr, text: str) -> None:
    assert plain(expr, {"Message": "types.Message"}) == text


def test_type_definitions_are_hashable() -> None:
    definitions: List[TypeDef] = [SIZE, TREE, MESSAGE]
    assert len(set(definitions)) == 3
