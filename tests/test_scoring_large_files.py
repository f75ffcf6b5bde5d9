"""A large CSV is read block by block, and says exactly what it says row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hiretool import scoring, shipped
from hiretool.errors import HiretoolError
from hiretool.scoring import large, normal, source
from tests.conftest import Run

FILE = Path("cards.csv")
HEADER = "role,candidate,interviewer,interview,competency,rating,note,recommendation,submitted_at"
SHORT = "role,candidate,interviewer,competency,rating"


@pytest.fixture(autouse=True)
def _small_blocks() -> Iterator[None]:
    """Blocks of a few rows, so that a small file has several."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(large, "BLOCK_BYTES", 300)
        yield


def outcome(read: Callable[[Path, bytes], Any], raw: bytes) -> Any:
    """What a reader makes of a file: its reading, or the error that it ends in."""
    try:
        return read(FILE, raw)
    except HiretoolError as error:
        return str(error)


def agree(raw: bytes) -> bool:
    """Both ways give the same; False where the fast one leaves the file to the other."""
    slow = outcome(normal.row_by_row, raw)
    try:
        fast = outcome(normal.at_once, raw)
    except large.Doubt:
        return False
    if isinstance(slow, str) or isinstance(fast, str):
        assert isinstance(fast, str), slow
        # The one who reads it all first may see another problem of the file first; what is told is the slow one's.
        return bool(fast == slow)
    pd.testing.assert_frame_equal(fast.frame, slow.frame)
    assert fast.rejected == slow.rejected
    assert (fast.header, fast.ignored, fast.untouched) == (slow.header, slow.ignored, slow.untouched)
    return True


def file(*lines: str, header: str = HEADER, end: str = "\n") -> bytes:
    return "".join(f"{line}{end}" for line in (header, *lines)).encode()


def good(number: int, rating: object = 3, **more: str) -> str:
    cells = {
        "role": "engineer",
        "candidate": f"Candidate {number:03}",
        "interviewer": "Bo",
        "interview": "find-out",
        "competency": "debugging",
        "rating": str(rating),
        "note": "",
        "recommendation": "",
        "submitted_at": "",
    } | more
    target = io.StringIO()
    csv.writer(target, lineterminator="").writerow(cells.values())
    return target.getvalue()


PLAIN = [good(number) for number in range(20)]


def among(line: str) -> bytes:
    """A line that is not like the others, in the middle of a plain file."""
    return file(*PLAIN[:9], line, *PLAIN[9:])


def test_a_plain_file_is_read_at_once() -> None:
    assert agree(file(*PLAIN))
    found = normal.at_once(FILE, file(*PLAIN))
    assert len(found.frame) == 20
    assert found.frame["row"].tolist() == list(range(2, 22))


@pytest.mark.parametrize(
    "line",
    [
        *(good(99, rating) for rating in ("", "mixed", "2.5", "4.0", " 3 ", "5", "x", "'=1")),
        good(99, candidate="=cmd"),
        good(99, candidate="'=cmd"),
        good(99, candidate=" Zoe\u0308 \u200b"),
        good(99, candidate="007"),
        good(99, candidate=""),
        good(99, candidate="a\nb"),
        good(99, candidate="\ue000"),
        good(99, candidate="x" * 201),
        good(99, candidate="nan"),
        good(99, interviewer="", rating=""),
        good(99, note='said "no",\r\nthen yes'),
        good(99, note="x" * 20_001),
        good(99, recommendation="Strong yes"),
        good(99, recommendation="maybe"),
        good(99, submitted_at="2026-09-01"),
        good(99, submitted_at="1/2/2026"),
        good(3),
        good(3, rating=4),
        ",,,,,,,,",
        "",
        "   ",
        '""',
        "engineer,Ada",
        good(99) + ",",
        good(99) + ",,more",
        good(99).replace("Candidate", '"Candidate"x'),
        good(99).replace("Candidate", 'Can"didate'),
        good(99) + '"',
        good(99).replace("Candidate", "\x0bCandidate"),
        good(99).replace("Candidate", "a\rb"),
    ],
)
def test_one_odd_row_is_told_as_row_by_row(line: str) -> None:
    if not agree(among(line)):
        assert '"' in line or "\r" in line or "\ue000" in line


def test_a_card_that_recommends_two_things_is_refused_and_another_card_is_not() -> None:
    lines = [
        good(1, recommendation="yes"),
        *PLAIN[5:12],
        good(1, competency="coding", recommendation="no"),
        good(2, recommendation="no"),
    ]
    assert agree(file(*lines))
    (rejected,) = normal.at_once(FILE, file(*lines)).rejected
    assert rejected.reasons == ["recommends something else than row 2 of the same card"]


