"""Python functions, and classes for the API's built-in tools, as tools that a runner can call."""

from __future__ import annotations

import functools
import inspect
from abc import ABC, abstractmethod
from typing import (
    TYPE_CHECKING,
    Any,
    Callable,
    Coroutine,
    Dict,
    Generic,
    Iterable,
    List,
    Mapping,
    Optional,
    Type,
    TypeVar,
    Union,
    cast,
    overload,
)

import pydantic
from typing_extensions import TypeAlias

from ..._compat import PYDANTIC_V1, cached_property
from ...types import tool_param
from ...types.beta.beta_tool_param import BetaToolParam
from ...types.beta.beta_tool_result_block_param import Content as BetaContent
from ...types.beta.beta_tool_union_param import BetaToolUnionParam
from ._function_parameters import (
    BoundArguments,
    argument_binder,
    named_function,
    refuse_unnamed_parameters,
)
from ._runner_options import check_timeout

if TYPE_CHECKING:
    import docstring_parser

BetaFunctionToolResultType: TypeAlias = Union[str, Iterable[BetaContent]]
"""What a tool returns: text, or content blocks"""

Function = Callable[..., BetaFunctionToolResultType]
AsyncFunction = Callable[..., Coroutine[Any, Any, BetaFunctionToolResultType]]

CallableT = TypeVar("CallableT", bound=Callable[..., Any])
FunctionT = TypeVar("FunctionT", bound=Function)
AsyncFunctionT = TypeVar("AsyncFunctionT", bound=AsyncFunction)

InputSchema: TypeAlias = Union[tool_param.InputSchema, Type[pydantic.BaseModel]]


class BetaBuiltinFunctionTool(ABC):
    """Base class of tools whose schema the API knows, such as the memory tool."""

    tool_timeout: Optional[float] = None
    """Seconds that a runner gives a call, in place of its own `tool_timeout`"""

    @abstractmethod
    def to_dict(self) -> BetaToolUnionParam:
        """The tool as it is sent in a request."""

    @abstractmethod
    def call(self, input: object) -> BetaFunctionToolResultType:
        """Runs the tool on the input of a `tool_use` block."""

    @property
    def name(self) -> str:
        """The name under which the model calls the tool."""
        return _builtin_name(self.to_dict())


class BetaAsyncBuiltinFunctionTool(ABC):
    """The async twin of `BetaBuiltinFunctionTool`."""

    tool_timeout: Optional[float] = None
    """Seconds that a runner gives a call, in place of its own `tool_timeout`"""

    @abstractmethod
    def to_dict(self) -> BetaToolUnionParam:
        """The tool as it is sent in a request."""

    @abstractmethod
    async def call(self, input: object) -> BetaFunctionToolResultType:
        """Runs the tool on the input of a `tool_use` block."""

    @property
    def name(self) -> str:
        """The name under which the model calls the tool."""
        return _builtin_name(self.to_dict())


