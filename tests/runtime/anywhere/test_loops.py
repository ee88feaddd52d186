"""One asynchronous client serves every event loop, one after the other or side by side."""

from __future__ import annotations

from typing import Any

import pytest

EVERY_HTTP_CLIENT = pytest.mark.parametrize(
    "http_client",
    ["None", "anthropic.DefaultAsyncHttpxClient()", "anthropic.DefaultAioHttpClient()"],
)


@EVERY_HTTP_CLIENT
def test_one_run_after_another(run: Any, server: Any, http_client: str) -> None:
    printed = run(
        f"""
        async def main():
            return [connection(await ask(client)), connection(await ask(client))]

        client = AsyncAnthropic(max_retries=0, http_client={http_client})
        for _ in range(3):
            print(*asyncio.run(main()))
        """
    )
    assert printed.split() == ["1", "1", "2", "2", "3", "3"]
    server.wait_until_closed(3)


def test_the_end_of_a_loop_closes_its_connections(run: Any, server: Any) -> None:
    run(
        """
        client = AsyncAnthropic(max_retries=0)
        asyncio.run(ask(client))
        print("done", flush=True)
        gc.collect()
        made = client._client._transport._pools.own()
        assert not made, made
        """
    )
    server.wait_until_closed(1)


def test_a_loop_that_is_closed_without_ceremony(run: Any, server: Any) -> None:
    printed = run(
        """
        # asyncio itself complains of connections in a loop that nobody shut down.
        warnings.simplefilter("ignore", ResourceWarning)
        client = AsyncAnthropic(max_retries=0)
        for _ in range(3):
            loop = asyncio.new_event_loop()
            print(connection(loop.run_until_complete(ask(client))))
            loop.close()
            assert len(client._client._transport._pools.own()) == 1
        """
    )
    assert printed.split() == ["1", "2", "3"]


def test_a_loop_that_is_never_closed(run: Any, server: Any) -> None:
    run(
        """
        warnings.simplefilter("ignore", ResourceWarning)
        client = AsyncAnthropic(max_retries=0)
        loop = asyncio.new_event_loop()
        loop.run_until_complete(ask(client))
        """
    )


@EVERY_HTTP_CLIENT
def test_loops_of_several_threads(run: Any, server: Any, http_client: str) -> None:
    printed = run(
        f"""
        async def main():
            seen = set()
            for _ in range(5):
                batch = await asyncio.gather(*(ask(client) for _ in range(4)))
                seen.update(map(connection, batch))
            return seen

        def work():
            results.append(asyncio.run(main()))

        client = AsyncAnthropic(max_retries=0, http_client={http_client})
        results = []
        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(results) == 4
        print(sum(map(len, results)) - len(set.union(*results)))
        """
    )
    assert printed.split() == ["0"]


def test_trio_and_asyncio_in_turn(run: Any, server: Any) -> None:
    printed = run(
        """
        import trio

        async def main():
            return [connection(await ask(client)), connection(await ask(client))]

        client = AsyncAnthropic(max_retries=0)
        print(*trio.run(main))
        print(*asyncio.run(main()))
        print(*trio.run(main))
        """
    )
    assert printed.split() == ["1", "1", "2", "2", "3", "3"]
    server.wait_until_closed(3)


def test_forgetting_a_client_creates_no_task(run: Any, server: Any) -> None:
    run(
        """
        async def main():
            client = AsyncAnthropic(max_retries=0)
            await ask(client)
            before = asyncio.all_tasks()
            del client
            gc.collect()
            assert asyncio.all_tasks() == before
            # The next request of this loop closes what was left.
            client = AsyncAnthropic(max_retries=0)
            assert connection(await ask(client)) == 2
            print("ok")

        asyncio.run(main())
        """
    )
    server.wait_until_closed(2)


def test_a_forgotten_client_is_closed_by_the_next_request(run: Any, server: Any) -> None:
    printed = run(
        """
        async def main():
            for _ in range(20):
                await ask(AsyncAnthropic(max_retries=0))
                gc.collect()
            print(len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0)

        asyncio.run(main())
        """
    )
    assert int(printed) < 20


def test_closing_in_one_loop_closes_the_connections_of_the_others(run: Any, server: Any) -> None:
    run(
        """
        def other():
            asyncio.run(in_other())

        async def in_other():
            await ask(client)
            asked.set()
            while not client.is_closed():
                await asyncio.sleep(0.01)

        async def main():
            await ask(client)
            await asyncio.to_thread(asked.wait)
            await client.close()

        client = AsyncAnthropic(max_retries=0)
        asked = threading.Event()
        thread = threading.Thread(target=other)
        thread.start()
        asyncio.run(main())
        thread.join()
        """
    )
    server.wait_until_closed(2)
