"""Tables of links from papers to code -> repositories; and the accounts behind those that implement papers again."""

from __future__ import annotations

import csv
import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing import first_authors
from hiretool.sourcing.accounts import bears, is_named
from hiretool.sourcing.code_links import linked, repositories, repository_url
from hiretool.sourcing.files import Reading
from hiretool.sourcing.reimplementers import merged, reimplementers
from hiretool.sourcing.repository import Repository
from tests.test_sourcing_paper import TODAY, paper

DATA = Path(__file__).parents[2] / "shared" / "data" / "sourcing"
LINKS = DATA / "zziz_pwc_paper_code_links_2019.csv.gz"


def repository(number: int = 1, url: str = "https://github.com/reefworks/nets", **fields: Any) -> Repository:
    """A link of which only what matters needs saying; to a paper of somebody else."""
    default = {"official": False, "stars": None, "forks": None, "pushed": None, "framework": "", "source": "links.csv"}
    return Repository(paper_id=f"9903.{number:05d}", url=url, **default | fields)


def read(path: Path, *records: dict[str, Any], **options: Any) -> tuple[list[Repository], Reading]:
    report = Reading()
    path.write_text(json.dumps(records), encoding="utf-8")
    return list(repositories(path, report=report, **options)), report


def test_links_of_papers_with_code_are_read_as_they_are(tmp_path: Path) -> None:
    (found,), _ = read(
        tmp_path / "links.json",
        {
            "paper_url": "https://paperswithcode.com/paper/reef-nets",
            "paper_title": "Reef Nets",
            "paper_arxiv_id": "2401.00001",
            "paper_url_abs": "http://arxiv.org/abs/2401.00001v2",
            "repo_url": "https://github.com/Reefworks/nets",
            "is_official": False,
            "mentioned_in_paper": False,
            "mentioned_in_github": True,
            "framework": "pytorch",
        },
    )
    assert found == Repository(
        "2401.00001",
        "https://github.com/Reefworks/nets",
        official=False,
        stars=None,
        forks=None,
        pushed=None,
        framework="pytorch",
        source="links.json",
        title="Reef Nets",
    )
    assert found.owner == "Reefworks"


@pytest.mark.parametrize(
    ("fields", "id"),
    [
        ({"paper_arxiv_id": "2401.00001"}, "2401.00001"),
        ({"paper_arxiv_id": "cs/0012001"}, "cs/0012001"),
        ({"paper_url_abs": "http://arxiv.org/abs/2401.00001v3"}, "2401.00001"),
        ({"paper_url": "https://arxiv.org/pdf/2401.00001.pdf"}, "2401.00001"),
        ({"paper": "Reef Nets", "arxiv_id": "arXiv:2401.00001"}, "2401.00001"),
        ({"paper_title": "Reef Nets", "paper_link": "https://proceedings.example/1234.5678.pdf"}, ""),
        ({"paper_title": "Reef Nets", "paper_arxiv_id": "nan"}, ""),
        ({"paper_title": "Reef Nets", "paper_arxiv_id": 1505.0629}, ""),
        ({"paper_title": "Reef Nets", "paper_arxiv_id": 1405.0629}, "1405.0629"),
    ],
)
def test_the_paper_is_known_by_its_arxiv_id_wherever_it_stands(fields: dict[str, Any], id: str, tmp_path: Path) -> None:
    (found,), _ = read(tmp_path / "links.json", {"repo_url": "https://github.com/a/b", **fields})
    assert found.paper_id == id


@pytest.mark.parametrize(
    ("given", "official"),
    [(True, True), ("true", True), ("1", True), ("False", False), (0, False), (None, None), ("", None), ("?", None)],
)
def test_what_is_not_said_is_not_taken_for_no(given: Any, official: bool | None, tmp_path: Path) -> None:
    (found,), _ = read(
        tmp_path / "links.json", {"repo_url": "https://github.com/a/b", "title": "Reefs", "is_official": given}
    )
    assert found.official is official
    assert (found.stars, found.forks, found.pushed, found.as_of) == (None, None, None, None)


