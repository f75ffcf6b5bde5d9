"""What share of letters would be opened if another policy drew the lines? From the log of letters that were sent.

python estimate.py data
"""

import sys
from pathlib import Path

import numpy as np

from letters import read
from policy import load

CAP = 8.0


def weights(letters, policy, cap=CAP):
    """How much each letter counts: by how much likelier the policy is to send that line than the desk was."""
    new = np.array([policy.chance(letter.group, letter.lines, letter.sent) for letter in letters])
    old = np.array([letter.chances[letter.lines.index(letter.sent)] for letter in letters])
    return np.minimum(new / old, cap)


def value(letters, policy, cap=CAP):
    """The share of letters that would be opened, and its standard error."""
    opened = np.array([letter.opened for letter in letters], dtype=float)
    worth = weights(letters, policy, cap) * opened
    return float(worth.mean()), float(worth.std() / np.sqrt(len(worth)))


def by_group(letters, policy, cap=CAP):
    """{group: (letters, value, standard error)}."""
    parts = {}
    for letter in letters:
        parts.setdefault(letter.group, []).append(letter)
    return {group: (len(part), *value(part, policy, cap)) for group, part in sorted(parts.items())}


def main():
    folder = Path(sys.argv[1])
    letters, policy = read(folder / "letters.csv"), load(folder / "policy.json")
    print(f"{len(letters)} letters, {np.mean([letter.opened for letter in letters]):.2%} were opened")
    share, error = value(letters, policy)
    print(f"with the new policy  {share:7.2%}  +- {error:.2%}")
    for group, (count, share, error) in by_group(letters, policy).items():
        print(f"  {group:10} {count:5} {share:7.2%}  +- {error:.2%}")


if __name__ == "__main__":
    main()
