"""A few of the rules. Add your own below or in another file."""

import json
import tempfile
import unittest
from pathlib import Path

import desk

FIELDS = {
    "grams": {"type": "whole", "least": 0, "most": 1000},
    "colour": {"type": "text", "one_of": ["clear", "green"]},
}
ONE = {
    "name": "t",
    "version": 1,
    "fields": FIELDS,
    "weights": {"grams": -1, "colour=green": 50},
    "start": 300,
    "limit": 0,
}
TWO = {**ONE, "version": 2, "start": 500}


def request(name, grams, colour="clear"):
    return {"id": name, "fields": {"grams": grams, "colour": colour}}


class Serve(unittest.TestCase):
    def serve(self, *lines):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            (place / "models").mkdir()
            for name, model in (("one.json", ONE), ("two.json", TWO), ("bad.json", {"name": "t"})):
                (place / "models" / name).write_text(json.dumps(model), encoding="utf-8")
            (place / "lines.txt").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
            counts = desk.serve(*(str(place / name) for name in ("lines.txt", "models", "replies.txt")))
            return [
                json.loads(line) for line in (place / "replies.txt").read_text(encoding="utf-8").splitlines()
            ], counts

    def test_an_answer(self):
        replies, counts = self.serve({"do": "use", "model": "one.json"}, request("a", 340, "green"), request("b", 340))
        self.assertEqual(replies[0], {"done": True})
        self.assertEqual(replies[1], {"id": "a", "model": "t/1", "say": "take", "score": 10})
        self.assertEqual(replies[2]["say"], "refuse")
        self.assertEqual(counts["answers"], {"t/1": {"take": 1, "refuse": 1}})

    def test_another_model_in_the_middle(self):
        use = [{"do": "use", "model": name} for name in ("one.json", "bad.json", "two.json")]
        replies, counts = self.serve(use[0], request("a", 400), use[1], request("b", 400), use[2], request("c", 400))
        self.assertEqual([reply.get("say") for reply in replies], [None, "refuse", None, "refuse", None, "take"])
        self.assertEqual(replies[2], {"done": False})
        self.assertEqual(counts["answers"], {"t/1": {"take": 0, "refuse": 2}, "t/2": {"take": 1, "refuse": 0}})

    def test_a_field_that_does_not_fit(self):
        replies, counts = self.serve({"do": "use", "model": "one.json"}, request("a", 1001, "blue"))
        self.assertEqual(replies[1], {"id": "a", "error": "fields", "fields": ["colour", "grams"]})
        self.assertEqual(counts["errors"], 1)

    def test_a_shadow(self):
        shadow = {"do": "shadow", "model": "two.json"}
        _, counts = self.serve({"do": "use", "model": "one.json"}, shadow, request("a", 400), request("b", 200))
        self.assertEqual(counts["shadow"], {"t/1>t/2": {"same": 1, "other": 1, "unfit": 0}})


if __name__ == "__main__":
    unittest.main()
