import hashlib
import hmac
import itertools
import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from hiretool.errors import HiretoolError, Problems
from hiretool.store import audit, seals
from hiretool.store.cards import Added
from hiretool.store.models import Scorecard, Version
from hiretool.store.seals import Checked
from hiretool.store.store import Store
from tests.store.cards import card, rating

WHY = {"replace": True, "reason": "typing error"}


def added(store: Store, *cards, **options):
    return store.add_scorecards(cards, source="test.csv", actor="recruiter", **options)


def values(store, **options):
    return [(row.candidate, row.competency, row.rating) for row in store.ratings(**options)]


def bodies(store):
    with store.reading() as session:
        return [json.loads(body) for (body,) in session.query(audit.Audit.body).order_by(audit.Audit.seq)]


def wrong(store):
    return [(entry.scorecard, entry.problem) for entry in seals.verify(store).wrong]


def tamper(store, *statements):
    with store.writing() as session:
        for statement in statements:
            session.execute(text(statement))


def test_each_card_has_a_seal_of_its_own_in_the_log(store):
    added(store, card("Ada"), card("Bo"))
    added(store, card("Cy"))
    first, second = bodies(store)
    assert (first["new"], len(first["seals"])) == ([[1, 2]], 2)
    assert (second["new"], len(second["seals"])) == ([[3, 3]], 1)
    assert seals.verify(store) == Checked(scorecards=3, versions=3, wrong=())


def test_a_seal_can_be_recomputed_by_anybody_who_has_the_card_and_its_nonce(store):
    added(store, card(ratings=(rating("b", 2.5, label="mixed"), rating("a", None, note="ü"))))
    with store.reading() as session:
        salt = session.execute(text("SELECT value FROM setting WHERE name = 'salt'")).scalar_one()
        nonce = session.query(Version.nonce).scalar()
    said = [["a", None, None, "ü"], ["b", 2.5, "mixed", ""]]
    listed = ["ml-engineer", "Ada", "Grace", "coding", "yes", "2026-10-01T14:30Z", said]
    digest = hmac.new(salt.encode(), json.dumps(listed, separators=(",", ":")).encode(), hashlib.sha256).hexdigest()
    sealed = json.dumps([digest, 1, ""], separators=(",", ":")).encode()
    assert bodies(store)[0]["seals"] == [hmac.new(nonce.encode(), sealed, hashlib.sha256).hexdigest()]


def test_one_card_twice_would_have_two_seals(store):
    added(store, card("Ada"))
    with store.reading() as session:
        nonces = {seals.nonce() for _ in range(50)} | set(session.scalars(text("SELECT nonce FROM scorecard_version")))
    assert len(nonces) == 51
    assert len({seals.seal(nonce, "digest", version=1, reason="") for nonce in nonces}) == 51


def test_a_changed_card_needs_a_reason(store):
    added(store, card(), card("Bo"))
    changed = card(recommendation="no")
    for half in ({"replace": True}, {"replace": True, "reason": " "}, {"reason": "typing error"}):
        with pytest.raises(Problems, match=r"Nothing was stored\. --replace with --reason TEXT puts one in place"):
            added(store, changed, **half)
    assert added(store, card(), card("Bo"), replace=True) == Added(new=0, same=2, replaced=0)
    assert added(store, changed, card("Bo"), **WHY) == Added(new=0, same=1, replaced=1)


@pytest.mark.parametrize(("reason", "said"), [("x" * 201, "longer than 200"), ("a\nb", "control character")])
def test_a_reason_is_one_line(store, reason, said):
    added(store, card())
    with pytest.raises(HiretoolError, match=f"The reason .*{said}"):
        added(store, card(recommendation="no"), replace=True, reason=reason)


def test_scores_use_the_card_as_corrected_and_the_first_can_be_had(store):
    added(store, card(ratings=(rating(value=2), rating("debugging", None))), card("Bo"))
    added(store, card(ratings=(rating(value=3), rating("ml-systems", 4))), **WHY)
    assert values(store) == [("Ada", "coding", 3), ("Ada", "ml-systems", 4), ("Bo", "coding", 3)]
    assert values(store, first=True) == [("Ada", "coding", 2), ("Ada", "debugging", None), ("Bo", "coding", 3)]


def test_the_first_stays_the_first_through_many_changes(store):
    for value in (1, 2, 3, 1):
        added(store, card(ratings=(rating(value=value, note=f"note {value}", label="mixed"),)), **WHY)
    assert [(row.rating, row.note, row.label) for row in store.ratings(first=True)] == [(1, "note 1", "mixed")]
    assert values(store) == [("Ada", "coding", 1)]
    assert seals.verify(store) == Checked(scorecards=1, versions=4, wrong=())


def test_a_first_card_without_ratings_is_kept_too(store):
    added(store, card(ratings=()))
    added(store, card(), **WHY)
    assert store.ratings(first=True) == []
    assert len(store.ratings()) == 1


