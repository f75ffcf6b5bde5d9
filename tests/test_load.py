"""YAML text -> checked object, or every problem in it with its line."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Annotated, Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import Field, model_validator

from hiretool import load
from hiretool.errors import DataError, HiretoolError, Problems
from hiretool.rubrics import Anchors, Slug


class Part(load.Strict):
    minutes: int
    note: str = ""


class Plan(load.Strict):
    title: str
    weight: Annotated[float, Field(gt=0, le=100)] = 1.0
    live: bool = False
    first: Part | None = None
    parts: Annotated[list[Part], Field(min_length=1)] = [Part(minutes=1)]
    shares: dict[Slug, float] = {}
    anchors: Anchors | None = None
    anything: Any = None
    from_: int = Field(alias="from", default=0)

    @model_validator(mode="after")
    def _first_is_short(self) -> Plan:
        if self.first and self.first.minutes > 60:
            raise ValueError(f"first.minutes: expected at most 60, got {self.first.minutes}")
        return self


def problems(text: str) -> list[str]:
    """What is said of a text, without the file's name."""
    with pytest.raises(Problems) as found:
        load.parsed(text, Plan, "x.yaml")
    lines = str(found.value).split("\n")
    assert len(lines) == len(found.value.problems), "each problem is one line"
    assert all(line.startswith("x.yaml:") for line in lines)
    return [line.removeprefix("x.yaml:") for line in lines]


def problem(text: str) -> str:
    """The one problem of a text."""
    (found,) = problems(text)
    return found


def plan(text: str) -> Plan:
    return load.parsed(text, Plan, "x.yaml")


# What an unquoted word would become in silence.

TRAPS = [
    *((word, "true or false") for word in ("NO", "no", "No", "yes", "Yes", "on", "Off", "y", "N", "True", "FALSE")),
    *((word, "base 60") for word in ("3:30", "12:30:45", "-1:30", "190:20:30.15")),
    *((word, "octal") for word in ("010", "-07", "0777", "08", "00", "01.5", "0_1")),
    *((word, "another base") for word in ("0x1f", "0b11", "0o17", "-0xFF")),
    *((word, "underscores") for word in ("1_000", "-1_0.5", "1_")),
    *((word, "special number") for word in (".inf", "-.INF", "+.inf", ".nan", ".NaN", "1e5", "1.5e3", "1E-2", ".5e3")),
    *((word, "both sides of the point") for word in (".5", "5.", "-.5", "+5.")),
    *((word, "means nothing") for word in ("Null", "NULL")),
    *((word, "merges") for word in ("<<", "=")),
]


@pytest.mark.parametrize(("word", "reason"), TRAPS)
def test_a_word_that_yaml_reads_otherwise_is_refused_with_what_to_write(word: str, reason: str) -> None:
    said = problem(f"from: 1\ntitle: {word}")
    assert said.startswith(f"2: {word} ")
    assert reason in said
    assert said.endswith(f'put it in quotes if the text is meant: "{word}"')


@pytest.mark.parametrize("word", [word for word, _ in TRAPS])
def test_such_a_word_in_quotes_is_text(word: str) -> None:
    assert plan(f'title: "{word}"').title == word
    assert plan(f"title: '{word}'").title == word
    assert plan(f"title: >-\n  {word}").title == word


@pytest.mark.parametrize(
    "word",
    ["2026-09-01", "12-30", "1.2.3", "v1", "nothing", "1,5", "one_two", "4:99", "a:b", "tRUE", "nULL", "1e", "-x"],
)
def test_any_other_word_is_the_text_that_stands_there(word: str) -> None:
    assert plan(f"title: {word}").title == word


@pytest.mark.parametrize("word", ["true", "false"])
def test_true_and_false_are_what_they_say(word: str) -> None:
    assert plan(f"title: a\nlive: {word}").live is (word == "true")


@pytest.mark.parametrize(
    ("word", "number"), [("0", 0), ("-0", 0), ("+7", 7), ("42", 42), ("999999999999999", 10**15 - 1)]
)
def test_whole_numbers_are_read(word: str, number: int) -> None:
    assert plan(f"title: a\nfrom: {word}").from_ == number


@pytest.mark.parametrize(("word", "number"), [("0.5", 0.5), ("12.25", 12.25), ("7", 7.0)])
def test_decimal_numbers_are_read(word: str, number: float) -> None:
    assert plan(f"title: a\nweight: {word}").weight == number


