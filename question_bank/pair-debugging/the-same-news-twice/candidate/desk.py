"""From the feeds of several agencies, the articles that the desk has to read: no copy of what has just come.

python desk.py data
"""

import json
import sys
from collections import Counter
from pathlib import Path

from prints import fingerprint
from seen import Seen

HOURS = 48


def arrived(path):
    """Articles in the order of arrival: id, agency, title, text, and the minute since the file was begun."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def to_read(articles, hours=HOURS):
    """Those that are new, with prints kept for so many hours."""
    seen = Seen(hours)
    return [article for article in articles if seen.is_new(fingerprint(article), article["minute"])]


def main():
    articles = arrived(Path(sys.argv[1]) / "articles.jsonl")
    left = to_read(articles)
    print(f"{len(left)} of {len(articles)} articles are to be read")
    came, kept = (Counter(article["agency"] for article in some) for some in (articles, left))
    for agency in sorted(came):
        print(f"  {agency:8} {kept[agency]:4} of {came[agency]:4}")


if __name__ == "__main__":
    main()
