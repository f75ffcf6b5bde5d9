"""A kit as a folder: pages for interviewers and for the candidate, kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hiretool import exercise, files, kit, writers
from hiretool.cli._options import say

if TYPE_CHECKING:
    from hiretool.discover import Library
    from hiretool.document import Document


def write(
    made: kit.Kit, library: Library, folder: Path, pages: Sequence[str], loop: kit.Loop | None = None
) -> list[Path]:
    """Write the kit into a new or empty folder, all of it or nothing; return the files.

    for-interviewers/ holds the pack, the plan and the scorecards; for-candidate/ the guide and what each exercise hands
    out; both a calendar if the hours are known.
    Raises: HiretoolError if the folder holds something already or cannot be written.
    """
    with files.new_folder(folder) as scratch:
        fill(made, library, scratch, pages, loop)
    written = sorted(path for path in folder.rglob("*") if path.is_file())
    say(f"Wrote {folder} ({len(written)} files)")
    return written


def fill(made: kit.Kit, library: Library, folder: Path, pages: Sequence[str], loop: kit.Loop | None = None) -> None:
    """Write the files of the kit into a folder that is there. loop: when its conversations are; no hours if None."""
    loop = loop or kit.arranged(made)
    inside, outside = folder / "for-interviewers", folder / "for-candidate"
    cards = kit.blank(
        made.role, library, rounds=[entry.round for entry in made.rounds], level=made.level, candidate=made.candidate
    )
    for format in pages:
        _write(kit.pack(made, library), inside / "pack", format)
        _write(cards, inside / "scorecards", format)
        _write(kit.plan(loop), inside / "plan", format)
        _write(kit.guide(made, library, contact=loop.contact), outside / "guide", format)
    for format in ("csv", "xlsx"):
        _write(cards, inside / "scorecards", format)
    _write(kit.overview(made), inside / "kit", "json")
    if all(meeting.starts for meeting in loop.meetings):
        files.write(inside / "interviews.ics", kit.calendar(loop, for_candidate=False))
        files.write(outside / "interviews.ics", kit.calendar(loop, for_candidate=True))
    for entry in made.rounds:
        for number, task in enumerate(entry.tasks, start=1):
            # A question's own name can say what is to be found.
            folder = outside / entry.round.id / (f"part-{number}" if len(entry.tasks) > 1 else "exercise")
            exercise.start(task.entry, folder, seed=task.variant, candidate=made.candidate)


def _write(document: Document, stem: Path, format: str) -> None:
    stem.parent.mkdir(parents=True, exist_ok=True)
    files.write(stem.with_name(stem.name + writers.suffix(format)), writers.write(document, format))
