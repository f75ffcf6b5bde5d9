"""Which roles, rubrics and questions there are: the shipped ones, with an organization's own laid over them by id."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from hiretool import shipped
from hiretool.errors import HiretoolError, NotFoundError

ENVIRONMENT = "HIRETOOL_LIBRARY"


@dataclass(frozen=True, slots=True)
class Library:
    """Folders that each hold rubrics/ and question_bank/; a later one wins where both have an id."""

    roots: tuple[Path, ...]

    def rubric_files(self, kind: str) -> dict[str, Path]:
        """Id -> YAML file of one kind ("roles", "competencies", "formats"), sorted by id."""
        found = {
            path.stem: path
            for root in self.roots
            for path in (root / "rubrics" / kind).glob("*.yaml")
            if not path.name.startswith(".")
        }
        return dict(sorted(found.items()))

    def question_folders(self) -> dict[str, Path]:
        """Id (`format/slug`) -> folder that holds question.yaml, sorted by id."""
        found = {
            f"{path.parent.parent.name}/{path.parent.name}": path.parent
            for root in self.roots
            for path in (root / "question_bank").glob("*/*/question.yaml")
        }
        return dict(sorted(found.items()))

    def rubric_file(self, kind: str, name: str, noun: str) -> Path:
        """Raises: NotFoundError, naming what was probably meant."""
        known = self.rubric_files(kind)
        if name not in known:
            raise NotFoundError(noun, name, known)
        return known[name]

    def question_folder(self, name: str) -> Path:
        """Raises: NotFoundError, naming what was probably meant."""
        known = self.question_folders()
        if name not in known:
            raise NotFoundError("question", name, known)
        return known[name]


def library(overlay: Path | str | None = None) -> Library:
    """The shipped library with `overlay`, or the folder that HIRETOOL_LIBRARY names, laid over it.

    Raises: HiretoolError if the folder has neither rubrics/ nor question_bank/ nor translations/.
    """
    chosen = overlay or os.environ.get(ENVIRONMENT)
    if not chosen:
        return Library((shipped.root(),))
    # A question's code is run from another folder; a relative path would mean something else there.
    folder = Path(os.path.abspath(Path(chosen).expanduser()))
    if not any((folder / name).is_dir() for name in ("rubrics", "question_bank", "translations")):
        raise HiretoolError(f"{folder}: no library there; expected a folder that holds rubrics/ or question_bank/")
    return Library((shipped.root(), folder))
