"""A process of its own that writes: `writer.py URL NAME CARDS` says `ready`, waits for a line, submits one by one.

With `hold` as a fifth argument it stops in the middle of the first transaction, says `holding`, and waits to be killed.
"""

from __future__ import annotations

import sys

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


if __name__ == "__main__":
    url, name, cards, *mode = sys.argv[1:]
    with Store(url) as store:
        store.migrate()
        say_and_wait("ready")
        if mode == ["hold"]:
            hold(store)
        for number in range(int(cards)):
            submit(store, name, number)
