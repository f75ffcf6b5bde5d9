# hiretool-canary-f548effd-b95d-4e2c-a592-02899c755052
"""What has to be made again, and when."""


def stale(tables, changed, last):
    """The parts, as (table, day), that have to be made again when the parts in `changed` are other than before."""
    known = {(name, day): True for name, day in changed if day <= last}
    grown = True
    while grown:
        grown = False
        for table in tables:
            for day in range(last + 1):
                if (table.name, day) not in known and any(part in known for part in _needed(table, day)):
                    known[table.name, day] = grown = True
    return sorted(known)


def plan(tables, parts, slots):
    """When each part is made, as a sorted list of (start, table, day)."""
    parts = set(parts)
    by_name = {table.name: table for table in tables}
    missing = {(name, day): {part for part in _needed(by_name[name], day) if part in parts} for name, day in parts}
    users = {part: [] for part in parts}
    for part, needs in missing.items():
        for need in needs:
            users[need].append(part)
    ready = [part for part in parts if not missing[part]]
    # What is being made, as end -> parts.
    ends, starts, room = {}, {}, {None: slots, **{name: by_name[name].most for name in by_name}}
    now = 0
    while ready or ends:
        ready.sort(key=lambda part: (-part[1], part[0]))
        left = []
        for part in ready:
            name = part[0]
            if room[None] and (room[name] is None or room[name]):
                starts[part] = now
                ends.setdefault(now + by_name[name].minutes, []).append(part)
                _change(room, name, -1)
            else:
                left.append(part)
        ready, now = left, min(ends)
        for part in ends.pop(now):
            _change(room, part[0], 1)
            for user in users[part]:
                missing[user].discard(part)
                if not missing[user]:
                    ready.append(user)
    if len(starts) < len(parts):
        raise ValueError("some parts wait for each other")
    return sorted((start, *part) for part, start in starts.items())


def _change(room, name, by):
    room[None] += by
    if room[name] is not None:
        room[name] += by


def _needed(table, day):
    for name, (nearest, farthest) in table.needs.items():
        for back in range(nearest, farthest + 1):
            yield name, day - back
