"""The steps of a morning."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    name: str
    needs: tuple[str, ...]
    """Names of inputs and of other steps."""
    make: Callable
    """Takes name -> value for what is needed, and gives the value of the step."""


def _clean(given):
    return {station: [value for value in values if -60 < value < 50] for station, values in given["readings"].items()}


def _means(given):
    return {station: round(sum(values) / len(values), 1) for station, values in given["cleaned"].items()}


def _frost(given):
    return sorted(station for station, mean in given["means"].items() if mean < given["limit"])


MORNING = [
    Step("sheet", ("frost", "means"), lambda given: f"frost at {len(given['frost'])} of {len(given['means'])}"),
    Step("frost", ("limit", "means"), _frost),
    Step("means", ("cleaned",), _means),
    Step("cleaned", ("readings",), _clean),
    Step("count", ("cleaned",), lambda given: sum(map(len, given["cleaned"].values()))),
]
