# hiretool-canary-3fcc13e9-da64-424a-8804-7436ed23fe4c
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "the_share_is_as_by_the_rule"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = random.Random(f"{seed} check")
    estimate, policy = modules["estimate"], modules["policy"].Policy
    made, (desk, new) = variants.letters(seed), variants.liking(seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        variants.write(folder, seed)
        read, loaded = modules["letters"].read(folder / "data" / "letters.csv"), modules["policy"].load

        def log(rows, name):
            """These letters, by way of a file."""
            lines = ["group,lines,chances,sent,opened"]
            for group, some, chances, sent, opened in rows:
                lines.append(f"{group},{'|'.join(some)},{'|'.join(map(str, chances))},{sent},{int(opened)}")
            (folder / name).write_text("\n".join(lines) + "\n")
            return modules["letters"].read(folder / name)

        found = loaded(folder / "data" / "policy.json")
        part = rng.sample(made, 160)
        turned = []
        for group, lines, chances, sent, opened in part:
            order = rng.sample(range(len(lines)), len(lines))
            moved = tuple(lines[place] for place in order), tuple(chances[place] for place in order)
            turned.append((group, *moved, sent, opened))
        all_opened = log([(*row[:4], True) for row in part], "opened.csv")
        turned, seldom = log(turned, "turned.csv"), made[:60]
        few = log(seldom, "few.csv")
        rare = ("new", ("name", "news"), (0.02, 0.98), "name", True)
        known = log([rare, ("new", ("news", "name"), (0.5, 0.5), "news", True)], "known.csv")
    some = policy({group: {line: 1.0 for line in variants.LINES} for group in variants.GROUPS})
    one = policy({"new": {"name": 1.0, "news": 9.0}})
    given_up = policy({"new": {"name": 0.0, "news": 1.0}})

    def same(told, wanted):
        return bool(np.allclose(told, wanted, rtol=1e-9))

    groups = estimate.by_group(read, found)
    wanted = {name: [row for row in made if row[0] == name] for name in variants.GROUPS}
    rate = sum(row[4] for row in part) / len(part)
    return {
        SYMPTOM: same(estimate.value(read, found), variants.right(seed)),
        "the_policy_of_the_desk_has_its_own_share": bool(abs(estimate.value(turned, policy(desk))[0] - rate) < 2e-3),
        "by_group_too": set(groups) == set(wanted)
        and all(same(groups[n], (len(rows), *variants.right(seed, rows, new))) for n, rows in wanted.items()),
        "order_of_the_lines_at_hand_has_no_say": same(estimate.value(turned, found), variants.right(seed, part, new)),
        "if_all_are_opened_it_is_the_mean_weight": same(
            estimate.value(all_opened, found)[0], np.mean(estimate.weights(all_opened, found))
        ),
        "few_letters_too": same(estimate.value(few, some), variants.right(seed, seldom, some.liking)),
        "a_rare_line_counts_up_to_the_cap": same(estimate.weights(known, one), [5.0, 1.8])
        and same(estimate.weights(known, one, 3.0), [3.0, 1.8]),
        "a_line_given_up_counts_nothing": same(estimate.weights(known, given_up), [0.0, 2.0])
        and same(estimate.value(known, given_up)[0], 1.0),
        "another_cap": same(estimate.value(turned, found, 2.5), variants.right(seed, part, new, 2.5)),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        read = modules["letters"].read(Path(scratch) / "data" / "letters.csv")
        found = modules["policy"].load(Path(scratch) / "data" / "policy.json")
    told, (share, error) = modules["estimate"].value(read, found), variants.right(seed)
    desk = modules["estimate"].value(read, modules["policy"].Policy(variants.liking(seed)[0]))[0]
    rate = 100 * np.mean([row[4] for row in variants.letters(seed)])
    return {
        "opened": rate,
        "share": 100 * share,
        "error": 100 * error,
        "more": 100 * (told[0] - share),
        "desk_more": 100 * desk - rate,
        "mean_weight": float(np.mean(modules["estimate"].weights(read, found))),
    }


def modules(names=("letters", "policy", "estimate")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
