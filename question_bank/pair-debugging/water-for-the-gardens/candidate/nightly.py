"""Each night at three the last days are built anew from all records that have come, and put into the store.

python nightly.py data
"""

import sys
from datetime import datetime, time, timedelta
from pathlib import Path

from records import current, read
from store import Store

AGAIN = 3  # days that are built anew; no record comes later than two days after the water was drawn


def of_day(records, day):
    """{garden: litres} of one day."""
    start = datetime.combine(day, time())
    end = start + timedelta(days=1)
    litres = {}
    for record in current(records):
        if start <= record.at < end:
            litres[record.garden] = litres.get(record.garden, 0) + record.litres
    return litres


def night(store, records, moment):
    """The run of one night, with what had come by then."""
    known = [record for record in records if record.came <= moment]
    for back in range(AGAIN, 0, -1):
        day = (moment - timedelta(days=back)).date()
        store.put(day, of_day(known, day))


def nights(records, first, last):
    """The store after the nights of all these days."""
    store = Store()
    for number in range((last - first).days + 1):
        night(store, records, datetime.combine(first + timedelta(days=number), time(3)))
    return store


def main():
    records = read(Path(sys.argv[1]) / "records.csv")
    first, last = min(record.at for record in records).date(), max(record.came for record in records).date()
    store = nights(records, first + timedelta(days=1), last + timedelta(days=1))
    print(f"{len(records)} records have come, from {first} to {last}")
    print(f"{store.total():7} litres in the store")
    for garden in sorted({record.garden for record in records}):
        print(f"{store.total(garden):7} {garden}")


if __name__ == "__main__":
    main()
