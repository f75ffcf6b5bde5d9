# hiretool-canary-bf92376a-27a5-4523-9f83-212d9a9716f4
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import variants

SYMPTOM = "the_chances_are_those_of_the_list"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    numbers, station = modules["hear"].numbers, modules["station"]
    made, wanted = variants.calls(seed), variants.right(seed)
    known = {
        "one": ("7", [{"7": 700, "1": 300}]),
        "double": ("33", [{"3": 1000}, {"3": 500, "-": 500}, {"3": 1000}]),
        "held": ("4", [{"4": 600, "-": 400}, {"4": 900, "-": 100}]),
        "quiet": ("", [{"-": 1000}, {"-": 900, "8": 100}]),
        "late": ("51", [{"-": 500, "5": 500}, {"5": 1000}, {"5": 500, "1": 500}]),
    }
    by_hand = {
        "one": {"7": 0.7, "1": 0.3},
        "double": {"3": 0.5, "33": 0.5},
        "held": {"4": 0.96, "": 0.04},
        "quiet": {"": 0.9, "8": 0.1},
        "late": {"5": 0.5, "51": 0.5},
    }
    with tempfile.TemporaryDirectory() as scratch:
        read = {}
        for name, some in (("made", made), ("known", known)):
            variants.put(Path(scratch) / name, some)
            read[name] = modules["calls"].read(str(Path(scratch) / name))
    calls = read["made"]
    short = sorted(made, key=lambda call: len(made[call][1]))[:4]
    long = sorted(made, key=lambda call: -len(made[call][1]))[:3]

    def same(told, wanted):
        told, wanted = [(number, chance) for number, chance in told if chance > 1e-12], dict(wanted)
        return {number for number, _ in told} == set(wanted) and all(
            abs(chance - wanted[number]) < 1e-9 for number, chance in told
        )

    answers = station.heard(calls)
    told = {call: numbers(calls[call], variants.WIDTH) for call in (*short, *long)}
    # rounding shall not decide what a buoy keeps
    buoy = {call: variants.heard(made[call][1], 3) for call in made}
    buoy = {call: wanted for call, (wanted, gap) in list(buoy.items())[:8] if gap > 1e-9}
    kept, some = {"": (1.0, 0.0)}, calls[short[0]]
    for moment in some:
        kept = modules["hear"].likeliest(modules["hear"].step(kept, moment), 50)

    return {
        SYMPTOM: set(answers) == set(wanted)
        and all(answers[one][0] == wanted[one][0] and abs(answers[one][1] - wanted[one][1]) < 1e-9 for one in wanted),
        "as_many_say_it_again": list(station.again(answers))
        == sorted(call for call, (_, chance) in wanted.items() if chance < variants.SURE),
        "short_calls_are_as_listed_way_by_way": all(same(told[one], variants.listed(made[one][1])) for one in short),
        "chances_of_all_numbers_add_up_to_one": all(
            abs(sum(chance for _, chance in told[call]) - 1) < 1e-9 for call in long
        ),
        "the_likeliest_comes_first": all(
            [chance for _, chance in some] == sorted((chance for _, chance in some), reverse=True)
            for some in told.values()
        ),
        "moment_by_moment_as_in_one_go": list(kept) == [number for number, _ in numbers(some, 50)],
        "a_buoy_that_keeps_three": all(same(numbers(calls[one], 3), buoy[one]) for one in buoy),
        "five_calls_by_hand": all(same(numbers(read["known"][one], 50), by_hand[one]) for one in known),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    with tempfile.TemporaryDirectory() as scratch:
        variants.put(Path(scratch) / "c.csv", variants.calls(seed))
        calls = modules["calls"].read(str(Path(scratch) / "c.csv"))
    told, right = modules["station"].heard(calls), variants.right(seed)
    said = variants.calls(seed)
    gaps = [told[call][1] - right[call][1] for call in right]
    totals = [sum(chance for _, chance in modules["hear"].numbers(calls[call], variants.WIDTH)) for call in calls]
    return {
        "mean": 100 * sum(chance for _, chance in right.values()) / len(right),
        "more": 100 * sum(gaps) / len(gaps),
        "calls_hit": 100 * sum(abs(gap) > 1e-9 for gap in gaps) / len(gaps),
        "other_number": sum(told[call][0] != right[call][0] for call in right),
        "again": len(modules["station"].again(right)),
        "again_more": len(modules["station"].again(told)) - len(modules["station"].again(right)),
        "total_least": min(totals),
        "total_most": max(totals),
        "right_number": 100 * sum(right[call][0] == said[call][0] for call in right) / len(right),
        "moments": max(len(moments) for _, moments in said.values()),
        "ways": sum(variants._ways(moments) for _, moments in said.values()),
    }


def modules(names=("calls", "hear", "station")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
