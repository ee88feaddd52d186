"""Objects on a server that the path parameters of generated tests name."""

from __future__ import annotations

from typing import Any, Dict, Optional

import httpx

SKILL = b"---\nname: sample\ndescription: A skill to be tested with.\n---\nSay hello.\n"
HEADERS = {
    "anthropic-version": "2023-06-01",
    "anthropic-beta": "files-api-2025-04-14,skills-2025-10-02",
}


def connect(url: str, api_key: str) -> httpx.Client:
    """Plain HTTP, so that nothing here depends on the SDK under test."""
    return httpx.Client(base_url=url, headers={**HEADERS, "x-api-key": api_key})


class ApiObjects:
    """One test's objects, by the name of the path parameter that names them.

    A version and a skill that the same test asks for belong together, whichever comes first.
    Without a server every id is made up, as Prism answers for any.
    """

    def __init__(self, http: Optional[httpx.Client] = None) -> None:
        self._http = http
        self._skill_id = ""

    def existing(self, name: str) -> str:
        """An object that is there and that the test leaves there."""
        if self._http is None:
            return f"some_{name}"
        if name == "model_id":
            return str(self._call("GET", "/v1/models")["data"][0]["id"])
        if name == "message_batch_id":
            return self._batch()
        return self.fresh(name)

    def fresh(self, name: str) -> str:
        """An object of the test's own, in a state in which it can be deleted."""
        if self._http is None:
            return f"some_{name}"
        if name == "message_batch_id":
            return self.finished(name)
        if name == "file_id":
            upload = {"file": ("sample.txt", b"A sample.")}
            return str(self._call("POST", "/v1/files?beta=true", files=upload)["id"])
        if name == "skill_id":
            return self._skill_id or self._skill_without_versions()
        assert name == "version", f"The path parameter {name} is new: say here what it names"
        skill_id = self._skill_id or self._skill_without_versions()
        return str(self._upload_skill(f"/v1/skills/{skill_id}/versions?beta=true")["version"])

    def finished(self, name: str) -> str:
        """An object that has come to its end: a batch whose results are there."""
        if self._http is None:
            return f"some_{name}"
        assert name == "message_batch_id", f"{name} does not name something that ends"
        batch_id = self._batch()
        path = f"/v1/messages/batches/{batch_id}"
        while self._call("GET", path)["processing_status"] != "ended":
            continue
        return batch_id

    def _batch(self) -> str:
        message = {"role": "user", "content": "Hello"}
        params = {"model": "claude-opus-4-6", "max_tokens": 64, "messages": [message]}
        body = {"requests": [{"custom_id": "first", "params": params}]}
        return str(self._call("POST", "/v1/messages/batches", json=body)["id"])

    def _skill_without_versions(self) -> str:
        skill = self._upload_skill("/v1/skills?beta=true")
        self._skill_id = str(skill["id"])
        version = f"/v1/skills/{self._skill_id}/versions/{skill['latest_version']}?beta=true"
        self._call("DELETE", version)
        return self._skill_id

    def _upload_skill(self, path: str) -> Dict[str, Any]:
        found: Dict[str, Any] = self._call(
            "POST", path, files={"files[]": ("sample/SKILL.md", SKILL)}
        )
        return found

    def _call(self, method: str, path: str, **content: Any) -> Any:
        assert self._http is not None, "made-up objects do not change"
        response = self._http.request(method, path, **content)
        assert response.status_code == 200, f"{method} {path}: {response.text}"
        return response.json()
