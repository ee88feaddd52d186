"""The certificates that servers are checked against: one set for each process and configuration.

Loading them costs a thousand times what the rest of a client does, so they are loaded by the first
connection that needs them, and by none that goes to a server without TLS. Where the connection is
asynchronous that happens in a thread, as anyio does not trust contexts but those of `ssl` itself.
"""

from __future__ import annotations

import os
import ssl
from functools import lru_cache
from typing import Any, Dict, List, Optional, Tuple

import httpx
from typing_extensions import override

from ._process_lock import ProcessLock

# Where httpx looks for certificates other than those that it brings.
_SOURCES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


def ssl_context(arguments: Dict[str, Any]) -> Any:
    """What to pass as ``verify``, without ``cert``: a shared context for a common configuration.

    Raises ``OSError`` for files that cannot be read.
    """
    verify, cert = arguments.get("verify", True), arguments.get("cert")
    trust_env = bool(arguments.get("trust_env", True))
    if verify not in (True, False) or cert is not None:
        # Files that the caller names may change between two clients, so they are read for each.
        if not isinstance(verify, ssl.SSLContext):
            verify = httpx.create_ssl_context(verify=verify, trust_env=trust_env)
        # Apart, since httpx 0.28 would forget this one where `verify` is the name of a file.
        return verify if cert is None else httpx.create_ssl_context(verify=verify, cert=cert)
    return _shared_context(
        verify=bool(verify),
        trust_env=trust_env,
        http1=bool(arguments.get("http1", True)),
        # The protocols to negotiate are written into the context by each connection.
        http2=bool(arguments.get("http2", False)),
        sources=tuple(map(os.environ.get, _SOURCES)) if trust_env else (),
    )


def loaded_context(verify: Any) -> Any:
    """The same, with its certificates: for transports that cannot wait for them."""
    return verify.loaded() if isinstance(verify, WaitingContext) else verify


@lru_cache(maxsize=16)
def _shared_context(
    *,
    verify: bool,
    trust_env: bool,
    http1: bool,
    http2: bool,
    sources: Tuple[Optional[str], ...],
) -> ssl.SSLContext:
    if verify and not any(sources):
        return WaitingContext.made()
    # Whoever names a file that does not exist should learn so from the constructor.
    return httpx.create_ssl_context(verify=verify, trust_env=trust_env)


class WaitingContext(ssl.SSLContext):
    """The context that httpx makes by default, made when it is first used."""

    _real: Optional[ssl.SSLContext]
    _protocols: Optional[List[str]]
    _locked: ProcessLock

    @classmethod
    def made(cls) -> WaitingContext:
        """A context that has loaded nothing yet."""
        context = cls(ssl.PROTOCOL_TLS_CLIENT)
        context._real = None
        context._protocols = None
        context._locked = ProcessLock()
        return context

    def loaded(self) -> ssl.SSLContext:
        """The context within, with the certificates that it stands for."""
        with self._locked.lock:
            if self._real is None:
                # The environment named no files when the client was made.
                self._real = httpx.create_ssl_context(trust_env=False)
            if self._protocols is not None:
                self._real.set_alpn_protocols(self._protocols)
            return self._real

    @override
    def set_alpn_protocols(self, alpn_protocols: Any) -> None:
        # Called in the event loop, which loading would hold up.
        self._protocols = list(alpn_protocols)

    @override
    def wrap_socket(self, *args: Any, **kwargs: Any) -> ssl.SSLSocket:
        return self.loaded().wrap_socket(*args, **kwargs)

    @override
    def wrap_bio(self, *args: Any, **kwargs: Any) -> ssl.SSLObject:
        return self.loaded().wrap_bio(*args, **kwargs)

    @override
    def get_ca_certs(self, binary_form: bool = False) -> Any:
        return self.loaded().get_ca_certs(binary_form)

    @override
    def cert_store_stats(self) -> Any:
        return self.loaded().cert_store_stats()