@pytest.mark.parametrize("word", ["", "~", "null"])
def test_nothing_is_no_text(word: str) -> None:
    assert problem(f"title: {word}") == "1: title: expected text, got nothing"


@pytest.mark.parametrize("word", ["5", "-1", "0.5"])
def test_a_number_is_no_text(word: str) -> None:
    assert problem(f"title: {word}") == f"1: title: expected text, got {word}; put it in quotes"


@pytest.mark.parametrize("digits", [16, 400, 5000, 100_000])
@pytest.mark.parametrize("sign", ["", "-"])
def test_a_number_with_too_many_digits_is_refused_and_not_repeated(digits: int, sign: str) -> None:
    said = problem(f"title: a\nfrom: {sign}{'7' * digits}")
    assert "more than 15 digits; put it in quotes if it is text" in said
    assert len(said) < 120


@pytest.mark.parametrize("text", ["0" * 5000, "1_" * 5000, "1:" * 3000 + "1", "x" * 5000, "9" * 5000 + ".5"])
def test_no_message_repeats_more_than_a_few_letters_of_a_long_word(text: str) -> None:
    assert all(len(line) < 300 for line in problems(f"title: a\nweight: {text}"))


# What YAML allows beside words, numbers, lists and keys.


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: !!str 5", "1: uses a tag (tag:yaml.org,2002:str); tags are not used here"),
        ("title: ! a", "1: uses a tag (!); tags are not used here"),
        (
            "title: a\nfirst: !!python/object/apply:os.getcwd []",
            "2: uses a tag (tag:yaml.org,2002:python/object/apply:",
        ),
        ("title: !<tag:a%0Ab> x", "1: uses a tag (tag:a\\nb); tags are not used here"),
        ("title: &a x\nanything: *a", "2: uses an alias (*a); write the value out"),
        ("anything: &a {minutes: 1}\ntitle: a\nfirst: *a", "3: uses an alias (*a); write the value out"),
        ("title: a\nanything: &a [*a]", "2: uses an alias (*a); write the value out"),
        ("anything: &a {title: b}\n<<: *a\ntitle: c", "2: << merges mappings in YAML; write the keys out"),
    ],
)
def test_tags_and_aliases_are_refused(text: str, said: str) -> None:
    assert problems(text)[0].startswith(said)


def test_an_anchor_that_nobody_uses_is_harmless() -> None:
    assert plan("title: &a x").title == "x"


BOMB = """\
title: a
anything:
  - &a [x, x, x, x, x, x, x, x, x, x]
  - &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
  - &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
  - &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
  - &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
"""


def test_an_alias_bomb_costs_no_more_than_its_letters() -> None:
    """A hundred thousand values if it went off, a few dozen as it stands."""
    document = load.values(BOMB, "x.yaml")
    events = sum(1 for _ in yaml.parse(BOMB, Loader=yaml.CSafeLoader))
    assert len(document.lines) <= events < 100
    assert len(document.problems) == 40
    assert {str(found) for found in document.problems} >= {"x.yaml:4: uses an alias (*a); write the value out"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: a\ntitle: b", "2: has the key 'title' twice; only one can count"),
        (
            "title: a\nfirst:\n  minutes: 1\n  note: b\n  minutes: 2",
            "5: has the key 'minutes' twice; only one can count",
        ),
        ('title: a\n"title": b', "2: has the key 'title' twice; only one can count"),
        ("title: a\nanything: {1: a, 1: b}", "2: has the key 1 twice; only one can count"),
    ],
)
def test_a_key_that_stands_there_twice_is_refused(text: str, said: str) -> None:
    assert problem(text) == said


@pytest.mark.parametrize(
    ("key", "called"),
    [("true", "true"), ("~", "nothing"), ("1.5", "1.5"), ("[a, b]", "a list"), ("{a: b}", "keys and values")],
)
def test_a_key_that_is_no_text_is_refused(key: str, called: str) -> None:
    said = f"2: has a key that is neither text nor a whole number: {called}; put it in quotes"
    assert problem(f"title: a\n? {key}\n: b") == said


def test_a_key_that_yaml_reads_otherwise_is_refused() -> None:
    assert problem("title: a\nshares: {on: 1.0}").startswith("2: on means true or false in YAML; write true or false")


