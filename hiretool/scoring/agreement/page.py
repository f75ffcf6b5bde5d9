"""Agreement as a document: each figure with its interval, what it means, and when not to use it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from hiretool.document import Block, Cell, Column, Document, Facts, Table, bullets, cells, inline
from hiretool.scoring.agreement.estimate import CONFIDENCE, DRAWS, Estimate
from hiretool.scoring.agreement.kappa import ENOUGH_COMMON, Pairs
from hiretool.scoring.agreement.statistics import Agreement

PAIRS_SHOWN, PAIRS_LISTED = 15, 500
"""Pairs of raters in the table for people, and in the JSON; those with the most units in common come first."""

# Key in the JSON -> name, and what it tells.
_ALPHAS = {
    "nominal": ("alpha, nominal", "same value or not"),
    "ordinal": ("alpha, ordinal", "how far apart in rank: for ratings of 1 to 4"),
    "interval": ("alpha, interval", "how far apart in points"),
    "ratio": ("alpha, ratio", "how far apart in proportion: for counts and amounts"),
}
_KAPPAS = {
    "none": ("Cohen's kappa", "same value or not, two raters at a time"),
    "linear": ("kappa, linear", "the same, by points apart"),
    "squared": ("kappa, squared", "the same, by squared points apart"),
}
_ICCS = {
    "icc1": ("ICC1", "one rating, anybody as rater"),
    "icc2": ("ICC2", "one rating, strictness counts as error"),
    "icc3": ("ICC3", "one rating, strictness does not count"),
    "icc1k": ("ICC1k", "mean of k ratings, anybody as raters"),
    "icc2k": ("ICC2k", "mean of k ratings, strictness counts"),
    "icc3k": ("ICC3k", "mean of k ratings, strictness does not count"),
}


def page(
    found: Agreement,
    *,
    title: str,
    unit: Sequence[str],
    rater: str,
    value: str,
    cluster: Sequence[str] = (),
    seed: int = 0,
) -> Document:
    """The statistics as a document; unit, rater, value and cluster name the columns that they came from."""
    coded, icc = found.coded, found.icc
    named = {name: dict(entries) for name, entries in _groups(found)}
    rows = [
        {"statistic": path, "value": one.value, "low": one.low, "high": one.high, "reason": one.reason or None}
        for path, one in _flat(found)
    ]
    data: dict[str, Any] = {
        "unit": list(unit),
        "rater": rater,
        "value": value,
        "cluster": list(cluster),
        "n_clusters": coded.n_clusters,
        "n_units": coded.n_units,
        "n_raters": len(coded.raters),
        "n_ratings": coded.n_ratings,
        "n_units_compared": coded.n_compared,
        "n_units_left_out": coded.n_left_out,
        "n_repeated": coded.n_repeated,
        "n_blank": coded.n_blank,
        "same": found.plain.same if found.plain else None,
        "within_one": found.plain.within_one if found.plain else None,
        "commonest": found.plain.commonest if found.plain else None,
        "commonest_share": found.plain.commonest_share if found.plain else None,
        **_figures(named),
        "intervals": _intervals(named),
        "reasons": {path: one.reason for path, one in _flat(found) if one.reason},
        "confidence": CONFIDENCE,
        "draws": DRAWS,
        "seed": seed,
        "raters_of_a_mean": icc.k,
        "complete": icc.complete,
        "pairs_of_raters": len(found.pairs.n) if found.pairs else 0,
        "pairs_in_the_mean": _in_the_mean(found.pairs) if found.pairs else 0,
        "pairs": list(_pairs(found.pairs, coded.raters)) if found.pairs else [],
        "notes": list(found.notes),
        "enough_common": ENOUGH_COMMON,
        "in_words": {
            "confidence": f"{CONFIDENCE:.0%}",
            "draws": f"{DRAWS:,}",
            "clusters": f"{coded.n_clusters:,}",
            "cluster": ", ".join(cluster),
            "k": f"{icc.k:.3g}" if icc.k else "k",
        },
    }
    parts: dict[str, Block] = {"facts": _facts(found, unit, rater, value)}
    if any(one.value is not None for _, one in _flat(found)):
        parts["table"] = _table(found)
    if remarks := [*found.notes, *_reasons(found)]:
        parts["notes"] = bullets(remarks)
    if found.pairs and len(found.pairs.n) > 1:
        parts["pairs"] = _pair_table(found.pairs, coded.raters)
    return Document("agreement", title, data, parts, rows=rows, foot=title)


def _groups(found: Agreement) -> Iterator[tuple[str, list[tuple[str, Estimate]]]]:
    """The statistics under the names that they have in the JSON."""
    yield "krippendorff_alpha", list(found.krippendorff.items())
    yield "cohen_kappa", [("", found.cohen["none"])]
    yield "weighted_kappa", [(name, one) for name, one in found.cohen.items() if name != "none"]
    yield "fleiss_kappa", [("", found.fleiss)]
    yield "icc", list(found.icc.estimates.items())


def _flat(found: Agreement) -> Iterator[tuple[str, Estimate]]:
    for group, entries in _groups(found):
        yield from ((f"{group}.{name}" if name else group, one) for name, one in entries)


def _figures(named: dict[str, dict[str, Estimate]]) -> dict[str, Any]:
    """Plain numbers, so that a program can take one by its name."""
    return {
        group: entries[""].value if "" in entries else {name: one.value for name, one in entries.items()}
        for group, entries in named.items()
    }


def _intervals(named: dict[str, dict[str, Estimate]]) -> dict[str, Any]:
    """The same keys with [low, high], or null."""

    def ends(one: Estimate) -> list[float] | None:
        return None if one.low is None or one.high is None else [one.low, one.high]

    return {
        group: ends(entries[""]) if "" in entries else {name: ends(one) for name, one in entries.items()}
        for group, entries in named.items()
    }


def _facts(found: Agreement, unit: Sequence[str], rater: str, value: str) -> Facts:
    coded, plain = found.coded, found.plain
    items = [
        ("What is rated", f"{coded.n_compared:,} units with two raters or more, by {', '.join(unit)}"),
        ("Who rates", f"{len(coded.raters):,}, by {rater}"),
        ("Ratings", f"{len(coded.unit):,} compared, of {coded.n_ratings:,}, by {value}"),
    ]
    if plain:
        near = "" if plain.within_one is None else f"; {plain.within_one:.0%} within one point"
        items.append(("Same rating", f"{plain.same:.0%} of the pairs{near}"))
        items.append(("Commonest", f"{plain.commonest}, {plain.commonest_share:.0%} of the ratings"))
    return Facts(tuple((term, inline(text)) for term, text in items))


def _table(found: Agreement) -> Table:
    shown = [
        *((_ALPHAS[name], one) for name, one in found.krippendorff.items()),
        (("Fleiss' kappa", "same value or not, all raters"), found.fleiss),
        *((_KAPPAS[name], one) for name, one in found.cohen.items()),
        *((_ICCS[name], one) for name, one in found.icc.estimates.items()),
    ]
    return Table(
        (
            Column("Statistic", width=2),
            Column("Value", "right", 1),
            Column(f"{CONFIDENCE:.0%} interval", width=1.6),
            Column("What it compares", width=3.4),
        ),
        tuple(
            cells(Cell(inline(name), "head"), _number(one.value), _between(one), meaning)
            for (name, meaning), one in shown
        ),
    )


def _number(value: float | None) -> str:
    return "none" if value is None else f"{value:z.2f}"


def _between(one: Estimate) -> str:
    return "none" if one.low is None or one.high is None else f"{_number(one.low)} to {_number(one.high)}"


def _reasons(found: Agreement) -> Iterator[str]:
    """Each reason once, after the names of the figures that it is about."""
    labels = {
        **{f"krippendorff_alpha.{name}": label for name, (label, _) in _ALPHAS.items()},
        "cohen_kappa": _KAPPAS["none"][0],
        **{f"weighted_kappa.{name}": label for name, (label, _) in _KAPPAS.items()},
        "fleiss_kappa": "Fleiss' kappa",
        **{f"icc.{name}": label for name, (label, _) in _ICCS.items()},
    }
    by_reason: dict[str, list[str]] = {}
    for path, one in _flat(found):
        if one.reason:
            by_reason.setdefault(one.reason, []).append(labels[path])
    everything = len(labels)
    for reason, names in by_reason.items():
        yield reason if len(names) > everything - 2 else f"{'; '.join(names)}: {reason[0].lower()}{reason[1:]}"


def _in_the_mean(pairs: Pairs) -> int:
    return int((pairs.used & ~np.isnan(pairs.kappa["none"])).sum())


def _pairs(pairs: Pairs, names: Sequence[str]) -> Iterator[dict[str, Any]]:
    for place in range(min(len(pairs.n), PAIRS_LISTED)):
        row: dict[str, Any] = {"raters": [names[pairs.one[place]], names[pairs.other[place]]]}
        row["n_units"] = int(pairs.n[place])
        for weights, name in (("none", "cohen_kappa"), ("linear", "linear"), ("squared", "squared")):
            kappa = pairs.kappa.get(weights)
            row[name] = None if kappa is None or np.isnan(kappa[place]) else float(kappa[place])
        row["in_the_mean"] = bool(pairs.used[place] and row["cohen_kappa"] is not None)
        yield row


def _pair_table(pairs: Pairs, names: Sequence[str]) -> Table:
    shown = list(_pairs(pairs, names))[:PAIRS_SHOWN]
    more = len(pairs.n) - len(shown)
    return Table(
        (
            Column("Two raters", width=3),
            Column("Units in common", "right", 1),
            Column("Kappa", "right", 1),
            Column("Linear", "right", 1),
            Column("Squared", "right", 1),
        ),
        tuple(
            cells(
                Cell(inline(" and ".join(row["raters"])), "head"),
                str(row["n_units"]),
                *(_number(row[name]) for name in ("cohen_kappa", "linear", "squared")),
            )
            for row in shown
        ),
        caption=f"The {len(shown)} pairs with the most units in common; {more:,} more." if more else "",
    )
