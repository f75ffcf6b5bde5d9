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
    """A report on all steps; `memory` is for the next time."""
    by_name = {step.name: step for step in steps}
    report = Report()

    def value(name):
        if name in inputs:
            return inputs[name]
        step = by_name[name]
        report.values[name] = step.make({need: value(need) for need in step.needs})
        report.made.append(name)
        return report.values[name]

    for name in sorted(by_name):
        value(name)
    return report
