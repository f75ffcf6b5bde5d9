"""Code that is right passes on every seed, and what is wrong fails on every seed."""

import pytest

from hiretool import exercise
from hiretool.errors import DataError
from tests.library_exercises.factory import (
    CODING,
    DEBUGGING,
    SEVERAL_FAULTS,
    broken_code,
    patched,
    question,
    report,
)

GIVEN = "return loaves[-days:-1]"
ONLY_THE_SUM = """
import importlib
import variants

def run(modules, seed):
    sold, days = variants.sold(seed), variants.generate(seed)["days"]
    return {"sum": modules["weekly"].total(sold, days) == sum(sold[-days:])}

def modules():
    return {"weekly": importlib.import_module("weekly")}
"""


def debugging(scratch, path, line):
    return question(scratch, DEBUGGING, files={f"verify/{path}": patched(GIVEN, line)})


def coding(scratch, *lines):
    return question(scratch, CODING, files={"verify/right/new/runs.py": "\n".join(lines)})


def test_a_wrong_fix_that_passes_is_a_problem(tmp_path):
    entry = debugging(tmp_path, "wrong_fixes/reversed.patch", "return loaves[::-1][:days]")
    said = "wrong_fixes/reversed.patch fails on every seed: not so: it passes on 3 of 3 (first: seed 1)"
    assert broken_code(entry) == [said]


def test_a_fault_that_shows_on_19_of_20_seeds_is_a_problem(tmp_path):
    last_day_is_nought = ("return [random", "if seed == 7:\n        return [1] * 29 + [0]\n    return [random")
    entry = question(
        tmp_path,
        DEBUGGING,
        files={"verify/check.py": ONLY_THE_SUM},
        replaced={"verify/variants.py": last_day_is_nought},
        without=["verify/wrong_fixes/one-day-more.patch"],
    )
    found = broken_code(entry, seeds=20)
    assert "the code as given fails on every seed: not so: it passes on 1 of 20 (first: seed 7)" in found


def test_a_right_fix_that_fails_says_on_which_seeds_and_why(tmp_path):
    entry = debugging(tmp_path, "other_fixes/half.patch", "return loaves[-days:] if sum(loaves) % 2 else []")
    (found,) = broken_code(entry, seeds=10)
    assert found.startswith("other_fixes/half.patch passes on every seed: not so: it fails on ")
    assert "the_last_day_counts" in found


def test_a_fix_that_does_not_apply_names_file_and_line(tmp_path):
    entry = question(tmp_path, DEBUGGING, files={"verify/fix.patch": patched("return loaves", "return 1")})
    assert "candidate/weekly.py:9: the patch expects" in broken_code(entry)[0]


def test_a_long_fix_is_a_problem(tmp_path):
    longer = patched(GIVEN, "\n+".join(["return loaves[-days:]", *["    # so"] * 15])).replace("+7,5", "+7,20")
    entry = question(tmp_path, DEBUGGING, files={"verify/fix.patch": longer})
    assert broken_code(entry) == ["fix.patch changes at most 15 lines: not so: it changes 17"]


def test_a_wrong_fix_that_cannot_be_loaded_proves_nothing(tmp_path):
    entry = debugging(tmp_path, "wrong_fixes/typo.patch", "return (")
    assert "it cannot be loaded: SyntaxError" in broken_code(entry)[0]


def test_two_wrong_fixes_at_least_are_needed(tmp_path):
    entry = question(tmp_path, DEBUGGING, without=["verify/wrong_fixes/all-days.patch"])
    said = "there are enough right and wrong answers: not so: 1 wrong ones; expected at least 2"
    assert broken_code(entry) == [said]


