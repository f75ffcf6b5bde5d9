import re
import time
from dataclasses import replace

import pytest

from hiretool.errors import Problems
from hiretool.store import audit, seals
from hiretool.store.cards import Added
from hiretool.store.scorecards import RatingRow, ScorecardRow
from hiretool.store.store import Store
from tests.store.cards import card, rating


def added(store: Store, *cards, **options):
    return store.add_scorecards(cards, source="test.csv", actor="recruiter", **options)


def test_ratings_come_back_in_the_normal_form_as_they_were_given(store):
    mixed = rating("debugging", 2.5, label="mixed", note="=1+1, ‘quoted’\nsecond line 🦜")
    blank = rating("communication", None)
    added(store, card(ratings=(rating(), mixed, blank)))
    common = {"role": "ml-engineer", "candidate": "Ada", "interviewer": "Grace", "interview": "coding"}
    end = {"recommendation": "yes", "submitted_at": "2026-10-01T14:30Z"}
    assert store.ratings() == [
        RatingRow(**common, competency="coding", rating=3.0, label=None, note="", **end),
        RatingRow(**common, competency="debugging", rating=2.5, label="mixed", note=mixed.note, **end),
        RatingRow(**common, competency="communication", rating=None, label=None, note="", **end),
    ]


def test_a_card_is_listed_with_how_many_it_rated_and_left_blank(store):
    added(store, card(ratings=(rating(), rating("debugging", None), rating("ml-systems", 1))), card("Bo", ratings=()))
    with store.reading() as session:
        at = session.query(audit.Audit.at).scalar()
    end = {"sealed_at": at, "changed": False, "sealed_after_shown": False}
    key = ("Grace", "coding", "yes", "2026-10-01T14:30Z", "test.csv")
    assert store.scorecards() == [
        ScorecardRow(1, "ml-engineer", "Ada", *key, rated=2, blank=1, **end),
        ScorecardRow(2, "ml-engineer", "Bo", *key, rated=0, blank=0, **end),
    ]


def test_a_card_that_only_recommends_is_kept_though_it_has_no_rating_row(store):
    added(store, card(ratings=()))
    assert store.ratings() == []
    assert [row.recommendation for row in store.scorecards()] == ["yes"]


def test_rows_can_be_asked_for_one_role(store):
    added(store, card(), card(role="data-engineer"))
    assert [row.role for row in store.ratings("data-engineer")] == ["data-engineer"]
    assert [row.role for row in store.scorecards("data-engineer")] == ["data-engineer"]
    assert store.ratings("nobody") == []


def test_rows_keep_the_order_in_which_the_cards_came(store):
    names = [f"candidate {number}" for number in range(40, 0, -1)]
    added(store, *(card(name) for name in names))
    assert [row.candidate for row in store.ratings()] == names


def test_the_same_card_again_changes_nothing_and_leaves_no_row_in_the_log(store):
    assert added(store, card()) == Added(new=1, same=0, replaced=0)
    before = audit.head(store)
    again = card(raw='{"exported": "later"}', ratings=(rating(value=3.0),))
    assert added(store, again, again) == Added(new=0, same=2, replaced=0)
    assert audit.head(store) == before


def test_the_order_of_the_ratings_does_not_make_another_card(store):
    one, two = rating("coding", 3), rating("debugging", 2)
    added(store, card(ratings=(one, two)))
    assert added(store, card(ratings=(two, one))).same == 1


@pytest.mark.parametrize(
    "change",
    [
        {"recommendation": "no"},
        {"submitted_at": "2026-10-02"},
        {"ratings": (rating(value=2),)},
        {"ratings": (rating(value=None),)},
        {"ratings": (rating(label="mixed"),)},
        {"ratings": (rating(note="more"),)},
        {"ratings": ()},
    ],
    ids=str,
)
def test_a_different_card_for_the_same_key_is_refused_by_name(store, change):
    added(store, card())
    with pytest.raises(Problems, match=r"card of 'Grace' on 'Ada' \(ml-engineer, coding\): another one is stored"):
        added(store, replace(card(), **change))
    assert [row.rating for row in store.ratings()] == [3.0]


def test_each_part_of_the_key_makes_another_card(store):
    others = {"role": "x", "candidate": "x", "interviewer": "x", "interview": ""}
    cards = [card(), *(replace(card(), **{name: value}) for name, value in others.items())]
    assert added(store, *cards).new == 5


