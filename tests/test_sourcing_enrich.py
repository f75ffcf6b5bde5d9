"""Services that say more of papers and code: asked politely, believed with care, and never worth a lost search."""

from __future__ import annotations

import dataclasses
import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from hiretool.errors import NotFoundError
from hiretool.sourcing import Paper, Person, first_authors
from hiretool.sourcing.citation import Citation
from hiretool.sourcing.enrich import MOST_PEOPLE, enrich, github, names, openalex, semantic_scholar
from hiretool.sourcing.enrich._asking import LONGEST_PAUSE_S, TRIES
from hiretool.sourcing.enrich._connection import Request as Asked
from hiretool.sourcing.enrich._connection import getter
from hiretool.sourcing.enrich._figures import Kept
from hiretool.sourcing.repository import Repository
from hiretool.sourcing.signals import citations
from tests.test_sourcing_paper import paper

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 12, tzinfo=UTC).timestamp()

ATTACHES = "citations" in {field.name for field in dataclasses.fields(Person)}
attaches = pytest.mark.skipif(not ATTACHES, reason="Person has no field for citations")


def people(*papers: Paper) -> list[Person]:
    return first_authors(papers, today=TODAY)


def work(one: Paper, **changes: Any) -> dict[str, Any]:
    """A work of OpenAlex, in the documented shape, with the fields that are asked for."""
    return {
        "id": "https://openalex.org/W4300000001",
        "doi": f"https://doi.org/10.48550/arxiv.{one.id}",
        "title": one.title,
        "cited_by_count": 48,
        "fwci": 3.25,
        "citation_normalized_percentile": {"value": 0.97, "is_in_top_1_percent": False, "is_in_top_10_percent": True},
        "authorships": [
            {
                "author_position": "first",
                "author": {
                    "id": "https://openalex.org/A5000000001",
                    "display_name": one.authors[0],
                    "orcid": "https://orcid.org/0000-0002-1825-0097",
                },
                "raw_author_name": one.authors[0],
            },
            {"author_position": "last", "author": {"display_name": "Somebody Else", "orcid": None}},
        ],
        "locations": [{"is_oa": True, "landing_page_url": f"http://arxiv.org/abs/{one.id}"}],
    } | changes


def line(one: Paper, **changes: Any) -> dict[str, Any]:
    """A paper of Semantic Scholar, in the documented shape."""
    return {
        "paperId": "f712fab0d58ae6492e3cdfc1933dae103ec12d5d",
        "externalIds": {"ArXiv": one.id, "CorpusId": 1},
        "title": one.title,
        "citationCount": 55,
        "influentialCitationCount": 3,
        "url": "https://www.semanticscholar.org/paper/f712fab0d58ae6492e3cdfc1933dae103ec12d5d",
    } | changes


