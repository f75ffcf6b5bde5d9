import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from hiretool.errors import HiretoolError, NotFoundError
from hiretool.sourcing.privacy.suppressions import Suppressions, object_to
from hiretool.store import audit, sourced, suppressions, workspace
from hiretool.store.engine import reading
from hiretool.store.sourced import Saved
from hiretool.store.store import Store
from tests.store.cards import KIT, question

NAME = "Ifeoma C. Okwuosa"
FOUND = date(2026, 11, 20)


def person(name: str = NAME, *papers: str, **changes) -> Saved:
    made = Saved(
        name=name,
        papers=papers or ("2401.00001",),
        found_on=FOUND,
        query="cat:cs.LG",
        first_seen=FOUND,
        notice_due=date(2026, 12, 20),
        retain_until=date(2027, 5, 20),
        legal_basis="legitimate interest",
        balancing_test="file 7",
    )
    return replace(made, **changes)


def save(store: Store, one: Saved, **changes):
    options = {"same": lambda row: row.name == one.name, "actor": "recruiter"} | changes
    return sourced.save(store, one, **options)


def bodies(store: Store) -> str:
    with store.reading() as session:
        return "\n".join(f"{row.action} {row.body}" for row in session.query(audit.Audit).order_by(audit.Audit.seq))


def test_a_person_on_file_comes_back_as_saved(store):
    one = person(orcid="0000000218250097", identity="By name only.", note="Label shift", do_not_contact=True)
    row, new = save(store, one)
    assert new
    assert sourced.saved(store) == [row] == [replace(one, id=row.id)]


def test_saving_again_adds_papers_and_prolongs_nothing(store):
    row, _ = save(store, person())
    later = person(NAME, "2402.00002", first_seen=date(2027, 1, 1), retain_until=date(2028, 1, 1))
    again, new = save(store, later)
    assert not new
    assert again == replace(row, papers=("2401.00001", "2402.00002"))
    assert sourced.saved(store) == [again]


def test_of_two_who_save_a_person_at_once_one_adds_to_the_row_of_the_other(store):
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda number: save(store, person(NAME, f"2401.0000{number}")), range(4)))
    assert sum(new for _, new in made) == 1
    (row,) = sourced.saved(store)
    assert len(row.papers) == 4


def test_a_person_may_be_on_file_for_two_openings(store):
    for opening in ("one", "two"):
        store.remember_opening(opening, role="ml-engineer", level="mid", title="ML", actor="recruiter")
        save(store, person(opening=opening))
    assert [row.opening for row in sourced.saved(store)] == ["one", "two"]
    with pytest.raises(NotFoundError, match="Did you mean 'two'"):
        save(store, person(opening="tow"))


def test_what_cannot_be_stored_is_said(store):
    with pytest.raises(HiretoolError, match="person is blank"):
        save(store, person(" "))
    with pytest.raises(HiretoolError, match="note holds a NUL"):
        save(store, person(note="a\0b"))
    assert sourced.saved(store) == []


def test_a_change_is_logged_without_what_was_changed(store):
    row, _ = save(store, person())
    changed = sourced.change(store, row.id, actor="recruiter", action="send_notice", notice_sent=date(2026, 12, 1))
    assert sourced.saved(store) == [changed]
    assert changed.notice_sent == date(2026, 12, 1)
    assert f'send_notice {{"person":{row.id}}}' in bodies(store)
    with pytest.raises(NotFoundError, match="saved person named '99'"):
        sourced.change(store, 99, actor="recruiter", action="send_notice", notice_sent=None)


def test_the_log_names_nobody_before_and_after_a_purge_and_holds(store):
    row, _ = save(store, person(note="Okwuosa wrote three papers"))
    sourced.remove(store, {row.id}, actor="recruiter", why="person")
    said = bodies(store)
    assert not any(word in said.casefold() for word in ("okwuosa", "ifeoma", "2401", "cs.lg"))
    # Nor a digest, which whoever has the salt could try names on: it lies in the same database.
    assert store.digest(NAME) not in said
    assert store.digest("ifeoma okwuosa") not in said
    assert json.loads(said.splitlines()[-1].removeprefix("purge_people ")) == {
        "masked": 0,
        "people": [[row.id, row.id]],
        "why": "person",
    }
    assert audit.verify(store).broken is None


def test_the_number_of_a_purged_person_is_never_given_again(store):
    row, _ = save(store, person())
    sourced.remove(store, {row.id}, actor="recruiter", why="person")
    other, _ = save(store, person("Zofia Bąk"))
    assert other.id > row.id


