"""Shows what the SDK does, against the built-in local server or, with --live, the real API.

    python examples/demo.py            no key and no network needed
    python examples/demo.py --live     with the key in ANTHROPIC_API_KEY; costs a few cents

Every step is what a program of yours would do; the exit status is 1 if any of them fails.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from typing import Callable, Iterator, List, Tuple

import anthropic
from anthropic import Anthropic
from anthropic.testing import LocalServer
from anthropic.types import MessageParam, ToolParam

MODEL = "claude-haiku-4-5"

WEATHER_TOOL: ToolParam = {
    "name": "get_weather",
    "description": "The current weather of a city.",
    "input_schema": {
        "type": "object",
        "properties": {"city": {"type": "string", "description": "Name of the city."}},
        "required": ["city"],
    },
}

NEXT_STEPS = """\
Next steps
  - Use it:            pip install . && export ANTHROPIC_API_KEY=... (README.md: the first call)
  - Against the API:   ./scripts/demo --live
  - Test your code:    anthropic.testing.LocalServer (README.md: "Test your own program")
  - Change the SDK:    edit openapi/anthropic.yml, run ./scripts/generate, then ./scripts/test
                       (CONTRIBUTING.md has the recipes)"""


def show_message(client: Anthropic) -> None:
    message = client.messages.create(
        model=MODEL,
        max_tokens=200,
        messages=[{"role": "user", "content": "Say hello to Ada Lovelace in one sentence."}],
    )
    for block in message.content:
        if block.type == "text":
            say(block.text)
    say(f"({message.usage.input_tokens} tokens in, {message.usage.output_tokens} out)")


def show_stream(client: Anthropic) -> None:
    pieces = 0
    print("    ", end="")
    with client.messages.stream(
        model=MODEL,
        max_tokens=300,
        messages=[{"role": "user", "content": "Write two sentences about the sea."}],
    ) as stream:
        for text in stream.text_stream:
            pieces += 1
            print(text, end="", flush=True)
        message = stream.get_final_message()
    print()
    say(f"({pieces} pieces; it stopped because of {message.stop_reason})")
    check(pieces > 1, "the text arrived in pieces")


def show_token_count(client: Anthropic) -> None:
    question: List[MessageParam] = [{"role": "user", "content": "How many tokens is this?"}]
    plain = client.messages.count_tokens(model=MODEL, messages=question)
    tools = client.messages.count_tokens(model=MODEL, messages=question, tools=[WEATHER_TOOL])
    say(f"{plain.input_tokens} tokens, and {tools.input_tokens} with a tool described")
    check(tools.input_tokens > plain.input_tokens, "a tool costs tokens")


def show_tools(client: Anthropic) -> None:
    messages: List[MessageParam] = [{"role": "user", "content": "What is the weather in Paris?"}]
    first = client.messages.create(
        model=MODEL, max_tokens=500, tools=[WEATHER_TOOL], messages=messages
    )
    check(first.stop_reason == "tool_use", "the model asks for the tool")
    messages.append({"role": "assistant", "content": first.content})
    for block in first.content:
        if block.type == "tool_use":
            say(f"The model calls {block.name}({block.input})")
            answer = "18 degrees, light rain"
            result: MessageParam = {
                "role": "user",
                "content": [{"type": "tool_result", "tool_use_id": block.id, "content": answer}],
            }
            messages.append(result)
    second = client.messages.create(
        model=MODEL, max_tokens=500, tools=[WEATHER_TOOL], messages=messages
    )
    for item in second.content:
        if item.type == "text":
            say(item.text)


def show_pages(client: Anthropic) -> None:
    first = client.models.list(limit=4)
    pages = list(first.iter_pages())
    for number, page in enumerate(pages, start=1):
        say(f"Page {number}: " + ", ".join(model.id for model in page.data))
    everything = [model.id for model in client.models.list(limit=4)]
    check(len(pages) > 1, "there is more than one page")
    check(everything == [model.id for page in pages for model in page.data], "iteration sees all")
    say(f"({len(everything)} models; a plain `for` over the first page follows the others)")


def show_batch(client: Anthropic) -> None:
    questions = {"capital": "What is the capital of Peru?", "sum": "What is 2 + 2?"}
    batch = client.messages.batches.create(
        requests=[
            {
                "custom_id": name,
                "params": {
                    "model": MODEL,
                    "max_tokens": 100,
                    "messages": [{"role": "user", "content": question}],
                },
            }
            for name, question in questions.items()
        ]
    )
    say(f"{batch.id}: {batch.processing_status}")
    local = "127.0.0.1" in str(client.base_url)
    deadline = time.monotonic() + (30 if local else 900)
    while batch.processing_status != "ended":
        if time.monotonic() > deadline:
            client.messages.batches.cancel(batch.id)
            raise RuntimeError(f"{batch.id} did not end in time, so it was cancelled")
        time.sleep(0.3 if local else 10)
        batch = client.messages.batches.retrieve(batch.id)
        say(f"{batch.id}: {batch.processing_status}")
    answered = set()
    for entry in client.messages.batches.results(batch.id):
        check(entry.result.type == "succeeded", f"{entry.custom_id} has succeeded")
        if entry.result.type == "succeeded":
            answered.add(entry.custom_id)
            text = "".join(b.text for b in entry.result.message.content if b.type == "text")
            say(f"{entry.custom_id}: {text[:80]}")
    check(answered == set(questions), "every question has its answer")


def show_file(client: Anthropic) -> None:
    content = b"All models are wrong, but some are useful.\n"
    uploaded = client.beta.files.upload(file=("quote.txt", content, "text/plain"))
    say(f"Up: {uploaded.filename}, {uploaded.size_bytes} bytes, as {uploaded.id}")
    try:
        if uploaded.downloadable:
            downloaded = client.beta.files.download(uploaded.id).read()
            check(downloaded == content, "what comes down is what went up")
            say(f"Down: {len(downloaded)} bytes, the same")
        else:
            say("(The service lets only files that a tool has made be downloaded.)")
    finally:
        deleted = client.beta.files.delete(uploaded.id)
    say(f"Deleted: {deleted.id}")


def show_error(client: Anthropic) -> None:
    try:
        client.messages.create(
            model=MODEL, max_tokens=-1, messages=[{"role": "user", "content": "Hello"}]
        )
    except anthropic.BadRequestError as error:
        say(f"{type(error).__name__}: {error.message}")
        say(f"(status {error.status_code}, request id {error.request_id}, to quote to support)")
    else:
        raise RuntimeError("a request with max_tokens=-1 was accepted")


STEPS: List[Tuple[str, Callable[[Anthropic], None]]] = [
    ("A message", show_message),
    ("A streamed message, as it arrives", show_stream),
    ("A token count", show_token_count),
    ("A tool exchange in two steps", show_tools),
    ("A list over several pages", show_pages),
    ("A batch, from creation to results", show_batch),
    ("A file, up and down", show_file),
    ("A bad request, and the error that it gives", show_error),
]


def say(text: str) -> None:
    for line in text.splitlines():
        print(f"    {line}")


def check(true: bool, what: str) -> None:
    if not true:
        raise RuntimeError(f"Expected that {what}.")


@contextlib.contextmanager
def connected(live: bool) -> Iterator[Anthropic]:
    """A client of the real API, or of a local server that lives as long as the context."""
    if live:
        if not os.environ.get("ANTHROPIC_API_KEY"):
            raise SystemExit("--live needs an API key, in the variable ANTHROPIC_API_KEY.")
        with Anthropic() as client:
            print(f"Speaking to {client.base_url}")
            yield client
        return
    with LocalServer(event_delay=0.05) as server:
        print(f"Speaking to the local server at {server.url}")
        with Anthropic(base_url=server.url, api_key=server.api_key) as client:
            yield client


def main() -> int:
    parser = argparse.ArgumentParser(description="Shows what the SDK does.")
    parser.add_argument("--live", action="store_true", help="speak to the real API")
    options = parser.parse_args()
    failed: List[str] = []
    with connected(options.live) as client:
        for number, (title, step) in enumerate(STEPS, start=1):
            print(f"\n{number}. {title}", flush=True)
            try:
                step(client)
            except (anthropic.AnthropicError, RuntimeError) as error:
                failed.append(title)
                print(f"    FAILED: {type(error).__name__}: {error}", flush=True)
    if failed:
        print(f"\n{len(failed)} of {len(STEPS)} steps failed: {', '.join(failed)}")
        return 1
    print(f"\nAll {len(STEPS)} steps worked.\n\n{NEXT_STEPS}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
