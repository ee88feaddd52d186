"""Large answers and loading pause the garbage collector, and only for as long as they take."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from typing import Any, Callable, Iterator, List

import pytest

from anthropic._garbage import loaded, without_collections


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_nothing_is_collected_meanwhile() -> None:
    assert without_collections(lambda _: gc.isenabled(), None) is False
    assert gc.isenabled()


def test_one_that_was_off_stays_off() -> None:
    gc.disable()
    assert without_collections(lambda value: value + 1, 1) == 2
    assert not gc.isenabled()


def test_errors_end_the_pause() -> None:
    with pytest.raises(ZeroDivisionError):
        without_collections(lambda value: 1 / value, 0)
    assert gc.isenabled()


def _child(check: Callable[[], bool]) -> int:
    child = os.fork()
    if not child:
        os._exit(0 if check() else 1)
    return os.waitpid(child, 0)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks on Windows")
def test_a_child_that_is_forked_meanwhile_collects_again() -> None:
    paused, forked = threading.Event(), threading.Event()

    def read(_: None) -> None:
        paused.set()
        assert forked.wait(10)

    thread = threading.Thread(target=without_collections, args=(read, None))
    thread.start()
    assert paused.wait(10)
    try:
        assert not gc.isenabled()
        assert _child(gc.isenabled) == 0
        assert not gc.isenabled()
    finally:
        forked.set()
        thread.join()
    assert gc.isenabled()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no forks on Windows")
def test_a_child_of_a_program_that_collects_nothing_collects_nothing() -> None:
    gc.disable()
    assert _child(lambda: not gc.isenabled()) == 0


def _many_objects(count: int) -> List[Any]:
    return [[] for _ in range(count)]


def _is_old(value: object) -> bool:
    return any(other is value for other in gc.get_objects(generation=2))


def test_what_is_loaded_is_old_at_once() -> None:
    value = loaded(_many_objects, 100_000)
    assert _is_old(value) and _is_old(value[-1])
    assert gc.isenabled() and not gc.get_freeze_count()


def test_a_few_objects_stay_young() -> None:
    gc.collect()
    assert not _is_old(loaded(_many_objects, 3))


def test_what_is_loaded_is_collected_like_everything_else() -> None:
    class Node:
        pass

    def cycles(count: int) -> None:
        for _ in range(count):
            node: Any = Node()
            node.itself = node

    loaded(cycles, 100_000)
    assert gc.collect() >= 100_000


def test_what_a_program_has_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        loaded(_many_objects, 100_000)
        assert gc.get_freeze_count() >= frozen - 1_000
    finally:
        gc.unfreeze()


def test_a_program_that_collects_nothing_loads_as_ever() -> None:
    gc.disable()
    assert not _is_old(loaded(_many_objects, 100_000))
    assert not gc.isenabled()


_LOADS = """
import gc

import anthropic

collections = []
gc.collect()
gc.callbacks.append(lambda phase, info: collections.append(info))
anthropic.Anthropic
gc.callbacks.clear()
assert gc.isenabled()
print(len(collections))
"""


def test_loading_the_client_collects_nothing() -> None:
    told = subprocess.run([sys.executable, "-c", _LOADS], stdout=subprocess.PIPE, check=True)
    assert told.stdout.split() == [b"0"]
