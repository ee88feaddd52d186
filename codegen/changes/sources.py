"""The two sides of a comparison: folders, description files or git revisions become SDKs."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import List, Optional, Tuple

from codegen.diagnostics import Diagnostic, GenerationFailed, Place
from codegen.ir import model as ir
from codegen.pipeline import Inputs, read_api
from codegen.spec.graph import Description

CONFIG = "sdk.yml"
_SUFFIXES = (".yml", ".yaml", ".json")
# What the stages before `render` read: the inputs, and the hand-written ends of the seams.
_ARCHIVED = ("openapi", "src", ":(exclude)src/*/types/*", ":(exclude)src/*/resources/*")
HOW = "name a folder that holds openapi/, a description file, or a git revision"


@dataclass(frozen=True)
class Source:
    """One side: where its inputs are, and how it is called in reports."""

    label: str
    inputs: Inputs
    scratch: str = ""  # a folder that `label` stands for in messages

    def described(self, place: Place) -> Place:
        """A place as people find it: below the project, or in the revision."""
        file, root = place.file, f"{self.inputs.root}/"
        if file.startswith(root):
            file = file[len(root) :]
        return replace(place, file=f"{self.label}:{file}" if self.scratch and file else file)


@dataclass(frozen=True)
class Sdk:
    source: Source
    description: Description
    api: ir.Api


def find(operand: str, root: Path, stack: ExitStack) -> Source:
    """What an operand of `diff` names; what a revision holds is unpacked while `stack` is open."""
    path = Path(operand)
    if path.is_dir():
        return _folder(operand, path.resolve())
    if path.suffix in _SUFFIXES or path.is_file():
        return _file(operand, path.resolve(), root)
    return _revision(operand, root, stack)


def read(source: Source) -> Sdk:
    """Stages 1 to 3 for one side; what is wrong with it is reported under its name."""
    try:
        return Sdk(source, *read_api(source.inputs))
    except GenerationFailed as failure:
        raise GenerationFailed(
            replace(problem, place=source.described(problem.place)) for problem in failure.problems
        ) from None


def _folder(label: str, root: Path) -> Source:
    if not (root / "openapi" / CONFIG).is_file():
        raise _failed(label, f"the folder `{label}` holds no openapi/{CONFIG}", HOW)
    return Source(label, replace(Inputs(root=root), spec=_description(label, root)))


def _description(label: str, root: Path) -> str:
    """The description below a root: the one file beside sdk.yml, whatever it is called."""
    usual = Inputs().spec
    if (root / usual).is_file():
        return usual
    found = [p for p in sorted((root / "openapi").iterdir()) if p.suffix in _SUFFIXES]
    names = [path.name for path in found if path.name != CONFIG]
    if len(names) != 1:
        message = f"`{label}` holds {len(names)} descriptions in openapi/, not one"
        raise _failed(label, message, "name the description file itself")
    return f"openapi/{names[0]}"


def _file(label: str, path: Path, root: Path) -> Source:
    """A description, with the sdk.yml beside it, or else that of this project."""
    own = path.parent / CONFIG
    inputs = Inputs(root=root, spec=str(path))
    if not own.is_file() or own == root / inputs.config:
        return Source(label, inputs)
    package = next((p for p in ("package", "../src/anthropic") if (path.parent / p).is_dir()), "")
    return Source(
        label,
        replace(
            inputs,
            config=str(own),
            overlays=str(path.parent / "overlays"),
            package=str((path.parent / package).resolve()) if package else inputs.package,
        ),
    )


def _revision(revision: str, root: Path, stack: ExitStack) -> Source:
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options",
                  f"{revision}^{{commit}}")  # fmt: skip
    if commit is None:
        message = f"`{revision}` is no folder, no file and no revision of the project in {root}"
        raise _failed(revision, message, HOW)
    archive = _git(root, "archive", commit.decode().strip(), "--", *_ARCHIVED)
    if archive is None:
        message = f"the revision `{revision}` holds no openapi/ or no src/"
        raise _failed(revision, message, "name a revision in which the project had them")
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="codegen-diff-")))
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        for member in tar:
            _unpack(tar, member, folder)
    found = _folder(revision, folder.resolve())
    return replace(found, scratch=str(folder.resolve()))


def _unpack(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    content = tar.extractfile(member) if member.isreg() else None
    if content is None:
        return
    target = folder / member.name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content.read())


def _git(root: Path, *arguments: str) -> Optional[bytes]:
    """The output of git; None when it fails, also because there is no repository."""
    try:
        result = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        hint = "install git, or name folders instead of revisions"
        raise _failed(" ".join(arguments), "git is not installed", hint) from None
    return result.stdout if result.returncode == 0 else None


def _failed(operand: str, message: str, hint: str) -> GenerationFailed:
    return GenerationFailed([Diagnostic("no-such-side", message, Place(operand, 0), hint)])


def sides(old: str, new: str, root: Path, stack: ExitStack) -> Tuple[Sdk, Sdk]:
    """Reads both sides; problems of both are reported together."""
    problems: List[Diagnostic] = []
    found: List[Sdk] = []
    for operand in (old, new):
        try:
            found.append(read(find(operand, root, stack)))
        except GenerationFailed as failure:
            problems += failure.problems
    if problems:
        raise GenerationFailed(dict.fromkeys(problems))
    return found[0], found[1]
