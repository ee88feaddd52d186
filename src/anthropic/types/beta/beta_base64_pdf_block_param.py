# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing_extensions import TypeAlias

from .beta_request_document_block_param import BetaRequestDocumentBlockParam

__all__ = [
    "BetaBase64PDFBlockParam",
]


BetaBase64PDFBlockParam: TypeAlias = BetaRequestDocumentBlockParam
