"""Access tokens of Google Cloud, got through google-auth and refreshed when they run out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional, cast

from ..._process_lock import ProcessLock
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
        if isinstance(credentials, (str, bytes, dict)):
            # What a key file is called, or holds.
            kind = type(credentials).__name__
            raise TypeError(f"`credentials` must be credentials of google-auth, not `{kind}`")
        self.credentials = credentials
        self._default_project: Optional[str] = None
        # A token that Vertex AI did not take, and the one before the last refresh.
        self._refused: Optional[str] = None
        self._previous: Optional[str] = None
        self._locked = ProcessLock()

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
        token = cast(str, credentials.token)
        return None if token == self._refused else token

    def forget(self, token: str) -> bool:
        """Do not use a token that was refused; False where there can be no other one."""
        credentials: Any = self.credentials
        if credentials is None or not _can_refresh(credentials):
            return False
        with self._locked.lock:
            if token == credentials.token:
                self._refused = token
                return True
            # Another request was refused too, and has refreshed the token by now.
            return token == self._previous

    def find_project(self) -> None:
        """Load the default credentials, which may name a project, unless there are some.

        Reads files and may ask the network. Raises `RuntimeError` where they cannot be loaded.
        """
        try:
            with self._locked.lock:
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
        with self._locked.lock:
            self._load()
            token = self.current()
            if token is None:
                # Taken even if it has not long to go: there is no newer one.
                token = self._refreshed()
        if not token:
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

    def _refreshed(self) -> Optional[str]:
        try:
            from google.auth.transport.requests import Request
        except ImportError as error:
            raise RuntimeError(missing("google.auth.transport", "vertex")) from error
        credentials: Any = self.credentials
        self._previous = credentials.token
        credentials.refresh(Request())
        # Should it be the same token again, whoever sends it shall hear that it is no good.
        self._refused = None
        return cast("Optional[str]", credentials.token)


def _can_refresh(credentials: Any) -> bool:
    """Whether credentials are more than a token that somebody else has got."""
    ways = ("refresh_token", "refresh_handler")
    had = [getattr(credentials, way) for way in ways if hasattr(credentials, way)]
    return not had or any(had)
