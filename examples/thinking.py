"""Thinking: what a model thinks before it answers, streamed, and sent back in the next turn.

python examples/thinking.py --local    no key and no network needed
python examples/thinking.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

from typing import List

from rehearsal import MODEL, connected

from anthropic import Anthropic
from anthropic.types import MessageParam


def ask(client: Anthropic, messages: List[MessageParam]) -> None:
    with client.messages.stream(
        model=MODEL,
        max_tokens=3000,
        thinking={"type": "enabled", "budget_tokens": 1500},
        messages=messages,
    ) as stream:
        for event in stream:
            if event.type == "content_block_start":
                print(f"\n  [{event.content_block.type}]")
            elif event.type == "thinking":
                print(event.thinking, end="", flush=True)
            elif event.type == "text":
                print(event.text, end="", flush=True)
        message = stream.get_final_message()
    print(f"\n  ({message.usage.output_tokens} tokens, thinking included)")
    # Thoughts go back with their signatures, which tell the API that they are its own.
    messages.append(message.to_param())


def main() -> None:
    messages: List[MessageParam] = []
    with connected("Thinking.") as client:
        for question in ("Is 221 a prime number?", "And 223?"):
            print(f"> {question}")
            messages.append({"role": "user", "content": question})
            ask(client, messages)


if __name__ == "__main__":
    main()
