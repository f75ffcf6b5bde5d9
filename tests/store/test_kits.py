from concurrent.futures import ThreadPoolExecutor

import pytest

from hiretool.errors import HiretoolError, NotFoundError, Problems
from hiretool.store import audit
from hiretool.store.kits import Given
from hiretool.store.people import Forgotten
from hiretool.store.store import Opening, Store
from tests.store.cards import KIT, card, question


def give(store, candidate, *slugs, **changes):
    return store.give_kit(candidate, questions=[question(slug) for slug in slugs], **{**KIT, **changes})


def test_a_kit_gets_a_number_and_its_questions_are_remembered(store):
    assert give(store, "Ada", "fizz", "buzz") == 1
    assert give(store, "Ada", "quux") == 2
    assert store.given_to("Ada") == {"coding/fizz", "coding/buzz", "coding/quux"}
    assert store.families_given_to("Ada") == {"fizz-family", "buzz-family", "quux-family"}


def test_nobody_was_given_anything_before(store):
    assert store.given_to("Ada") == set()
    assert store.families_given_to("Ada") == set()


def test_a_question_given_before_is_refused_by_name_and_nothing_is_stored(store):
    give(store, "Ada", "fizz", "buzz")
    with pytest.raises(Problems, match=r"'Ada' was given the question 'coding/fizz' before \(kit 1, 20\d\d-") as caught:
        give(store, " Ada ", "new", "fizz", "buzz")
    assert len(caught.value.problems) == 2
    assert "coding/new" not in store.given_to("Ada")


def test_another_version_of_the_question_is_the_same_question(store):
    give(store, "Ada", "fizz")
    with pytest.raises(Problems):
        store.give_kit("Ada", questions=[question("fizz", question_version=2)], **KIT)


def test_another_candidate_may_get_the_same_question(store):
    give(store, "Ada", "fizz")
    give(store, "ada", "fizz")
    assert store.given_to("ada") == {"coding/fizz"}


def test_a_question_cannot_stand_twice_in_a_kit(store):
    with pytest.raises(Problems, match="has the question 'coding/fizz' twice"):
        give(store, "Ada", "fizz", "fizz")


def test_of_two_who_give_a_question_at_once_one_is_told(store):
    def attempt(_):
        try:
            return give(store, "Ada", "fizz")
        except Problems:
            return None

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(attempt, range(8)), key=str) == [1] + [None] * 7


@pytest.mark.parametrize("seed", [-(2**63), 0, 2**63 - 1])
def test_a_seed_may_have_64_bits(store, seed):
    assert give(store, "Ada", "fizz", seed=seed)


def test_a_longer_seed_is_refused(store):
    with pytest.raises(HiretoolError, match="more than 64 bits"):
        give(store, "Ada", "fizz", seed=2**63)


@pytest.mark.parametrize("part", ["question_id", "family", "round"])
def test_a_question_without_a_name_is_refused(store, part):
    parts = {"question_id": "coding/fizz", "question_version": 1, "family": "f", "round": "r", part: " "}
    with pytest.raises(HiretoolError, match="is blank"):
        store.give_kit("Ada", questions=[Given(**parts)], **KIT)


def test_an_opening_is_remembered_once_and_what_is_new_about_it_too(store):
    store.remember_opening("2026-ml", role="ml-engineer", level="mid", title="ML engineer", actor="recruiter")
    head = audit.head(store)
    store.remember_opening("2026-ml", role="ml-engineer", level="mid", title="ML engineer", actor="recruiter")
    assert audit.head(store) == head
    store.remember_opening("2026-ml", role="ml-engineer", level="senior", title="ML engineer", actor="recruiter")
    store.remember_opening("2025-ml", role="ml-engineer", level="mid", title="ML engineer", actor="recruiter")
    first, second = store.openings()
    assert first.id == "2025-ml"
    assert second == Opening("2026-ml", "ml-engineer", "senior", "ML engineer", second.created_at)
    assert audit.verify(store).rows == 3


