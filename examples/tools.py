"""Tools step by step: the model asks, this program runs the tool, the model answers.

python examples/tools.py --local    no key and no network needed
python examples/tools.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

from typing import Dict, List

from rehearsal import MODEL, connected

from anthropic.types import MessageParam, ToolParam, ToolResultBlockParam, ToolUseBlock

POPULATION: ToolParam = {
    "name": "get_population",
    "description": "The number of people who live in a city.",
    "input_schema": {
        "type": "object",
        "properties": {"city": {"type": "string", "description": "Name of the city."}},
        "required": ["city"],
    },
}
PEOPLE: Dict[str, int] = {"Paris": 2_100_000, "Rome": 2_700_000, "Oslo": 700_000}


def run(call: ToolUseBlock) -> ToolResultBlockParam:
    """The result of a call. What a model sends may be anything, so it is checked."""
    city = call.input.get("city")
    known = isinstance(city, str) and city in PEOPLE
    print(f"  {call.name}({city!r})")
    return {
        "type": "tool_result",
        "tool_use_id": call.id,
        "content": str(PEOPLE[str(city)]) if known else f"unknown city; known: {list(PEOPLE)}",
        "is_error": not known,
    }


def main() -> None:
    messages: List[MessageParam] = [
        {"role": "user", "content": "How many people live in Paris? Use get_population."}
    ]
    with connected("Tools, step by step.") as client:
        while True:
            message = client.messages.create(
                model=MODEL, max_tokens=500, tools=[POPULATION], messages=messages
            )
            messages.append({"role": "assistant", "content": message.content})
            if message.stop_reason != "tool_use":
                break
            # A reply may call several tools; all results go into one message.
            results = [run(block) for block in message.content if block.type == "tool_use"]
            messages.append({"role": "user", "content": results})
    print("".join(block.text for block in message.content if block.type == "text"))


if __name__ == "__main__":
    main()
