"""Each spelling of a schema, and the one form it gets."""

from __future__ import annotations

from typing import Any, Callable, Dict, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.spec.graph import Kind, Property, Schema
from codegen.spec.unions import fold_enums, scalar_type

Read = Callable[..., Schema]
ReadAll = Callable[..., Mapping[str, Schema]]

STRING = Schema(kind=Kind.STRING)
INTEGER = Schema(kind=Kind.INTEGER)
CAT = Schema(kind=Kind.REF, ref="Cat")
DOG = Schema(kind=Kind.REF, ref="Dog")


def enum(*values: object, **more: Any) -> Schema:
    return Schema(kind=Kind.ENUM, values=values, **more)


def union(*branches: Schema, **more: Any) -> Schema:
    return Schema(kind=Kind.UNION, branches=branches, **more)


def record(**properties: Schema) -> Schema:
    listed = tuple(Property(name, schema, False) for name, schema in properties.items())
    return Schema(kind=Kind.OBJECT, properties=listed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # plain types
        ("{}", Schema(kind=Kind.ANY)),
        ("true", Schema(kind=Kind.ANY)),
        ("{description: ' Any. '}", Schema(kind=Kind.ANY, description="Any.")),
        ("{type: string, format: date-time}", Schema(kind=Kind.STRING, format="date-time")),
        ("{type: 'null'}", Schema(kind=Kind.NULL)),
        ("{type: [string]}", STRING),
        ("{type: boolean, default: false}",
         Schema(kind=Kind.BOOLEAN, default=False, has_default=True)),
        ("{type: string, default: null}", Schema(kind=Kind.STRING, has_default=True)),
        ("{type: string, title: T, deprecated: true, readOnly: true, writeOnly: true}",
         Schema(kind=Kind.STRING, title="T", deprecated=True, read_only=True, write_only=True)),
        ("{type: string, contentEncoding: base64}", Schema(kind=Kind.STRING, format="byte")),
        ("{type: string, pattern: '(', maxLength: 3, minLength: 1}",
         Schema(kind=Kind.STRING, limits=(("minLength", 1), ("maxLength", 3), ("pattern", "(")))),
        # inferred types
        ("{properties: {a: {type: string}}}", record(a=STRING)),
        ("{items: {type: string}}", Schema(kind=Kind.ARRAY, items=STRING)),
        ("{enum: [a, b]}", enum("a", "b")),
        ("{additionalProperties: {type: string}}", Schema(kind=Kind.OBJECT, additional=STRING)),
        # objects and arrays
        ("{type: object}", Schema(kind=Kind.OBJECT)),
        ("{type: object, additionalProperties: true}",
         Schema(kind=Kind.OBJECT, additional=Schema(kind=Kind.ANY))),
        ("{type: object, additionalProperties: false}", Schema(kind=Kind.OBJECT, closed=True)),
        ("{type: object, unevaluatedProperties: false}", Schema(kind=Kind.OBJECT, closed=True)),
        ("{type: object, required: [a], additionalProperties: {type: string}}",
         Schema(kind=Kind.OBJECT, additional=STRING, properties=(Property("a", STRING, True),))),
        ("{type: array, minItems: 1}", Schema(kind=Kind.ARRAY, limits=(("minItems", 1),))),
        # constants
        ("{const: a}", enum("a")),
        ("{const: null}", Schema(kind=Kind.NULL)),
        ("{type: integer, enum: [1, 2, 1]}", enum(1, 2)),
        ("{enum: [1, true, '1']}", enum(1, True, "1")),
        # references
        ("{$ref: '#/components/schemas/Cat'}", CAT),
        ("{$ref: '#/components/schemas/C%61t'}", CAT),
        ("{$ref: '#/components/schemas/Cat', description: Mine., deprecated: true, x-y: 1}",
         Schema(kind=Kind.REF, ref="Cat", description="Mine.", deprecated=True)),
        ("{$ref: '#/components/schemas/Cat/properties/lives'}", INTEGER),
        # unions
        ("{anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}",
         union(CAT, DOG)),
        ("{oneOf: [{type: string}, {type: integer}]}", union(STRING, INTEGER, exclusive=True)),
        ("{type: [string, integer]}", union(STRING, INTEGER)),
        ("{type: [string, array], items: {type: string}, minLength: 2}",
         union(Schema(kind=Kind.STRING, limits=(("minLength", 2),)),
               Schema(kind=Kind.ARRAY, items=STRING))),
        ("{anyOf: [{type: string, description: Inner.}]}",
         Schema(kind=Kind.STRING, description="Inner.")),
        ("{anyOf: [{type: string, description: Inner.}], description: Outer.}",
         Schema(kind=Kind.STRING, description="Outer.")),
    ],
)  # fmt: skip
def test_spellings(schema: Read, text: str, expected: Schema) -> None:
    assert schema(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["{type: [string, 'null']}", "{anyOf: [{type: string}, {type: 'null'}]}",
          "{oneOf: [{type: 'null'}, {type: string}]}", "{type: string, nullable: true}",
          "{anyOf: [{type: [string, 'null']}]}", "{anyOf: [{type: string}, {const: null}]}",
          "{anyOf: [{type: string}, {enum: [null]}]}", "{anyOf: [{type: string}], nullable: true}"],
         Schema(kind=Kind.STRING, nullable=True)),
        (["{type: [string, 'null'], enum: [a, b, null]}", "{enum: [a, b, null]}",
          "{type: string, nullable: true, enum: [a, b]}", "{type: [string, 'null'], enum: [a, b]}",
          "{anyOf: [{enum: [a, b]}, {type: 'null'}]}",
          "{oneOf: [{const: a}, {const: b}, {const: null}]}"],
         enum("a", "b", nullable=True)),
        (["{anyOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}]}",
          "{oneOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}]}",
          "{allOf: [{$ref: '#/components/schemas/Cat'}], nullable: true}",
          "{$ref: '#/components/schemas/Cat', nullable: true}"],
         Schema(kind=Kind.REF, ref="Cat", nullable=True)),
        (["{type: [string, integer, 'null']}",
          "{anyOf: [{type: string}, {type: integer}], nullable: true}",
          "{anyOf: [{type: string}, {type: 'null'}, {type: integer}]}",
          "{anyOf: [{type: [string, 'null']}, {type: integer}]}"],
         union(STRING, INTEGER, nullable=True)),
        (["{}", "{nullable: true}"], Schema(kind=Kind.ANY)),
        (["{anyOf: [{type: 'null'}]}", "{enum: [null]}"], Schema(kind=Kind.NULL)),
    ],
)  # fmt: skip
def test_every_spelling_of_null(schema: Read, texts: list[str], expected: Schema) -> None:
    for text in texts:
        assert schema(text) == expected, text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{type: integer, minimum: 5, exclusiveMinimum: true}",
         "{type: integer, exclusiveMinimum: 5}"),
        ("{type: integer, maximum: 5, exclusiveMaximum: false}", "{type: integer, maximum: 5}"),
        ("{type: string, nullable: true, example: x}",
         "{type: [string, 'null'], examples: [x, y]}"),
        ("{type: string, format: byte}", "{type: string, contentEncoding: base64}"),
        ("{type: string, format: binary}",
         "{type: string, contentMediaType: application/octet-stream}"),
        ("{allOf: [{$ref: '#/components/schemas/Cat'}], nullable: true, description: C}",
         "{description: C, anyOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}]}"),
        ("{type: object, nullable: true, properties: {a: {type: integer, nullable: true}}}",
         "{type: ['null', object], properties: {a: {type: [integer, 'null']}}}"),
    ],
)  # fmt: skip
def test_3_0_and_3_1_are_the_same(schema: Read, old: str, new: str) -> None:
    assert schema(old, "3.0.3") == schema(new, "3.1.0")