def test_a_kit_for_an_opening_that_there_is_not_is_refused(store):
    store.remember_opening("2026-ml", role="ml-engineer", level="mid", title="ML engineer", actor="recruiter")
    assert give(store, "Ada", "fizz", opening="2026-ml")
    with pytest.raises(NotFoundError, match="Did you mean '2026-ml'"):
        give(store, "Bo", "fizz", opening="2026-mi")
    assert store.given_to("Bo") == set()


def test_a_forgotten_candidate_is_gone_and_the_others_stay(store):
    for name in ("Ada", "Bo"):
        give(store, name, "fizz", "buzz")
        store.add_scorecards([card(name), card(name, interview="theory")], source="csv", actor="recruiter")
    expected = Forgotten(scorecards=2, versions=2, ratings=2, questions=2, kits=1, candidates=1)
    assert store.forget_candidate(" Ada", actor="recruiter") == expected
    assert store.given_to("Ada") == set()
    assert {row.candidate for row in store.scorecards()} == {row.candidate for row in store.ratings()} == {"Bo"}
    assert store.given_to("Bo") == {"coding/fizz", "coding/buzz"}
    assert audit.verify(store).rows == 5


def test_that_somebody_was_forgotten_can_be_shown_without_the_name_in_the_log(store):
    give(store, "Ada Lovelace", "fizz", content='{"for": "Ada Lovelace"}')
    store.forget_candidate("Ada Lovelace", actor="recruiter")
    with store.reading() as session:
        bodies = [body for (body,) in session.query(audit.Audit.body).order_by(audit.Audit.seq)]
    assert store.digest("Ada Lovelace") in bodies[-1]
    assert not any("Ada" in body for body in bodies)


def test_a_forgotten_candidates_number_is_never_given_again(store):
    give(store, "Ada", "fizz")
    store.forget_candidate("Ada", actor="recruiter")
    assert give(store, "Bo", "fizz") == 2
    with store.reading() as session:
        bodies = [body for (body,) in session.query(audit.Audit.body).order_by(audit.Audit.seq)]
    assert '"candidate":1,' in bodies[0]
    assert '"candidate":2,' in bodies[-1]


def test_a_candidate_who_is_not_there_cannot_be_forgotten(store):
    give(store, "Ada Lovelace", "fizz")
    with pytest.raises(NotFoundError, match="Did you mean 'Ada Lovelace'"):
        store.forget_candidate("Ada Lovelac", actor="recruiter")


def test_nothing_of_a_forgotten_candidate_is_left_in_the_file(file):
    secret = "Zaphod Beeblebrox"
    with Store(f"sqlite:///{file}") as store:
        give(store, secret, "fizz", content=f'{{"for": "{secret}", "much": "{"x" * 9000}"}}')
        store.add_scorecards([card(secret, raw=secret * 900)], source="csv", actor="recruiter")
        store.forget_candidate(secret, actor="recruiter")
        kept = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert secret.encode() not in kept


def test_the_latest_kits_are_told_without_samples_and_without_whom_they_were_for(store):
    give(store, "Ada", "fizz", "buzz")
    store.give_kit("Bo", questions=[question("quux"), question("shown", round="sample")], **{**KIT, "seed": 8})
    latest = store.recent_kits(most=5)
    assert [kit.seed for kit in latest] == [8, 7]
    assert [sorted(kit.questions) for kit in latest] == [["coding/quux"], ["coding/buzz", "coding/fizz"]]
    assert [kit.seed for kit in store.recent_kits(most=1)] == [8]
    assert store.given_to("Bo") == {"coding/quux", "coding/shown"}


def test_ratings_belong_to_the_questions_of_their_round(store):
    give(store, "Ada", "fizz", "buzz")
    store.give_kit("Bo", questions=[question("fizz"), question("quux", round="other")], **KIT)
    for candidate in ("Ada", "Bo"):
        store.add_scorecards([card(candidate, interview="technical")], source="test", actor="tester")
    rated = {(row.candidate, row.question, row.rating) for row in store.rated_answers()}
    assert rated == {("Ada", "coding/fizz", 3), ("Ada", "coding/buzz", 3), ("Bo", "coding/fizz", 3)}
    assert {name: count for name, (count, _) in store.times_given().items()} == {
        "coding/fizz": 2,
        "coding/buzz": 1,
        "coding/quux": 1,
    }
