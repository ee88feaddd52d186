"""Credentials of AWS, and signatures made with them.

boto3 finds and refreshes the credentials, botocore signs. Both are slow to load and come with the
`bedrock` extra, so they are imported when the first request is signed.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Dict, Optional

import httpx
from typing_extensions import override

from ..._disclosure import REDACTED, is_secret
from ..._headers import check_header_value
from ..._process_lock import ProcessLock
from .._extras._common import missing

_SERVICE = "bedrock"
_SIGNERS_KEPT = 512
# AWS's own tools look for the API key of a service under this name.
_API_KEY_VARIABLE = "AWS_BEARER_TOKEN_{service}"


def configured_api_key() -> Optional[str]:
    """The API key of Bedrock that the environment holds."""
    return os.environ.get(_API_KEY_VARIABLE.format(service=_SERVICE.upper()))


@dataclass(frozen=True)
class AWSIdentity:
    """Who signs, and for which region; what is None is left to AWS's own configuration."""

    region: str
    profile: Optional[str] = None
    access_key: Optional[str] = field(default=None, repr=False)
    secret_key: Optional[str] = field(default=None, repr=False)
    session_token: Optional[str] = field(default=None, repr=False)
    session: Any = field(default=None, repr=False)
    """A boto3 session of the caller's own, in place of the rest."""


class _Discreet(str):
    """What is signed; whoever prints it, as botocore's log does, gets it without secrets."""

    @override
    def __str__(self) -> str:
        return re.sub("^([a-z0-9-]+):.*$", _shown_header, self, flags=re.MULTILINE)


def _shown_header(line: re.Match[str]) -> str:
    return f"{line[1]}:{REDACTED}" if is_secret(line[1]) else line[0]


def _signature(credentials: Any, region: str) -> Any:
    """What computes signatures, and does not log the secrets among what it signs."""
    from botocore.auth import SigV4Auth

    made: Any = SigV4Auth(credentials, _SERVICE, region)
    canonical_request = made.canonical_request

    def discreet(request: Any) -> str:
        return _Discreet(canonical_request(request))

    made.canonical_request = discreet
    return made


class Signer:
    """Signs the requests of one identity, from any number of threads."""

    def __init__(self, session: Any, region: str) -> None:
        credentials: Any = session.get_credentials()
        if credentials is None:
            raise RuntimeError(
                "could not resolve credentials from session: pass `aws_access_key` and "
                "`aws_secret_key` or `aws_profile`, or configure AWS credentials in the "
                "environment or in ~/.aws"
            )
        self._credentials = credentials
        self._signature: Any = _signature(credentials, region)
        self._locked = ProcessLock()

    def sign(self, request: httpx.Request) -> None:
        """Add the signature to the headers of a request whose body was read."""
        from botocore.awsrequest import AWSRequest

        if not request.url.host:
            # Nobody will be asked: the transport tells what is wrong with the URL.
            return
        # Both read a plus in a query as a space, but only this spelling has one signature.
        query = request.url.query.replace(b"+", b"%20")
        if query != request.url.query:
            request.url = request.url.copy_with(query=query)
        # A proxy may drop `connection`, so it must not be part of what was signed.
        headers = {key: value for key, value in request.headers.items() if key != "connection"}
        signed: Any = AWSRequest(
            method=request.method.upper(),
            url=str(request.url),
            headers=headers,
            data=request.content,
        )
        # Refreshes credentials that are about to expire, once for all threads.
        frozen: Any = self._credentials.get_frozen_credentials()
        if not (frozen.access_key and frozen.secret_key):
            raise RuntimeError(
                "could not resolve credentials from session: an access key and its secret key "
                "belong together, so pass both `aws_access_key` and `aws_secret_key`"
            )
        if frozen.token is not None:
            # Before botocore sees it, which writes what it signs to its log.
            check_header_value("X-Amz-Security-Token", frozen.token)
        with self._locked.lock:
            # Key and token have to be of one generation, also if another thread refreshes now.
            self._signature.credentials = frozen
            self._signature.add_auth(signed)
        request.headers.update(dict(signed.headers.items()))


# Where a request keeps which of them signed it.
_GENERATION = "anthropic_credentials"

_making_signer = ProcessLock()
# How often the credentials of an identity were found to have ended.
_generations: Dict[AWSIdentity, int] = {}


def sign(request: httpx.Request, identity: AWSIdentity) -> None:
    """Sign a request whose body was read; may read files, or ask AWS for credentials.

    Raises `RuntimeError` where there are no credentials, `ModuleNotFoundError` where boto3 is not
    installed.
    """
    with _making_signer.lock:
        generation = _generations.get(identity, 0)
        signer = _signer(identity, generation)
    signer.sign(request)
    request.extensions[_GENERATION] = generation


def forget_credentials(identity: AWSIdentity, request: httpx.Request) -> bool:
    """Look for other credentials than those that signed a request, once for all their requests.

    False where there can be no others.
    """
    if identity.access_key is not None or identity.session is not None:
        return False
    with _making_signer.lock:
        generation = _generations.get(identity, 0)
        if request.extensions.get(_GENERATION) == generation:
            _generations[identity] = generation + 1
    return True


@lru_cache(maxsize=_SIGNERS_KEPT)
def _signer(identity: AWSIdentity, generation: int) -> Signer:
    session = identity.session
    if session is None:
        session = load_boto3().Session(
            profile_name=identity.profile,
            region_name=identity.region,
            aws_access_key_id=identity.access_key,
            aws_secret_access_key=identity.secret_key,
            aws_session_token=identity.session_token,
        )
    return Signer(session, identity.region)


def load_boto3() -> Any:
    """The module `boto3`; raises `ModuleNotFoundError` that says how to install it."""
    try:
        import boto3
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError(missing("boto3", "bedrock"), name="boto3") from error
    return boto3


def configured_region(profile: Optional[str]) -> Optional[str]:
    """The region that AWS's own environment and files name; None without boto3 or a region."""
    try:
        boto3 = load_boto3()
    except ModuleNotFoundError:
        return None
    from botocore.exceptions import ProfileNotFound

    try:
        region: Optional[str] = boto3.Session(profile_name=profile).region_name
    except ProfileNotFound:
        # Said again, with the same words, when the profile is needed to sign.
        return None
    return region
