"""Policies, and what is known of calls, are frozen dataclasses to whoever uses them."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from typing import Any

import pytest

from anthropic import RetryPolicy
from anthropic._call_info import RateLimit


def test_values_are_equal_where_their_fields_are() -> None:
    policy = RetryPolicy(max_retries=3, statuses=(500,))
    assert policy == RetryPolicy(3, (500,))
    assert hash(policy) == hash(RetryPolicy(3, (500,)))
    assert policy != RetryPolicy(max_retries=4, statuses=(500,))
    assert RateLimit(1, 2, "now") != (1, 2, "now")


def test_a_value_shows_its_fields() -> None:
    assert repr(RateLimit(1, remaining=2, reset=None)) == (
        "RateLimit(limit=1, remaining=2, reset=None)"
    )


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda v: pickle.loads(pickle.dumps(v))]
)
def test_copies_are_equal(copied: Any) -> None:
    policy = RetryPolicy(multiplier=3.0)
    assert copied(policy) == policy


def test_fields_cannot_be_changed() -> None:
    policy: Any = RetryPolicy()
    with pytest.raises(dataclasses.FrozenInstanceError, match="max_retries"):
        policy.max_retries = 1
    with pytest.raises(dataclasses.FrozenInstanceError, match="jitter"):
        del policy.jitter
    assert policy == RetryPolicy()


def test_other_values_come_of_a_replacement_and_are_checked() -> None:
    policy = dataclasses.replace(RetryPolicy(max_retries=3), jitter=0.0)
    assert policy == RetryPolicy(max_retries=3, jitter=0.0)
    with pytest.raises(ValueError, match="jitter"):
        dataclasses.replace(policy, jitter=2.0)
    assert dataclasses.asdict(RateLimit(1, 2, None)) == {"limit": 1, "remaining": 2, "reset": None}


@pytest.mark.parametrize(
    ("values", "given", "said"),
    [
        ((1, 2), {}, "reset"),
        ((1, 2, None, 4), {}, "4"),
        ((1,), {"limit": 1, "remaining": 2, "reset": None}, "multiple values for argument 'limit'"),
        ((1, 2, None), {"limits": 1}, "unexpected keyword argument 'limits'"),
    ],
)
def test_arguments_that_do_not_fit_are_refused(values: Any, given: Any, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        RateLimit(*values, **given)


def test_tools_see_what_the_constructor_takes() -> None:
    parameters = inspect.signature(RetryPolicy).parameters
    assert list(parameters)[:2] == ["max_retries", "statuses"]
    assert parameters["jitter"].default == 0.25
    assert inspect.signature(RateLimit).parameters["limit"].default is inspect.Parameter.empty


def test_subclasses_add_methods_and_fields() -> None:
    class Patient(RetryPolicy):
        def delay(self, retries_taken: int, headers: Any = None) -> float:
            return 60.0

    @dataclasses.dataclass(frozen=True)
    class Named(RetryPolicy):
        name: str = "default"

    assert Patient(max_retries=1).delay(0) == 60.0
    assert Patient() != RetryPolicy()
    assert Named(max_retries=1, name="mine") == Named(1, name="mine")
    assert dataclasses.replace(Named(), name="other").name == "other"
