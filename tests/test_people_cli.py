"""`people find` as a recruiter runs it: in a file, and against a server that behaves and misbehaves like arXiv's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from hiretool import shipped
from tests.conftest import Run

PAPERS = shipped.demo() / "papers.jsonl"
UNTIL = ("--until", "2026-11-20")

PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"
      xmlns:arxiv="http://arxiv.org/schemas/atom">
<title>invented</title><id>http://arxiv.org/api/invented</id><updated>2026-11-20T00:00:00Z</updated>
<opensearch:totalResults>1</opensearch:totalResults><opensearch:startIndex>0</opensearch:startIndex>
<opensearch:itemsPerPage>1</opensearch:itemsPerPage>
<entry><id>http://arxiv.org/abs/9901.99999v1</id><updated>2026-10-01T00:00:00Z</updated>
<published>2026-10-01T00:00:00Z</published><title>An invented paper on diffusion</title>
<summary>Invented for a test.</summary><author><name>Ọlá Adéyẹmí</name></author><author><name>Zofia Bąk</name></author>
<link href="http://arxiv.org/abs/9901.99999v1" rel="alternate" type="text/html"/>
<arxiv:primary_category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
<category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/></entry>
</feed>
"""


@pytest.fixture
def arxiv(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> HTTPServer:
    monkeypatch.setenv("HIRETOOL_ARXIV_URL", httpserver.url_for("").rstrip("/"))
    monkeypatch.setenv("HIRETOOL_CACHE", str(tmp_path / "cache"))
    return httpserver


def test_a_file_is_searched_offline(run: Run) -> None:
    done = run("people", "find", 'cat:cs.LG AND abs:"distribution shift"', "--from", PAPERS, *UNTIL, "--json")
    assert done.code == 0
    found = json.loads(done.stdout)
    assert found["people"]
    for person in found["people"]:
        assert all(
            person["name"] in paper["authors"][0] or paper["authors"][0] in person["spellings"]
            for paper in person["papers"]
        )
        assert all(paper["url"].startswith("https://arxiv.org/abs/") for paper in person["papers"])


def test_the_roles_own_query_finds_people(run: Run) -> None:
    done = run("people", "find", "--role", "ml-engineer", "--from", PAPERS, *UNTIL, "--format", "csv")
    assert done.code == 0
    assert len(done.stdout.splitlines()) > 10


def test_standing_in_the_list_comes_with_its_warning(run: Run) -> None:
    done = run("people", "find", "diffusion", "--from", PAPERS, *UNTIL)
    assert "not a rating" in " ".join(done.stdout.split())


def test_the_network_is_announced_and_asked_once_and_then_remembered(run: Run, arxiv: HTTPServer) -> None:
    arxiv.expect_request("/api/query").respond_with_data(PAGE, content_type="application/atom+xml")
    first = run("people", "find", "diffusion", *UNTIL, "--json")
    assert first.code == 0, first.stderr
    assert "over the network" in first.stderr
    assert [person["name"] for person in json.loads(first.stdout)["people"]] == ["Ọlá Adéyẹmí"]
    assert "hiretool" in arxiv.log[0][0].headers["User-Agent"]
    again = run("people", "find", "diffusion", *UNTIL, "--json")
    assert again.stdout == first.stdout
    assert len(arxiv.log) == 1


def test_a_query_that_arxiv_refuses_is_not_sent_again(run: Run, arxiv: HTTPServer) -> None:
    arxiv.expect_request("/api/query").respond_with_data("bad", status=400)
    done = run("people", "find", "diffusion", *UNTIL)
    assert done.code == 3
    assert "400" in done.stderr
    assert len(arxiv.log) == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("abs:(", "must follow"),
        ('abs:"never closed', "quotation mark"),
        ("nope:word", "nope"),
        ("", ""),
        ("AND", "AND"),
    ],
)
def test_a_broken_query_is_said_in_a_line(run: Run, query: str, hint: str) -> None:
    done = run("people", "find", query, "--from", PAPERS)
    assert done.code in (1, 2)
    assert hint in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no papers here\n",
        b"{}\n",
        b"\xff\xfe{\x00}\x00",
        b"<feed/>",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><feed>&a;</feed>",
    ],
)
def test_a_file_without_papers_is_said_in_a_line(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "papers").write_bytes(content)
    done = run("people", "find", "diffusion", "--from", "papers")
    assert done.code == 1
    assert done.stderr.count("\n") <= 8
    assert "Traceback" not in done.stderr


def test_bad_lines_are_counted_and_the_rest_is_read(run: Run, tmp_path: Path) -> None:
    text = PAPERS.read_text(encoding="utf-8")
    (tmp_path / "papers.jsonl").write_text('{"id": "9901.1", \n' + text + "nonsense\n", encoding="utf-8")
    clean = run("people", "find", "diffusion", "--from", PAPERS, *UNTIL, "--json")
    spoilt = run("people", "find", "diffusion", "--from", "papers.jsonl", *UNTIL, "--json")
    assert spoilt.code == 0
    assert "2 lines could not be used" in spoilt.stderr
    assert json.loads(spoilt.stdout)["people"] == json.loads(clean.stdout)["people"]
