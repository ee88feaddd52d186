# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from __future__ import annotations

from typing import Generic, List, Optional, TypeVar

from typing_extensions import override

from ._base_client import BaseAsyncPage, BasePage, BaseSyncPage, PageInfo

__all__ = []

_T = TypeVar("_T")
