"""Access tokens of Google Cloud, got through google-auth and refreshed when they run out."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Optional, cast

from .._extras import google_auth
from .._extras._common import missing

if TYPE_CHECKING:
    from google.auth.credentials import Credentials

_SCOPE = "https://www.googleapis.com/auth/cloud-platform"


class TokenSource:
    """The credentials of a client and its copies; usable from any number of threads.

    Of all requests that find the token used up, one refreshes it and the others wait for that.
    """

    def __init__(self, credentials: Optional[Credentials]) -> None:
        self.credentials = credentials
        self._default_project: Optional[str] = None
        self._lock = threading.Lock()

    @property
    def project_id(self) -> Optional[str]:
        """The project of the credentials; None if they do not say, or none are loaded."""
        if self._default_project:
            return self._default_project
        project: object = getattr(self.credentials, "project_id", None)
        return project if isinstance(project, str) and project else None

    def current(self) -> Optional[str]:
        """The token if it can be used as it is; does not wait."""
        credentials: Any = self.credentials
        if credentials is None or credentials.expired or not credentials.token:
            return None
        return cast(str, credentials.token)

    def find_project(self) -> None:
        """Load the default credentials, which may name a project, unless there are some.

        Reads files and may ask the network. Raises `RuntimeError` where they cannot be loaded.
        """
        try:
            with self._lock:
                self._load()
        except Exception as error:
            raise RuntimeError(
                "No project_id was given and it could not be resolved from credentials, since "
                f"none could be loaded ({error}). Pass `project_id`, or set "
                "ANTHROPIC_VERTEX_PROJECT_ID."
            ) from error

    def token(self) -> str:
        """A token that can be used; asks Google for one if need be.

        Raises `RuntimeError` where there is none to be had, and what google-auth raises.
        """
        with self._lock:
            self._load()
            token = self.current()
            if token is None:
                self._refresh()
                token = self.current()
        if token is None:
            raise RuntimeError(
                "Could not resolve an API token: the Google Cloud credentials gave none"
            )
        return token

    def _load(self) -> None:
        if self.credentials is not None:
            return
        library: Any = google_auth
        loaded: Any = library.default(scopes=[_SCOPE])
        self.credentials, self._default_project = loaded

    def _refresh(self) -> None:
        try:
            from google.auth.transport.requests import Request
        except ImportError as error:
            raise RuntimeError(missing("google.auth.transport", "vertex")) from error
        credentials: Any = self.credentials
        credentials.refresh(Request())
