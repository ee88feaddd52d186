"""Names of a package that load when they are first used (PEP 562).

The tables are generated beside a `TYPE_CHECKING` block with the same names, so
static tools see what the interpreter finds later. A name is stored in its
package after the first look-up; from then on it costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import FunctionType
from typing import Callable, List, Mapping, Sequence, Tuple, Union

from ._garbage import loaded


def lazy_names(
    package: str,
    names: Mapping[str, str],
    modules: Sequence[str] = (),
    adopt: bool = False,
) -> Tuple[Callable[[str], object], Callable[[], List[str]]]:
    """Return `__getattr__` and `__dir__` for `package`.

    `names` maps a public name to the module that defines it, relative to the
    package; `modules` are submodules that are public under their own name. A
    package without an `__all__` gets one, so that `import *` sees every name.
    With `adopt`, classes and functions of `__all__` name the package as their
    module, so that messages and pickles show the public path.
    """
    namespace = sys.modules[package].__dict__
    submodules = {module.lstrip(".").split(".", 1)[0] for module in names.values()}.union(modules)
    namespace.setdefault("__all__", sorted({*names, *modules}))

    def load(name: str) -> object:
        module = names.get(name)
        if module is not None:
            value = getattr(loaded(import_module, module, package), name)
        elif name in submodules:
            value = loaded(import_module, f".{name}", package)
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        if adopt and name in namespace["__all__"] and isinstance(value, (type, FunctionType)):
            if value.__module__.startswith(f"{package}."):
                _adopt(value, package)
        namespace[name] = value
        return value

    def names_of_package() -> List[str]:
        return sorted({*namespace, *names, *submodules})

    return load, names_of_package


def _adopt(value: Union[type, FunctionType], package: str) -> None:
    """Makes `package` the module of a class or function.

    Annotations are read in the module that a class names, so those written as text are
    read in the real one first.
    """
    home = sys.modules[value.__module__].__dict__
    if isinstance(value, type):
        annotations = value.__dict__.get("__annotations__", {})
        for name, annotation in annotations.items():
            if isinstance(annotation, str):
                annotations[name] = eval(annotation, home)  # noqa: S307  # text of our own modules
    value.__module__ = package
