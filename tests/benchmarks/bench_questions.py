"""The alarm for questions that have got out, and difficulty from scorecards, held against the truth of a simulation."""

from __future__ import annotations

import statistics

import numpy as np

from hiretool.kit import cusum, usage

INTERVIEWERS, SEVERITY, NOISE = 12, 0.4, 0.55


def scores(
    dice: np.random.Generator, candidates: int, questions: int, each: int, leak: tuple[int, int, float] | None = None
) -> tuple[list[usage.Answer], np.ndarray]:
    """Ratings 1 to 4 of a latent answer; leak: a question, from which candidate on, by how much on the latent scale."""
    ability, difficulty = dice.normal(size=candidates), 0.7 * dice.normal(size=questions)
    severity = dice.normal(0, SEVERITY, INTERVIEWERS)
    rows = []
    for candidate in range(candidates):
        for question in dice.choice(questions, each, replace=False):
            interviewer = int(dice.integers(INTERVIEWERS))
            latent = ability[candidate] - difficulty[question] - severity[interviewer] + NOISE * dice.logistic()
            if leak and question == leak[0] and candidate >= leak[1]:
                latent += leak[2]
            rating = 1 + int(latent > -1) + int(latent > 0) + int(latent > 1)
            rows.append(
                usage.Answer(f"c{candidate:05d}", f"f/q{question:03d}", f"r{interviewer}", rating, f"{candidate:06d}")
            )
    return rows, difficulty


def ranks(values: np.ndarray) -> np.ndarray:
    return np.argsort(np.argsort(values))


def main() -> None:
    dice = np.random.default_rng(0)
    for candidates in (50, 100, 200):
        raw, fitted = [], []
        for _ in range(10):
            rows, truth = scores(dice, candidates, 30, 6)
            means = [-np.mean([row.score for row in rows if row.question == f"f/q{q:03d}"]) for q in range(30)]
            fit = usage._Fit(sorted(rows, key=lambda row: row.at))
            raw.append(np.corrcoef(ranks(np.array(means)), ranks(truth))[0, 1])
            fitted.append(np.corrcoef(ranks(-fit.question), ranks(truth))[0, 1])
        print(
            f"difficulty, {candidates * 6 / 30:.0f} scores a question: rank correlation with the truth"
            f" {statistics.median(raw):.2f} raw mean, {statistics.median(fitted):.2f} adjusted"
        )
    _run_lengths(dice)
    _real(dice)


def _run_lengths(dice: np.random.Generator) -> None:
    """Normal residuals: scores between two false alarms, and scores until a shift of 0.8 points is found."""
    for spread in (0.5, 0.7, 0.9):
        alarms = looked_at = 0
        for _ in range(200):
            at = cusum.alarm(dice.normal(0, spread, 2_030))
            alarms, looked_at = alarms + (at is not None), looked_at + ((at - 30) if at else 2_000)
        delays = []
        for _ in range(400):
            at = cusum.alarm(np.concatenate([dice.normal(0, spread, 60), dice.normal(0.8, spread, 300)]))
            if at is None or at > 60:
                delays.append(300 if at is None else at - 60)
        print(
            f"alarm, spread {spread}: {looked_at / max(alarms, 1):,.0f} scores between false alarms (goal 500);"
            f" +0.8 points found after {statistics.median(delays):.0f} scores, median (goal 15)"
        )


def _real(dice: np.random.Generator) -> None:
    """The whole road: ratings of people, abilities and severities not known, a question that gets out."""
    false = scored = 0
    delays, shifts = [], []
    for _ in range(20):
        rows, _ = scores(dice, 300, 12, 4)
        found = usage.figures(rows)
        false += sum(figures.alarm_at is not None for figures in found)
        scored += sum(max(figures.scores - usage.ENOUGH, 0) for figures in found)
        rows, _ = scores(dice, 300, 12, 4, leak=(3, 150, 1.3))
        mine = [row for row in rows if row.question == "f/q003"]
        before = sum(int(row.candidate[1:]) < 150 for row in mine)
        shifts.append(np.mean([row.score for row in mine[before:]]) - np.mean([row.score for row in mine[:before]]))
        at = next(figures.alarm_at for figures in usage.figures(rows) if figures.question == "f/q003")
        if at is None or at > before:
            delays.append((at or len(mine)) - before)
    print(
        f"alarm, whole road: {false} false in {scored:,} scores;"
        f" a shift of {statistics.mean(shifts):+.2f} points is found"
        f" after {statistics.median(delays):.0f} scores, median of {len(delays)}"
    )
