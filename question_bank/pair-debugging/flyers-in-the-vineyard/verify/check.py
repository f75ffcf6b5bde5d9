# hiretool-canary-b4647ec1-a025-422a-a494-d9f4c3f35082
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from collections import Counter
from pathlib import Path

import variants

SYMPTOM = "each_insect_has_the_name_that_was_learnt"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    told, (folders, nights) = variants.facts(seed), variants.recorded(seed)
    kept = variants.learnt(folders["laboratory"])
    fit, make = modules["classifier"].Classifier.fit, modules["trap"].Trap
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        data = Path(scratch) / "data"
        first = fit(str(data / "laboratory"))
        path = str(Path(scratch) / "elsewhere.npz")
        first.save(path)
        # The service has the file and nothing else of the laboratory.
        loaded = modules["classifier"].Classifier.load(path)

        def names(classifier, learnt, place, insects):
            return make(classifier, str(place)).named(insects) == variants.nearest(learnt, insects)

        def shares(classifier, learnt, place, named):
            return abs(make(classifier, str(place)).share_right() - variants.share(learnt, named)) < 1e-9

        places = {place: data / "vineyards" / place for place in told["lacking"]}
        named = all(names(loaded, kept, places[place], nights[place][0]) for place in places)
        unsaved = all(names(first, kept, places[place], nights[place][0]) for place in places)
        right = all(shares(loaded, kept, places[place], folders[f"vineyards/{place}"]) for place in places)
        counts = all(
            make(loaded, str(places[place])).counts(nights[place][0])
            == Counter(variants.nearest(kept, nights[place][0]))
            for place in places
        )
        whole = [place for place, lacking in told["lacking"].items() if lacking is None]
        night = nights[whole[0]][0]

        # A vineyard where one species was named, one where none was yet, and one with a species that nobody had recorded.
        alone = {told["species"][4]: folders[f"vineyards/{whole[0]}"][told["species"][4]]}
        stranger = {"aphid": folders["laboratory_later"][told["species"][0]] + 0.01, **folders[f"vineyards/{whole[1]}"]}
        for name, some in {"alone": alone, "none": {}, "stranger": stranger}.items():
            variants.put(Path(scratch) / name, some)
        one = names(loaded, kept, Path(scratch) / "alone", night) and shares(
            loaded, kept, Path(scratch) / "alone", alone
        )
        none = names(loaded, kept, Path(scratch) / "none", night)
        strange = names(loaded, kept, Path(scratch) / "stranger", night)
        strange = strange and shares(loaded, kept, Path(scratch) / "stranger", stranger)

        # Another laboratory, which never had two of them.
        fewer = {name: folders["laboratory"][name] for name in told["species"] if name not in told["species"][1:4:2]}
        variants.put(Path(scratch) / "fewer", fewer)
        small, knows = fit(str(Path(scratch) / "fewer")), variants.learnt(fewer)
        other = all(names(small, knows, places[place], nights[place][0]) for place in places)
        other = other and all(shares(small, knows, places[place], folders[f"vineyards/{place}"]) for place in places)
        table = modules["report"].by_vineyard(first, str(data))
        later = make(first, str(data / "laboratory_later")).share_right()
    moths = {place: variants.nearest(kept, nights[place][0]).count(variants.PEST) for place in places}
    return {
        SYMPTOM: named,
        "before_saving_it_is_the_same": unsaved,
        "the_share_is_that_of_names": right,
        "counts_are_those_of_the_names": counts,
        "where_one_species_was_named_by_hand_nothing_changes": one,
        "where_none_was_named_by_hand_nothing_changes": none,
        "a_species_that_was_not_learnt_moves_no_other": strange,
        "a_classifier_of_fewer_species_keeps_its_own_names": other,
        "the_report_tells_moths_and_shares": all(
            table[place][3] == moths[place]
            and abs(table[place][2] - variants.share(kept, folders[f"vineyards/{place}"])) < 1e-9
            for place in places
        ),
        "the_laboratory_keeps_its_share": abs(later - variants.share(kept, folders["laboratory_later"])) < 1e-9,
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    told, (folders, _nights) = variants.facts(seed), variants.recorded(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        data = Path(scratch) / "data"
        table = modules["report"].by_vineyard(modules["classifier"].Classifier.fit(str(data / "laboratory")), str(data))
    kinds = {"whole": [], "last": [], "before": [], "after": []}
    for place, lacking in told["lacking"].items():
        kind = "whole" if lacking is None else "last" if lacking == told["species"][-1] else "after"
        kind = "before" if lacking and lacking < variants.PEST else kind
        kinds[kind].append(table[place])
    found = {f"{kind}_least": min(row[2] for row in rows) for kind, rows in kinds.items()}
    found |= {f"{kind}_most": max(row[2] for row in rows) for kind, rows in kinds.items()}
    hit = kinds["before"][0]
    kept = variants.learnt(folders["laboratory"])
    return found | {
        "later": variants.share(kept, folders["laboratory_later"]),
        "moths": hit[3],
        "sticky": variants.generate(seed)["sticky"],
        "told": abs(variants.generate(seed)["hit_percent"] - 100 * hit[2])
        + abs(variants.generate(seed)["moths"] - hit[3]),
    }


def modules(names=("recordings", "classifier", "trap", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
