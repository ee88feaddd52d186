"""Helpers that are shared by the whole package; each loads when it is first used."""

from typing import TYPE_CHECKING

from .._lazy import lazy_names

if TYPE_CHECKING:
    from ._datetime_parse import parse_date as parse_date
    from ._datetime_parse import parse_datetime as parse_datetime
    from ._logs import SensitiveHeadersFilter as SensitiveHeadersFilter
    from ._logs import setup_logging as setup_logging
    from ._proxy import LazyProxy as LazyProxy
    from ._reflection import assert_signatures_in_sync as assert_signatures_in_sync
    from ._reflection import function_has_argument as function_has_argument
    from ._sync import asyncify as asyncify
    from ._sync import to_thread as to_thread
    from ._transform import PropertyInfo as PropertyInfo
    from ._transform import async_maybe_transform as async_maybe_transform
    from ._transform import async_transform as async_transform
    from ._transform import maybe_transform as maybe_transform
    from ._transform import transform as transform
    from ._typing import extract_type_arg as extract_type_arg
    from ._typing import extract_type_var_from_base as extract_type_var_from_base
    from ._typing import get_args as get_args
    from ._typing import get_origin as get_origin
    from ._typing import is_annotated_type as is_annotated_type
    from ._typing import is_iterable_type as is_iterable_type
    from ._typing import is_list_type as is_list_type
    from ._typing import is_literal_type as is_literal_type
    from ._typing import is_required_type as is_required_type
    from ._typing import is_sequence_type as is_sequence_type
    from ._typing import is_type_alias_type as is_type_alias_type
    from ._typing import is_typeddict as is_typeddict
    from ._typing import is_typevar as is_typevar
    from ._typing import is_union as is_union
    from ._typing import is_union_type as is_union_type
    from ._typing import strip_annotated_type as strip_annotated_type
    from ._utils import coerce_boolean as coerce_boolean
    from ._utils import coerce_float as coerce_float
    from ._utils import coerce_integer as coerce_integer
    from ._utils import deepcopy_minimal as deepcopy_minimal
    from ._utils import extract_files as extract_files
    from ._utils import file_from_path as file_from_path
    from ._utils import flatten as flatten
    from ._utils import get_async_library as get_async_library
    from ._utils import get_required_header as get_required_header
    from ._utils import human_join as human_join
    from ._utils import is_dict as is_dict
    from ._utils import is_given as is_given
    from ._utils import is_iterable as is_iterable
    from ._utils import is_list as is_list
    from ._utils import is_mapping as is_mapping
    from ._utils import is_mapping_t as is_mapping_t
    from ._utils import is_sequence as is_sequence
    from ._utils import is_sequence_t as is_sequence_t
    from ._utils import is_tuple as is_tuple
    from ._utils import json_safe as json_safe
    from ._utils import lru_cache as lru_cache
    from ._utils import maybe_coerce_boolean as maybe_coerce_boolean
    from ._utils import maybe_coerce_float as maybe_coerce_float
    from ._utils import maybe_coerce_integer as maybe_coerce_integer
    from ._utils import quote as quote
    from ._utils import required_args as required_args
    from ._utils import strip_not_given as strip_not_given

# Where the names above live; the interpreter looks here.
_HOMES = {
    "._datetime_parse": "parse_date parse_datetime",
    "._logs": "SensitiveHeadersFilter setup_logging",
    "._proxy": "LazyProxy",
    "._reflection": "assert_signatures_in_sync function_has_argument",
    "._sync": "asyncify to_thread",
    "._transform": "PropertyInfo async_maybe_transform async_transform maybe_transform transform",
    "._typing": (
        "extract_type_arg extract_type_var_from_base get_args get_origin "
        "is_annotated_type is_iterable_type is_list_type is_literal_type is_required_type "
        "is_sequence_type is_type_alias_type is_typeddict is_typevar is_union "
        "is_union_type strip_annotated_type"
    ),
    "._utils": (
        "coerce_boolean coerce_float coerce_integer deepcopy_minimal extract_files "
        "file_from_path flatten get_async_library get_required_header human_join is_dict "
        "is_given is_iterable is_list is_mapping is_mapping_t is_sequence is_sequence_t "
        "is_tuple json_safe lru_cache maybe_coerce_boolean maybe_coerce_float "
        "maybe_coerce_integer quote required_args strip_not_given"
    ),
}

__getattr__, __dir__ = lazy_names(
    __name__, {name: home for home, names in _HOMES.items() for name in names.split()}
)
