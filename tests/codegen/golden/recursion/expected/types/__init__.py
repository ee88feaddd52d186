# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from .._lazy import lazy_names

# fmt: off
# One line a name: a type that comes or goes is two lines of a diff.

if TYPE_CHECKING:
    from . import family_create_params as family_create_params
    from .child import Child as Child
    from .child_param import ChildParam as ChildParam
    from .family_create_params import FamilyCreateParams as FamilyCreateParams
    from .parent import Parent as Parent
    from .parent_param import ParentParam as ParentParam
    from .tree import Tree as Tree
    from .tree_param import TreeParam as TreeParam

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "Child": ".child",
        "ChildParam": ".child_param",
        "FamilyCreateParams": ".family_create_params",
        "Parent": ".parent",
        "ParentParam": ".parent_param",
        "Tree": ".tree",
        "TreeParam": ".tree_param",
    },
    modules=[
        "family_create_params",
    ],
)
