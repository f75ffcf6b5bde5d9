# hiretool-canary-c0dbd288-b6d9-4f08-b460-2a26a410b6ad
"""Make what steps say, in an order in which each finds what it needs."""

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
    by_name = {step.name: step for step in steps}
    _walk(by_name, inputs)
    report, values, left = Report(), dict(inputs), set(by_name)
    while True:
        ready = [name for name in left if all(need in values for need in by_name[name].needs)]
        if not ready:
            break
        name = min(ready)
        left.remove(name)
        given = [(need, values[need]) for need in sorted(by_name[name].needs)]
        before = memory.get(name)
        if before and before["given"] == given:
            values[name] = before["value"]
            continue
        try:
            values[name] = by_name[name].make(dict(given))
        except Exception as problem:
            report.failed[name] = problem
            memory.pop(name, None)
        else:
            memory[name] = {"given": given, "value": values[name]}
            report.made.append(name)
    report.values = {name: values[name] for name in by_name if name in values}
    report.waiting = sorted(left)
    return report


def _walk(by_name, inputs):
    """Go down from each step; a step that is met again on the way closes a circle."""
    done = set(inputs)

    def visit(name, way):
        if name in way:
            circle = way[way.index(name) :]
            first = circle.index(min(circle))
            raise Circle(circle[first:] + circle[:first])
        if name not in done:
            for need in by_name[name].needs:
                visit(need, [*way, name])
            done.add(name)

    for name in by_name:
        visit(name, [])
