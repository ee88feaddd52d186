"""Everything that is refused: its code, its line and what the hint says."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Tuple

import pytest

from codegen.diagnostics import Diagnostic, GenerationFailed, Problems
from codegen.spec import describe, load_document

Errors = Callable[..., Tuple[Diagnostic, ...]]
OK = "responses: {'200': {description: OK}}"


@pytest.mark.parametrize(
    ("text", "code", "line", "hint"),
    [
        # references; the components start on line 5
        ("Cat: {}\nA:\n  $ref: '#/components/schemas/Cta'", "dangling-reference", 7,
         "did you mean `Cat`?"),
        ("A:\n  $ref: '#/nowhere/at/all'", "dangling-reference", 6, "`#` has no entry `nowhere`"),
        ("A:\n  properties:\n    b: {$ref: other.yml}", "unreadable-file", 7, "check the path"),
        ("A: {$ref: 'https://zoo.test/a.yml'}", "unreadable-file", 5, "check the path"),
        ("A: {$ref: '#anchor'}", "unsupported-construct", 5, "JSON pointer"),
        ("A: {$ref: 1}", "malformed", 5, "#/components"),
        ("A: {$ref: '#/components/schemas/A'}", "reference-cycle", 5, "a schema"),
        ("A:\n  properties: {b: {properties: {c: {$ref: '#/components/schemas/A/properties/b'}}}}",
         "recursive-reference", 6, "components/schemas"),
        ("A:\n  oneOf:\n  - {type: string}\n  - {type: integer}\n  discriminator:\n"
         "    propertyName: k\n    mapping:\n      b: Nobody", "dangling-reference", 12,
         "`#/components/schemas` has no entry `Nobody`"),
        # types
        ("A:\n  type: strng", "unknown-type", 6, "did you mean `string`?"),
        ("A:\n  type: [string, null]", "unknown-type", 6, '"null" in quotes'),
        ("A: {type: file}", "unknown-type", 5, "known: array, boolean"),
        ("A:\n  type: integer\n  enum: [1, '2']", "conflicting-types", 7, "quotes"),
        ("A:\n  allOf:\n  - {type: string}\n  - {type: integer}", "conflicting-types", 5, "agree"),
        ("A: {allOf: [{properties: {x: {type: string}}}, {properties: {x: {type: object}}}]}",
         "conflicting-types", 5, "agree"),
        ("A: {allOf: [{enum: [a]}, {enum: [b]}]}", "conflicting-types", 5, "agree"),
        # what is not a schema
        ("A:\n  properties:\n    b:", "malformed", 7, "write a schema here"),
        ("A:\n  properties:\n    b: false", "unsupported-construct", 7, "remove"),
        ("A:\n  properties: [b]", "malformed", 6, "write a mapping here"),
        ("A:\n  type: object\n  required: true", "malformed", 7, "name the property"),
        ("A:\n  nullable: 'yes'", "malformed", 6, "true or false"),
        ("A:\n  description: [a]", "malformed", 6, "write text here"),
        ("A:\n  enum: []", "malformed", 6, "list the values"),
        ("A:\n  anyOf: []", "malformed", 6, "add one"),
        ("A:\n  allOf: []", "malformed", 6, "add one"),
        ("A:\n  requird: [a]", "unknown-keyword", 6, "did you mean `required`?"),
        ("A:\n  properties: {name: {}}\n  required: [nam]", "undeclared-property", 7,
         "did you mean `name`?"),
        # what cannot be expressed
        ("A:\n  not: {type: string}", "unsupported-construct", 6, "what is allowed"),
        ("A:\n  if: {}", "unsupported-construct", 6, "oneOf"),
        ("A:\n  type: object\n  patternProperties: {}", "unsupported-construct", 7,
         "propertyNames"),
        ("A:\n  dependentSchemas: {}", "unsupported-construct", 6, "oneOf"),
        ("A:\n  prefixItems: []", "unsupported-construct", 6, "items"),
        ("A:\n  $dynamicRef: '#a'", "unsupported-construct", 6, "$ref"),
        ("A:\n  const: {a: 1}", "unsupported-construct", 6, "properties"),
        ("A:\n  anyOf: [{type: object}]\n  unevaluatedProperties: false",
         "unsupported-construct", 7, "additionalProperties"),
        ("A:\n  anyOf: [{type: string}]\n  oneOf: [{type: string}]", "unsupported-construct", 6,
         "one `oneOf`"),
        ("A:\n  allOf: [{type: [string, integer]}, {type: [string, boolean]}]",
         "unsupported-construct", 5, "one `oneOf`"),
    ],
)  # fmt: skip
def test_schema_errors(
    schema_error: Callable[[str], Diagnostic], text: str, code: str, line: int, hint: str
) -> None:
    problem = schema_error(text)
    assert (problem.code, problem.place.line) == (code, line), problem
    assert hint in problem.hint
    assert problem.place.pointer.startswith("#/components/schemas/")


def test_a_longer_cycle_of_references(errors: Errors) -> None:
    found = errors("""\
    components:
      schemas:
        A: {$ref: '#/components/schemas/B'}
        B: {anyOf: [{type: string}, {$ref: '#/components/schemas/A'}]}
    """)
    assert [(p.code, p.place.line) for p in found] == [("reference-cycle", 5)]


def test_a_cycle_of_parameter_references(errors: Errors) -> None:
    (problem,) = errors(f"""\
    paths:
      /a: {{get: {{parameters: [{{$ref: '#/components/parameters/A'}}], {OK}}}}}
    components:
      parameters:
        A: {{$ref: '#/components/parameters/B'}}
        B: {{$ref: '#/components/parameters/A'}}
    """)
    assert problem.code == "reference-cycle"
    assert "#/components/parameters/A -> #/components/parameters/B" in problem.message


def test_cyclic_all_of(errors: Errors) -> None:
    found = errors("""\
    components:
      schemas:
        A: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {a: {}}}]}
        B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {}}}]}
    """)
    assert {p.code for p in found} == {"cyclic-allof"}
    assert "A -> B -> A" in found[0].message


def test_two_files_define_the_same_component(errors: Errors, write: Callable[..., Path]) -> None:
    write("components: {schemas: {Pet: {type: integer}}}\n", "other.yml")
    (problem,) = errors("""\
    components:
      schemas:
        Pet: {type: string}
        Owner: {properties: {pet: {$ref: 'other.yml#/components/schemas/Pet'}}}
    """)
    assert problem.code == "component-collision"
    assert problem.place.file == "other.yml"


@pytest.mark.parametrize(
    ("text", "code", "line", "hint"),
    [
        ("paths:\n  /a:\n    get: {summary: A}", "no-response", 5, '"200"'),
        ("paths:\n  /a:\n    get: {responses: {}}", "no-response", 5, '"200"'),
        (f"paths:\n  /a:\n    pots: {{{OK}}}", "unknown-method", 5, "did you mean `post`?"),
        (f"paths:\n  a:\n    get: {{{OK}}}", "malformed", 4, "write `/a`"),
        (f"paths:\n  /a/{{id}}:\n    get: {{{OK}}}", "undeclared-path-parameter", 5,
         "`name: id` and `in: path`"),
        ("paths:\n  /a:\n    get:\n      parameters:\n"
         f"      - {{name: id, in: path, schema: {{}}}}\n      {OK}",
         "unused-path-parameter", 7, "remove it"),
        ("paths:\n  /a:\n    get:\n      parameters:\n"
         f"      - {{name: q, in: body, schema: {{}}}}\n      {OK}", "malformed", 7, "path, query"),
        ("paths:\n  /a:\n    get:\n      parameters:\n"
         f"      - {{name: q, in: query}}\n      {OK}", "malformed", 7, "what values"),
        (f"paths:\n  /a:\n    post:\n      requestBody: {{}}\n      {OK}", "malformed", 6,
         "content"),
        ("paths:\n  /a:\n    get:\n      responses:\n"
         "        '200': {$ref: '#/components/responses/Gone'}\n"
         "components: {responses: {Done: {}}}",
         "dangling-reference", 7, "did you mean `Done`?"),
        (f"paths:\n  /a:\n    get: {{operationId: same, {OK}}}\n"
         f"  /b:\n    get: {{operationId: same, {OK}}}", "duplicate-operation-id", 7, "its own"),
    ],
)  # fmt: skip
def test_operation_errors(errors: Errors, text: str, code: str, line: int, hint: str) -> None:
    (problem,) = errors(text)
    assert (problem.code, problem.place.line) == (code, line), problem
    assert hint in problem.hint


def test_a_misspelt_path_parameter_is_reported_on_both_sides(errors: Errors) -> None:
    found = errors(f"""\
    paths:
      /a/{{pet_id}}:
        get:
          parameters: [{{name: petid, in: path, schema: {{}}}}]
          {OK}
    """)
    assert {p.code: p.hint for p in found} == {
        "undeclared-path-parameter": "did you mean `petid`?",
        "unused-path-parameter": "did you mean `pet_id`?",
    }


@pytest.mark.parametrize("version", ["2.0", "3.2.0", "''"])
def test_other_versions_are_refused(errors: Errors, version: str) -> None:
    (problem,) = errors("paths: {}", version)
    assert (problem.code, problem.place.line) == ("unsupported-version", 1)


def test_all_problems_are_reported_at_once_and_in_order(errors: Errors) -> None:
    found = errors("""\
    paths:
      /a/{id}: {get: {}}
    components:
      schemas:
        B: {type: txt}
        A: {$ref: '#/components/schemas/C'}
    """)
    assert [(p.code, p.place.line) for p in found] == [
        ("no-response", 4),
        ("undeclared-path-parameter", 4),
        ("unknown-type", 7),
        ("dangling-reference", 8),
    ]


def test_a_broken_file_behind_a_reference(errors: Errors, write: Callable[..., Path]) -> None:
    write("a: [\n", "broken.yml")
    (problem,) = errors("components: {schemas: {A: {$ref: 'broken.yml#/a'}}}")
    assert (problem.code, problem.place.file) == ("invalid-yaml", "broken.yml")


def test_nothing_is_printed(write: Callable[..., Path], capsys: pytest.CaptureFixture[Any]) -> None:
    path = write("openapi: 3.1.0\npaths: {/a: {get: {}}}\n")
    problems = Problems()
    with pytest.raises(GenerationFailed):
        describe(load_document(path, problems), problems)
    assert capsys.readouterr() == ("", "")
