"""Litres by farm and day, kept up to date from night to night."""

# Cells (farm, day) with news: some collection in them has an entry that was not there at the last update.
WITH_NEWS = """
SELECT DISTINCT farm, day FROM latest
WHERE collection IN (SELECT collection FROM entry WHERE place > :read_to)
ORDER BY farm, day
"""

LITRES = "SELECT COALESCE(SUM(litres), 0) FROM latest WHERE farm = :farm AND day = :day AND state = 'ok'"

KEEP = """
INSERT INTO total (farm, day, litres) VALUES (:farm, :day, :litres)
ON CONFLICT (farm, day) DO UPDATE SET litres = excluded.litres
"""


def read_to(books):
    """The last entry that the totals know of."""
    (place,) = books.execute("SELECT COALESCE(MAX(read_to), 0) FROM progress").fetchone()
    return place


def update(books):
    """Bring the totals up to date; returns the cells that were written, as (farm, day, litres).

    A cell with news is added up anew from all its collections. So it makes no difference in which order entries arrive, how
    many versions a collection has, or whether an update is repeated.
    """
    written = []
    with books:
        for farm, day in books.execute(WITH_NEWS, {"read_to": read_to(books)}).fetchall():
            (litres,) = books.execute(LITRES, {"farm": farm, "day": day}).fetchone()
            books.execute(KEEP, {"farm": farm, "day": day, "litres": litres})
            written.append((farm, day, litres))
        books.execute("DELETE FROM progress")
        books.execute("INSERT INTO progress SELECT COALESCE(MAX(place), 0) FROM entry")
    return written


def table(books):
    """Litres by (farm, day)."""
    return {(farm, day): litres for farm, day, litres in books.execute("SELECT farm, day, litres FROM total")}
