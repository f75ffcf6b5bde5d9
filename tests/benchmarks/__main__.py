"""./hire bench: all measurements, or those named."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

NAMES = sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def main() -> int:
    # Sourcing is the sum of some of the others.
    wanted = sys.argv[1:] or [name for name in NAMES if name != "sourcing"]
    if unknown := [name for name in wanted if name not in NAMES]:
        print(f"No benchmark named {unknown[0]!r}. Known: {', '.join(NAMES)}.", file=sys.stderr)
        return 2
    for name in wanted:
        print(f"== {name}", flush=True)
        importlib.import_module(f"tests.benchmarks.bench_{name}").main()
    return 0


sys.exit(main())
