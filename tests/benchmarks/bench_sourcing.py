"""All that is measured of sourcing, one after the other; each is a benchmark of its own as well."""

from __future__ import annotations

from importlib import import_module

PARTS = ("files", "venues", "ranking", "names", "corpus", "scale")


def main() -> None:
    for part in PARTS:
        print(f"-- {part}", flush=True)
        import_module(f"tests.benchmarks.bench_{part}").main()


if __name__ == "__main__":
    main()
