"""Who objected is left out: by digests that name nobody, at each question, whatever is read again."""

from __future__ import annotations

import ast
import dataclasses
import hashlib
import hmac
import os
import re
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import hiretool
from hiretool.errors import HiretoolError
from hiretool.sourcing import first_authors
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.paper import Paper, made
from hiretool.sourcing.privacy import forms, keyring, suppressions
from hiretool.sourcing.privacy.days import months_later
from hiretool.sourcing.privacy.suppressions import WITHHELD, Suppressions
from hiretool.store import workspace
from hiretool.store.suppressions import Kind
from hiretool.store.workspace import Workspace

NAME = "Ifeoma C. Okwuosa"
TODAY = date(2026, 11, 20)


@pytest.fixture
def here(tmp_path: Path) -> Workspace:
    return workspace.create(tmp_path / "hiring")


def objecting(
    here: Workspace, *spellings: str, papers: tuple[str, ...] = (), orcid: str | None = None, kind: Kind = "hide"
) -> Suppressions:
    with here.store() as store:
        suppressions.object_to(
            store, here.folder, kind, spellings, papers=papers, orcid=orcid, actor="tester", today=TODAY
        )
    return Suppressions.load(here)


def paper(id: str, *authors: str) -> Paper:
    return made(id=id, title="Tides", authors=authors, categories=["cs.LG"], submitted=date(2026, 10, 1))


def test_without_a_workspace_or_an_objection_nobody_is_hidden(here: Workspace) -> None:
    for objections in (Suppressions.load(None), Suppressions.load(here), Suppressions.load(here.folder)):
        assert not objections
        assert not objections.hides(NAME, ["2401.00001"], "0000-0002-1825-0097")
        assert objections.byline([NAME], "2401.00001") == (NAME,)
    assert not keyring.path(here.folder).exists()


@pytest.mark.parametrize(
    "spelling", ["Ifeoma Okwuosa", "IFEOMA OKWUOSA", "Okwuosa, Ifeoma", "Ífeoma Çhidi Ökwuosa", "Ifeoma C. Okwuosa Jr."]
)
def test_a_name_alone_hides_all_who_bear_it_in_any_spelling(here: Workspace, spelling: str) -> None:
    objections = objecting(here, NAME)
    assert objections.hides(spelling)
    assert objections.hides(spelling, ["2401.09999"])


@pytest.mark.parametrize("other", ["Ifeoma Okwu", "Ife Okwuosa", "Okwuosa", "Ifeoma", "Okwuosa Ifeoma", ""])
def test_a_name_alone_hides_nobody_else(here: Workspace, other: str) -> None:
    assert not objecting(here, NAME).hides(other, ["2401.00001"])


def test_with_a_paper_only_the_one_of_that_paper_is_hidden(here: Workspace) -> None:
    objections = objecting(here, NAME, papers=("https://arxiv.org/abs/2401.00001v2",))
    assert objections.hides("Ifeoma Okwuosa", ["2402.00002", "2401.00001"])
    assert not objections.hides("Ifeoma Okwuosa", ["2402.00002"])
    assert not objections.hides("Ifeoma Okwuosa")
    assert not objections.hides("Zofia Bąk", ["2401.00001"])


@pytest.mark.parametrize("spelling", ["I. Okwuosa", "I. C. Okwuosa", "Okwuosa Ifeoma", "arXiv:2401.00001"])
def test_on_one_paper_an_initial_or_a_turned_name_is_no_other_person(here: Workspace, spelling: str) -> None:
    objections = objecting(here, NAME, papers=("2401.00001",))
    assert objections.hides(spelling, ["2401.00001"]) == ("Okwuosa" in spelling)
    assert not objections.hides(spelling, ["2401.00002"])


def test_an_orcid_hides_its_owner_under_any_name(here: Workspace) -> None:
    objections = objecting(here, NAME, orcid="https://orcid.org/0000-0002-1825-0097", papers=("2401.00001",))
    assert objections.hides("Ify Chukwu", [], "0000-0002-1825-0097")
    assert not objections.hides("Ify Chukwu", [], "0000-0001-5109-3700")
    assert not objections.hides("Ify Chukwu", [], "nonsense")


def test_two_spellings_may_be_named(here: Workspace) -> None:
    objections = objecting(here, NAME, "Ify Chukwu")
    assert objections.hides("Ifeoma Okwuosa")
    assert objections.hides("Ify Chukwu")


