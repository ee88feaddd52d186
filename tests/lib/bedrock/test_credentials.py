"""Where Bedrock's region and credentials come from, who shares them, and what copies keep."""

from __future__ import annotations

import asyncio
import logging
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, List

import boto3
import httpx
import pytest
import trio
from botocore.credentials import Credentials, ReadOnlyCredentials
from botocore.exceptions import ProfileNotFound

from anthropic import APIConnectionError, PermissionDeniedError
from anthropic.lib.bedrock import AnthropicBedrock, AsyncAnthropicBedrock, _signing
from tests.lib.bedrock.aws import KEYS, REGION, Bedrock
from tests.lib.clouds import MESSAGE, QUESTION, Cloud, settled

both = pytest.mark.parametrize("client_class", [AnthropicBedrock, AsyncAnthropicBedrock])

CONFIG = """
[default]
[profile north]
region = eu-north-1
"""
CREDENTIALS = """
[north]
aws_access_key_id = NORTHKEY
aws_secret_access_key = north-secret
aws_session_token = north-token
"""


@pytest.fixture(autouse=True)
def aws_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """AWS's files are ours, there is no machine role to ask about, and nothing is remembered."""
    (tmp_path / "config").write_text(CONFIG)
    (tmp_path / "credentials").write_text(CREDENTIALS)
    monkeypatch.setenv("AWS_CONFIG_FILE", str(tmp_path / "config"))
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "credentials"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    _signing._signer.cache_clear()


@pytest.fixture()
def sessions(monkeypatch: pytest.MonkeyPatch) -> List[Any]:
    """The sessions that boto3 makes."""
    made: List[Any] = []

    class Session(boto3.Session):
        def __init__(self, *args: Any, **options: Any) -> None:
            made.append(options)
            super().__init__(*args, **options)

    monkeypatch.setattr(boto3, "Session", Session)
    return made


def connected(client_class: Any, cloud: Bedrock, **options: Any) -> Any:
    return client_class(http_client=cloud.http_client(client_class), max_retries=0, **options)


# -- the region -----------------------------------------------------------------------------------


def test_region(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="anthropic"):
        assert AnthropicBedrock().aws_region == "us-east-1"
    assert "No AWS region was given" in caplog.text
    caplog.clear()
    assert AnthropicBedrock(aws_profile="north").aws_region == "eu-north-1"
    assert AnthropicBedrock(aws_profile="nowhere").aws_region == "us-east-1"
    monkeypatch.setenv("AWS_DEFAULT_REGION", "sa-east-1")
    assert AnthropicBedrock().aws_region == "sa-east-1"
    monkeypatch.setenv("AWS_REGION", "ap-south-1")
    assert AnthropicBedrock().aws_region == "ap-south-1"
    client = AnthropicBedrock(aws_region="eu-west-3")
    assert str(client.base_url) == "https://bedrock-runtime.eu-west-3.amazonaws.com"


def test_region_of_the_profile_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_PROFILE", "north")
    assert AsyncAnthropicBedrock().aws_region == "eu-north-1"