def test_what_stands_inside_a_strange_key_does_not_move_other_lines() -> None:
    assert problems("title: 5\n? {title: 1, from: 2}\n: b\nfrom: x") == [
        "1: title: expected text, got 5; put it in quotes",
        "2: has a key that is neither text nor a whole number: keys and values; put it in quotes",
        "4: from: expected a whole number, got 'x'",
    ]


@pytest.mark.parametrize(
    "text", ["title: a\n---\ntitle: b", "title: a\n---\n", "title: a\n--- b", "title: a\n...\n---\nb: 1"]
)
def test_a_second_document_is_refused(text: str) -> None:
    assert any("starts a second document; expected one" in line for line in problems(text))


@pytest.mark.parametrize("text", ["---\ntitle: a", "title: a\n...\n", "%YAML 1.1\n---\ntitle: a\n", "\ufefftitle: a"])
def test_marks_around_the_one_document_are_fine(text: str) -> None:
    assert plan(text).title == "a"


@pytest.mark.parametrize(
    "text", ["title: a\nanything: " + "[" * 41, "title: a\nanything: " + "{a: " * 41 + "1", "- " * 60 + "a"]
)
def test_deep_nesting_is_refused(text: str) -> None:
    assert "nested more than 40 deep" in problem(text)


@pytest.mark.parametrize("depth", [10_000, 100_000])
def test_nesting_of_any_depth_is_a_data_error(depth: int) -> None:
    problem("[" * depth)
    problem("{a: " * depth)


def test_nesting_up_to_the_limit_is_read() -> None:
    assert plan("title: a\nanything: " + "[" * 39 + "]" * 39).title == "a"


@pytest.mark.parametrize("text", ["", " \n\n", "# only\n# comments\n", "---\n", "~", "---\n...\n"])
def test_an_empty_file_is_said_to_be_empty(text: str) -> None:
    assert problem(text).endswith(": expected keys and values, got nothing")


@pytest.mark.parametrize(
    ("text", "got"), [("just words", "'just words'"), ("- a\n- b", "a list"), ("5", "5"), ("true", "true")]
)
def test_what_is_no_mapping_is_refused(text: str, got: str) -> None:
    assert problem(text) == f"1: expected keys and values, got {got}"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("title: a\nfirst:\n\tminutes: 1", 3, "indent with spaces, not tabs"),
        ("\ttitle: a", 1, "indent with spaces, not tabs"),
        ("title: a: b", 1, "put the text in quotes"),
        ("from: 1\ntitle: @home", 2, "put the text in quotes"),
        ("title: `a`", 1, "put the text in quotes"),
        ("title: [a", 1, "put the text in quotes, or check the indentation"),
        ("title: a\n  first: b", 2, "check the indentation"),
        ("from: 1\ntitle: 'a", 2, "found unexpected end of stream"),
        ('title: "a\\qb"', 1, "unknown escape character"),
        ('title: "\\ud800"', 1, "invalid Unicode character"),
        ("%YAML 3.0\n---\ntitle: a", 1, "incompatible YAML document"),
        ("title: *nobody", 1, "uses an alias"),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_line(text: str, line: int, said: str) -> None:
    found = problem(text)
    assert said in found
    assert abs(int(found.split(":")[0]) - line) <= (said == "found unexpected end of stream" or "[a" in text)


@pytest.mark.parametrize(
    ("letter", "called"), [("\0", "U+0000"), ("\x01", "U+0001"), ("\x1b", "U+001B"), ("\x7f", "U+007F")]
)
def test_a_control_character_is_refused_with_its_line(letter: str, called: str) -> None:
    assert (
        problem(f"title: Zoë 🙂\n# ü\nfrom: 1{letter}") == f"3: has a control character ({called}); expected plain text"
    )


