"""How a fault is written down, and what the user of the package may see of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Dict, Optional, Type, Union

import anthropic
from tests.runtime.faults.server import Script

Connection = anthropic.APIConnectionError
Timeout = anthropic.APITimeoutError
Validation = anthropic.APIResponseValidationError
Status = anthropic.APIStatusError

MESSAGE_ITSELF = "the message"
TEXT_ITSELF = "the text of the answer, and a warning in the log"
EVENTS_THEMSELVES = "all events"
RESULTS_THEMSELVES = "all results"


@dataclass(frozen=True)
class Seen:
    """What becomes of a call."""

    result: Union[str, Type[Exception]]
    """What is returned, or the class of what is raised."""

    again: bool = False
    """Whether the request is sent once more, if retries are left."""

    also: Optional[Type[Exception]] = None
    """Another class that the error has: that of what it was before this package had one."""

    says: str = ""
    """What the message of the error tells, at least."""

    arrived: int = 0
    """How many events or results came before the error."""


@dataclass(frozen=True)
class Fault:
    """Something that a server, or what stands before it, does wrong."""

    what: str
    seen: Seen
    script: Optional[Script]
    """What each connection does; without one nobody listens."""

    aiohttp: Optional[Seen] = None
    """What becomes of the call with `DefaultAioHttpClient`, where that is something else."""

    options: Dict[str, Any] = field(default_factory=dict)
    """Options of the client."""


def breaks(**details: Any) -> Seen:
    return Seen(Connection, again=True, **details)


def invalid(says: str, **details: Any) -> Seen:
    return Seen(Validation, says=says, **details)


def no_json(says: str, **details: Any) -> Seen:
    return invalid(says, also=json.JSONDecodeError, **details)
