# hiretool-canary-b2189929-8f1a-4162-bf79-7a05026c25f5
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from pathlib import Path

import variants


def modules(names=("glossary", "kept", "labels")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


class Desk:
    """A folder, and runs that use it, each with a `Kept` of its own as in a new process."""

    def __init__(self, modules, folder):
        self.modules, self.folder = modules, Path(folder)
        self.asked, self.calls, self.only, self.declines = [], 0, None, ()

    def _ask(self, requests):
        self.calls += 1
        self.asked = [request["text"] for request in requests]
        said = [None if r["text"] in self.declines else _said(r) for r in requests]
        return said[: self.only]

    def gives(self, labels, language="nl", terms=None, model=None):
        """What a run gives; `asked` then holds the texts that were sent in it."""
        self.asked, self.calls = [], 0
        kept = self.modules["kept"].Kept(str(self.folder))
        made = self.modules["labels"].translate(
            labels, language, terms or {}, model or {"name": "m", "version": 1}, self._ask, kept
        )
        return list(made.items())


def _said(request):
    terms = ",".join(f"{word}={said}" for word, said in sorted(request["terms"].items()))
    model = sorted(request["model"].items())
    return f"«{request['text']}» {request['language']} {terms} {model}"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    labels = variants.labels(draw, 9)
    texts = list(dict.fromkeys(label["text"] for label in labels))
    terms = variants.terms(draw, "nl")
    model = {"name": "m", "version": 1}

    def plain(labels, language="nl", terms=terms, model=model):
        return [(label["id"], _said(_request(label["text"], language, terms, model))) for label in labels]

    def words(text):
        return set(text.lower().replace(",", "").split())

    def as_asked(desk):
        return desk.gives(labels, terms=terms) == plain(labels) and desk.asked == texts and desk.calls == 1

    def kept(desk):
        desk.gives(labels, terms=terms)
        again = desk.gives([dict(label) for label in labels], terms=dict(terms))
        return again == plain(labels) and desk.calls == 0 and desk.gives([], terms=terms) == [] and desk.calls == 0

    def names_and_order(desk):
        desk.gives(labels, terms=terms)
        other = [{"id": f"x{n}", "text": label["text"]} for n, label in enumerate(labels[::-1])]
        turned = dict(list(terms.items())[::-1])
        return desk.gives(other, terms=turned, model={"version": 1, "name": "m"}) == plain(other) and desk.calls == 0

    def a_new_label(desk):
        desk.gives(labels[:4], terms=terms)
        had = {label["text"] for label in labels[:4]}
        more = desk.gives(labels, terms=terms)
        return more == plain(labels) and desk.asked == [text for text in texts if text not in had]

    def one_term(desk):
        desk.gives(labels, terms=terms)
        word = draw.choice([word for word in terms if any(word in words(text) for text in texts)])
        other = {**terms, word: "anders"}
        changed = desk.gives(labels, terms=other)
        reached = desk.asked == [text for text in texts if word in words(text)]
        fewer = {w: said for w, said in terms.items() if w != word}
        gone = desk.gives(labels, terms=fewer)
        return (
            changed == plain(labels, terms=other)
            and reached
            and gone == plain(labels, terms=fewer)
            and desk.asked == [text for text in texts if word in words(text)]
        )

    def a_term_elsewhere(desk):
        desk.gives(labels, terms=terms)
        return desk.gives(labels, terms={"sextant": "sextant", **terms}) == plain(labels) and desk.calls == 0

    def back_again(desk):
        desk.gives(labels, terms=terms)
        desk.gives(labels, terms={word: said + "s" for word, said in terms.items()})
        french = desk.gives(labels, "fr", terms) == plain(labels, "fr") and desk.asked == texts
        return french and desk.gives(labels, terms=terms) == plain(labels) and desk.calls == 0

    def the_model(desk):
        others = [{"name": "m", "version": 2}, {"name": "n", "version": 1}, {**model, "warmth": 0.2}]
        for one in (model, *others):
            if desk.gives(labels, terms=terms, model=one) != plain(labels, model=one) or desk.asked != texts:
                return False
        return desk.gives(labels, terms=terms) == plain(labels) and desk.calls == 0

    def the_text_as_it_is(desk):
        near = ["Lamp", "lamp", "Lamp ", "Lamp.", "La\nmp", "Lamp|nl", "Lamp/nl", "L\u00e4mp"]
        rows = [{"id": str(n), "text": text} for n, text in enumerate(near)]
        first = desk.gives(rows) == plain(rows, terms={}) and desk.asked == near
        return first and desk.gives(rows) == plain(rows, terms={}) and desk.calls == 0

    def declined(desk):
        text = draw.choice(texts)
        desk.declines = (text,)
        want = [
            (label["id"], None if label["text"] == text else said) for label, (_, said) in zip(labels, plain(labels))
        ]
        first = desk.gives(labels, terms=terms) == want
        again = desk.gives(labels, terms=terms) == want and desk.asked == [text]
        desk.declines = ()
        return first and again and desk.gives(labels, terms=terms) == plain(labels) and desk.asked == [text]

    def cut_answer(desk):
        desk.only = draw.randint(1, len(texts) - 1)
        known = set(texts[: desk.only])
        want = [
            (label["id"], said if label["text"] in known else None) for label, (_, said) in zip(labels, plain(labels))
        ]
        first = desk.gives(labels, terms=terms) == want
        desk.only = None
        return first and desk.gives(labels, terms=terms) == plain(labels) and desk.asked == texts[len(known) :]

    def torn(desk):
        desk.gives(labels, terms=terms)
        for cut in (1, 2, 9):
            for path in sorted(path for path in desk.folder.rglob("*") if path.is_file()):
                path.write_bytes(path.read_bytes()[: -cut or None])
            if desk.gives(labels, terms=terms) != plain(labels):
                return False
            if desk.gives(labels, terms=terms) != plain(labels) or desk.calls:
                return False
        return True

    def torn_letter(desk):
        # The last byte that is left is the first half of a letter, if letters are kept as they are.
        row = [{"id": "1", "text": "caf\u00e9"}]
        desk.gives(row, terms=terms)
        for path in sorted(path for path in desk.folder.rglob("*") if path.is_file()):
            data = path.read_bytes()
            place = data.rfind("\u00e9".encode())
            path.write_bytes(data[: place + 1] if place >= 0 else data[: len(data) // 2])
        return desk.gives(row, terms=terms) == plain(row) and desk.asked == ["caf\u00e9"]

    claims = {
        "gives_what_was_asked": as_asked,
        "a_second_run_asks_nothing": kept,
        "ids_and_order_do_not_matter": names_and_order,
        "a_new_label_is_asked_alone": a_new_label,
        "a_changed_term_reaches_its_labels": one_term,
        "a_term_elsewhere_reaches_none": a_term_elsewhere,
        "what_was_before_is_known_again": back_again,
        "all_of_the_model_matters": the_model,
        "the_text_counts_as_it_is": the_text_as_it_is,
        "declined_is_asked_again": declined,
        "what_came_is_kept": cut_answer,
        "a_torn_end_loses_no_more": torn,
        "a_torn_letter_stops_nothing": torn_letter,
    }
    return {name: _holds(claim, modules) for name, claim in claims.items()}


def _request(text, language, terms, model):
    """By plain words, since the texts here have no other marks than commas."""
    inside = set(text.lower().replace(",", "").split())
    return {
        "text": text,
        "language": language,
        "terms": {word: said for word, said in terms.items() if word in inside},
        "model": model,
    }


def _holds(claim, modules):
    """Whether the claim is true of a folder of its own; code that raises does not hold it."""
    with tempfile.TemporaryDirectory() as place:
        try:
            return bool(claim(Desk(modules, place)))
        except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
            return False
