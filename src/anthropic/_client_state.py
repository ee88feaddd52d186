"""What makes a client: it can be copied within a process, and pickled to go to another.

Settings go along; connections, and the resources that hold on to the client, do not.  A copy
shares the connections of its original, as ``with_options`` does.  A pickled client makes new ones,
and asks the environment for credentials, unless it was told to take them along.
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import Any, ClassVar, Dict, Mapping, Optional

from typing_extensions import Self

from ._travel import LeftBehind, travelling_url, without_secrets


class ClientState:
    """The part of a client that knows what belongs to it."""

    _credential_variables: ClassVar[Mapping[str, Optional[str]]] = {}
    """The attributes that hold credentials, and the environment variables that they come from."""

    _credential_headers: ClassVar[Mapping[str, str]] = {}
    """The headers that those attributes are sent in."""

    pickle_credentials: bool

    def __copy__(self) -> Self:
        made = object.__new__(type(self))
        made.__dict__.update(self._settings())
        return made

    def __deepcopy__(self, memo: Dict[int, Any]) -> Self:
        # Nothing but these can be changed in place; connections and credentials are shared.
        made = memo[id(self)] = self.__copy__()
        for name in ("_custom_headers", "_custom_query"):
            made.__dict__[name] = dict(made.__dict__[name])
        return made

    def __getstate__(self) -> Dict[str, Any]:
        state = self._settings()
        http_client: object = state["_client"]
        if not getattr(type(http_client), "_is_the_clients_own", False):
            raise TypeError(
                "Cannot pickle a client that was given an `http_client`: its connections cannot "
                "go along, and how to make them again is not known. Construct the client where "
                "it is used, or pickle one without an `http_client`."
            )
        state["_client"] = type(http_client)
        if not self.pickle_credentials:
            for name in self._credential_variables:
                state.pop(name, None)
            state["_base_url"] = travelling_url(state["_base_url"])
            state["_custom_headers"] = without_secrets(state["_custom_headers"], "header")
            state["_custom_query"] = without_secrets(state["_custom_query"], "query parameter")
        return state

    def __setstate__(self, state: Dict[str, Any]) -> None:
        self.__dict__.update(state)
        for name, variable in self._credential_variables.items():
            if name not in state:
                setattr(self, name, os.environ.get(variable) if variable else None)
        settings = self.__dict__
        settings["_custom_headers"] = self._needed_headers(settings["_custom_headers"])
        settings["_client"] = settings["_client"](
            base_url=settings["_base_url"], timeout=settings["timeout"]
        )

    def _needed_headers(self, headers: Mapping[str, Any]) -> Dict[str, Any]:
        """The headers without those that stayed behind and now come from the environment."""
        found = {
            name.lower()
            for credential, name in self._credential_headers.items()
            if getattr(self, credential) is not None
        }
        return {
            name: value
            for name, value in headers.items()
            if not (isinstance(value, LeftBehind) and name.lower() in found)
        }

    def _settings(self) -> Dict[str, Any]:
        """All attributes but those that are made when they are first used, such as resources."""
        kind = type(self)
        return {
            name: value
            for name, value in self.__dict__.items()
            if not isinstance(getattr(kind, name, None), cached_property)
        }