def test_a_rating_given_twice_is_found_across_blocks() -> None:
    (rejected,) = normal.at_once(FILE, file(*PLAIN, PLAIN[0])).rejected
    assert (rejected.row, rejected.reasons) == (22, ["rates again what row 2 rated"])


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n\n"])
def test_separators_line_ends_and_marks_do_not_matter(end: str, separator: str, start: str) -> None:
    text = start + file(*PLAIN, end=end).decode().replace(",", separator)
    assert agree(text.encode())
    assert agree(text.rstrip().encode())


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n",
        HEADER.encode(),
        f"{HEADER}\n".encode(),
        f"{HEADER}\n,,,,,,,,\n".encode(),
        b"role,candidate\na,b\n",
        file(*PLAIN, header=HEADER.replace("note", "notes")),
        file(*PLAIN, header=HEADER.replace("note", "")),
        file(*PLAIN, header=HEADER.replace("note", "mood")),
        file(*PLAIN).decode().encode("utf-16"),
        file(*PLAIN) + b"\xff\n",
        file(*PLAIN) + b"\0\n",
        file(*PLAIN, end="\r"),
        file(good(1, "9"), good(2, "9")),
    ],
)
def test_another_file_ends_in_the_same_words(raw: bytes) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(large, "ABOVE_BYTES", 0)
        found, slow = outcome(scoring.reading, raw), outcome(normal.row_by_row, raw)
    if isinstance(slow, str):
        assert found == slow
    else:
        pd.testing.assert_frame_equal(found.frame, slow.frame)
        assert (found.rejected, found.ignored) == (slow.rejected, slow.ignored)


NAMES = st.sampled_from(
    ["Ada", "Bo", " Ada", "Ọlá", "007", "7", "", "a,b", 'a "b"', "a\nb", "=x", "'=x", "名", "NA", "null"]
)
RATINGS = st.sampled_from(["1", "2", "3", "4", "4.0", "mixed", "Mixed", "2.5", "", " 3", "0", "yes"])
CELLS: dict[str, st.SearchStrategy[str]] = {
    "role": st.sampled_from(["engineer", "engineer", "researcher", ""]),
    "candidate": NAMES,
    "interviewer": NAMES,
    "interview": st.sampled_from(["", "one", "two"]),
    "competency": st.sampled_from(["coding", "debugging", "ml"]),
    "rating": RATINGS,
    "note": st.one_of(st.just(""), st.text(max_size=12)),
    "recommendation": st.sampled_from(["", "", "yes", "Strong no", "perhaps"]),
    "submitted_at": st.sampled_from(["", "2026-09-01", "2026-09-01T10:00Z", "1/2/26"]),
    "mood": st.sampled_from(["", "fine"]),
}
LINES = st.sampled_from(["", " ", ",", ",,,,,", '"', 'x"y,z', "a,b", "\ufeff", "\x00", ";;;"])


@st.composite
def files_of_rows(draw: st.DrawFn) -> bytes:
    names = draw(st.lists(st.sampled_from(list(CELLS)), unique=True))
    names = draw(st.permutations(list(dict.fromkeys([*SHORT.split(","), *names]))))
    separator, end = draw(st.sampled_from([",", ";", "\t"])), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    target = io.StringIO(newline="")
    all_quoted = draw(st.booleans())
    quoting: Any = csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL
    writer = csv.writer(target, delimiter=separator, lineterminator=end, quoting=quoting)
    writer.writerow(names)
    odd = draw(st.integers(0, 12))
    for number in range(draw(st.integers(0, 12))):
        writer.writerow([draw(CELLS[name]) for name in names])
        if number == odd:
            target.write(draw(LINES) + end)
    return (draw(st.sampled_from(["", "\ufeff", end])) + target.getvalue()).encode("utf-8", "replace")


