"""What was checked or graded -> a page to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hiretool.document import (
    Block,
    Cell,
    Code,
    Column,
    Document,
    Facts,
    Heading,
    Paragraph,
    Part,
    Table,
    bullets,
    cells,
    inline,
)
from hiretool.exercise.bank import Checked, Counts
from hiretool.exercise.grade import Grade
from hiretool.exercise.marking import Marked
from hiretool.model import ANCHOR_LEVELS


def checked_page(found: Sequence[Checked], counted: Counts, versions: Mapping[str, str]) -> Document:
    """The report of a check: what failed first, then each question with all that was claimed of it."""
    found = sorted(found, key=lambda done: (not done.report.problems(), done.report.id))
    failed = [done for done in found if done.report.problems()]
    claims = sum(len(done.report.claims) for done in found)
    problems: list[Block] = []
    for done in failed:
        problems += [Heading(3, inline(done.report.id)), bullets(done.report.problems())]
    each = Table(
        columns=(Column("Question", width=3), Column("Claims", "right", 1), Column("Seconds", "right", 1)),
        rows=tuple(
            cells(
                Cell(inline(done.report.id), "head", "fails" if done.report.problems() else "holds"),
                str(len(done.report.claims)),
                f"{done.seconds:.1f}",
            )
            for done in found
        ),
    )
    proved: list[Block] = []
    for done in found:
        rows = tuple(
            cells(
                Cell(inline(claim.name), "head"),
                "skipped" if claim.skipped else "holds" if claim.held else "fails",
                claim.detail or "–",
            )
            for claim in done.report.claims
        )
        columns = (Column("Claim", width=4), Column("", width=1), Column("Found", width=4))
        proved += [Heading(3, inline(done.report.id)), Table(columns, rows)]
    data = {
        "ok": not failed,
        "questions": [
            {**done.report.as_dict(), "ok": not done.report.problems(), "seconds": round(done.seconds, 2)}
            for done in found
        ],
        "checked": len(found),
        "failed": len(failed),
        "claims": claims,
        "versions": dict(versions),
        "ran_with": ", ".join(f"{name} {version}" for name, version in versions.items()),
        "counts": counted.as_dict(),
    }
    parts: dict[str, Part | Sequence[Part]] = {
        "problems": problems or [Paragraph(inline("None."))],
        "each": each,
        "proved": proved,
        **counted_tables(counted),
    }
    return Document("question-check", "Check of the question bank", data, parts)


def counted_tables(counted: Counts) -> dict[str, Table]:
    """Questions by format and by role, each at the levels that it serves."""

    def table(name: str, spread: Mapping[str, Mapping[str, int]]) -> Table:
        columns = (Column(name, width=3), *(Column(level, "right", 1) for level in ("all", *ANCHOR_LEVELS)))
        rows = tuple(
            (Cell(inline(key), "head"), *(Cell(inline(str(at[level]))) for level in ("all", *ANCHOR_LEVELS)))
            for key, at in spread.items()
        )
        return Table(columns, rows)

    return {"by_format": table("Format", counted.by_format), "by_role": table("Role", counted.by_role)}


def graded_page(found: Grade) -> Document:
    """What was graded: each invariant with the variants on which it held, what it took, what the code wrote."""
    seeds = len(found.seeds)
    invariants = Table(
        columns=(Column("Invariant", width=5), Column("Held", "right", 1.2)),
        rows=tuple(
            (
                Cell(inline(name.replace("_", " ")), "head"),
                Cell(inline(f"{held} of {seeds}"), "" if held == seeds else "strong"),
            )
            for name, held in found.held.items()
        ),
    )
    errors = [f"Variant {seed}: {error}" for seed, error in found.errors.items()]
    took = Facts(
        (
            ("Ran behind", inline(found.backend)),
            ("Variants", inline(f"{seeds}, drawn anew")),
            ("Time", inline(f"{found.seconds:.1f} s")),
            ("Memory", inline(f"{found.mb:.0f} MB at the most")),
            *((("Ended", inline(found.ended)),) if found.ended else ()),
        )
    )
    parts: dict[str, Part | Sequence[Part]] = {
        "invariants": invariants if found.held else Paragraph(inline("Nothing could be compared.")),
        "errors": bullets(errors or ["None."]),
        "took": took,
        "changed": bullets(found.changed or ["None."]),
        "log": Code(found.log) if found.log.strip() else Paragraph(inline("Nothing.")),
    }
    verdict = "Every invariant held on every variant." if found.passed else "Not every invariant held."
    return Document("grade", f"Graded: {found.question}", {**found.as_dict(), "verdict": verdict}, parts)


def marked_page(question: str, found: Sequence[Marked], variant: int) -> Document:
    """Answers beside the right ones, with the known mistakes that lead to them."""
    rows = []
    for answer in found:
        verdict = "right" if answer.is_right else "; ".join(answer.mistakes) or "no known mistake leads to it"
        rows.append(cells(Cell(inline(answer.key), "head"), answer.given, str(answer.right), verdict))
    columns = (Column("Answer", width=1.5), Column("Given", width=1.5), Column("Right", width=1.5), Column("", width=4))
    data = {
        "question": question,
        "variant": variant,
        "answers": [
            {
                "key": answer.key,
                "given": answer.given,
                "right": str(answer.right),
                "is_right": answer.is_right,
                "mistakes": list(answer.mistakes),
            }
            for answer in found
        ],
    }
    return Document("marked", f"Answers: {question}", data, {"answers": Table(columns, tuple(rows))})