# What stands in the way of reading the file at all.


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("title: a".encode("utf-16"), "is UTF-16, expected UTF-8"),
        ("from: 1\ntitle: Zoë".encode("latin-1"), r"x.yaml:2: is not UTF-8 \(byte 0xeb\); save it as UTF-8"),
        (b"title: a\0b", "x.yaml:1: has a NUL byte; expected plain text"),
        (b"title: a\n" + b"#" * 6_000_000, "is too large; expected at most 5,000,000 bytes"),
    ],
)
def test_a_file_that_is_no_text_is_a_data_error(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(DataError, match=said) as refused:
        load.read(written(tmp_path / "x.yaml", content), Plan)
    assert str(refused.value).startswith(str(tmp_path / "x.yaml"))
    assert "\n" not in str(refused.value)


def test_a_missing_file_and_a_folder_are_data_errors(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"gone\.yaml: does not exist"):
        load.read(tmp_path / "gone.yaml", Plan)
    with pytest.raises(DataError, match="is a folder; expected a file"):
        load.read(tmp_path, Plan)


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_byte_order_marks_and_line_ends_do_not_matter(tmp_path: Path, start: bytes, end: bytes) -> None:
    content = start + end.join([b"title: a", b"first:", b"  minutes: 5", b""])
    assert load.read(written(tmp_path / "x.yaml", content), Plan) == Plan(title="a", first=Part(minutes=5))


# What the model asks for.

EVERYTHING = """\
title: 5
weight: 0
live: off
first:
  minuts: 3
parts:
  - minutes: three
    note: fine
  -
    minutes: 1
    nots: [a]
shares:
  Bad Name: 1.0
  good-name: x
anchors:
  1: x
  2: [a]
  3: [a, b]
  4: [a, b]
frm: 1
anything: 010
"""


def test_all_problems_are_found_in_one_pass_in_the_order_of_their_lines() -> None:
    assert problems(EVERYTHING) == [
        "1: title: expected text, got 5; put it in quotes",
        "2: weight: expected a number above 0.0, got 0",
        '3: off means true or false in YAML; write true or false, or put it in quotes if the text is meant: "off"',
        "4: first.minutes: is missing",
        "5: first.minuts: unknown key. Did you mean 'minutes'?",
        "7: parts[0].minutes: expected a whole number, got 'three'",
        "11: parts[1].nots: unknown key. Did you mean 'note'?",
        "13: shares.Bad Name: expected text that fits ^[a-z0-9]+(-[a-z0-9]+)*$, got 'Bad Name'",
        "14: shares.good-name: expected a number, got 'x'",
        "16: anchors.1: expected a list, got 'x'",
        "17: anchors.2: expected at least 2 entries, got 1",
        "20: frm: unknown key. Did you mean 'from'?",
        "21: 010 means an octal number in YAML, or loses its zero; write the number out in plain digits, or put it in"
        ' quotes if the text is meant: "010"',
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("title: a\nfirst:\n\n\n  minutes: x", 5),
        ("title: a\nfirst:\n  minutes:\n\n    x", 3),
        ("title: a\nfirst:\n  note: a\n  note2: >-\n    b\n    c\n  minutes: 1", 4),
        ("title: a\n\nfirst:\n  note: b", 3),
        ("title: a\nfirst: {minutes: 1,\n  note: 2}", 3),
        ("title: a\nparts:\n  - minutes: 1\n\n  - minutes: 2\n    note: 3", 6),
        ("title: a\nparts:\n  []", 2),
        ("\n\nfrom: 1", 3),
        ("title: a\nfrom: 1\nfirst:\n  note: b\n  minutes: 99", 5),
    ],
)
def test_a_problem_points_at_the_line_of_its_key(text: str, line: int) -> None:
    assert problem(text).startswith(f"{line}: ")


def test_a_value_that_was_refused_is_not_complained_of_twice() -> None:
    assert len(problems("title: a\nlive: off\nweight: .inf\nfrom: !!int 5\nfirst: *a")) == 4


def test_an_unknown_key_without_a_likeness_lists_the_known_ones() -> None:
    assert problem("title: a\nzzz: 1") == (
        "2: zzz: unknown key. Known: anchors, anything, first, from, live, parts, shares, title, weight."
    )


def test_a_number_as_key_of_a_model_is_an_unknown_key() -> None:
    assert problem("title: a\n7: 1").startswith("2: [7]: unknown key. Known: ")


def test_keys_are_suggested_where_the_unknown_one_stands() -> None:
    assert problem("title: a\nparts: [{minutes: 1, notte: b}]").endswith("unknown key. Did you mean 'note'?")


def test_a_point_that_stands_there_as_number_and_as_text_is_refused() -> None:
    two = "{1: [a, b], '1': [c, d], 2: [a, b], 3: [a, b], 4: [a, b]}"
    assert problem(f"title: a\nanchors: {two}").startswith("2: anchors: a point stands there twice, once in quotes")