def test_hiding_and_not_writing_to_are_two_things(here: Workspace) -> None:
    objecting(here, NAME)
    objections = objecting(here, "Zofia Bąk", kind="contact")
    assert (objections.hides(NAME), objections.bars_contact(NAME)) == (True, False)
    assert (objections.hides("Zofia Bak"), objections.bars_contact("Zofia Bak")) == (False, True)


def test_a_person_found_is_hidden_by_any_spelling_and_any_known_paper(here: Workspace) -> None:
    papers = [paper("2401.00001", NAME, "Zofia Bąk"), paper("2401.00002", "Ifeoma Okwuosa")]
    (person,) = first_authors(papers, today=TODAY)
    assert objecting(here, NAME, papers=("2401.00001",)).hides_person(person)
    (other,) = first_authors([paper("2401.00003", "Ifeoma Okwuosa")], today=TODAY)
    assert not Suppressions.load(here).hides_person(other)


def test_a_co_author_who_objected_is_withheld_from_a_byline(here: Workspace) -> None:
    objections = objecting(here, NAME, papers=("2401.00001",))
    assert objections.byline(["Zofia Bąk", "I. Okwuosa"], "2401.00001v3") == ("Zofia Bąk", WITHHELD)
    assert objections.byline(["Zofia Bąk", "I. Okwuosa"], "2401.00002") == ("Zofia Bąk", "I. Okwuosa")


def test_a_person_is_shown_without_co_authors_who_objected(here: Workspace) -> None:
    papers = [paper("2401.00001", "Zofia Bąk", NAME), paper("2401.00002", "Zofia Bąk", NAME)]
    (person,) = first_authors(papers, today=TODAY)
    line = Acceptance("NeurIPS", 2026, "Tides", ("Zofia Bąk", NAME), "", "list.csv", "2401.00001")
    person = dataclasses.replace(person, record=tuple(papers), accepted=(line,))
    assert Suppressions.load(here).withheld(person) == person
    shown = objecting(here, NAME, papers=("2401.00001",)).withheld(person)
    bylines = {one.id: one.authors for one in shown.record}
    # Who writes with Zofia Bąk under this name is one person.
    assert bylines == {"2401.00001": ("Zofia Bąk", WITHHELD), "2401.00002": ("Zofia Bąk", WITHHELD)}
    assert {one.id: one.authors for one in shown.papers} == bylines
    assert [one.authors for one in shown.accepted] == [("Zofia Bąk", WITHHELD)]


def test_after_an_objection_and_a_new_reading_of_the_papers_the_person_is_in_no_list(here: Workspace) -> None:
    papers = [paper(f"2401.0000{number}", NAME) for number in range(1, 4)] + [paper("2401.00009", "Zofia Bąk", NAME)]

    def listed(objections: Suppressions) -> list[str]:
        people = [one for one in first_authors(papers, today=TODAY) if not objections.hides_person(one)]
        return [name for one in people for own in one.papers for name in objections.byline(own.authors, own.id)]

    assert NAME in listed(Suppressions.load(here))
    objecting(here, NAME, papers=("2401.00001", "2401.00009"))
    assert listed(Suppressions.load(here)) == ["Zofia Bąk", WITHHELD]


def test_an_objection_can_be_taken_back_and_made_twice(here: Workspace) -> None:
    objecting(here, NAME, papers=("2401.00001",))
    with here.store() as store:
        again = {"papers": ["2401.00001"], "actor": "tester"}
        assert suppressions.object_to(store, here.folder, "hide", [NAME], **again, today=TODAY) == 0
        assert suppressions.withdraw(store, here.folder, "hide", ["Okwuosa, Ifeoma"], **again) == 6
        assert suppressions.withdraw(store, here.folder, "hide", [NAME], **again) == 0
    assert not Suppressions.load(here)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"spellings": ["?!"]}, "is no name"),
        ({"spellings": [NAME], "papers": ["10.1000/182"]}, "is no arXiv id; expected one such as 2401.00001"),
        ({"spellings": [NAME], "orcid": "0000-0002-1825-0098"}, "is no ORCID iD"),
    ],
)
def test_what_cannot_be_meant_is_said_and_leaves_no_key(
    here: Workspace, typed: dict[str, list[str]], said: str
) -> None:
    with here.store() as store, pytest.raises(HiretoolError, match=said):
        suppressions.object_to(
            store,
            here.folder,
            "hide",
            typed["spellings"],
            papers=typed.get("papers", ()),
            orcid=typed.get("orcid"),
            actor="tester",
            today=TODAY,
        )
    assert not keyring.path(here.folder).exists()


