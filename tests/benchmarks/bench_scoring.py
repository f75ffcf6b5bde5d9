"""The scorer: files and workspace, published data, lme4, speed to ten million ratings, simulated hiring, the ledger.

Each section runs by itself too: `.venv/bin/python -m tests.benchmarks.scoring_recovery`.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import (
    scoring_agreement,
    scoring_ledger,
    scoring_lme4,
    scoring_real,
    scoring_recovery,
    scoring_speed,
)
from tests.benchmarks.measured import hiretool, line, median, once

SECTIONS = (scoring_real, scoring_agreement, scoring_lme4, scoring_speed, scoring_recovery, scoring_ledger)

CARDS, COMPETENCIES = 12_080, ("coding", "debugging", "experiment-design", "ml-systems", "data-work")
REPEATS = 3


def ratings(path: Path) -> int:
    """A file of CARDS scorecards with five ratings each; return the number of ratings."""
    dice = random.Random(1)
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        header = [
            "role",
            "candidate",
            "interviewer",
            "interview",
            "competency",
            "rating",
            "note",
            "recommendation",
            "submitted_at",
        ]
        writer.writerow(header)
        for number in range(CARDS):
            card = [
                "ml-engineer",
                f"candidate {number // 3}",
                f"interviewer {dice.randrange(400)} of {number % 3}",
                "design",
            ]
            said = dice.choice(["yes", "no", "strong_yes"])
            for name in COMPETENCIES:
                note = "Named two causes and a test that tells them apart." if dice.random() < 0.5 else ""
                writer.writerow([*card, name, dice.randint(1, 4), note, said, "2026-11-20T10:00:00+00:00"])
    return CARDS * len(COMPETENCIES)


def main() -> None:
    _through_files()
    for section in SECTIONS:
        section.main()


def _through_files() -> None:
    """60,400 ratings: import, score and table, from the file and through a workspace, beside a bare read by pandas."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        count = ratings(folder / "cards.csv")
        bare = "import pandas, sys; pandas.read_csv(sys.argv[1], dtype=str)"
        seconds, memory = median([sys.executable, "-c", bare, str(folder / "cards.csv")], REPEATS)
        line(f"pandas.read_csv alone, {count:,} ratings", seconds, memory, "for comparison")
        role = ("--role", "ml-engineer", "--level", "senior")
        table, peak = median(hiretool("score", "table", "cards.csv", *role, "--format", "csv"), REPEATS, folder)
        line(
            "score table FILE (import, check, score, table)",
            table,
            peak,
            f"goal 5 s, 500 MB; {table / seconds:.1f} x pandas",
        )
        once(hiretool("init", "hiring"), folder)
        stored, peak = once(hiretool("--workspace", "hiring", "scorecard", "import", "cards.csv"), folder)
        line("scorecard import FILE into a workspace (SQLite)", stored, peak, "")
        again, peak_again = median(
            hiretool("--workspace", "hiring", "score", "table", *role, "--format", "csv"), REPEATS, folder
        )
        line("score table from the workspace", again, peak_again, "")
        both = stored + again
        line("import + score + table through the workspace", both, max(peak, peak_again), "goal 5 s, 500 MB")
