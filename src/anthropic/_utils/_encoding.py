"""Files and models inside a body: found during one walk, turned into JSON afterwards.

A walk cannot wait for a file in asynchronous code, so it leaves the place empty and notes it in
``PendingReads``.  The caller fills the places when the walk is over: at once, or from a worker
thread.  That way both kinds of client share one walk.
"""

from __future__ import annotations

import base64
import io
import os
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Tuple, Union, cast

from typing_extensions import TypeGuard

if TYPE_CHECKING:
    import pydantic

Readable = Union[io.IOBase, "os.PathLike[str]"]


class PendingReads:
    """Places in a new body that wait for the content of a file."""

    def __init__(self) -> None:
        self._places: List[Tuple[Any, Any, Readable]] = []

    def note(self, container: Any, key: Any, file: Readable) -> None:
        """Remember that ``container[key]`` is to become the content of ``file``."""
        self._places.append((container, key, file))

    def fill(self) -> None:
        """Read the files, one after the other."""
        for container, key, file in self._places:
            container[key] = read_base64(file)

    async def fill_in_thread(self) -> None:
        """Read the files in a worker thread, if there are any."""
        if self._places:
            from ._sync import to_thread

            await to_thread(self.fill)


def is_readable(value: object) -> TypeGuard[Readable]:
    """Whether a value is an open file or a path to one."""
    return isinstance(value, (io.IOBase, os.PathLike))


def read_base64(file: Readable) -> str:
    """The content of a file as base64 text; a file opened in text mode counts as UTF-8."""
    if isinstance(file, os.PathLike):
        with open(file, "rb") as opened:
            content: Union[str, bytes] = opened.read()
    else:
        content = cast(Union[str, bytes], cast(Any, file).read())
    if isinstance(content, str):
        content = content.encode()
    return base64.b64encode(content).decode("ascii")


def is_model(value: object) -> TypeGuard[pydantic.BaseModel]:
    """Whether a value is an instance of a pydantic model."""
    import pydantic

    return isinstance(value, pydantic.BaseModel)


def dump_model(model: pydantic.BaseModel) -> Dict[str, Any]:
    """The fields of a model that were set, as JSON values.

    Models of the API are written under the API's names, and fields named by their
    ``__api_exclude__`` stay at home: they were added to the answer on this side, and the API would
    refuse them.  Models of others are written as they say themselves.
    """
    return dumper_of(type(model))(model)


@lru_cache(maxsize=1024)
def dumper_of(model_class: Any) -> Callable[[Any], Dict[str, Any]]:
    """What dumps the models of a class, as `dump_model` does.

    Kept for each class: to ask one of pydantic's for an attribute that it lacks is slow.
    """
    from .._compat import PYDANTIC_V1, model_dump
    from .._models import BaseModel

    settings: Dict[str, Any] = {"exclude_unset": True, "mode": "json"}
    exclude = getattr(model_class, "__api_exclude__", None)
    if exclude is not None:
        settings["exclude"] = exclude
    if issubclass(model_class, BaseModel):
        if not PYDANTIC_V1 and model_class.model_dump is BaseModel.model_dump:
            return _compiled_dumper(exclude)
        settings["by_alias"] = True
        settings["warnings"] = False  # about kinds of data that this version does not know
    return partial(model_dump if PYDANTIC_V1 else model_class.model_dump, **settings)


def _compiled_dumper(exclude: Any) -> Callable[[Any], Dict[str, Any]]:
    """What `model_dump` calls in the end: the way there takes as long as the dump of a block."""

    def dump(model: pydantic.BaseModel) -> Dict[str, Any]:
        # Written out: a dict of these arguments would take a fifth more.
        values: Dict[str, Any] = model.__pydantic_serializer__.to_python(
            model, mode="json", by_alias=True, exclude=exclude, exclude_unset=True, warnings=False
        )
        return values

    return dump