def test_a_purge_takes_the_name_out_of_other_rows_and_leaves_them(store):
    row, _ = save(store, person())
    save(store, person("Zofia Bąk", query=f'au:"{NAME}"', note="as Okwuosa"))
    removed = sourced.remove(
        store, {row.id}, actor="recruiter", why="person", masked=lambda text: text.replace(NAME, "[removed]")
    )
    assert (removed.people, removed.masked, removed.whole) == (1, 1, True)
    (left,) = sourced.saved(store)
    assert (left.name, left.query, left.note) == ("Zofia Bąk", 'au:"[removed]"', "as Okwuosa")


def test_a_file_stays_on_the_list_after_a_purge_unless_its_path_tells_the_name(store):
    row, _ = save(store, person())
    for path in ("/tmp/letter.pdf", "/tmp/okwuosa.pdf", "/tmp/letter.pdf"):
        sourced.note_export(store, path, person=row.id)
    sourced.note_export(store, "/tmp/list.csv")
    assert sourced.exports(store) == [("/tmp/okwuosa.pdf", 1), ("/tmp/letter.pdf", 1), ("/tmp/list.csv", None)]
    sourced.remove(store, {row.id}, actor="recruiter", why="person", hints=lambda path, name: "okwuosa" in path)
    assert sourced.exports(store) == [("/tmp/letter.pdf", None), ("/tmp/list.csv", None)]
    sourced.forget_exports(store, ["/tmp/list.csv"])
    assert sourced.exports(store) == [("/tmp/letter.pdf", None)]


def test_candidates_of_the_same_name_are_counted_and_left(store):
    store.give_kit(NAME, questions=[question()], **KIT)
    assert sourced.candidates(store, lambda name: name == NAME) == 1
    assert sourced.candidates(store, lambda name: name == "Zofia Bąk") == 0


def test_a_purge_that_meets_a_reader_says_that_the_journal_is_not_empty(file):
    with Store(f"sqlite:///{file}", timeout_s=1) as store:
        row, _ = save(store, person())
        with reading(store._engine).connect() as reader:
            reader.exec_driver_sql("SELECT * FROM sourced").fetchall()
            assert not sourced.remove(store, {row.id}, actor="recruiter", why="person").whole
        assert store.rewrite()


def test_a_purge_that_cannot_get_its_turn_is_said_in_a_sentence(file):
    with Store(f"sqlite:///{file}", timeout_s=0.2) as store, store._engine.connect() as writer:
        with writer.begin(), pytest.raises(HiretoolError, match="is in use by another program"):
            store.rewrite()
        assert store.rewrite()


def test_tags_are_kept_once_and_can_be_taken_back(store):
    assert suppressions.add(store, "hide", ["b", "a", "a"], key="k", actor="recruiter", today=FOUND) == 2
    assert suppressions.add(store, "hide", ["a", "c"], key="k", actor="recruiter", today=FOUND) == 1
    assert suppressions.add(store, "contact", ["a"], key="k", actor="recruiter", today=FOUND) == 1
    assert suppressions._of(store).tags == {("hide", "a"), ("hide", "b"), ("hide", "c"), ("contact", "a")}
    assert suppressions.remove(store, "hide", ["a", "z"], actor="recruiter") == 1
    assert suppressions.remove(store, "hide", ["a", "z"], actor="recruiter") == 0
    assert ("contact", "a") in suppressions._of(store).tags
    assert audit.verify(store).rows == 4


def test_tags_of_another_key_are_refused_while_there_are_any(store):
    suppressions.add(store, "hide", ["a"], key="k", actor="recruiter", today=FOUND)
    with pytest.raises(HiretoolError, match="made with another key; nothing was changed"):
        suppressions.add(store, "hide", ["b"], key="other", actor="recruiter", today=FOUND)
    assert suppressions.remove_all(store, actor="recruiter") == 1
    suppressions.add(store, "hide", ["b"], key="other", actor="recruiter", today=FOUND)
    assert suppressions._of(store).key == "other"


def test_no_two_rows_have_one_tag_of_a_kind(store):
    from sqlalchemy.exc import IntegrityError

    from hiretool.store.models import Suppression

    with pytest.raises(IntegrityError), store.writing() as session:
        session.add_all([Suppression(kind="hide", tag="a", made_on="2026-11-20") for _ in range(2)])


def test_objections_are_read_from_either_database(tmp_path, blank_url):
    here = workspace.create(tmp_path / "hiring", database=blank_url)
    assert suppressions.listed(here) == suppressions.Listed(None, frozenset())
    with here.store() as store:
        object_to(store, here.folder, "hide", [NAME], papers=["2401.00001"], actor="recruiter", today=FOUND)
    found = Suppressions.load(here)
    assert found.hides("I. Okwuosa", ["2401.00001"])
    assert not found.hides("I. Okwuosa", ["2401.00002"])
