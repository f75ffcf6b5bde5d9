"""The post linter: where findings stand, what takes them back, and what it makes of any input."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hiretool import discover, writers
from hiretool.errors import DataError, HiretoolError, Problems
from hiretool.job import lint
from hiretool.job.lint import report as words
from hiretool.job.lint.patterns import Patterns
from hiretool.job.lint.patterns import words as split
from tests import browser
from tests.conftest import Run

TODAY = datetime.date(2026, 11, 26)
LIBRARY = discover.library()
POSTS = Path(__file__).parent / "posts"
CLEAN = sorted((POSTS / "clean").glob("[0-9]*"))
OTHERS = sorted(path for folder in ("held-out", "final", "unseen") for path in (POSTS / folder).glob("[0-9]*"))
LINTER = lint.Linter(LIBRARY)

# A post with one fault in each of several places; what surrounds them is in order.
YEARS = "## Requirements\n\n- Python\n- 5+ years of experience with search\n"


def only(*rules: str) -> lint.Linter:
    return lint.Linter(LIBRARY, lint.Config(only=list(rules)))


def linted(text: str | bytes, *rules: str, name: str = "post", form: Any = None) -> lint.Report:
    ready = only(*rules) if rules else LINTER
    raw = text.encode() if isinstance(text, str) else text
    return ready.lint(ready.read(Path(name), raw, form), TODAY)


def places(report: lint.Report) -> list[tuple[str, int, int]]:
    return [(finding.rule.id, finding.line, finding.column) for finding in report.findings]


# Expressions


def found(pattern: str, text: str) -> list[str]:
    cut = split(text)
    return [text[cut[hit.first].start : cut[hit.last - 1].end] for hit in Patterns([(pattern, 0)]).find(text, cut)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("rock star", "A rock-star, a rock star, a rock\nstar.", ["rock-star", "rock star", "rock\nstar"]),
        ("rock star", "On the rock. Star of the week; rock, star.", []),
        ("analy*", "Analyse, analytics, an analyst; banal.", ["Analyse", "analytics", "analyst"]),
        (
            "must|should be able",
            "You must be able, or should be able, or may be able.",
            ["must be able", "should be able"],
        ),
        ("don't worry", "Don’t worry.", ["Don’t worry"]),
        ("us citizen", "A U.S. citizen; a Ph.D. Us. Citizen.", ["U.S. citizen"]),
        ("phd in", "Ph.D. in physics. Ph. D. in law.", ["Ph.D. in"]),
        ("ninja", "NINJA ninjas İninja", ["NINJA"]),
    ],
)
def test_an_expression_is_found_where_its_words_stand_together(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


def test_a_beginning_of_two_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 3 letters"):
        Patterns([("an*", 0)])


# Places


@pytest.mark.parametrize(
    ("text", "form", "line", "column"),
    [
        (YEARS, "markdown", 4, 3),
        (YEARS.replace("5+ years", "**5+ years**"), "markdown", 4, 5),
        ("Requirements:\n\n* Python\n* 5+ years of experience with search\n", "text", 4, 3),
        (
            "<h2>Requirements</h2>\n<ul>\n<li>Python\n<li>caf&eacute; &amp; <b>5+ years</b> of experience</ul>",
            "html",
            4,
            26,
        ),
        (
            '{"@type": "JobPosting",\n "description": "<h2>Requirements<\\/h2><ul><li>Caf\\u00e9<\\/li>'
            '<li>5+ years of experience<\\/li>"}',
            "jsonld",
            2,
            67,
        ),
    ],
)
def test_a_finding_stands_where_its_words_stand_in_the_source(text: str, form: Any, line: int, column: int) -> None:
    report = linted(text, "years-of-experience", form=form)
    assert places(report) == [("years-of-experience", line, column)]
    finding = report.findings[0]
    assert report.post.source[finding.start : finding.end] == "5+ years"


def test_a_heading_at_the_head_of_its_paragraph_names_its_section() -> None:
    text = "**What we need.** Clear notes, and at least three years as a data engineer.\n"
    assert places(linted(text, "years-of-experience")) == [("years-of-experience", 1, 45)]
    page = "<p><b>What we need.</b> Clear notes, and at least three years as a data engineer.</p>"
    assert [name for name, _, _ in places(linted(page, "years-of-experience"))] == ["years-of-experience"]


@pytest.mark.parametrize("form", ["docx", "pdf", "html", "markdown"])
def test_our_own_files_are_read_back_in_each_form(form: str) -> None:
    from tests.documents import post

    document = post()
    report = linted(writers.write(document, form), name=f"post.{form}", form=form)
    assert report.post.title is not None
    assert document.title in report.post.title.text
    assert {"must", "duties", "process", "accommodation"} <= {block.section for block in report.post.blocks}


# Precision


@pytest.mark.parametrize("path", [*CLEAN, *OTHERS], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_good_post_is_read_whole(path: Path) -> None:
    report = LINTER.lint(LINTER.read(path), TODAY)
    assert report.figures.words > 300
    assert report.post.title is not None
    assert not report.remarks


@pytest.mark.parametrize("paths", [CLEAN, OTHERS], ids=["clean", "others"])
def test_good_posts_have_at_most_one_finding_in_ten_posts(paths: list[Path]) -> None:
    assert len(paths) >= 40
    wrong = [
        f"{path.name}:{finding.line} {finding.rule.id} {finding.found}"
        for path in paths
        for finding in LINTER.lint(LINTER.read(path), TODAY).findings
    ]
    assert len(wrong) <= len(paths) // 10, "\n".join(wrong)


def test_machine_learning_vocabulary_is_not_gender_coded() -> None:
    text = (
        "You choose an objective function, train decision trees and support vector machines, try active learning, "
        "fit hierarchical models, compare against a competitive baseline, use dependency injection, and analyse "
        "individual-level data. Independent component analysis, logic programming, the dominant eigenvalue, force "
        "fields, adversarial training, leader election, lead time, and analytics are all around you. "
    )
    report = linted(text * 3)
    assert report.figures.masculine == 0
    assert "gender-coded-words" not in {finding.rule.id for finding in report.findings}


def test_a_coded_word_counts_once() -> None:
    assert linted("A dominant person. " * 10).figures.masculine == 10


# Taking findings back


@pytest.mark.parametrize(
    ("before", "ignored"),
    [
        ("<!-- hiretool: ignore years-of-experience -->\n", 1),
        ("<!-- hiretool: ignore -->\n", 1),
        ("<!-- hiretool: ignore tool-list, years-of-experience -->\n", 1),
        ("<!-- hiretool: ignore degree-demand -->\n", 0),
    ],
)
def test_a_comment_takes_back_what_stands_on_the_next_line(before: str, ignored: int) -> None:
    report = linted(YEARS.replace("- 5+", before + "- 5+"), "years-of-experience")
    assert (report.ignored, len(report.findings)) == (ignored, 1 - ignored)


def test_a_comment_for_the_whole_post_takes_all_of_a_rule_back() -> None:
    report = linted("<!-- hiretool: ignore-file years-of-experience -->\n" + YEARS * 2, "years-of-experience")
    assert (report.ignored, report.findings) == (2, ())


def test_a_comment_that_names_no_rule_is_remarked_on() -> None:
    report = linted("<!-- hiretool: ignore years-of-experiense -->\n" + YEARS, "years-of-experience")
    assert any("Did you mean 'years-of-experience'" in remark for remark in report.remarks)


def test_a_config_turns_rules_off_and_changes_limits(tmp_path: Path) -> None:
    path = tmp_path / "job-lint.yaml"
    path.write_text(
        "schema: 1\nturned_off: [post-too-short]\nlimits: {too-many-must-haves: {items: 1}}\n"
        "severities: {too-many-must-haves: error}\ngroups_off: [content, ability, title]\n",
        encoding="utf-8",
    )
    ready = lint.Linter(LIBRARY, lint.config(path))
    report = ready.lint(ready.read(Path("post"), YEARS.encode()), TODAY)
    by_rule = {finding.rule.id: finding.rule.severity for finding in report.findings}
    assert by_rule["too-many-must-haves"] == "error"
    assert "post-too-short" not in by_rule
    assert not {finding.rule.group for finding in report.findings} & {"content", "ability", "title"}


def test_a_config_with_unknown_names_is_refused_with_all_of_them() -> None:
    config = lint.Config(turned_off=["post-too-shot"], limits={"tool-list": {"tolls": 3}})
    with pytest.raises(Problems) as error:
        lint.Linter(LIBRARY, config)
    assert "Did you mean 'post-too-short'" in str(error.value)
    assert "no limit 'tolls'; the rule has: tools" in str(error.value)


# Fixes


FIXABLE = [rule for rule in lint.rules.all(LIBRARY) if any(term.fix for term in rule.terms)]


def test_there_are_safe_fixes() -> None:
    assert FIXABLE


def test_a_fix_changes_what_was_found_and_nothing_else() -> None:
    text = "# Data engineer\r\n\r\nYou answer to the Chairman, and keep the whitelist & **blacklist**.\r\n"
    report = linted(text)
    mended, count = lint.fixed(report.post, report.findings)
    assert count == 3
    assert mended == "# Data engineer\r\n\r\nYou answer to the Chair, and keep the allowlist & **blocklist**.\r\n"
    again = linted(mended)
    assert lint.fixed(again.post, again.findings) == (mended, 0)


def test_words_with_markup_inside_are_left_alone() -> None:
    report = linted("You keep the white<b>list</b> and the chair*man* of the board.")
    assert lint.fixed(report.post, report.findings)[1] == 0


def test_a_form_without_its_text_is_not_mended() -> None:
    report = linted(
        '{"@type": "JobPosting", "title": "Chairman", "description": "<p>The chairman.</p>"}', form="jsonld"
    )
    with pytest.raises(HiretoolError, match="mend the file that this was made from"):
        lint.fixed(report.post, report.findings)


# Any input


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=400), st.sampled_from(["markdown", "text", "html"]))
@example("**a**\x00", "markdown")
@example("<li><p><![CDATA[ x <!-- </b", "html")
@example("- " * 50, "markdown")
@example("İ 5+ years of experience", "markdown")
def test_any_text_is_linted_and_each_place_is_inside_it(text: str, form: Any) -> None:
    try:
        report = linted(text.encode("utf-8", "replace"), form=form)
    except DataError:
        return
    source = report.post.source
    for finding in report.findings:
        assert 0 <= finding.start <= finding.end <= len(source)
        assert 1 <= finding.line <= source.count("\n") + 1
    json.dumps(words.data([report], 1))
    words.text([report])
    writers.write(words.page([report], 1), "html")


JSON = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["@type", "title", "name", "value"]), inner)
    ),
    max_leaves=8,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.dictionaries(
        st.sampled_from(
            (
                "title",
                "description",
                "datePosted",
                "jobLocation",
                "baseSalary",
                "identifier",
                "employmentType",
                "validThrough",
            )
        ),
        JSON,
    )
)
def test_any_posting_is_checked(data: dict[str, Any]) -> None:
    text = "<p>Train the models of the harbour.</p>"
    linted(json.dumps({"description": text, **data, "@type": "JobPosting"} | {"title": "ML engineer"}), form="jsonld")


@pytest.mark.parametrize(
    ("raw", "name", "said"),
    [
        (b"", "post.md", "is empty; expected a job post"),
        (b" \n\t ", "post.md", "is empty"),
        (b"a" * 10_000_000, "post.md", "10,000,000 bytes; expected a post of 3,000,000 at most"),
        (bytes(range(256)) * 20, "post.md", "holds binary data"),
        (b"\xff\xfea\x00", "post.md", "is UTF-16"),
        (b"caf\xe9", "post.md", "is not UTF-8"),
        (b"[1, 2", "post.json", "is not valid JSON"),
        (b"[1, 2]", "post.json", "holds no JobPosting"),
        (b"[" * 5000 + b"]" * 5000, "post.json", "deep"),
        (b"PK\x03\x04nothing", "post.docx", "is not a readable DOCX"),
        (b"%PDF-1.7 nothing", "post.pdf", "is not a readable PDF"),
        (b"<!doctype html><script>x</script>", "post.html", "has no words"),
        (b'{"@type": "JobPosting"}', "post.jsonld", "has no words"),
    ],
)
def test_what_cannot_be_linted_is_said_in_words(raw: bytes, name: str, said: str) -> None:
    with pytest.raises(DataError, match=re.escape(said)):
        LINTER.read(Path(name), raw)


@pytest.mark.parametrize(
    "text",
    [
        '[{"@type": "Organization"}, {"@type": ["JobPosting"], REST}]',
        '{"@graph": [{"@type": "https://schema.org/JobPosting", REST}]}',
        '{"mainEntity": {"@type": "schema:JobPosting", REST}}',
    ],
)
def test_a_posting_is_found_in_lists_and_graphs(text: str) -> None:
    report = linted(text.replace("REST", '"title": "ML engineer", "description": "<p>Train it.</p>"'))
    assert report.post.title is not None
    assert report.post.title.text == "ML engineer"
    assert report.figures.words == 2


def test_the_type_of_a_script_may_name_its_letters() -> None:
    script = '<script type="application/ld+json; charset=utf-8">{"@type": "JobPosting", "title": "x"}</script>'
    assert len(linted(f"<h1>ML engineer</h1>{script}<p>Train the models.</p>").post.postings) == 1


def test_a_pdf_is_not_blamed_for_paragraphs_that_cannot_be_seen_in_it() -> None:
    lines = "\n".join("We forecast water levels for small harbours hour by hour" for _ in range(40))
    rules = ("wall-of-text", "sentence-too-long")
    assert {name for name, _, _ in places(linted(lines, *rules, form="text"))} == set(rules)
    ready = only(*rules)
    post = ready.read(Path("post"), lines.encode(), "text")
    post.form = "pdf"
    assert ready.lint(post, TODAY).findings == ()


def test_broken_json_in_a_page_is_remarked_on_and_the_page_is_linted() -> None:
    page = '<h1>ML engineer</h1>\n<script type="application/ld+json">{"@type": </script><p>Train the models.</p>'
    report = linted(page)
    assert any("line 2 is not valid JSON" in remark for remark in report.remarks)


def test_a_post_in_another_language_is_told_so_and_not_held_against_english_rules() -> None:
    text = "Wir suchen eine Person, die Modelle trainiert und sie den Lotsen erklärt. " * 6
    report = linted(text + "\n\n- 5+ years of experience\n")
    assert any("does not look like English" in remark for remark in report.remarks)
    assert report.findings == ()


# Output


def test_text_has_a_line_a_finding_as_compilers_write_it() -> None:
    text = words.text([linted(YEARS, "years-of-experience", name="post.md")])
    assert re.match(r"post\.md:4:3: warning\[years-of-experience\] \"5\+ years\" of experience says", text)
    assert "    Instead: Name what should be shown" in text
    assert "    Source: Sackett" in text


def test_sarif_has_what_the_standard_asks_for() -> None:
    report = linted(YEARS, "years-of-experience", name="a post.md")
    made = words.sarif([report], LINTER.rules)
    (run,) = made["runs"]
    (result,) = run["results"]
    assert made["version"] == "2.1.0"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "years-of-experience"
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "a%20post.md"
    assert where["region"] | {} == {
        "startLine": 4,
        "startColumn": 3,
        "endLine": 4,
        "endColumn": 11,
        "charOffset": YEARS.index("5+"),
        "charLength": 8,
    }
    assert result["level"] in ("error", "warning", "note")


def test_the_page_marks_what_was_found_and_links_to_the_reason() -> None:
    page = writers.write(words.page([linted(YEARS, "years-of-experience")], 1), "html").decode()
    assert "<strong>5+ years</strong>" in page
    assert 'href="#finding-1"' in page
    assert 'id="finding-1"' in page


@pytest.mark.slow
def test_the_page_can_be_read_on_a_telephone(tmp_path: Path) -> None:
    found = browser.chromium()
    if found is None:
        pytest.skip("no Chromium here")
    page = writers.write(words.page([linted(YEARS * 3)], 1), "html")
    widths = browser.widths(found, page, 360, tmp_path)
    assert widths["page"] <= widths["window"]
    assert browser.faint_texts(found, page, tmp_path, dark=True, least=4.5) == []


# The command


def test_findings_end_with_code_1_and_none_with_0(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.md").write_text(YEARS, encoding="utf-8")
    assert run("job", "lint", "bad.md", "--only", "years-of-experience").code == 1
    good = run("job", "lint", CLEAN[0], "--today", "2026-11-26")
    assert (good.code, good.stdout) == (0, "")
    assert good.stderr.startswith("No findings in 1 post, by ")


def test_standard_input_is_linted(run: Run) -> None:
    result = run("job", "lint", "-", "--only", "years-of-experience", "--json", input=YEARS)
    assert result.code == 1
    (file,) = json.loads(result.stdout)["files"]
    assert (file["path"], file["form"], len(file["findings"])) == ("standard input", "markdown", 1)


def test_fixing_a_file_mends_it_in_place_and_reports_what_is_left(run: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text("You keep the whitelist.\n\n" + YEARS, encoding="utf-8")
    result = run("job", "lint", "post.md", "--fix", "--only", "years-of-experience", "--only", "exclusive-tech-terms")
    assert (tmp_path / "post.md").read_text(encoding="utf-8").startswith("You keep the allowlist.")
    assert result.code == 1
    assert "1 fix made" in result.stderr
    assert "exclusive-tech-terms" not in result.stdout


def test_fixing_standard_input_gives_the_mended_post(run: Run) -> None:
    result = run("job", "lint", "-", "--fix", "--only", "exclusive-tech-terms", input="You keep the whitelist.\n")
    assert (result.code, result.stdout) == (0, "You keep the allowlist.\n")


def test_a_config_beside_the_post_is_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "post.md").write_text(YEARS, encoding="utf-8")
    (tmp_path / "posts" / "job-lint.yaml").write_text("schema: 1\nonly: [tool-list]\n", encoding="utf-8")
    result = run("job", "lint", "posts/post.md")
    assert result.code == 0
    assert "Rules as posts/job-lint.yaml says." in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Name a post, or -"),
        (("nowhere.md",), 1, "nowhere.md"),
        (("-", "--only", "years-of-experiense"), 1, "Did you mean 'years-of-experience'?"),
        (("-", "--today", "tomorrow"), 2, "expected a date such as 2026-11-26"),
        (("-", "--config", "nowhere.yaml"), 1, "nowhere.yaml"),
    ],
)
def test_what_is_wrong_with_a_call_is_said(run: Run, arguments: tuple[str, ...], code: int, said: str) -> None:
    result = run("job", "lint", *arguments, input=YEARS)
    assert result.code == code
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_the_rules_are_listed(run: Run) -> None:
    result = run("job", "lint", "--rules")
    assert result.code == 0
    assert len(result.stdout.splitlines()) == len(LINTER.rules)
    assert max(map(len, result.stdout.splitlines())) <= 100


def test_a_page_is_written_by_the_ending_of_its_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(YEARS, encoding="utf-8")
    assert run("job", "lint", "post.md", "-o", "found.html").code == 1
    assert (tmp_path / "found.html").read_bytes().startswith(b"<!doctype html>")
    assert run("job", "lint", "post.md", "-o", "found.sarif").code == 1
    assert json.loads((tmp_path / "found.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
