"""What the examples of the platforms do: the same calls, whichever client they are given."""

from __future__ import annotations

import argparse
from typing import Union

from pydantic import BaseModel

from anthropic import AnthropicBedrock, AnthropicFoundry, AnthropicVertex, beta_tool

Client = Union[AnthropicBedrock, AnthropicFoundry, AnthropicVertex]


class Trip(BaseModel):
    city: str
    days: int


@beta_tool
def get_weather(city: str) -> str:
    """The current weather of a city.

    Args:
        city: Name of the city, such as Paris.
    """
    return f"18 degrees in {city}"


def show_everything(client: Client, model: str) -> None:
    """A message, a stream, a token count, a tool, and an answer of a type."""
    question = "What is the weather in Paris?"

    print("\nA message")
    message = client.messages.create(
        model=model, max_tokens=200, messages=[{"role": "user", "content": "Say hello."}]
    )
    print("".join(block.text for block in message.content if block.type == "text"))

    print("\nA stream")
    with client.messages.stream(
        model=model, max_tokens=200, messages=[{"role": "user", "content": "Count to ten."}]
    ) as stream:
        for text in stream.text_stream:
            print(text, end="", flush=True)
    print()

    print("\nA token count")
    count = client.messages.count_tokens(
        model=model, messages=[{"role": "user", "content": question}]
    )
    print(count.input_tokens)

    print("\nA tool")
    runner = client.beta.messages.tool_runner(
        model=model,
        max_tokens=300,
        tools=[get_weather],
        messages=[{"role": "user", "content": question}],
    )
    print("".join(block.text for block in runner.until_done().content if block.type == "text"))

    print("\nAn answer of a type")
    answer = client.messages.parse(
        model=model,
        max_tokens=200,
        messages=[{"role": "user", "content": "Plan a short trip to Rome."}],
        output_format=Trip,
    )
    print(answer.parsed_output)


def wants_local(description: str) -> bool:
    """Whether the command line asks for the local server in place of the platform."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--local", action="store_true", help="speak to a server on this machine; costs nothing"
    )
    return bool(parser.parse_args().local)
