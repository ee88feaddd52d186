"""Bedrock over real sockets: what is refused, streams in every kind of pieces, keys that end."""

from __future__ import annotations

import asyncio
import struct
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Dict, List

import boto3
import pytest

import anthropic
from anthropic import AnthropicBedrock, AsyncAnthropicBedrock
from anthropic._exceptions import IncompleteStreamError
from anthropic.lib.bedrock import _signing
from anthropic.lib.bedrock._event_stream import EventStreamError
from anthropic.testing import LocalBedrock, ReceivedRequest, _signatures
from anthropic.testing._event_stream import error_frame, exception_frame
from tests.lib.clouds import Entered, items, settled, types_of
from tests.platforms.wires import read, rewrite_streams, send

MODEL = "anthropic.claude-sonnet-4-5-20250929-v1:0"
QUESTION: Dict[str, Any] = {
    "model": MODEL,
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Hello – “world”"}],
}
INVALID = "InvalidSignatureException"

both = pytest.mark.parametrize("client_class", [AnthropicBedrock, AsyncAnthropicBedrock])


def client_of(client_class: Any, server: LocalBedrock, **options: Any) -> Any:
    return client_class(**{"max_retries": 0, **server.client_options, **options})


# -- signatures -----------------------------------------------------------------------------------


@pytest.fixture()
def signed(bedrock: LocalBedrock) -> ReceivedRequest:
    """A request that the server has accepted."""
    with client_of(AnthropicBedrock, bedrock) as client:
        client.messages.create(**QUESTION)
    (request,) = bedrock.requests
    assert send(bedrock, request)[0] == 200
    return request


def refusal(server: LocalBedrock, request: ReceivedRequest, **changes: Any) -> str:
    status, headers = send(server, request, **changes)
    assert status == 403, changes
    return headers["x-amzn-errortype"]


def test_every_changed_byte_of_the_body_is_refused(
    bedrock: LocalBedrock, signed: ReceivedRequest
) -> None:
    for position in range(len(signed.body)):
        body = bytearray(signed.body)
        body[position] ^= 1
        assert refusal(bedrock, signed, body=bytes(body)) == INVALID


def test_every_changed_header_is_refused(bedrock: LocalBedrock, signed: ReceivedRequest) -> None:
    authorization = signed.headers["authorization"]
    names = authorization.partition("SignedHeaders=")[2].partition(",")[0].split(";")
    # Nothing that says something about the request goes unsigned.
    assert set(signed.headers) - set(names) <= {"authorization", "connection", "user-agent"}
    for name in set(names) - {"content-length", "transfer-encoding"}:
        headers = {**signed.headers, name: f"{signed.headers[name]}0"}
        kind = refusal(bedrock, signed, headers=headers)
        expected = "IncompleteSignatureException" if name == "x-amz-date" else INVALID
        assert kind == expected, name
        del headers[name]
        assert refusal(bedrock, signed, headers=headers) == INVALID, name


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("AKIALOCAL", "AKIAOTHER", "UnrecognizedClientException"),
        ("us-east-1", "us-west-2", INVALID),
        ("/bedrock/", "/s3/", INVALID),
        ("Signature=", "Signature=0", "IncompleteSignatureException"),
        (";host;", ";", INVALID),
        ("AWS4-HMAC-SHA256", "Basic", "IncompleteSignatureException"),
    ],
)
def test_every_part_of_the_authorization_counts(
    bedrock: LocalBedrock, signed: ReceivedRequest, old: str, new: str, kind: str
) -> None:
    authorization = signed.headers["authorization"]
    assert old in authorization
    headers = {**signed.headers, "authorization": authorization.replace(old, new)}
    assert refusal(bedrock, signed, headers=headers) == kind


def test_another_method_path_or_query_is_refused(
    bedrock: LocalBedrock, signed: ReceivedRequest
) -> None:
    assert refusal(bedrock, signed, method="PUT") == INVALID
    assert refusal(bedrock, signed, target=f"{signed.path}?x=1") == INVALID
    assert refusal(bedrock, signed, target=f"{signed.path}-with-response-stream") == INVALID
    assert refusal(bedrock, signed, target=signed.path.replace("sonnet", "Sonnet")) == INVALID


def test_a_request_without_a_signature_is_refused(
    bedrock: LocalBedrock, signed: ReceivedRequest
) -> None:
    headers = {name: signed.headers[name] for name in signed.headers if name != "authorization"}
    assert refusal(bedrock, signed, headers=headers) == "MissingAuthenticationTokenException"


