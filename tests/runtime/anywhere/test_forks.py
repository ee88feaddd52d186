"""A child process never uses a socket of its parent, and does not close one either."""

from __future__ import annotations

from typing import Any

import pytest

from tests.runtime.faults.answers import EVENTS, STREAM


@pytest.mark.parametrize("http_client", ["None", "anthropic.DefaultHttpxClient()"])
def test_a_child_connects_anew_and_the_parent_keeps_its_connection(
    run: Any, server: Any, http_client: str
) -> None:
    printed = run(
        f"""
        client = Anthropic(http_client={http_client})
        first = connection(ask(client))
        child = os.fork()
        if not child:
            seen = [connection(ask(client)), connection(ask(client))]
            client.close()
            os._exit(0 if seen == [2, 2] else 1)
        assert os.waitpid(child, 0)[1] == 0
        print(first, connection(ask(client)))
        client.close()
        """
    )
    assert printed.split() == ["1", "1"]
    assert server.opened == 2


def test_a_child_that_forgets_the_client_does_not_disturb_the_parent(run: Any, server: Any) -> None:
    printed = run(
        """
        client = Anthropic()
        ask(client)
        child = os.fork()
        if not child:
            del client
            gc.collect()
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        print(connection(ask(client)))
        client.close()
        """
    )
    assert printed.split() == ["1"]


def test_a_fork_in_the_middle_of_a_stream_leaves_it_whole(
    run: Any, server: Any, answer: Any
) -> None:
    server.script = [answer(pieces=8, pause=0.05)]
    printed = run(
        """
        client = Anthropic()
        with client.messages.with_streaming_response.create(
            model="claude-test", max_tokens=8, messages=[{"role": "user", "content": "hi"}]
        ) as response:
            chunks = response.iter_bytes(16)
            got = next(chunks)
            child = os.fork()
            if not child:
                seen = connection(ask(client))
                os._exit(0 if seen == 2 else 1)
            got += b"".join(chunks)
            assert os.waitpid(child, 0)[1] == 0
        print(got.count(b"hello"))
        client.close()
        """
    )
    assert printed.split() == ["1"]


def test_asynchronous_clients_in_the_child_of_a_running_loop(run: Any, server: Any) -> None:
    printed = run(
        """
        async def parent():
            first = connection(await ask(client))
            child = os.fork()
            if not child:
                # As multiprocessing does: the parent's loop does not run here.
                asyncio._set_running_loop(None)
                seen = [connection(asyncio.run(main())), connection(asyncio.run(main()))]
                os._exit(0 if seen == [2, 3] else 1)
            status = await asyncio.to_thread(os.waitpid, child, 0)
            assert status[1] == 0, status
            print(first, connection(await ask(client)))

        async def main():
            return await ask(client)

        client = AsyncAnthropic()
        asyncio.run(parent())
        """
    )
    assert printed.split() == ["1", "1"]
    assert server.opened == 3


def test_workers_of_multiprocessing(run: Any, server: Any) -> None:
    printed = run(
        """
        import multiprocessing

        client = Anthropic()

        def work(_):
            return os.getpid(), connection(ask(client))

        ask(client)
        with multiprocessing.get_context("fork").Pool(2) as pool:
            done = pool.map(work, range(8), chunksize=1)
        of_process = {}
        for process, used in done:
            of_process.setdefault(process, set()).add(used)
        assert all(len(used) == 1 for used in of_process.values()), of_process
        assert 1 not in set.union(*of_process.values())
        print(connection(ask(client)))
        client.close()
        """
    )
    assert printed.split() == ["1"]


def test_a_client_of_the_callers_own_stays_as_it_is(run: Any, server: Any) -> None:
    run(
        """
        import httpx

        own = httpx.Client()
        client = Anthropic(http_client=own)
        assert client._client is own and type(own._transport) is httpx.HTTPTransport
        client.close()
        """
    )


STREAMED = {"content-type": "text/event-stream"}
QUESTION = {
    "model": "claude-test",
    "max_tokens": 8,
    "messages": [{"role": "user", "content": "hi"}],
}


@pytest.mark.parametrize("method", ["create(**question, stream=True)", "stream(**question)"])
def test_a_child_that_leaves_the_stream_of_its_parent_does_not_end_it(
    run: Any, server: Any, answer: Any, method: str
) -> None:
    server.script = [answer(headers=STREAMED, body=STREAM, pieces=8, pause=0.05)]
    printed = run(
        f"""
        question = {QUESTION}
        client = Anthropic(max_retries=0)
        with client.messages.{method} as stream:
            got = [next(stream).type]
            child = os.fork()
            if not child:
                stream.close()
                os._exit(0)
            assert os.waitpid(child, 0)[1] == 0
            got += [event.type for event in stream]
        print(got[-1])
        client.close()
        """
    )
    assert printed.split() == ["message_stop"]


def test_a_child_cannot_read_on_in_the_stream_of_its_parent(
    run: Any, server: Any, answer: Any
) -> None:
    server.script = [answer(headers=STREAMED, body=STREAM, pieces=8, pause=0.05)]
    printed = run(
        f"""
        client = Anthropic()
        with client.messages.create(**{QUESTION}, stream=True) as stream:
            got = [next(stream).type]
            child = os.fork()
            if not child:
                try:
                    list(stream)
                except anthropic.APIConnectionError as error:
                    os._exit(0 if "the process that opened it" in str(error) else 1)
                os._exit(2)
            assert os.waitpid(child, 0)[1] == 0
            got += [event.type for event in stream]
        print(*got)
        client.close()
        """
    )
    assert printed.split() == [event["type"] for event in EVENTS]


def test_a_child_cannot_read_on_in_an_asynchronous_stream_either(
    run: Any, server: Any, answer: Any
) -> None:
    server.script = [answer(headers=STREAMED, body=STREAM, pieces=8, pause=0.05)]
    printed = run(
        f"""
        async def rest(stream):
            return [event.type async for event in stream]

        async def parent():
            client = AsyncAnthropic()
            stream = await client.messages.create(**{QUESTION}, stream=True)
            got = [(await stream.__anext__()).type]
            child = os.fork()
            if not child:
                # As multiprocessing does: the parent's loop does not run here.
                asyncio._set_running_loop(None)
                try:
                    asyncio.run(rest(stream))
                except anthropic.APIConnectionError as error:
                    os._exit(0 if "the process that opened it" in str(error) else 1)
                os._exit(2)
            status = await asyncio.to_thread(os.waitpid, child, 0)
            got += await rest(stream)
            await client.close()
            print(status[1], *got)

        asyncio.run(parent())
        """
    )
    assert printed.split() == ["0", *(event["type"] for event in EVENTS)]


def test_certificates_that_a_thread_of_the_parent_was_loading(run: Any, server: Any) -> None:
    printed = run(
        """
        import signal, ssl, httpx
        from anthropic._certificates import WaitingContext

        begun, goes_on = threading.Event(), threading.Event()

        def loading(**options):
            begun.set()
            assert goes_on.wait(60)
            return ssl.create_default_context()

        httpx.create_ssl_context = loading
        client = Anthropic()
        context = client._client._transport._pools._arguments["verify"]
        assert isinstance(context, WaitingContext)
        thread = threading.Thread(target=context.get_ca_certs)
        thread.start()
        assert begun.wait(60)
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
        if not child:
            signal.alarm(20)
            goes_on.set()
            context.get_ca_certs()
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        goes_on.set()
        thread.join()
        print(status)
        client.close()
        """,
        # Which would be read at once.
        SSL_CERT_FILE="",
        SSL_CERT_DIR="",
    )
    assert printed.split() == ["0"]
