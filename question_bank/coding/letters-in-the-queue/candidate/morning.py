"""Send the letters of a morning, one after the other, and print what the provider would have seen.

    python morning.py data/letters.csv 40 20000
"""

import argparse

import letters
import quota

ANSWER = 4_000
"""Milliseconds until an answer is there."""


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("path")
    arguments.add_argument("calls", type=int)
    arguments.add_argument("tokens", type=int)
    given = arguments.parse_args()
    allowed, now, sent, open_calls, waits = quota.Quota(given.calls, given.tokens), 0, [], [], 0
    for letter in letters.read(given.path):
        now = max(now, letter.at)
        while True:
            while open_calls and open_calls[0][0] + ANSWER <= now:
                allowed.finish(*open_calls.pop(0)[1:])
            wait = allowed.start(letter.id, now, letter.tokens)
            if wait == 0:
                break
            waits += 1
            # An answer that comes meanwhile may make room.
            now = min([now + wait, *(start + ANSWER for start, *_ in open_calls)])
        open_calls.append((now, letter.id, letter.used))
        sent.append((now, letter.used))
    windows = [[used for when, used in sent if end - quota.MINUTE < when <= end] for end, _ in sent]
    print(f"letters {len(sent)}, waits {waits}, the last one sent after {now / quota.MINUTE:.1f} minutes")
    print(f"most in any 60 seconds: {max(map(len, windows))} calls, {max(map(sum, windows))} tokens")


if __name__ == "__main__":
    main()
