# hiretool-canary-7e5dcb1e-49ba-40e9-92ab-ee9783097480
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from pathlib import Path

import variants

SYMPTOM = "what_is_left_is_what_the_editors_marked"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = random.Random(f"{seed} check")
    desk, print_of = modules["desk"], modules["prints"].fingerprint
    made, stories = variants.feed(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        read = desk.arrived(Path(scratch) / "data" / "articles.jsonl")

    def left(some, hours=48):
        return [article["id"] for article in desk.to_read(some, hours)]

    def told(title, text, turned=False):
        return print_of(variants.article("x", rng.choice(variants.AGENCIES), title, text, rng.randint(0, 999), turned))

    def seen(*minutes):
        """Whether a story that comes at these minutes is new each time, with another one between."""
        some, window = [], modules["seen"].Seen(48)
        for minute in minutes:
            some.append(bool(window.is_new("story", minute)))
            window.is_new(f"other {minute}", minute)
        return some

    window = modules["seen"].Seen(2)
    window.is_new("a", 0)
    window.is_new("b", 1)
    window.is_new("a", 100)
    late = window.is_new("b", 122)
    for number in range(300):
        window.is_new(f"story {number}", 200 + number)
    sizes = len(window)
    text = 'The "old" bridge - closed.\nThe office of the mayor said so.'
    mark = told("Bridge closed", text)
    return {
        SYMPTOM: left(read) == variants.right(made, stories),
        "with_other_hours": left(read, 12) == variants.right(made, stories, 12),
        "order_of_the_fields_has_no_say": told("Bridge closed", text, True) == mark,
        "how_it_is_set_has_no_say": told("BRIDGE CLOSED", text) == mark
        and told("Bridge\u00a0closed", text.replace("\n", "  ")) == mark
        and told("Bridge closed", text.replace(' "old"', " \u201cold\u201d").replace("-", "\u2014")) == mark
        and told("Bridge closed", text.replace("office", "o\ufb03ce")) == mark
        and told("Bridge closed", text.replace("\n", "\t")) == mark,
        "another_number_is_another_article": told("3 hurt", "Near the bridge.") != told("4 hurt", "Near the bridge.")
        and told("Hurt", "At 13 hours.") != told("Hurt", "At 1 3 hours."),
        "another_title_is_another_article": told("Road 5", "See the map.") != told("Road 6", "See the map."),
        "title_and_text_are_not_the_same": told("one", "two") != told("two", "one")
        and told("one two", "three") != told("one", "two three"),
        "letters_of_other_tongues_count": told("\u00c6r\u00f8", "Port") != told("\u00c5r\u00f8", "Port"),
        "a_story_that_keeps_coming_stays_seen": seen(0, 2000, 4000, 6000) == [True, False, False, False],
        "after_two_days_of_silence_it_is_new": seen(0, 2879) == [True, False]
        and seen(0, 2880) == [True, True]
        and seen(0, 2000, 4880) == [True, False, True],
        "each_is_forgotten_in_its_own_time": late is True or late == 1,
        "what_is_too_old_is_not_kept": sizes <= 125,
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    made, stories = variants.feed(seed)
    right = variants.right(made, stories)
    left = modules["desk"].to_read(made)
    return {
        "articles": len(made),
        "right": len(right),
        "more": len(left) - len(right),
        "more_percent": 100 * (len(left) / len(right) - 1),
    }


def modules(names=("prints", "seen", "desk")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