def test_what_was_given_out_and_comes_back_filled_in_is_no_change(store):
    out = card(recommendation="", ratings=(rating(value=None),))
    added(store, out)
    assert added(store, card()) == Added(new=0, same=0, replaced=1)
    assert values(store, first=True) == values(store) == [("Ada", "coding", 3)]
    assert store.changes() == []
    assert added(store, out) == Added(new=0, same=1, replaced=0)
    assert values(store) == [("Ada", "coding", 3)]


def test_a_file_imported_again_after_a_correction_changes_nothing(store):
    first, second = card(), card(recommendation="no")
    added(store, first)
    added(store, second, **WHY)
    head = audit.head(store)
    for one in (first, second):
        assert added(store, one) == Added(new=0, same=1, replaced=0)
    assert audit.head(store) == head
    assert [row.recommendation for row in store.ratings()] == ["no"]


def test_the_first_can_be_put_back_with_a_reason(store):
    added(store, card())
    added(store, card(recommendation="no"), **WHY)
    assert added(store, card(), replace=True, reason="it was right").replaced == 1
    assert [change.reason for change in store.changes()] == ["typing error", "it was right"]
    assert seals.verify(store).wrong == ()


BY_HAND = {
    "a rating": ["UPDATE rating SET rating = 4 WHERE scorecard_id = 2"],
    "a blank": ["UPDATE rating SET rating = NULL WHERE scorecard_id = 2"],
    "a label": ["UPDATE rating SET label = 'mixed' WHERE scorecard_id = 2"],
    "a note": ["UPDATE rating SET note = 'brilliant' WHERE scorecard_id = 2"],
    "a rating more": ["INSERT INTO rating VALUES (2, 'other', 9, 4, NULL, '')"],
    "a rating less": ["DELETE FROM rating WHERE scorecard_id = 2"],
    "the recommendation": ["UPDATE scorecard SET recommendation = 'strong_yes' WHERE id = 2"],
    "the hour": ["UPDATE scorecard SET submitted_at = '2026-09-01' WHERE id = 2"],
    "the interviewer": ["UPDATE scorecard SET interviewer = 'Somebody' WHERE id = 2"],
    "the candidate": ["UPDATE scorecard SET candidate_id = 1, interview = 'x' WHERE id = 2"],
    "the candidate's name": ["UPDATE candidate SET name = 'Somebody' WHERE id = 2"],
    "the reason": ["UPDATE scorecard_version SET reason = 'x' WHERE scorecard_id = 2 AND version = 2"],
    "the nonce": ["UPDATE scorecard_version SET nonce = 'x' WHERE scorecard_id = 2 AND version = 2"],
    "the row": ["UPDATE scorecard_version SET sealed_in = 1 WHERE scorecard_id = 2 AND version = 2"],
    "whether it was out": ["UPDATE scorecard_version SET handed_in = NOT handed_in WHERE scorecard_id = 2"],
    "the first version": ["UPDATE scorecard_version SET content = replace(content, '3.0', '1.0') WHERE version = 1"],
    "the first's form": ["UPDATE scorecard_version SET content = 'x' WHERE scorecard_id = 2 AND version = 1"],
    "the first's shape": ["UPDATE scorecard_version SET content = '[[]]' WHERE scorecard_id = 2 AND version = 1"],
    "the first gone": ["DELETE FROM scorecard_version WHERE scorecard_id = 2 AND version = 1"],
    "the seal gone": ["DELETE FROM scorecard_version WHERE scorecard_id = 2"],
    "the card gone": [
        "DELETE FROM scorecard_version WHERE scorecard_id = 2",
        "DELETE FROM rating WHERE scorecard_id = 2",
        "DELETE FROM scorecard WHERE id = 2",
    ],
    "a version more": ["INSERT INTO scorecard_version SELECT 2, 3, 1, nonce, handed_in, '', '{}' "
                       "FROM scorecard_version WHERE scorecard_id = 2 AND version = 2"],
}  # fmt: skip


@pytest.mark.parametrize("statements", BY_HAND.values(), ids=BY_HAND)
def test_a_card_that_was_altered_by_hand_is_told_by_its_number(store, statements):
    added(store, card("Ada"), card("Bo"), card("Cy"))
    added(store, card("Bo", ratings=(rating(value=2),)), **WHY)
    tamper(store, *statements)
    found = wrong(store)
    assert found
    assert {number for number, _ in found} == {2}
    assert audit.verify(store).broken is None


def test_what_is_wrong_is_said_in_a_sentence(store):
    added(store, card("Ada"), card("Bo"))
    tamper(store, *BY_HAND["the seal gone"], "UPDATE rating SET rating = 4 WHERE scorecard_id = 1")
    assert wrong(store) == [
        (1, "version 1 of card 1 is not what was sealed in row 1 of the log"),
        (2, "version 1 of card 2, sealed in row 1, is gone, though nobody was forgotten"),
    ]