# The key.


def test_the_key_is_for_its_owner_alone_and_no_two_workspaces_share_one(tmp_path: Path) -> None:
    keys = set()
    for name in ("one", "two"):
        here = workspace.create(tmp_path / name)
        objecting(here, NAME)
        file = keyring.path(here.folder)
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        keys.add(file.read_text())
    assert len(keys) == 2


def test_a_key_that_others_may_read_is_closed_again_by_the_next_objection(here: Workspace) -> None:
    objecting(here, NAME)
    keyring.path(here.folder).chmod(0o644)
    objecting(here, "Zofia Bąk")
    assert stat.S_IMODE(keyring.path(here.folder).stat().st_mode) == 0o600


def test_many_who_make_the_key_at_once_have_one(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: keyring.made(tmp_path / "key"), range(32)))
    assert keys == {keyring.read(tmp_path / "key")}
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


@pytest.mark.parametrize("state", ["gone", "another", "damaged", "short"])
def test_without_the_right_key_nothing_is_shown(here: Workspace, state: str) -> None:
    objecting(here, NAME)
    file = keyring.path(here.folder)
    file.unlink()
    if state == "another":
        keyring.made(file)
    elif state != "gone":
        file.write_text("zz" if state == "damaged" else "00")
    with pytest.raises(HiretoolError, match=r"suppression\.key is (not|damaged)"):
        Suppressions.load(here)
    with here.store() as store, pytest.raises(HiretoolError, match=r"suppression\.key is (not|damaged)"):
        suppressions.object_to(store, here.folder, "hide", ["Zofia Bąk"], actor="tester", today=TODAY)


def test_a_key_that_is_lost_for_good_is_given_up_on_purpose_only(here: Workspace) -> None:
    objecting(here, NAME)
    with here.store() as store:
        with pytest.raises(HiretoolError, match="is there; move it away first"):
            suppressions.begin_anew(store, here.folder, actor="tester")
        keyring.path(here.folder).unlink()
        assert suppressions.begin_anew(store, here.folder, actor="tester") == 1
    assert objecting(here, "Zofia Bąk").hides("Zofia Bak")


def test_the_database_alone_does_not_tell_whom_a_digest_means(here: Workspace) -> None:
    objecting(here, NAME, papers=("2401.00001",), orcid="0000-0002-1825-0097")
    folder = here.folder
    stored = b"".join(file.read_bytes() for file in folder.glob("hiretool.db*"))
    with here.store() as store:
        salted = [store.digest(text) for text in (NAME, forms.name(NAME), forms.initial(NAME), "2401.00001")]
    unkeyed = [keyring.tag(b"", "hide", "name", forms.name(NAME)), keyring.tag(b"", "hide", "some", "i okwuosa")]
    for text in (NAME, "okwuosa", "2401.00001", "1825", *salted, *unkeyed):
        assert text.encode() not in stored
    # And with the key it can be told, so that the search above is a search.
    key = keyring.read(keyring.path(folder))
    assert key
    assert keyring.tag(key, "hide", "some", "i okwuosa").encode() in stored


def test_a_team_shares_objections_by_sharing_the_key(tmp_path: Path) -> None:
    ours = workspace.create(tmp_path / "ours")
    theirs = workspace.create(tmp_path / "theirs", database=ours.settings.database)
    objecting(ours, NAME)
    with pytest.raises(HiretoolError, match="from the workspace of a colleague who uses the same database"):
        Suppressions.load(theirs)
    keyring.path(theirs.folder).write_text(keyring.path(ours.folder).read_text())
    assert Suppressions.load(theirs).hides(NAME)


def test_a_database_of_an_older_hiretool_has_no_objections(here: Workspace) -> None:
    import sqlite3

    connection = sqlite3.connect(here.folder / "hiretool.db")
    connection.execute("DROP TABLE suppression")
    connection.commit()
    connection.close()
    assert not Suppressions.load(here)


def test_a_database_that_is_gone_is_said(here: Workspace) -> None:
    (here.folder / "hiretool.db").unlink()
    with pytest.raises(HiretoolError, match="does not exist"):
        Suppressions.load(here)


