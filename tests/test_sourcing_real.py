"""Sourcing on real records, where they lie beside the project: not shipped, and the tests skip without them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from hiretool.errors import RemoteError
from hiretool.sourcing import Arxiv, Reading, papers, parse
from hiretool.sourcing.page import checked
from hiretool.sourcing.transport import Answer

DATA = Path(__file__).parents[2] / "shared" / "data" / "sourcing"
ANSWERS = DATA / "atom_fixtures_arxivpy.tar.gz"
LARGEST = DATA / "arxiv_ml_2025_2026_sample60k.jsonl.xz"
LISTINGS = DATA / "arxiv_browse_astroph_listings.jsonl.xz"

recorded_answers = pytest.mark.skipif(not ANSWERS.exists(), reason=f"{ANSWERS.name} is not here")


@pytest.fixture(scope="module")
def recorded() -> dict[str, Answer]:
    """URL -> what arXiv really answered, once."""
    return {fixture["url"]: Answer(fixture["status_code"], {}, fixture["body"].encode()) for fixture in _fixtures()}


def _fixtures() -> Iterator[dict[str, str | int]]:
    with tarfile.open(ANSWERS) as packed:
        for member in packed:
            if member.isfile() and (file := packed.extractfile(member)):
                yield json.loads(file.read())


@recorded_answers
def test_every_real_page_passes_the_checks_and_the_one_refusal_does_not(recorded: dict[str, Answer]) -> None:
    assert len(recorded) == 20
    for url, answer in recorded.items():
        if answer.status == 200:
            assert checked(answer.body, url).total >= 0
        else:
            with pytest.raises(RemoteError, match="incorrect id format for abc"):
                checked(answer.body, url)


@recorded_answers
def test_a_real_search_over_six_pages_loses_nothing(recorded: dict[str, Answer], tmp_path: Path) -> None:
    asked: list[tuple[int, int]] = []

    def get(url: str) -> Answer:
        asked.append(_asked(url))
        answers = (answer for known, answer in recorded.items() if "=testing&" in known and _asked(known) == asked[-1])
        return _of(60, next(answers))

    client = Arxiv(place=tmp_path, get=get, clock=lambda: 1_800_000_000.0, sleep=lambda _: None, page_size=10)
    found = list(client.papers(parse("all:testing"), limit=60))
    assert asked == [(start, 10) for start in range(0, 60, 10)]
    assert len({paper.id for paper in found}) == len(found) == 60


@recorded_answers
def test_real_answers_mean_the_same_in_a_file_and_through_the_client(
    recorded: dict[str, Answer], tmp_path: Path
) -> None:
    url, answer = next(
        (url, answer) for url, answer in recorded.items() if "testing" in url and _asked(url) == (0, 100)
    )
    answer = _of(100, answer)
    client = Arxiv(place=tmp_path / "kept", get=lambda _: answer, clock=lambda: 1_800_000_000.0, sleep=lambda _: None)
    (tmp_path / "answer.xml").write_bytes(answer.body)
    through_client = list(client.papers(parse("all:testing"), limit=100))
    in_file = sorted(papers(tmp_path / "answer.xml"), key=lambda paper: paper.id)
    assert sorted(through_client, key=lambda paper: paper.id) == in_file
    assert len(through_client) == 100, url


@recorded_answers
def test_real_papers_that_arxiv_found_match_the_query_here_too(recorded: dict[str, Answer], tmp_path: Path) -> None:
    query, matching, total = parse("testing"), 0, 0
    for number, (url, answer) in enumerate(recorded.items()):
        if "testing" in url:
            (tmp_path / str(number)).write_bytes(answer.body)
            found = list(papers(tmp_path / str(number)))
            matching, total = matching + sum(map(query.matches, found)), total + len(found)
    assert matching == total > 100


SCAN = """
import re, sys
from pathlib import Path
from hiretool.sourcing import Reading, papers, parse
report, queries = Reading(), [parse(text) for text in sys.argv[2:]]
shortcut = queries[0] if len(queries) == 1 else None
matching = [0] * len(queries)
for paper in papers(sys.argv[1], query=shortcut, report=report):
    matching = [count + query.matches(paper) for count, query in zip(matching, queries)]
# Not ru_maxrss, which a process inherits from the one that started it.
peak = re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
print(int(peak[1]) // 1024, report.read, report.bad, *matching)
"""
QUERIES = ('cat:cs.LG AND abs:"distribution shift"', "au:muller OR ti:diffus* ANDNOT co:workshop")


@pytest.mark.slow
@pytest.mark.skipif(not LARGEST.exists(), reason=f"{LARGEST.name} is not here")
@pytest.mark.skipif(sys.platform != "linux", reason="peak memory is read from /proc")
def test_sixty_thousand_real_records_are_scanned_in_little_memory_and_the_shortcut_loses_none() -> None:
    memory_mb, read, bad, *matching = _scanned(*QUERIES)
    assert (read, bad) == (60_000, 0)
    assert min(matching) > 100
    for query, expected in zip(QUERIES, matching, strict=True):
        peak, *counts = _scanned(query)
        assert counts == [60_000, 0, expected]
        memory_mb = max(memory_mb, peak)
    assert memory_mb < 100


def _scanned(*queries: str) -> list[int]:
    """Peak memory in MB, records read, bad lines, papers that match each query; the shortcut is taken for one query."""
    return [int(figure) for figure in subprocess.check_output([sys.executable, "-c", SCAN, LARGEST, *queries]).split()]


@pytest.mark.slow
@pytest.mark.skipif(not LISTINGS.exists(), reason=f"{LISTINGS.name} is not here")
def test_raw_author_strings_of_thirty_years_are_taken_apart() -> None:
    report, names, odd = Reading(), 0, 0
    for paper in papers(LISTINGS, report=report):
        names += len(paper.authors)
        odd += sum("(" in name or ")" in name or len(name) > 80 for name in paper.authors)
    assert (report.read, report.bad) == (140_092, 40)
    assert odd / names < 0.001


def _of(total: int, answer: Answer) -> Answer:
    """The answer as if there were no more papers than were recorded, so that the client looks for no newer ones."""
    counted = re.sub(rb"(totalResults[^>]*>)\d+", rb"\g<1>%d" % total, answer.body)
    return Answer(answer.status, answer.headers, counted)


def _asked(url: str) -> tuple[int, int]:
    """Start and page size of a URL."""
    asked = parse_qs(urlsplit(url).query)
    return int(asked["start"][0]), int(asked["max_results"][0])
