"""What is compared, and what is aimed at: one case a row of the table."""

from __future__ import annotations

from typing import NamedTuple, Optional, Tuple

# How a figure is shown: what it is divided by, and its unit.
MILLISECONDS = (1e-3, "ms")
MICROSECONDS = (1e-6, "us")
MEGABYTES = (1e6, "MB")
KILOBYTES = (1e3, "kB")
PLAIN = (1.0, "")


class Case(NamedTuple):
    """A program, how much of it, and the target."""

    name: str
    title: str
    program: str
    amount: int
    unit: Tuple[float, str]
    # At most so much of what the published package takes ...
    ratio: Optional[float] = None
    # ... or so much in itself, in the unit of the case.
    limit: Optional[float] = None
    # The same with bare httpx: no SDK above it can take less.
    floor: Optional[str] = None
    # Sizes at which the published package is measured instead, where it would take too long: one
    # is taken as it is; through more, a parabola is laid and read at the size of the case.
    their_counts: Tuple[int, ...] = ()
    # The size is what the case is about: it stays as it is when there is little time.
    fixed: bool = False
    # Rounds: at least so many, as one is short and varies much ...
    least_rounds: int = 1
    # ... or at most, as the figure is known well enough by then.
    most_rounds: int = 99


CASES = (
    Case("import", "`import anthropic`", "startup:import_package", 1, MILLISECONDS, 0.06),
    Case("modules", "modules loaded by import and a client", "startup:modules_loaded",
         1, PLAIN, 0.4),
    Case("first-create", "import, client, first `create`", "startup:first_create",
         1, MILLISECONDS, 0.35, floor="startup:httpx_and_pydantic", least_rounds=15),
    Case("first-text", "import, client, first text of `stream()`", "startup:first_streamed_text",
         1, MILLISECONDS, 0.40, floor="startup:httpx_and_pydantic", least_rounds=15),
    Case("first-event", "import, client, first text of `create(stream=True)`",
         "startup:first_streamed_event", 1, MILLISECONDS, 0.40,
         floor="startup:httpx_and_pydantic", least_rounds=15),
    Case("client", "another client", "startup:another_client", 30, MILLISECONDS, 0.02),
    Case("client-memory", "memory of another client", "startup:another_client_memory",
         50, KILOBYTES, 0.05),
    Case("create", "small `create`", "calls:create", 300, MILLISECONDS, 0.55,
         floor="calls:httpx_post", least_rounds=9),
    Case("create-async", "small `create`, async", "calls:create_async", 300, MILLISECONDS, 0.65,
         floor="calls:httpx_post_async", least_rounds=9),
    Case("create-aiohttp", "small `create`, aiohttp", "calls:create_aiohttp",
         300, MILLISECONDS, 0.6, floor="calls:httpx_post_aiohttp", least_rounds=9),
    Case("concurrent", "2,000 async calls, 100 in flight: a call", "calls:concurrent",
         2_000, MILLISECONDS, 0.7, most_rounds=3, floor="calls:httpx_concurrent"),
    Case("growth", "20,000 calls: growth after the first 5,000", "calls:growth",
         20_000, KILOBYTES, limit=256, most_rounds=1,
         their_counts=(4_000,)),
    Case("tool-blocks", "request of 200 messages with tool blocks", "bodies:tool_blocks",
         15, MILLISECONDS, 0.04),
    Case("model-blocks", "the same with model objects as blocks", "bodies:model_blocks",
         8, MILLISECONDS, 0.03, least_rounds=9),
    Case("images", "request with five 1 MB images", "bodies:images", 15, MILLISECONDS, 0.35),
    Case("images-memory", "peak memory of that request", "bodies:images_memory",
         3, MEGABYTES, 0.3),
    Case("stall", "longest event-loop stall, 500 messages", "bodies:loop_stall",
         9, MILLISECONDS, limit=5),
    Case("content-blocks", "answer of 500 content blocks", "answers:content_blocks",
         30, MILLISECONDS, 0.2, floor="answers:httpx_content_blocks", least_rounds=9),
    Case("models", "page of 1,000 models", "answers:models", 20, MILLISECONDS, 0.15),
    Case("batches", "page of 1,000 batches", "answers:batches", 10, MILLISECONDS, 0.12),
    Case("results", "batch results, 20,000 lines: a line", "answers:result_lines",
         20_000, MICROSECONDS, 0.25),
    Case("results-memory", "peak memory of those results", "answers:result_lines_memory",
         20_000, MEGABYTES, limit=2),
    Case("events", "`create(stream=True)`, 50,000 texts: an event", "streams:events",
         50_000, MICROSECONDS, 0.45, floor="streams:httpx_bytes"),
    Case("events-async", "the same, async", "streams:events_async", 50_000, MICROSECONDS, 0.5,
         floor="streams:httpx_bytes_async"),
    Case("packed-events", "the same, 64 events a chunk", "streams:packed_events",
         50_000, MICROSECONDS, 0.25, floor="streams:httpx_packed_bytes"),
    Case("helper", "`stream()`, 50,000 texts: an event", "streams:helper_events",
         50_000, MICROSECONDS, 0.35, floor="streams:httpx_bytes"),
    Case("helper-async", "the same, async", "streams:helper_events_async",
         50_000, MICROSECONDS, 0.35, floor="streams:httpx_bytes_async"),
    Case("tool-input", "tool input of 400 kB in 20-byte fragments", "streams:tool_input",
         400_000, MILLISECONDS, 0.02, their_counts=(25_000, 50_000, 100_000),
         fixed=True),
    Case("tool-growth", "tool input: time of 400 kB over that of 100 kB",
         "streams:tool_input_growth", 100_000, PLAIN, limit=5, their_counts=(25_000,),
         fixed=True),
    Case("upload-memory", "peak memory of a 200 MB upload", "uploads:upload_memory",
         200_000_000, MEGABYTES, limit=32, fixed=True),
)  # fmt: skip
