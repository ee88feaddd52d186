"""Stages 1 and 2: description files become a resolved schema graph.

    document = load_document(path, problems)
    apply_overlays(document, overlays, problems)
    description = describe(document, problems)

This package knows nothing of the SDK's configuration. Each function raises
`GenerationFailed` with everything it found wrong.
"""

from __future__ import annotations

from codegen.spec.describe import describe
from codegen.spec.document import Document
from codegen.spec.load import load_document
from codegen.spec.overlay import apply_overlays
from codegen.spec.survey import undescribed_pointers

__all__ = ["Document", "apply_overlays", "describe", "load_document", "undescribed_pointers"]
