"""From files to people in two commands, offline; and all that a recruiter may get wrong on the way."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from hiretool.sourcing import harvest as harvest_module
from hiretool.sourcing.corpus import Corpus
from tests.conftest import Run
from tests.fake_oai import Served, archive
from tests.test_sourcing_files import record

TODAY = "2026-11-20"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def line(
    number: int, authors: list[str], title: str, *, month: int = 6, year: int = 2026, **fields: Any
) -> dict[str, Any]:
    """A record on reefs; authors as "Ifeoma Okwuosa"."""
    parsed = [[name.rpartition(" ")[2], name.rpartition(" ")[0], ""] for name in authors]
    created = f"Mon, 1 {MONTHS[month - 1]} {year} 10:00:00 GMT"
    return record(
        number,
        title=title,
        authors_parsed=parsed,
        versions=[{"version": "v1", "created": created}],
        **({"abstract": "Reefs are watched."} | fields),
    )


# Two people are called Wei Zhang here; nobody else's name comes twice.
SNAPSHOT = [
    line(1, ["Wei Zhang", "Ama Abe", "Bo Bee"], "Reef sensors that drift", comments="Accepted at ICML 2026"),
    line(2, ["Wei Zhang", "Ama Abe"], "Cheap reef sensors", month=2),
    line(3, ["Wei Zhang", "Cy Cee", "Di Dee"], "Reef tourism in numbers"),
    line(4, ["Wei Zhang", "Cy Cee"], "Hotels beside the water", month=3),
    line(5, ["Ifeoma Okwuosa", "Bo Bee"], "Labels for reef images", abstract="Reefs: github.com/okwuosa/reefs"),
    line(6, ["Bo Bee", "Ifeoma Okwuosa"], "Old reefs", year=2019),
    *[line(100 + one, [f"Wei Person{one}", f"Ama{one} Zhang"], "Something else") for one in range(60)],
]
LISTS = [
    {"title": "Reef Sensors That Drift", "authors": "Wei Zhang; Ama Abe; Bo Bee", "status": "Oral"},
    {"title": "Reefs from above", "authors": "Jörg Ünver; Bo Bee", "status": "Poster"},
    {"title": "Reefs, rejected", "authors": "Zo Zed", "status": "Reject"},
]


@pytest.fixture
def built(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """The commands, with a corpus of the snapshot, a list and links."""
    monkeypatch.setenv("HIRETOOL_CORPUS", str(tmp_path / "corpus"))
    (tmp_path / "snapshot.jsonl").write_text("\n".join(map(json.dumps, SNAPSHOT)), encoding="utf-8")
    (tmp_path / "icml2026.json").write_text(json.dumps(LISTS), encoding="utf-8")
    with (tmp_path / "links.csv").open("w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow(["paper_arxiv_id", "repo_url", "is_official", "stars"])
        rows.writerow(["9904.00001", "https://github.com/reefer/sensors-again", "false", "321"])
        rows.writerow(["9904.00005", "https://github.com/okwuosa/reefs", "true", "5"])
    done = run("corpus", "build", "snapshot.jsonl", "icml2026.json", "links.csv")
    assert done.code == 0, done.stderr
    assert "66 papers new" in done.stderr
    assert "2 lines, 1 not accepted and left out" in done.stderr
    return run


def found(run: Run, *arguments: str) -> dict[str, Any]:
    done = run("people", "find", "reef*", "--until", TODAY, "--json", *arguments)
    assert done.code == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def test_two_people_of_one_name_are_two_entries_each_with_their_own_papers(built: Run) -> None:
    people = found(built)["people"]
    zhangs = [one for one in people if one["name"] == "Wei Zhang"]
    assert sorted(sorted(paper["id"] for paper in one["record"]) for one in zhangs) == [
        ["9904.00001", "9904.00002"],
        ["9904.00003", "9904.00004"],
    ]
    for one in zhangs:
        assert 0 < one["identity"]["confidence"] <= 1
        assert "1 other person of this name told apart" in one["identity"]["text"]


def test_the_evidence_holds_what_lists_links_and_the_whole_record_say(built: Run) -> None:
    people = found(built)["people"]
    drift = next(one for one in people if "9904.00001" in [paper["id"] for paper in one["papers"]])
    assert [(line["venue"], line["tier"], line["paper_id"]) for line in drift["accepted"]] == [
        ("ICML", "oral", "9904.00001")
    ]
    assert {"accepted", "distinction", "venue"} <= {claim["signal"] for claim in drift["evidence"]}
    labels = next(one for one in people if one["name"] == "Ifeoma Okwuosa")
    assert {paper["id"] for paper in labels["record"]} == {"9904.00005", "9904.00006"}
    assert labels["code"][0]["official"] is True
    total = sum(part["contribution"] for part in drift["score"])
    assert drift["weight"] == pytest.approx(total)


def test_a_recruiters_decision_on_who_is_who_wins_and_survives_a_new_build(built: Run, tmp_path: Path) -> None:
    (tmp_path / "who.csv").write_text(
        "decision,group,paper,name\nmerge,1,9904.00001,Wei Zhang\nmerge,1,9904.00003,Wei Zhang\n", encoding="utf-8"
    )
    shutil.rmtree(tmp_path / "corpus")
    assert built("corpus", "build", "snapshot.jsonl").code == 0
    people = found(built, "--identities", "who.csv")["people"]
    (zhang,) = (one for one in people if one["name"] == "Wei Zhang")
    assert len(zhang["record"]) == 4
    assert "A recruiter merged papers here." in zhang["identity"]["reasons"]


def test_weights_change_the_order_and_are_said(built: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("title: Mine\ncannot_show: Much.\nweights:\n  code: 5\n", encoding="utf-8")
    result = found(built, "--weights", "mine.yaml")
    assert result["people"][0]["name"] == "Ifeoma Okwuosa"
    assert result["weights"] == {"title": "Mine", "weights": {"code": 5.0}}
    assert result["cannot_show"] == "Much."
    done = built("people", "find", "reefs", "--weights", "nonsense")
    assert done.code == 1
    assert "balanced" in done.stderr


def test_conferences_are_searched_by_title_venue_and_tier(built: Run) -> None:
    names = [one["name"] for one in found(built, "--source", "conference")["people"]]
    assert sorted(names) == ["Jörg Ünver", "Wei Zhang"]
    orals = found(built, "--source", "conference", "--tier", "oral", "--venue", "icml")["people"]
    assert [paper["id"] for paper in orals[0]["papers"]] == ["9904.00001"]
    assert found(built, "--source", "conference", "--venue", "CVPR")["people"] == []
    table = built("people", "find", "reef*", "--until", TODAY, "--source", "conference").stdout
    assert "Reefs from above (ICML 2026, by its list)" in " ".join(table.split())
    assert "dated to the middle of its year" in " ".join(table.split())


def test_one_person_of_two_sources_is_listed_once(built: Run) -> None:
    people = found(built, "--source", "all")["people"]
    drift = [one for one in people if "9904.00001" in [paper["id"] for paper in one["papers"]]]
    assert len(drift) == 1
    assert "Jörg Ünver" in [one["name"] for one in people]


def test_accounts_that_implement_papers_again_are_no_names(built: Run) -> None:
    done = built("people", "find", "reef*", "--source", "code", "--json")
    (account,) = json.loads(done.stdout)["accounts"]
    assert (account["account"], account["stars"], account["papers"]) == ("reefer", 321, "9904.00001")
    assert "An account is not a name" in account["text"]


def test_a_list_becomes_a_report_with_the_second_command(built: Run, tmp_path: Path) -> None:
    assert built("people", "find", "reef*", "--until", TODAY, "--json", "-o", "found.json").code == 0
    done = built("people", "report", "found.json", "-o", "people.html")
    assert done.code == 0, done.stderr
    page = (tmp_path / "people.html").read_text(encoding="utf-8")
    assert page.count("Ifeoma Okwuosa") > 1
    assert "told apart" in page


def test_a_paper_that_only_a_list_knows_is_reported_without_a_link(built: Run, tmp_path: Path) -> None:
    asked = ("people", "find", "reef*", "--source", "conference", "--until", TODAY, "--json", "-o", "found.json")
    assert built(*asked).code == 0
    done = built("people", "report", "found.json", "--person", "Jörg Ünver", "-o", "people.html")
    assert done.code == 0, done.stderr
    page = (tmp_path / "people.html").read_text(encoding="utf-8")
    assert "Reefs from above" in page
    assert 'href=""' not in page
    assert "list:" not in page


def test_who_objected_is_in_no_list_after_the_corpus_was_built_anew(built: Run, tmp_path: Path) -> None:
    assert built("init", "workspace").code == 0
    own = ("--workspace", "workspace")
    assert built(*own, "people", "forget", "Ifeoma Okwuosa").code == 0
    assert built("corpus", "build", "snapshot.jsonl").code == 0
    for source in ("arxiv", "all"):
        done = built(*own, "people", "find", "reef*", "--until", TODAY, "--json", "--source", source)
        assert "Okwuosa" not in done.stdout
        assert json.loads(done.stdout)["counts"]["hidden"] == 1
    assert "Okwuosa" in built("people", "find", "reef*", "--until", TODAY, "--json").stdout
    parquet = pytest.importorskip("pyarrow.parquet")
    assert built(*own, "corpus", "export", "-o", "tables").code == 0
    names = parquet.read_table(tmp_path / "tables" / "mentions.parquet").column("name").to_pylist()
    assert "Bo Bee" in names
    assert "Ifeoma Okwuosa" not in names


def test_a_purge_leaves_no_byte_of_a_name_in_the_corpus(built: Run, tmp_path: Path) -> None:
    def bytes_of() -> bytes:
        return b"".join(file.read_bytes() for file in (tmp_path / "corpus").rglob("*") if file.is_file()).lower()

    assert b"okwuosa" in bytes_of()
    assert built("init", "workspace").code == 0
    done = built("--workspace", "workspace", "people", "purge", "--person", "Ifeoma Okwuosa", "--corpus", "corpus")
    assert done.code == 0, done.stderr
    assert "ifeoma" not in bytes_of().decode(errors="replace")
    assert "Ifeoma" not in built("people", "find", "reef*", "--until", TODAY, "--json").stdout


def test_a_name_that_was_forgotten_does_not_come_into_a_new_corpus(built: Run, tmp_path: Path) -> None:
    assert built("init", "workspace").code == 0
    own = ("--workspace", "workspace")
    assert built(*own, "people", "forget", "Ifeoma Okwuosa").code == 0
    assert built(*own, "corpus", "build", "snapshot.jsonl", "--corpus", "anew").code == 0
    with Corpus(tmp_path / "anew") as corpus:
        names = {name for paper in corpus.all() for name in paper.authors}
    assert "Bo Bee" in names
    assert "[name withheld]" in names
    assert "Ifeoma Okwuosa" not in names


def test_who_objected_by_one_paper_is_still_known_by_it_in_a_new_corpus(built: Run, tmp_path: Path) -> None:
    assert built("init", "workspace").code == 0
    own = ("--workspace", "workspace")
    assert built(*own, "people", "forget", "Wei Zhang", "--paper", "9904.00002").code == 0
    assert built(*own, "corpus", "build", "snapshot.jsonl", "--corpus", "anew").code == 0
    done = built(*own, "people", "find", "reef*", "--until", TODAY, "--json", "--corpus", "anew")
    (zhang,) = (one for one in json.loads(done.stdout)["people"] if one["name"] == "Wei Zhang")
    assert sorted(paper["id"] for paper in zhang["record"]) == ["9904.00003", "9904.00004"]


def test_what_is_in_a_corpus_is_told(built: Run) -> None:
    done = built("corpus", "info", "--json")
    told = json.loads(done.stdout)
    assert (told["papers"], told["indexed"], told["acceptances"], told["repositories"]) == (66, 66, 2, 2)
    assert [source["finished"] for source in told["sources"]] == [True, True, True]
    assert "66 papers" in built("corpus", "info").stdout


def test_tables_are_exported_for_other_tools(built: Run, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    assert built("corpus", "export", "-o", "tables").code == 0
    assert parquet.read_table(tmp_path / "tables" / "papers.parquet").num_rows == 66
    assert parquet.read_table(tmp_path / "tables" / "mentions.parquet").num_rows == sum(
        len(one["authors_parsed"]) for one in SNAPSHOT
    )
    assert built("corpus", "export", "-o", "tables").code == 1
    assert built("corpus", "export", "-o", "tables", "--force").code == 0


def test_arxiv_is_harvested_and_then_asked_for_what_changed(
    run: Run, httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = archive(30)
    served = Served(httpserver, tmp_path / "place", records)
    monkeypatch.setenv("HIRETOOL_OAI_URL", httpserver.url_for("/oai"))
    monkeypatch.setattr(harvest_module, "INTERVAL_S", 0.0)
    original = harvest_module.harvest
    monkeypatch.setattr(
        harvest_module, "harvest", lambda *given, **more: original(*given, **more, interval_s=0.0, sleep=lambda _: None)
    )
    done = run("corpus", "harvest", "--corpus", "corpus")
    assert done.code == 0, done.stderr
    kept = {one.id for one in records if not one.deleted}
    with Corpus(tmp_path / "corpus") as corpus:
        assert {paper.id for paper in corpus.all()} == kept
        assert corpus.shelf.source("harvest all").finished  # type: ignore[union-attr]
    done = run("corpus", "update", "--corpus", "corpus")
    assert done.code == 0, done.stderr
    assert "0 papers new" in done.stderr
    del served


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (("people", "find", "reefs", "--source", "code"), "needs a corpus"),
        (("people", "find", "reefs", "--corpus", "nowhere"), "no corpus is there; make one with"),
        (("people", "find", "reefs", "--venue", "ICML"), "go with --source conference"),
        (("people", "find", "reefs", "--from", "x", "--source", "all"), "needs a corpus"),
        (("corpus", "info"), "no corpus is there"),
        (("corpus", "build", "absent.json"), "absent.json: cannot be read"),
        (("corpus", "build", "."), "no table named papers in this folder"),
        (("corpus", "build", "x.json", "--map", "title"), "expected NAME=COLUMN"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(run: Run, arguments: tuple[str, ...], hint: str) -> None:
    done = run(*arguments)
    assert done.code in (1, 2)
    assert hint in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr


def test_a_build_of_nothing_leaves_no_corpus(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("not a record\n", encoding="utf-8")
    assert run("corpus", "build", ".", "--corpus", "corpus").code == 1
    assert not (tmp_path / "corpus").exists()
