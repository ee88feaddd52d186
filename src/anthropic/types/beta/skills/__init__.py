# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from ...._lazy import lazy_names

# fmt: off
# One line a name: a type that comes or goes is two lines of a diff.

if TYPE_CHECKING:
    from . import version_create_params as version_create_params
    from . import version_list_params as version_list_params
    from .version_create_params import VersionCreateParams as VersionCreateParams
    from .version_create_response import VersionCreateResponse as VersionCreateResponse
    from .version_delete_response import VersionDeleteResponse as VersionDeleteResponse
    from .version_list_params import VersionListParams as VersionListParams
    from .version_list_response import VersionListResponse as VersionListResponse
    from .version_retrieve_response import VersionRetrieveResponse as VersionRetrieveResponse

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "VersionCreateParams": ".version_create_params",
        "VersionCreateResponse": ".version_create_response",
        "VersionDeleteResponse": ".version_delete_response",
        "VersionListParams": ".version_list_params",
        "VersionListResponse": ".version_list_response",
        "VersionRetrieveResponse": ".version_retrieve_response",
    },
    modules=[
        "version_create_params",
        "version_list_params",
    ],
)
