# hiretool-canary-213c017d-036f-4158-9eec-8e0e9a51f343
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import json
import tempfile
from functools import cache
from pathlib import Path

import variants

COUNT = 260
NO_MODEL = {"id": "e1", "error": "no model"}


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _loaded(files, name):
    """What a model file holds if it can be used. Only the names of the files say so here: the check made them itself."""
    return json.loads(files[name]) if name in ("m1.json", "m2.json", "m3.json") else None


def _unfit(model, fields):
    found = set(model["fields"]) ^ set(fields)
    for name in set(model["fields"]) & set(fields):
        rule, value = model["fields"][name], fields[name]
        if rule["type"] == "text":
            good = value in rule["one_of"]
        else:
            good = type(value) is int and rule["least"] <= value <= rule["most"]
        found |= set() if good else {name}
    return sorted(found)


def _score(model, fields):
    parts = [model["weights"].get(name, 0) * value for name, value in fields.items() if name != "colour"]
    return model["start"] + sum(parts) + model["weights"].get(f"colour={fields['colour']}", 0)


def _truth(files, lines):
    """(replies, counts) of a right answer."""
    used = shadow = None
    said, replies, counts = {}, [], {"answers": {}, "shadow": {}, "again": 0, "errors": 0, "orders": 0}
    for line in lines:
        try:
            asked = json.loads(line)
        except ValueError:
            asked = None
        name = asked.get("id") if isinstance(asked, dict) else None
        if not isinstance(asked, dict):
            reply, kind = {"error": "unreadable"}, "errors"
        elif "do" in asked:
            model = _loaded(files, asked["model"])
            kind, reply = "orders", {"done": model is not None or asked["model"] is None}
            if reply["done"] and asked["do"] == "use":
                used = model
            elif reply["done"]:
                shadow = model
        elif not isinstance(name, str) or not name:
            reply, kind = {"error": "id"}, "errors"
        elif name in said:
            reply, kind = said[name], "again"
        elif used is None:
            reply, kind = {"id": name, "error": "no model"}, "errors"
        elif _unfit(used, asked["fields"]):
            reply, kind = {"id": name, "error": "fields", "fields": _unfit(used, asked["fields"])}, "errors"
        else:
            key, score = f"{used['name']}/{used['version']}", _score(used, asked["fields"])
            say = "take" if score >= used["limit"] else "refuse"
            reply, kind = {"id": name, "model": key, "say": say, "score": score}, None
            said[name] = reply
            counts["answers"].setdefault(key, {"take": 0, "refuse": 0})[say] += 1
            if shadow:
                pair = counts["shadow"].setdefault(
                    f"{key}>{shadow['name']}/{shadow['version']}", {"same": 0, "other": 0, "unfit": 0}
                )
                if _unfit(shadow, asked["fields"]):
                    pair["unfit"] += 1
                else:
                    other = "take" if _score(shadow, asked["fields"]) >= shadow["limit"] else "refuse"
                    pair["same" if other == say else "other"] += 1
        if kind:
            counts[kind] += 1
        replies.append(reply)
    return replies, counts


def _claims(modules, seed, folder):
    desk, files = modules["desk"], variants.models(seed)
    lines = variants.lines(seed + 5000, COUNT)
    count = iter(range(100))

    def ask(some):
        place = folder / f"{next(count)}"
        path, models = variants.save(place, seed, some)
        counts = desk.serve(path, models, str(place / "replies.txt"))
        texts = (place / "replies.txt").read_text(encoding="utf-8").splitlines()
        return [json.loads(text) for text in texts], json.loads(json.dumps(counts))

    @cache
    def asked():
        return ask(lines)

    @cache
    def truth():
        return _truth(files, lines)

    def of_kind(wanted):
        """Replies where a right answer gives one of that kind are the same, and there are some."""
        pairs = [(mine, right) for mine, right in zip(asked()[0], truth()[0], strict=True) if wanted(right)]
        return pairs and all(mine == right for mine, right in pairs)

    def sent_again():
        """The same answer as the first time, whatever is in use by now; and nothing is counted but `again`."""
        first = {reply["id"]: line for line, reply in zip(lines[::-1], truth()[0][::-1]) if "say" in reply}
        more = sorted(first.values())[:40]
        replies, counts = ask(lines + more)
        return replies[len(lines) :] == _truth(files, lines + more)[0][len(lines) :] and counts == {
            **truth()[1],
            "again": truth()[1]["again"] + len(more),
        }

    def shadow_has_no_say():
        """Without a shadow the replies to requests stay, and so do the answers that are counted."""
        bare = [line for line in lines if '"shadow"' not in line]
        replies, counts = ask(bare)
        kept = [reply for line, reply in zip(lines, asked()[0], strict=True) if '"shadow"' not in line]
        return replies == kept and counts["answers"] == asked()[1]["answers"] and counts["shadow"] == {}

    def later_has_no_say():
        """A stream that ends earlier has the same replies up to there."""
        return all(ask(lines[:cut])[0] == asked()[0][:cut] for cut in (COUNT // 3, COUNT * 7 // 10))

    def after_a_bad_order():
        """What follows an order that cannot be carried out is as if it had not come."""
        bad = [place for place, reply in enumerate(truth()[0]) if reply == {"done": False}]
        less = [line for place, line in enumerate(lines) if place not in bad]
        return ask(less)[0] == [reply for place, reply in enumerate(asked()[0]) if place not in bad] and bad

    def before_any_model():
        request = json.dumps({"id": "e1", "fields": {"grams": 300, "height": 200, "colour": "clear"}})
        replies, counts = ask([request, lines[0], request])
        right = _truth(files, [request, lines[0], request])
        return (replies, counts) == right and replies[0] == NO_MODEL

    def left_alone():
        path, models = variants.save(folder / "alone", seed, lines)
        desk.serve(path, models, str(folder / "alone" / "replies.txt"))
        same = all((Path(models) / name).read_text(encoding="utf-8") == text for name, text in files.items())
        return same and len(list(Path(models).iterdir())) == len(files)

    def adds_up():
        counts = asked()[1]
        answers = sum(sum(says.values()) for says in counts["answers"].values())
        return answers + counts["again"] + counts["errors"] + counts["orders"] == len(lines) == len(asked()[0])

    return {
        "each_line_has_its_reply": lambda: (
            len(asked()[0]) == len(lines) and all(isinstance(reply, dict) for reply in asked()[0])
        ),
        "answers_are_by_the_model_in_use": lambda: of_kind(lambda reply: "say" in reply),
        "what_does_not_fit_is_named": lambda: of_kind(lambda reply: reply.get("error") == "fields"),
        "other_errors_are_told": lambda: of_kind(lambda reply: reply.get("error") in ("unreadable", "id", "no model")),
        "orders_say_whether_they_were_done": lambda: of_kind(lambda reply: "done" in reply),
        "an_order_that_fails_changes_nothing": after_a_bad_order,
        "sent_again_is_answered_as_before": sent_again,
        "the_shadow_has_no_say": shadow_has_no_say,
        "later_lines_have_no_say": later_has_no_say,
        "nothing_is_answered_before_a_model": before_any_model,
        "answers_are_counted_by_model": lambda: asked()[1]["answers"] == truth()[1]["answers"],
        "shadows_are_counted_by_pair": lambda: asked()[1]["shadow"] == truth()[1]["shadow"],
        "counts_add_up_to_the_lines": adds_up,
        "models_are_left_alone": left_alone,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    with tempfile.TemporaryDirectory() as folder:
        return {name: _held(claim) for name, claim in _claims(modules, seed, Path(folder)).items()}


def modules(names=("desk",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
