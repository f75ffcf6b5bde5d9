"""What has to be made again, and when."""


def stale(tables, changed, last):
    """The parts, as (table, day), that have to be made again when the parts in `changed` are other than before."""
    found = set(changed)
    for name, day in changed:
        found.update((table.name, day) for table in tables if name in table.needs)
    return sorted(part for part in found if part[1] <= last)


def plan(tables, parts, slots):
    """When each part is made, as a sorted list of (start, table, day)."""
    minutes = {table.name: table.minutes for table in tables}
    place = {table.name: number for number, table in enumerate(tables)}
    made, start = [], 0
    for name, day in sorted(parts, key=lambda part: (part[1], place[part[0]])):
        made.append((start, name, day))
        start += minutes[name]
    return made
