"""Blank scorecards: what an interviewer fills in, on a sheet, on a page or in a text, is imported as it is."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import python_calamine
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hiretool import kit, scoring, writers
from hiretool.document import Document
from hiretool.errors import HiretoolError
from hiretool.kit.card_asks import LONGEST_NAME, LONGEST_NOTE
from hiretool.model import ANCHOR_COLUMNS, RECOMMENDATIONS
from hiretool.scoring.normal import LONGEST
from tests import axe, browser, read_back
from tests.conftest import LIBRARY, Run
from tests.documents import library, role

NOTE = 'Asked "why?", then: a <b> | c\n\n=1+1, مرحبا\n- a list\n# a heading'
# Competency -> rating and note; `coding` stays blank, which is not assessed.
SAID = {"debugging": ("3", NOTE), "coding": ("", "")}
WHO = {"candidate": "Ọlá, =Adéyẹmí", "interviewer": 'Bo "the" O\'Neill'}


def blank(*rounds: str, **who: str) -> Document:
    chosen = [entry for entry in role().rounds if not rounds or entry.id in rounds]
    return kit.blank(role(), library(), rounds=chosen, level="senior", **who)


def expected(day: str = "") -> list[dict[str, str]]:
    """What the card `find-out`, filled in with SAID and WHO, is in the normal form."""
    same = {"role": "engineer", **WHO, "interview": "find-out"}
    return [
        {**same, "competency": name, "rating": rating, "note": note, "recommendation": "strong_yes"}
        | {"submitted_at": day}
        for name, (rating, note) in SAID.items()
    ]


def taken(path: Path) -> list[dict[str, str]]:
    """The rows that a file holds, as they are written in the normal form."""
    from hiretool.scoring.normal import normal_rows

    return [{name: str(value) for name, value in row.items()} for row in normal_rows(scoring.read(path))]


# The sheet

SHEET = "xl/worksheets/sheet1.xml"


def part(raw: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        return book.read(name).decode()


def head(raw: bytes) -> list[str]:
    sheet = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_name("Scorecard")
    return [str(cell) for cell in sheet.to_python()[0]]


def typed(raw: bytes, cells: Mapping[tuple[int, str], str], change: Callable[[str], str] = str) -> bytes:
    """The workbook with texts typed into some cells, by row and column name; `change` is done to the sheet after it."""
    letters = {name: chr(ord("A") + place) for place, name in enumerate(head(raw))}
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as book, zipfile.ZipFile(target, "w") as copy:
        for entry in book.infolist():
            text = book.read(entry)
            if entry.filename == SHEET:
                sheet = text.decode()
                for (row, name), value in cells.items():
                    escaped = value.replace("&", "&amp;").replace("<", "&lt;")
                    cell = rf'(<c r="{letters[name]}{row}"[^>]*?)(?: t="\w+")?(?:/>|>.*?</c>)'
                    before, *found = re.split(cell, sheet, maxsplit=1)
                    assert found, (row, name)
                    shown = f' t="inlineStr"><is><t xml:space="preserve">{escaped}</t></is></c>'
                    sheet = before + found[0] + shown + found[1]
                text = change(sheet).encode()
            copy.writestr(entry, text)
    return target.getvalue()


ANSWERS = {
    (2, "candidate"): WHO["candidate"],
    (2, "interviewer"): WHO["interviewer"],
    (2, "rating"): SAID["debugging"][0],
    (2, "note"): NOTE,
    (2, "recommendation"): "strong_yes",
}


def without_results(sheet: str) -> str:
    """As a library leaves a sheet that computes nothing: formulas without what they came to."""
    return re.sub(r' t="str"(><f>[^<]*</f>)<v>[^<]*</v>', r"\1", sheet)


@pytest.mark.parametrize("left", [str, without_results])
def test_a_sheet_is_filled_in_once_a_card_and_imported(left: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / "card.xlsx"
    path.write_bytes(typed(writers.write(blank("find-out"), "xlsx"), ANSWERS, left))
    assert taken(path) == expected()


def test_a_sheet_whose_every_cell_is_typed_is_imported_too(tmp_path: Path) -> None:
    again = {(3, name): value for (_, name), value in ANSWERS.items() if name not in ("rating", "note")}
    path = tmp_path / "card.xlsx"
    path.write_bytes(typed(writers.write(blank("find-out"), "xlsx"), ANSWERS | again))
    assert taken(path) == expected()


def test_who_is_known_already_stands_in_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "card.xlsx"
    path.write_bytes(typed(writers.write(blank("find-out", **WHO), "xlsx"), {(2, "rating"): "mixed"}))
    assert [(row["candidate"], row["interviewer"], row["rating"]) for row in taken(path)] == [
        (*WHO.values(), "mixed"),
        (*WHO.values(), ""),
    ]


def test_rows_that_nobody_filled_in_are_passed_over(tmp_path: Path) -> None:
    raw = writers.write(blank(candidate="Ada"), "xlsx")
    answers = {(2, "interviewer"): "Bo", (2, "rating"): "4"}
    path = tmp_path / "card.xlsx"
    path.write_bytes(typed(raw, answers))
    found = scoring.reading(path)
    assert (len(found.frame), found.untouched, found.rejected, found.ignored) == (1, 3, [], [])


def test_only_what_is_to_be_filled_in_can_be_changed() -> None:
    raw = writers.write(blank("find-out"), "xlsx")
    sheet, styles = part(raw, SHEET), part(raw, "xl/styles.xml")
    assert '<sheetProtection sheet="1"' in sheet
    assert "password" not in sheet
    formats = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", styles.split("<cellXfs")[1])
    free = {str(number) for number, look in enumerate(formats) if 'locked="0"' in look}
    unlocked = {place for place, style in re.findall(r'<c r="([A-Z]+\d+)" s="(\d+)"', sheet) if style in free}
    letters = {chr(ord("A") + place): name for place, name in enumerate(head(raw))}
    once = {"candidate", "interviewer", "recommendation", "submitted_at"}
    assert {(letters[place[0]], int(place[1:])) for place in unlocked} == {
        *((name, 2) for name in once),
        *((name, row) for name in ("rating", "note") for row in (2, 3)),
    }


def test_ratings_and_recommendations_are_chosen_from_a_list() -> None:
    sheet = part(writers.write(blank("find-out"), "xlsx"), SHEET)
    lists = re.findall(r'type="list"[^>]*sqref="([^"]+)"><formula1>"([^"]*)"', sheet)
    assert [values for _, values in lists] == ["1,2,3,4,mixed"] * 2 + [",".join(RECOMMENDATIONS)]


def test_the_anchors_stand_in_the_row_and_a_second_sheet_says_how() -> None:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(writers.write(blank("find-out"), "xlsx")))
    first, how = (book.get_sheet_by_name(name).to_python() for name in book.sheet_names)
    row = dict(zip(first[0], first[1], strict=True))
    for place, name in enumerate(ANCHOR_COLUMNS):
        seen = blank("find-out").form.beside[0][name]  # type: ignore[union-attr]
        assert row[name] == seen
        assert seen.startswith("• "), place
    assert book.sheet_names[0] == "Scorecard"
    assert any("never counted as low" in str(line[0]) for line in how)


def test_the_form_asks_for_no_more_than_an_import_takes() -> None:
    assert LONGEST["candidate"] == LONGEST["interviewer"] == LONGEST_NAME
    assert LONGEST["note"] == LONGEST_NOTE


# The text


def filled(text: str) -> str:
    """The Markdown card `find-out`, filled in with SAID and WHO."""
    text = text.replace("**Candidate:**", f"**Candidate:** {WHO['candidate']}")
    text = text.replace("**Interviewer:**", f"**Interviewer:** {WHO['interviewer']}")
    text = text.replace("- [ ] 3", "- [x] 3", 1)
    text = text.replace("No rating without it.\n", f"No rating without it.\n\n{NOTE}\n", 1)
    return text.replace("- [ ] Strong yes", "- [x] Strong yes")


CARD = writers.write(blank("find-out"), "markdown").decode()


@pytest.mark.parametrize(
    "edited",
    [
        lambda text: text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\n".join(f"{line}  " for line in text.split("\n")),
        lambda text: text.replace("- [", "* [").replace("- **", "* **"),
        lambda text: text.replace("[x]", "[X]").replace("[ ]", "[]"),
        lambda text: text.replace("- [x] 3", "Rating: 3"),
        lambda text: text.replace("- [x] 3", "- **Rating:** 3"),
        lambda text: text.replace("- [x] Strong yes", "Recommendation: strong_yes"),
        lambda text: text.replace("`", ""),
        lambda text: text.replace("**", "__"),
        lambda text: re.sub("─+\n\n", "", text),
        lambda text: "\ufeff" + text,
        lambda text: text.split("\n", 2)[2],
        lambda text: re.sub(r"\n\|.*", "", text),
    ],
)
def test_a_text_is_imported_however_an_editor_left_it(edited: Callable[[str], str], tmp_path: Path) -> None:
    path = tmp_path / "card.md"
    path.write_bytes(edited(filled(CARD)).encode())
    found = taken(path)
    assert [row | {"note": row["note"].split()} for row in found] == [
        row | {"note": row["note"].split()} for row in expected()
    ]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(lines=st.lists(st.text(max_size=30), max_size=4))
@example(["| a | table |", "- [x] 4", "Rating: hard to say", "## Part (two)", "> said"])
@example(["---", "after a rule"])
def test_a_note_comes_back_word_for_word(lines: list[str]) -> None:
    note = "\n".join(lines)
    if re.search(r"(?im)^\W*rating\W", note):
        note = note.replace("Rating: hard", "Rating is hard")
    raw = CARD.replace("No rating without it.\n", f"No rating without it.\n\n{note}\n", 1)
    raw = raw.replace("**Candidate:**", "**Candidate:** Ada").replace("**Interviewer:**", "**Interviewer:** Bo")
    if "\0" in raw:
        return
    try:
        found = scoring.read(Path("card.md"), raw.encode("utf-8", "replace"))
    except HiretoolError as error:
        raise AssertionError(str(error)) from error
    assert len(found) == 2
    told = read_back.shown(found["note"].iloc[0])
    wanted = read_back.shown(note.encode("utf-8", "replace").decode())
    assert re.sub(r"[─_*\\-]", "", told).lstrip("'") in re.sub(r"[─_*\\-]", "", wanted)
    assert len(told) >= len(re.sub(r"[─_*\\'\u200b\u2060\u00ad-]", "", wanted)) * 0.5


def test_two_boxes_are_no_rating_and_the_line_is_named() -> None:
    raw = filled(CARD).replace("- [ ] 4", "- [x] 4", 1)
    line = 1 + raw.split("\n").index("### Debugging (`debugging`, 40%)")
    (rejected,) = scoring.reading(Path("card.md"), raw.encode()).rejected
    assert rejected.row == line
    assert "got '3 and 4'" in rejected.reasons[0]


def test_what_the_normal_form_has_no_room_for_is_not_lost_in_silence() -> None:
    raw = filled(CARD).replace("Because\n", "Because they found it.\n").encode()
    assert scoring.reading(Path("card.md"), raw).ignored == ["because"]


def test_several_cards_in_one_text_are_told_apart() -> None:
    text = writers.write(blank(candidate="Ada", interviewer="Bo"), "markdown").decode()
    found = scoring.read(Path("cards.md"), text.replace("- [ ] 2", "- [x] 2").encode())
    assert found[["interview", "competency"]].apply(tuple, axis=1).tolist() == [
        ("first-talk", "communication"),
        ("find-out", "debugging"),
        ("find-out", "coding"),
        ("why", "ml-foundations"),
    ]
    assert set(found["rating"]) == {2.0}


# JSON, and what is not read


def test_json_is_filled_in_by_programs(tmp_path: Path) -> None:
    data = json.loads(writers.write(blank("find-out"), "json"))
    for row in data["rows"]:
        rating, note = SAID[row["competency"]]
        row |= {**WHO, "rating": int(rating) if rating else None, "note": note, "recommendation": "strong_yes"}
    path = tmp_path / "card.json"
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")
    assert taken(path) == expected()


def test_ratings_written_as_json_are_read_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "card.md").write_text(filled(CARD), encoding="utf-8")
    assert run("scorecard", "import", "card.md", "--json", "-o", "ratings.json").code == 0
    assert taken(tmp_path / "ratings.json") == taken(tmp_path / "card.md")


@pytest.mark.parametrize("row", [[], 3, {"rating": [3]}, None])
def test_a_row_of_json_that_is_none_is_named(row: object) -> None:
    raw = json.dumps({"schema": 1, "kind": "scorecard", "rows": [row]}).encode()
    with pytest.raises(HiretoolError, match=re.escape("rows[0]: expected an object")):
        scoring.read(Path("card.json"), raw)


@pytest.mark.parametrize(
    ("format", "problem"),
    [("pdf", "a PDF"), ("docx", "is a Word document"), ("html", "open it and press 'Save as file'")],
)
def test_what_is_for_paper_is_refused_with_what_is_read(format: str, problem: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "card.bin"
    path.write_bytes(writers.write(blank("find-out"), format))
    done = run("scorecard", "import", path)
    assert done.code == 1
    assert problem in done.stderr
    assert "CSV, XLSX" in done.stderr


@pytest.mark.parametrize("format", ["csv", "xlsx", "markdown", "json"])
def test_a_form_that_nobody_filled_in_is_called_so(format: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "card").write_bytes(writers.write(blank(candidate="Ada"), format))
    done = run("scorecard", "import", "card")
    assert (done.code, done.stdout) == (1, "")
    assert "is a blank scorecard that nobody filled in" in done.stderr


@pytest.mark.parametrize("format", ["csv", "xlsx", "markdown", "json"])
def test_the_command_writes_what_the_command_takes(format: str, run: Run, tmp_path: Path) -> None:
    name = f"card{writers.suffix(format)}"
    who = ("--candidate", WHO["candidate"], "--interviewer", WHO["interviewer"])
    card = ("scorecard", "blank", "engineer", "--level", "senior", "--interview", "find-out")
    made = run("--library", LIBRARY, *card, *who, "-o", name)
    assert made.code == 0, made.stderr
    done = run("scorecard", "import", name)
    assert done.code == 0, done.stderr
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["competency"], row["rating"], row["interviewer"]) for row in rows] == [
        ("debugging", "", WHO["interviewer"]),
        ("coding", "", WHO["interviewer"]),
    ]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("x" * 201, "--candidate: is longer than 200 characters"),
        ("a\nb", "--candidate: holds a line break or control character"),
    ],
)
def test_a_name_that_no_import_takes_is_refused_at_once(name: str, problem: str, run: Run) -> None:
    done = run("--library", LIBRARY, "scorecard", "blank", "engineer", "--candidate", name)
    assert done.code == 2
    assert problem in done.stderr


# The page


def page(**who: str) -> bytes:
    return writers.write(blank("find-out", **who), "html")


def test_a_page_runs_its_own_script_and_no_other() -> None:
    found = read_back.html(page(candidate="</script><script>alert(1)</script>"))
    scripts = {entry.attributes.get("id") or "own": entry.exact_text() for entry in found.all("script")}
    assert set(scripts) == {"rows", "own"}
    assert "alert(1)" in json.loads(scripts["rows"])["rows"][0][1]
    (policy,) = [
        str(entry.attributes["content"])
        for entry in found.all("meta")
        if entry.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    digest = base64.b64encode(hashlib.sha256(scripts["own"].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none'")


def test_each_control_of_a_page_has_a_label_of_its_own() -> None:
    found = read_back.html(page())
    labels = {entry.attributes.get("for"): entry.text() for entry in found.all("label")}
    fields = [entry for entry in found.all("input", "textarea") if entry.attributes.get("type") != "radio"]
    assert all(labels[entry.attributes["id"]].strip() for entry in fields)
    legends = [entry.text() for entry in found.all("legend")]
    assert len(set(legends)) == len(list(found.all("fieldset"))) == 3


def test_a_document_that_nobody_fills_in_has_no_script() -> None:
    import dataclasses

    plain = dataclasses.replace(blank("find-out"), form=None)
    found = read_back.html(writers.write(dataclasses.replace(plain, parts={"cards": []}), "html"))
    assert not list(found.all("script"))
    assert "Content-Security-Policy" not in writers.write(plain, "html").decode().split("<style>")[0]


FILL_IN = """
const inside = frame.contentDocument, view = frame.contentWindow, said = [];
const status = () => inside.getElementById("status").textContent;
inside.getElementById("save").click(); said.push(status());
inside.querySelector("input[name=rating-0][value='3']").click();
inside.getElementById("save").click(); said.push(status());
const put = (id, text) => { inside.getElementById(id).value = text; };
put("candidate-0", CANDIDATE); put("interviewer-0", INTERVIEWER); put("note-0", NOTE);
put("submitted-at-0", "2026-11-26");
inside.querySelector("input[name=recommendation-0][value=strong_yes]").click();
let kept = null;
view.URL.createObjectURL = (blob) => { kept = blob; return "#"; };
view.URL.revokeObjectURL = () => {};
inside.getElementById("save").click();
kept.arrayBuffer().then((raw) => {
  const bytes = Array.from(new Uint8Array(raw));
  document.getElementById("found").textContent = JSON.stringify({said, last: status(), bytes});
});
found = {};
"""


@pytest.fixture(scope="module")
def chromium() -> str:
    path = browser.chromium()
    if path is None:
        pytest.skip("no Chromium: neither /usr/bin/chromium nor the CHROMIUM variable names one")
    return path


def test_what_a_page_saves_is_imported(chromium: str, tmp_path: Path) -> None:
    values: dict[str, Any] = {
        "CANDIDATE": WHO["candidate"],
        "INTERVIEWER": WHO["interviewer"],
        "NOTE": NOTE,
    }
    script = FILL_IN
    for name, value in values.items():
        script = script.replace(f", {name})", f", {json.dumps(value)})")
    found = browser.asked(chromium, page(), script, tmp_path)
    assert found["said"][0] == "Nothing is filled in yet."
    assert found["said"][1].startswith("Not saved: fill in who and whom (Candidate")
    assert found["last"].startswith("Saved as scorecard-engineer-senior-Ọlá-Adéyẹmí-Bo-the-O-Neill.csv")
    path = tmp_path / "saved.csv"
    path.write_bytes(bytes(found["bytes"]))
    assert taken(path) == expected("2026-11-26")


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_keeps_nobody_out(chromium: str, dark: bool, width: int, tmp_path: Path) -> None:
    if axe.script() is None:
        pytest.skip("axe-core is not installed")
    # axe comes as a script from outside, which the page's policy keeps out.
    open_page = re.sub(rb'<meta http-equiv="Content-Security-Policy"[^>]*>', b"", page())
    assert axe.violations(chromium, open_page, tmp_path, dark=dark, width=width) == []
    assert browser.widths(chromium, page(), width, tmp_path)["page"] <= width
