"""A few of the rules. Add your own below or in another file."""

import math
import unittest

import harness

PASSAGES = [
    {"passage": "p1", "document": "d1", "text": "Bicycles stand in the cellar, not on the stairs."},
    {"passage": "p2", "document": "d2", "text": "The grill is allowed until ten."},
    {"passage": "p3", "document": "d2", "text": "§ BICYCLES stand in the cellar - not on the stairs"},
    {"passage": "p4", "document": "d1", "text": "Rent is due on the third."},
]
QUESTIONS = [
    {"question": "q1", "document": "d1", "text": "Where may I leave my bicycle over night?", "gold": ["p1", "p3"]},
    {"question": "q2", "document": "d2", "text": "May I keep a pony on the balcony?", "gold": []},
    {"question": "q3", "document": "d2", "text": "How long may we use the grill on a Sunday?", "gold": ["p2", "p4"]},
]


def made(question, system, shown, cited, refused=False, examples=()):
    prompt = [{"text": text, "answer": "Yes."} for text in examples]
    return {
        "question": question,
        "system": system,
        "shown": shown,
        "examples": prompt,
        "refused": refused,
        "cited": cited,
    }


RUNS = [
    made("q1", "new", ["p4", "p3", "p1", "p2"], ["p3"], examples=["May I leave my bicycle where over night, please?"]),
    made("q2", "new", ["p1", "p2", "p4", "p3"], []),
    made("q3", "new", ["p2", "p1", "p3", "p4"], ["p4"], examples=["Where may I leave my bicycle over night?"]),
]


class Harness(unittest.TestCase):
    def test_copies(self):
        self.assertEqual(harness.same(PASSAGES), {"p1": "p1", "p2": "p2", "p3": "p1", "p4": "p4"})

    def test_given_away(self):
        self.assertEqual(harness.given_away(QUESTIONS, RUNS), ["q1"])

    def test_scores(self):
        table = harness.scores(PASSAGES, QUESTIONS, RUNS, 2)
        self.assertEqual(table["q1", "new"], {"found": 1.0, "rank": 0.5, "supported": 1.0, "refused": None})
        self.assertEqual(table["q2", "new"], {"found": None, "rank": None, "supported": None, "refused": 0.0})
        self.assertEqual(table["q3", "new"], {"found": 0.5, "rank": 1.0, "supported": 0.0, "refused": None})

    def test_one_document(self):
        said = harness.summary(PASSAGES, QUESTIONS, RUNS, 2, "new")["found"]
        self.assertEqual(said["value"], 0.5)
        self.assertTrue(math.isnan(said["low"]))


if __name__ == "__main__":
    unittest.main()
