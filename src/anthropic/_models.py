"""The models: what responses become, and the options of a request.

`BaseModel` is the class that every response type builds on.  How a response becomes one is in
`_construct.py`; the functions for it are published here.

Annotations are read at once, as in `types/`: pydantic would compile each from its text.
"""

import os
from functools import wraps
from typing import (
    IO,
    TYPE_CHECKING,
    Any,
    AsyncIterable,
    Callable,
    ClassVar,
    Dict,
    Iterable,
    List,
    Mapping,
    Optional,
    Set,
    Type,
    TypeVar,
    Union,
    cast,
)
from weakref import WeakKeyDictionary

import httpx
import pydantic
from typing_extensions import Literal, TypedDict, Unpack, final

from . import _construct
from ._call_info import CallInfo, call_info
from ._compat import PYDANTIC_V1, ConfigDict
from ._compat import GenericModel as BaseGenericModel
from ._construct import DiscriminatorDetails, construct_model, constructor_of
from ._types import AnyMapping, Body, Headers, HttpxRequestFiles, IncEx, ModelT, NotGiven, Query

_T = TypeVar("_T")

DISCRIMINATOR_CACHE: WeakKeyDictionary[Any, DiscriminatorDetails] = _construct.discriminator_cache
"""What is known of the unions that were told apart by a discriminator."""


def _defers_build() -> bool:
    """Whether pydantic builds a model's validators at first use instead of at import."""
    return os.environ.get("DEFER_PYDANTIC_BUILD", "true").lower() in ("true", "1", "on")


