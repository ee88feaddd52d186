# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import Iterable, List, Optional, Union

from typing_extensions import Annotated, Literal, Required, TypeAlias, TypedDict

from ..._utils import PropertyInfo
from ..anthropic_beta_param import AnthropicBetaParam
from ..model_param import ModelParam
from .beta_code_execution_tool_20250522_param import BetaCodeExecutionTool20250522Param
from .beta_code_execution_tool_20250825_param import BetaCodeExecutionTool20250825Param
from .beta_context_management_config_param import BetaContextManagementConfigParam
from .beta_json_output_format_param import BetaJSONOutputFormatParam
from .beta_mcp_toolset_param import BetaMCPToolsetParam
from .beta_memory_tool_20250818_param import BetaMemoryTool20250818Param
from .beta_message_param import BetaMessageParam
from .beta_output_config_param import BetaOutputConfigParam
from .beta_request_mcp_server_url_definition_param import BetaRequestMCPServerURLDefinitionParam
from .beta_text_block_param import BetaTextBlockParam
from .beta_thinking_config_param import BetaThinkingConfigParam
from .beta_tool_bash_20241022_param import BetaToolBash20241022Param
from .beta_tool_bash_20250124_param import BetaToolBash20250124Param
from .beta_tool_choice_param import BetaToolChoiceParam
from .beta_tool_computer_use_20241022_param import BetaToolComputerUse20241022Param
from .beta_tool_computer_use_20250124_param import BetaToolComputerUse20250124Param
from .beta_tool_computer_use_20251124_param import BetaToolComputerUse20251124Param
from .beta_tool_param import BetaToolParam
from .beta_tool_search_tool_bm25_20251119_param import BetaToolSearchToolBm25_20251119Param
from .beta_tool_search_tool_regex_20251119_param import BetaToolSearchToolRegex20251119Param
from .beta_tool_text_editor_20241022_param import BetaToolTextEditor20241022Param
from .beta_tool_text_editor_20250124_param import BetaToolTextEditor20250124Param
from .beta_tool_text_editor_20250429_param import BetaToolTextEditor20250429Param
from .beta_tool_text_editor_20250728_param import BetaToolTextEditor20250728Param
from .beta_web_fetch_tool_20250910_param import BetaWebFetchTool20250910Param
from .beta_web_search_tool_20250305_param import BetaWebSearchTool20250305Param

__all__ = [
    "MessageCountTokensParams",
    "Tool",
]


Tool: TypeAlias = Union[
    BetaToolParam,
    BetaToolBash20241022Param,
    BetaToolBash20250124Param,
    BetaCodeExecutionTool20250522Param,
    BetaCodeExecutionTool20250825Param,
    BetaToolComputerUse20241022Param,
    BetaMemoryTool20250818Param,
    BetaToolComputerUse20250124Param,
    BetaToolTextEditor20241022Param,
    BetaToolComputerUse20251124Param,
    BetaToolTextEditor20250124Param,
    BetaToolTextEditor20250429Param,
    BetaToolTextEditor20250728Param,
    BetaWebSearchTool20250305Param,
    BetaWebFetchTool20250910Param,
    BetaToolSearchToolBm25_20251119Param,
    BetaToolSearchToolRegex20251119Param,
    BetaMCPToolsetParam,
]
"""Tool definition that a token count takes into account: caller-defined, server-side, or an MCP
toolset.
"""


class MessageCountTokensParams(TypedDict, total=False):
    """Parameters of `beta.messages.count_tokens`."""

    messages: Required[Iterable[BetaMessageParam]]
    """Conversation to count, oldest first, in the same form as for message creation."""

    model: Required[ModelParam]
    """Model whose tokenizer counts; totals differ between models."""

    context_management: Optional[BetaContextManagementConfigParam]
    """Rules to apply before counting, so that the count reflects what the model would actually
    receive. Null or absent counts the whole conversation.
    """

    mcp_servers: Iterable[BetaRequestMCPServerURLDefinitionParam]
    """Remote MCP servers that the request to be measured would use."""

    output_config: BetaOutputConfigParam
    """Effort and output schema the message would be created with; a schema adds input tokens."""

    output_format: Optional[BetaJSONOutputFormatParam]
    """Deprecated: set `output_config.format` instead, and never both. Schema that the reply text
    has to follow; null or absent leaves it free.
    """

    speed: Optional[Literal["standard", "fast"]]
    """Inference mode of the request to be measured: `standard` or `fast`. Null or absent means
    `standard`.
    """

    system: Union[str, Iterable[BetaTextBlockParam]]
    """System prompt to count, as a string or as text blocks."""

    thinking: BetaThinkingConfigParam
    """Thinking configuration the message would be created with; its budget does not count as input."""

    tool_choice: BetaToolChoiceParam
    """Tool choice the message would be created with; it affects the size of the tool instructions."""

    tools: Iterable[Tool]
    """Tool definitions to count."""

    betas: Annotated[List[AnthropicBetaParam], PropertyInfo(alias="anthropic-beta")]
    """Beta features to switch on for this request, joined with commas into the `anthropic-beta`
    header.
    """
