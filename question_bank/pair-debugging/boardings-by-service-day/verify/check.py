# hiretool-canary-04eec456-e0b1-4e0d-b977-21a9fc90938c
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import variants

SYMPTOM = "each_service_day_has_its_boardings"


def _read(rows):
    """Stops as `boardings.read` gives them."""
    frame = variants.frame(rows)
    return frame.assign(left=pd.to_datetime(frame["left"], utc=True))


def _sums(table):
    """{(city, day, hour): boarded}, without what is 0."""
    columns = [table[name].tolist() for name in ("city", "day", "hour", "boarded")]
    lines = zip(*columns, strict=True)
    return {(city, str(day), int(hour)): int(boarded) for city, day, hour, boarded in lines if boarded}


def _half_hours(dates):
    """A stop each half hour around the dates, each with another number of boardings."""
    for date in dates:
        start = int(datetime(date.year, date.month, date.day, tzinfo=UTC).timestamp()) // 60 - 36 * 60
        yield from ((start + 30 * place + 7, 1 + place % 13) for place in range(144))


def _at_four(days, zone, date):
    """Whether the service day of this date starts and ends at 04:00 by the clocks of the zone."""
    wanted = [
        datetime(day.year, day.month, day.day, 4, tzinfo=ZoneInfo(zone)) for day in (date, date + timedelta(days=1))
    ]
    found = [pd.Timestamp(moment) for moment in days(zone).between(f"{date}", f"{date}")]
    return all(one.tz is not None and one == pd.Timestamp(other) for one, other in zip(found, wanted, strict=True))


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    cities, changed, _, first, last = variants.network(seed)
    rows, table = variants.stops(seed), modules["boardings"].table
    given = _read(rows)
    before = given.copy()
    names = {"day": f"{changed - timedelta(days=1)}", "next": f"{changed}", "first": f"{first}", "last": f"{last}"}

    def found(start, end, frame=given):
        return _sums(table(frame, cities, names[start], names[end]))

    def expected(start, end):
        sums = variants.counted(rows, cities, names[start], names[end])
        return {key: boarded for key, boarded in sums.items() if boarded}

    whole, plain = found("first", "last"), expected("first", "last")
    alone = found("day", "day") == expected("day", "day")
    # From a file in another order.
    alone = alone and found("next", "next", given.iloc[::-1]) == expected("next", "next")
    still = [city for city in cities if not variants.changes(changed.year, cities[city])]
    days = variants.by_day(plain)

    # Both changes of the year, in each zone of the region.
    dates = sorted(variants.changes(changed.year, cities[next(iter(cities))]))
    stops = [(city, *stop) for city in cities for stop in _half_hours(dates)]
    small, frame = [], _read(stops)
    for start, end in ((dates[0], dates[0]), (dates[0] - timedelta(days=1), dates[1])):
        sums = _sums(table(frame, cities, f"{start}", f"{end}"))
        small.append(sums == variants.counted(stops, cities, f"{start}", f"{end}"))

    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        read = modules["boardings"].read(Path(scratch) / "data")
        differences = modules["report"].differences(Path(scratch) / "data", names["first"], names["last"])
    books = variants.books(seed)
    return {
        SYMPTOM: variants.by_day(whole) == days,
        "hours_are_those_of_the_clocks_on_the_wall": whole == plain,
        "no_boarding_is_lost_or_counted_twice": sum(whole.values()) == sum(plain.values()),
        "a_day_alone_is_as_in_the_period": alone,
        "both_changes_of_the_year_are_right": all(small),
        # Payroll calls it too.
        "between_goes_from_four_to_four": all(
            _at_four(modules["service"].ServiceDays, zone, date - timedelta(days=back))
            for zone in cities.values()
            for date in dates
            for back in (0, 1)
        ),
        "a_city_that_leaves_its_clocks_alone_is_kept": all(
            {key: whole[key] for key in whole if key[0] == city} == {key: plain[key] for key in plain if key[0] == city}
            for city in still
        ),
        "the_boardings_given_are_not_changed": bool(given.equals(before)),
        "the_report_compares_with_the_books": read["boarded"].sum() == given["boarded"].sum()
        and all(differences.loc[day, city] == boarded - books[city, day] for (city, day), boarded in days.items()),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail. Differences of cities that change their clocks."""
    cities, changed, _, first, last = variants.network(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        table = modules["report"].differences(Path(scratch) / "data", f"{first}", f"{last}")
        alone = modules["report"].differences(Path(scratch) / "data", f"{changed}", f"{changed}")
    moving = [city for city in cities if variants.changes(changed.year, cities[city])]
    pair = table.loc[[f"{changed - timedelta(days=1)}", f"{changed}"], moving].abs()
    others = table.drop(index=pair.index)
    return {
        "at_the_change_least": int(pair.min().min()),
        "at_the_change_most": int(pair.max().max()),
        "else_most": int(np.abs(others.to_numpy()).max()),
        "alone_most": int(alone[moving].abs().max().max()),
    }


def modules(names=("service", "boardings", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
