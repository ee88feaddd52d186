"""Memory: what a model notes in one conversation, it knows in the next one.

python examples/memory.py --local    no key and no network needed
python examples/memory.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

import tempfile

from rehearsal import MODEL, connected

from anthropic import Anthropic
from anthropic.lib.tools import BetaLocalFilesystemMemoryTool
from anthropic.testing import LocalServer

NOTE = "/memories/user.md"


def talk(client: Anthropic, directory: str, text: str) -> None:
    """A conversation of its own, with nothing in common with the others but the directory."""
    print(f"\n> {text}")
    runner = client.beta.messages.tool_runner(
        model=MODEL,
        max_tokens=1000,
        system="Note what you learn about the user in your memory, and look there first.",
        messages=[{"role": "user", "content": text}],
        tools=[BetaLocalFilesystemMemoryTool(directory, max_total_bytes=1_000_000)],
        betas=["context-management-2025-06-27"],
        max_iterations=10,
    )
    for message in runner:
        for block in message.content:
            if block.type == "tool_use":
                print(f"  memory: {block.input}")
            elif block.type == "text":
                print(block.text)


def rehearse(server: LocalServer) -> None:
    note = {"command": "create", "path": NOTE, "file_text": "Drinks tea, never coffee.\n"}
    server.reply_next({"type": "tool_use", "name": "memory", "input": note})
    server.reply_next("I will remember that.")
    server.reply_next(
        {"type": "tool_use", "name": "memory", "input": {"command": "view", "path": NOTE}}
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as directory, connected("Memory.", rehearse) as client:
        talk(client, directory, "I drink tea, never coffee.")
        talk(client, directory, "What should you offer me?")


if __name__ == "__main__":
    main()
