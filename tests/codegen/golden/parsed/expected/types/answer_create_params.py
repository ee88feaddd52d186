# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable

from typing_extensions import Required, TypedDict

from .turn_param import TurnParam

__all__ = [
    "AnswerCreateParams",
]


class AnswerCreateParams(TypedDict, total=False):
    """Parameters of `answers.create`."""

    question: Required[str]
    history: Iterable[TurnParam]
