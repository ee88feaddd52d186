# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import Literal, TypeAlias

__all__ = [
    "BetaStopReason",
]


BetaStopReason: TypeAlias = Literal[
    "end_turn",
    "max_tokens",
    "stop_sequence",
    "tool_use",
    "pause_turn",
    "compaction",
    "refusal",
    "model_context_window_exceeded",
]
"""Why the model stopped generating: - `end_turn`: it finished its answer. - `max_tokens`: it
reached `max_tokens` or the model's own output limit; the answer is cut off. - `stop_sequence`:
it produced one of the custom stop sequences, given in the message's `stop_sequence`. -
`tool_use`: it calls one or more tools; send back a `tool_result` for each to go on. -
`pause_turn`: the API interrupted a long turn with server tools; send the reply back as it is to
let the model continue. - `compaction` (beta): the conversation was compacted and generation
paused after the summary; send it back to continue. - `refusal`: safety checks stopped the
answer. - `model_context_window_exceeded` (beta): input plus output filled the model's context
window before `max_tokens` was reached.
"""