class BaseFunctionTool(Generic[CallableT]):
    """A function with the name, description and input schema that the model sees."""

    func: CallableT
    """The function itself"""

    name: str
    """The name under which the model calls the tool"""

    description: str
    """What the tool does, for the model"""

    input_schema: tool_param.InputSchema
    """The JSON schema of the tool's input"""

    tool_timeout: Optional[float]
    """Seconds that a runner gives a call, in place of its own `tool_timeout`"""

    def __init__(
        self,
        func: CallableT,
        *,
        name: Optional[str] = None,
        description: Optional[str] = None,
        input_schema: Union[tool_param.InputSchema, Type[pydantic.BaseModel], None] = None,
        defer_loading: Optional[bool] = None,
        timeout: Optional[float] = None,
    ) -> None:
        if PYDANTIC_V1:
            raise RuntimeError(
                "Function tools need pydantic 2, but pydantic "
                f"{pydantic.VERSION} is installed. Upgrade with: pip install -U 'pydantic>=2'"
            )
        if timeout is not None:
            check_timeout("timeout", timeout)
        self.func = func
        self.tool_timeout = timeout
        self._documented = named_function(func)
        self.name = name or self._documented.__name__
        self._defer_loading = defer_loading
        self.description = description or self._documented_description()
        given = None if input_schema is None else _given_schema(input_schema)
        self._binder = self._make_binder(given)
        self.input_schema = self._schema() if given is None else given

    @property
    def __call__(self) -> CallableT:
        return self.func

    def to_dict(self) -> BetaToolParam:
        """The tool as it is sent in a request."""
        param: BetaToolParam = {
            "name": self.name,
            "description": self.description,
            "input_schema": cast(Any, self.input_schema),
        }
        if self._defer_loading is not None:
            param["defer_loading"] = self._defer_loading
        return param

    @cached_property
    def _parsed_docstring(self) -> docstring_parser.Docstring:
        import docstring_parser

        return docstring_parser.parse(self._documented.__doc__ or "")

    def _documented_description(self) -> str:
        doc = self._parsed_docstring
        return "\n\n".join(part for part in (doc.short_description, doc.long_description) if part)

    def _make_binder(
        self, given: Optional[tool_param.InputSchema]
    ) -> pydantic.TypeAdapter[BoundArguments]:
        offered: Dict[str, Any] = cast("Dict[str, Any]", given or {}).get("properties") or {}
        try:
            return pydantic.TypeAdapter[BoundArguments](argument_binder(self.func, offered))
        except NameError as error:
            raise NameError(
                f"A type in the signature of the tool {self.name} cannot be found: {error}. Where "
                "annotations are texts, as with `from __future__ import annotations`, types have "
                "to be defined in the module, not in a function."
            ) from error

    def _schema(self) -> tool_param.InputSchema:
        refuse_unnamed_parameters(self.func, self.name)
        schema = self._binder.json_schema()
        self._describe_parameters(schema)
        return schema

    def _describe_parameters(self, schema: Dict[str, Any]) -> None:
        properties = schema.get("properties", {})
        for parameter in self._parsed_docstring.params:
            declared = properties.get(parameter.arg_name)
            if declared is not None and parameter.description:
                declared.setdefault("description", parameter.description)

    def explain_input(self, input: object) -> Optional[str]:
        """What is wrong with an input, without its values; None if it fits."""
        try:
            self._arguments(input)
        except TypeError as error:
            return str(error)
        except ValueError as error:
            return _described(error.__cause__)
        return None

    def _arguments(self, input: object) -> BoundArguments:
        """The input of a `tool_use` block as validated arguments of the function."""
        if not isinstance(input, dict):
            raise TypeError(f"Input must be a dictionary, got {type(input).__name__}")
        from pydantic_core import ArgsKwargs

        try:
            return self._binder.validate_python(ArgsKwargs((), cast("Dict[str, Any]", input)))
        except pydantic.ValidationError as error:
            raise ValueError(f"Invalid arguments for function {self.name}") from error


class BetaFunctionTool(BaseFunctionTool[FunctionT]):
    """A synchronous function as a tool; made by `beta_tool`."""

    def call(self, input: object) -> BetaFunctionToolResultType:
        """Validates the input of a `tool_use` block and calls the function with it.

        Raises `TypeError` if the input is not a dictionary, `ValueError` if it does not fit the
        function's parameters, and whatever the function raises.
        """
        if inspect.iscoroutinefunction(self.func):
            raise RuntimeError(
                f"The tool {self.name} wraps a coroutine function, which cannot be called "
                "synchronously. Make it with `beta_async_tool` and use an async client."
            )
        args, kwargs = self._arguments(input)
        return self.func(*args, **kwargs)


class BetaAsyncFunctionTool(BaseFunctionTool[AsyncFunctionT]):
    """A coroutine function as a tool; made by `beta_async_tool`."""

    async def call(self, input: object) -> BetaFunctionToolResultType:
        """Validates the input of a `tool_use` block and awaits the function with it.

        Raises `TypeError` if the input is not a dictionary, `ValueError` if it does not fit the
        function's parameters, and whatever the function raises.
        """
        if not inspect.iscoroutinefunction(self.func):
            raise RuntimeError(
                f"The tool {self.name} wraps a function that is not a coroutine function. "
                "Make it with `beta_tool`, or define it with `async def`."
            )
        args, kwargs = self._arguments(input)
        result: BetaFunctionToolResultType = await self.func(*args, **kwargs)
        return result


BetaRunnableTool: TypeAlias = Union[BetaFunctionTool[Any], BetaBuiltinFunctionTool]
BetaAsyncRunnableTool: TypeAlias = Union[BetaAsyncFunctionTool[Any], BetaAsyncBuiltinFunctionTool]


@overload
def beta_tool(func: FunctionT) -> BetaFunctionTool[FunctionT]: ...


@overload
def beta_tool(
    func: FunctionT,
    *,
    name: Optional[str] = None,
    description: Optional[str] = None,
    input_schema: Optional[InputSchema] = None,
    defer_loading: Optional[bool] = None,
    timeout: Optional[float] = None,
) -> BetaFunctionTool[FunctionT]: ...


@overload
def beta_tool(
    *,
    name: Optional[str] = None,
    description: Optional[str] = None,
    input_schema: Optional[InputSchema] = None,
    defer_loading: Optional[bool] = None,
    timeout: Optional[float] = None,
) -> Callable[[FunctionT], BetaFunctionTool[FunctionT]]: ...


