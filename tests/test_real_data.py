"""Real data, where it lies beside the project: not shipped, and the tests skip without it."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

from tests.benchmarks.measured import once
from tests.conftest import SHARED, Run

ESSAYS = SHARED / "data" / "scoring" / "immer_data.immer01a.csv"
PAPERS = SHARED / "data" / "sourcing" / "arxiv_ml_2025_2026_sample60k.jsonl.xz"

ROLE = "essay-rater"


def normal_form(source: Path, target: Path) -> int:
    """Reshape immer01a (a row a scorecard: idstud, type, rater, k1..k5 on 0..3) to the normal form; return its rows.

    A student's essay of one type is a candidate; rater -> interviewer; k -> competency; 0..3 -> 1..4.
    """
    count = 0
    with source.open(newline="") as given, target.open("w", newline="") as made:
        writer = csv.writer(made)
        writer.writerow(["role", "candidate", "interviewer", "interview", "competency", "rating"])
        for row in csv.DictReader(given):
            for number in range(1, 6):
                if (value := row[f"k{number}"]) not in ("", "NA"):
                    essay = f"{row['idstud']}-{row['type']}"
                    writer.writerow([ROLE, essay, row["rater"], "essay", f"k{number}", int(value) + 1])
                    count += 1
    return count


@pytest.mark.slow
@pytest.mark.skipif(not ESSAYS.exists(), reason=f"{ESSAYS.name} is not here")
def test_twenty_thousand_real_scorecards_are_imported_and_scored_in_one_run(run: Run, tmp_path: Path) -> None:
    from hiretool import scoring

    rows = normal_form(ESSAYS, tmp_path / "essays.csv")
    assert rows > 100_000
    assert run("init", "hiring").code == 0
    done = run("--workspace", "hiring", "scorecard", "import", "essays.csv")
    assert done.code == 0, done.stderr[-500:]
    assert "23904 cards new" in done.stderr.replace(",", "")
    frame = scoring.read(tmp_path / "essays.csv")
    scores = scoring.table(frame, weights={f"k{number}": 20 for number in range(1, 6)})
    assert scores["n_ratings"].sum() == rows
    assert scores["score"].between(1, 4).all()


@pytest.mark.slow
@pytest.mark.skipif(not PAPERS.exists(), reason=f"{PAPERS.name} is not here")
def test_the_largest_file_of_papers_is_streamed(tmp_path: Path) -> None:
    """60,000 records, 165 MB when unpacked, in a process that may not hold them."""
    found = tmp_path / "found.json"
    command = [sys.executable, "-m", "hiretool", "people", "find", "diffusion", "--from", str(PAPERS)]
    _, peak_mb = once([*command, "--until", "2026-08-31", "--json", "-o", str(found)], tmp_path)
    assert '"papers_read": 60000' in found.read_text()
    assert peak_mb < 900