def test_counts_and_days_are_read_and_a_count_of_none_is_no_zero(tmp_path: Path) -> None:
    row = {"paper_arxiv_id": "2401.00001", "repo_url": "https://gitlab.com/a/b", "stars": "1,204", "forks": 0,
           "pushed_at": "2026-01-05T10:00:00Z", "as_of": "2026-02-01"}  # fmt: skip
    (found,), _ = read(tmp_path / "links.json", row)
    assert (found.stars, found.forks) == (1204, 0)
    assert (found.pushed, found.as_of) == (date(2026, 1, 5), date(2026, 2, 1))


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://github.com/Ada/reefs", "https://github.com/Ada/reefs"),
        ("http://www.github.com/Ada/reefs.git", "https://github.com/Ada/reefs"),
        ("github.com/Ada/reefs/", "https://github.com/Ada/reefs"),
        ("https://github.com/Ada/reefs/tree/main/nets?tab=readme#top", "https://github.com/Ada/reefs"),
        ("https://github.com/Ada/reefs.", "https://github.com/Ada/reefs"),
        ("https://huggingface.co/datasets/ada/reefs", "https://huggingface.co/datasets/ada/reefs"),
        ("https://huggingface.co/ada/reefs", "https://huggingface.co/ada/reefs"),
        ("https://codeberg.org/ada/reefs", "https://codeberg.org/ada/reefs"),
        ("https://github.com/ada", None),
        ("https://github.com/orgs/ada/repositories", None),
        ("https://github.com.reefs.example/ada/reefs", None),
        ("https://reefs.example/github.com/ada/reefs", None),
        ("ftp://github.com/ada/reefs", None),
        ("javascript:alert(1)//github.com/a/b", None),
        ("https://github.com/ada/<script>", None),
        ("https://[github.com/a/b", None),
        ("", None),
    ],
)
def test_an_address_is_that_of_a_repository_or_none(given: str, url: str | None) -> None:
    assert repository_url(given) == url


@given(st.text(max_size=80))
def test_any_text_is_an_address_at_a_code_host_or_none(text: str) -> None:
    url = repository_url(text)
    assert url is None or (url.startswith("https://") and repository_url(url) == url)


def test_a_list_that_names_papers_by_title_is_read_too_and_its_day_is_that_of_the_counts(tmp_path: Path) -> None:
    path = tmp_path / "links.csv.gz"
    text = (
        "paper_title,paper_link,conference,year,repo_link,repo_star,last_update\n"
        '"Reef Nets, Deep",http://papers.example/1.pdf,NIPS,2017,https://github.com/ada/reefs,17,2019-01-02\n'
    )
    path.write_bytes(gzip.compress(text.encode()))
    (found,) = repositories(path)
    assert (found.title, found.paper_id, found.stars) == ("Reef Nets, Deep", "", 17)
    assert (found.pushed, found.as_of, found.official) == (None, date(2019, 1, 2), None)


def test_links_by_title_find_their_paper_where_one_bears_the_title() -> None:
    by_title = [repository(url="https://github.com/a/b", title=title) for title in ("Reef nets, deep!", "Twin nets ab")]
    links = [*(Repository("", one.url, None, 1, None, None, "", "l", one.title) for one in by_title), repository(7)]
    papers = [
        paper(1, title="Reef Nets, Deep"),
        paper(2, title="Twin Nets AB"),
        paper(3, title="Twin nets AB"),
        paper(4, title="Reefs"),
    ]
    assert [one.paper_id for one in linked(links, papers)] == ["9903.00001", "", "9903.00007"]


def test_a_short_title_says_too_little() -> None:
    link = Repository("", "https://github.com/a/b", None, 1, None, None, "", "l", "Reefs")
    assert [one.paper_id for one in linked([link], [paper(1, title="Reefs")])] == [""]


def test_columns_of_other_names_are_mapped_and_a_link_counts_once(tmp_path: Path) -> None:
    row = {"Paper": "2401.00001", "Code": "https://github.com/a/b", "Likes": 3}
    found, report = read(
        tmp_path / "x.json", row, row | {"Code": "https://github.com/A/B/"},
        mapping={"paper_id": "Paper", "url": "Code", "stars": "Likes"},
    )  # fmt: skip
    assert [(one.paper_id, one.stars) for one in found] == [("2401.00001", 3)]
    assert report.read == 2
    with pytest.raises(HiretoolError, match="no field 'code'"):
        read(tmp_path / "x.json", row, mapping={"code": "Code"})


