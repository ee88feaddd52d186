"""Tools written as Python functions or classes, and the loop that runs them for the model.

Every name is loaded from its own module when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List

if TYPE_CHECKING:
    from ._beta_builtin_memory_tool import (
        BetaAbstractMemoryTool as BetaAbstractMemoryTool,
    )
    from ._beta_builtin_memory_tool import (
        BetaAsyncAbstractMemoryTool as BetaAsyncAbstractMemoryTool,
    )
    from ._beta_functions import (
        BetaAsyncBuiltinFunctionTool as BetaAsyncBuiltinFunctionTool,
    )
    from ._beta_functions import (
        BetaAsyncFunctionTool as BetaAsyncFunctionTool,
    )
    from ._beta_functions import (
        BetaBuiltinFunctionTool as BetaBuiltinFunctionTool,
    )
    from ._beta_functions import (
        BetaFunctionTool as BetaFunctionTool,
    )
    from ._beta_functions import (
        BetaFunctionToolResultType as BetaFunctionToolResultType,
    )
    from ._beta_functions import (
        beta_async_tool as beta_async_tool,
    )
    from ._beta_functions import (
        beta_tool as beta_tool,
    )
    from ._beta_runner import (
        BetaAsyncStreamingToolRunner as BetaAsyncStreamingToolRunner,
    )
    from ._beta_runner import (
        BetaAsyncToolRunner as BetaAsyncToolRunner,
    )
    from ._beta_runner import (
        BetaStreamingToolRunner as BetaStreamingToolRunner,
    )
    from ._beta_runner import (
        BetaToolRunner as BetaToolRunner,
    )

__all__ = [
    "BetaAbstractMemoryTool",
    "BetaAsyncAbstractMemoryTool",
    "BetaAsyncBuiltinFunctionTool",
    "BetaAsyncFunctionTool",
    "BetaAsyncStreamingToolRunner",
    "BetaAsyncToolRunner",
    "BetaBuiltinFunctionTool",
    "BetaFunctionTool",
    "BetaFunctionToolResultType",
    "BetaStreamingToolRunner",
    "BetaToolRunner",
    "beta_async_tool",
    "beta_tool",
]

_MODULES = {
    "BetaAbstractMemoryTool": "_beta_builtin_memory_tool",
    "BetaAsyncAbstractMemoryTool": "_beta_builtin_memory_tool",
    "BetaAsyncBuiltinFunctionTool": "_beta_functions",
    "BetaAsyncFunctionTool": "_beta_functions",
    "BetaAsyncStreamingToolRunner": "_beta_runner",
    "BetaAsyncToolRunner": "_beta_runner",
    "BetaBuiltinFunctionTool": "_beta_functions",
    "BetaFunctionTool": "_beta_functions",
    "BetaFunctionToolResultType": "_beta_functions",
    "BetaStreamingToolRunner": "_beta_runner",
    "BetaToolRunner": "_beta_runner",
    "beta_async_tool": "_beta_functions",
    "beta_tool": "_beta_functions",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> List[str]:
    return sorted({*globals(), *__all__})
