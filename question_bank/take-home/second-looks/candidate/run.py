"""Read a desk's tables and show what is known of its book: python run.py data --budget 170"""

import argparse
from pathlib import Path

import pandas as pd

import audit


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--budget", type=int, default=150)
    chosen = parser.parse_args()

    data = {name: pd.read_csv(chosen.data / f"{name}.csv", dtype={"turn": int}) for name in ("marks", "readers", "looked")}
    for name, table in data.items():
        print(f"{name}: {len(table)} rows, such as {dict(table.iloc[0].astype(str))}")
    try:
        book = audit.book(data["marks"])
        print(f"\nthe book: {len(book)} letters; {book.value_counts().sort_index().to_dict()}")
        print(f"\n{audit.agreement(data['marks'], data['readers']).round(3).to_string()}")
        off = audit.share_off(data["marks"], data["looked"])
        print(f"\nunder another kind: {off['share']:.3f} ({off['low']:.3f} to {off['high']:.3f})")
        listed = audit.suspects(**data, budget=chosen.budget)
        print(f"\nto look at again: {len(listed)} letters; the first: {', '.join(listed[:5])}")
        alone = data["marks"].groupby("letter").size().reindex(listed).eq(1).sum()
        print(f"of these read by one person: {alone}; under each kind: {book[listed].value_counts().sort_index().to_dict()}")
    except NotImplementedError as missing:
        print(f"\n{missing} is not written yet")


if __name__ == "__main__":
    main()