class Services:
    """The three services on this machine; `answer` is what they say, `clock` what only sleeping moves."""

    def __init__(self, server: HTTPServer, place: Path) -> None:
        self.place, self.now = place, NOW
        self.slept: list[float] = []
        self.said: list[str] = []
        self.asked: list[Request] = []
        self.answers: list[Callable[[Request], Response] | Response] = []
        self.papers: list[Paper] = []
        server.expect_request("/works").respond_with_handler(lambda asked: self._answer(asked, self._works))
        server.expect_request("/graph/v1/paper/batch", method="POST").respond_with_handler(
            lambda asked: self._answer(asked, self._batch)
        )
        self.repositories: dict[str, dict[str, Any]] = {}
        server.expect_request(re.compile("/repos/.*")).respond_with_handler(
            lambda asked: self._answer(asked, self._repository)
        )

    def _answer(self, asked: Request, usual: Callable[[Request], Response]) -> Response:
        self.asked.append(asked)
        if not self.answers:
            return usual(asked)
        answer = self.answers.pop(0)
        return answer if isinstance(answer, Response) else answer(asked)

    def _works(self, asked: Request) -> Response:
        field, _, values = asked.args["filter"].partition(":")
        wanted = [value.rsplit("/", 1)[-1].removeprefix("arxiv.") for value in values.split("|")]
        known = [one for one in self.papers if one.id in wanted and field == "doi"]
        return as_json({"meta": {"count": len(known)}, "results": [work(one) for one in known]})

    def _batch(self, asked: Request) -> Response:
        known = {f"ARXIV:{one.id}": line(one) for one in self.papers}
        return as_json([known.get(id) for id in json.loads(asked.data)["ids"]])

    def _repository(self, asked: Request) -> Response:
        found = self.repositories.get(asked.path.removeprefix("/repos/"))
        return as_json(found) if found else Response(b'{"message": "Not Found"}', status=404)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    def enrich(self, persons: list[Person], *services: str) -> list[Person]:
        return enrich(
            persons, services, place=self.place, get=getter(contact=None), clock=lambda: self.now, sleep=self.sleep,
            say=self.said.append,
        )  # fmt: skip

    def figures(self, service: Any, *papers: Paper) -> dict[str, Any]:
        """What the folder has of these papers after a run."""
        kept = Kept(self.place / service.NAME.lower().replace(" ", "-"), clock=lambda: self.now)
        found = {one.id: kept.get(one.id) for one in papers}
        return {id: entry.figures if entry else "never asked" for id, entry in found.items()}

    @property
    def told(self) -> str:
        return "\n".join(self.said)


def as_json(found: Any, status: int = 200, **headers: str) -> Response:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(json.dumps(found), status=status, headers=named, content_type="application/json")


@pytest.fixture
def services(httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    for module in (openalex, semantic_scholar, github):
        monkeypatch.setenv(module.SERVER_ENVIRONMENT, httpserver.url_for(""))
        monkeypatch.delenv(module.KEY_ENVIRONMENT, raising=False)
    if not ATTACHES:
        monkeypatch.setattr("hiretool.sourcing.enrich._citations.attached", lambda person, figures, source: person)
    yield Services(httpserver, tmp_path / "kept")
    httpserver.check_assertions()


ONE, TWO = paper(1, "Ama Abe", "Bo Bee"), paper(2, "Cy Cee", "Bo Bee")


def test_the_services_are_the_files_of_the_folder() -> None:
    assert names() == ["github", "openalex", "semantic-scholar"]
    with pytest.raises(NotFoundError, match="Did you mean 'openalex'"):
        enrich([], ["openalx"], place=Path(), get=getter(), clock=float, sleep=print, say=print)


def test_nothing_is_asked_unless_asked_for(services: Services) -> None:
    shortlist = people(ONE, TWO)
    assert services.enrich(shortlist) == shortlist
    assert (services.asked, services.said) == ([], [])
    assert not services.place.exists()


@attaches
def test_each_figure_comes_with_its_source_and_its_day(services: Services) -> None:
    services.papers = [ONE]
    ama, cy = services.enrich(people(ONE, TWO), "openalex", "semantic-scholar")
    assert ama.citations == (  # type: ignore[attr-defined]
        Citation(
            paper_id=ONE.id, count=48, source="OpenAlex", date=TODAY, percentile=0.97, fwci=3.25,
            url="https://openalex.org/W4300000001", named_first=True, orcid="0000-0002-1825-0097",
        ),
        Citation(
            paper_id=ONE.id, count=55, source="Semantic Scholar", date=TODAY, influential=3,
            url="https://www.semanticscholar.org/paper/f712fab0d58ae6492e3cdfc1933dae103ec12d5d",
        ),
    )  # fmt: skip
    assert cy.citations == ()  # type: ignore[attr-defined]


def test_papers_are_asked_for_together_and_nobodys_name_is_sent(services: Services) -> None:
    services.papers = [paper(number, f"Ama {number} Abe", "Bo Bee") for number in range(30)]
    services.enrich(people(*services.papers), "openalex", "semantic-scholar")
    assert [asked.path for asked in services.asked] == ["/works", "/graph/v1/paper/batch"]
    for asked in services.asked:
        assert "Abe" not in asked.url
        assert b"Abe" not in asked.data
    assert max(len(asked.url) for asked in services.asked) < 4000


def test_a_day_long_nothing_is_asked_twice_not_even_what_is_not_known(services: Services) -> None:
    services.papers = [ONE]
    for _ in range(2):
        services.enrich(people(ONE, TWO), "openalex", "semantic-scholar")
    assert len(services.asked) == 3  # OpenAlex by DOI, then by page for the one it does not know; Semantic Scholar
    services.now += 86_401
    services.enrich(people(ONE, TWO), "semantic-scholar")
    assert len(services.asked) == 4


def test_what_is_kept_names_nobody_and_goes_after_a_day(services: Services) -> None:
    services.papers = [ONE]
    services.enrich(people(ONE), "openalex", "semantic-scholar")
    files = [file for file in services.place.rglob("*.json") if file.is_file()]
    assert len(files) == 2
    for file in files:
        assert "Abe" not in file.read_text()
        assert "Somebody" not in file.read_text()
    services.now += 86_401
    services.enrich([], "openalex", "semantic-scholar")
    assert not list(services.place.rglob("*.json"))


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"figures": 3, "day": "2026-11-20"}', b'{"figures": null}'])
def test_a_kept_file_that_is_spoilt_is_asked_for_again(services: Services, content: bytes) -> None:
    services.papers = [ONE]
    services.enrich(people(ONE), "semantic-scholar")
    (file,) = services.place.rglob("*.json")
    file.write_bytes(content)
    os.utime(file, (services.now, services.now))
    services.enrich(people(ONE), "semantic-scholar")
    assert len(services.asked) == 2


