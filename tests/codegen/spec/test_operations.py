from __future__ import annotations

from typing import Any, Callable

from codegen.spec import undescribed_pointers
from codegen.spec.graph import Description, Kind, Operation

Read = Callable[..., Description]

SHARED = """\
components:
  parameters:
    Limit: {name: limit, in: query, description: Page size., schema: {type: integer}}
    Alias: {$ref: '#/components/parameters/Limit'}
  requestBodies:
    Named: {required: true, content: {application/json: {schema: {type: object}}}}
  responses:
    Fine: {description: Fine., content: {application/json: {schema: {type: string}}}}
  pathItems:
    Common: {get: {operationId: common, responses: {'200': {description: OK}}}}
  securitySchemes:
    Key: {type: apiKey, in: header, name: x-api-key}
    Bearer: {type: http, scheme: bearer}
"""


def only(description: Description) -> Operation:
    (operation,) = description.operations
    return operation


def test_an_operation(read: Read) -> None:
    description = read(
        """\
servers: [{url: 'https://zoo.test'}]
paths:
  /v1/pets/{pet_id}?beta=true:
    post:
      operationId: petsUpdate
      summary: Update a pet
      description: |
        Change some of it.
      tags: [pets]
      deprecated: true
      parameters:
      - {name: pet_id, in: path, required: true, description: Which., schema: {type: string}}
      requestBody: {$ref: '#/components/requestBodies/Named'}
      responses:
        200: {$ref: '#/components/responses/Fine'}
        4XX: {description: Bad., content: {application/problem+json: {schema: {type: object}}}}
        default: {description: Other.}
"""
        + SHARED
    )
    assert (description.title, description.version) == ("Zoo", "1")
    assert description.servers == ("https://zoo.test",)
    operation = only(description)
    assert operation.key == "post /v1/pets/{pet_id}?beta=true"
    assert operation.operation_id == "petsUpdate"
    assert operation.summary == "Update a pet"
    assert operation.description == "Change some of it."
    assert operation.tags == ("pets",)
    assert operation.deprecated
    assert operation.place.line == 6
    assert operation.place.pointer == "#/paths/~1v1~1pets~1{pet_id}?beta=true/post"
    (parameter,) = operation.parameters
    assert (parameter.name, parameter.location, parameter.required) == ("pet_id", "path", True)
    assert operation.body is not None
    assert operation.body.required
    assert [m.content_type for m in operation.body.media] == ["application/json"]
    assert [r.status for r in operation.responses] == ["200", "4XX", "default"]
    fine = operation.responses[0].first("application/json")
    assert fine is not None and fine.schema.kind is Kind.STRING
    assert operation.responses[0].description == "Fine."
    assert operation.responses[2].media == ()


def test_parameters_are_merged(read: Read) -> None:
    operation = only(
        read(
            """\
paths:
  /a:
    parameters:
    - {$ref: '#/components/parameters/Alias'}
    - {name: q, in: query, schema: {type: string}}
    get:
      parameters:
      - {name: q, in: header, schema: {type: string}}
      - {name: q, in: query, required: true, style: form, explode: false, schema: {type: integer}}
      - {name: filter, in: query, content: {application/json: {schema: {type: object}}}}
      responses: {'200': {description: OK}}
"""
            + SHARED
        )
    )
    names = [(p.name, p.location, p.schema.kind) for p in operation.parameters]
    assert names == [
        ("limit", "query", Kind.INTEGER),
        ("q", "query", Kind.INTEGER),
        ("q", "header", Kind.STRING),
        ("filter", "query", Kind.OBJECT),
    ]
    limit, q, _, _ = operation.parameters
    assert limit.description == "Page size."
    assert limit.place.pointer == "#/components/parameters/Limit"
    assert (q.required, q.style, q.explode) == (True, "form", False)


def test_references_to_path_items(read: Read) -> None:
    description = read("paths: {/a: {$ref: '#/components/pathItems/Common'}}\n" + SHARED)
    assert only(description).operation_id == "common"
    assert only(description).path == "/a"


def test_a_schema_inside_an_operation_can_be_referred_to(read: Read) -> None:
    description = read("""\
    paths:
      /a/{id}:
        get:
          parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
          responses:
            '200':
              description: OK
              content:
                application/json:
                  schema: {$ref: '#/paths/~1a~1%7Bid%7D/get/parameters/0/schema'}
    """)
    schema = only(description).responses[0].media[0].schema
    assert (schema.kind, schema.format) == (Kind.STRING, "uuid")


def test_media_types_lose_their_parameters(read: Read) -> None:
    operation = only(
        read("""\
        paths:
          /a:
            get:
              responses:
                '200':
                  description: OK
                  content:
                    Application/JSON; charset=utf-8: {schema: {type: string}}
                    text/event-stream: {}
        """)
    )
    media = operation.responses[0].media
    assert [(m.content_type, m.schema.kind) for m in media] == [
        ("application/json", Kind.STRING),
        ("text/event-stream", Kind.ANY),
    ]


def test_security(read: Read) -> None:
    description = read(
        """\
security: [{Key: []}, {Bearer: []}]
paths:
  /a: {get: {responses: {'200': {description: OK}}}}
  /b: {get: {security: [], responses: {'200': {description: OK}}}}
  /c: {get: {security: [{Bearer: []}], responses: {'200': {description: OK}}}}
"""
        + SHARED
    )
    assert [o.security for o in description.operations] == [("Key", "Bearer"), (), ("Bearer",)]
    assert list(description.security_schemes) == ["Bearer", "Key"]
    assert description.security_schemes["Key"]["name"] == "x-api-key"


def test_what_is_described(read: Read) -> None:
    description = read("""\
    paths:
      /a:
        post:
          description: Does it.
          parameters:
          - {name: one, in: query, description: One., schema: {type: string}}
          - {name: two, in: query, schema: {type: string}}
          requestBody:
            content: {application/json: {schema: {properties: {inline: {type: string}}}}}
          responses:
            '200':
              description: OK
              content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}
    components:
      schemas:
        A:
          properties:
            told: {type: string, description: Told.}
            by_target: {$ref: '#/components/schemas/B'}
            nested: {description: In., type: array, items: {properties: {deep: {type: string}}}}
        B: {type: object, description: A b.}
        C: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {own: {type: string}}}]}
    """)
    assert description.described == (5, 9)
    assert [place.pointer for place in undescribed_pointers(description)] == [
        "#/paths/~1a/post/parameters/1",
        "#/paths/~1a/post/requestBody/content/application~1json/schema/properties/inline",
        "#/components/schemas/A/properties/nested/items/properties/deep",
        "#/components/schemas/C/allOf/1/properties/own",
    ]


def test_the_document_is_handed_on(read: Read) -> None:
    raw: Any = read("paths: {}\n").document
    assert raw["info"]["title"] == "Zoo"
