# hiretool-canary-213c017d-036f-4158-9eec-8e0e9a51f343
"""Requests and orders, a line each -> a reply for each, and counts."""

import json
from pathlib import Path


def serve(lines, models, replies):
    used = shadow = None
    counts = {"answers": {}, "shadow": {}, "again": 0, "errors": 0, "orders": 0}
    with open(lines, encoding="utf-8") as come, open(replies, "w", encoding="utf-8") as go:
        for line in come:
            try:
                asked = json.loads(line)
                if "do" in asked:
                    counts["orders"] += 1
                    model = json.loads((Path(models) / asked["model"]).read_text(encoding="utf-8"))
                    if asked["do"] == "use":
                        used = model
                    else:
                        shadow = model
                    reply = {"done": True}
                else:
                    score, other = (
                        model["start"]
                        + sum(
                            model["weights"].get(name, 0) * value
                            for name, value in asked["fields"].items()
                            if name != "colour"
                        )
                        + model["weights"].get("colour=" + asked["fields"]["colour"], 0)
                        for model in (used, shadow or used)
                    )
                    key, say = f"{used['name']}/{used['version']}", "take" if score >= used["limit"] else "refuse"
                    counts["answers"].setdefault(key, {"take": 0, "refuse": 0})[say] += 1
                    reply = {"id": asked["id"], "model": key, "say": say, "score": score}
            except Exception:
                counts["errors"] += 1
                reply = {"error": "unreadable"}
            go.write(json.dumps(reply) + "\n")
    return counts
