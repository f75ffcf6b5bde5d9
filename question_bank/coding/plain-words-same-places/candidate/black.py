"""Black out names in notes, and print some of what comes out.

python black.py data/notes.json
"""

import argparse
import json
from pathlib import Path

import plain


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path")
    notes = json.loads(Path(arguments.parse_args().path).read_text(encoding="utf-8"))
    for number, (note, names) in enumerate(notes):
        made = plain.plain(note)
        for name in names:
            # The model is not here; this finds what it would find.
            at = made.text.find(name)
            if at >= 0:
                start, end = made.back(at, at + len(name))
                note = note[:start] + "#" * (end - start) + note[end:]
        if number < 8:
            print(repr(note))
    print(f"notes {len(notes)}")


if __name__ == "__main__":
    main()
