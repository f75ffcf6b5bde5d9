import pytest

from hiretool.store import audit, schema, seals
from hiretool.store.store import Store
from tests.store import old
from tests.store.cards import card, rating


@pytest.fixture
def upgraded(blank_url, tmp_path):
    old.made(blank_url, tmp_path)
    with Store(blank_url) as store:
        store.migrate()
        yield store


def last_row(store):
    with store.reading() as session:
        row = session.query(audit.Audit).order_by(audit.Audit.seq.desc()).first()
        return row.seq, row.actor, row.action, row.body


def test_cards_of_an_older_hiretool_become_first_versions_sealed_by_a_row_that_says_so(upgraded):
    seq, actor, action, body = last_row(upgraded)
    assert (seq, actor, action) == (6, "hiretool", "seal_scorecards")
    assert body.startswith('{"new":[[1,4]],"seals":["')
    assert audit.verify(upgraded).rows == 6
    assert seals.verify(upgraded) == seals.Checked(scorecards=4, versions=4, wrong=())


def test_what_was_stored_is_as_it_was(upgraded):
    rows = [(row.candidate, row.interviewer, row.competency, row.rating, row.label) for row in upgraded.ratings()]
    assert rows == [
        ("Ada", "Grace", "coding", 3.0, None),
        ("Ada", "Grace", "debugging", 2.5, "mixed"),
        ("Ada", "Grace", "communication", None, None),
        ("Ada", "Bo Chen", "coding", 3.0, None),
        ("Zoë Ødegård", "Grace", "coding", None, None),
    ]
    assert upgraded.ratings(first=True) == upgraded.ratings()
    assert upgraded.changes() == []


def test_a_card_that_was_out_when_the_upgrade_came_is_still_out(upgraded):
    sealed = {(row.candidate, row.interviewer): bool(row.sealed_at) for row in upgraded.scorecards()}
    assert sealed == {
        ("Ada", "Grace"): True,
        ("Ada", "Bo Chen"): True,
        ("Zoë Ødegård", "Grace"): False,
        ("Zoë Ødegård", "نورة"): True,
    }


def test_the_old_cards_can_be_imported_again_changed_and_forgotten(upgraded):
    same = card("Ada", "Bo Chen", ratings=(rating(value=3),))
    assert upgraded.add_scorecards([same], source="x", actor="x").same == 1
    changed = card("Ada", "Bo Chen", ratings=(rating(value=1),))
    upgraded.add_scorecards([changed, card("New")], source="x", actor="x", replace=True, reason="typing error")
    (change,) = upgraded.changes()
    assert [(move.first, move.after) for move in change.moves] == [(3.0, 1.0)]
    upgraded.forget_candidate("Ada", actor="x")
    assert seals.verify(upgraded).wrong == ()
    assert audit.verify(upgraded).broken is None


def test_a_card_that_was_altered_before_the_upgrade_is_told_after_it(blank_url, tmp_path):
    old.made(blank_url, tmp_path)
    with Store(blank_url) as store:
        with store.writing() as session:
            session.execute(old.text("UPDATE rating SET rating = 4 WHERE scorecard_id = 2"))
        store.migrate()
        assert [entry.scorecard for entry in seals.verify(store).wrong] == [2]


def test_a_database_without_cards_gets_no_row(blank_url):
    with Store(blank_url) as store:
        store.migrate()
        with store.reading() as session:
            assert schema.revision(session.connection()) == schema.HEAD
        assert audit.verify(store).rows == 0