# -- enums in unions -----------------------------------------------------------------------------


def test_constants_become_one_enum(schema: Read) -> None:
    found = schema("""\
    description: A size.
    oneOf:
    - {const: s, description: Small.}
    - {const: m, title: Medium}
    - {enum: [l, xl], description: Both.}
    """)
    assert found == enum(
        "s", "m", "l", "xl", description="A size.", value_descriptions=("Small.", "", "", "")
    )


def test_an_open_enum_keeps_its_order(schema: Read) -> None:
    text = "{anyOf: [{const: a, description: A.}, {const: b}, {type: string}]}"
    closed = enum("a", "b", value_descriptions=("A.", ""))
    assert schema(text) == union(closed, STRING)
    assert schema("{anyOf: [{type: string}, {enum: [a, b]}]}") == union(STRING, enum("a", "b"))


def test_constants_of_different_types_stay_apart(schema: Read) -> None:
    found = schema("{anyOf: [{const: a}, {const: 1}, {const: 2}, {const: b}]}")
    assert found == union(enum("a"), enum(1, 2), enum("b"))


def test_a_type_beside_constants_is_no_union(schema: Read) -> None:
    assert schema("{type: string, oneOf: [{const: a}, {const: b}]}") == enum("a", "b")


_branches = st.lists(
    st.one_of(
        st.builds(enum, st.sampled_from(["a", "b", 1, 2, True])),
        st.just(STRING),
        st.just(CAT),
    ),
    max_size=8,
)


