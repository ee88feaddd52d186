"""Lines out of bytes that arrive in arbitrary pieces."""

from __future__ import annotations

from typing import List


class LineBuffer:
    """Collects pieces of bytes and hands out whole lines.

    A line ends in `\\n`, `\\r` or `\\r\\n`, and each of them comes out as `\\n`.  A `\\r` ends its
    line at once: waiting for a possible `\\n` would hold an event back until the next piece
    arrives.  The cost is linear in the number of bytes however small the pieces are.
    """

    __slots__ = ("_pending", "_skip_newline")

    def __init__(self) -> None:
        self._pending: List[bytes] = []
        self._skip_newline = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing of what was fed is waiting for its end."""
        return not (self._pending or self._skip_newline)

    def feed(self, chunk: bytes) -> bytes:
        """The lines that `chunk` completes, each ended by `\\n`; empty when it completes none."""
        if self._skip_newline and chunk:
            self._skip_newline = False
            if chunk[:1] == b"\n":
                chunk = chunk[1:]
        if b"\r" in chunk:
            self._skip_newline = chunk.endswith(b"\r")
            chunk = chunk.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        end = chunk.rfind(b"\n") + 1
        if not end:
            if chunk:
                self._pending.append(chunk)
            return b""
        complete, rest = chunk[:end], chunk[end:]
        if self._pending:
            complete = b"".join(self._pending) + complete
            self._pending.clear()
        if rest:
            self._pending.append(rest)
        return complete

    def flush(self) -> bytes:
        """What is left at the end: a last line that nothing ended, without an ending."""
        rest = b"".join(self._pending)
        self._pending.clear()
        self._skip_newline = False
        return rest
