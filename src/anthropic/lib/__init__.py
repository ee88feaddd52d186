"""Hand-written helpers on top of the generated API: streams, structured outputs, tools, files.

Nothing is loaded until a name is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, List

if TYPE_CHECKING:
    from ._files import (
        async_files_from_dir as async_files_from_dir,
    )
    from ._files import (
        files_from_dir as files_from_dir,
    )

__all__ = ["async_files_from_dir", "files_from_dir"]


def __getattr__(name: str) -> object:
    if name in __all__:
        from . import _files

        return getattr(_files, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> List[str]:
    return sorted({*globals(), *__all__})
