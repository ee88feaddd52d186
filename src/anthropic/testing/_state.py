"""Everything that the server remembers between requests."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Deque, List, Optional

from ._description import Description
from ._ids import Clock, Ids, rfc3339
from ._pages import Collection
from ._script import ScriptedReply
from ._tokens import PromptCache
from ._values import JsonObject

__all__ = ["Batch", "BatchEntry", "Settings", "Skill", "SkillVersion", "State", "StoredFile"]

_BATCH_LIFETIME = timedelta(hours=24)
_PROVIDED_SKILLS = ("xlsx", "pptx", "pdf", "docx")
_PROVIDED_VERSION = "20251013"


@dataclass(frozen=True)
class Settings:
    """How the server was asked to behave; `LocalServer` describes each of them."""

    permissive: bool = False
    batch_polls: int = 1
    event_delay: float = 0.0
    max_body_bytes: int = 32 * 1024 * 1024


@dataclass
class StoredFile:
    id: str
    filename: str
    mime_type: str
    content: bytes
    created_at: datetime

    def show(self) -> JsonObject:
        return {
            "type": "file",
            "id": self.id,
            "created_at": rfc3339(self.created_at),
            "filename": self.filename,
            "mime_type": self.mime_type,
            "size_bytes": len(self.content),
            "downloadable": True,
        }


@dataclass
class SkillVersion:
    id: str
    skill_id: str
    version: str
    name: str
    description: str
    directory: str
    created_at: datetime

    def show(self) -> JsonObject:
        return {
            "type": "skill_version",
            "id": self.id,
            "skill_id": self.skill_id,
            "version": self.version,
            "name": self.name,
            "description": self.description,
            "directory": self.directory,
            "created_at": rfc3339(self.created_at),
        }


@dataclass
class Skill:
    id: str
    source: str
    display_title: Optional[str]
    created_at: datetime
    updated_at: datetime
    versions: Collection[SkillVersion] = field(default_factory=lambda: Collection("Skill version"))

    def show(self) -> JsonObject:
        newest = self.versions.ids()
        return {
            "type": "skill",
            "id": self.id,
            "source": self.source,
            "display_title": self.display_title,
            "latest_version": newest[0] if newest else None,
            "created_at": rfc3339(self.created_at),
            "updated_at": rfc3339(self.updated_at),
        }


@dataclass
class BatchEntry:
    """One request of a batch; `result` is set when the batch ends."""

    custom_id: str
    params: JsonObject
    problem: Optional[str]
    result: Optional[JsonObject] = None


@dataclass
class Batch:
    id: str
    entries: List[BatchEntry]
    created_at: datetime
    beta: bool
    polls_left: int
    status: str = "in_progress"
    cancel_initiated_at: Optional[datetime] = None
    ended_at: Optional[datetime] = None

    def show(self, origin: str) -> JsonObject:
        """The batch as the API shows it, with result URLs under `origin`."""
        counts = {"processing": 0, "succeeded": 0, "errored": 0, "canceled": 0, "expired": 0}
        for entry in self.entries:
            counts[entry.result["type"] if entry.result else "processing"] += 1
        suffix = "?beta=true" if self.beta else ""
        url = f"{origin}/v1/messages/batches/{self.id}/results{suffix}"
        return {
            "type": "message_batch",
            "id": self.id,
            "processing_status": self.status,
            "request_counts": counts,
            "created_at": rfc3339(self.created_at),
            "expires_at": rfc3339(self.created_at + _BATCH_LIFETIME),
            "ended_at": _optional(self.ended_at),
            "cancel_initiated_at": _optional(self.cancel_initiated_at),
            "archived_at": None,
            "results_url": url if self.status == "ended" else None,
        }


def _optional(moment: Optional[datetime]) -> Optional[str]:
    return None if moment is None else rfc3339(moment)


def _provided_skills(moment: datetime) -> Collection[Skill]:
    """The skills that Anthropic provides; they are the oldest in every list."""
    skills: Collection[Skill] = Collection("Skill")
    for name in reversed(_PROVIDED_SKILLS):
        skill = Skill(name, "anthropic", name, moment, moment)
        about = f"Works with {name} files."
        number = _PROVIDED_VERSION
        version = SkillVersion(f"skillver_{name}", name, number, name, about, name, moment)
        skill.versions.add(number, version)
        skills.add(name, skill)
    return skills


class State:
    """The server's memory. Whoever reads or changes it holds `lock`."""

    def __init__(self, description: Description, settings: Settings) -> None:
        self.description = description
        self.settings = settings
        self.lock = threading.RLock()
        self.clear()

    def clear(self) -> None:
        """Forget everything, as if the server had just started."""
        self.ids = Ids()
        self.clock = Clock()
        self.cache = PromptCache()
        self.script: Deque[ScriptedReply] = deque()
        self.files: Collection[StoredFile] = Collection("File")
        self.batches: Collection[Batch] = Collection("Message batch")
        self.skills = _provided_skills(self.clock.now())
