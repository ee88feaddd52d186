"""Files (beta): upload, list, metadata, download, delete."""

from __future__ import annotations

import mimetypes

from ._errors import invalid
from ._exchange import Answer, Request, json_answer
from ._multipart import Part
from ._pages import id_page
from ._state import State, StoredFile

__all__ = ["delete_file", "download_file", "list_files", "retrieve_file", "upload_file"]

_FORBIDDEN = frozenset('<>:"|?*\\/')


def _mime_type(part: Part) -> str:
    if part.content_type and part.content_type != "application/octet-stream":
        return part.content_type.partition(";")[0].strip()
    guessed, _ = mimetypes.guess_type(part.filename or "")
    return guessed or "application/octet-stream"


def upload_file(state: State, request: Request) -> Answer:
    parts = [part for part in request.parts if part.name == "file"]
    if len(parts) != 1 or parts[0].filename is None:
        raise invalid("file: Exactly one file with a name must be sent in this field")
    part = parts[0]
    filename = str(part.filename)
    if not 1 <= len(filename) <= 255 or any(c in _FORBIDDEN or ord(c) < 32 for c in filename):
        raise invalid(
            'file: The filename must have 1 to 255 characters and none of < > : " | ? * \\ /'
        )
    seed = f"{filename} {part.content_type} {part.content.decode('latin-1')}"
    file_id = state.ids.new("file", seed)
    stored = StoredFile(file_id, filename, _mime_type(part), part.content, state.clock.tick())
    return json_answer(state.files.add(file_id, stored).show())


def _stored(state: State, request: Request) -> StoredFile:
    file_id = request.path_params["file_id"]
    if state.settings.permissive and state.files.find(file_id) is None:
        content = f"The content of {file_id}.\n".encode()
        return StoredFile(file_id, f"{file_id}.txt", "text/plain", content, state.clock.now())
    return state.files.get(file_id)


def list_files(state: State, request: Request) -> Answer:
    page = id_page(state.files, request.query, StoredFile.show, state.settings.permissive)
    return json_answer(page)


def retrieve_file(state: State, request: Request) -> Answer:
    return json_answer(_stored(state, request).show())


def download_file(state: State, request: Request) -> Answer:
    stored = _stored(state, request)
    return Answer(content_type=stored.mime_type, body=stored.content)


def delete_file(state: State, request: Request) -> Answer:
    stored = _stored(state, request)
    if state.files.find(stored.id) is not None:
        state.files.remove(stored.id)
    return json_answer({"type": "file_deleted", "id": stored.id})