def test_a_folder_or_an_address_that_is_wrong_loses_no_search(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(semantic_scholar.SERVER_ENVIRONMENT, "not an address")
    assert services.enrich(people(ONE), "semantic-scholar") == people(ONE)
    assert "Semantic Scholar was not asked: HIRETOOL_SEMANTIC_SCHOLAR_URL: expected an address" in services.told
    services.place = services.place / "next-request"
    services.place.parent.mkdir(exist_ok=True)
    services.place.write_text("a file")
    assert services.enrich(people(ONE), "openalex") == people(ONE)
    assert "name a folder that can be written in HIRETOOL_CACHE. The list goes on without it." in services.told


def test_requests_keep_their_distance(services: Services) -> None:
    services.papers = [paper(number, f"Ama N{number}") for number in range(250)]
    services.enrich(people(*services.papers)[:100], "semantic-scholar")
    services.enrich(people(*services.papers)[100:200], "semantic-scholar")
    assert len(services.slept) == 1
    assert 1.0 <= services.slept[0] < 2.0


def test_a_shortlist_is_short(services: Services) -> None:
    services.papers = [paper(number, f"Ama N{number}") for number in range(MOST_PEOPLE + 20)]
    shortlist = people(*services.papers)
    assert len(services.enrich(shortlist, "semantic-scholar")) == MOST_PEOPLE + 20
    assert sum(len(json.loads(asked.data)["ids"]) for asked in services.asked) == MOST_PEOPLE
    assert "the other 20 stay as they are" in services.told


def test_it_is_said_that_the_network_is_asked_and_for_what(services: Services) -> None:
    services.papers = [ONE]
    services.enrich(people(ONE, TWO), "openalex")
    assert services.said == [
        "OpenAlex: asking over the network about 2 papers; only their ids are sent.",
        "OpenAlex: knows 1 of 2 papers.",
    ]


# What goes wrong


def limited(remaining: str, required: str = "1", status: int = 429, **headers: str) -> Response:
    """As OpenAlex's own gateway answers."""
    told = {"error": "Rate limit exceeded", "message": "Insufficient budget. Resets at midnight UTC."}
    return as_json(
        told, status, X_RateLimit_Limit="10000", X_RateLimit_Remaining=remaining, X_RateLimit_Credits_Required=required,
        X_RateLimit_Reset="43200", **headers,
    )  # fmt: skip


@pytest.mark.parametrize("status", [403, 429])
def test_an_allowance_that_is_used_up_is_not_asked_again(services: Services, status: int) -> None:
    services.papers, services.answers = [ONE], [limited("0", "10", status, Retry_After="43200")]
    services.enrich(people(ONE), "openalex")
    assert len(services.asked) == 1
    assert services.slept == []
    assert (
        "today's allowance is used up, and returns at midnight UTC; a free key in HIRETOOL_OPENALEX_KEY"
        in services.told
    )
    assert "The list goes on without" in services.told


@pytest.mark.parametrize("status", [403, 429])
def test_too_fast_is_another_thing_and_is_asked_again_when_it_says(services: Services, status: int) -> None:
    services.papers, services.answers = [ONE], [limited("9000", "1", status, Retry_After="7")]
    services.enrich(people(ONE), "openalex")
    assert len(services.asked) == 2
    assert services.slept == [7.0]
    assert f"it answered {status} (too fast); asking again (try 2 of {TRIES})" in services.told
    assert services.figures(openalex, ONE)[ONE.id]["count"] == 48


def test_what_is_left_is_told(services: Services) -> None:
    services.papers = [ONE]
    services.answers = [as_json({"results": [work(ONE)]}, X_RateLimit_Limit="10000", X_RateLimit_Remaining="9998")]
    services.enrich(people(ONE), "openalex")
    assert "9,998 of 10,000 requests or credits are left" in services.told


def test_a_service_that_fails_on_each_try_is_left_out_and_the_next_one_is_asked(services: Services) -> None:
    services.papers = [ONE]
    services.answers = [Response(b"busy", status=503)] * TRIES
    found = services.enrich(people(ONE), "openalex", "semantic-scholar")
    assert [person.name for person in found] == ["Ama Abe"]
    assert f"OpenAlex: it answered 503, on each of {TRIES} tries. The list goes on" in services.told
    assert services.slept == sorted(services.slept)
    assert services.figures(openalex, ONE) == {ONE.id: "never asked"}
    assert services.figures(semantic_scholar, ONE)[ONE.id]["influential"] == 3


def test_what_came_before_a_failure_is_kept(services: Services) -> None:
    services.papers = [paper(number, f"Ama N{number}") for number in range(60)]
    usual = services._works
    services.answers = [usual, Response(b"{}", status=500), Response(b"{}", status=400)]
    services.enrich(people(*services.papers), "openalex")
    assert "knows 40 of 60 papers" in services.told
    services.enrich(people(*services.papers), "openalex")
    assert "knows 60 of 60 papers" in services.told


def test_a_long_pause_is_not_waited_for_now_or_in_the_next_run(services: Services) -> None:
    services.papers = [ONE]
    services.answers = [Response(b"", status=503, headers={"Retry-After": str(int(LONGEST_PAUSE_S) + 3600)})]
    services.enrich(people(ONE), "semantic-scholar")
    services.enrich(people(ONE), "semantic-scholar")
    assert len(services.asked) == 1
    assert services.slept == []
    assert "it asks for a pause until 13:02 UTC" in services.told


def cut_off(asked: Request) -> Response:
    return Response(iter([b'{"results": [']), headers={"Content-Length": "999"})


@pytest.mark.parametrize(
    "answer",
    [Response(b"<html>gateway</html>"), Response(b""), Response(b"[" * 99_999), Response(b"\xff"), cut_off],
    ids=["html", "empty", "deep", "bytes", "cut"],
)  # fmt: skip
def test_an_answer_that_cannot_be_read_is_asked_for_again(services: Services, answer: Any) -> None:
    services.papers, services.answers = [ONE], [answer]
    services.enrich(people(ONE), "openalex")
    assert len(services.asked) == 2
    assert services.figures(openalex, ONE)[ONE.id]["count"] == 48


@pytest.mark.parametrize("service", ["openalex", "semantic-scholar"])
@pytest.mark.parametrize("found", [{}, {"results": 3}, [], 7, "text", None, {"error": "x"}, [None, None, None]])
def test_an_answer_of_another_shape_is_said_and_the_list_goes_on(services: Services, service: str, found: Any) -> None:
    services.papers, services.answers = [ONE], [as_json(found)]
    assert services.enrich(people(ONE), service)
    assert "Traceback" not in services.told
    assert "The list goes on" in services.told or "knows 0 of 1 " in services.told


def test_a_reason_that_a_service_gives_is_passed_on_without_its_key(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(openalex.KEY_ENVIRONMENT, "a-secret-key")
    services.papers = [ONE]
    services.answers = [as_json({"error": "Invalid filter", "message": "Unknown filter field: author_name."}, 400)]
    services.enrich(people(ONE), "openalex")
    assert parse_qs(urlsplit(services.asked[0].url).query)["api_key"] == ["a-secret-key"]
    assert "OpenAlex: it answered 400 (Unknown filter field: author_name.)" in services.told
    assert "a-secret-key" not in services.told
    assert "a-secret-key" not in repr(Asked("https://x/?api_key=a-secret-key", {"x-api-key": "a-secret-key"}))
    assert not [file for file in services.place.rglob("*") if file.is_file() and "a-secret-key" in file.read_text()]


def test_a_connection_that_is_refused_is_said(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(openalex.SERVER_ENVIRONMENT, "http://127.0.0.1:9")
    services.enrich(people(ONE), "openalex")
    assert f"OpenAlex: the connection failed (ConnectionError), on each of {TRIES} tries" in services.told


# OpenAlex


def looked_up(services: Services, **changes: Any) -> Any:
    services.papers = [ONE]
    services.answers = [as_json({"results": [work(ONE, **changes)]}), as_json({"results": []})]
    services.enrich(people(ONE), "openalex")
    return services.figures(openalex, ONE)[ONE.id]


@pytest.mark.parametrize(
    ("changes", "name", "value"),
    [
        ({"citation_normalized_percentile": None}, "percentile", None),
        ({"citation_normalized_percentile": {"value": None}}, "percentile", None),
        ({"citation_normalized_percentile": {}}, "percentile", None),
        ({"citation_normalized_percentile": {"value": 97.0}}, "percentile", None),
        ({"citation_normalized_percentile": {"value": 0}}, "percentile", 0.0),
        ({"fwci": None}, "fwci", None),
        ({"fwci": "3"}, "fwci", None),
        ({"cited_by_count": None}, "count", None),
        ({"cited_by_count": -1}, "count", None),
        ({"cited_by_count": True}, "count", None),
        ({"cited_by_count": 0}, "count", 0),
        ({"id": "javascript:alert(1)"}, "url", None),
        ({"authorships": []}, "named_first", None),
        ({"authorships": None}, "orcid", None),
        ({"authorships": [{"author_position": "first", "author": None}]}, "named_first", None),
        ({"authorships": [{"author_position": "first", "author": {"display_name": "A. Abe", "orcid": "no"}}]},
         "orcid", None),
        ({"authorships": [{"author_position": "first", "author": {"display_name": "A. Abe"}}]}, "named_first", True),
        ({"authorships": [{"author_position": "first", "author": {"display_name": "Abe Ama"}}]}, "named_first", True),
        ({"authorships": [{"author_position": "first", "author": {"display_name": "Bo Bee", "orcid":
          "https://orcid.org/0000-0002-1825-0097"}}]}, "orcid", None),
        ({"authorships": [{"author_position": "first", "author": {"display_name": "Bo Bee"}}]}, "named_first", False),
    ],
)  # fmt: skip
def test_what_openalex_does_not_say_is_not_known(
    services: Services, changes: dict[str, Any], name: str, value: Any
) -> None:
    assert looked_up(services, **changes)[name] == value


def test_a_work_without_any_of_the_figures_is_one_of_which_nothing_is_known(services: Services) -> None:
    bare = {name: value for name, value in work(ONE).items() if name in ("doi", "title")}
    services.answers = [as_json({"results": [bare]})]
    services.enrich(people(ONE), "openalex")
    assert set(services.figures(openalex, ONE)[ONE.id].values()) == {None}


def test_a_paper_that_was_published_elsewhere_is_found_by_its_own_doi_or_by_its_page(services: Services) -> None:
    published = dataclasses.replace(ONE, doi="10.1145/1234567.89")
    services.answers = [
        as_json({"results": [work(ONE, doi="https://doi.org/10.1145/1234567.89", locations=None)]}),
        as_json({"results": []}),
        as_json({"results": [work(TWO, doi="https://doi.org/10.1145/other")]}),
    ]
    services.enrich(people(published), "openalex")
    services.enrich(people(TWO), "openalex")
    assert [asked.args["filter"].split(":")[0] for asked in services.asked] == [
        "doi",
        "doi",
        "locations.landing_page_url",
    ]
    assert "10.1145/1234567.89" in services.asked[0].args["filter"]
    assert services.figures(openalex, ONE)[ONE.id]["count"] == 48
    assert services.figures(openalex, TWO)[TWO.id]["count"] == 48


def test_a_work_of_another_title_is_another_work(services: Services) -> None:
    assert looked_up(services, title="An Atlas of Moths") is None


@pytest.mark.parametrize("doi", ["10.1/a|b", "10.1145/x,cited_by_count:>1", "not a doi", "10.1145/" + "x" * 500])
def test_a_doi_that_would_change_the_question_is_not_sent(services: Services, doi: str) -> None:
    services.papers = [ONE]
    services.enrich(people(dataclasses.replace(ONE, doi=doi)), "openalex")
    assert services.asked[0].args["filter"] == f"doi:10.48550/arxiv.{ONE.id}"


# Semantic Scholar


def test_the_key_of_semantic_scholar_comes_from_the_environment(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.enrich(people(ONE), "semantic-scholar")
    monkeypatch.setenv(semantic_scholar.KEY_ENVIRONMENT, "a-secret-key")
    services.enrich(people(TWO), "semantic-scholar", "openalex")
    assert [asked.headers.get("x-api-key") for asked in services.asked] == [None, "a-secret-key", None, None]


def test_a_paper_that_is_not_the_one_asked_for_is_not_believed(services: Services) -> None:
    services.answers = [as_json([line(TWO), line(TWO, externalIds=None)])]
    services.enrich(people(ONE, paper(3, "Di Dee", title="Unlike")), "semantic-scholar")
    assert set(services.figures(semantic_scholar, ONE, paper(3, "Di Dee")).values()) == {None}


def test_no_known_paper_at_all_is_no_failure(services: Services) -> None:
    services.answers = [as_json({"error": "No valid paper ids given"}, 400)]
    services.enrich(people(ONE), "semantic-scholar")
    assert "knows 0 of 1 papers" in services.told
    assert services.figures(semantic_scholar, ONE) == {ONE.id: None}


def test_a_key_that_is_refused_is_said(services: Services) -> None:
    services.answers = [Response(b"{}", status=403)]
    services.enrich(people(ONE), "semantic-scholar")
    assert "it refuses the request (403); look at HIRETOOL_SEMANTIC_SCHOLAR_KEY" in services.told
    assert len(services.asked) == 1


# GitHub


def repository(name: str, **changes: Any) -> dict[str, Any]:
    return {
        "full_name": name,
        "stargazers_count": 412,
        "forks_count": 31,
        "pushed_at": "2026-10-30T23:30:00Z",
        "archived": False,
        "fork": False,
    } | changes


def coder(**changes: Any) -> Person:
    (found,) = people(ONE)
    link = Repository(ONE.id, "https://github.com/abe/reef.git", None, 5, None, None, "pytorch", "links.csv")
    return dataclasses.replace(found, code=(link,), **changes)


def test_stars_forks_and_the_last_push_are_of_github_and_of_today(services: Services) -> None:
    services.repositories["abe/reef"] = repository("abe/reef")
    (found,) = services.enrich([coder()], "github")
    (code,) = found.code
    assert (code.stars, code.forks, code.pushed, code.as_of) == (412, 31, date(2026, 10, 30), TODAY)
    assert code.source == "links.csv; stars, forks and push: GitHub"
    assert (code.official, code.framework, code.url) == (None, "pytorch", "https://github.com/abe/reef.git")


def test_a_repository_that_only_the_paper_names_is_said_to_be_named_there(services: Services) -> None:
    services.repositories["cee/kelp"] = repository("cee/kelp")
    named = paper(4, "Cy Cee", abstract="Code: https://github.com/cee/kelp. See https://github.com/topics/ml too.")
    (found,) = services.enrich(people(named), "github")
    (code,) = found.code
    assert (code.paper_id, code.url, code.official) == (named.id, "https://github.com/cee/kelp", None)
    assert code.source == "named in the paper; stars, forks and push: GitHub"
    assert [asked.path for asked in services.asked] == ["/repos/cee/kelp"]


def test_a_repository_that_moved_is_followed_on_the_same_host_only(services: Services) -> None:
    services.repositories["new/reef"] = repository("new/reef")
    services.answers = [Response(b"", status=301, headers={"Location": "/repos/new/reef"})]
    (found,) = services.enrich([coder()], "github")
    assert found.code[0].stars == 412
    services.now += 90_000
    services.answers = [Response(b"", status=301, headers={"Location": "http://localhost:9/repos/new/reef"})]
    (found,) = services.enrich([coder()], "github")
    assert found.code[0].stars == 5


@pytest.mark.parametrize("status", [404, 403, 451, 410])
def test_a_repository_that_cannot_be_seen_keeps_what_the_table_said(services: Services, status: int) -> None:
    services.answers = [Response(b'{"message": "Repository access blocked"}', status=status)]
    (found,) = services.enrich([coder()], "github")
    assert found == coder()
    assert "knows 0 of 1 " in services.told


@pytest.mark.parametrize("status", [403, 429])
def test_an_hour_that_is_used_up_is_said_with_its_end(services: Services, status: int) -> None:
    reset = str(int(NOW) + 1800)
    services.answers = [as_json({}, status, X_RateLimit_Remaining="0", X_RateLimit_Reset=reset)]
    (found,) = services.enrich([coder()], "github")
    assert found == coder()
    assert (
        "this hour's requests are used up until 12:30 UTC; a token in HIRETOOL_GITHUB_TOKEN allows more"
        in services.told
    )
    assert len(services.asked) == 1


def test_a_secondary_limit_means_a_minute(services: Services) -> None:
    services.repositories["abe/reef"] = repository("abe/reef")
    services.answers = [as_json({"message": "You have exceeded a secondary rate limit."}, 403)]
    (found,) = services.enrich([coder()], "github")
    assert services.slept == [60.0]
    assert found.code[0].stars == 412


def test_the_token_goes_to_github_alone(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(github.KEY_ENVIRONMENT, "a-secret-token")
    services.enrich([coder()], "github", "semantic-scholar")
    assert [asked.headers.get("Authorization") for asked in services.asked] == ["Bearer a-secret-token", None]
    services.answers = [Response(b"{}", status=401)]
    services.now += 90_000
    services.enrich([coder()], "github")
    assert "it refuses the token in HIRETOOL_GITHUB_TOKEN (401)" in services.told
    assert "a-secret-token" not in services.told


def test_a_netrc_file_does_not_take_the_place_of_the_token(
    services: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "netrc").write_text("default login ama password not-for-you\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv(github.KEY_ENVIRONMENT, "a-secret-token")
    services.enrich([coder()], "github", "openalex")
    assert [asked.headers.get("Authorization") for asked in services.asked][:2] == ["Bearer a-secret-token", None]


@pytest.mark.parametrize("changes", [{"pushed_at": None}, {"pushed_at": "never"}, {"pushed_at": 7}])
def test_a_repository_without_a_push_has_none(services: Services, changes: dict[str, Any]) -> None:
    services.repositories["abe/reef"] = repository("abe/reef", **changes)
    assert services.enrich([coder()], "github")[0].code[0].pushed is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(deadline=None, derandomize=True, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(name=st.sampled_from(sorted(work(ONE))), value=JSON)
def test_whatever_stands_in_a_field_of_openalex_ends_in_figures_or_in_none(name: str, value: Any) -> None:
    told = work(ONE) | {name: value}
    found = openalex._figures(told, ONE) if openalex._is(told, ONE) else None
    assert found is None or json.dumps(found, allow_nan=False)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.text(max_size=60) | st.from_regex(r"https://github\.com/[\w.-]{1,50}/[\w./?#-]{1,50}"))
def test_only_what_may_be_a_repository_is_asked_for(text: str) -> None:
    for key, name in github._named(text).items():
        assert key == name.lower()
        assert name.isascii()
        owner, _, rest = name.partition("/")
        assert owner.strip("-.")
        assert rest.strip(".")
        assert "/" not in rest


# The signal


def cited(*lines: Citation, papers: tuple[Paper, ...] = (ONE,)) -> Any:
    class Cited:
        """A person with citations, whether or not Person has the field yet."""

        citations = lines

    found = Cited()
    found.papers = papers  # type: ignore[attr-defined]
    return found


def figure(one: Paper = ONE, **changes: Any) -> Citation:
    given = {"paper_id": one.id, "count": 48, "source": "OpenAlex", "date": TODAY, "percentile": 0.97} | changes
    return Citation(**given)  # type: ignore[arg-type]


OLD = paper(5, "Ama Abe", submitted=TODAY - timedelta(days=800))


def test_a_percentile_stands_beside_the_raw_count_with_who_says_so_and_when() -> None:
    found = citations.measure(cited(figure(OLD), papers=(OLD,)), TODAY)
    assert found
    assert found.text == (
        f"{OLD.id}: cited 48 times, more often than 97 % of its field, type and year (OpenAlex, 2026-11-20)."
    )
    assert (found.value, found.unit) == (1, "papers in the most cited tenth of their field, type and year")
    assert (found.source, found.date, found.paper_ids) == ("OpenAlex", TODAY, (OLD.id,))


def test_counts_of_two_services_stand_side_by_side_and_are_not_added() -> None:
    other = figure(OLD, count=55, source="Semantic Scholar", percentile=None, influential=3)
    found = citations.measure(cited(figure(OLD), other, papers=(OLD,)), TODAY)
    assert found
    assert "cited 48 times" in found.text
    assert "cited 55 times, 3 of them called influential (Semantic Scholar, 2026-11-20)" in found.text
    assert "103" not in found.text
    assert found.source == "OpenAlex and Semantic Scholar"
    assert found.value == 1


def test_a_count_alone_is_shown_and_counts_nothing() -> None:
    found = citations.measure(cited(figure(OLD, percentile=None, count=1), papers=(OLD,)), TODAY)
    assert found
    assert found.text == f"{OLD.id}: cited once (OpenAlex, 2026-11-20)."
    assert found.value == 0


def test_a_young_paper_is_said_to_be_one() -> None:
    young = paper(6, "Ama Abe", submitted=TODAY - timedelta(days=30))
    found = citations.measure(cited(figure(young, count=0, percentile=0.0), papers=(young,)), TODAY)
    assert found
    assert "less than a year old, so a low count says nothing" in found.text


def test_no_paper_is_cited_more_often_than_all_others() -> None:
    found = citations.measure(cited(figure(OLD, percentile=1.0), papers=(OLD,)), TODAY)
    assert found
    assert "99.9 %" in found.text


def test_without_figures_nothing_is_said() -> None:
    assert citations.measure(cited(), TODAY) is None
    assert citations.measure(cited(figure(OLD, count=None)), TODAY) is None
    assert citations.measure(people(ONE)[0], TODAY) is None


def test_many_papers_are_counted_where_they_are_not_written_out() -> None:
    papers = tuple(paper(number, "Ama Abe", submitted=TODAY - timedelta(days=400 + number)) for number in range(10, 30))
    found = citations.measure(cited(*(figure(one) for one in papers), papers=papers), TODAY)
    assert found
    assert "; and 12 other papers." in found.text
    assert len(found.paper_ids) == 20
    assert found.value == 20
