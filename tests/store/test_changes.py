from concurrent.futures import ThreadPoolExecutor

import pytest

from hiretool.errors import HiretoolError
from hiretool.store import audit
from hiretool.store.changes import Move
from tests.store.cards import card, rating


def added(store, *cards, reason=""):
    store.add_scorecards(cards, source="x", actor="recruiter", replace=bool(reason), reason=reason)


def rated(candidate="Ada", interviewer="Grace", value=3, **changes):
    return card(candidate, interviewer, ratings=(rating(value=value),), **changes)


def show(store, role="ml-engineer"):
    return store.shown(role, "packet build", actor="chair")


def late(store):
    return {(row.candidate, row.interviewer): row.sealed_after_shown for row in store.scorecards()}


def rows(store):
    with store.reading() as session:
        return [(row.action, row.actor, row.body) for row in session.query(audit.Audit).order_by(audit.Audit.seq)]


def test_a_change_tells_first_before_and_after_with_when_who_and_why(store):
    common = rating("debugging", 2)
    added(store, card(ratings=(rating(value=2), common, rating("theory", None))))
    added(store, card(ratings=(rating(value=3), common), recommendation="no"), reason="swapped rows")
    noted = (rating(value=4, note="saw it"), common, rating("theory", 1))
    added(store, card(ratings=noted, recommendation="no"), reason="after the debrief")
    first, second = store.changes()
    assert (first.scorecard, first.version, first.reason, first.actor) == (1, 2, "swapped rows", "recruiter")
    assert (first.first_recommendation, first.recommendation_before, first.recommendation) == ("yes", "yes", "no")
    assert first.moves == (Move("coding", 2, 2, 3, False),)
    assert (second.version, second.recommendation_before, second.recommendation) == (3, "no", "no")
    assert second.moves == (Move("coding", 2, 3, 4, True), Move("theory", None, None, 1, False))
    assert first.at < second.at
    assert (first.candidate, first.interviewer, first.interview, first.role) == tuple(
        getattr(second, name) for name in ("candidate", "interviewer", "interview", "role")
    )


def test_changes_can_be_asked_for_one_role_in_the_order_in_which_they_were_made(store):
    added(store, rated("Ada"), rated("Bo"), rated("Cy", role="data-engineer"))
    added(store, rated("Bo", value=1), reason="one")
    added(store, rated("Ada", value=1), rated("Cy", value=1, role="data-engineer"), reason="two")
    assert [change.candidate for change in store.changes("ml-engineer")] == ["Bo", "Ada"]
    assert [change.candidate for change in store.changes()] == ["Bo", "Ada", "Cy"]
    assert store.changes("nobody") == []


def test_a_card_is_listed_as_changed_with_the_hour_of_its_first_seal(store):
    added(store, rated("Ada"), rated("Bo"))
    before = {row.candidate: row.sealed_at for row in store.scorecards()}
    added(store, rated("Ada", value=1), reason="one")
    assert {row.candidate: row.changed for row in store.scorecards()} == {"Ada": True, "Bo": False}
    assert {row.candidate: row.sealed_at for row in store.scorecards()} == before


def test_a_change_of_somebody_who_was_alone_could_see_nothing(store):
    added(store, rated())
    show(store)
    added(store, rated(value=1), reason="typing error")
    (change,) = store.changes()
    assert (change.others_in, change.shown_before, change.after_shown) == (0, False, False)


def test_cards_of_others_that_came_in_before_are_counted(store):
    added(store, rated())
    added(store, rated(interviewer="Bo"), rated(interviewer="Cy"), rated("Another", "Dee"))
    added(store, rated(interviewer="Out", value=None, recommendation=""))
    added(store, rated(interviewer="Grace", interview="theory"))
    added(store, rated(value=1), reason="typing error")
    added(store, rated(interviewer="Late"))
    (change,) = store.changes()
    assert (change.others_in, change.shown_before, change.after_shown) == (2, False, True)


def test_what_came_in_with_the_same_import_was_not_there_before(store):
    added(store, rated(), rated(interviewer="Bo"))
    added(store, rated(value=1), rated(interviewer="Bo", value=1), reason="one")
    assert [change.others_in for change in store.changes()] == [1, 1]


def test_a_change_after_others_were_shown_says_so(store):
    added(store, rated(), rated(interviewer="Bo"))
    added(store, rated(value=1), reason="before")
    assert show(store)
    added(store, rated(value=2), reason="after")
    added(store, rated("Ada", "Bo", 4), reason="after, too")
    assert [change.shown_before for change in store.changes()] == [False, True, True]


def test_showing_another_role_or_before_the_others_came_in_shows_nothing_of_them(store):
    added(store, rated(), rated(role="data-engineer"))
    show(store)
    added(store, rated(interviewer="Bo"))
    show(store, "data-engineer")
    added(store, rated(value=1), reason="typing error")
    (change,) = store.changes()
    assert (change.others_in, change.shown_before) == (1, False)


def test_a_card_that_comes_in_after_others_were_shown_is_late(store):
    added(store, rated(), rated("Other"))
    added(store, rated(interviewer="Bo"))
    show(store)
    added(store, rated(interviewer="Late"), rated("New", "Grace"), rated(interviewer="Grace", interview="theory"))
    assert late(store) == {
        ("Ada", "Grace"): True,
        ("Other", "Grace"): False,
        ("Ada", "Bo"): False,
        ("Ada", "Late"): True,
        ("New", "Grace"): False,
    }


def test_a_card_that_was_out_when_others_were_shown_is_late_when_it_comes_in(store):
    added(store, rated(), rated(interviewer="Bo", value=None, recommendation=""))
    show(store)
    assert late(store) == {("Ada", "Grace"): False, ("Ada", "Bo"): False}
    added(store, rated(interviewer="Bo"))
    assert late(store) == {("Ada", "Grace"): False, ("Ada", "Bo"): True}


def test_showing_is_logged_once_until_a_card_of_the_role_comes_in_or_changes(store):
    added(store, rated(), rated("Bo"), rated("Bo", "Cy"))
    assert [show(store) for _ in range(3)] == [True, False, False]
    assert store.shown("ml-engineer", "score table", actor="chair") is False
    added(store, rated(role="data-engineer"))
    assert show(store) is False
    added(store, rated(value=1), reason="one")
    assert [show(store) for _ in range(2)] == [True, False]
    assert [body for action, _, body in rows(store) if action == "shown"] == [
        '{"candidates":2,"cards":3,"role":"ml-engineer","what":"packet build"}'
    ] * 2
    assert audit.verify(store).broken is None


def test_of_many_who_show_a_role_at_once_one_is_logged(store):
    added(store, rated())
    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda _: show(store), range(8))) == 1


def test_showing_a_role_without_cards_is_not_logged(store):
    added(store, rated(value=None, recommendation=""))
    assert show(store) is False
    assert show(store, "nobody") is False
    with pytest.raises(HiretoolError, match="role is blank"):
        show(store, "")


def test_a_forgotten_candidate_leaves_no_change_and_the_others_theirs(store):
    added(store, rated("Ada"), rated("Bo"))
    added(store, rated("Ada", value=1), rated("Bo", value=1), reason="one")
    show(store)
    store.forget_candidate("Ada", actor="recruiter")
    assert [change.candidate for change in store.changes()] == ["Bo"]
    assert show(store) is False
