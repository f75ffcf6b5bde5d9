"""What was judged, and what each search returned."""

import csv
from collections import defaultdict
from pathlib import Path


def judgements(folder):
    """{question: {passage: grade}}, grades 0 (of no use) to 3 (answers it). Passages that nobody judged are not in there."""
    judged = defaultdict(dict)
    with (Path(folder) / "judgements.csv").open(newline="") as rows:
        for row in csv.DictReader(rows):
            judged[row["question"]][row["passage"]] = int(row["grade"])
    return dict(judged)


def returned(folder, search):
    """{question: passages, best first}, as the search wrote them. A passage that is listed twice keeps its first place."""
    found = defaultdict(dict)
    with (Path(folder) / "searches" / f"{search}.csv").open(newline="") as rows:
        for row in sorted(csv.DictReader(rows), key=lambda row: int(row["place"])):
            found[row["question"]][row["passage"]] = None
    return {question: list(passages) for question, passages in found.items()}


def searches(folder):
    return sorted(path.stem for path in (Path(folder) / "searches").glob("*.csv"))
