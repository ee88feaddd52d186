"""The numbers, names and texts that the client is built with."""

from __future__ import annotations

from typing import Dict

import httpx

# Asks the response layer for a wrapper in place of the parsed result: `true`, `raw` or `stream`.
RAW_RESPONSE_HEADER = "X-Stainless-Raw-Response"
# Carries the class of that wrapper inside the options; it never leaves the process.
OVERRIDE_CAST_TO_HEADER = "____stainless_override_cast_to"

# Ten minutes for an answer, seconds for a connection.
DEFAULT_TIMEOUT = httpx.Timeout(timeout=600, connect=5.0)
DEFAULT_MAX_RETRIES = 2
DEFAULT_CONNECTION_LIMITS = httpx.Limits(max_connections=1000, max_keepalive_connections=100)

# Seconds before the first retry, and the longest wait that the client chooses itself.
INITIAL_RETRY_DELAY = 0.5
MAX_RETRY_DELAY = 8.0
# A server that asks for a longer wait than this is not heeded.
MAX_RETRY_AFTER = 60.0

HUMAN_PROMPT = "\n\nHuman:"
AI_PROMPT = "\n\nAssistant:"

# The longest answers, in tokens, that may be asked of these models without streaming.
MODEL_NONSTREAMING_TOKENS: Dict[str, int] = {
    "claude-opus-4-20250514": 8_192,
    "claude-opus-4-0": 8_192,
    "claude-4-opus-20250514": 8_192,
    "anthropic.claude-opus-4-20250514-v1:0": 8_192,
    "claude-opus-4@20250514": 8_192,
    "claude-opus-4-1-20250805": 8_192,
    "anthropic.claude-opus-4-1-20250805-v1:0": 8_192,
    "claude-opus-4-1@20250805": 8_192,
}
