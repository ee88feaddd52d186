"""The memory of this process, as the operating system counts it: what C and Rust take included."""

from __future__ import annotations

import contextlib
import os
import resource
import sys


def resident() -> int:
    """Bytes held now; where the system does not tell, the most that were held so far."""
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except FileNotFoundError:
        return peak()


def begin_peak() -> int:
    """Bytes held now, from where the peak is counted anew if the system allows that."""
    with contextlib.suppress(OSError):
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    return resident()


def peak() -> int:
    """The most bytes held at once since `begin_peak`, or since the start (``ru_maxrss``)."""
    with contextlib.suppress(FileNotFoundError):
        with open("/proc/self/status") as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1]) * 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
