"""Objects on a server that the path parameters of generated tests name."""

from __future__ import annotations

from typing import Any, Dict, Optional

import httpx

SKILL = b"---\nname: sample\ndescription: A skill to be tested with.\n---\nSay hello.\n"
BETAS = "files-api-2025-04-14,skills-2025-10-02"


class ApiObjects:
    """Ids by the name of the path parameter: of objects on the local server, or made up.

    Objects are created over plain HTTP, so that nothing here depends on the SDK under test.
    Without a URL every id is made up, as Prism answers for any.
    """

    def __init__(self, url: Optional[str] = None, api_key: str = "") -> None:
        headers = {
            "x-api-key": api_key,
            "anthropic-version": "2023-06-01",
            "anthropic-beta": BETAS,
        }
        self._http = httpx.Client(base_url=url, headers=headers) if url else None
        self._ids: Dict[str, str] = {}

    def existing(self, name: str) -> str:
        """An object that is there and that the test leaves there."""
        if self._http is None:
            return f"some_{name}"
        # A batch is looked at, and so moved to its end, by each test: every test gets its own.
        if name == "message_batch_id":
            return self._batch()
        if name not in self._ids:
            self._ids[name] = self._create(name, "kept_skill_id")
        return self._ids[name]

    def fresh(self, name: str) -> str:
        """An object of the caller's own, in a state in which it can be deleted."""
        if self._http is None:
            return f"some_{name}"
        if name == "message_batch_id":
            return self.finished(name)
        if name == "skill_id":
            skill, version = self._skill()
            self._call("DELETE", f"/v1/skills/{skill}/versions/{version}?beta=true")
            self._ids["fresh_skill_id"] = skill
            return skill
        return self._create(name, "fresh_skill_id")

    def finished(self, name: str) -> str:
        """A batch whose results are there."""
        assert name == "message_batch_id", f"{name} does not name something that ends"
        batch = self._batch()
        while self._call("GET", f"/v1/messages/batches/{batch}")["processing_status"] != "ended":
            continue
        return batch

    def close(self) -> None:
        if self._http is not None:
            self._http.close()

    def _create(self, name: str, owner: str) -> str:
        """`owner` says which skill gets a version that is created."""
        if name == "model_id":
            return str(self._call("GET", "/v1/models")["data"][0]["id"])
        if name == "file_id":
            upload = {"file": ("sample.txt", b"A sample.")}
            return str(self._call("POST", "/v1/files?beta=true", files=upload)["id"])
        if name == "skill_id":
            self._ids[owner], _ = self._skill()
            return self._ids[owner]
        assert name == "version", f"The path parameter {name} is new: say here what it names"
        path = f"/v1/skills/{self._ids[owner]}/versions?beta=true"
        return str(self._call("POST", path, files=self._skill_files())["version"])

    def _batch(self) -> str:
        message = {"role": "user", "content": "Hello"}
        params = {"model": "claude-opus-4-6", "max_tokens": 64, "messages": [message]}
        body = {"requests": [{"custom_id": "first", "params": params}]}
        return str(self._call("POST", "/v1/messages/batches", json=body)["id"])

    def _skill(self) -> tuple[str, str]:
        skill = self._call("POST", "/v1/skills?beta=true", files=self._skill_files())
        return skill["id"], skill["latest_version"]

    @staticmethod
    def _skill_files() -> Dict[str, Any]:
        return {"files[]": ("sample/SKILL.md", SKILL)}

    def _call(self, method: str, path: str, **content: Any) -> Any:
        assert self._http is not None, "made-up objects do not change"
        response = self._http.request(method, path, **content)
        assert response.status_code == 200, f"{method} {path}: {response.text}"
        return response.json()
