"""Cut documents, and print what the passages are like.

    python look.py data/documents.jsonl --most 600 --again 120
"""

import argparse
import json

import passages
import sentences


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("--most", type=int, default=600)
    arguments.add_argument("--again", type=int, default=120)
    given = arguments.parse_args()
    with open(given.file, encoding="utf-8") as file:
        texts = [json.loads(line)["text"] for line in file]
    count = inside = longest = 0
    for text in texts:
        starts = set(sentences.starts(text))
        for passage in passages.cut(text, given.most, given.again):
            count += 1
            inside += passage.start not in starts
            longest = max(longest, passage.end - passage.start)
    print(f"{len(texts)} documents, {count} passages, the longest has {longest} characters")
    print(f"{inside} begin within a sentence")
    for passage in passages.cut(texts[0], given.most, given.again)[:2]:
        print(f"\n{passage.start} to {passage.end}: {passages.shown(texts[0], passage)[:160]}")


if __name__ == "__main__":
    main()
