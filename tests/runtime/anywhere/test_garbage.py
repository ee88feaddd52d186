"""Large answers pause the garbage collector, and only for as long as they are read."""

from __future__ import annotations

import gc
import os
import sys
import threading
from typing import Callable, Iterator

import pytest

from anthropic._garbage import without_collections


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
