"""Text in with a clear reason when it cannot be; files out whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool import files
from hiretool.errors import DataError, HiretoolError
from tests.nobody import unprivileged


def left_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_text_is_read_as_utf_8(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("Đàm 李 🙂\r\n".encode())
    assert files.text(tmp_path / "a") == "Đàm 李 🙂\r\n"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("\ufeffschema: 1".encode())
    assert files.text(tmp_path / "a") == "schema: 1"


@pytest.mark.parametrize(
    ("raw", "where", "said"),
    [
        ("a: 1".encode("utf-16"), "", "UTF-16, expected UTF-8"),
        ("a: 1".encode("utf-16-be"), 1, "NUL byte"),
        (b"\xfe\xff\x00a", "", "UTF-16, expected UTF-8"),
        ("one\ntwo\nZoë".encode("cp1252"), 3, "byte 0xeb.*convert it from Windows-1252"),
        (b"\xff", 1, "byte 0xff"),
        (b"one\ntw\0o", 2, "NUL byte; expected plain text"),
        (b"\xed\xa0\x80", 1, "not UTF-8"),
    ],
)
def test_what_is_no_utf_8_is_refused_with_its_line(tmp_path: Path, raw: bytes, where: object, said: str) -> None:
    (tmp_path / "a").write_bytes(raw)
    with pytest.raises(DataError, match=said) as refused:
        files.text(tmp_path / "a")
    assert (refused.value.path, refused.value.where) == (tmp_path / "a", where)
    assert "\n" not in str(refused.value)


def test_what_cannot_be_opened_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name, said in (("missing", "does not exist"), ("folder", "is a folder"), ("loop", "cannot be used")):
        with pytest.raises(DataError, match=said):
            files.text(tmp_path / name)


def test_a_name_that_is_too_long_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="cannot be used"):
        files.text(tmp_path / ("a" * 300))


def test_a_file_that_may_not_be_read_is_said_so() -> None:
    with unprivileged() as folder:
        (folder / "a").touch(mode=0o000)
        with pytest.raises(DataError, match="permission denied"):
            files.text(folder / "a")


@pytest.mark.parametrize(("size", "taken"), [(9, True), (10, True), (11, False), (1000, False)])
def test_a_file_over_the_limit_is_refused(tmp_path: Path, size: int, taken: bool) -> None:
    (tmp_path / "a").write_bytes(b"x" * size)
    if taken:
        assert len(files.text(tmp_path / "a", at_most=10)) == size
    else:
        with pytest.raises(DataError, match="too large; expected at most 10 bytes"):
            files.text(tmp_path / "a", at_most=10)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_file_without_an_end_is_refused() -> None:
    with pytest.raises(DataError, match="too large"):
        files.text(Path("/dev/zero"), at_most=1000)


def test_a_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"from a pipe")
    os.close(writing)
    try:
        assert files.text(Path(f"/dev/fd/{reading}")) == "from a pipe"
    finally:
        os.close(reading)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_data_error(raw: bytes) -> None:
    with contextlib.suppress(DataError):
        assert files.decoded(raw, "a").encode() == raw.removeprefix(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FileNotFoundError(2, "No such file"), "does not exist"),
        (IsADirectoryError(21, "Is a directory"), "is a folder"),
        (PermissionError(13, "Permission denied"), "permission denied"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (OSError("strange"), "strange"),
    ],
)
def test_each_reason_of_the_system_is_put_in_words(error: OSError, said: str) -> None:
    assert said in str(files.unreadable("a", error))


def test_what_is_written_is_whole(tmp_path: Path) -> None:
    files.write(tmp_path / "a", b"all of it")
    assert (tmp_path / "a").read_bytes() == b"all of it"
    assert left_in(tmp_path) == ["a"]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    files.write(tmp_path / "x" / "y" / "a", b"1")
    assert (tmp_path / "x" / "y" / "a").read_bytes() == b"1"


def test_a_new_file_has_the_permissions_that_the_system_gives(tmp_path: Path) -> None:
    files.write(tmp_path / "ours", b"1")
    (tmp_path / "theirs").write_bytes(b"1")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "theirs").stat().st_mode


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    (tmp_path / "private").write_bytes(b"old")
    (tmp_path / "private").chmod(0o600)
    files.write(tmp_path / "private", b"new")
    assert stat.S_IMODE((tmp_path / "private").stat().st_mode) == 0o600
    assert (tmp_path / "private").read_bytes() == b"new"


def test_without_force_nothing_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(HiretoolError, match=r"a exists. Use --force to replace it, or another name"):
        files.write(tmp_path / "a", b"new", force=False)
    assert (tmp_path / "a").read_bytes() == b"old"
    assert left_in(tmp_path) == ["a"]


@pytest.mark.parametrize("force", [True, False])
def test_a_folder_is_never_written_over(tmp_path: Path, force: bool) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(DataError, match="is a folder; expected a file name"):
        files.write(tmp_path / "a", b"new", force=force)
    assert left_in(tmp_path) == ["a"]


@pytest.mark.parametrize("force", [True, False])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_or_device_is_never_replaced_by_a_file(tmp_path: Path, force: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DataError, match="is a device or a pipe"):
        files.write(tmp_path / "pipe", b"new", force=force)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_file_where_a_folder_is_needed_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(HiretoolError, match="cannot be written"):
        files.write(tmp_path / "a" / "b" / "c", b"new")
    assert left_in(tmp_path) == ["a"]


@pytest.mark.parametrize("place", ["shut/a", "shut/new/a"])
def test_a_folder_that_may_not_be_written_to_is_an_error(place: str) -> None:
    with unprivileged() as folder:
        (folder / "shut").mkdir(mode=0o500)
        with pytest.raises(HiretoolError, match="Permission denied"):
            files.write(folder / place, b"new")
        assert left_in(folder) == ["shut"]


def test_a_folder_that_may_not_be_entered_is_an_error() -> None:
    with unprivileged() as folder:
        (folder / "shut").mkdir(mode=0o000)
        with pytest.raises(HiretoolError, match="Permission denied"):
            files.write(folder / "shut" / "a", b"new")


def half_written(path: Path, reason: BaseException) -> None:
    """Begin to write and come to grief."""
    with files.replacing(path) as handle:
        handle.write(b"half of")
        raise reason


REASONS = (OSError(28, "No space left on device"), KeyboardInterrupt(), ZeroDivisionError())


@pytest.mark.parametrize("reason", REASONS, ids=repr)
@pytest.mark.parametrize("place", ["a", "new/folder/a"])
def test_whatever_stops_the_writing_leaves_nothing(tmp_path: Path, reason: BaseException, place: str) -> None:
    with pytest.raises((HiretoolError, type(reason))):
        half_written(tmp_path / place, reason)
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("reason", REASONS, ids=repr)
def test_whatever_stops_the_writing_leaves_the_old_file(tmp_path: Path, reason: BaseException) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises((HiretoolError, type(reason))):
        half_written(tmp_path / "a", reason)
    assert (tmp_path / "a").read_bytes() == b"old"
    assert left_in(tmp_path) == ["a"]


def test_a_full_disk_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(HiretoolError, match=r"a: cannot be written \(No space left on device\). Nothing was changed"):
        half_written(tmp_path / "a", REASONS[0])


def test_a_folder_that_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    with pytest.raises(HiretoolError):
        half_written(tmp_path / "mine" / "sub" / "a", REASONS[0])
    assert left_in(tmp_path) == ["mine"]


def test_nobody_sees_a_half_written_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with files.replacing(tmp_path / "a") as handle:
        handle.write(b"new")
        handle.flush()
        assert (tmp_path / "a").read_bytes() == b"old"
    assert (tmp_path / "a").read_bytes() == b"new"
