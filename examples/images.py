"""Images: one made on the spot and sent as it is, and one as a file that is uploaded once.

python examples/images.py --local    no key and no network needed
python examples/images.py            with the key in ANTHROPIC_API_KEY
"""

from __future__ import annotations

import base64
import struct
import zlib

from rehearsal import MODEL, connected

from anthropic import Anthropic

QUESTION = "What colour is this picture?"


def red_square(size: int = 64) -> bytes:
    """A picture in the format PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack("!I", len(data)) + kind + data + struct.pack("!I", zlib.crc32(kind + data))
        )

    header = struct.pack("!IIBBBBB", size, size, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\xff\0\0" * size) * size
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", header),
            chunk(b"IDAT", zlib.compress(rows)),
            chunk(b"IEND", b""),
        ]
    )


def send_bytes(client: Anthropic, picture: bytes) -> None:
    message = client.messages.create(
        model=MODEL,
        max_tokens=300,
        messages=[
            {
                "role": "user",
                "content": [
                    {
                        "type": "image",
                        "source": {
                            "type": "base64",
                            "media_type": "image/png",
                            "data": base64.b64encode(picture).decode(),
                        },
                    },
                    {"type": "text", "text": QUESTION},
                ],
            }
        ],
    )
    print("".join(block.text for block in message.content if block.type == "text"))


def send_file(client: Anthropic, picture: bytes) -> None:
    uploaded = client.beta.files.upload(file=("square.png", picture, "image/png"))
    print(f"uploaded as {uploaded.id}")
    try:
        message = client.beta.messages.create(
            model=MODEL,
            max_tokens=300,
            messages=[
                {
                    "role": "user",
                    "content": [
                        {"type": "image", "source": {"type": "file", "file_id": uploaded.id}},
                        {"type": "text", "text": QUESTION},
                    ],
                }
            ],
            betas=["files-api-2025-04-14"],
        )
        print("".join(block.text for block in message.content if block.type == "text"))
    finally:
        client.beta.files.delete(uploaded.id)


def main() -> None:
    with connected("Images.") as client:
        picture = red_square()
        send_bytes(client, picture)
        send_file(client, picture)


if __name__ == "__main__":
    main()
