# Generated from openapi/ by `python -m codegen generate`. Do not edit; CONTRIBUTING.md says how to change it.

from typing import TYPE_CHECKING

from ...._lazy import lazy_names

if TYPE_CHECKING:
    from .skills import AsyncSkills as AsyncSkills
    from .skills import AsyncSkillsWithRawResponse as AsyncSkillsWithRawResponse
    from .skills import AsyncSkillsWithStreamingResponse as AsyncSkillsWithStreamingResponse
    from .versions import AsyncVersions as AsyncVersions
    from .versions import AsyncVersionsWithRawResponse as AsyncVersionsWithRawResponse
    from .versions import AsyncVersionsWithStreamingResponse as AsyncVersionsWithStreamingResponse
    from .skills import Skills as Skills
    from .skills import SkillsWithRawResponse as SkillsWithRawResponse
    from .skills import SkillsWithStreamingResponse as SkillsWithStreamingResponse
    from .versions import Versions as Versions
    from .versions import VersionsWithRawResponse as VersionsWithRawResponse
    from .versions import VersionsWithStreamingResponse as VersionsWithStreamingResponse

__all__ = [
    "AsyncSkills",
    "AsyncSkillsWithRawResponse",
    "AsyncSkillsWithStreamingResponse",
    "AsyncVersions",
    "AsyncVersionsWithRawResponse",
    "AsyncVersionsWithStreamingResponse",
    "Skills",
    "SkillsWithRawResponse",
    "SkillsWithStreamingResponse",
    "Versions",
    "VersionsWithRawResponse",
    "VersionsWithStreamingResponse",
]

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "AsyncSkills": ".skills",
        "AsyncSkillsWithRawResponse": ".skills",
        "AsyncSkillsWithStreamingResponse": ".skills",
        "AsyncVersions": ".versions",
        "AsyncVersionsWithRawResponse": ".versions",
        "AsyncVersionsWithStreamingResponse": ".versions",
        "Skills": ".skills",
        "SkillsWithRawResponse": ".skills",
        "SkillsWithStreamingResponse": ".skills",
        "Versions": ".versions",
        "VersionsWithRawResponse": ".versions",
        "VersionsWithStreamingResponse": ".versions",
    },
)
