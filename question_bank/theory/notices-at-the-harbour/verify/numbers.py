# hiretool-canary-c490f6c3-3724-4cd4-9d68-359e303eaf57
"""A language of short notices and two ways of learning it, each at its best -> what fits, and the surprise; counted exactly."""

import itertools

import numpy as np

PLACES = range(5)


def language(storm, pairs, free):
    """Notice -> its share. All words are of one kind; places 1 and 2 go in pairs, 0, 3 and 4 are free within the kind."""
    out = {}
    for kind, share in (("storm", storm), ("calm", 1 - storm)):
        for head, pair, a, b in itertools.product(range(free), range(pairs), range(free), range(free)):
            words = tuple((kind, number) for number in (head, pair, pair, a, b))
            out[words] = share / (pairs * free**3)
    return out


class Chances:
    """Chance of each word at each place, given the words at some places; looked up again and again, so kept."""

    def __init__(self, notices):
        self.notices, self.kept = notices, {}

    def of(self, notice, known, place):
        key = (known, tuple(notice[k] for k in known))
        if key not in self.kept:
            fit = {n: s for n, s in self.notices.items() if all(n[k] == notice[k] for k in known)}
            total, words = sum(fit.values()), [{} for _ in PLACES]
            for n, share in fit.items():
                for k in PLACES:
                    words[k][n[k]] = words[k].get(n[k], 0.0) + share / total
            self.kept[key] = words
        return self.kept[key][place].get(notice[place], 0.0)


def fits(chances, gaps, read):
    """In 100: a notice with gaps, filled in by drawing, is one of the language. `read(k)`: places read for gap k."""
    notices, done = chances.notices, 0.0
    given = [k for k in PLACES if k not in gaps]
    share = {}
    for n, s in notices.items():
        key = tuple(n[k] for k in given)
        share[key] = share.get(key, 0.0) + s
    for n in notices:
        chance = np.prod([chances.of(n, tuple(read(k)), k) for k in gaps])
        done += share[tuple(n[k] for k in given)] * chance
    return 100 * float(done)


def derived(facts):
    fact = {name: entry["value"] for name, entry in facts.items()}
    notices = language(fact["storm"], fact["pairs"], fact["free"])
    chances = Chances(notices)
    out = {}
    for name, gaps in fact["gaps"].items():
        given = [k for k in PLACES if k not in gaps]
        out[f"{name}_at_once"] = fits(chances, gaps, lambda k, given=given: given)
        out[f"{name}_in_turn"] = fits(
            chances, gaps, lambda k, given=given, gaps=gaps: given + [j for j in gaps if j < k]
        )
        out[f"{name}_left"] = fits(chances, gaps, lambda k: range(k))
    bits = {"one_gap": 0.0, "left": 0.0}
    for n, s in notices.items():
        for k in PLACES:
            bits["one_gap"] -= s * np.log2(chances.of(n, tuple(j for j in PLACES if j != k), k))
            bits["left"] -= s * np.log2(chances.of(n, tuple(range(k)), k))
    out["bits_one_gap"], out["bits_left"] = float(bits["one_gap"]), float(bits["left"])
    out["bits_first_word"] = float(-sum(s * np.log2(chances.of(n, (), 0)) for n, s in notices.items()))
    # A port in which half of the notices are of storm: is any chance of a single gap another one? And of a first word?
    other = Chances(language(fact["storm_elsewhere"], fact["pairs"], fact["free"]))
    rest = {k: tuple(j for j in PLACES if j != k) for k in PLACES}
    out["largest_difference_one_gap"] = max(
        abs(chances.of(n, rest[k], k) - other.of(n, rest[k], k)) for n in notices for k in PLACES
    )
    out["largest_difference_first_word"] = max(abs(chances.of(n, (), 0) - other.of(n, (), 0)) for n in notices)
    return out
