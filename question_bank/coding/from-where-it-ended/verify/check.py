# hiretool-canary-490801fe-7eff-4014-a1ce-466f64726dd4
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import json
import math
import random


def modules(names=("course",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    module = modules["course"]

    def passed(course):
        """As it comes out of a file that any program can read; NaN and Infinity are no JSON."""
        return module.restored(json.loads(json.dumps(course.state(), allow_nan=False)))

    def told(settings, happens, restarts=()):
        """What a course says at each of some happenings: a step, or a loss."""
        course, said = module.Course(*settings), []
        for place, what in enumerate(happens):
            if place in restarts:
                course = passed(course)
            if what == "step":
                said.append(course.rate())
                course.stepped()
            else:
                said.append(course.judged(what))
            best = course.best
            said.append(best and (best[0], best[1]))
        return said, course

    def some(steps=120):
        """Settings, and what happens: losses that fall, stay, rise and are now and then no number."""
        # Losses are thousandths, so that no fall is just the least one, and rounding decides nothing.
        least = draw.choice([0.0005, 0.0103, 0.0507])
        settings = draw.choice([0.1, 0.003, 1.0]), draw.choice([0, 1, 7, 30]), draw.randint(1, 4), least
        happens, loss = [], 2.0
        for _ in range(steps):
            happens.append("step")
            while draw.random() < 0.4:
                loss += draw.choice([-0.05, -0.01, -0.004, -0.004, 0.0, 0.02])
                happens.append(draw.choices([round(loss, 3), math.nan, math.inf, happens[-1]], [40, 1, 1, 2])[0])
                if happens[-1] == "step":
                    happens[-1] = round(loss, 3)
        return (*settings, draw.randint(0, 3)), happens

    def alike(one, other):
        return len(one) == len(other) and all(_alike(first, second) for first, second in zip(one, other))

    def as_the_rules_say():
        for _ in range(12):
            settings, happens = some()
            if not alike(told(settings, happens)[0], _told(settings, happens)):
                return False
        return True

    def restarted():
        for _ in range(8):
            settings, happens = some()
            places = draw.sample(range(len(happens)), 25)
            first, course = told(settings, happens)
            again, other = told(settings, happens, places)
            # To the last digit.
            if first != again or other.steps != course.steps:
                return False
        return True

    def from_the_first_moment():
        settings = (0.1, 4, 2, 0.01, 1)
        happens = ["step", "step", math.nan, math.nan, "step", math.nan, 3.0, "step", "step"]
        happens += [3.0, math.inf, "step", 3.0, 3.0, "step", 2.0]
        first = told(settings, happens)[0]
        return all(told(settings, happens, [place])[0] == first for place in range(len(happens)))

    def warming_up():
        said = told((0.8, 4, 2, 0.01, 1), ["step"] * 6)[0][::2]
        return alike(said, [0.2, 0.4, 0.6, 0.8, 0.8, 0.8]) and alike(
            told((0.8, 0, 2, 0.01, 1), ["step"] * 2)[0][::2], [0.8, 0.8]
        )

    def not_while_warming_up():
        # Judgements in the first steps may be progress, but nobody loses patience.
        happens = ["step", 5.0, "step", 5.0, 5.0, 5.0, "step", 5.0, "step", 5.0, "step"]
        right = [0.8 / 3, "go on", 1.6 / 3, "go on", "go on", "go on", 0.8, "go on", 0.8, "go on", 0.4]
        return alike(told((0.8, 3, 2, 0.01, 1), happens)[0][::2], right)

    def cut_and_stop():
        happens = [4.0, 4.0, 4.0, "step", 4.0, "step", 4.0, "step", 4.0, 4.0, 1.0, "step"]
        said = told((1.0, 0, 2, 0.01, 2), happens)[0][::2]
        return alike(said, [*["go on"] * 3, 0.5, "go on", 0.5, "go on", 0.25, "go on", "stop", "stop", 0.25])

    def small_steps_add_up():
        # Each is a little lower than the one before, and three together are progress.
        happens = ["step"] + [round(3 - 0.004 * number, 3) for number in range(24)] + ["step"]
        return told((1.0, 0, 4, 0.01, 1), happens)[0][-2] == 1.0

    def not_enough_is_no_progress():
        happens = [3.0, 2.995, 2.991, "step", 2.985, 2.98, "step"]
        said, _ = told((1.0, 0, 2, 0.01, 3), happens)
        return [said[6], said[12]] == [0.5, 0.5] and said[-1] == (1, 2.98)

    def no_number():
        happens = [math.nan, 3.0, math.nan, -math.inf, "step", math.inf, 2.0, math.nan, "step", math.nan, "step"]
        said = told((1.0, 0, 2, 0.01, 3), happens)[0]
        return said[1] is None and [said[8], said[16], said[20]] == [0.5, 0.5, 0.25] and said[-1] == (1, 2.0)

    def best():
        happens = ["step", 3.0, "step", 2.5, "step", 2.5, "step", 2.499, "step", 2.6]
        return [said for said in told((1.0, 0, 9, 0.2, 1), happens)[0][1::2]] == [
            None,
            (1, 3.0),
            (1, 3.0),
            (2, 2.5),
            (2, 2.5),
            (2, 2.5),
            (2, 2.5),
            (4, 2.499),
            (4, 2.499),
            (4, 2.499),
        ]

    def apart():
        settings, happens = some(40)
        course = told(settings, happens)[1]
        state = course.state()
        before = json.dumps(state, allow_nan=False)
        for one in (course, module.restored(state)):
            for _ in range(30):
                one.stepped()
                one.judged(0.001)
        return json.dumps(state, allow_nan=False) == before

    claims = {
        "as_the_rules_say": as_the_rules_say,
        "a_restart_changes_nothing": restarted,
        "a_restart_at_any_moment": from_the_first_moment,
        "warming_up": warming_up,
        "no_patience_is_lost_while_warming_up": not_while_warming_up,
        "cut_and_then_stop": cut_and_stop,
        "small_steps_add_up": small_steps_add_up,
        "less_than_the_least_is_no_progress": not_enough_is_no_progress,
        "what_is_no_number": no_number,
        "the_best_so_far": best,
        "a_state_stands_by_itself": apart,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _alike(one, other):
    if isinstance(one, float) and isinstance(other, float):
        return math.isclose(one, other, rel_tol=1e-12)
    return one == other


def _told(settings, happens):
    """What a course should say, each time from the losses so far."""
    peak, warm, patience, least, cuts = settings
    said, judged, steps = [], [], 0
    for what in happens:
        ends = _ends(judged, warm, patience, least)
        if what == "step":
            said.append(peak * (steps + 1) / warm if steps < warm else peak / 2 ** min(len(ends), cuts))
            steps += 1
        else:
            if len(ends) <= cuts:
                judged.append((steps, what))
            said.append("stop" if len(_ends(judged, warm, patience, least)) > cuts else "go on")
        known = [(loss, place) for place, (_, loss) in enumerate(judged) if math.isfinite(loss)]
        said.append((judged[min(known)[1]][0], min(known)[0]) if known else None)
    return said


def _ends(judged, warm, patience, least):
    """Places at which patience came to its end."""
    progress, last = [], None
    for place, (_, loss) in enumerate(judged):
        if math.isfinite(loss) and (last is None or loss <= last - least):
            last = loss
            progress.append(place)
    ends = []
    for place in range(len(judged)):
        since = max([-1, *(end for end in ends), *(each for each in progress if each <= place)])
        if sum(judged[later][0] >= warm for later in range(since + 1, place + 1)) == patience:
            ends.append(place)
    return ends


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
