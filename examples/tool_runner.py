"""The tool runner: functions as tools, several at a time, with approval; then asynchronously.

python examples/tool_runner.py --local    no key and no network needed
python examples/tool_runner.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

import asyncio

from rehearsal import MODEL, connected

from anthropic import Anthropic, AsyncAnthropic, beta_async_tool, beta_tool
from anthropic.lib.tools import BetaToolDecision, BetaToolDenial, ToolError
from anthropic.testing import LocalServer
from anthropic.types.beta import BetaToolUseBlock


@beta_tool
def read_page(title: str) -> str:
    """Reads a page of the handbook.

    Args:
        title: Title of the page, such as Holidays.
    """
    if title != "Holidays":
        raise ToolError(f"There is no page {title!r}. There is Holidays.")
    return "Everyone has 30 days off."


@beta_tool(timeout=10)
def delete_page(title: str) -> str:
    """Deletes a page of the handbook."""
    raise AssertionError("it is not approved below")


@beta_async_tool
async def read_page_later(title: str) -> str:
    """Reads a page of the handbook."""
    await asyncio.sleep(0.01)
    return "Everyone has 30 days off."


def approve(call: BetaToolUseBlock) -> BetaToolDecision:
    if call.name == "delete_page":
        return BetaToolDenial("Pages are never deleted.")
    return True


def run(client: Anthropic) -> None:
    runner = client.beta.messages.tool_runner(
        model=MODEL,
        max_tokens=500,
        tools=[read_page, delete_page],
        messages=[{"role": "user", "content": "Read the page Holidays, then delete it."}],
        max_concurrency=4,
        approve_tool_call=approve,
        token_budget=50_000,
        stream=True,
    )
    for stream in runner:
        for event in stream:
            if event.type == "text":
                print(event.text, end="", flush=True)
            elif event.type == "content_block_stop" and event.content_block.type == "tool_use":
                print(f"\n  {event.content_block.name}({event.content_block.input})")
        results = runner.generate_tool_call_response()
        for result in results["content"] if results else []:
            print(f"  -> {result}")
    print(f"\nended: {runner.end_reason}, {runner.tokens_used} tokens")


async def run_later() -> None:
    async with AsyncAnthropic() as client:
        runner = client.beta.messages.tool_runner(
            model=MODEL,
            max_tokens=500,
            tools=[read_page_later],
            messages=[{"role": "user", "content": "What does the page Holidays say?"}],
        )
        final = await runner.until_done()
        print("".join(block.text for block in final.content if block.type == "text"))


def rehearse(server: LocalServer) -> None:
    server.reply_next(
        "I read it, and then I delete it.",
        {"type": "tool_use", "name": "read_page", "input": {"title": "Holidays"}},
        {"type": "tool_use", "name": "delete_page", "input": {"title": "Holidays"}},
    )


def main() -> None:
    with connected("The tool runner.", rehearse) as client:
        run(client)
        asyncio.run(run_later())


if __name__ == "__main__":
    main()
