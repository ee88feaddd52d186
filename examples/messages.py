"""Messages: a conversation of several turns, a token count, an error; then two questions at once.

python examples/messages.py --local    no key and no network needed
python examples/messages.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

import asyncio
from typing import List

from rehearsal import MODEL, connected

import anthropic
from anthropic import Anthropic, AsyncAnthropic
from anthropic.types import Message, MessageParam


def text_of(message: Message) -> str:
    return "".join(block.text for block in message.content if block.type == "text")


def converse(client: Anthropic) -> None:
    """The API remembers nothing: each request holds the whole conversation."""
    messages: List[MessageParam] = []
    for question in ("My name is Ada. Who are you?", "What is my name?"):
        messages.append({"role": "user", "content": question})
        message = client.messages.create(
            model=MODEL, max_tokens=300, system="Answer in one sentence.", messages=messages
        )
        messages.append(message.to_param())
        print(f"> {question}\n{text_of(message)}")
        usage = message.usage
        print(f"  ({usage.input_tokens} tokens in, {usage.output_tokens} out)")
    count = client.messages.count_tokens(model=MODEL, messages=messages)
    print(f"The conversation has {count.input_tokens} tokens.")


def fail(client: Anthropic) -> None:
    try:
        client.messages.create(model=MODEL, max_tokens=300, messages=[])
    except anthropic.BadRequestError as error:
        print(f"Refused: {error.message} (request {error.request_id})")


async def ask_both() -> None:
    """Requests that do not wait for each other."""
    async with AsyncAnthropic() as client:

        async def ask(question: str) -> Message:
            return await client.messages.create(
                model=MODEL, max_tokens=300, messages=[{"role": "user", "content": question}]
            )

        answers = await asyncio.gather(ask("Name a river."), ask("Name a mountain."))
        for answer in answers:
            print(text_of(answer))


def main() -> None:
    with connected("Messages.") as client:
        converse(client)
        fail(client)
        asyncio.run(ask_both())


if __name__ == "__main__":
    main()
