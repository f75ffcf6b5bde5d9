# hiretool-canary-62a828ca-5454-489e-9d4f-bc12c9d777e3
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import json
import tempfile
from pathlib import Path

import variants

SYMPTOM = "the_list_is_that_of_the_version_it_names"


class Watched:
    """The registry, with a count of the calls to the scoring server."""

    def __init__(self, registry):
        self.registry, self.calls = registry, []

    def __getattr__(self, name):
        return getattr(self.registry, name)

    def model(self, version=None):
        model, calls = self.registry.model(version), self.calls
        ask = model.score

        def score(consignment):
            calls.append(consignment["id"])
            return ask(consignment)

        model.score = score
        return model


def _registry(modules, folder, facts, versions):
    """A registry in which the versions have been published one after the other."""
    Path(folder).mkdir()
    registry = modules["registry"].Registry(folder)
    for name in versions:
        registry.publish(name, facts["weights"][name])
    return registry


class Stream:
    """Papers as they come in, one by one; the release happens when the paper of number `after` is sent."""

    def __init__(self, papers, registry, release=None, after=None):
        self.papers, self.registry, self.release, self.after = papers, registry, release, after

    def __getitem__(self, number):
        if number == self.after:
            self.registry.publish(*self.release)
            self.after = None
        return dict(self.papers[number])


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    facts, night, Store = variants.port(seed), modules["night"].run, modules["store"].Store
    old, current, new = facts["names"]
    declared, places = facts["declared"], 8
    release = (new, facts["weights"][new])

    def is_of(made, name, papers):
        scores = {paper["id"]: variants.points(facts["weights"][name], paper) for paper in papers}
        points = dict(made["points"])
        return bool(
            made["version"] == name
            and set(points) == set(scores)
            and all(abs(points[key] - value) < 1e-3 for key, value in scores.items())
            and list(made["opened"]) == variants.opened(scores, places)
        )

    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        # A night like that of the prompt, with a store that was left by another version, and the night after it.
        (scratch / "store.json").write_text(json.dumps(variants.earlier(facts)))
        registry, papers = _registry(modules, scratch / "a", facts, [old, current]), declared[: 40 + seed % 7]
        store = Store.load(scratch / "store.json")
        happened = night(registry, store, Stream(papers, registry, release, 29), places, size=8)
        following = night(registry, store, papers, places)

        # The release at other moments: before the first declaration, within a group, with the last declaration.
        moments = []
        for number, after in enumerate((0, 7, 15)):
            registry, papers = _registry(modules, scratch / f"b{number}", facts, [current]), declared[:16]
            made = night(registry, Store(), Stream(papers, registry, release, after), places, size=5)
            moments.append(is_of(made, current, papers))

        # Nights that follow each other, each a process of its own, with nothing released in between.
        registry, store = _registry(modules, scratch / "c", facts, [current]), Store()
        few, papers = declared[:10], declared[:16]
        watched = Watched(registry)
        first = night(watched, store, few, places)
        once = sorted(watched.calls) == sorted(paper["id"] for paper in few)
        store.save(scratch / "kept.json")
        store = Store.load(scratch / "kept.json")
        watched = Watched(registry)
        repeated = night(watched, store, few, places)
        asked_again = len(watched.calls)
        night(watched, store, papers, places)
        asked_for_more = sorted(watched.calls) == sorted(paper["id"] for paper in papers[10:])

        # A release between two nights, and a version taken back.
        registry.publish(*release)
        store.save(scratch / "kept.json")
        store = Store.load(scratch / "kept.json")
        renewed = night(registry, store, papers, places)
        registry.publish(current, facts["weights"][current])
        taken_back = night(registry, store, papers, places)
    return {
        SYMPTOM: is_of(happened, current, declared[: 40 + seed % 7]),
        "the_moment_of_a_release_does_not_matter": all(moments),
        "a_release_counts_from_the_next_night_on": bool(
            is_of(following, new, declared[: 40 + seed % 7]) and is_of(renewed, new, papers)
        ),
        "a_version_taken_back_gives_its_own_points": is_of(taken_back, current, papers),
        "a_repeated_night_gives_the_same_and_asks_for_nothing": bool(
            dict(first["points"]) == dict(repeated["points"])
            and list(first["opened"]) == list(repeated["opened"])
            and asked_again == 0
        ),
        "only_new_papers_are_scored": asked_for_more,
        "nothing_is_scored_twice_in_a_night": once,
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail. How much of the night's list the recount has too."""
    facts = variants.port(seed)
    old, current, new = facts["names"]
    with tempfile.TemporaryDirectory() as scratch:
        registry = Watched(_registry(modules, Path(scratch) / "a", facts, [old, current]))
        stream = Stream(facts["declared"], registry, (new, facts["weights"][new]), facts["after"])
        made = modules["night"].run(registry, modules["store"].Store(variants.earlier(facts)), stream, facts["places"])
    scores = {paper["id"]: variants.points(facts["weights"][current], paper) for paper in facts["declared"]}
    right = set(variants.opened(scores, facts["places"]))
    late = {paper["id"] for paper in facts["declared"][facts["after"] :]}
    opened = set(made["opened"])
    return {
        "common": len(opened & right) / facts["places"],
        "late": len(opened & late) / facts["places"],
        "late_right": len(right & late) / facts["places"],
        "waited": len(opened & facts["waited"]) / facts["places"],
        "waited_right": len(right & facts["waited"]) / facts["places"],
        "calls_share": len(registry.calls) / len(facts["declared"]),
    }


def modules(names=("registry", "store", "night")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
