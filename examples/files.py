"""Files: up, listed, in a message with citations, and deleted.

python examples/files.py --local    no key and no network needed
python examples/files.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

from rehearsal import MODEL, connected

from anthropic import Anthropic

NOTES = b"The lighthouse of Brest was built in 1863. Its light reaches 24 nautical miles."


def ask_about(client: Anthropic, file_id: str) -> None:
    message = client.beta.messages.create(
        model=MODEL,
        max_tokens=300,
        messages=[
            {
                "role": "user",
                "content": [
                    {
                        "type": "document",
                        "source": {"type": "file", "file_id": file_id},
                        "citations": {"enabled": True},
                    },
                    {"type": "text", "text": "When was the lighthouse built?"},
                ],
            }
        ],
        betas=["files-api-2025-04-14"],
    )
    for block in message.content:
        if block.type == "text":
            print(block.text)
            for citation in block.citations or []:
                print(f"  cites: {citation.cited_text!r}")


def main() -> None:
    with connected("Files.") as client:
        uploaded = client.beta.files.upload(file=("notes.txt", NOTES, "text/plain"))
        try:
            print(f"{uploaded.filename}: {uploaded.size_bytes} bytes, {uploaded.id}")
            for file in client.beta.files.list(limit=5):
                print(f"  listed: {file.filename}")
            ask_about(client, uploaded.id)
        finally:
            client.beta.files.delete(uploaded.id)
            print("deleted")


if __name__ == "__main__":
    main()