def test_a_card_put_in_by_hand_was_never_sealed(store):
    added(store, card("Ada"))
    with store.writing() as session:
        columns = {"role": "r", "interviewer": "i", "interview": "", "recommendation": "yes", "submitted_at": ""}
        session.add(Scorecard(candidate_id=1, source="", raw="", digest="", stored_at="", **columns))
    assert wrong(store) == [(2, "card 2 was never sealed: the log does not know it")]
    with pytest.raises(Problems, match="another one is stored"):
        added(store, card(role="r", interviewer="i", interview="", recommendation="no"))


def test_bytes_in_place_of_text_are_told_too(file):
    with Store(f"sqlite:///{file}") as store:
        added(store, card())
        tamper(store, "UPDATE rating SET note = x'00ff'")
        assert [number for number, _ in wrong(store)] == [1]


def test_a_forgotten_candidates_cards_are_not_missed_and_the_others_hold(store):
    added(store, card("Ada"), card("Bo"), card("Cy"))
    added(store, card("Bo", recommendation="no"), card("Cy", recommendation="no"), **WHY)
    assert store.forget_candidate("Bo", actor="recruiter").versions == 2
    assert seals.verify(store) == Checked(scorecards=2, versions=3, wrong=())
    assert bodies(store)[-1]["cards"] == [[2, 2]]
    tamper(store, "UPDATE rating SET rating = 1 WHERE scorecard_id = 3")
    assert [number for number, _ in wrong(store)] == [3]


def test_what_was_sealed_cannot_be_tried_out_once_the_candidate_is_forgotten(store):
    added(store, card("Ada"))
    with store.reading() as session:
        digest = session.query(Scorecard.digest).scalar()
    (sealed,) = bodies(store)[0]["seals"]
    store.forget_candidate("Ada", actor="recruiter")
    assert digest not in json.dumps(bodies(store))
    # Who knows every word of the card and the salt still has no key to the seal.
    assert sealed not in {digest, store.digest(digest), seals.seal("", digest, version=1, reason="")}
    with store.reading() as session:
        assert session.query(Version).count() == 0


def test_no_byte_of_any_version_is_left_in_the_file(file):
    secret = "Zaphod Beeblebrox"
    with Store(f"sqlite:///{file}") as store:
        for number in range(3):
            note = f"{secret} {number} " * 400
            noted = card(secret, ratings=(rating(note=note),), raw=secret * 900)
            added(store, noted, replace=True, reason=f"{secret} said so")
        assert secret.encode() in b"".join(path.read_bytes() for path in file.parent.iterdir())
        store.forget_candidate(secret, actor="recruiter")
        kept = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"Zaphod" not in kept
    assert b"Beeblebrox" not in kept


def test_a_seal_takes_no_more_than_68_bytes_of_the_log(store):
    added(store, *(card(f"candidate {number}") for number in range(300)))
    (size,) = [len(json.dumps(body, separators=(",", ":"))) for body in bodies(store)]
    assert size < 300 * 68


NUMBERS = itertools.count()
cards = st.builds(
    lambda who, interview, value, vote: ("Ada", who, interview, value, vote),
    st.sampled_from(["Grace", "Bo", "نورة"]),
    st.sampled_from(["", "coding"]),
    st.sampled_from([None, 1.0, 2.5, 4.0]),
    st.sampled_from(["", "yes", "no"]),
)
imports = st.lists(st.tuples(st.lists(cards, min_size=1, max_size=3), st.booleans()), min_size=1, max_size=4)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(imports, cards)
def test_adding_a_missing_card_never_changes_a_sealed_one(store, history, missing):
    role = f"role {next(NUMBERS)}"

    def made(candidate, who, interview, value, vote):
        parts = {"role": role, "interview": interview, "recommendation": vote, "ratings": (rating(value=value),)}
        return card(candidate, who, **parts)

    for several, replacing in history:
        one_each = {entry[:3]: made(*entry) for entry in several}.values()
        try:
            added(store, *one_each, **(WHY if replacing else {}))
        except Problems:
            assert not replacing
    before, kept = _read(store, role), _sealed(store, role)
    assert added(store, replace(made(*missing), interviewer="Missing"), **WHY).new == 1
    for now, then in zip(_read(store, role), before, strict=True):
        assert [row for row in now if row.interviewer != "Missing"] == then
    assert _sealed(store, role)[: len(kept)] == kept
    assert seals.verify(store).wrong == ()


def _read(store, role):
    return store.ratings(role), store.ratings(role, first=True), store.scorecards(role), store.changes(role)


def _sealed(store, role):
    columns = (Version.scorecard_id, Version.version, Version.sealed_in, Version.nonce, Version.content)
    with store.reading() as session:
        found = session.query(*columns).join(Scorecard).filter(Scorecard.role == role)
        return list(found.order_by(Version.scorecard_id, Version.version))
