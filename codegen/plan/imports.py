"""What a generated module imports, and what each name is called in it."""

from __future__ import annotations

from itertools import chain, count
from typing import Dict, List, Set, Tuple

_STANDARD = {"typing", "datetime", "builtins"}


class Imports:
    """Collects the imports of one module.

    `module` is its dotted path below the package: `types.message`.
    """

    def __init__(self, module: str) -> None:
        self._package = module.split(".")[:-1]
        self._module = module
        # When they are imported -> from which module -> under which local names.
        self._groups: Dict[str, Dict[str, Dict[str, str]]] = {}
        self._plain: Set[str] = set()
        self._taken: Dict[str, str] = {}
        self.hidden: Dict[str, str] = {}  # names of the module itself -> what to write instead

    def reserve(self, *names: str) -> None:
        """Names that the module itself defines."""
        for name in names:
            self._taken.setdefault(name, self._module)

    def builtin(self, name: str) -> str:
        """A built-in name, reached through its module where the module uses the name otherwise."""
        if name == "None" or name not in self._taken:
            return name
        self.plain("builtins")
        return f"builtins.{name}"

    def plain(self, module: str) -> None:
        self._plain.add(module)

    def names(self, module: str, *names: str) -> None:
        """Imports names that the template writes as they are."""
        for name in names:
            self.name(module, name)

    def name(self, module: str, name: str, when: str = "always") -> str:
        """Imports `name`; returns what it is called here. `module` starts with a dot when ours.

        `when` is "always", "checking" (static tools only) or "late" (at the end of the
        module, which is how modules that need each other are tied).
        """
        if module == f".{self._module}":
            return self.hidden.get(name, name)
        local = self._free_name(module, name)
        self._groups.setdefault(when, {}).setdefault(module, {})[name] = local
        return local

    def hide(self, name: str) -> None:
        """Calls something that the module itself defines by another name, in expressions."""
        self.hidden[name] = self.hidden.get(name) or self._free_name(f".{self._module}", name)

    def _free_name(self, module: str, name: str) -> str:
        origin = f"{module}.{name}"
        parts = module.strip(".").split(".")
        # A taken name is told apart by as much of its module as it takes.
        longer = ("_".join((*parts[len(parts) - depth :], name)) for depth in range(9))
        candidates = chain(longer, (name + "_" * width for width in count(1)))
        local = next(free for free in candidates if self._taken.get(free, origin) == origin)
        self._taken[local] = origin
        return local

    def attribute(self, module: str, name: str) -> str:
        """A name of ours, reached through its module: `lib._prepare.prepare_message`."""
        package, _, leaf = module.rpartition(".")
        return f"{self.name(f'.{package}' if package else '.', leaf)}.{name}"

    def relative(self, module: str) -> str:
        """`.types.message` as seen from this module: `.message`, `...types.message`."""
        if not module.startswith("."):
            return module
        target = module[1:].split(".") if module != "." else []
        shared = 0
        for ours, theirs in zip(self._package, target):
            if ours != theirs:
                break
            shared += 1
        return "." * (len(self._package) - shared + 1) + ".".join(target[shared:])

    def _lines(self, when: str) -> List[Tuple[int, str]]:
        """The statements of a group, each with the number of its block."""
        lines: List[Tuple[int, int, str, str]] = []
        for module, names in self._groups.get(when, {}).items():
            shown = ", ".join(
                name if name == local else f"{name} as {local}"
                for name, local in sorted(names.items())
            )
            source = self.relative(module)
            distance = len(source.lstrip(".")) - len(source)
            lines.append((_block(module), distance, source, f"from {source} import {shown}"))
        return [(block, text) for block, _, _, text in sorted(lines)]

    def lines(self) -> List[str]:
        """The import statements, in blocks separated by empty lines."""
        lines = [(_block(name), f"import {name}") for name in sorted(self._plain)]
        lines += self._lines("always")
        blocks: List[str] = []
        for number in (0, 1, 2):
            block = [text for rank, text in lines if rank == number]
            blocks += [*block, ""] if block else []
        return blocks

    def checking_lines(self) -> List[str]:
        """What only static tools need, as far as it is not imported anyway."""
        checking = self._groups.get("checking", {})
        for module, names in self._groups.get("always", {}).items():
            for name in names:
                checking.get(module, {}).pop(name, None)
        self._groups["checking"] = {module: names for module, names in checking.items() if names}
        return [text for _, text in self._lines("checking")]

    def late_lines(self) -> List[str]:
        return [text for _, text in self._lines("late")]


def _block(module: str) -> int:
    """Standard library, other packages, ours."""
    return 2 if module.startswith(".") else 0 if module in _STANDARD else 1
