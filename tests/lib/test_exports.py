"""The lazy packages give exactly the names that static tools see."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any, Set

import pytest


@pytest.mark.parametrize("name", ["anthropic.lib.streaming", "anthropic.lib.tools"])
def test_lazy_names(name: str) -> None:
    module = importlib.import_module(name)
    for exported in _names_for_static_tools(Path(str(module.__file__))):
        assert getattr(module, exported) is not None
        assert exported in dir(module)
    with pytest.raises(AttributeError, match="no attribute 'Missing'"):
        _ = module.Missing


def _names_for_static_tools(path: Path) -> Set[str]:
    tree = ast.parse(path.read_text())
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    names: Set[str] = set()
    for node in block.body:
        if isinstance(node, ast.ImportFrom):
            names.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.Assign):
            names.update(target.id for target in node.targets if isinstance(target, ast.Name))
    assert names
    return names


STREAMING = """
    TextEvent InputJsonEvent MessageStopEvent MessageStreamEvent ContentBlockStopEvent
    ParsedMessageStopEvent ParsedMessageStreamEvent ParsedContentBlockStopEvent
    MessageStream AsyncMessageStream MessageStreamManager AsyncMessageStreamManager
    BetaInputJsonEvent ParsedBetaTextEvent ParsedBetaMessageStopEvent ParsedBetaMessageStreamEvent
    ParsedBetaContentBlockStopEvent BetaTextEvent BetaMessageStopEvent BetaMessageStreamEvent
    BetaContentBlockStopEvent BetaMessageStream BetaAsyncMessageStream BetaMessageStreamManager
    BetaAsyncMessageStreamManager
"""


def test_published_names_of_streaming() -> None:
    import anthropic.lib.streaming as streaming

    assert _names_for_static_tools(Path(str(streaming.__file__))) >= set(STREAMING.split())


def test_earlier_names_of_beta_events() -> None:
    from anthropic.lib import streaming

    assert streaming.BetaTextEvent is streaming.ParsedBetaTextEvent
    assert streaming.BetaMessageStreamEvent is streaming.ParsedBetaMessageStreamEvent
    for name in ("MessageStopEvent", "ContentBlockStopEvent"):
        general: Any = getattr(streaming, f"ParsedBeta{name}")
        assert getattr(streaming, f"Beta{name}") is general[object]


def test_all_of_tools_can_be_imported() -> None:
    import anthropic.lib.tools as tools

    assert set(tools.__all__) <= _names_for_static_tools(Path(str(tools.__file__)))


TOOLS = """
    BetaAbstractMemoryTool BetaAsyncAbstractMemoryTool BetaAsyncBuiltinFunctionTool
    BetaAsyncFunctionTool BetaAsyncStreamingToolRunner BetaAsyncToolRunner BetaBuiltinFunctionTool
    BetaFunctionTool BetaFunctionToolResultType BetaStreamingToolRunner BetaToolRunner
    beta_async_tool beta_tool
"""


def test_names_that_programs_import_from_tools() -> None:
    import anthropic
    import anthropic.lib.tools as tools

    assert set(TOOLS.split()) <= set(tools.__all__)
    assert anthropic.beta_tool is tools.beta_tool
    assert anthropic.beta_async_tool is tools.beta_async_tool


def test_importing_the_packages_loads_no_types() -> None:
    code = (
        "import sys, anthropic.lib, anthropic.lib.streaming, anthropic.lib.tools\n"
        "print([name for name in sys.modules if name.startswith('anthropic.lib.') "
        "and name.count('.') > 2])"
    )
    output = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True
    ).stdout
    assert output.strip() == "[]"
