# hiretool-canary-020fcbef-0eb5-4a51-976d-e21081f1f348
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "what_was_put_into_the_texts_is_found_and_nothing_else"


class Shelf:
    """Writes texts as files and asks the candidate's search about them."""

    def __init__(self, modules, scratch):
        self.modules, self.scratch, self.count = modules, Path(scratch), 0

    def _documents(self, texts):
        self.count += 1
        folder = self.scratch / str(self.count)
        folder.mkdir()
        for name, lines in texts.items():
            (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return self.modules["texts"].documents(folder)

    def seen(self, questions, texts):
        return set(self.modules["overlap"].seen(questions, self._documents(texts)))

    def shares(self, questions, texts):
        return dict(self.modules["overlap"].shares(questions, self._documents(texts)))


def _told(text):
    """Words of a made-up text, another way than the project's: letter by letter."""
    return "".join(sign for sign in text.lower() if sign.isalnum() or sign == " ").split()


def _share(question, text, size=8):
    """Share of a question's runs in one paragraph: looked up as text, without sets of words."""
    words, held = _told(question), f" {' '.join(_told(text))} "
    own = sorted({" ".join(words[at : at + size]) for at in range(len(words) - size + 1)})
    return sum(f" {run} " in held for run in own) / len(own)


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    facts = variants.club(seed)
    exam = {item["id"]: item["question"] for item in facts["exam"]}
    with tempfile.TemporaryDirectory() as scratch:
        shelf = Shelf(modules, scratch)
        found = shelf.seen(exam, facts["texts"])

        # Eight texts of one question each, laid out in several ways; six more questions stand in none of them.
        ids = [str(key) for key in rng.choice(sorted(exam), 14, replace=False)]
        few, held = {key: exam[key] for key in ids}, set(ids[:8])
        lone = {f"text-{key}": exam[key] for key in ids[:8]}
        wide = shelf.seen(few, {name: [text] for name, text in lone.items()})
        lines = [
            shelf.seen(few, {name: variants.wrapped(text, width) for name, text in lone.items()})
            for width in (18, 33, 64)
        ]
        parted = [
            shelf.seen(few, {name: variants.wrapped(text, width, parted=True) for name, text in lone.items()})
            for width in (22, 27)
        ]
        quoted = shelf.seen(
            few, {name: [f"> > {line}" for line in variants.wrapped(text, 40)] for name, text in lone.items()}
        )
        loud = shelf.seen(
            few,
            {
                name: variants.wrapped(text.upper().replace(",", " –").replace(".", "!"), 50)
                for name, text in lone.items()
            },
        )

        # A break behind a hyphen that belongs to the word, and a dash that stands alone at the end of a line.
        compound = {
            "c": "The well-known keeper of the two-storey house - a cousin of the mayor - sold all his long-handled tools in a half-hour."
        }
        broken = [
            "The well-",
            "known keeper of the two-storey house -",
            "a cousin of the mayor - sold all his long-",
            "handled tools in a half-hour.",
        ]
        dashes = shelf.seen(compound, {"one": broken})

        halves = {}
        for key in ids[:8]:
            words = exam[key].split()
            middle = len(words) // 2 + 3
            halves[f"{key}-1"], halves[f"{key}-2"] = [" ".join(words[:middle])], [" ".join(words[middle - 6 :])]
        split = shelf.seen(few, halves)

        begun = {key: " ".join(exam[key].split()[: int(rng.integers(24, 36))]) for key in ids}
        shares = shelf.shares(few, {key: variants.wrapped(text, 30) for key, text in begun.items()})
        expected = {key: max(_share(few[key], text) for text in begun.values()) for key in ids}
    return {
        SYMPTOM: found == set(facts["seen"]),
        "where_lines_end_has_no_effect": wide == held and all(some == held for some in lines),
        "words_parted_at_the_end_of_a_line_are_known": all(some == held for some in parted),
        "marks_of_quoted_mail_have_no_effect": quoted == held,
        "capitals_and_punctuation_have_no_effect": loud == held,
        "hyphens_and_dashes_are_kept_apart": dashes == {"c"},
        "two_texts_do_not_add_up": not split,
        "shares_are_what_was_agreed": shares.keys() == expected.keys()
        and all(abs(shares[key] - expected[key]) < 1e-9 for key in expected),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail. Percent right on questions not found, less that on fresh ones."""
    facts = variants.club(seed)
    with tempfile.TemporaryDirectory() as scratch:
        found = Shelf(modules, scratch).seen({item["id"]: item["question"] for item in facts["exam"]}, facts["texts"])
    left = [item["right"] for item in facts["exam"] if item["id"] not in found]
    kinds = [facts["seen"].get(key) for key in found]
    return {
        "found": len(found),
        "innocent": kinds.count(None),
        **{
            f"missed_{kind}": sum(key not in found for key, other in facts["seen"].items() if other == kind)
            for kind in ("wiki", "mail", "letter")
        },
        "put_in": len(facts["seen"]),
        "left": len(left),
        "not_seen": float(100 * np.mean(left)) if left else 0.0,
        "over_fresh": float(100 * (np.mean(left) - facts["fresh_right"] / facts["fresh"])) if left else 0.0,
    }


def modules(names=("texts", "overlap", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
