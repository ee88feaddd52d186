"""Service accounts that a local Vertex AI gives tokens to."""

from __future__ import annotations

from typing import Dict

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from anthropic.testing import LocalVertex

EMAIL = "tests@local-project.iam.gserviceaccount.com"


def new_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def known_account(server: LocalVertex, key: rsa.RSAPrivateKey) -> Dict[str, str]:
    """The file of a service account, which is made known to the server."""
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    server.add_service_account(EMAIL, public)
    return account_file(server, key)


def account_file(server: LocalVertex, key: rsa.RSAPrivateKey) -> Dict[str, str]:
    """The file of a service account that signs with this key."""
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return {
        "type": "service_account",
        "project_id": server.project_id,
        "private_key_id": "1",
        "private_key": private.decode(),
        "client_email": EMAIL,
        "client_id": "1",
        "token_uri": server.token_url,
    }
