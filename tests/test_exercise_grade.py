"""A candidate's code cannot forge a pass: what it hands back are values, and they are compared elsewhere."""

import io
import tarfile
import zipfile

import pytest

from hiretool import exercise
from hiretool.errors import DataError, HiretoolError
from hiretool.exercise import jail, submissions
from hiretool.exercise.marking import matches
from tests.library_exercises.factory import CODING, DEBUGGING, MATH, SEVERAL_FAULTS, question

RIGHT = """
def longest(values):
    best = run = 0
    for at, value in enumerate(values):
        run = run + 1 if at and value == values[at - 1] else 1
        best = max(best, run)
    return best
"""
WRONG = "def longest(values):\n    return len(values)\n"


def usable():
    """Why no sandbox can be used here, or nothing."""
    try:
        jail.backend()
    except HiretoolError as error:
        return str(error).splitlines()[0]
    return ""


needs_sandbox = pytest.mark.skipif(bool(usable()), reason=usable() or "there is one")


def submitted(folder, files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return folder


def graded(tmp_path, files, *, seeds=2, **more):
    entry = question(tmp_path, CODING)
    return exercise.grade(entry, submitted(tmp_path / "sent", files), seeds=seeds, drawn_from=1, **more)


@needs_sandbox
def test_honest_work_passes_and_says_behind_what_it_ran(tmp_path):
    found = graded(tmp_path, {"runs.py": RIGHT})
    assert found.passed
    assert found.backend == jail.backend().name
    assert set(found.held.values()) == {2}
    assert found.changed == ("runs.py",)
    assert found.seconds > 0


@needs_sandbox
def test_only_what_the_candidate_changed_is_told_as_changed(tmp_path):
    """The prompt and the data are of another variant than the one that is graded; that is no change."""
    entry = question(tmp_path, DEBUGGING, files={"candidate/README.md.j2": "{{ loaves }} loaves.\n"})
    exercise.start(entry, tmp_path / "sent", seed=1)
    changed = tmp_path / "sent" / "weekly.py"
    changed.write_text(changed.read_text() + "\n# Looked at.\n")
    (tmp_path / "sent" / "try.py").write_text("x = 1\n")
    assert exercise.grade(entry, tmp_path / "sent", seeds=1, drawn_from=2).changed == ("try.py", "weekly.py")


@needs_sandbox
def test_the_exercise_as_handed_out_does_not_pass(tmp_path):
    entry = question(tmp_path, DEBUGGING)
    exercise.start(entry, tmp_path / "sent", seed=1)
    found = exercise.grade(entry, tmp_path / "sent", seeds=2, drawn_from=1)
    assert not found.passed
    assert not found.errors


# Each tries to be taken for right without being so; all return something wrong.
FORGERIES = {
    "ends the process as a success on import": "import os\nos._exit(0)\n",
    "ends the process as a success when called": "import os\ndef longest(values):\n    os._exit(0)\n",
    "raises SystemExit(0) when called": "import sys\ndef longest(values):\n    sys.exit(0)\n",
    "prints a pass at exit": (
        "import atexit, json\natexit.register(lambda: print(json.dumps({'held': {'all': True}})))\n" + WRONG
    ),
    "writes a reply of its own": (
        "import os\ntry:\n    os.write(3, (9).to_bytes(4, 'big') + b'{\"ok\": 1}')\nexcept OSError:\n    pass\n" + WRONG
    ),
    "replaces the other modules of the exercise's process": (
        "import sys, types\nfor name in ('check', 'variants', 'near', 'far', 'wire'):\n"
        "    sys.modules[name] = types.SimpleNamespace(run=lambda *_: {'all': True}, modules=dict)\n" + WRONG
    ),
    "returns a number that equals everything": (
        "class Any(int):\n    __eq__ = lambda self, other: True\n    __ne__ = lambda self, other: False\n"
        "    __hash__ = int.__hash__\ndef longest(values):\n    return Any(99)\n"
    ),
    "returns an object that equals everything": (
        "class Any:\n    def __eq__(self, other): return True\n    def __bool__(self): return True\n"
        "    def __hash__(self): return 1\ndef longest(values):\n    return Any()\n"
    ),
    "replaces all() and any()": "import builtins\nbuiltins.all = builtins.any = lambda *_: True\n" + WRONG,
    "looks for the answer in the frames": (
        "import sys\ndef longest(values):\n    frame = sys._getframe()\n    while frame:\n"
        "        for name, value in frame.f_locals.items():\n"
        "            if name in ('expected', 'right', 'answer', 'want'):\n                return value\n"
        "        frame = frame.f_back\n    return -1\n"
    ),
    "looks for the answer in the heap": (
        "import gc\ndef longest(values):\n    for found in gc.get_objects():\n"
        "        if isinstance(found, dict) and 'oracle' in found:\n            return found['oracle']\n    return -1\n"
    ),
    "reads the check": (
        "import pathlib\ndef longest(values):\n    for place in ('/given', '/', '..', '/work'):\n"
        "        for path in pathlib.Path(place).glob('**/check.py'):\n            return path.read_text()\n"
        "    return -1\n"
    ),
    "brings a conftest, a pytest.ini and a pytest of its own": None,
    "shadows a module of the library": None,
    "changes the values that it was given": "def longest(values):\n    values.clear()\n    return 0\n",
    "patches the wire": (
        "import sys\nfor module in list(sys.modules.values()):\n"
        "    if hasattr(module, 'Writer'):\n        module.Writer.written = lambda self, value: b'\\0\\0\\0\\4true'\n"
        + WRONG
    ),
}
FILES = {
    "brings a conftest, a pytest.ini and a pytest of its own": {
        "runs.py": WRONG,
        "conftest.py": "def pytest_runtest_makereport(item, call):\n    call.excinfo = None\n",
        "pytest.ini": "[pytest]\naddopts = --collect-only\n",
        "pytest.py": "def main(*_):\n    return 0\n",
    },
    "shadows a module of the library": {
        "runs.py": WRONG,
        "random.py": "raise SystemExit(0)\n",
        "json.py": "loads = dumps = lambda *_, **__: {'held': {'all': True}}\n",
        "sitecustomize.py": "import os\nos._exit(0)\n",
    },
}


@pytest.mark.slow
@needs_sandbox
@pytest.mark.parametrize("trick", FORGERIES)
def test_no_trick_forges_a_pass(tmp_path, trick):
    found = graded(tmp_path, FILES.get(trick) or {"runs.py": FORGERIES[trick]}, seeds=1)
    assert not found.passed
    assert not (found.held and set(found.held.values()) == {1})


@needs_sandbox
def test_what_the_code_writes_is_shown_without_its_escapes(tmp_path):
    noisy = "print('\\x1b[2J\\x1b]0;owned\\x07hello\\x9b31m')\n" + RIGHT
    found = graded(tmp_path, {"runs.py": noisy}, seeds=1)
    assert found.passed
    assert "hello" in found.log
    assert not any(ord(letter) < 32 and letter not in "\n\t" for letter in found.log)
    assert "\x9b" not in found.log


@needs_sandbox
def test_code_that_never_ends_is_ended(tmp_path):
    found = graded(tmp_path, {"runs.py": "def longest(values):\n    while True:\n        pass\n"}, seeds=1, wall_s=3)
    assert not found.passed
    assert found.ended == "time"


class Missing:
    name, how_to_get = "nowhere", "It cannot be had."

    def lacking(self):
        return "not installed"


def test_without_a_sandbox_nothing_is_run(tmp_path, monkeypatch):
    ran = tmp_path / "ran"
    monkeypatch.setattr(jail, "backends", lambda: [Missing()])
    jail.backend.cache_clear()
    try:
        with pytest.raises(HiretoolError, match="without one no candidate's code is run"):
            graded(tmp_path, {"runs.py": f"open({str(ran)!r}, 'w')\n{RIGHT}"})
    finally:
        jail.backend.cache_clear()
    assert not ran.exists()


def test_a_question_without_code_is_rated_by_people(tmp_path):
    with pytest.raises(HiretoolError, match="its answers are rated by people"):
        exercise.grade(question(tmp_path, MATH), tmp_path)


# What is sent


def zipped(path, entries):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def tarred(path, entries):
    with tarfile.open(path, "w:gz") as archive:
        for name, content in entries.items():
            info = tarfile.TarInfo(name)
            if isinstance(content, str):
                info.type, info.linkname = tarfile.SYMTYPE, content
                archive.addfile(info)
            else:
                info.size = len(content)
                archive.addfile(info, io.BytesIO(content))
    return path


def taken(path):
    with submissions.opened(path) as folder:
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_a_folder_a_zip_and_a_tar_hold_the_same(tmp_path):
    files = {"work/runs.py": b"x = 1\n", "work/data/a.txt": b"a"}
    folder = submitted(tmp_path / "folder", {name: content.decode() for name, content in files.items()})
    sent = [folder, zipped(tmp_path / "a.zip", files), tarred(tmp_path / "a.tgz", files)]
    # One folder at the top is passed over, as it comes and goes with how a folder is packed.
    assert [taken(path) for path in sent] == [{"runs.py": b"x = 1\n", "data/a.txt": b"a"}] * 3


@pytest.mark.parametrize("name", ["../evil.py", "/etc/evil.py", "a/../../evil.py", "C:\\evil.py", "..\\evil.py"])
def test_a_name_that_leads_outside_is_refused(tmp_path, name):
    for path in (zipped(tmp_path / "a.zip", {name: b"x"}), tarred(tmp_path / "a.tar", {name: b"x"})):
        with pytest.raises(HiretoolError, match="leads outside, or is no name; nothing of it was run"):
            taken(path)
    assert not (tmp_path / "evil.py").exists()


def test_links_stay_out(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    folder = submitted(tmp_path / "sent", {"runs.py": "x"})
    (folder / "link").symlink_to(secret)
    (folder / "folder").symlink_to(tmp_path)
    assert set(taken(folder)) == {"runs.py"}
    assert set(taken(tarred(tmp_path / "a.tgz", {"runs.py": b"x", "link": str(secret), "up": ".."}))) == {"runs.py"}


def test_bombs_are_refused_before_they_are_unpacked(tmp_path):
    bomb = zipped(tmp_path / "bomb.zip", {"zeros": bytes(300_000_000)})
    with pytest.raises(HiretoolError, match="unpacks to more than 200 times its size"):
        taken(bomb)
    with pytest.raises(HiretoolError, match=r"holds more than 50 MB|unpacks to far more"):
        taken(tarred(tmp_path / "bomb.tgz", {"zeros": bytes(300_000_000)}))
    many = zipped(tmp_path / "many.zip", {f"f{number}": b"" for number in range(2_001)})
    with pytest.raises(HiretoolError, match="holds more than 2,000 files"):
        taken(many)


def test_histories_and_caches_stay_out(tmp_path):
    sent = submitted(tmp_path / "sent", {"runs.py": "x", ".git/config": "x", "__pycache__/runs.pyc": "x"})
    assert set(taken(sent)) == {"runs.py"}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04broken", b"no archive", b"\x1f\x8b\x08broken"])
def test_what_is_no_archive_is_said_to_be_none(tmp_path, content):
    path = tmp_path / "sent.zip"
    path.write_bytes(content)
    with pytest.raises(HiretoolError, match=r"is neither a folder nor a zip nor a tar|cannot be read as"):
        taken(path)


def test_the_question_is_known_by_its_prompt(tmp_path):
    one, other = question(tmp_path, CODING), question(tmp_path, DEBUGGING)
    exercise.start(other, tmp_path / "sent", seed=1)
    assert exercise.question_of(tmp_path / "sent", [one, other]).question.id == DEBUGGING
    (tmp_path / "sent" / "PROMPT.md").unlink()
    with pytest.raises(HiretoolError, match="pass --question"):
        exercise.question_of(tmp_path / "sent", [one, other])


# Computed answers


@pytest.mark.parametrize(
    ("said", "value", "right"),
    [
        ("3/8", 0.375, True),
        ("0.375", 0.375, True),
        (".375", 0.375, True),
        ("37.5 %", 0.375, True),
        ("0.38", 0.375, True),
        ("0.36", 0.375, False),
        ("0.4", 0.375, False),
        ("1,200", 1200, True),
        ("1200", 1200, True),
        ("1201", 1200, False),
        ("1.2e3", 1200, True),
        ("-2", -2, True),
        ("2", -2, False),
        ("1/0", 1, False),
        ("", 0, False),
        ("zero", 0, False),
        ("(1, 3/2)", (1, 1.5), True),
        ("1", (1, 1.5), False),
        ("Later", "later", True),
    ],
)
def test_answers_are_compared_by_value(said, value, right):
    assert matches(said, value) is right


def test_a_decimal_may_be_off_by_the_share_that_is_allowed():
    assert matches("0.378", 0.375, 0.01)
    assert not matches("0.378", 0.375)
    assert not matches("0.380", 0.375, 0.01)
    assert matches("-0.378", -0.375, 0.01)
    assert not matches("0.001", 0, 0.01)
    assert not matches("201", 200, 0.01)
    assert matches("2.01", 2, 0.01)


def test_a_known_mistake_is_named(tmp_path):
    entry = question(tmp_path, MATH)
    params = entry.params(0)
    right = entry.variants.answer(params)
    key = next(iter(right))
    name, wrong = next(
        (name, values[key]) for name, values in entry.variants.misconceptions(params).items() if key in values
    )
    (found,) = exercise.marked(entry, params, {key: str(wrong)})
    assert not found.is_right
    assert name in found.mistakes
    (found,) = exercise.marked(entry, params, {key: str(right[key])})
    assert found.is_right
    assert found.mistakes == ()


@needs_sandbox
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_repair_of_one_fault_of_several_passes_whatever_the_others_are(tmp_path, seed):
    """Which fault a submission began with is seen in it; the variant that is graded may have another."""
    entry = question(tmp_path, SEVERAL_FAULTS)
    exercise.start(entry, tmp_path / "sent", seed=seed)
    given = exercise.grade(entry, tmp_path / "sent", seeds=2, drawn_from=1)
    assert not given.passed
    assert given.changed == ()
    (tmp_path / "sent" / "weekly.py").write_text((entry.folder / "candidate" / "weekly.py").read_text())
    repaired = exercise.grade(entry, tmp_path / "sent", seeds=2, drawn_from=1)
    assert repaired.passed


@needs_sandbox
def test_of_several_faults_all_files_are_needed(tmp_path):
    entry = question(tmp_path, SEVERAL_FAULTS)
    with pytest.raises(DataError, match=r"lacks weekly\.py; expected all files that were handed out"):
        exercise.grade(entry, submitted(tmp_path / "sent", {"notes.txt": "I am done.\n"}), seeds=1)
