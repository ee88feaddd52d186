"""Files and skills: what goes up comes down, is listed and can be deleted."""

from __future__ import annotations

from typing import List, Optional, Tuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anthropic.testing._multipart import parse_form
from tests.server.support import Wire

SKILL_MD = b"---\nname: greeter\ndescription: 'Greets people.'\n---\n\nSay hello.\n"


def upload(wire: Wire, name: str, content: bytes, kind: Optional[str] = None) -> str:
    reply = wire.form("/v1/files?beta=true", [("file", name, content, kind)])
    assert reply.status == 200, reply.body
    return str(reply.json()["id"])


def test_file_up_and_down(wire: Wire) -> None:
    content = bytes(range(256)) * 50 + b"\r\n--XX-not-the-end\r\n"
    file_id = upload(wire, "data.bin", content)
    metadata = wire.get(f"/v1/files/{file_id}?beta=true")
    assert metadata == {
        "type": "file",
        "id": file_id,
        "created_at": metadata["created_at"],
        "filename": "data.bin",
        "mime_type": "application/octet-stream",
        "size_bytes": len(content),
        "downloadable": True,
    }
    reply = wire.call("GET", f"/v1/files/{file_id}/content?beta=true")
    assert reply.body == content
    assert reply.headers["content-type"] == "application/octet-stream"
    deleted = wire.call("DELETE", f"/v1/files/{file_id}?beta=true").json()
    assert deleted == {"type": "file_deleted", "id": file_id}
    assert wire.call("GET", f"/v1/files/{file_id}/content").status == 404
    assert wire.get("/v1/files?beta=true")["data"] == []


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("a.pdf", None, "application/pdf"),
        ("a.txt", "application/octet-stream", "text/plain"),
        ("a", "image/png", "image/png"),
        ("a.txt", "text/csv; charset=utf-8", "text/csv"),
        ("ünïcode.txt", None, "text/plain"),
    ],
)
def test_mime_type(wire: Wire, name: str, kind: Optional[str], expected: str) -> None:
    metadata = wire.get(f"/v1/files/{upload(wire, name, b'x', kind)}")
    assert (metadata["mime_type"], metadata["filename"]) == (expected, name)


@pytest.mark.parametrize("name", ["a/b.txt", "", "x" * 256, "a%22b.txt", "a:b"])
def test_refused_filenames(wire: Wire, name: str) -> None:
    reply = wire.form("/v1/files?beta=true", [("file", name, b"x", None)])
    assert reply.status == 400
    assert "filename" in reply.error[1]


@given(
    st.lists(
        st.tuples(
            st.text("abc[]_", min_size=1),
            st.one_of(
                st.none(),
                st.text(
                    st.characters(blacklist_characters='"\\\r\n%', blacklist_categories=["Cs"])
                ),
            ),
            st.binary(),
        ),
        min_size=1,
    )
)
def test_forms_are_read_back(fields: List[Tuple[str, Optional[str], bytes]]) -> None:
    body = b""
    for name, filename, content in fields:
        disposition = f'form-data; name="{name}"'
        if filename is not None:
            disposition += f'; filename="{filename}"'
        body += f"--bound\r\nContent-Disposition: {disposition}\r\n\r\n".encode()
        body += content + b"\r\n"
    parts = parse_form("multipart/form-data; boundary=bound", body + b"--bound--\r\n")
    assert [(part.name, part.filename, part.content) for part in parts] == [
        (name, filename if filename is None else filename.strip(), content)
        for name, filename, content in fields
    ]


def new_skill(wire: Wire, title: str) -> str:
    files = [
        ("files[]", "greeter/SKILL.md", SKILL_MD, None),
        ("files[]", "greeter/scripts/hello.py", b"print('hello')", None),
    ]
    reply = wire.form("/v1/skills?beta=true", files, {"display_title": title})
    assert reply.status == 200, reply.body
    return str(reply.json()["id"])