def test_every_card_that_clashes_is_named_and_none_is_stored(store):
    added(store, card("Ada"), card("Bo"))
    clashing = [card(name, recommendation="no") for name in ("Ada", "Bo")]
    with pytest.raises(Problems) as caught:
        added(store, card("Cy"), *clashing)
    assert len(caught.value.problems) == 2
    assert len(store.scorecards()) == 2


def test_a_card_that_stands_twice_in_one_import_is_refused_if_it_differs(store):
    with pytest.raises(Problems, match="stands twice in this import"):
        added(store, card(), card(recommendation="no"), replace=True)
    assert added(store, card(), card()) == Added(new=1, same=1, replaced=0)


def test_replacing_puts_the_new_card_in_place_and_leaves_the_others(store):
    added(store, card(), card("Bo"))
    changed = card(recommendation="no", ratings=(rating("debugging", 1),))
    answer = added(store, changed, card("Bo"), replace=True, reason="the wrong form")
    assert answer == Added(new=0, same=1, replaced=1)
    first, second = store.ratings()
    assert (first.competency, first.rating, first.recommendation) == ("debugging", 1.0, "no")
    assert second.candidate == "Bo"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"candidate": "  "}, "candidate is blank"),
        ({"interviewer": ""}, "interviewer is blank"),
        ({"role": "a\0b"}, "role holds a control character"),
        ({"interview": "x" * 201}, "interview is longer than 200"),
        ({"recommendation": "maybe"}, "recommendation: expected strong_no, no, no_decision, yes, strong_yes or blank"),
        ({"ratings": (rating(value=5),)}, "coding: expected a rating of 1 to 4, or none, got 5"),
        ({"ratings": (rating(value=0),)}, "got 0"),
        ({"ratings": (rating(value=float("nan")),)}, "got nan"),
        ({"ratings": (rating(), rating())}, "coding: is rated twice"),
        ({"ratings": (rating(note="a\0b"),)}, "note holds a NUL"),
        ({"raw": "\ud800"}, "raw card holds a NUL or half a character"),
    ],
)
def test_what_cannot_be_stored_is_said_of_every_card(store, wrong, said):
    with pytest.raises(Problems, match=said) as caught:
        added(store, replace(card(), **wrong), card("Bo"), replace(card("Cy"), **wrong))
    assert len(caught.value.problems) == 2
    assert store.scorecards() == []


def test_names_as_long_as_are_taken_fit_into_the_indexes(store):
    long = "🦜" * 200
    added(store, card(long, long, role=long, interview=long, ratings=(rating(long),)))
    assert store.ratings()[0].candidate == long


def test_the_log_names_nobody(store):
    noted = rating(note="Ada was late")
    added(store, card("Ada Lovelace", "Grace Hopper", ratings=(noted,), raw='{"name": "Ada"}'))
    with store.reading() as session:
        (body,) = session.query(audit.Audit.body).one()
    assert not any(word in body for word in ("Ada", "Lovelace", "Grace", "late"))
    assert re.fullmatch(r'\{"new":\[\[1,1\]\],"replaced":\[\],"same":0,"seals":\["[0-9a-f]{64}"\]\}', body)


@pytest.mark.slow
def test_a_year_of_a_large_company_comes_in_within_seconds(store):
    cards = [
        card(
            f"candidate {number // 6}",
            f"interviewer {number % 37}",
            interview=f"interview {number % 6}",
            ratings=tuple(rating(f"competency-{place}", 1 + place) for place in range(2 + (number < 12_592))),
            raw='{"scorecard": "as it came"}' * 8,
        )
        for number in range(23_904)
    ]
    begun = time.process_time()
    assert added(store, *cards).new == 23_904
    seconds = time.process_time() - begun
    assert len(store.ratings()) == 60_400
    assert seconds < (3 if store._url.drivername == "sqlite" else 12)
    assert added(store, *cards).same == 23_904
    changed = [replace(one, recommendation="no") for one in cards[::10]]
    assert added(store, *changed, replace=True, reason="another scale").replaced == len(changed)
    assert audit.verify(store).broken is None
    assert seals.verify(store) == seals.Checked(23_904, 23_904 + len(changed), ())
