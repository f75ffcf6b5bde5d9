"""Print how many recipes are left, and some of those that are left out.

    python clean.py data/recipes.jsonl 0.61
"""

import argparse
import time

import recipes
import repeats


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    arguments.add_argument("threshold", type=float)
    given = arguments.parse_args()
    found = recipes.read(given.file)
    start = time.perf_counter()
    left_out = repeats.repeated(found, given.threshold)
    took = time.perf_counter() - start
    print(f"{len(found)} recipes, {len(left_out)} left out, {took:.2f} s")
    texts = {recipe.id: recipe.text for recipe in found}
    for gone, stays in list(left_out.items())[:3]:
        print(f"\n{gone}: {texts[gone][:100]}\n{stays}: {texts[stays][:100]}")


if __name__ == "__main__":
    main()