def test_life_of_a_skill(wire: Wire) -> None:
    skill_id = new_skill(wire, "Greeter")
    path = f"/v1/skills/{skill_id}"
    skill = wire.get(f"{path}?beta=true")
    assert (skill["source"], skill["display_title"]) == ("custom", "Greeter")
    files = [("files[]", "greeter/SKILL.md", SKILL_MD, None)]
    version = wire.form(f"{path}/versions?beta=true", files).json()
    assert (version["name"], version["description"]) == ("greeter", "Greets people.")
    assert (version["directory"], version["skill_id"]) == ("greeter", skill_id)
    assert wire.get(path)["latest_version"] == version["version"] > skill["latest_version"]
    assert wire.get(f"{path}/versions/{version['version']}") == version
    page = wire.get(f"{path}/versions?limit=1")
    assert [item["id"] for item in page["data"]] == [version["id"]]
    page = wire.get(f"{path}/versions?limit=1&page={page['next_page']}")
    assert [item["version"] for item in page["data"]] == [skill["latest_version"]]
    assert (page["has_more"], page["next_page"]) == (False, None)
    assert "Delete all its versions first" in wire.call("DELETE", path).error[1]
    for number in (skill["latest_version"], version["version"]):
        deleted = wire.call("DELETE", f"{path}/versions/{number}").json()
        assert deleted == {"type": "skill_version_deleted", "id": number}
    assert wire.call("DELETE", path).json() == {"type": "skill_deleted", "id": skill_id}
    assert wire.call("GET", path).status == 404


def test_skill_lists(wire: Wire) -> None:
    ids = [new_skill(wire, f"Skill {number}") for number in range(3)]
    custom = wire.get("/v1/skills?source=custom&limit=2")
    assert [item["id"] for item in custom["data"]] == [ids[2], ids[1]]
    rest = wire.get(f"/v1/skills?source=custom&limit=2&page={custom['next_page']}")
    assert [item["id"] for item in rest["data"]] == [ids[0]]
    provided = wire.get("/v1/skills?source=anthropic")["data"]
    assert {item["id"] for item in provided} == {"xlsx", "pptx", "pdf", "docx"}
    assert wire.call("DELETE", "/v1/skills/pdf").status == 400
    assert wire.call("GET", "/v1/skills?page=nonsense").status == 400
    assert wire.call("GET", "/v1/skills?limit=0").status == 400


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([], "files: No files"),
        ([("files[]", "SKILL.md", SKILL_MD, None)], "files: All files must be in the same"),
        ([("files[]", "a/README.md", SKILL_MD, None)], "files: SKILL.md not found"),
        ([("files[]", "a/b/SKILL.md", SKILL_MD, None)], "files: SKILL.md not found"),
        ([("files[]", "a/SKILL.md", b"hello", None)], "files: SKILL.md must start with"),
        ([("files[]", "a/SKILL.md", b"---\nname: x\n---\n", None)], "files: The front matter"),
        (
            [("files[]", "a/SKILL.md", SKILL_MD, None), ("files[]", "b/x", b"", None)],
            "files: All files must be in the same",
        ),
        (
            [("files[]", "a/SKILL.md", SKILL_MD, None), ("files[]", "a/../x", b"", None)],
            "files: The path 'a/../x' leaves",
        ),
    ],
)
def test_refused_skills(
    wire: Wire, files: List[Tuple[str, str, bytes, Optional[str]]], message: str
) -> None:
    reply = wire.form("/v1/skills?beta=true", files, {"display_title": "X"})
    assert reply.status == 400
    assert reply.error[1].startswith(message)


def test_titles_are_unique(wire: Wire) -> None:
    new_skill(wire, "Same")
    files = [("files[]", "greeter/SKILL.md", SKILL_MD, None)]
    reply = wire.form("/v1/skills", files, {"display_title": "Same"})
    assert reply.error[1].startswith("display_title: ")