def test_bad_lines_are_told_and_a_file_of_nothing_else_is_refused(tmp_path: Path) -> None:
    good = {"paper_arxiv_id": "2401.00001", "repo_url": "https://github.com/a/b"}
    bad: list[dict[str, Any]] = [
        good | {"repo_url": "https://reefs.example/a/b"},
        {"repo_url": "https://github.com/a/b"},
        good | {"stars": "many"},
        good | {"pushed_at": "yesterday"},
    ]
    found, report = read(tmp_path / "links.json", good, *bad)
    assert (len(found), report.read, report.bad) == (1, 1, 4)
    assert [reason.split(":")[0] for _, reason in report.bad_lines] == ["url", "paper", "stars", "pushed"]
    with pytest.raises(DataError, match=r"not one link .* url: expected a repository at github\.com.*columns are"):
        read(tmp_path / "links.json", bad[0])


def test_parquet_says_the_same_as_json(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    rows = [{"paper_arxiv_id": "2401.00001", "repo_url": "https://github.com/a/b", "is_official": True}]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "links.parquet")
    (found,) = repositories(tmp_path / "links.parquet")
    (same,), _ = read(tmp_path / "links.parquet.json", *rows)
    assert (found.paper_id, found.url, found.official) == (same.paper_id, same.url, True)
    (tmp_path / "cut.parquet").write_bytes((tmp_path / "links.parquet").read_bytes()[:100])
    with pytest.raises(DataError, match="a damaged Parquet file"):
        list(repositories(tmp_path / "cut.parquet"))


TABLES = {
    "papers": [{"id": 1, "arxiv_id": "2401.00001", "title": "Reef Nets", "url": "https://arxiv.org/abs/2401.00001"}],
    "repositories": [{"id": 7, "url": "https://github.com/ada/reefs", "stars": 5}],
    "paper_repositories": [{"id": 1, "paper_id": 1, "repository_id": 7, "relation": "community"}],
    "repository_forks": [{"source_repository_id": 7, "fork_url": "x"}, {"source_repository_id": 7, "fork_url": "y"}],
}


def folder(path: Path, **tables: list[dict[str, Any]]) -> Path:
    for name, rows in (TABLES | tables).items():
        if rows:
            with (path / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)
    return path


def test_a_folder_of_tables_is_joined_by_their_ids(tmp_path: Path) -> None:
    (found,) = repositories(folder(tmp_path))
    assert (found.paper_id, found.title, found.url) == ("2401.00001", "Reef Nets", "https://github.com/ada/reefs")
    assert (found.official, found.stars, found.forks) == (False, 5, 2)


def test_a_link_to_what_is_in_no_table_is_bad_and_a_missing_table_is_said(tmp_path: Path) -> None:
    report = Reading()
    stray = [*TABLES["paper_repositories"], {"id": 2, "paper_id": 9, "repository_id": 7, "relation": "official"}]
    assert len(list(repositories(folder(tmp_path, paper_repositories=stray), report=report))) == 1
    assert report.bad_lines == [(3, "no paper '9' in its table")]
    (tmp_path / "papers.csv").unlink()
    with pytest.raises(DataError, match="no table named papers in this folder"):
        list(repositories(tmp_path))


@pytest.mark.parametrize(
    ("account", "bears_it", "is_it"),
    [
        ("ifeomaokwuosa", True, True),
        ("Okwuosa-Ifeoma", True, True),
        ("ifeoma-chi-okwuosa", True, True),
        ("ifeomaokwuosa7", True, True),
        ("iokwuosa", True, False),
        ("icokwuosa", True, False),
        ("okwuosai", True, False),
        ("ifeomao", True, False),
        ("ifeoma", False, False),
        ("okwuosa", False, False),
        ("reef-lab", False, False),
        ("", False, False),
    ],
)
def test_an_account_bears_a_name_when_it_is_made_of_it(account: str, bears_it: bool, is_it: bool) -> None:
    assert bears(account, "Ifeoma Chi Okwuosa") is bears_it
    assert is_named(account, "Ifeoma Chi Okwuosa") is is_it


def test_names_too_short_for_a_handle_are_borne_by_none() -> None:
    assert not bears("li", "Li")
    assert not bears("yli", "Yu Li")
    assert not is_named("yuli", "Yu Li")
    assert not is_named("iokwuosa", "I. Okwuosa")


