"""Compaction: a long tool conversation goes on from a summary of itself.

python examples/compaction.py --local    no key and no network needed
python examples/compaction.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

import logging

from rehearsal import MODEL, connected

from anthropic import beta_tool
from anthropic.testing import LocalServer

CHAPTERS = 3
# Far too low for a real program: each chapter but the first one reaches it.
THRESHOLD = 1500


@beta_tool
def read_chapter(number: int) -> str:
    """Reads a chapter of the book.

    Args:
        number: From 1 to 3.
    """
    if not 1 <= number <= CHAPTERS:
        raise ValueError(f"there are {CHAPTERS} chapters")
    return f"Chapter {number}. " + "It was a long and quiet night at sea. " * 120


def rehearse(server: LocalServer) -> None:
    """Reads chapter by chapter. The reply to a chapter reaches the threshold, so it is dropped."""
    for number in range(1, CHAPTERS + 1):
        call = {"type": "tool_use", "name": "read_chapter", "input": {"number": number}}
        server.reply_next(call)
        server.reply_next("That was long.")
        server.reply_next(f"<summary>Read {number} of {CHAPTERS}: a night at sea.</summary>")
    server.reply_next("It is a book about nights at sea.")


def main() -> None:
    # What the runner logs shows when it compacts.
    logging.basicConfig(format="  log: %(message)s")
    logging.getLogger("anthropic.lib.tools").setLevel(logging.INFO)
    with connected("Compaction.", rehearse) as client:
        runner = client.beta.messages.tool_runner(
            model=MODEL,
            max_tokens=1000,
            tools=[read_chapter],
            messages=[
                {
                    "role": "user",
                    "content": "Read the three chapters, one by one, and say what it is about.",
                }
            ],
            compaction_control={"enabled": True, "context_token_threshold": THRESHOLD},
            max_iterations=12,
        )
        for message in runner:
            for block in message.content:
                if block.type == "tool_use":
                    print(f"{block.name}({block.input})")
                elif block.type == "text":
                    print(block.text)
    print(f"ended: {runner.end_reason}, {runner.tokens_used} tokens")


if __name__ == "__main__":
    main()