@both
@pytest.mark.parametrize("minutes", [-6, 6])
async def test_a_clock_that_is_off_is_refused(
    client_class: Any, minutes: int, bedrock: LocalBedrock, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Moved(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.now(tz) + timedelta(minutes=minutes)

    monkeypatch.setattr(_signatures, "datetime", Moved)
    with pytest.raises(anthropic.PermissionDeniedError, match="Signature (expired|not yet)"):
        await settled(client_of(client_class, bedrock).messages.create(**QUESTION))


@both
async def test_another_secret_is_refused(client_class: Any, bedrock: LocalBedrock) -> None:
    client = client_of(client_class, bedrock, aws_secret_key="wrong")
    with pytest.raises(anthropic.PermissionDeniedError, match="does not match"):
        await settled(client.messages.create(**QUESTION))


@both
async def test_an_api_key(client_class: Any, bedrock: LocalBedrock) -> None:
    options = {"base_url": bedrock.url, "aws_region": bedrock.region, "max_retries": 0}
    client = client_class(api_key=bedrock.api_key, **options)
    assert (await settled(client.messages.create(**QUESTION))).content
    with pytest.raises(anthropic.PermissionDeniedError, match="API Key"):
        await settled(client_class(api_key="wrong", **options).messages.create(**QUESTION))


# -- streams --------------------------------------------------------------------------------------


def frames(data: bytes) -> List[bytes]:
    """The frames of an event stream, by the lengths that they begin with."""
    found: List[bytes] = []
    while data:
        (size,) = struct.unpack_from("!I", data)
        found.append(data[:size])
        data = data[size:]
    return found


async def streamed(client: Any) -> List[Any]:
    return await items(await settled(client.messages.create(stream=True, **QUESTION)))


@both
async def test_frames_may_be_split_anywhere(client_class: Any, bedrock: LocalBedrock) -> None:
    client = client_of(client_class, bedrock)
    expected = types_of(await streamed(client))
    assert expected[0] == "message_start"
    assert expected[-1] == "message_stop"
    for size in (1, 3, 11, 97, 1009):
        rewrite_streams(bedrock, lambda data, size=size: [
            data[start : start + size] for start in range(0, len(data), size)
        ])  # fmt: skip
        assert types_of(await streamed(client)) == expected


@both
async def test_streams_cut_at_every_frame(client_class: Any, bedrock: LocalBedrock) -> None:
    """What arrived reaches the caller; that it is not all does not stay unsaid."""
    client = client_of(client_class, bedrock)
    expected = types_of(await streamed(client))
    for count in range(1, len(expected)):
        rewrite_streams(bedrock, lambda data, count=count: frames(data)[:count])
        stream = await settled(client.messages.create(stream=True, **QUESTION))
        seen, error = await read(stream)
        assert types_of(seen) == expected[:count]
        # Why the message stops is all that may be known too early.
        assert isinstance(error, IncompleteStreamError) == ("message_delta" not in types_of(seen))
        assert stream.response.is_closed


@both
@pytest.mark.parametrize("cut", [1, 11, 14, 40, -2])
async def test_streams_cut_amid_a_frame(client_class: Any, cut: int, bedrock: LocalBedrock) -> None:
    rewrite_streams(bedrock, lambda data: [*frames(data)[:3], frames(data)[3][:cut]])
    stream = await settled(
        client_of(client_class, bedrock).messages.create(stream=True, **QUESTION)
    )
    seen, error = await read(stream)
    assert len(seen) == 3
    assert isinstance(error, EventStreamError)
    assert "ended in the middle of a frame" in str(error)


@both
async def test_damaged_frames(client_class: Any, bedrock: LocalBedrock) -> None:
    def damaged(data: bytes) -> List[bytes]:
        good = frames(data)
        bad = bytearray(good[2])
        bad[len(bad) // 2] ^= 4
        return [*good[:2], bytes(bad), *good[3:]]

    rewrite_streams(bedrock, damaged)
    stream = await settled(
        client_of(client_class, bedrock).messages.create(stream=True, **QUESTION)
    )
    seen, error = await read(stream)
    assert len(seen) == 2
    assert isinstance(error, EventStreamError)
    assert "checksum" in str(error)


@both
@pytest.mark.parametrize(
    ("frame", "error_class"),
    [
        (exception_frame("throttlingException", "slow down"), anthropic.RateLimitError),
        (exception_frame("internalServerException", "sorry"), anthropic.InternalServerError),
        (exception_frame("validationException", "no"), anthropic.BadRequestError),
        (exception_frame("modelStreamErrorException", "no"), anthropic.APIStatusError),
        (error_frame("InternalFailure", "no"), anthropic.APIStatusError),
    ],
    ids=["throttling", "internal", "validation", "model", "error"],
)
async def test_failures_in_a_stream(
    client_class: Any, frame: bytes, error_class: Any, bedrock: LocalBedrock
) -> None:
    rewrite_streams(bedrock, lambda data: [*frames(data)[:3], frame])
    client = client_of(client_class, bedrock)
    seen, error = await read(await settled(client.messages.create(stream=True, **QUESTION)))
    assert len(seen) == 3
    assert isinstance(error, error_class)
    for messages in (client.messages, client.beta.messages):
        with pytest.raises(error_class):
            async with Entered(messages.stream(**QUESTION)) as stream:
                await settled(stream.get_final_message())


@both
async def test_failures_that_a_server_has_in_mind(client_class: Any, bedrock: LocalBedrock) -> None:
    client = client_of(client_class, bedrock)
    bedrock.fail_next(429, after_events=2, message="slow down")
    seen, error = await read(await settled(client.messages.create(stream=True, **QUESTION)))
    assert seen
    assert isinstance(error, anthropic.RateLimitError)
    bedrock.fail_next(503)
    with pytest.raises(anthropic.APIStatusError) as caught:
        await settled(client.messages.create(**QUESTION))
    assert caught.value.status_code == 503
    bedrock.fail_next(503)
    retrying = client.with_options(max_retries=1)
    assert (await settled(retrying.messages.create(**QUESTION))).content


# -- sessions and keys that end -------------------------------------------------------------------


@pytest.fixture()
def sessions(monkeypatch: pytest.MonkeyPatch) -> List[Any]:
    """The sessions that boto3 makes."""
    made: List[Any] = []

    class Session(boto3.Session):
        def __init__(self, *args: Any, **options: Any) -> None:
            made.append(options)
            super().__init__(*args, **options)

    monkeypatch.setattr(boto3, "Session", Session)
    _signing._signer.cache_clear()
    return made


@both
async def test_twenty_requests_make_one_session_and_one_signer(
    client_class: Any, bedrock: LocalBedrock, sessions: List[Any]
) -> None:
    client = client_of(client_class, bedrock)
    calls = [client.with_options(timeout=9).messages.create(**QUESTION) for _ in range(20)]
    if client_class is AsyncAnthropicBedrock:
        await asyncio.gather(*calls)
    assert len(bedrock.requests) == 20
    assert len(sessions) == 1
    assert _signing._signer.cache_info().misses == 1


def write_profile(folder: Path, number: int) -> None:
    """Temporary keys for the profile `work`, in place of those that it has."""
    (folder / "config").write_text("[profile work]\nregion = us-east-1\n")
    (folder / "credentials").write_text(
        f"[work]\naws_access_key_id = KEY{number}\n"
        f"aws_secret_access_key = secret{number}\naws_session_token = token{number}\n"
    )


@pytest.fixture()
def two_keys(bedrock: LocalBedrock, tmp_path: Path) -> None:
    """The server knows two keys; the profile has the first."""
    _signing._signer.cache_clear()
    for number in (1, 2):
        bedrock.add_credentials(f"KEY{number}", f"secret{number}", f"token{number}")
    write_profile(tmp_path, 1)


@both
async def test_keys_of_a_profile_end_in_mid_run(
    client_class: Any, bedrock: LocalBedrock, two_keys: None, tmp_path: Path
) -> None:
    client = client_class(base_url=bedrock.url, aws_profile="work", max_retries=2)
    await settled(client.messages.create(**QUESTION))
    bedrock.expire_credentials("KEY1")
    write_profile(tmp_path, 2)
    assert types_of(await streamed(client))[-1] == "message_stop"
    await settled(client.messages.create(**QUESTION))
    tokens = [request.headers["x-amz-security-token"] for request in bedrock.requests]
    assert tokens == ["token1", "token1", "token2", "token2"]
    bedrock.expire_credentials("KEY2")
    with pytest.raises(anthropic.PermissionDeniedError, match="expired"):
        await settled(client.messages.create(**QUESTION))
    # Looked up once more, then given up.
    assert len(bedrock.requests) == 6


async def test_keys_that_end_for_ten_requests_are_looked_up_once(
    bedrock: LocalBedrock, two_keys: None, tmp_path: Path, sessions: List[Any]
) -> None:
    client = AsyncAnthropicBedrock(base_url=bedrock.url, aws_region="us-east-1", aws_profile="work")
    await client.messages.create(**QUESTION)
    bedrock.expire_credentials("KEY1")
    write_profile(tmp_path, 2)
    await asyncio.gather(*(client.messages.create(**QUESTION) for _ in range(10)))
    assert len(sessions) == 2


@both
async def test_keys_of_a_role_are_renewed_ahead_of_their_end(
    client_class: Any, bedrock: LocalBedrock, monkeypatch: pytest.MonkeyPatch
) -> None:
    from botocore.credentials import RefreshableCredentials

    refreshed: List[int] = []

    def metadata(minutes: int) -> Dict[str, str]:
        number = len(refreshed)
        expiry = datetime.now(timezone.utc) + timedelta(minutes=minutes)
        return {
            "access_key": f"KEY{number}",
            "secret_key": f"secret{number}",
            "token": f"token{number}",
            "expiry_time": expiry.isoformat(),
        }

    def refresh() -> Dict[str, str]:
        refreshed.append(1)
        return metadata(60)

    credentials = RefreshableCredentials.create_from_metadata(
        metadata(14), refresh_using=refresh, method="test"
    )
    monkeypatch.setattr(boto3.Session, "get_credentials", lambda _: credentials)
    _signing._signer.cache_clear()
    for number in (0, 1):
        bedrock.add_credentials(f"KEY{number}", f"secret{number}", f"token{number}")
    client = client_class(base_url=bedrock.url, aws_region=bedrock.region, max_retries=0)
    for _ in range(5):
        await settled(client.messages.create(**QUESTION))
    assert len(refreshed) == 1
    tokens = {request.headers["x-amz-security-token"] for request in bedrock.requests}
    assert tokens == {"token1"}
