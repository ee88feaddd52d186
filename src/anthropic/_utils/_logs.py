"""What the package logs, and what it never does."""

from __future__ import annotations

import logging
import os
from typing import Dict, cast

logger: logging.Logger = logging.getLogger("anthropic")
httpx_logger: logging.Logger = logging.getLogger("httpx")

_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO}


def setup_logging() -> None:
    """Turn on logging if the environment variable ``ANTHROPIC_LOG`` is ``debug`` or ``info``."""
    level = _LEVELS.get(os.environ.get("ANTHROPIC_LOG", ""))
    if level is None:
        return
    logging.basicConfig(
        format="[%(asctime)s - %(name)s:%(lineno)d - %(levelname)s] %(message)s",
        datefmt="%Y-%m-%d %H:%M:%S",
    )
    logger.setLevel(level)
    httpx_logger.setLevel(level)
    httpx_logger.addFilter(_without_secrets_in_urls)


def _without_secrets_in_urls(record: logging.LogRecord) -> bool:
    """Takes passwords and queries out of the URLs that httpx logs, since it was us who asked."""
    import httpx

    from .._disclosure import shown_url

    if isinstance(record.args, tuple):
        record.args = tuple(
            shown_url(value) if isinstance(value, httpx.URL) else value for value in record.args
        )
    return True


class SensitiveHeadersFilter(logging.Filter):
    """Blots out credentials where a log record carries request options."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, dict) and isinstance(record.args.get("headers"), dict):
            from .._disclosure import REDACTED, is_secret

            headers = cast("Dict[object, object]", record.args["headers"])
            # A new dict: the record shares its arguments with the request.
            record.args["headers"] = {
                name: REDACTED if is_secret(name) else value for name, value in headers.items()
            }
        return True