def test_a_starter_that_does_its_work_already_is_a_problem(tmp_path):
    entry = question(tmp_path, CODING)
    right = (entry.folder / "verify/right/loop/runs.py").read_text()
    entry = question(tmp_path, CODING, files={"candidate/runs.py": right})
    assert broken_code(entry) == ["the code as given fails on every seed: not so: it passes on 3 of 3 (first: seed 1)"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["def longest(values):", "    return values['a']"], "not str (runs.py:3) 3"),
        (["import sys", "def longest(values):", "    sys.exit(0)"], "SystemExit: 0 (runs.py:4) 3"),
        (["import warnings", "def longest(values):", "    warnings.warn('old')"], "UserWarning: old (runs.py:4) 3"),
        (["def longest(values):", "    return longest(values)"], "RecursionError"),
    ],
)
def test_what_is_raised_fails_the_seed_and_is_told_in_a_line(tmp_path, lines, said):
    (found,) = broken_code(coding(tmp_path, *lines))
    assert "right/new passes on every seed: not so: it fails on 3 of 3" in found
    assert said in found


def test_an_invariant_is_true_or_false(tmp_path):
    entry = question(tmp_path, CODING, replaced={"verify/check.py": ("longest([]) == 0", "0.7")})
    assert "expected a name and True or False for each invariant" in broken_code(entry)[0]


def test_a_take_home_is_checked_beside_its_data(tmp_path):
    written = (
        "def generate(seed):\n    return {}\n\ndef write(folder, seed):\n    (folder / 'n').write_text(str(seed))\n"
    )
    reads = (
        "    longest = ",
        "    from pathlib import Path\n    assert Path('n').read_text() == '1'\n    longest = ",
    )
    entry = question(tmp_path, CODING, files={"verify/variants.py": written}, replaced={"verify/check.py": reads})
    assert broken_code(entry) == []


def test_a_process_that_doubles_itself_does_not_double_its_results(tmp_path):
    entry = coding(tmp_path, "import os", "os.fork()", "def longest(values):", "    return 0")
    (found,) = broken_code(entry)
    assert found.startswith("right/new passes on every seed: not so")


def test_each_of_several_faults_shows_and_is_cured(tmp_path):
    found = report(question(tmp_path, SEVERAL_FAULTS), seeds=4, variants=30)
    assert found.problems() == []
    names = [claim.name for claim in found.claims]
    assert "the project without a fault passes on every seed" in names
    assert "faults/first as given fails on every seed" in names
    assert "faults/doubled/wrong_fixes/all-days.patch fails on every seed" in names
    assert len([name for name in names if "graded across two processes" in name]) == 1


def test_a_fault_that_the_check_does_not_see_is_a_problem(tmp_path):
    harmless = patched("return loaves[-days:]", "return list(loaves[-days:])")
    entry = question(tmp_path, SEVERAL_FAULTS, files={"verify/faults/last/fault.patch": harmless})
    said = [problem for problem in report(entry, variants=30).problems() if "as given" in problem]
    assert said == ["faults/last as given fails on every seed: not so: it passes on 2 of 2 (first: seed 3)"]


def test_each_fault_needs_repairs_of_its_own(tmp_path):
    entry = question(tmp_path, SEVERAL_FAULTS, without=["verify/faults/first/other_fixes/from-the-front.patch"])
    assert any("1 right ones of the fault first; expected at least 2" in told for told in report(entry).problems())


def test_a_fault_that_is_never_drawn_is_a_problem(tmp_path):
    only_two = ('("last", "first", "doubled")[seed % 3]', '("last", "first")[seed % 2]')
    entry = question(tmp_path, SEVERAL_FAULTS, replaced={"verify/variants.py": only_two})
    assert "each fault is drawn: not so: no draw has the fault 'doubled'" in report(entry, variants=30).problems()


def test_a_fault_that_no_file_describes_cannot_be_handed_out(tmp_path):
    other = ('"doubled")', '"tripled")')
    entry = question(tmp_path, SEVERAL_FAULTS, replaced={"verify/variants.py": other})
    with pytest.raises(DataError, match="expected one of doubled, first, last, got 'tripled'"):
        exercise.start(entry, tmp_path / "out", seed=2)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("seed", range(6))
def test_what_is_handed_out_has_the_fault_of_its_variant(tmp_path, seed):
    entry = question(tmp_path, SEVERAL_FAULTS)
    exercise.start(entry, tmp_path / "out", seed=seed)
    line = {"last": "[-days:-1]", "first": "[1 - days :]", "doubled": "[*loaves"}[entry.params(seed)["fault"]]
    assert line in (tmp_path / "out" / "weekly.py").read_text()