def test_base_url(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANTHROPIC_BEDROCK_BASE_URL", "https://gateway.example/bedrock")
    assert str(AnthropicBedrock(**KEYS).base_url) == "https://gateway.example/bedrock/"
    client = AnthropicBedrock(**KEYS, base_url="https://other.example")
    assert str(client.base_url) == "https://other.example"
    monkeypatch.setenv("ANTHROPIC_BEDROCK_BASE_URL", "")
    assert AnthropicBedrock(**KEYS).base_url.host == f"bedrock-runtime.{REGION}.amazonaws.com"


def test_arguments_have_an_order() -> None:
    http_client = httpx.Client()
    client = AnthropicBedrock(
        "secret", "access", "eu-west-1", "profile", "token", "https://gateway.example",
        7.0, 3, {"a": "1"}, {"b": "2"}, http_client, True,
    )  # fmt: skip
    assert client.aws_secret_key == "secret"
    assert client.aws_access_key == "access"
    assert client.aws_region == "eu-west-1"
    assert client.aws_profile == "profile"
    assert client.aws_session_token == "token"
    assert str(client.base_url) == "https://gateway.example"
    assert (client.timeout, client.max_retries) == (7.0, 3)
    assert client._custom_headers == {"a": "1"}
    assert client._custom_query == {"b": "2"}
    assert client._client is http_client
    assert client._strict_response_validation


# -- credentials ----------------------------------------------------------------------------------


@both
@pytest.mark.parametrize("chosen_by", ["argument", "environment"])
async def test_a_profile_signs(
    client_class: Any, chosen_by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = {"aws_profile": "north"} if chosen_by == "argument" else {}
    if not options:
        monkeypatch.setenv("AWS_PROFILE", "north")
    cloud = Bedrock(
        access_key="NORTHKEY", secret_key="north-secret", token="north-token", region="eu-north-1"
    )
    client = connected(client_class, cloud, **options)
    await settled(client.messages.create(model="m", **QUESTION))
    assert len(cloud.requests) == 1


@both
async def test_the_environment_signs(client_class: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "ENVKEY")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "env-secret")
    monkeypatch.setenv("AWS_SESSION_TOKEN", "env-token")
    cloud = Bedrock(
        access_key="ENVKEY", secret_key="env-secret", token="env-token", region="us-west-2"
    )
    client = connected(client_class, cloud, aws_region="us-west-2")
    await settled(client.messages.create(model="m", **QUESTION))
    assert len(cloud.requests) == 1


@both
async def test_a_session_token_is_sent_and_signed(client_class: Any) -> None:
    cloud = Bedrock(token="temporary")
    client = connected(client_class, cloud, aws_session_token="temporary", **KEYS)
    await settled(client.messages.create(model="m", **QUESTION))
    assert cloud.request.headers["x-amz-security-token"] == "temporary"


@both
async def test_no_credentials(client_class: Any) -> None:
    cloud = Bedrock()
    client = connected(client_class, cloud, aws_region="us-west-2")
    with pytest.raises(RuntimeError, match="could not resolve credentials from session"):
        await settled(client.messages.create(model="m", **QUESTION))
    assert not cloud.requests


@both
async def test_a_profile_that_is_not_there(client_class: Any) -> None:
    cloud = Bedrock()
    client = connected(client_class, cloud, aws_region="us-west-2", aws_profile="nowhere")
    with pytest.raises(ProfileNotFound, match="nowhere"):
        await settled(client.messages.create(model="m", **QUESTION))
    assert not cloud.requests


@both
@pytest.mark.parametrize("half", [{"aws_access_key": "AK"}, {"aws_secret_key": "SK"}])
async def test_half_of_the_credentials(client_class: Any, half: Any) -> None:
    cloud = Bedrock()
    client = connected(client_class, cloud, aws_region="us-west-2", **half)
    with pytest.raises(RuntimeError, match="pass both `aws_access_key` and `aws_secret_key`"):
        await settled(client.messages.create(model="m", **QUESTION))
    assert not cloud.requests


@pytest.mark.parametrize("region", ["us east", "us/../x", "host.example/#", "user@host"])
def test_a_region_does_not_lead_elsewhere(region: str) -> None:
    with pytest.raises(ValueError, match="`aws_region` must be a name such as 'us-east-1'"):
        AnthropicBedrock(**{**KEYS, "aws_region": region})


def test_a_base_url_without_a_scheme() -> None:
    client = AnthropicBedrock(**KEYS, base_url="gateway.example", max_retries=0)
    with pytest.raises(APIConnectionError, match="The base URL 'gateway.example' has no http"):
        client.messages.create(model="m", **QUESTION)


def test_secrets_are_not_shown() -> None:
    client = AnthropicBedrock(aws_session_token="temporary", **KEYS)
    assert "secret" not in repr(client._identity).replace("secret_key", "")
    assert "temporary" not in repr(client._identity)


@both
async def test_a_session_of_the_callers_own(client_class: Any) -> None:
    session = boto3.Session(profile_name="north")
    cloud = Bedrock(
        access_key="NORTHKEY", secret_key="north-secret", token="north-token", region="eu-north-1"
    )
    client = connected(client_class, cloud, aws_session=session)
    assert client.aws_region == "eu-north-1"
    await settled(client.messages.create(model="m", **QUESTION))
    await settled(client.copy().messages.create(model="m", **QUESTION))
    assert len(cloud.requests) == 2


@both
async def test_an_api_key_needs_no_boto3(
    client_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "boto3", None)
    monkeypatch.setenv("AWS_BEARER_TOKEN_BEDROCK", "from-env")
    cloud = Cloud()
    http_client = cloud.http_client(client_class)
    client = client_class(aws_region="us-west-2", http_client=http_client)
    await settled(client.messages.create(model="m", **QUESTION))
    await settled(client.copy(api_key="given").messages.create(model="m", **QUESTION))
    assert [request.headers["authorization"] for request in cloud.requests] == [
        "Bearer from-env",
        "Bearer given",
    ]


def test_credentials_that_are_given_win_over_a_key_of_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AWS_BEARER_TOKEN_BEDROCK", "from-env")
    assert AnthropicBedrock(**KEYS).api_key is None
    assert AnthropicBedrock(**KEYS).copy().api_key is None
    assert AnthropicBedrock(aws_region="x").copy(aws_profile="north").api_key is None
    assert AnthropicBedrock(**KEYS, api_key="k").copy().api_key == "k"


# -- sessions -------------------------------------------------------------------------------------


async def test_twenty_requests_use_one_session_and_one_signer(sessions: List[Any]) -> None:
    cloud = Bedrock()
    client = connected(AsyncAnthropicBedrock, cloud, **KEYS)
    calls = [client.with_options().messages.create(model="m", **QUESTION) for _ in range(20)]
    await asyncio.gather(*calls)
    assert len(cloud.requests) == 20
    assert len(sessions) == 1
    assert _signing._signer.cache_info().misses == 1


@both
async def test_sessions_get_all_that_is_known(client_class: Any, sessions: List[Any]) -> None:
    cloud = Bedrock(token="temporary")
    client = connected(
        client_class, cloud, aws_profile="north", aws_session_token="temporary", **KEYS
    )
    await settled(client.messages.create(model="m", **QUESTION))
    assert sessions == [
        {
            "profile_name": "north",
            "region_name": KEYS["aws_region"],
            "aws_access_key_id": KEYS["aws_access_key"],
            "aws_secret_access_key": KEYS["aws_secret_key"],
            "aws_session_token": "temporary",
        }
    ]


def test_sessions_are_kept_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    made: List[str] = []

    class Session:
        def __init__(self, **options: Any) -> None:
            made.append(options["aws_access_key_id"])

        def get_credentials(self) -> Credentials:
            return Credentials("key", "secret")

    monkeypatch.setattr(boto3, "Session", Session)
    client = connected(AnthropicBedrock, Cloud(), **KEYS)
    accounts = [client.copy(aws_access_key=f"K{number}") for number in range(513)]
    for account in [*accounts[:512], *accounts[:512]]:
        account.post("/x", cast_to=object)
    assert len(made) == 512
    for account in (accounts[512], accounts[511], accounts[0]):
        account.post("/x", cast_to=object)
    # The one that was used longest ago had to go.
    assert made[512:] == ["K512", "K0"]


async def test_signing_leaves_the_event_loop_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    threads: List[int] = []
    sign = _signing.Signer.sign

    def recording(self: Any, request: httpx.Request) -> None:
        threads.append(threading.get_ident())
        sign(self, request)

    monkeypatch.setattr(_signing.Signer, "sign", recording)
    cloud = Bedrock()
    client = connected(AsyncAnthropicBedrock, cloud, **KEYS)
    await client.messages.create(model="m", **QUESTION)
    assert threads
    assert threading.get_ident() not in threads


def test_trio() -> None:
    cloud = Bedrock()
    client = connected(AsyncAnthropicBedrock, cloud, **KEYS)

    async def ask() -> Any:
        return await client.messages.create(model="m", **QUESTION)

    assert trio.run(ask).content[0].text == "Hello"


def test_credentials_that_expire_are_refreshed(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import datetime, timedelta, timezone

    from botocore.credentials import RefreshableCredentials

    refreshed: List[int] = []

    def metadata(minutes: int) -> Any:
        generation = len(refreshed)
        expiry = datetime.now(timezone.utc) + timedelta(minutes=minutes)
        return {
            "access_key": f"KEY{generation}",
            "secret_key": f"secret{generation}",
            "token": f"token{generation}",
            "expiry_time": expiry.isoformat(),
        }

    def refresh() -> Any:
        refreshed.append(1)
        return metadata(60)

    credentials = RefreshableCredentials.create_from_metadata(
        metadata(5), refresh_using=refresh, method="test"
    )
    monkeypatch.setattr(boto3.Session, "get_credentials", lambda _: credentials)
    cloud = Bedrock(access_key="KEY1", secret_key="secret1", token="token1", region="us-west-2")
    client = connected(AnthropicBedrock, cloud, aws_region="us-west-2")
    for _ in range(3):
        client.messages.create(model="m", **QUESTION)
    assert len(cloud.requests) == 3
    assert len(refreshed) == 1


@both
async def test_key_and_token_are_of_one_generation(client_class: Any) -> None:
    class Rotating(Credentials):
        """Refreshed by another thread whenever somebody looks."""

        def get_frozen_credentials(self) -> ReadOnlyCredentials:
            frozen = ReadOnlyCredentials(self.access_key, self.secret_key, self.token)
            self.access_key, self.secret_key, self.token = "KEY2", "secret2", "token2"
            return frozen

    class Session:
        region_name = REGION

        def get_credentials(self) -> Credentials:
            return Rotating("KEY1", "secret1", "token1")

    cloud = Bedrock(access_key="KEY1", secret_key="secret1", token="token1")
    await settled(
        connected(client_class, cloud, aws_session=Session()).messages.create(model="m", **QUESTION)
    )
    assert len(cloud.requests) == 1


def expired(request: httpx.Request) -> httpx.Response:
    return httpx.Response(
        403,
        headers={"x-amzn-errortype": "ExpiredTokenException:http://internal.amazon.com/"},
        json={"message": "The security token included in the request is expired"},
    )


@both
async def test_credentials_that_ended_are_looked_up_once_more(
    client_class: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(client_class, "_calculate_retry_timeout", lambda *_: 0.0)

    def expired_and_renewed(request: httpx.Request) -> httpx.Response:
        renewed = CREDENTIALS.replace("north-token", "newer-token")
        (tmp_path / "credentials").write_text(renewed)
        return expired(request)

    cloud = Cloud(expired_and_renewed, httpx.Response(200, json=MESSAGE))
    client = client_class(aws_profile="north", http_client=cloud.http_client(client_class))
    await settled(client.messages.create(model="m", **QUESTION))
    await settled(client.messages.create(model="m", **QUESTION))
    assert [request.headers["x-amz-security-token"] for request in cloud.requests] == [
        "north-token",
        "newer-token",
        "newer-token",
    ]


@both
@pytest.mark.parametrize(
    ("options", "requests"), [({"aws_profile": "north"}, 2), (KEYS, 1)], ids=["profile", "keys"]
)
async def test_credentials_that_ended_for_good(
    client_class: Any, options: Any, requests: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client_class, "_calculate_retry_timeout", lambda *_: 0.0)
    cloud = Cloud(expired)
    client = client_class(http_client=cloud.http_client(client_class), **options)
    with pytest.raises(PermissionDeniedError, match="expired"):
        await settled(client.messages.create(model="m", **QUESTION))
    assert len(cloud.requests) == requests


# -- the extra ------------------------------------------------------------------------------------


@both
async def test_without_boto3(client_class: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "boto3", None)
    cloud = Bedrock()
    client = connected(client_class, cloud)
    assert client.aws_region == "us-east-1"
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'anthropic\[bedrock\]'"):
        await settled(client.messages.create(model="m", **QUESTION))


def test_clients_do_not_load_boto3() -> None:
    program = (
        "import sys, anthropic, anthropic.lib.bedrock as b\n"
        "b.AnthropicBedrock(aws_region='x').messages\n"
        "b.AsyncAnthropicBedrock(aws_region='x').beta.messages\n"
        "print({'boto3', 'botocore', 'google.auth', 'aiohttp'} & set(sys.modules))"
    )
    shown = subprocess.check_output([sys.executable, "-c", program], text=True)
    assert shown.strip() == "set()"
