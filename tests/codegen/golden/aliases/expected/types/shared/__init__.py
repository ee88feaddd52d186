# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from ..._lazy import lazy_names

# fmt: off
# One line a name: a type that comes or goes is two lines of a diff.

if TYPE_CHECKING:
    from .problem import Problem as Problem

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "Problem": ".problem",
    },
    modules=[
    ],
)