class BaseModel(pydantic.BaseModel):
    """Base of every type that the API returns.

    Fields that this version does not know are kept: they are attributes, and part of every dump.
    """

    if PYDANTIC_V1:

        class Config(pydantic.BaseConfig):  # pyright: ignore[reportDeprecated]  # the pydantic 1 way
            extra: Any = "allow"

        @property
        def model_fields_set(self) -> Set[str]:
            """The names of the fields that were given, as opposed to those left to a default."""
            return cast(Set[str], cast(Any, self).__fields_set__)
    else:
        model_config: ClassVar[ConfigDict] = ConfigDict(extra="allow", defer_build=_defers_build())

    if TYPE_CHECKING:
        # Declared for type checkers alone: it is no field, and absent until a response sets it.
        _request_id: Optional[str] = None
        """The `request-id` header of the response, on the object that a method returned.

        Objects inside that one do not have it. Quote it when you report a problem.
        """

        _response: CallInfo
        """The call that the object came from: headers, rate limits, retries and times.

        On the object that a method returned, as `_request_id` is.
        """
    elif PYDANTIC_V1:
        # In slots, so that neither dumps nor comparisons see them.
        _request_id = pydantic.PrivateAttr()
        _response = pydantic.PrivateAttr()

    def to_dict(
        self,
        *,
        mode: Literal["json", "python"] = "python",
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> Dict[str, object]:
        """This model, and the models in it, as dictionaries.

        Args:
            mode: `json` keeps only what JSON can express (times become strings); `python` keeps
                the objects.
            use_api_names: Use the names of the API as keys, instead of the attributes' names.
            exclude_unset: Leave out fields that the response did not hold.
            exclude_defaults: Leave out fields that have their default value.
            exclude_none: Leave out fields that are None.
            warnings: Without effect, since no dump warns. `model_dump(warnings=True)` does.
        """
        return self.model_dump(
            mode=mode,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            **_warnings_argument(warnings),
        )

    def to_json(
        self,
        *,
        indent: Optional[int] = 2,
        use_api_names: bool = True,
        exclude_unset: bool = True,
        exclude_defaults: bool = False,
        exclude_none: bool = False,
        warnings: bool = True,
    ) -> str:
        """This model, and the models in it, as JSON text.

        Args:
            indent: Spaces for each level; None writes everything on one line.
            use_api_names: Use the names of the API as keys, instead of the attributes' names.
            exclude_unset: Leave out fields that the response did not hold.
            exclude_defaults: Leave out fields that have their default value.
            exclude_none: Leave out fields that are None.
            warnings: Without effect, since no dump warns. `model_dump(warnings=True)` does.
        """
        return self.model_dump_json(
            indent=indent,
            by_alias=use_api_names,
            exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults,
            exclude_none=exclude_none,
            **_warnings_argument(warnings),
        )

    def __str__(self) -> str:
        # pydantic leaves out the class here; with it, printing a response says what it is.
        model: Any = self
        return f"{model.__repr_name__()}({model.__repr_str__(', ')})"

    @classmethod
    def construct(
        __cls: Type[ModelT],
        _fields_set: Optional[Set[str]] = None,
        **values: object,
    ) -> ModelT:
        """A model made of `values` without validation; `values` may use the names of the API.

        Nested values become models too where their types say so; a value that does not fit is
        kept as it is.
        """
        return cast(ModelT, construct_model(__cls, values, _fields_set))

    if not TYPE_CHECKING:
        # Type checkers keep the signature that pydantic declares.
        model_construct = construct

    if not PYDANTIC_V1 and not TYPE_CHECKING:
        # Answers hold what this version does not know as a matter of course, and pydantic would
        # warn of it in every dump; whoever wants that asks for it.

        @wraps(pydantic.BaseModel.model_dump)
        def model_dump(self, **options: Any) -> Dict[str, Any]:
            options.setdefault("warnings", False)
            return super().model_dump(**options)

        @wraps(pydantic.BaseModel.model_dump_json)
        def model_dump_json(self, **options: Any) -> str:
            options.setdefault("warnings", False)
            return super().model_dump_json(**options)

    if PYDANTIC_V1 and not TYPE_CHECKING:

        def model_dump(
            self,
            *,
            mode: str = "python",
            include: Optional[IncEx] = None,
            exclude: Optional[IncEx] = None,
            context: Optional[Any] = None,
            by_alias: Optional[bool] = None,
            exclude_unset: bool = False,
            exclude_defaults: bool = False,
            exclude_none: bool = False,
            round_trip: bool = False,
            warnings: Union[bool, str] = True,
            serialize_as_any: bool = False,
            **newer: Any,
        ) -> Dict[str, Any]:
            """This model as a dictionary, by the name and arguments of pydantic 2."""
            if mode not in ("json", "python"):
                raise ValueError(f"mode must be either 'json' or 'python', not {mode!r}")
            _refuse_newer_arguments(round_trip, warnings, context, serialize_as_any, newer)
            options = {
                "include": include,
                "exclude": exclude,
                "by_alias": bool(by_alias),
                "exclude_unset": exclude_unset,
                "exclude_defaults": exclude_defaults,
                "exclude_none": exclude_none,
            }
            if mode == "json":
                import json

                return json.loads(super().json(**options))
            return super().dict(**options)

        def model_dump_json(
            self,
            *,
            indent: Optional[int] = None,
            include: Optional[IncEx] = None,
            exclude: Optional[IncEx] = None,
            context: Optional[Any] = None,
            by_alias: Optional[bool] = None,
            exclude_unset: bool = False,
            exclude_defaults: bool = False,
            exclude_none: bool = False,
            round_trip: bool = False,
            warnings: Union[bool, str] = True,
            serialize_as_any: bool = False,
            **newer: Any,
        ) -> str:
            """This model as JSON text, by the name and arguments of pydantic 2."""
            _refuse_newer_arguments(round_trip, warnings, context, serialize_as_any, newer)
            return super().json(
                indent=indent,
                include=include,
                exclude=exclude,
                by_alias=bool(by_alias),
                exclude_unset=exclude_unset,
                exclude_defaults=exclude_defaults,
                exclude_none=exclude_none,
            )


def _warnings_argument(warnings: bool) -> Dict[str, Any]:
    """`warnings=False` for a dump, which pydantic 1 refuses; nothing for True, the default."""
    return {} if warnings else {"warnings": False}


def _refuse_newer_arguments(
    round_trip: bool,
    warnings: Union[bool, str],
    context: Optional[Any],
    serialize_as_any: bool,
    newer: Mapping[str, Any],
) -> None:
    """Raise for a dump argument that pydantic 1 has no counterpart of."""
    given = {
        "round_trip": round_trip,
        "warnings": warnings is not True,
        "context": context is not None,
        "serialize_as_any": serialize_as_any,
    }
    given.update({name: value is not None and value is not False for name, value in newer.items()})
    for name, is_given in given.items():
        if is_given:
            raise ValueError(f"{name} is only supported in Pydantic v2")


if TYPE_CHECKING:

    class GenericModel(BaseModel):
        """Base of response types that take type parameters."""

else:

    class GenericModel(BaseGenericModel, BaseModel):
        """Base of response types that take type parameters."""


# -- construction ---------------------------------------------------------------------------------


def construct_type(*, value: object, type_: object, metadata: Optional[List[Any]] = None) -> object:
    """`value`, which came from JSON, as an instance of `type_`; never raises over a mismatch.

    `metadata` is what `Annotated` would hold: a union's discriminator, for example.
    """
    return constructor_of(type_, tuple(metadata or ()))(value)


def construct_type_unchecked(*, value: object, type_: Type[_T]) -> _T:
    """`construct_type`, for callers who trust the result to be a `type_`."""
    return cast(_T, constructor_of(type_)(value))


def build(base_model_cls: Type[ModelT], **values: object) -> ModelT:
    """A model out of keyword arguments, as `construct` makes it."""
    return cast(ModelT, construct_model(base_model_cls, values))


def add_request_id(obj: BaseModel, request_id: Optional[str]) -> None:
    """Note on a parsed response which request it answers."""
    object.__setattr__(obj, "_request_id", request_id)  # as pydantic does in the end


def add_call_info(obj: BaseModel, response: httpx.Response, retries_taken: int) -> None:
    """Note on a parsed response how the call went that it answers."""
    info = call_info(response, retries_taken)
    if info is not None:
        object.__setattr__(obj, "_response", info)


# -- requests -------------------------------------------------------------------------------------


class FinalRequestOptionsInput(TypedDict, total=False):
    """The keyword arguments of `FinalRequestOptions`; `method` and `url` must be among them."""

    method: str
    url: str
    params: Query
    headers: Union[Headers, NotGiven]
    max_retries: Union[int, NotGiven]
    timeout: Union[float, httpx.Timeout, None, NotGiven]
    files: Optional[HttpxRequestFiles]
    idempotency_key: Optional[str]
    post_parser: Union[Callable[[Any], Any], NotGiven]
    collector: Union[Callable[[], Any], NotGiven]
    follow_redirects: Optional[bool]
    content: Union[bytes, bytearray, IO[bytes], Iterable[bytes], AsyncIterable[bytes], None]
    json_data: Optional[Body]
    extra_json: Optional[AnyMapping]


@final
class FinalRequestOptions(pydantic.BaseModel):
    """Everything that one request is built from."""

    method: str
    url: str
    params: Query = {}
    headers: Union[Headers, NotGiven] = NotGiven()
    max_retries: Union[int, NotGiven] = NotGiven()
    timeout: Union[float, httpx.Timeout, None, NotGiven] = NotGiven()
    files: Union[HttpxRequestFiles, None] = None
    idempotency_key: Union[str, None] = None
    post_parser: Union[Callable[[Any], Any], NotGiven] = NotGiven()
    # Makes what puts the answer together, if it is streamed for a caller who wants it as a whole.
    collector: Union[Callable[[], Any], NotGiven] = NotGiven()
    follow_redirects: Union[bool, None] = None
    content: Union[bytes, bytearray, IO[bytes], Iterable[bytes], AsyncIterable[bytes], None] = None
    # Apart, so that the caller's addition can be merged over the documented body.
    json_data: Union[Body, None] = None
    extra_json: Union[AnyMapping, None] = None

    if PYDANTIC_V1:

        class Config(pydantic.BaseConfig):  # pyright: ignore[reportDeprecated]  # the pydantic 1 way
            arbitrary_types_allowed: bool = True
    else:
        model_config: ClassVar[ConfigDict] = ConfigDict(arbitrary_types_allowed=True)
        # Requests are made without validation: validators are built for whoever asks for one.
        model_config["defer_build"] = True

    def get_max_retries(self, max_retries: int) -> int:
        """How often to retry: this request's choice, or else `max_retries`."""
        if isinstance(self.max_retries, NotGiven):
            return max_retries
        return self.max_retries

    @classmethod
    def construct(  # type: ignore[override]  # knows its fields, where pydantic's takes any
        cls,
        _fields_set: Optional[Set[str]] = None,
        **values: Unpack[FinalRequestOptionsInput],
    ) -> "FinalRequestOptions":
        """Options made of `values` without validation; made for every request, so it is cheap.

        `NotGiven` values inside a mapping are left out of it.
        """
        given: Dict[str, Any] = {**values}
        for name, value in values.items():
            if isinstance(value, dict):
                given[name] = without_not_given(value)
        fields_set = set(given) if _fields_set is None else _fields_set
        return options_of({**_OPTION_DEFAULTS, "params": {}, **given}, fields_set)

    if not TYPE_CHECKING:
        # Type checkers keep the signature that pydantic declares.
        model_construct = construct


def options_of(values: Dict[str, Any], fields_set: Set[str]) -> FinalRequestOptions:
    """Options that have exactly these values, for all of their fields."""
    options = FinalRequestOptions.__new__(FinalRequestOptions)
    put = object.__setattr__
    put(options, "__dict__", values)
    if PYDANTIC_V1:
        put(options, "__fields_set__", fields_set)
    else:
        put(options, "__pydantic_fields_set__", fields_set)
        put(options, "__pydantic_extra__", None)
        put(options, "__pydantic_private__", None)
    return options


_OPTION_DEFAULTS: Dict[str, Any] = {
    "method": None,
    "url": None,
    "params": None,
    "headers": NotGiven(),
    "max_retries": NotGiven(),
    "timeout": NotGiven(),
    "files": None,
    "idempotency_key": None,
    "post_parser": NotGiven(),
    "collector": NotGiven(),
    "follow_redirects": None,
    "content": None,
    "json_data": None,
    "extra_json": None,
}


def without_not_given(entries: Any) -> Any:
    """A dict without its `NotGiven` values; the same object when it has none."""
    if NotGiven not in map(type, entries.values()):
        return entries
    return {key: entry for key, entry in entries.items() if not isinstance(entry, NotGiven)}
