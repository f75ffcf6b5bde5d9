"""Print the sheet of one week for the reviewers.

    python sheet.py data 2026-W14
"""

import argparse
from pathlib import Path

import conversations
from sampler import Sampler

SIZE = 12


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    arguments.add_argument("week")
    given = arguments.parse_args()
    sampler = Sampler(SIZE, given.week)
    for path in sorted(Path(given.folder).glob("machine-*.jsonl")):
        sampler.see(conversations.read(path))
    for language, chosen in sampler.chosen().items():
        bad = sum(conversation.rating == "bad" for conversation in chosen)
        print(f"{language}: {len(chosen)} conversations, {bad} of them rated bad")
        for conversation in chosen[:3]:
            print(f"    {conversation.id}  {conversation.text}")


if __name__ == "__main__":
    main()
