import hashlib
import json
import tracemalloc
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from hiretool.store import audit
from hiretool.store.audit import GENESIS, Row, Verdict
from hiretool.store.store import Store

MOMENT = datetime(2026, 11, 20, 12, tzinfo=UTC)


def log(store: Store, rows: int) -> str:
    """Append so many rows. Returns: the head."""
    with store.writing() as session:
        for number in range(1, rows + 1):
            audit.append(session, "somebody", "act", {"number": number})
    return audit.head(store)


def tamper(store: Store, *statements: str) -> None:
    """What somebody does who may drop the triggers."""
    with store.writing() as session:
        if session.bind.dialect.name == "sqlite":
            triggers = session.execute(text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")).all()
            for name, _ in triggers:
                session.execute(text(f"DROP TRIGGER {name}"))
        else:
            session.execute(text("ALTER TABLE audit DISABLE TRIGGER USER"))
        for statement in statements:
            session.execute(text(statement))
        if session.bind.dialect.name == "postgresql":
            session.execute(text("ALTER TABLE audit ENABLE TRIGGER USER"))


def test_an_empty_log_holds(store):
    assert audit.head(store) == GENESIS
    assert audit.verify(store) == Verdict(rows=0, head=GENESIS)


def test_each_row_carries_the_hash_of_the_row_before_it(store):
    head = log(store, 3)
    assert audit.verify(store) == Verdict(rows=3, head=head)
    with store.reading() as session:
        rows = session.query(audit.Audit).order_by(audit.Audit.seq).all()
    assert [row.prev for row in rows] == [GENESIS, rows[0].hash, rows[1].hash]


def test_the_hash_can_be_recomputed_by_anybody_with_a_json_library(store):
    with store.writing() as session:
        head = audit.append(session, "Grüße", "act", {"b": [1, None], "a": "ü"}, at=MOMENT)
    listed = [GENESIS, 1, "2026-11-20T12:00:00+00:00", "Grüße", "act", '{"a":"\\u00fc","b":[1,null]}']
    assert head == hashlib.sha256(json.dumps(listed, separators=(",", ":")).encode()).hexdigest()


def test_a_row_that_is_rolled_back_leaves_no_gap(store):
    log(store, 1)

    def fail() -> None:
        with store.writing() as session:
            audit.append(session, "somebody", "act", {})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    log(store, 1)
    assert audit.verify(store).rows == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET actor = 'nobody' WHERE seq = 2",
        "UPDATE audit SET seq = 9 WHERE seq = 3",
        "DELETE FROM audit WHERE seq = 3",
        "DELETE FROM audit",
    ],
)
def test_changing_and_deleting_are_refused(store, statement):
    head = log(store, 3)
    with pytest.raises(DBAPIError, match="audit is append-only"), store.writing() as session:
        session.execute(text(statement))
    assert audit.verify(store) == Verdict(rows=3, head=head)


@pytest.mark.parametrize("seq", [0, 2, 3, 5])
def test_a_row_out_of_turn_is_refused(store, seq):
    log(store, 3)
    values = f"INTO audit VALUES ({seq}, 'at', 'actor', 'action', '{{}}', 'prev', 'hash')"
    with pytest.raises(DBAPIError, match="must follow the last one"), store.writing() as session:
        session.execute(text(f"INSERT {values}"))


def test_replacing_a_row_is_refused_on_sqlite_too(file):
    with Store(f"sqlite:///{file}") as store:
        log(store, 3)
        values = "(2, 'at', 'actor', 'action', '{}', 'prev', 'hash')"
        with pytest.raises(DBAPIError, match="must follow"), store.writing() as session:
            session.execute(text(f"INSERT OR REPLACE INTO audit VALUES {values}"))


def test_truncating_is_refused_on_postgresql(emptied_postgresql):
    with Store(emptied_postgresql) as store:
        log(store, 3)
        with pytest.raises(DBAPIError, match="audit is append-only"), store.writing() as session:
            session.execute(text("TRUNCATE audit"))
        assert audit.verify(store).rows == 3


