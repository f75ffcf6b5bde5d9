"""Go through a recording with one card, and print what the batches were like.

    python serve.py data/requests.csv
"""

import argparse

import batches
import traffic

START = 25
"""Milliseconds that any batch takes."""
TOKENS_A_MS = 40


def served(requests, next_batch):
    """(batch, when it began, when it was done), one after the other."""
    waiting, now, coming = [], 0, list(requests)
    while coming or waiting:
        if not waiting:
            now = max(now, coming[0].arrived)
        while coming and coming[0].arrived <= now:
            waiting.append(coming.pop(0))
        batch = next_batch(waiting, now)
        done = now + START + len(batch) * max(request.tokens for request in batch) // TOKENS_A_MS
        yield batch, now, done
        gone = {request.id for request in batch}
        waiting = [request for request in waiting if request.id not in gone]
        now = done


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    requests = traffic.read(arguments.parse_args().file)
    runs = list(served(requests, batches.next_batch))
    computed = sum(len(batch) * max(request.tokens for request in batch) for batch, _, _ in runs)
    used = sum(request.tokens for request in requests)
    waits = sorted(began - request.arrived for batch, began, _ in runs for request in batch)
    largest = max(len(batch) * max(request.tokens for request in batch) for batch, _, _ in runs)
    print(f"{len(requests)} requests in {len(runs)} batches, done after {runs[-1][2] / 1000:.1f} s")
    print(f"padding {1 - used / computed:.0%} of what was computed; largest batch {largest} tokens")
    print(f"waiting: half at most {waits[len(waits) // 2]} ms, longest {waits[-1]} ms")


if __name__ == "__main__":
    main()
