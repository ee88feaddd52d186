"""What a child process runs: one program, once; it prints the figure that the program returns.

Imports next to nothing, as some programs measure what importing costs.
"""

import sys
from importlib import import_module


def main(program: str, count: str, url: str) -> None:
    """Run ``MODULE:FUNCTION`` of `benchmarks.programs` and print its figure."""
    module, _, function = program.partition(":")
    run = getattr(import_module(f"benchmarks.programs.{module}"), function)
    print(float(run(url, int(count))))


if __name__ == "__main__":
    main(*sys.argv[1:])
