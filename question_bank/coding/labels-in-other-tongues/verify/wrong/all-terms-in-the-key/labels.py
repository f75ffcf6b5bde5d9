# hiretool-canary-b2189929-8f1a-4162-bf79-7a05026c25f5
"""Labels of a museum in other languages.

python labels.py data/labels.json kept
"""

import argparse
import json
import re
from pathlib import Path

import glossary
from kept import Kept


def translate(labels, language, terms, model, ask, kept):
    """Id -> text in that language, or None. `ask` takes a list of requests and gives a list of texts."""
    keys, missing = [], {}
    for label in labels:
        request = {
            "text": label["text"],
            "language": language,
            "terms": glossary.occurring(label["text"], terms),
            "model": model,
        }
        key = json.dumps({**request, "terms": terms}, sort_keys=True)
        keys.append(key)
        if kept.get(key) is None:
            missing[key] = missing.get(key, request)
    if missing:
        for key, said in zip(missing, ask(list(missing.values()))):
            if said is not None:
                kept.put(key, said)
    return {label["id"]: kept.get(key) for label, key in zip(labels, keys)}


def stand_in(requests):
    """In place of the provider: the terms are put in, the rest stays as it is."""
    return [re.sub(r"\w+", lambda word: r["terms"].get(word[0].lower(), word[0]), r["text"]) for r in requests]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("folder")
    given = arguments.parse_args()
    data = json.loads(Path(given.file).read_text(encoding="utf-8"))
    asked = []

    def ask(requests):
        asked.extend(requests)
        return stand_in(requests)

    for language, terms in data["terms"].items():
        said = translate(data["labels"], language, terms, data["model"], ask, Kept(given.folder))
        print(f"{language}: {len(said)} labels, first: {next(iter(said.values()))}")
    print(f"{len(asked)} texts sent")


if __name__ == "__main__":
    main()
