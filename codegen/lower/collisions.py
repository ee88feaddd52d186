"""Published names that Python, a file system or the runtime would not tell apart."""

from __future__ import annotations

from keyword import iskeyword
from typing import Dict, List, Tuple

from codegen.diagnostics import Place, Problems
from codegen.ir import model as ir
from codegen.lower.config import Config, placed
from codegen.lower.names import class_name, identifier, snake_case
from codegen.lower.types import TypeTable

VIEWS = frozenset({"with_raw_response", "with_streaming_response"})
# What a client has besides its resources, its credentials and its constants.
CLIENT = (
    VIEWS
    | {"cached_property", "override", "property"}
    | set(
        """auth_headers base_url close copy custom_auth default_headers default_query delete get
    get_api_list is_closed long_requests max_retries patch pickle_credentials platform_headers post
    put qs request require_complete_streams retry_policy stream_idle_timeout
    stream_progress_timeout timeout total_timeout user_agent with_options""".split()
    )
)
# What the client and modules of resources use under its own name: no resource's class may have it.
MODULE = frozenset(
    """APIStatusError Any AsyncAPIClient AsyncAPIResource Body Client Dict Headers Mapping NotGiven
    Omit Optional Query Querystring RetryPolicy Self Sequence SyncAPIClient SyncAPIResource Timeout
    Union""".split()
)
HOMES = "give the component another place under `homes` in sdk.yml, or rename it"


def check_modules(table: TypeTable, problems: Problems) -> None:
    """Every module of types can be imported, and is called after one type at most."""
    config, places = table.config, table.places
    chosen = {placed(path) for path in (*config.homes.values(), *(a.path for a in config.aliases))}
    modules: Dict[ir.Home, List[ir.TypeDef]] = {}
    for definition in table.types.values():
        modules.setdefault(definition.home, []).append(definition)
    files = [(home, min(places[item.id] for item in items)) for home, items in modules.items()]
    for item in config.parsed:
        files.append((placed(f"{item.module}.")[0], config.place(("parsed_types", item.module))))
    _check_files(files, problems)
    for home, items in modules.items():
        named = [d for d in items if table.is_eponym(home, d.name) and (home, d.name) not in chosen]
        first, *others = sorted(places[item.id] for item in named or items)
        for place in others if named else ():
            path = "/".join(("types", *home.package, home.module))
            message = f"two types would both give `{path}.py` its name (the other one: {first})"
            problems.add("name-collision", message, place, HOMES, (first,))
        words = [home.module, *(item.name for item in items)]
        for word in [word for word in words if iskeyword(word) or not word.isidentifier()][:1]:
            message = f"`types.{home.dotted}` cannot be imported: `{word}` is no Python name"
            problems.add("invalid-name", message, first, HOMES)


def _check_files(files: List[Tuple[ir.Home, Place]], problems: Problems) -> None:
    taken: Dict[str, Tuple[str, Place]] = {}
    folders = [(h.package[: i + 1], place) for h, place in files for i in range(len(h.package))]
    paths = [("/".join(("types", *parts)), "/", place) for parts, place in folders]
    paths += [("/".join(("types", *h.package, h.module)), ".py", place) for h, place in files]
    for path, end, place in paths:
        known, other = taken.setdefault(path.casefold(), (path + end, place))
        if known != path + end or (end == ".py" and other != place):
            message = f"`{path}{end}` cannot stand beside `{known}` (the other one: {other})"
            problems.add("name-collision", message, place, HOMES, (other,))


def check_names(config: Config, problems: Problems) -> None:
    """No method and no resource is called like something that the runtime has there."""
    if iskeyword(config.package) or not config.package.isidentifier():
        message = f"`{config.package}` cannot be imported: it is no Python name"
        name = identifier(snake_case(config.package) or "client")
        hint = f"call the package `{name}`, say, under `package` in sdk.yml or with `--package`"
        problems.add("invalid-name", message, config.place(("package",)), hint)
    client = CLIENT | {c.argument for c in config.client.credentials} | {*config.client.constants}
    for item in config.walk():
        if class_name(item.name) in MODULE:
            message = f"the class of `{item.name}` would hide `{class_name(item.name)}`"
            hint = f"publish it under another name, like `{item.name}_api`"
            problems.add("name-collision", message, item.place, hint)
        children = {child.name for child in item.children}
        found = [(item.name, client if len(item.path) == 1 else VIEWS, item.place)]
        found += [(method.name, VIEWS | children, method.at()) for method in item.methods]
        for name, taken, place in found:
            if name in taken or name.startswith("_"):
                code, why = "name-collision", "taken by the runtime or by a resource"
            elif iskeyword(name) or not name.isidentifier():
                code, why = "invalid-name", "no Python name"
            else:
                continue
            problems.add(code, f"`{name}` is {why}", place, "publish it under another name")
