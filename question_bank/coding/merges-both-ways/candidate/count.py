"""How many tokens do the messages take, and do all come back as they were?

    python count.py data
"""

import argparse
from pathlib import Path

import table
import tokens


def messages(folder):
    """One message a line."""
    return Path(folder, "messages.txt").read_text(encoding="utf-8").splitlines()


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder")
    folder = arguments.parse_args().folder
    learnt, texts = table.load(Path(folder, "merges.json")), messages(folder)
    ids = [tokens.encode(text, learnt) for text in texts]
    print(f"messages    {len(texts):>8}")
    print(f"characters  {sum(map(len, texts)):>8}")
    print(f"tokens      {sum(map(len, ids)):>8}")
    print(f"longest     {max(map(len, ids)):>8} tokens")
    print(f"come back   {sum(tokens.decode(line, learnt) == text for line, text in zip(ids, texts)):>8}")


if __name__ == "__main__":
    main()
