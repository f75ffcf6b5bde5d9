"""Answers -> one line for each time that somebody sat down to practise, once all of them are there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sitting:
    learner: str
    start: int
    end: int
    """When its first and its last answer were given."""
    count: int
    points: int


def sittings(answers, gap):
    """By start, then learner. Two answers of a learner, at most `gap` seconds apart, are of one sitting. An id counts once."""
    found, last = [], {}
    for answer in sorted({answer.id: answer for answer in answers}.values(), key=lambda answer: (answer.learner, answer.at)):
        group = last.get(answer.learner)
        if group is None or answer.at - group[-1].at > gap:
            group = last[answer.learner] = []
            found.append(group)
        group.append(answer)
    made = [Sitting(one[0].learner, one[0].at, one[-1].at, len(one), sum(answer.points for answer in one)) for one in found]
    return sorted(made, key=lambda sitting: (sitting.start, sitting.learner))
