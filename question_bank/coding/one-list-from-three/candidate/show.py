"""Print the first of each list, and how often a list changes if the searches come in another order.

    python show.py data/typed.jsonl
"""

import argparse

import merge
import searches


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("file")
    rows, changed = searches.read(arguments.parse_args().file), 0
    for number, (typed, made) in enumerate(rows):
        found = merge.merged(made)
        back = merge.merged(made[::-1])
        changed += [one.id for one in found] != [one.id for one in back]
        if number < 3:
            print(f"{typed}: {', '.join(one.id for one in found[:6])}")
    silent = sum(search.hits is None for _, made in rows for search in made)
    print(f"{len(rows)} lists, {silent} searches did not answer; {changed} lists change with the order of the searches")


if __name__ == "__main__":
    main()
