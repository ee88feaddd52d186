"""Streaming: what is left of a stream that fails, text as it arrives, and every event.

python examples/streaming.py --local    no key and no network needed
python examples/streaming.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

import asyncio

from rehearsal import MODEL, connected

import anthropic
from anthropic import Anthropic, AsyncAnthropic
from anthropic.testing import LocalServer
from anthropic.types import ToolParam

TIDES: ToolParam = {
    "name": "get_tides",
    "description": "When the tide is high.",
    "input_schema": {
        "type": "object",
        "properties": {"harbour": {"type": "string"}, "days": {"type": "integer"}},
        "required": ["harbour", "days"],
    },
}


def show_text(client: Anthropic) -> None:
    with client.messages.stream(
        model=MODEL,
        max_tokens=300,
        messages=[{"role": "user", "content": "Write two sentences about the sea."}],
    ) as stream:
        for text in stream.text_stream:
            print(text, end="", flush=True)
        message = stream.get_final_message()
    print(f"\n  (ended: {message.stop_reason}, request {stream.request_id})")


def show_events(client: Anthropic) -> None:
    with client.messages.stream(
        model=MODEL,
        max_tokens=300,
        tools=[TIDES],
        messages=[{"role": "user", "content": "The tides in Brest for 3 days? Use get_tides."}],
    ) as stream:
        for event in stream:
            if event.type == "text":
                print(f"  text {event.text!r}")
            elif event.type == "input_json":
                print(f"  input so far: {event.snapshot}")
            elif event.type == "content_block_stop" and event.content_block.type == "tool_use":
                print(f"  call: {event.content_block.name}({event.content_block.input})")


async def survive() -> None:
    """What had arrived when a stream failed is in the error. Locally, this one fails."""
    async with AsyncAnthropic(max_retries=0) as client:
        try:
            async with client.messages.stream(
                model=MODEL,
                max_tokens=300,
                messages=[{"role": "user", "content": "Write two sentences about the moon."}],
            ) as stream:
                print(await stream.get_final_text())
        except anthropic.APIError as error:
            snapshot = error.snapshot
            text = snapshot.content[0].text if snapshot and snapshot.content else ""
            print(f"{type(error).__name__} after {text!r}")


def rehearse(server: LocalServer) -> None:
    server.fail_next(529, after_events=5)
    server.reply_next("The moon shines. It has no light of its own.")
    server.reply_next("The sea is wide. It is deep, too.")
    server.reply_next(
        "Let me look.",
        {"type": "tool_use", "name": "get_tides", "input": {"harbour": "Brest", "days": 3}},
    )


def main() -> None:
    with connected("Streaming.", rehearse) as client:
        asyncio.run(survive())
        show_text(client)
        show_events(client)


if __name__ == "__main__":
    main()
