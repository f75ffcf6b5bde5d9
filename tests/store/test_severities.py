import math
from dataclasses import dataclass
from datetime import date

import pytest

from hiretool.errors import HiretoolError, NotFoundError
from hiretool.store import audit
from hiretool.store.severities import SeverityRow
from hiretool.store.store import Store

TODAY = date(2026, 11, 26)


@dataclass
class Known:
    """A row of what a fit says of an interviewer."""

    interviewer: str
    severity: float = 0.4
    sd: float = 0.2
    n_shared: int = 9


def remember(store, role, *rows, today=TODAY):
    return store.remember_severities(role, rows, actor="tester", today=today)


def bodies(store):
    with store.reading() as session:
        return [body for (body,) in session.query(audit.Audit.body).order_by(audit.Audit.seq)]


def test_what_a_role_says_of_its_interviewers_is_kept_and_the_log_counts_it(store):
    assert remember(store, "ml-engineer", Known("Grace"), Known("نورة", -0.25, 0.3, 5)) == 2
    assert store.severities() == [
        SeverityRow("Grace", "ml-engineer", 0.4, 0.2, 9, "2026-11-26"),
        SeverityRow("نورة", "ml-engineer", -0.25, 0.3, 5, "2026-11-26"),
    ]
    assert bodies(store) == ['{"interviewers":2,"role":"ml-engineer"}']


def test_rows_of_a_frame_are_taken_as_they_are(store):
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"interviewer": ["Grace"], "severity": [0.1 + 0.2], "sd": [0.25], "n_shared": [7]})
    assert remember(store, "ml-engineer", *frame.itertuples()) == 1
    (row,) = store.severities()
    assert (type(row.severity), row.severity, row.n_shared) == (float, 0.3, 7)


def test_a_role_learnt_again_replaces_its_own_rows_and_no_others(store):
    remember(store, "a", Known("Grace"), Known("Bo"))
    remember(store, "b", Known("Grace", -1.0))
    remember(store, "a", Known("Grace", 0.9), today=date(2026, 12, 1))
    assert [(row.interviewer, row.role, row.severity, row.learnt_on) for row in store.severities()] == [
        ("Grace", "a", 0.9, "2026-12-01"),
        ("Grace", "b", -1.0, "2026-11-26"),
    ]


def test_a_role_is_left_out_of_its_own_ledger(store):
    remember(store, "a", Known("Grace"))
    remember(store, "b", Known("Grace", -1.0))
    assert [row.role for row in store.severities(besides="a")] == ["b"]


def test_the_same_again_changes_nothing(store):
    remember(store, "a", Known("Grace", 1 / 3))
    head = audit.head(store)
    assert remember(store, "a", Known("Grace", 1 / 3 + 1e-14), today=date(2027, 1, 1)) == 1
    assert audit.head(store) == head
    assert store.severities()[0].learnt_on == "2026-11-26"


def test_rows_that_know_nothing_are_left_out(store):
    nothing = Known("A", n_shared=0), Known("B", sd=math.inf), Known("C", severity=math.nan)
    assert remember(store, "a", *nothing, Known("D")) == 1
    assert [row.interviewer for row in store.severities()] == ["D"]
    assert remember(store, "a") == 0
    assert store.severities() == []


def test_a_role_without_a_name_is_refused(store):
    with pytest.raises(HiretoolError, match="The role is blank"):
        remember(store, " ", Known("Grace"))


def test_an_interviewer_can_be_forgotten_and_the_log_names_nobody(store):
    remember(store, "a", Known("Grace Hopper"), Known("Bo"))
    remember(store, "b", Known("Grace Hopper"))
    assert store.forget_interviewer_severities(" Grace Hopper", actor="tester") == 2
    assert [row.interviewer for row in store.severities()] == ["Bo"]
    assert store.digest("Grace Hopper") in bodies(store)[-1]
    assert not any("Grace" in body for body in bodies(store))


def test_an_interviewer_who_is_not_there_cannot_be_forgotten(store):
    remember(store, "a", Known("Grace Hopper"))
    with pytest.raises(NotFoundError, match="Did you mean 'Grace Hopper'"):
        store.forget_interviewer_severities("Grace Hoper", actor="tester")


def test_nothing_of_a_forgotten_interviewer_is_left_in_the_file(file):
    with Store(f"sqlite:///{file}") as store:
        remember(store, "a", Known("Zaphod Beeblebrox"))
        store.forget_interviewer_severities("Zaphod Beeblebrox", actor="tester")
        kept = b"".join(path.read_bytes() for path in file.parent.iterdir())
    assert b"Zaphod" not in kept
