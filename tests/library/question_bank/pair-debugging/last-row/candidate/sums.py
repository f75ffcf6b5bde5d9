"""Adds up what was sold."""


def total(rows):
    found = 0
    for index in range(len(rows) - 1):
        found += rows[index]
    return found


if __name__ == "__main__":
    print(total([1, 2, 3]))  # noqa: T201