@pytest.mark.parametrize(
    ("statements", "broken", "reason"),
    [
        (["UPDATE audit SET actor = 'nobody' WHERE seq = 3"], 3, "row 3 was changed after it was written"),
        (["UPDATE audit SET body = '{\"number\": 3}' WHERE seq = 3"], 3, "was changed"),
        (["UPDATE audit SET hash = '00' WHERE seq = 3"], 3, "was changed"),
        (["UPDATE audit SET prev = '00' WHERE seq = 3"], 3, "does not follow the row before it"),
        (["DELETE FROM audit WHERE seq = 3"], 3, "row 3 is missing"),
        (["DELETE FROM audit WHERE seq = 1"], 1, "row 1 is missing"),
        (["DELETE FROM audit WHERE seq = 3", "UPDATE audit SET seq = seq - 1 WHERE seq > 3"], 3, "does not follow"),
        (
            [
                "UPDATE audit SET seq = 99 WHERE seq = 2",
                "UPDATE audit SET seq = 2 WHERE seq = 3",
                "UPDATE audit SET seq = 3 WHERE seq = 99",
            ],
            2,
            "does not follow",
        ),
        (
            [
                "UPDATE audit SET seq = 6 WHERE seq = 5",
                "UPDATE audit SET seq = 5 WHERE seq = 4",
                "INSERT INTO audit SELECT 4, at, actor, action, body, prev, hash FROM audit WHERE seq = 3",
            ],
            4,
            "does not follow",
        ),
        (
            ["INSERT INTO audit SELECT 6, at, actor, action, body, hash, hash FROM audit WHERE seq = 5"],
            6,
            "was changed",
        ),
        (["INSERT INTO audit SELECT 0, at, actor, action, body, prev, hash FROM audit WHERE seq = 1"], 0, "before the"),
        (["INSERT INTO audit SELECT 8, at, actor, action, body, prev, hash FROM audit WHERE seq = 1"], 6, "is missing"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_what_somebody_did_behind_the_triggers_is_found_at_its_row(store, statements, broken, reason):
    log(store, 5)
    tamper(store, *statements)
    verdict = audit.verify(store)
    assert verdict.broken == broken
    assert reason in verdict.reason
    assert verdict.rows == max(broken - 1, 0)


def test_bytes_in_place_of_text_are_found_too(file):
    with Store(f"sqlite:///{file}") as store:
        log(store, 3)
        tamper(store, "UPDATE audit SET body = x'00ff' WHERE seq = 2")
        assert audit.verify(store).broken == 2


def test_a_cut_off_end_is_found_by_a_head_noted_earlier(store):
    early, late = log(store, 2), log(store, 3)
    assert audit.verify(store, holding=late).broken is None
    assert audit.verify(store, holding=GENESIS).broken is None
    tamper(store, "DELETE FROM audit WHERE seq > 3")
    assert audit.verify(store).broken is None
    assert audit.verify(store, holding=early).broken is None
    verdict = audit.verify(store, holding=late)
    assert verdict.broken == 4
    assert "cut off" in verdict.reason


def test_a_long_log_is_verified_in_constant_memory(file):
    with Store(f"sqlite:///{file}") as store:
        with store.writing() as session:
            for _ in range(600):
                audit.append(session, "somebody", "act", {"long": "x" * 50_000})
        tracemalloc.start()
        assert audit.verify(store).rows == 600
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert peak < 15_000_000


def test_a_digest_tells_one_text_from_another_and_needs_the_salt(store):
    assert store.digest("Ada") == store.digest("Ada")
    assert store.digest("Ada") != store.digest("ada")
    assert store.digest("Ada") != audit.digest("another salt", "Ada")


def test_two_databases_give_one_name_two_digests(tmp_path):
    digests = set()
    for name in ("one", "two"):
        with Store(f"sqlite:///{tmp_path / name}") as store:
            store.migrate()
            digests.add(store.digest("Ada"))
    assert len(digests) == 2


def chain(entries) -> list[Row]:
    rows: list[Row] = []
    for actor, action, body in entries:
        prev = rows[-1].hash if rows else GENESIS
        row = Row(len(rows) + 1, MOMENT.isoformat(), actor, action, audit.canonical(body), prev, "")
        rows.append(row._replace(hash=audit.chained(row)))
    return rows


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
bodies = st.dictionaries(words, st.none() | st.integers() | words | st.lists(st.booleans(), max_size=2), max_size=2)
entries = st.tuples(words, words, bodies)
chains = st.lists(entries, min_size=1, max_size=8).map(chain)
longer_chains = st.lists(entries, min_size=2, max_size=8).map(chain)
# On a busy machine, drawing takes longer than Hypothesis likes.
unhurried = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@unhurried
@given(chains)
def test_every_chain_that_was_appended_holds(rows):
    assert audit.verdict(rows) == Verdict(len(rows), rows[-1].hash)


@unhurried
@given(chains, st.data())
def test_any_change_of_any_field_is_found_at_its_row(rows, data):
    place = data.draw(st.integers(0, len(rows) - 1))
    name = data.draw(st.sampled_from(["at", "actor", "action", "body", "prev", "hash"]))
    changed = data.draw(words.filter(lambda word: word != getattr(rows[place], name)))
    rows[place] = rows[place]._replace(**{name: changed})
    assert audit.verdict(rows).broken == place + 1


@unhurried
@given(longer_chains, st.data())
def test_any_row_that_is_missing_but_the_last_is_found_at_its_place(rows, data):
    place = data.draw(st.integers(0, len(rows) - 2))
    assert audit.verdict(rows[:place] + rows[place + 1 :]).broken == place + 1


@unhurried
@given(longer_chains, st.data())
def test_two_rows_that_changed_places_are_found_at_the_first(rows, data):
    first = data.draw(st.integers(0, len(rows) - 2))
    second = data.draw(st.integers(first + 1, len(rows) - 1))
    one, other = rows[first], rows[second]
    rows[first], rows[second] = other._replace(seq=one.seq), one._replace(seq=other.seq)
    assert audit.verdict(rows).broken == first + 1


@unhurried
@given(chains, st.data())
def test_a_changed_row_with_its_hash_mended_is_found_at_the_next(rows, data):
    place = data.draw(st.integers(0, len(rows) - 1))
    changed = rows[place]._replace(actor=rows[place].actor + "!")
    head = rows[-1].hash
    rows[place] = changed._replace(hash=audit.chained(changed))
    assert audit.verdict(rows, holding=head).broken == place + 2
