# hiretool-canary-213c017d-036f-4158-9eec-8e0e9a51f343
"""Requests and orders: models become functions when they are loaded; counts are made afterwards from a list of what happened."""

import json
import os


def load(folder, name):
    """(key, check, decide), or None. check(fields) -> names that do not fit; decide(fields) -> (say, score)."""
    try:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            held = json.load(file)
        key = "%s/%s" % (held["name"], held["version"])
        wanted, weights, start, limit = (held[part] for part in ("fields", "weights", "start", "limit"))
    except Exception:
        return None
    for weight in weights:
        name, _, value = weight.partition("=")
        kind = wanted.get(name, {}).get("type")
        if not (kind == "whole" and weight == name or kind == "text" and value in wanted[name]["one_of"]):
            return None

    def good(rule, value):
        if rule["type"] == "text":
            return type(value) is str and value in rule["one_of"]
        return type(value) is int and rule["least"] <= value <= rule["most"]

    def check(fields):
        bad = [name for name in wanted if name not in fields or not good(wanted[name], fields[name])]
        return sorted(bad + [name for name in fields if name not in wanted])

    def decide(fields):
        score = start + sum(
            weights.get(name, 0) * value if type(value) is int else weights.get(name + "=" + value, 0)
            for name, value in fields.items()
        )
        return ("refuse" if score < limit else "take"), score

    return key, check, decide


def handle(line, state, folder):
    """(what happened, reply). What happened: again, errors, orders, or the key and word of an answer and the shadow's verdict."""
    try:
        asked = json.loads(line)
    except json.JSONDecodeError:
        asked = None
    if type(asked) is not dict:
        return "errors", {"error": "unreadable"}
    if "do" in asked:
        role, name = asked["do"], asked.get("model")
        model = load(folder, name) if type(name) is str else None
        done = role == "shadow" and name is None or role in ("use", "shadow") and model is not None
        if done:
            state[role] = model
        return "orders", {"done": done}
    name = asked.get("id")
    if type(name) is not str or name == "":
        return "errors", {"error": "id"}
    if name in state["said"]:
        return "again", state["said"][name]
    if not state["use"]:
        return "errors", {"id": name, "error": "no model"}
    fields = asked.get("fields")
    if type(fields) is not dict:
        return "errors", {"id": name, "error": "unreadable"}
    key, check, decide = state["use"]
    bad = check(fields)
    if bad:
        return "errors", {"id": name, "error": "fields", "fields": bad}
    say, score = decide(fields)
    state["said"][name] = {"id": name, "model": key, "say": say, "score": score}
    verdict = None
    if state["shadow"]:
        other, check, decide = state["shadow"]
        verdict = key + ">" + other, "unfit" if check(fields) else "same" if decide(fields)[0] == say else "other"
    return (key, say, verdict), state["said"][name]


def serve(lines, models, replies):
    state, happened = {"use": None, "shadow": None, "said": {}}, []
    with open(lines, encoding="utf-8") as file:
        texts = file.read().split("\n")[:-1]
    with open(replies, "w", encoding="utf-8") as file:
        for text in texts:
            what, reply = handle(text, state, models)
            happened.append(what)
            print(json.dumps(reply), file=file)
    counts = {"answers": {}, "shadow": {}, **{kind: happened.count(kind) for kind in ("again", "errors", "orders")}}
    for what in happened:
        if isinstance(what, str):
            continue
        key, say, verdict = what
        counts["answers"].setdefault(key, {"take": 0, "refuse": 0})[say] += 1
        if verdict:
            counts["shadow"].setdefault(verdict[0], {"same": 0, "other": 0, "unfit": 0})[verdict[1]] += 1
    return counts