def test_repositories_are_gathered_by_account_and_the_most_starred_comes_first() -> None:
    few = repository(1, "https://github.com/corals/a", stars=3)
    links = [
        few,
        repository(1, "https://github.com/Reefworks/nets", stars=10, forks=2, pushed=date(2025, 1, 1)),
        repository(2, "https://github.com/reefworks/nets", stars=10, forks=2, pushed=date(2025, 1, 1)),
        repository(3, "https://github.com/reefworks/tides", stars=4, pushed=date(2026, 5, 1)),
    ]
    found = reimplementers(links, [paper(number) for number in (1, 2, 3)])
    assert [(one.account, one.stars, len(one.papers)) for one in found] == [("Reefworks", 14, 3), ("corals", 3, 1)]
    assert (found[0].forks, found[0].pushed) == (2, date(2026, 5, 1))
    assert found[1].links == (few,)
    assert "An account is not a name" in found[0].text
    assert "3 papers of other people, as the source of the links says; 14 stars and 2 forks" in found[0].text


@pytest.mark.parametrize("official", [True, None])
def test_only_what_the_source_calls_not_official_is_a_reimplementation(official: bool | None) -> None:
    assert reimplementers([repository(1, official=official)], [paper(1)]) == []


def test_the_authors_own_repository_is_none_whatever_the_source_calls_it() -> None:
    own = repository(1, "https://github.com/iokwuosa/nets")
    assert reimplementers([own], [paper(1, "Bo Bee", "Ifeoma Okwuosa")]) == []
    assert len(reimplementers([own], [paper(1, "Bo Bee")])) == 1


def test_a_library_of_many_papers_is_nobodys_work_on_one() -> None:
    links = [repository(number, "https://github.com/biglab/everything") for number in range(1, 12)]
    papers = [paper(number) for number in range(1, 12)]
    assert reimplementers(links, papers) == []
    assert len(reimplementers(links[:10], papers)[0].papers) == 10


def test_papers_that_are_not_asked_for_are_left_out_unless_none_are() -> None:
    links = [repository(1), repository(2, "https://github.com/corals/a")]
    assert [one.account for one in reimplementers(links, [paper(2)])] == ["corals"]
    assert [one.account for one in reimplementers(links, [])] == ["corals", "reefworks"]


def test_a_handle_that_is_a_whole_name_is_told_as_a_guess() -> None:
    papers = [paper(1, "Cy Cee"), paper(2, "Ifeoma Okwuosa"), paper(3, "Ifeoma C. Okwuosa")]
    (found,) = reimplementers([repository(1, "https://github.com/ifeoma-okwuosa/nets")], papers)
    assert found.names == ("Ifeoma Okwuosa",)
    assert "spelled like Ifeoma Okwuosa, an author here; that is a guess" in found.text
    (found,) = reimplementers([repository(1, "https://github.com/iokwuosa/nets")], papers)
    assert found.names == ()


def test_the_user_makes_an_account_a_persons() -> None:
    (person,) = first_authors([paper(2, "Ifeoma Okwuosa")], today=TODAY)
    (found,) = reimplementers([repository(1)], [paper(1, "Cy Cee")])
    assert merged(merged(person, found), found).code == found.links


@given(st.lists(st.tuples(st.integers(1, 4), st.sampled_from("abcd"), st.integers(0, 9)), max_size=12))
def test_each_link_is_in_one_account_whatever_the_order(rows: list[tuple[int, str, int]]) -> None:
    links = [repository(number, f"https://github.com/{owner * 6}/r{number}", stars=number) for number, owner, _ in rows]
    papers = [paper(number, "Cy Cee") for number in range(1, 5)]
    found = reimplementers(links, papers)
    assert reimplementers(reversed(links), papers) == found
    assert sorted(link.url for one in found for link in one.links) == sorted({link.url for link in links})
    assert [one.stars for one in found] == sorted((one.stars or 0 for one in found), reverse=True)


@pytest.mark.skipif(not LINKS.exists(), reason=f"{LINKS.name} is not here")
def test_a_real_list_of_2019_is_read_but_for_one_link_that_leads_to_an_account() -> None:
    report = Reading()
    found = list(repositories(LINKS, report=report))
    assert (report.read, report.bad, report.bad_lines[0][0]) == (1_846, 1, 1_475)
    assert all(one.official is None and one.stars is not None and one.as_of for one in found)
