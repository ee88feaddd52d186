"""Batches: many requests, worked on in the background, and their results.

python examples/batches.py --local    no key and no network needed
python examples/batches.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

import time

from rehearsal import MODEL, connected

from anthropic import Anthropic

QUESTIONS = {
    "capital": "What is the capital of Peru?",
    "river": "What is the longest river of Peru?",
    "broken": "",
}


def wait_for(client: Anthropic, batch_id: str) -> None:
    """A batch may take up to a day, most take some minutes."""
    seconds = 0.1
    while True:
        batch = client.messages.batches.retrieve(batch_id)
        counts = batch.request_counts
        print(f"  {batch.processing_status}: {counts.succeeded} done, {counts.errored} failed")
        if batch.processing_status == "ended":
            return
        time.sleep(seconds)
        seconds = min(seconds * 2, 60)


def main() -> None:
    with connected("Batches.") as client:
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
                for name, question in QUESTIONS.items()
            ]
        )
        print(f"{batch.id} expires at {batch.expires_at:%H:%M}")
        wait_for(client, batch.id)
        # Results come in any order, as a stream: a large batch is never in memory as a whole.
        for entry in client.messages.batches.results(batch.id):
            if entry.result.type == "succeeded":
                content = entry.result.message.content
                text = "".join(block.text for block in content if block.type == "text")
                print(f"{entry.custom_id}: {text}")
            elif entry.result.type == "errored":
                print(f"{entry.custom_id} failed: {entry.result.error.error.message}")
            else:
                print(f"{entry.custom_id}: {entry.result.type}")


if __name__ == "__main__":
    main()
