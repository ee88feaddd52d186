"""Answers that quote documents and search results, with the place of every quotation."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Callable, List, Optional, Tuple

from ._prompt import Conversation, excerpt, plain_text, words_of
from ._values import JsonObject, as_array, as_object

__all__ = ["FileText", "cited_blocks"]

FileText = Callable[[str], Optional[str]]
"""Gives the text of an uploaded file by its id, or None when it is not text."""

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*", re.UNICODE)


def cited_blocks(conversation: Conversation, file_text: FileText) -> List[JsonObject]:
    """Text blocks that quote each source once; empty when no source asks for citations."""
    sources = conversation.cited_sources()
    if not sources:
        return []
    asked = words_of(conversation.question)
    topic = " and ".join(asked[:3]) or "your question"
    blocks: List[JsonObject] = [{"type": "text", "text": f"This is what I found about {topic}: "}]
    documents = searches = 0
    for source in sources:
        if source.get("type") == "search_result":
            citation = _search_citation(source, searches, asked)
            searches += 1
        else:
            citation = _document_citation(source, documents, asked, file_text)
            documents += 1
        quoted = excerpt(str(citation["cited_text"]), 200)
        blocks.append({"type": "text", "text": quoted, "citations": [citation]})
        blocks.append({"type": "text", "text": " "})
    return blocks[:-1]


def _best_sentence(text: str, asked: List[str]) -> Tuple[int, int]:
    """Start and end of the sentence that has most of the asked words."""
    best, score = (0, len(text)), -1
    for match in _SENTENCE.finditer(text):
        found = match.group()
        start = match.start() + len(found) - len(found.lstrip())
        common = len(set(asked) & set(words_of(found)))
        if found.strip() and common > score:
            best, score = (start, match.start() + len(found.rstrip())), common
    return best


def _best_block(blocks: List[str], asked: List[str]) -> int:
    scores = [len(set(asked) & set(words_of(block))) for block in blocks]
    return scores.index(max(scores)) if scores else 0


def _search_citation(source: JsonObject, index: int, asked: List[str]) -> JsonObject:
    blocks = [plain_text([block]) for block in as_array(source.get("content"))]
    chosen = _best_block(blocks, asked)
    return {
        "type": "search_result_location",
        "cited_text": blocks[chosen] if blocks else "",
        "source": source.get("source"),
        "title": source.get("title"),
        "search_result_index": index,
        "start_block_index": chosen,
        "end_block_index": chosen + 1,
    }


def _document_citation(
    document: JsonObject, index: int, asked: List[str], file_text: FileText
) -> JsonObject:
    source = as_object(document.get("source"))
    common: JsonObject = {
        "document_index": index,
        "document_title": document.get("title"),
        "file_id": source.get("file_id"),
    }
    if source.get("type") == "content":
        content = source.get("content")
        blocks = (
            [content]
            if isinstance(content, str)
            else [plain_text([item]) for item in as_array(content)]
        )
        chosen = _best_block(blocks, asked)
        place = {"start_block_index": chosen, "end_block_index": chosen + 1}
        cited = blocks[chosen] if blocks else ""
        return {"type": "content_block_location", "cited_text": cited, **common, **place}
    text = _text(source, file_text)
    if text is None:
        cited = (
            _pdf_text(source) or f"The text of page 1 of {document.get('title') or 'the document'}."
        )
        place = {"start_page_number": 1, "end_page_number": 2}
        return {"type": "page_location", "cited_text": cited, **common, **place}
    start, end = _best_sentence(text, asked)
    place = {"start_char_index": start, "end_char_index": end}
    return {"type": "char_location", "cited_text": text[start:end], **common, **place}


def _text(source: JsonObject, file_text: FileText) -> Optional[str]:
    if source.get("type") == "text":
        return str(source.get("data", ""))
    if source.get("type") == "file":
        return file_text(str(source.get("file_id")))
    return None


def _pdf_text(source: JsonObject) -> Optional[str]:
    """The first text shown by an uncompressed PDF; enough to quote something true."""
    if source.get("type") != "base64":
        return None
    try:
        data = base64.b64decode(str(source.get("data", "")))
    except (ValueError, binascii.Error):
        return None
    match = re.search(rb"\(((?:[^()\\]|\\.)+)\)\s*(?:Tj|')", data)
    return match.group(1).decode("latin-1") if match else None