def beta_tool(
    func: Optional[FunctionT] = None,
    *,
    name: Optional[str] = None,
    description: Optional[str] = None,
    input_schema: Optional[InputSchema] = None,
    defer_loading: Optional[bool] = None,
    timeout: Optional[float] = None,
) -> Union[BetaFunctionTool[FunctionT], Callable[[FunctionT], BetaFunctionTool[FunctionT]]]:
    """Makes a function a tool for `client.beta.messages.tool_runner`.

    Use it as `@beta_tool`, as `@beta_tool(...)` or as `beta_tool(function, ...)`. The function
    must return text, or content blocks of a tool result.

    Args:
        func: the function, method, or partial function; what is given to a partial function
            already is not for the model, unless `input_schema` lists it.
        name: what the model calls the tool. Default: the function's name.
        description: what the tool does. Default: the description in the function's docstring.
        input_schema: a JSON schema, or a pydantic model class. Default: made from the function's
            annotations, with the parameter descriptions of its docstring.
        defer_loading: whether the model first has to find the tool with the tool search tool.
        timeout: how many seconds a runner gives a call, in place of its own `tool_timeout`. The
            model is told that it took too long. Python cannot stop a thread: a synchronous
            function then goes on in one of its own, as long as it likes, without anybody hearing
            of its result; it does not keep the program from ending. An asynchronous one is
            cancelled. Calling the tool yourself has no limit.

    Raises:
        RuntimeError: pydantic 1 is installed.
        TypeError: it is no function, or a required parameter can be given by position only.
        NameError: the type of a parameter cannot be found.
        ValueError: the timeout is not positive.
    """
    if func is None:
        return functools.partial(
            BetaFunctionTool[FunctionT],
            name=name,
            description=description,
            input_schema=input_schema,
            defer_loading=defer_loading,
            timeout=timeout,
        )
    return BetaFunctionTool(
        func,
        name=name,
        description=description,
        input_schema=input_schema,
        defer_loading=defer_loading,
        timeout=timeout,
    )


@overload
def beta_async_tool(func: AsyncFunctionT) -> BetaAsyncFunctionTool[AsyncFunctionT]: ...


@overload
def beta_async_tool(
    func: AsyncFunctionT,
    *,
    name: Optional[str] = None,
    description: Optional[str] = None,
    input_schema: Optional[InputSchema] = None,
    defer_loading: Optional[bool] = None,
    timeout: Optional[float] = None,
) -> BetaAsyncFunctionTool[AsyncFunctionT]: ...


@overload
def beta_async_tool(
    *,
    name: Optional[str] = None,
    description: Optional[str] = None,
    input_schema: Optional[InputSchema] = None,
    defer_loading: Optional[bool] = None,
    timeout: Optional[float] = None,
) -> Callable[[AsyncFunctionT], BetaAsyncFunctionTool[AsyncFunctionT]]: ...


def beta_async_tool(
    func: Optional[AsyncFunctionT] = None,
    *,
    name: Optional[str] = None,
    description: Optional[str] = None,
    input_schema: Optional[InputSchema] = None,
    defer_loading: Optional[bool] = None,
    timeout: Optional[float] = None,
) -> Union[
    BetaAsyncFunctionTool[AsyncFunctionT],
    Callable[[AsyncFunctionT], BetaAsyncFunctionTool[AsyncFunctionT]],
]:
    """Makes a coroutine function a tool for the async client's `beta.messages.tool_runner`.

    Its arguments are those of `beta_tool`.
    """
    if func is None:
        return functools.partial(
            BetaAsyncFunctionTool[AsyncFunctionT],
            name=name,
            description=description,
            input_schema=input_schema,
            defer_loading=defer_loading,
            timeout=timeout,
        )
    return BetaAsyncFunctionTool(
        func,
        name=name,
        description=description,
        input_schema=input_schema,
        defer_loading=defer_loading,
        timeout=timeout,
    )


def _given_schema(given: Any) -> tool_param.InputSchema:
    if isinstance(given, type) and hasattr(given, "model_json_schema"):
        return cast("Type[pydantic.BaseModel]", given).model_json_schema()
    if not isinstance(given, Mapping):
        raise TypeError(
            f"`input_schema` must be a JSON schema, as a dict, or a pydantic model class, "
            f"not {given!r}"
        )
    return cast("tool_param.InputSchema", given)


def _described(error: Optional[BaseException]) -> str:
    if not isinstance(error, pydantic.ValidationError):
        return "it is invalid"
    problems: List[str] = []
    for problem in error.errors():
        place = ".".join(str(part) for part in problem["loc"])
        # The texts of validators that programs add may tell more than the model is to know.
        is_own = problem["type"] in ("assertion_error", "value_error")
        problems.append(f"{place}: {'it is not valid' if is_own else problem['msg']}")
    return "; ".join(problems)


def _builtin_name(param: BetaToolUnionParam) -> str:
    fields = cast("Dict[str, str]", param)
    return fields["mcp_server_name"] if "mcp_server_name" in fields else fields["name"]
