"""Tools written as Python functions or classes, and the loop that runs them for the model.

Every name is loaded from its own module when it is first asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

if TYPE_CHECKING:
    from ._beta_builtin_memory_tool import BetaAbstractMemoryTool as BetaAbstractMemoryTool
    from ._beta_builtin_memory_tool import (
        BetaAsyncAbstractMemoryTool as BetaAsyncAbstractMemoryTool,
    )
    from ._beta_compaction_control import CompactionControl as CompactionControl
    from ._beta_functions import BetaAsyncBuiltinFunctionTool as BetaAsyncBuiltinFunctionTool
    from ._beta_functions import BetaAsyncFunctionTool as BetaAsyncFunctionTool
    from ._beta_functions import BetaAsyncRunnableTool as BetaAsyncRunnableTool
    from ._beta_functions import BetaBuiltinFunctionTool as BetaBuiltinFunctionTool
    from ._beta_functions import BetaFunctionTool as BetaFunctionTool
    from ._beta_functions import BetaFunctionToolResultType as BetaFunctionToolResultType
    from ._beta_functions import BetaRunnableTool as BetaRunnableTool
    from ._beta_functions import beta_async_tool as beta_async_tool
    from ._beta_functions import beta_tool as beta_tool
    from ._beta_runner import BetaAsyncStreamingToolRunner as BetaAsyncStreamingToolRunner
    from ._beta_runner import BetaAsyncToolRunner as BetaAsyncToolRunner
    from ._beta_runner import BetaStreamingToolRunner as BetaStreamingToolRunner
    from ._beta_runner import BetaToolRunner as BetaToolRunner
    from ._errors import ToolError as ToolError
    from ._errors import ToolTimeoutError as ToolTimeoutError
    from ._hooks import AsyncToolErrorPolicy as AsyncToolErrorPolicy
    from ._hooks import BetaAsyncToolApproval as BetaAsyncToolApproval
    from ._hooks import BetaToolApproval as BetaToolApproval
    from ._hooks import BetaToolDecision as BetaToolDecision
    from ._hooks import BetaToolDenial as BetaToolDenial
    from ._hooks import BetaToolEdit as BetaToolEdit
    from ._hooks import ToolErrorPolicy as ToolErrorPolicy
    from ._limits import ToolRunnerEndReason as ToolRunnerEndReason
    from ._memory_files import (
        BetaAsyncLocalFilesystemMemoryTool as BetaAsyncLocalFilesystemMemoryTool,
    )
    from ._memory_files import BetaLocalFilesystemMemoryTool as BetaLocalFilesystemMemoryTool

__all__ = [
    "BetaAbstractMemoryTool",
    "BetaAsyncAbstractMemoryTool",
    "BetaAsyncBuiltinFunctionTool",
    "BetaAsyncFunctionTool",
    "BetaAsyncLocalFilesystemMemoryTool",
    "BetaAsyncStreamingToolRunner",
    "BetaAsyncToolRunner",
    "BetaBuiltinFunctionTool",
    "BetaFunctionTool",
    "BetaFunctionToolResultType",
    "BetaLocalFilesystemMemoryTool",
    "BetaStreamingToolRunner",
    "BetaToolDenial",
    "BetaToolEdit",
    "BetaToolRunner",
    "ToolError",
    "ToolTimeoutError",
    "beta_async_tool",
    "beta_tool",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "AsyncToolErrorPolicy": "._hooks",
        "BetaAbstractMemoryTool": "._beta_builtin_memory_tool",
        "BetaAsyncAbstractMemoryTool": "._beta_builtin_memory_tool",
        "BetaAsyncBuiltinFunctionTool": "._beta_functions",
        "BetaAsyncFunctionTool": "._beta_functions",
        "BetaAsyncLocalFilesystemMemoryTool": "._memory_files",
        "BetaAsyncRunnableTool": "._beta_functions",
        "BetaAsyncStreamingToolRunner": "._beta_runner",
        "BetaAsyncToolApproval": "._hooks",
        "BetaAsyncToolRunner": "._beta_runner",
        "BetaBuiltinFunctionTool": "._beta_functions",
        "BetaFunctionTool": "._beta_functions",
        "BetaFunctionToolResultType": "._beta_functions",
        "BetaLocalFilesystemMemoryTool": "._memory_files",
        "BetaRunnableTool": "._beta_functions",
        "BetaStreamingToolRunner": "._beta_runner",
        "BetaToolApproval": "._hooks",
        "BetaToolDecision": "._hooks",
        "BetaToolDenial": "._hooks",
        "BetaToolEdit": "._hooks",
        "BetaToolRunner": "._beta_runner",
        "CompactionControl": "._beta_compaction_control",
        "ToolRunnerEndReason": "._limits",
        "ToolError": "._errors",
        "ToolErrorPolicy": "._hooks",
        "ToolTimeoutError": "._errors",
        "beta_async_tool": "._beta_functions",
        "beta_tool": "._beta_functions",
    },
)
