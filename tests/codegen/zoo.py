"""A small repository to break: a description, its configuration, the ends of its seams."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Dict

SPEC = """\
openapi: 3.1.0
info: {title: Zoo, version: "1"}
paths:
  /animals:
    get:
      description: All animals.
      parameters:
        - {name: after_id, in: query, schema: {type: string}}
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        "200":
          description: A page of animals.
          content:
            application/json:
              schema:
                type: object
                properties:
                  data: {type: array, items: {$ref: "#/components/schemas/Animal"}}
                  has_more: {type: boolean}
                  last_id: {type: string}
    post:
      description: Take in an animal.
      parameters:
        - {name: zoo-features, in: header, schema: {type: array, items: {type: string}}}
      requestBody:
        content:
          application/json:
            schema: {$ref: "#/components/schemas/CreateAnimal"}
      responses:
        "200":
          description: The animal.
          content:
            application/json: {schema: {$ref: "#/components/schemas/Animal"}}
            text/event-stream: {schema: {$ref: "#/components/schemas/Event"}}
components:
  schemas:
    Animal:
      type: object
      required: [id]
      properties:
        id: {type: string}
        house: {$ref: "#/components/schemas/House"}
    House:
      allOf:
        - {type: object, properties: {street: {type: string}}}
    Event:
      type: object
      properties: {type: {const: message_stop}}
    CreateAnimal:
      type: object
      required: [name]
      properties:
        name: {type: string}
        size: {type: integer}
        stream: {type: boolean}
"""

SDK = """\
package: anthropic
client:
  name: Zoo
  alias: Client
  base_url: https://zoo.example
  base_url_env: ZOO_BASE_URL
  credentials:
    - {argument: api_key, env: ZOO_API_KEY, header: X-Api-Key, doc: Key of the zoo.}
arguments:
  zoo-features: features
pagination:
  Page:
    items: data
    more: has_more
    fields: [has_more, last_id]
    next:
      - {parameter: after_id, field: last_id}
page_fields:
  has_more: boolean
  last_id: string
resources:
  animals:
    doc: Who lives in the zoo.
    types: [Animal]
    methods:
      list:
        endpoint: get /animals
        page: Page
      create:
        endpoint: post /animals
        prepare: lib._ends.prepare_animal
        header_defaults: {zoo-features: [animals]}
      watch:
        derive: create
        call: lib._ends.watch_animal
        drop: [stream]
        add:
          watcher:
            type: Watcher
            after: name
        place: {size: watcher}
        returns: Watcher
names:
  Watcher: lib._ends.Watcher
exports:
  _client: [Zoo, AsyncZoo]
skip: {}
"""

ENDS = """\
class Watcher: ...


def feed(watcher: Watcher) -> None: ...


def prepare_animal(client, body, *, timeout): ...


def watch_animal(resource, params, *, extra_headers, extra_query, extra_body, timeout): ...


async def async_watch_animal(
    resource, params, *, extra_headers, extra_query, extra_body, timeout
): ...
"""

FILES = {
    "spec": "openapi/anthropic.yml",
    "sdk": "openapi/sdk.yml",
    "ends": "src/anthropic/lib/_ends.py",
}
TEXTS = {"spec": SPEC, "sdk": SDK, "ends": ENDS}


def build(root: Path) -> None:
    """Write the inputs and the hand-written code of the repository."""
    for key, path in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(TEXTS[key], encoding="utf-8")


def fingerprint(root: Path) -> Dict[str, str]:
    """Every file below `root` with a hash of what it holds."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
