"""Place names: those of the gazetteer, and those that come in."""

import json
import unicodedata
from pathlib import Path


def clean(name: str) -> str:
    """One spelling for one name: no capitals, letters in one piece with their marks, single spaces."""
    return " ".join(unicodedata.normalize("NFC", name.casefold()).split())


def gazetteer(path: Path) -> list[str]:
    """The name of each place; its number is where it stands."""
    return [clean(name) for name in json.loads(Path(path).read_text(encoding="utf-8"))]


def slips(names: list[str]) -> list[tuple[str, int]]:
    """Each name with a letter left out of its middle, and the number of the place."""
    return [(name[: len(name) // 2] + name[len(name) // 2 + 1 :], number) for number, name in enumerate(names)]


def requests(path: Path) -> list[tuple[str, int]]:
    """(name as it came in, number of the place at which the traveller arrived)."""
    return [(row["name"], row["place"]) for row in json.loads(Path(path).read_text(encoding="utf-8"))]
