"""What a comparison finds: entries, each one change that users may notice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Sequence, Tuple

from codegen.changes.rules import RULES, Level, advice
from codegen.diagnostics import NOWHERE, Place


@dataclass(frozen=True)
class Change:
    """One change of the SDK. `before` and `after` are empty where there was or is nothing."""

    rule: str
    level: Level
    subject: str  # `messages.create(mood)`, `types.Message.id`, `anthropic.Anthropic`
    message: str
    before: str = ""
    after: str = ""
    item: str = ""  # what came or went, where the sides are the whole that it belongs to
    old_place: Place = NOWHERE
    new_place: Place = NOWHERE
    also: Tuple[str, ...] = ()  # other subjects that change for the same reason in the same way
    facts: Tuple[str, ...] = ()  # beginnings of the lines of api.txt that it explains
    types: Tuple[str, ...] = ()  # ids of the types it is about
    resources: Tuple[str, ...] = ()  # whose users meet it

    @property
    def place(self) -> Place:
        """Where to look in the description: what is there now, or what was there."""
        return self.new_place if self.new_place.file else self.old_place


@dataclass(frozen=True)
class Comparison:
    """Everything that differs between two SDKs."""

    old: str
    new: str
    changes: Tuple[Change, ...]

    @property
    def advice(self) -> str:
        return advice(change.level for change in self.changes)

    def of(self, level: Level) -> Sequence[Change]:
        return [change for change in self.changes if change.level is level]


def say(rule: str, **words: str) -> str:
    """The text of a rule; what is long is cut, since `before` and `after` have all of it.

    Backticks stand only where the rule has them, so that readers can rely on them.
    """
    shown = {key: cut(text).replace("`", "'") for key, text in words.items()}
    return RULES[rule].text.format(**shown)


def cut(text: str, limit: int = 90) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
