# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from .._lazy import lazy_names

# fmt: off
# One line a name: a type that comes or goes is two lines of a diff.

if TYPE_CHECKING:
    from . import shared as shared
    from .animal import Animal as Animal
    from .beast import Beast as Beast
    from .old_animal import OldAnimal as OldAnimal
    from .shared.problem import Problem as Problem
    from .url_kind import URLKind as URLKind

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "Animal": ".animal",
        "Beast": ".beast",
        "OldAnimal": ".old_animal",
        "Problem": ".shared.problem",
        "URLKind": ".url_kind",
    },
    modules=[
        "shared",
    ],
)
