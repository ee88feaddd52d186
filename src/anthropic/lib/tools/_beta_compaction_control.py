"""Keeping a long tool conversation within the context window by replacing it with a summary."""

from __future__ import annotations

from typing_extensions import Required, TypedDict

DEFAULT_THRESHOLD = 100_000

DEFAULT_SUMMARY_PROMPT = """The task above is not finished yet, but this conversation is \
about to be cleared. Write a continuation summary: it will take the place of the whole \
conversation, and a new context will pick up the work from it alone, without anything said above.

Cover, under these headings:

1. **Task Overview**: what the user asked for, how success is judged, and every constraint or \
clarification given along the way.
2. **Current State**: what has been done, which files, records or other results were made or \
changed (name them), and what is half done.
3. **Important Discoveries**: facts learnt, decisions made and why, errors met and how they were \
solved, and approaches that did not work.
4. **Next Steps**: what remains, in order, with open questions and anything that blocks progress.
5. **Context to Preserve**: preferences of the user, promises made to them, and details of the \
subject that are hard to find again.

Be concise but complete: leave out small talk and superseded detail, and keep whatever would \
otherwise have to be redone or asked again. Write so that work can resume immediately.

Wrap the summary in <summary></summary> tags.
"""


class CompactionControl(TypedDict, total=False):
    """When and how a tool runner replaces the conversation by a summary."""

    enabled: Required[bool]
    """Whether to compact at all"""

    context_token_threshold: int
    """Compact after a reply that used at least this many tokens, input and output together.

    Default: 100,000.
    """

    model: str
    """The model that writes the summary. Default: the conversation's own."""

    summary_prompt: str
    """What asks for the summary. Default: a prompt for a structured continuation summary."""
