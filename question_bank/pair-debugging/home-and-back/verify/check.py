# hiretool-canary-d8e66024-87b3-4378-a4cb-0c7230fc111f
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import variants

SYMPTOM = "the_counts_by_ward_are_those_of_the_register"
HEADER = "patient,ward,arrived,left,went\n"


def _counts(modules, folder, text):
    (folder / "some.csv").write_text(HEADER + text)
    found = modules["rates"].counts(modules["legs"].read(folder / "some.csv"))
    return {ward: tuple(int(count) for count in pair) for ward, pair in dict(found).items() if any(pair)}


def _home(*moments, name="001234"):
    """Stays on one ward, each from and to a moment of March or April 2026, all ending at home."""
    return "".join(f"{name},Surgery,2026-{start},2026-{end},home\n" for start, end in moments)


MOVED = "001234,Surgery,2026-03-02 10:00,2026-03-04 23:50,ward\n001234,Urology,2026-03-05 00:20,2026-03-07 10:00,home\n"
THRICE = (
    "001234,Surgery,2026-03-02 10:00,2026-03-04 12:00,ward\n"
    "001234,Urology,2026-03-04 12:40,2026-03-05 09:00,ward\n"
    "001234,Surgery,2026-03-05 09:30,2026-03-05 18:00,home\n"
)
BACK = "001234,Surgery,2026-03-10 08:00,2026-03-12 09:00,died\n"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    _, register = variants.hospital(seed)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        variants.write(folder, seed)
        lines = (folder / "data" / "legs.csv").read_text().splitlines(keepends=True)[1:]

        def counts(text):
            return _counts(modules, folder, text)

        stay = ("03-02 10:00", "03-04 10:00")
        whole = counts("".join(lines))
        return {
            SYMPTOM: whole == register,
            "order_of_lines_does_not_matter": counts("".join(sorted(lines))) == whole,
            "a_move_across_midnight_is_one_stay": counts(MOVED) == {"Urology": (1, 0)},
            "two_moves_on_one_day_are_one_stay": counts(THRICE) == {"Surgery": (1, 0)},
            "home_and_back_on_one_day_counts": counts(_home(stay, ("03-04 19:00", "03-09 10:00")))
            == {"Surgery": (2, 1)},
            "home_and_back_within_the_hour_counts": counts(_home(stay, ("03-04 10:40", "03-09 10:00")))
            == {"Surgery": (2, 1)},
            "after_a_move_the_next_admission_counts": counts(MOVED + BACK) == {"Urology": (1, 1)},
            "the_thirtieth_day_counts_to_its_end": counts(_home(stay, ("04-03 23:30", "04-05 10:00")))
            == {"Surgery": (2, 1)},
            "the_day_after_it_does_not": counts(_home(stay, ("04-04 00:30", "04-05 10:00"))) == {"Surgery": (2, 0)},
            "zeros_in_front_make_another_patient": counts(
                _home(stay) + _home(("03-08 10:00", "03-09 12:00"), name="1234")
            )
            == {"Surgery": (2, 0)},
            "so_do_zeros_of_another_count": counts(_home(stay) + _home(("03-08 10:00", "03-09 12:00"), name="0001234"))
            == {"Surgery": (2, 0)},
            "a_blank_does_not": counts(_home(stay) + _home(("03-08 10:00", "03-09 12:00"), name=" 001234 "))
            == {"Surgery": (2, 1)},
            "who_died_did_not_go_home": counts(BACK) == {},
        }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    rows, register = variants.hospital(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        found = modules["rates"].counts(modules["legs"].read(Path(scratch) / "data" / "legs.csv"))
    home, again = (sum(column) for column in zip(*register.values(), strict=True))
    new_home, new_again = (sum(column) for column in zip(*found.values(), strict=True))
    return {
        "home_more": new_home - home,
        "again_more": new_again - again,
        "rate_points": 100 * (new_again / new_home - again / home),
        "wards_off": sum(found.get(ward) != pair for ward, pair in register.items()),
        "wards": len(register),
    }


def modules(names=("legs", "stays", "rates")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
