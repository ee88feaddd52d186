"""A child process never uses a socket of its parent, and does not close one either."""

from __future__ import annotations

from typing import Any

import pytest


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
