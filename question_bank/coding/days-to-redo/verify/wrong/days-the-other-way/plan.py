# hiretool-canary-f548effd-b95d-4e2c-a592-02899c755052
"""What has to be made again, and when."""

import heapq
from collections import Counter


def stale(tables, changed, last):
    """The parts, as (table, day), that have to be made again when the parts in `changed` are other than before."""
    found, waiting = set(), list(changed)
    while waiting:
        name, day = waiting.pop()
        if not 0 <= day <= last or (name, day) in found:
            continue
        found.add((name, day))
        for table in tables:
            nearest, farthest = table.needs.get(name, (0, -1))
            waiting += [(table.name, day - back) for back in range(nearest, farthest + 1)]
    return sorted(found)


def plan(tables, parts, slots):
    """When each part is made, as a sorted list of (start, table, day)."""
    by_name, waiting, running, ended, made, now = {table.name: table for table in tables}, set(parts), [], set(), [], 0
    open_needs = {part: _needs(by_name, part) & waiting for part in waiting}
    while waiting:
        busy = Counter(name for _, name, _ in running)
        for name, day in sorted(waiting, key=lambda part: (-part[1], part[0])):
            table = by_name[name]
            if len(running) == slots:
                break
            if open_needs[name, day] <= ended and (table.most is None or busy[name] < table.most):
                made.append((now, name, day))
                heapq.heappush(running, (now + table.minutes, name, day))
                waiting.remove((name, day))
                busy[name] += 1
        if not running:
            raise ValueError(f"these wait for each other: {sorted(waiting)}")
        now = running[0][0]
        while running and running[0][0] == now:
            ended.add(heapq.heappop(running)[1:])
    return sorted(made)


def _needs(by_name, part):
    """All parts that a part needs, of whatever table."""
    name, day = part
    return {
        (other, day - back)
        for other, (nearest, farthest) in by_name[name].needs.items()
        for back in range(nearest, farthest + 1)
    }
