"""What a generated module imports, and what each name is called in it."""

from __future__ import annotations

from typing import Dict, List, Set, Tuple


class Imports:
    """Collects the imports of one module.

    `module` is its dotted path below the package: `types.message`.
    """

    def __init__(self, module: str, package_init: bool = False) -> None:
        parts = module.split(".") if module else []
        self._package = parts if package_init else parts[:-1]
        self._module = module
        self._from: Dict[str, Dict[str, str]] = {}
        self._checking: Dict[str, Dict[str, str]] = {}
        self._late: Dict[str, Dict[str, str]] = {}
        self._plain: Set[str] = set()
        self._taken: Dict[str, str] = {}

    def reserve(self, name: str) -> None:
        """A name that the module itself defines."""
        self._taken.setdefault(name, self._module)

    def plain(self, module: str) -> str:
        self._plain.add(module)
        return module

    def name(self, module: str, name: str, when: str = "always") -> str:
        """Imports `name`; returns what it is called here. `module` starts with a dot when ours.

        `when` is "always", "checking" (static tools only) or "late" (at the end of the
        module, which is how modules that need each other are tied).
        """
        if module.lstrip(".") == self._module and module.startswith("."):
            return name
        origin = f"{module}.{name}"
        parts = module.strip(".").split(".")
        # A taken name is told apart by as much of its module as it takes.
        candidates = ("_".join((*parts[len(parts) - depth :], name)) for depth in range(9))
        local = next(free for free in candidates if self._taken.get(free, origin) == origin)
        self._taken[local] = origin
        group = {"always": self._from, "checking": self._checking, "late": self._late}[when]
        if when == "checking" and name in self._from.get(module, {}):
            return local
        group.setdefault(module, {})[name] = local
        if when == "always":
            self._checking.get(module, {}).pop(name, None)
        return local

    def attribute(self, module: str, name: str) -> str:
        """A name of ours, reached through its module: `lib._prepare.prepare_message`."""
        package, _, leaf = module.rpartition(".")
        return f"{self.name(f'.{package}' if package else '.', leaf)}.{name}"

    def _relative(self, module: str) -> str:
        """`.types.message` as seen from this module: `.message`, `...types.message`."""
        if not module.startswith("."):
            return module
        target = module[1:].split(".") if module != "." else []
        shared = 0
        while (
            shared < min(len(target), len(self._package))
            and target[shared] == self._package[shared]
        ):
            shared += 1
        # The last part must stay a module name unless the package itself is meant.
        dots = "." * (len(self._package) - shared + 1)
        return dots + ".".join(target[shared:])

    def _lines(self, group: Dict[str, Dict[str, str]]) -> List[Tuple[int, str, str]]:
        lines = []
        for module, names in group.items():
            rendered = ", ".join(
                name if name == local else f"{name} as {local}"
                for name, local in sorted(names.items())
            )
            if not names:
                continue
            rank = self._rank(module)
            lines.append(
                (rank, self._relative(module), f"from {self._relative(module)} import {rendered}")
            )
        return sorted(
            lines,
            key=lambda line: (
                line[0],
                -len(line[1]) + len(line[1].lstrip(".")) if line[0] == 2 else 0,
                line[1],
            ),
        )

    @staticmethod
    def _rank(module: str) -> int:
        if module.startswith("."):
            return 2
        return (
            0
            if module.split(".")[0]
            in {"typing", "datetime", "builtins", "__future__", "os", "warnings"}
            else 1
        )

    def lines(self) -> List[str]:
        """The import statements, in blocks separated by empty lines."""
        lines = self._lines(self._from)
        plain = [
            (0 if name in {"os", "warnings"} else 1, f"import {name}")
            for name in sorted(self._plain)
        ]
        blocks: List[str] = []
        for rank in (0, 1, 2):
            block = [text for r, text in plain if r == rank] + [
                text for r, _, text in lines if r == rank
            ]
            if block:
                blocks += [*block, ""]
        return blocks

    def checking_lines(self) -> List[str]:
        return [text for _, _, text in self._lines(self._checking)]

    def late_lines(self) -> List[str]:
        return [text for _, _, text in self._lines(self._late)]