def test_asking_needs_no_database_library(here: Workspace) -> None:
    objecting(here, NAME)
    program = (
        "import sys; from pathlib import Path\n"
        "from hiretool.sourcing.privacy.suppressions import Suppressions\n"
        f"found = Suppressions.load(Path({str(here.folder)!r})).hides({NAME!r})\n"
        "sys.exit(not found or bool({'sqlalchemy', 'pandas', 'numpy', 'requests'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_ten_thousand_people_are_asked_about_in_half_a_second() -> None:
    key = bytes(range(32))
    names = [f"Fo{number % 97} Q. Su{number % 9973}" for number in range(10_000)]
    tags = [
        ("hide", tag) for name in names[:1000] for tag in suppressions._tags(key, "hide", [name], ["2401.00001"], None)
    ]
    objections = Suppressions(key, tags)
    papers = ["2401.00001", *(f"2402.0000{number}" for number in range(4))]
    begun = time.process_time()
    hidden = sum(objections.hides(name, papers) for name in names)
    assert time.process_time() - begun < 1.5
    assert hidden >= 1000


# What goes into the digests.


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ifeoma C. Okwuosa", "ifeoma okwuosa"),
        ("J.-P. O’Neill-Ortiz Jr.", "j oneillortiz"),
        ("Nguyễn Hoài Thương Vy", "nguyen vy"),
        ("Łukasz Þór Đặng", "lukasz dang"),
        ("İpek Straße", "ipek strasse"),
        ("Abūl Kāsim ibn Zuhr", "abul zuhr"),
        ("李明", "李明"),
        ("Sólveig", "solveig"),
        ("van der Berg, Anna", "anna berg"),
        ("Faria, Jr.", "faria jr"),
    ],
)
def test_forms_are_what_they_were_when_the_first_objection_was_recorded(text: str, form: str) -> None:
    """A change here makes objections void; see forms.py."""
    assert forms.name(text) == form


def test_digests_are_what_they_were_when_the_first_objection_was_recorded() -> None:
    """As above: a known answer, so that no change of the encoding goes unnoticed."""
    by_hand = hmac.new(bytes(32), b"4:hide4:name14:ifeoma okwuosa", hashlib.sha256).hexdigest()
    assert keyring.tag(bytes(32), "hide", "name", "ifeoma okwuosa") == by_hand
    assert by_hand.startswith("55e0d5a9")
    assert keyring.tag(bytes(32), "ab", "c") != keyring.tag(bytes(32), "a", "bc")


@given(st.text())
def test_any_text_has_a_form_and_it_is_its_own(text: str) -> None:
    once = forms.name(text)
    assert forms.name(once) == once or not forms.parts(text)
    forms.initial(text), forms.turned(text), forms.paper(text), forms.orcid(text)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2401.00001v12", "2401.00001"),
        ("arXiv:2401.00001", "2401.00001"),
        ("https://arxiv.org/pdf/2401.00001v1.pdf", "2401.00001"),
        ("math.GT/0506342", "math/0506342"),
        ("MATH/0506342v3", "math/0506342"),
    ],
)
def test_one_paper_has_one_form(text: str, form: str) -> None:
    assert forms.asked_paper(text) == form


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 120))
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or later.day < day.day <= 31


# What is never inferred.

INFERRED = re.compile(
    r"gender|\bsex\b|ethnic|\brac(?:e|es|ial)\b|nationalit|religio|\bages?\b|birth|origin_of_name|name_origin|"
    r"hispanic|asian|caucasian|male\b|pronoun",
    re.IGNORECASE,
)


def test_no_gender_origin_or_age_is_inferred_anywhere_in_sourcing() -> None:
    package = Path(hiretool.__file__).parent / "sourcing"
    found = set()
    for file in package.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for field in ("id", "attr", "arg", "name"):
                word = getattr(node, field, None)
                if isinstance(word, str) and INFERRED.search(word.replace("_", " ")):
                    found.add(f"{file.relative_to(package)}: {word}")
    assert not found


@pytest.mark.parametrize("word", ["gender", "estimated_ethnicity", "age", "author_age", "race", "date_of_birth"])
def test_the_search_for_it_would_find_it(word: str) -> None:
    assert INFERRED.search(word.replace("_", " "))


@pytest.mark.parametrize("word", ["page", "pages", "language", "average", "message", "coverage", "tracer", "trace"])
def test_the_search_for_it_takes_no_other_word_for_it(word: str) -> None:
    assert not INFERRED.search(word)


def test_a_folder_may_stand_for_its_workspace(here: Workspace) -> None:
    objecting(here, NAME)
    assert Suppressions.load(here.folder).hides(NAME)
    with pytest.raises(HiretoolError, match="is no workspace"):
        Suppressions.load(Path(os.devnull).parent)