@given(branches=_branches)
def test_folding_loses_and_reorders_nothing(branches: list[Schema]) -> None:
    folded = fold_enums(branches)
    assert fold_enums(folded) == folded
    kinds = [scalar_type(branch) for branch in folded]
    assert all(a is None or a is not b for a, b in zip(kinds, kinds[1:]))
    flat = [value for branch in folded for value in (branch.values or (branch.kind,))]
    wanted = [value for branch in branches for value in (branch.values or (branch.kind,))]
    assert {(type(v), v) for v in flat} == {(type(v), v) for v in wanted}


# -- allOf ---------------------------------------------------------------------------------------


def test_all_of_with_only_annotations_stays_a_reference(schema: Read) -> None:
    expected = Schema(kind=Kind.REF, ref="Cat", description="Mine.", read_only=True)
    for text in (
        "{allOf: [{$ref: '#/components/schemas/Cat'}], description: Mine., readOnly: true}",
        "{allOf: [{$ref: '#/components/schemas/Cat'}, {description: Mine., readOnly: true}]}",
        "{type: object, description: Mine., allOf: [{$ref: '#/components/schemas/Cat'}],"
        " readOnly: true}",
    ):
        assert schema(text) == expected


def test_all_of_merges_objects(schema: Read) -> None:
    found = schema("""\
    description: A cat with more.
    required: [lives, name]
    allOf:
    - $ref: '#/components/schemas/Cat'
    - {required: [age], properties: {name: {type: string}}}
    - {properties: {age: {type: integer}, lives: {description: Nine.}}, additionalProperties: false}
    """)
    assert found.kind is Kind.OBJECT
    assert found.description == "A cat with more."
    assert found.closed
    assert found.properties == (
        Property("lives", Schema(kind=Kind.INTEGER, description="Nine."), True),
        Property("name", STRING, True),
        Property("age", INTEGER, True),
    )


def test_all_of_inherits_the_description(schema: Read) -> None:
    text = "{allOf: [{$ref: '#/components/schemas/Cat'}, {properties: {a: {type: string}}}]}"
    assert schema(text).description == "A cat."


def test_structure_beside_a_reference_is_all_of(schema: Read) -> None:
    beside = "{$ref: '#/components/schemas/Cat', properties: {a: {type: string}}}"
    inside = "{allOf: [{$ref: '#/components/schemas/Cat'}, {properties: {a: {type: string}}}]}"
    assert schema(beside) == schema(inside)


def test_all_of_narrows(schema: Read) -> None:
    assert schema("{allOf: [{type: string}, {enum: [a, b]}]}") == enum("a", "b")
    assert schema("{allOf: [{enum: [a, b, c]}, {enum: [b, c, d]}]}") == enum("b", "c")
    assert schema("{allOf: [{type: number}, {type: integer}]}") == INTEGER
    assert schema("{allOf: [{type: [string, 'null']}, {type: string}]}") == STRING
    limited = schema("{allOf: [{type: string, minLength: 1}, {maxLength: 2}]}")
    assert limited.limits == (("minLength", 1), ("maxLength", 2))


def test_limits_beside_a_reference_are_kept(schema: Read) -> None:
    found = schema("{$ref: '#/components/schemas/Name', minLength: 1}")
    assert found == Schema(kind=Kind.REF, ref="Name", limits=(("minLength", 1),))


def test_properties_of_both_parts_are_merged(schema: Read) -> None:
    found = schema("""\
    allOf:
    - properties: {a: {$ref: '#/components/schemas/Cat'}, b: {type: [string, integer]}}
    - properties: {a: {description: Mine.}, b: {type: string}, c: {type: string}}
    """)
    assert [p.name for p in found.properties] == ["a", "b", "c"]
    assert found.properties[0].schema == Schema(kind=Kind.REF, ref="Cat", description="Mine.")


def test_all_of_follows_aliases(components: ReadAll) -> None:
    found = components("""\
    Base: {type: object, properties: {a: {type: string}}}
    Alias: {$ref: '#/components/schemas/Base'}
    Child: {allOf: [{$ref: '#/components/schemas/Alias'}, {properties: {b: {type: string}}}]}
    """)
    assert found["Alias"] == Schema(kind=Kind.REF, ref="Base")
    assert found["Child"] == record(a=STRING, b=STRING)