@pytest.mark.parametrize("key", ["a\\nb", "\\u202Eabc", "\\x1B[31m"])
def test_a_message_shows_no_letter_that_moves_the_cursor(key: str) -> None:
    assert all(line.isprintable() for line in problems(f'title: a\n"{key}": 1'))


@pytest.mark.parametrize("value", ['"x"', "1.0", "1", "[]", "{}", "~"])
def test_nothing_is_converted_in_silence(value: str) -> None:
    assert problem(f"title: a\nlive: {value}").startswith("2: live: expected true or false, got ")


def test_empty_text_is_called_nothing() -> None:
    class Short(load.Strict):
        title: Annotated[str, Field(min_length=1)]

    with pytest.raises(Problems, match=r"x\.yaml:1: title: expected text, got nothing$"):
        load.parsed("title: ''", Short, "x.yaml")


# Properties.

PIECES = [
    "title",
    "from",
    ": ",
    ":",
    "\n",
    "\n  ",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "&a ",
    "*a",
    "!!str ",
    "!",
    "|",
    ">-",
    "'",
    '"',
    "\\",
    "#",
    "%YAML 1.1",
    "---",
    "...",
    "\t",
    "<<",
    "NO",
    "010",
    "~",
    "1",
    "0.5",
    "\x00",
    "\x85",
    "\u2028",
    "\ufeff",
    "é",
    "🙂",
]


@given(st.text() | st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=200, deadline=None)
def test_any_text_is_an_object_or_a_readable_error(text: str) -> None:
    try:
        load.parsed(text, Plan, "x.yaml")
    except HiretoolError as error:
        found = error
    else:
        return
    assert isinstance(found, Problems)
    lines = str(found).split("\n")
    assert len(lines) == len(found.problems)
    numbers = [int(line.split(":")[1]) for line in lines]
    assert numbers == sorted(numbers)
    assert all(1 <= number <= len(text.splitlines()) + 1 for number in numbers)


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 4))
    | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=15,
)


class _Quoting(yaml.SafeDumper):
    """Every text in double quotes, nothing shared."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Quoting.add_representer(str, lambda dumper, data: dumper.represent_scalar("tag:yaml.org,2002:str", data, style='"'))
# The shortest decimal has no exponent below; YAML's own has a point always.
_Quoting.add_representer(float, lambda dumper, data: dumper.represent_scalar("tag:yaml.org,2002:float", f"{data:.4f}"))


@given(VALUES)
@settings(max_examples=100, deadline=None)
def test_any_value_that_is_written_plainly_loads_back(value: Any) -> None:
    text = yaml.dump({"value": value}, Dumper=_Quoting, allow_unicode=True)
    document = load.values(text, "x.yaml")
    assert document.problems == []
    assert document.value == {"value": value}


@given(VALUES)
@settings(max_examples=50, deadline=None)
def test_any_json_loads_back(value: Any) -> None:
    """JSON is YAML; its numbers may have an exponent, which is refused and not misread."""
    document = load.values(json.dumps({"value": value}), "x.yaml")
    assert document.value == {"value": value} or document.problems


@given(st.text("0123456789.:_eExXobBfF+-~yYnNuUlLsSoOtTrRaA<=", min_size=1, max_size=7))
@settings(max_examples=400, deadline=None)
@example("0o17")
@example("1e5")
def test_a_word_means_what_it_means_to_every_other_reader_or_is_refused(word: str) -> None:
    """Against PyYAML; but a date is the text that stands there."""
    document = load.values(f"[{word}]", "x.yaml")
    try:
        (theirs,) = yaml.safe_load(f"[{word}]")
    except (yaml.YAMLError, ValueError):
        return
    if not document.problems:
        assert document.value == [str(theirs) if isinstance(theirs, datetime.date) else theirs]


@given(st.lists(st.sampled_from(["", "# comment", "  "]), max_size=5), st.integers(0, 4))
@settings(max_examples=50, deadline=None)
def test_lines_are_those_of_the_text_whatever_stands_before(before: list[str], at: int) -> None:
    keys = [f"k{number}: {{minutes: x}}" for number in range(5)]
    keys[at] = "first: {minutes: x}"
    text = "\n".join([*before, "title: a", *keys])
    assert f"{len(before) + at + 2}: first.minutes: expected a whole number, got 'x'" in problems(text)
