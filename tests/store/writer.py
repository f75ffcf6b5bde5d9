"""A process that writes: `writer.py URL NAME CARDS [MODE]` says `ready`, waits for a line, submits one by one.

MODE `hold`: stops in the middle of a transaction, says `holding`, and waits to be killed. A number: so many processes
that submit at one instant.
"""

from __future__ import annotations

import multiprocessing
import sys
from multiprocessing.synchronize import Barrier

from hiretool.store import audit
from hiretool.store.cards import Card, CardRating
from hiretool.store.models import Setting
from hiretool.store.store import Store

COMPETENCIES = ("coding", "debugging", "ml-systems", "communication")


def say_and_wait(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()
    sys.stdin.readline()


def submit(store: Store, name: str, number: int) -> None:
    ratings = tuple(CardRating(competency, 3) for competency in COMPETENCIES)
    card = Card("ml-engineer", f"candidate {number % 5}", name, f"interview {number}", ratings=ratings)
    store.add_scorecards([card], source="writer.py", actor=name)


def hold(store: Store) -> None:
    """Write into two tables, and do not come to the end."""
    with store.writing() as session:
        session.add(Setting(name="half", value="done"))
        audit.append(session, "writer.py", "half", {})
        session.flush()
        say_and_wait("holding")


def one_of_many(url: str, name: str, cards: int, start: Barrier) -> None:
    with Store(url) as store:
        store.migrate()
        start.wait()
        for number in range(cards):
            submit(store, name, number)


def many(url: str, name: str, cards: int, processes: int) -> int:
    """How many of the processes failed; forked, so that twenty need not import everything twenty times."""
    context = multiprocessing.get_context("fork")
    start = context.Barrier(processes)
    started = [context.Process(target=one_of_many, args=(url, f"{name} {n}", cards, start)) for n in range(processes)]
    for process in started:
        process.start()
    for process in started:
        process.join()
    return sum(process.exitcode != 0 for process in started)


if __name__ == "__main__":
    url, name, cards, *mode = sys.argv[1:]
    if mode and mode != ["hold"]:
        sys.exit(many(url, name, int(cards), int(mode[0])))
    with Store(url) as store:
        store.migrate()
        say_and_wait("ready")
        if mode:
            hold(store)
        for number in range(int(cards)):
            submit(store, name, number)
