"""A patch changes exactly what it says, or nothing at all."""

import difflib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.errors import DataError
from hiretool.exercise import applied
from hiretool.exercise.diff import changed_lines, read

LINE = st.text(st.sampled_from("ab -+@\\\r\t\f\x85é"), max_size=4)
TEXT = st.tuples(st.lists(LINE, max_size=12), st.booleans()).map(lambda made: "\n".join(made[0]) + "\n" * made[1])


def lines(text):
    """Lines with their ends; only a line feed ends one."""
    parts = text.split("\n")
    return [part + "\n" for part in parts[:-1]] + parts[-1:] * bool(parts[-1])


def diff(old, new, *, context=3, names=("a/x.py", "b/x.py")):
    made = difflib.unified_diff(lines(old), lines(new), *names, n=context)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in made)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "x.py").write_bytes(b"one\ntwo\nthree\n")
    return tmp_path


@given(old=TEXT, new=TEXT, context=st.integers(0, 3))
def test_the_difference_of_two_texts_makes_the_second_of_the_first(tmp_path_factory, old, new, context):
    path = tmp_path_factory.mktemp("patch") / "x.py"
    path.write_bytes(old.encode())
    if old != new:
        applied(path.parent, diff(old, new, context=context))
    assert path.read_bytes() == new.encode()


@given(old=TEXT, new=TEXT, other=TEXT)
def test_a_text_that_differs_within_the_context_is_left_alone(tmp_path_factory, old, new, other):
    if old == new or not lines(old) or len(lines(other)) != len(lines(old)) or other == old:
        return
    path = tmp_path_factory.mktemp("patch") / "x.py"
    path.write_bytes(other.encode())
    with pytest.raises(DataError):
        applied(path.parent, diff(old, new, context=99))
    assert path.read_bytes() == other.encode()


def test_a_hunk_that_does_not_match_names_file_and_line(folder):
    with pytest.raises(DataError, match=r"expects 'zwei\\n', found 'two\\n'") as failed:
        applied(folder, diff("one\nzwei\nthree\n", "one\n2\nthree\n"))
    assert (failed.value.path, failed.value.where) == (folder / "x.py", 2)


def test_a_hunk_is_not_looked_for_elsewhere(folder):
    (folder / "x.py").write_text("new first line\none\ntwo\nthree\n")
    with pytest.raises(DataError):
        applied(folder, diff("one\ntwo\nthree\n", "one\n2\nthree\n"))


def test_nothing_changes_when_the_second_file_fails(folder):
    (folder / "y.py").write_text("else\n")
    good = diff("one\ntwo\nthree\n", "1\ntwo\nthree\n")
    with pytest.raises(DataError):
        applied(folder, good + diff("what\n", "that\n", names=("a/y.py", "b/y.py")))
    assert (folder / "x.py").read_text() == "one\ntwo\nthree\n"


def test_files_come_and_go(folder):
    made = diff("", "fresh\n", names=("/dev/null", "b/deep/new.py"))
    gone = diff("one\ntwo\nthree\n", "", names=("a/x.py", "/dev/null"))
    assert applied(folder, made + gone) == [folder / "deep/new.py", folder / "x.py"]
    assert (folder / "deep/new.py").read_text() == "fresh\n"
    assert not (folder / "x.py").exists()


def test_a_file_is_not_made_over_another(folder):
    with pytest.raises(DataError, match="exists already"):
        applied(folder, diff("", "fresh\n", names=("/dev/null", "b/x.py")))


def test_a_deleted_file_must_be_taken_out_whole(folder):
    with pytest.raises(DataError, match="more lines"):
        applied(folder, "--- a/x.py\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-one\n-two\n")


def test_windows_line_ends_stay(folder):
    (folder / "x.py").write_bytes(b"one\r\ntwo\r\n")
    applied(folder, diff("one\r\ntwo\r\n", "one\r\n2\r\n"))
    assert (folder / "x.py").read_bytes() == b"one\r\n2\r\n"


@pytest.mark.parametrize("name", ["../x.py", "/etc/passwd", "a/../../x.py", "c:x.py", "..\\x.py", ""])
def test_a_path_may_not_leave_the_folder(folder, name):
    inside = folder / "inside"
    inside.mkdir()
    with pytest.raises(DataError, match="inside the folder"):
        applied(inside, diff("one\ntwo\nthree\n", "1\n", names=(f"a/{name}", f"b/{name}")))
    assert (folder / "x.py").read_text() == "one\ntwo\nthree\n"


def test_a_link_out_of_the_folder_is_not_followed(folder):
    inside = folder / "inside"
    inside.mkdir()
    (inside / "x.py").symlink_to(folder / "x.py")
    with pytest.raises(DataError, match="inside the folder"):
        applied(inside, diff("one\ntwo\nthree\n", "1\n"))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "no unified diff"),
        ("just words\n", "no unified diff"),
        ("@@ -1 +1 @@\n-one\n+1\n", "before the first"),
        ("--- a/x.py\n-one\n", r"'\+\+\+ '"),
        ("--- x.py\n+++ x.py\n@@ -1 +1 @@\n-one\n+1\n", "begins with a/"),
        ("--- a/x.py\n+++ b/y.py\n@@ -1 +1 @@\n-one\n+1\n", "renames"),
        ("--- a/x.py\n+++ b/x.py\n@@ one @@\n-one\n+1\n", "LINE,COUNT"),
        ("--- a/x.py\n+++ b/x.py\n@@ -1,2 +1 @@\n-one\n+1\n", "add up"),
        ("--- a/x.py\n+++ b/x.py\n@@ -1 +1 @@\n-one\n+1\n+more\n", "more lines"),
        ("--- a/x.py\n+++ b/x.py\n@@ -3 +3 @@\n-three\n+3\n@@ -1 +1 @@\n-one\n+1\n", "out of order"),
        ("--- a/x.py\n+++ b/x.py\n@@ -9 +9 @@\n-one\n+1\n", "the file has 3"),
        ("diff --git a/x.py b/y.py\nrename from x.py\nrename to y.py\n", "cannot be applied"),
    ],
)
def test_what_is_no_sound_patch_is_refused(folder, text, problem):
    with pytest.raises(DataError, match=problem):
        applied(folder, text)
    assert (folder / "x.py").read_text() == "one\ntwo\nthree\n"


def test_headers_of_git_and_stripped_empty_lines_are_read(folder):
    (folder / "x.py").write_text("one\n\ntwo\n")
    head = "diff --git a/x.py b/x.py\nindex 1111111..2222222 100644\n"
    applied(folder, f"{head}--- a/x.py\t2026-01-01\n+++ b/x.py\n@@ -1,3 +1,3 @@ def f():\n one\n\n-two\n+2\n")
    assert (folder / "x.py").read_text() == "one\n\n2\n"


def test_changed_lines_are_counted_without_headers_and_context():
    assert changed_lines(read(diff("one\n-- two\nthree\n", "one\n++ 2\nthree\n"))) == ["-- two", "++ 2"]
