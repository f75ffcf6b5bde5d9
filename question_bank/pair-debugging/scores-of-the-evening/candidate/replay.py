"""Past evenings played again with the network as it was, and what the table holds afterwards.

    python replay.py data
"""

import importlib
import json
import sys
import tempfile
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import job
import sender
from store import Stopped, Store


def ticking(evening):
    """A clock that goes on by a second each time it is read."""
    now = datetime.fromisoformat(f"{evening}T20:00:00")

    def read():
        nonlocal now
        now += timedelta(seconds=1)
        return now.isoformat()

    return read


def play(evenings, folder):
    """The table after these evenings. The scheduler starts the job until it has come to its end."""
    store, path = Store(), Path(folder) / "checkpoint.json"
    for evening in evenings:
        store.network, clock = iter(evening["network"]), ticking(evening["date"])
        while True:
            try:
                job.run(evening["date"], evening["parcels"], store, job.Checkpoint(path), clock)
                break
            except (Stopped, sender.Undelivered):
                # The next start is a process of its own and remembers nothing.
                for module in (sender, job):
                    importlib.reload(module)
    return store


def main():
    evenings = [json.loads(path.read_text()) for path in sorted((Path(sys.argv[1]) / "evenings").glob("*.json"))]
    with tempfile.TemporaryDirectory() as folder:
        store = play(evenings, folder)
    rows = Counter(row["evening"] for row in store.rows)
    print("evening     parcels   rows")
    for evening in evenings:
        print(f"{evening['date']}  {len(evening['parcels']):7d}  {rows[evening['date']]:5d}")
    print(f"\n{sum(len(evening['parcels']) for evening in evenings)} parcels, {len(store.rows)} rows")
    print(f"{store.calls} requests, of which the table knew {store.repeats} already")


if __name__ == "__main__":
    main()
