"""Structured outputs: answers of a type, checked; also as they arrive, and when they do not fit.

python examples/structured_outputs.py --local    no key and no network needed
python examples/structured_outputs.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

from typing import List, Literal

from pydantic import BaseModel, Field, ValidationError
from rehearsal import MODEL, connected

from anthropic import Anthropic
from anthropic.testing import LocalServer


class Ingredient(BaseModel):
    name: str
    grams: float = Field(gt=0)


class Recipe(BaseModel):
    title: str
    course: Literal["starter", "main", "dessert"]
    ingredients: List[Ingredient]


def show_answer(client: Anthropic) -> None:
    message = client.messages.parse(
        model=MODEL,
        max_tokens=1000,
        messages=[{"role": "user", "content": "A recipe for pancakes, as a dessert."}],
        output_format=Recipe,
    )
    recipe = message.parsed_output
    assert recipe is not None
    print(f"{recipe.title} ({recipe.course})")
    for ingredient in recipe.ingredients:
        print(f"  {ingredient.grams} g of {ingredient.name}")


def show_growth(client: Anthropic) -> None:
    """The answer so far, as the type that it will be: what has not arrived is not set."""
    with client.messages.stream(
        model=MODEL,
        max_tokens=1000,
        messages=[{"role": "user", "content": "A recipe for a soup."}],
        output_format=Recipe,
    ) as stream:
        for event in stream:
            if event.type == "text":
                print(f"  so far: {stream.parsed_snapshot()!r}")
        recipe = stream.get_final_message().parsed_output
    print(f"At last: {recipe!r}")


def show_misfit(client: Anthropic) -> None:
    """Schemas cannot say everything: that there is more than 0 g is checked here."""
    try:
        client.messages.parse(
            model=MODEL,
            max_tokens=1000,
            messages=[{"role": "user", "content": "A recipe for air, with 0 g of everything."}],
            output_format=Recipe,
        )
    except ValidationError as error:  # an `anthropic.OutputValidationError`, which has the text too
        problem = error.errors()[0]
        print(f"Does not fit: {problem['loc']}: {problem['msg']}")


def rehearse(server: LocalServer) -> None:
    flour = '{"name": "flour", "grams": 250}'
    recipe = '{"title": "%s", "course": "%s", "ingredients": [%s]}'
    server.reply_next(recipe % ("Pancakes", "dessert", flour))
    server.reply_next(recipe % ("Leek soup", "starter", '{"name": "leek", "grams": 400}'))
    server.reply_next(recipe % ("Air", "main", '{"name": "nothing", "grams": 0}'))


def main() -> None:
    with connected("Structured outputs.", rehearse) as client:
        show_answer(client)
        show_growth(client)
        show_misfit(client)


if __name__ == "__main__":
    main()
