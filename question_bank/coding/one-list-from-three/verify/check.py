# hiretool-canary-343a1967-613d-44e3-8b6a-af3b5c733475
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import functools
import importlib
import itertools
import json
import random
import tempfile
from fractions import Fraction
from pathlib import Path

import variants


def modules(names=("searches", "merge")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    searches, merge = modules["searches"], modules["merge"]
    hit = functools.cache(searches.Hit)

    def given(rows):
        return [
            searches.Search(
                row["name"],
                None if row["hits"] is None else [hit(*each) for each in row["hits"]],
                row["larger_is_better"],
            )
            for row in rows
        ]

    def merged(rows, **settings):
        return [(one.id, one.points, dict(one.ranks)) for one in merge.merged(given(rows), **settings)]

    def ids(rows, **settings):
        return [one[0] for one in merged(rows, **settings)]

    def ranked(**lists):
        """Searches in which each part has the rank of its place; parts with a name of one letter fill the others."""
        return [
            {"name": name, "hits": [(part, 100 - place) for place, part in enumerate(parts)], "larger_is_better": True}
            for name, parts in lists.items()
        ]

    cases = [variants.made(draw, longest, 0.1) for longest in (4, 8, 8, 16, 16)]

    def order():
        return all(ids(rows) == [name for name, _, _ in _merged(rows, 60)] for rows in cases)

    def points_and_ranks():
        for rows, k in zip(cases, (60, 1, 0, 10, 60)):
            known = {name: (points, ranks) for name, points, ranks in _merged(rows, k)}
            for name, points, ranks in merged(rows, k=k):
                right, own = known[name]
                if abs(points - right) > 1e-12 or ranks != own:
                    return False
        return True

    def any_order_of_given():
        for rows in cases:
            first = ids(rows)
            for turned in itertools.permutations(rows):
                mixed = [{**row, "hits": row["hits"] and draw.sample(row["hits"], len(row["hits"]))} for row in turned]
                if ids(mixed) != first:
                    return False
        return True

    def same_ranks_same_points():
        # Parts with the same three ranks, each in another search, come in the order of their ids.
        for ranks in _unlucky(draw):
            for one, other in itertools.permutations(itertools.permutations(ranks), 2):
                lists = {f"s{at}": [f"x{at}{place}" for place in range(30)] for at in range(3)}
                for at in range(3):
                    lists[f"s{at}"][one[at] - 1] = "A"
                    lists[f"s{at}"][other[at] - 1] = "B"
                if all(first != second for first, second in zip(one, other)):
                    found = [name for name in ids(ranked(**lists)) if name in "AB"]
                    if found != ["A", "B"]:
                        return False
        return True

    def close_ones_stay_apart():
        # Far down the lists the points differ by little.
        names = [f"p{900 - place}" for place in range(400)]
        return ids(ranked(one=names)) == names

    def equal_scores():
        rows = [
            {"name": "one", "hits": [("d", 5), ("a", 9), ("c", 5), ("b", 5), ("e", 1)], "larger_is_better": True},
            {"name": "two", "hits": [("a", 5), ("b", 5)], "larger_is_better": False},
        ]
        ranks = {name: ranks for name, _, ranks in merged(rows)}
        return ranks == {
            "a": {"one": 1, "two": 1.5},
            "b": {"one": 3, "two": 1.5},
            "c": {"one": 3, "two": None},
            "d": {"one": 3, "two": None},
            "e": {"one": 5, "two": None},
        }

    def smaller_is_better():
        rows = [{"name": "far", "hits": [("a", 0.9), ("b", 0.1), ("c", 0.5)], "larger_is_better": False}]
        return ids(rows) == ["b", "c", "a"]

    def named_twice():
        rows = ranked(one=["a", "b", "c"], two=["c", "a", "b"])
        rows[0]["hits"] += [("b", 1000), ("b", 3), ("c", 2)]
        ranks = {name: ranks for name, _, ranks in merged(rows)}
        return ids(rows) == _names(_merged(rows, 60)) and ranks["b"] == {"one": 1, "two": 3} and ranks["c"]["one"] == 3

    def not_named():
        # Not to be named by a long list is worse than by a short one.
        long, short = [f"l{place:02d}" for place in range(20)], ["s1"]
        found = {name: points for name, points, _ in merged(ranked(long=long, short=short), k=2)}
        return (
            abs(found["s1"] - (1 / 23 + 1 / 3)) < 1e-12
            and abs(found["l00"] - (1 / 3 + 1 / 4)) < 1e-12
            and ids(ranked(one=["a"], two=["b", "c"])) == ["b", "a", "c"]
        )

    def silent():
        rows = ranked(one=["b", "a"], two=["a", "c"])
        quiet = {"name": "quiet", "hits": None, "larger_is_better": True}
        none = {"name": "none", "hits": [], "larger_is_better": True}
        with_none = merged([*rows, none])
        return (
            merged([*rows, quiet]) == merged([quiet, *rows]) == merged(rows)
            and [one[0] for one in with_none] == ids(rows)
            and all(one[2]["none"] is None for one in with_none)
            and merged([quiet]) == [] == merged([]) == merged([none, quiet])
        )

    def nothing_changes():
        made = [given(rows) for rows in cases]
        before = [[None if one.hits is None else list(one.hits) for one in each] for each in made]
        first = [[one.id for one in merge.merged(each)] for each in made]
        again = [[one.id for one in merge.merged(each)] for each in made]
        after = [[None if one.hits is None else list(one.hits) for one in each] for each in made]
        names = [[None if one is None else [hit.id for hit in one] for one in each] for each in before]
        later = [[None if one is None else [hit.id for hit in one] for one in each] for each in after]
        return first == again and names == later

    def files_are_read():
        # Others read such files with it.
        rows = [{"name": "one", "hits": [["a", 2.5]], "larger_is_better": True}]
        rows += [{"name": "two", "hits": None, "larger_is_better": False}]
        with tempfile.TemporaryDirectory() as folder:
            line = json.dumps({"typed": "belt rake", "searches": rows})
            Path(folder, "typed.jsonl").write_text(line + "\n", encoding="utf-8")
            [(typed, found)] = searches.read(str(Path(folder, "typed.jsonl")))
            hits = [one.hits and [(each.id, each.score) for each in one.hits] for one in found]
            names = [(one.name, one.larger_is_better) for one in found]
            return (typed, names, hits) == ("belt rake", [("one", True), ("two", False)], [[("a", 2.5)], None])

    claims = {
        "files_are_read_as_before": files_are_read,
        "in_the_order_of_the_rule": order,
        "points_and_ranks_are_right": points_and_ranks,
        "the_order_of_what_is_given_does_not_matter": any_order_of_given,
        "same_ranks_same_points": same_ranks_same_points,
        "close_ones_stay_apart": close_ones_stay_apart,
        "equal_scores_share_a_rank": equal_scores,
        "smaller_may_be_better": smaller_is_better,
        "named_twice_counts_once": named_twice,
        "not_named_is_behind_the_last": not_named,
        "no_answer_is_not_an_empty_one": silent,
        "what_is_given_stays": nothing_changes,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _unlucky(draw):
    """Three ranks, of which the sum of 1 / (60 + rank) hangs on the order in which it is made."""
    found = []
    while len(found) < 3:
        ranks = draw.sample(range(1, 30), 3)
        if len({1 / (60 + a) + 1 / (60 + b) + 1 / (60 + c) for a, b, c in itertools.permutations(ranks)}) > 1:
            found.append(ranks)
    return found


def _names(found):
    return [name for name, _, _ in found]


def _merged(rows, k):
    """By the definition alone, each rank counted afresh."""
    answered = [row for row in rows if row["hits"] is not None]
    sign = {row["name"]: 1 if row["larger_is_better"] else -1 for row in answered}
    best = {
        row["name"]: {
            part: max(sign[row["name"]] * score for own, score in row["hits"] if own == part) for part, _ in row["hits"]
        }
        for row in answered
    }

    def rank(name, part):
        scores = best[name]
        if part not in scores:
            return None
        better = sum(score > scores[part] for score in scores.values())
        as_good = sum(score == scores[part] for score in scores.values())
        return Fraction(2 * better + as_good + 1, 2)

    parts = {part for scores in best.values() for part in scores}
    ranks = {part: {name: rank(name, part) for name in best} for part in parts}
    points = {
        part: sum(1 / Fraction(k + (len(best[name]) + 1 if own is None else own)) for name, own in ranks[part].items())
        for part in parts
    }
    return [(part, float(points[part]), ranks[part]) for part in sorted(parts, key=lambda part: (-points[part], part))]


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
