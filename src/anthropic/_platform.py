"""What the client tells the API about the machine it runs on."""

from __future__ import annotations

import contextlib
import platform
import sys
from functools import cache
from typing import Dict

from typing_extensions import Literal

System = Literal["MacOS", "Linux", "Windows", "FreeBSD", "OpenBSD", "iOS", "Android", "Unknown"]

# The prefix of a system that has no name of its own below; what follows is its platform string.
OTHER = "Other:"

_OS_RELEASE = "/etc/os-release"


def detect_system() -> str:
    """The operating system; may read files, so asynchronous code calls it in a thread."""
    try:
        system = platform.system().lower()
        # `platform.platform()` starts a program to learn the processor's name. What it would tell
        # here of a Linux is in the release.
        described = platform.release() if system == "linux" else platform.platform()
        description = described.lower()
    except Exception:
        # Sandboxes exist where even this fails; a request must not.
        return "Unknown"
    if "iphone" in description or "ipad" in description:
        return "iOS"  # Darwin there, too: an iPad says so in the description only
    if system == "darwin":
        return "MacOS"
    if system == "windows":
        return "Windows"
    if "android" in description:
        return "Android"
    if system == "linux":
        return _detect_distribution()
    return f"{OTHER}{description}" if description else "Unknown"


def _detect_distribution() -> str:
    with contextlib.suppress(OSError, ValueError):
        # Nearly all distributions say who they are here, and distro takes a while to load.
        with open(_OS_RELEASE, encoding="utf-8") as file:
            if "bsd" not in file.read().lower():
                return "Linux"
    import distro

    return {"freebsd": "FreeBSD", "openbsd": "OpenBSD"}.get(distro.id(), "Linux")


def detect_architecture() -> str:
    """The processor."""
    try:
        machine = platform.machine().lower()
    except Exception:
        return "unknown"
    if machine in ("arm64", "aarch64"):
        return "arm64"
    if machine == "arm":
        return "arm"
    if machine == "x86_64":
        return "x64"
    if sys.maxsize <= 2**32:
        return "x32"
    return f"other:{machine}" if machine else "unknown"


@cache
def platform_headers(version: str, system: str) -> Dict[str, str]:
    """The headers that describe this process; computed once."""
    return {
        "X-Stainless-Lang": "python",
        "X-Stainless-Package-Version": version,
        "X-Stainless-OS": system,
        "X-Stainless-Arch": detect_architecture(),
        "X-Stainless-Runtime": platform.python_implementation() or "unknown",
        "X-Stainless-Runtime-Version": platform.python_version() or "unknown",
    }


@cache
def known_system() -> str:
    """``detect_system``, asked once."""
    return detect_system()