@settings(max_examples=80, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(raw=files_of_rows())
@example(raw=f"{SHORT}\na,b,c,d,01\na,b,c,e,1\n".encode())
@example(raw=f'{SHORT}\n"a","b""","c","d","1"\n'.encode())
@example(raw=f'{SHORT}\n"a\nb,""",b,c,d,1\n"x",b,c,d,1'.encode())
@example(raw=f"{SHORT}\na,b,c,d\na,b,c,d,1,2\n".encode())
def test_both_ways_agree_on_any_file(raw: bytes) -> None:
    agree(raw)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(large, "ABOVE_BYTES", 0)
        found, slow = outcome(scoring.reading, raw), outcome(normal.row_by_row, raw)
    if isinstance(slow, str):
        assert found == slow
    else:
        pd.testing.assert_frame_equal(found.frame, slow.frame)
        assert (found.rejected, found.ignored, found.untouched) == (slow.rejected, slow.ignored, slow.untouched)


@settings(max_examples=25, derandomize=True, deadline=None)
@given(rows=st.lists(st.tuples(*(CELLS[name] for name in SHORT.split(","))), min_size=1, max_size=30))
def test_files_as_programs_write_them_are_not_left_to_the_slow_way(rows: Sequence[Sequence[str]]) -> None:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\n").writerows([SHORT.split(","), *rows])
    assert agree(target.getvalue().encode())


def test_a_file_too_large_for_the_slow_way_says_what_it_would_need(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "ABOVE_BYTES", 0)
    monkeypatch.setattr(source, "AT_MOST_BYTES", 100)
    assert len(scoring.read(FILE, file(*PLAIN))) == 20
    assert "quotes only around whole cells" in outcome(scoring.reading, among('x"y"'))
    assert outcome(scoring.reading, file(*PLAIN) + b"\xff\n").startswith("cards.csv:22: is not UTF-8")
    assert "lacks the column" in outcome(scoring.reading, b"a,b\n" * 50)


def many(count: int) -> bytes:
    """Five ratings a card, four cards a candidate."""
    who = np.arange(count) // 5
    names = np.array(["coding", "debugging", "ml-foundations", "communication", "values"])[np.arange(count) % 5]
    frame = pd.DataFrame({"role": "engineer", "candidate": who // 4, "interviewer": who % 97, "interview": who % 4})
    frame = frame.assign(competency=names, rating=1 + (who + np.arange(count)) % 4)
    return frame.to_csv(index=False).encode()


def test_a_frame_of_categories_is_scored_like_one_of_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "BLOCK_BYTES", 50_000)
    raw = many(20_000)
    plain = scoring.read(FILE, raw)
    assert str(plain["candidate"].dtype) == "str"
    monkeypatch.setattr(large, "CATEGORIES_ABOVE_ROWS", 10)
    monkeypatch.setattr(large, "ABOVE_BYTES", 0)
    lean = scoring.read(FILE, raw)
    assert isinstance(lean["candidate"].dtype, pd.CategoricalDtype)
    weights = dict.fromkeys(["coding", "debugging", "ml-foundations", "communication", "values"], 20.0)
    expected, found = scoring.table(plain, weights=weights), scoring.table(lean, weights=weights)
    pd.testing.assert_frame_equal(found.astype({"candidate": "str"}), expected)
    pd.testing.assert_frame_equal(
        scoring.coverage(lean, weights), scoring.coverage(plain, weights), check_index_type=False
    )
    assert list(scoring.cards(lean[:50])) == list(scoring.cards(plain[:50]))
    assert list(normal.normal_rows(lean[:50])) == list(normal.normal_rows(plain[:50]))


def test_a_large_file_is_imported_by_the_command(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "ABOVE_BYTES", 1000)
    monkeypatch.setattr(large, "CATEGORIES_ABOVE_ROWS", 10)
    raw = many(500)
    (tmp_path / "cards.csv").write_bytes(raw)
    done = run("scorecard", "import", "cards.csv")
    assert done.code == 0, done.stderr
    given, taken = (list(csv.DictReader(io.StringIO(text))) for text in (raw.decode(), done.stdout))
    assert [{name: row[name] for name in given[0]} for row in taken] == given


@pytest.mark.parametrize(
    "command",
    [
        ("score", "table", "--role", "ml-engineer", "--json"),
        ("score", "reliability", "--json"),
        pytest.param(("packet", "build", "--role", "ml-engineer", "--format", "json"), marks=pytest.mark.slow),
        pytest.param(("score", "sensitivity", "--role", "ml-engineer", "--json"), marks=pytest.mark.slow),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_a_command_says_the_same_of_categories_and_of_texts(
    command: Sequence[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = shipped.demo() / "scorecards.csv"
    plain = run(*command[:2], cards, *command[2:])
    monkeypatch.setattr(large, "ABOVE_BYTES", 10)
    monkeypatch.setattr(large, "CATEGORIES_ABOVE_ROWS", 10)
    monkeypatch.setattr(large, "BLOCK_BYTES", 5_000)
    lean = run(*command[:2], cards, *command[2:])
    assert plain.code == 0, plain.stderr
    assert (lean.code, lean.stdout, lean.stderr) == (plain.code, plain.stdout, plain.stderr)
