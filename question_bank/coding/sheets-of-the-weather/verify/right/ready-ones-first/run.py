# hiretool-canary-c0dbd288-b6d9-4f08-b460-2a26a410b6ad
"""Make what steps say, in an order in which each finds what it needs."""

import heapq
from dataclasses import dataclass, field


class Circle(Exception):
    """Steps that wait for each other."""

    def __init__(self, names):
        super().__init__(" needs ".join([*names, names[0]]))
        self.names = list(names)


@dataclass
class Report:
    values: dict = field(default_factory=dict)
    made: list[str] = field(default_factory=list)
    failed: dict[str, Exception] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)


def run(steps, inputs, memory):
    """A report on all steps; `memory` holds for each name what it was made from and what came out."""
    by_name = {step.name: step for step in steps}
    open_needs = {step.name: {need for need in step.needs if need not in inputs} for step in steps}
    for needs in open_needs.values():
        for need in needs:
            by_name[need]  # A name that is nowhere raises here.
    _check_circles(open_needs)
    report, known, lost = Report(), dict(inputs), set()
    ready = [name for name, needs in open_needs.items() if not needs]
    heapq.heapify(ready)
    while ready:
        name = heapq.heappop(ready)
        step = by_name[name]
        if lost.intersection(step.needs):
            lost.add(name)
            report.waiting.append(name)
        else:
            given = {need: known[need] for need in step.needs}
            try:
                if name not in memory or memory[name][0] != given:
                    memory[name] = (given, step.make(dict(given)))
                    report.made.append(name)
                known[name] = report.values[name] = memory[name][1]
            except Exception as problem:
                lost.add(name)
                report.failed[name] = problem
        for other, needs in open_needs.items():
            if name in needs:
                needs.remove(name)
                if not needs:
                    heapq.heappush(ready, other)
    report.waiting.sort()
    return report


def _check_circles(needs):
    """Take away what waits for nothing until nothing changes; whoever is left waits for somebody who is left."""
    left = dict(needs)
    while free := [name for name in left if not left[name] & left.keys()]:
        for name in free:
            del left[name]
    if left:
        path = [min(left)]
        while path[-1] not in path[:-1]:
            path.append(min(left[path[-1]] & left.keys()))
        circle = path[path.index(path[-1]) : -1]
        start = circle.index(min(circle))
        raise Circle(circle[start:] + circle[:start])