# -- unions with something beside them -----------------------------------------------------------


def test_what_stands_beside_a_union_holds_for_each_branch(schema: Read) -> None:
    found = schema("""\
    type: object
    description: Either.
    properties: {a: {type: string}, b: {type: string}}
    anyOf:
    - required: [a]
    - required: [b]
    """)
    assert found.kind is Kind.UNION
    assert found.description == "Either."
    required = [[p.name for p in b.properties if p.required] for b in found.branches]
    assert required == [["a"], ["b"]]
    assert all([p.name for p in b.properties] == ["a", "b"] for b in found.branches)


@pytest.mark.parametrize(
    ("beside", "nullable"),
    [
        ("properties: {a: {}}", True),
        ("type: object, properties: {a: {}}", False),
        ("type: object, properties: {a: {}}, nullable: true", True),
    ],
)
def test_only_a_type_beside_a_union_takes_its_null(
    schema: Read, beside: str, nullable: bool
) -> None:
    branches = "anyOf: [{$ref: '#/components/schemas/Cat'}, {type: 'null'}]"
    assert schema("{" + branches + ", " + beside + "}").nullable is nullable


def test_a_bare_object_type_keeps_the_references(schema: Read) -> None:
    text = """\
    type: object
    oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
    discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: Dog}}
    """
    mapping = (("cat", "Cat"), ("dog", "Dog"))
    expected = union(CAT, DOG, exclusive=True, discriminator="kind", mapping=mapping)
    assert schema(text) == expected


# -- components ----------------------------------------------------------------------------------


def test_components_are_sorted_and_properties_are_not(components: ReadAll) -> None:
    found = components("""\
    Zebra: {type: object, properties: {z: {type: string}, a: {type: string}}}
    Ant: {type: string}
    """)
    assert list(found) == ["Ant", "Zebra"]
    assert [p.name for p in found["Zebra"].properties] == ["z", "a"]


def test_required(schema: Read) -> None:
    found = schema("{required: [b], properties: {a: {type: string}, b: {type: string}}}")
    assert found.properties == (Property("a", STRING, False), Property("b", STRING, True))


def test_recursion(read: Callable[..., Any]) -> None:
    description = read("""\
    components:
      schemas:
        Tree: {properties: {children: {type: array, items: {$ref: '#/components/schemas/Tree'}}}}
        Ping: {additionalProperties: {$ref: '#/components/schemas/Pong'}}
        Pong: {anyOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/Ping'}}]}
        Leaf: {properties: {tree: {$ref: '#/components/schemas/Tree'}}}
    """)
    assert description.recursive == {"Tree", "Ping", "Pong"}


# -- other files ---------------------------------------------------------------------------------

SHARED = """\
components:
  schemas:
    Owner: {properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
    Pet: {type: object, properties: {owner: {$ref: 'api.yml#/components/schemas/Person'}}}
parts:
  node: {type: object, properties: {next: {$ref: '#/parts/node'}}}
  size: {type: integer}
"""


@pytest.fixture
def shared(write: Callable[..., Any], read: Callable[..., Any]) -> Callable[[str], Any]:
    def read_with_shared(text: str) -> Any:
        write(SHARED, "shared.yml")
        return read(text)

    return read_with_shared


def test_components_of_other_files_keep_their_names(shared: Callable[[str], Any]) -> None:
    description = shared("""\
    components:
      schemas:
        Person: {properties: {owns: {$ref: 'shared.yml#/components/schemas/Pet'}}}
        Owner: {$ref: './shared.yml#/components/schemas/Owner'}
        Node: {$ref: 'shared.yml#/parts/node'}
        Size: {properties: {size: {$ref: 'shared.yml#/parts/size'}}}
    """)
    schemas: Dict[str, Schema] = dict(description.schemas)
    assert list(schemas) == ["Node", "Owner", "Person", "Pet", "Size"]
    assert schemas["Person"].properties[0].schema.ref == "Pet"
    assert schemas["Pet"].properties[0].schema.ref == "Person"
    assert schemas["Owner"].kind is Kind.OBJECT
    assert schemas["Owner"].place.file == "shared.yml"
    assert schemas["Node"].properties[0].schema.ref == "Node"
    assert schemas["Size"].properties[0].schema.kind is Kind.INTEGER
    assert description.recursive == {"Node", "Person", "Pet"}
