"""A shortlist of people -> the same, with what public services say of their papers and code; off unless asked for.

The folder is the list of services: a module of the shape of `Service`. Each figure keeps its source and its day, and
none is worth a lost search: a service that fails says so, and the list goes on without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Protocol, cast

from hiretool.errors import HiretoolError, NotFoundError
from hiretool.sourcing.enrich._asking import Asking, Judge, Stopped
from hiretool.sourcing.enrich._connection import Get, Request, getter
from hiretool.sourcing.enrich._figures import Figure, Figures, Kept
from hiretool.sourcing.people import Person

__all__ = ["MOST_PEOPLE", "Get", "Request", "Service", "enrich", "getter", "names"]

MOST_PEOPLE = 100
"""A shortlist is what somebody reads; more would be harvesting."""


class Service(Protocol):
    """What a module of this folder provides."""

    NAME: str
    """As it is written where a figure is shown: "OpenAlex"."""
    THINGS: str
    """What is asked about: "papers"."""
    INTERVAL_S: float
    """Seconds between the starts of two requests, over all processes."""

    def headers(self) -> dict[str, str]:
        """Of each request, with the key that the environment holds, if any."""

    def judge(self) -> Judge:
        """What answers other than 200 mean to this service."""

    def wanted(self, people: Sequence[Person]) -> dict[str, object]:
        """Key -> what is to be looked up, each once."""

    def look_up(self, items: Mapping[str, object], asking: Asking) -> Iterator[tuple[str, Figures | None]]:
        """Key and figures, as they come; None for what the service does not know. Raises: Stopped."""

    def attached(self, person: Person, figures: Mapping[str, Figure]) -> Person:
        """The person with the figures that concern them."""


def names() -> list[str]:
    """The services there are, as `--with` names them: "semantic-scholar"."""
    return sorted(module.name.replace("_", "-") for module in iter_modules(__path__) if not module.name.startswith("_"))


def _service(name: str) -> Service:
    """The service of that name. Raises: NotFoundError."""
    if name not in names():
        raise NotFoundError("service", name, names())
    return cast(Service, import_module(f"{__name__}.{name.replace('-', '_')}"))


def enrich(
    people: Iterable[Person],
    services: Sequence[str],
    *,
    place: Path,
    get: Get,
    clock: Callable[[], float],
    sleep: Callable[[float], None],
    say: Callable[[str], None],
) -> list[Person]:
    """The people with figures of the services, in the same order; those beyond the first 100 as they are.

    place: folder of kept pages; answers are kept in it for a day, as those are. get: see `_connection.getter`.
    clock: seconds since 1970. say: is told in a sentence what happens.
    Raises: NotFoundError for a service that is not here.
    """
    everybody = list(people)
    asked = [(name, _service(name)) for name in dict.fromkeys(services)]
    shortlist, rest = everybody[:MOST_PEOPLE], everybody[MOST_PEOPLE:]
    if rest and asked:
        say(f"Figures are asked for the first {MOST_PEOPLE} people; the other {len(rest)} stay as they are.")
    for name, service in asked:
        try:
            kept = Kept(place / name, clock=clock)
            asking = Asking(
                service.NAME, kept.place / "next-request", interval_s=service.INTERVAL_S, headers=service.headers(),
                judge=service.judge(), get=get, clock=clock, sleep=sleep, say=say,
            )  # fmt: skip
            figures = _figures(service, shortlist, kept, asking, say)
        except HiretoolError as error:
            # A folder or an address that is wrong is no reason to lose what the search has found.
            say(f"{service.NAME} was not asked: {error}. The list goes on without it.")
            continue
        shortlist = [service.attached(person, figures) for person in shortlist]
    return shortlist + rest


def _figures(
    service: Service, people: Sequence[Person], kept: Kept, asking: Asking, say: Callable[[str], None]
) -> dict[str, Figure]:
    """What is known of each thing wanted, from the folder or from the service, as far as it answers."""
    wanted = service.wanted(people)
    found = {key: figure for key in wanted if (figure := kept.get(key)) is not None}
    missing = {key: item for key, item in wanted.items() if key not in found}
    if missing:
        say(
            f"{service.NAME}: asking over the network about {len(missing):,} {service.THINGS}; only their ids are sent."
        )
    try:
        for key, figures in service.look_up(missing, asking) if missing else ():
            found[key] = kept.put(key, figures)
    except Stopped as stopped:
        say(f"{service.NAME}: {stopped}. The list goes on without what it has not said.")
    said = {key: figure for key, figure in found.items() if figure.figures is not None}
    say(f"{service.NAME}: knows {len(said):,} of {len(wanted):,} {service.THINGS}{asking.left}.")
    return said
