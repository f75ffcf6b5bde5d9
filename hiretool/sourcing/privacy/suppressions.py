"""Whom nobody may show, and whom nobody may write to: asked before each list and before each export."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hiretool.errors import HiretoolError
from hiretool.sourcing.paper import WITHHELD
from hiretool.sourcing.privacy import forms, keyring
from hiretool.store import suppressions, workspace
from hiretool.store.suppressions import Kind

if TYPE_CHECKING:
    from hiretool.sourcing.people import Person
    from hiretool.store.store import Store
    from hiretool.store.workspace import Workspace


class Suppressions:
    """The objections of one workspace; none, where there is no workspace.

    Quick enough to ask of everybody in a list: two or three digests a person, and one more a paper for those alone
    whose name occurs in an objection.
    """

    def __init__(self, key: bytes = b"", tags: Iterable[tuple[str, str]] = ()) -> None:
        self._key, self._tags = key, frozenset(tags)
        self._kinds = frozenset(kind for kind, _ in self._tags)

    @classmethod
    def load(cls, where: Workspace | Path | None) -> Suppressions:
        """Those of a workspace, or of the one in a folder.

        Raises: HiretoolError if there are objections and the key is not there or is another one: whom they protect
        could not be told, so that nothing may be shown.
        """
        if where is None:
            return cls()
        found = workspace.open(where) if isinstance(where, Path) else where
        listed = suppressions.listed(found)
        if not listed.tags:
            return cls()
        file = keyring.path(found.folder)
        key = keyring.read(file)
        if key is None or keyring.fingerprint(key) != listed.key:
            raise HiretoolError(_unreadable(file, key))
        return cls(key, listed.tags)

    def __bool__(self) -> bool:
        """Whether anybody objected."""
        return bool(self._tags)

    def hides(self, name: str, paper_ids: Collection[str] = (), orcid: str | None = None) -> bool:
        """Whether this person may appear in no list, report or export."""
        return self._names("hide", name, paper_ids, orcid)

    def bars_contact(self, name: str, paper_ids: Collection[str] = (), orcid: str | None = None) -> bool:
        """Whether this person asked not to be written to; they may be shown, with that."""
        return self._names("contact", name, paper_ids, orcid)

    def hides_person(self, person: Person) -> bool:
        """As `hides`, for all spellings and all known papers of a person found."""
        if "hide" not in self._kinds:
            return False
        papers = {paper.id for paper in (*person.papers, *person.record)}
        return any(self.hides(name, papers) for name in dict.fromkeys((person.name, *person.spellings)))

    def bars_person(self, person: Person) -> bool:
        """As `bars_contact`, for all spellings and all known papers of a person found."""
        papers = {paper.id for paper in (*person.papers, *person.record)}
        return any(self.bars_contact(name, papers) for name in dict.fromkeys((person.name, *person.spellings)))

    def byline(self, names: Sequence[str], paper_id: str) -> tuple[str, ...]:
        """The names on a paper, without those who objected: co-authors are people too."""
        if "hide" not in self._kinds:
            return tuple(names)
        return tuple(WITHHELD if self.hides(name, (paper_id,)) else name for name in names)

    def withheld(self, person: Person) -> Person:
        """The person, with the co-authors who objected withheld from all papers and lists; for what is shown.

        To be asked after what is computed from bylines: an alphabetical one is none any more.
        """
        if "hide" not in self._kinds:
            return person
        # Whoever writes with one person under one name is one person: an objection that names one paper is for all.
        signed = defaultdict[str, list[str]](list)
        for paper in (*person.papers, *person.record):
            for name in paper.authors:
                signed[name].append(paper.id)
        for line in person.accepted:
            for name in line.authors:
                signed[name].append(line.paper_id or "")
        hidden = {name for name, papers in signed.items() if self.hides(name, papers)}
        if not hidden:
            return person

        def shown(names: Sequence[str]) -> tuple[str, ...]:
            return tuple(WITHHELD if name in hidden else name for name in names)

        known = person.known
        return replace(
            person,
            known=known and replace(known, reasons=tuple(_without(reason, hidden) for reason in known.reasons)),
            papers=tuple(replace(paper, authors=shown(paper.authors)) for paper in person.papers),
            record=tuple(replace(paper, authors=shown(paper.authors)) for paper in person.record),
            accepted=tuple(replace(line, authors=shown(line.authors)) for line in person.accepted),
        )

    def _names(self, kind: Kind, name: str, paper_ids: Collection[str], orcid: str | None) -> bool:
        if kind not in self._kinds:
            return False
        whole = forms.name(name)
        if self._has(kind, "name", whole):
            return True
        if orcid and (digits := forms.orcid(orcid)) and self._has(kind, "orcid", digits):
            return True
        for form in {whole, forms.initial(name)}:
            if self._has(kind, "some", form) and any(
                self._has(kind, "paper", form, forms.paper(paper)) for paper in paper_ids
            ):
                return True
        return False

    def _has(self, kind: Kind, *said: str) -> bool:
        return (kind, keyring.tag(self._key, kind, *said)) in self._tags


def _without(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = text.replace(name, WITHHELD)
    return text


def object_to(
    store: Store,
    folder: Path,
    kind: Kind,
    spellings: Sequence[str],
    *,
    papers: Iterable[str] = (),
    orcid: str | None = None,
    actor: str,
    today: date,
) -> int:
    """Record an objection. Returns: how many digests are new; 0 if it was recorded before.

    spellings: of the name; papers, orcid: which of those who bear it objected; without papers all of them are meant.
    Raises: HiretoolError if the key is not there, or is not the one of the objections before.
    """
    papers = list(papers)
    # Before a key is made: else a lost one would be replaced in silence, and a mistyped id would leave a new one.
    Suppressions.load(folder)
    list(_tags(b"", kind, spellings, papers, orcid))
    key = keyring.made(keyring.path(folder))
    tags = _tags(key, kind, spellings, papers, orcid)
    return suppressions.add(store, kind, tags, key=keyring.fingerprint(key), actor=actor, today=today)


def withdraw(
    store: Store,
    folder: Path,
    kind: Kind,
    spellings: Sequence[str],
    *,
    papers: Iterable[str] = (),
    orcid: str | None = None,
    actor: str,
) -> int:
    """Take an objection back, named as it was when it was recorded. Returns: how many digests went."""
    Suppressions.load(folder)
    key = keyring.read(keyring.path(folder))
    if key is None:
        return 0
    return suppressions.remove(store, kind, list(_tags(key, kind, spellings, papers, orcid)), actor=actor)


def begin_anew(store: Store, folder: Path, *, actor: str) -> int:
    """Drop the objections whose key is lost for good. Returns: how many digests went.

    Raises: HiretoolError if the key is there: then they can be read, and are to be honoured.
    """
    file = keyring.path(folder)
    if keyring.read(file) is not None:
        raise HiretoolError(f"{file} is there; move it away first if it is not the key of these objections")
    return suppressions.remove_all(store, actor=actor)


def _tags(key: bytes, kind: Kind, spellings: Sequence[str], papers: Iterable[str], orcid: str | None) -> Iterator[str]:
    asked = [forms.asked_paper(paper) for paper in papers]
    for name in map(forms.asked_name, spellings):
        if not asked:
            yield keyring.tag(key, kind, "name", forms.name(name))
        # On one and the same paper an initial, or a family name put first, is no other person.
        for form in dict.fromkeys((forms.initial(name), forms.name(name), forms.turned(name))) if asked else ():
            yield keyring.tag(key, kind, "some", form)
            for paper in asked:
                yield keyring.tag(key, kind, "paper", form, paper)
    if orcid:
        yield keyring.tag(key, kind, "orcid", forms.asked_orcid(orcid))


def _unreadable(file: Path, key: bytes | None) -> str:
    state = "is not there" if key is None else "is not the key that they were made with"
    return (
        f"People objected to being shown, and {file} {state}, so that they could not be recognized. Nothing was shown."
        " Put the right key back: from a backup, or from the workspace of a colleague who uses the same database."
        " If it is lost for good: hiretool people forget --help"
    )
