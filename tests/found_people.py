"""Files as `people find --json` writes them, with people and papers that nobody is and nobody wrote."""

from __future__ import annotations

import datetime
from typing import Any

TODAY = datetime.date(2026, 11, 20)

NAMES = (
    "Ọlá Adéyẹmí", "Zofia Bąk-Wiśniewska", "Søren B. Østergård", "李 明遠",
    "Ana María de los Ángeles Fernández-Villaverde y Ruiz", "Nguyễn Thị Hoài Thương", "Wei Lan", "عمر الحسيني",
    "Jean-Baptiste d'Aubigné", "Łukasz Żółć", "Priya R. Venkataramanan", "김 하늘", "Ifeoma C. Okwuosa",
    "Mahi'ai Kealoha", "Björk Þórsdóttir", "Dmytro Ковальчук", "Rosa Faria, Jr.", "O'Neill-Ortiz", "Ximena Quispe",
    "Tāne Ngata", "Hadiza Bello", "Eszter Őry", "Yusuf Çelik", "Maja Ćosić", "Ada B",
)  # fmt: skip
TOPICS = (
    "Calibrated uncertainty under distribution shift",
    "Speculative decoding with verified drafts",
    "On the sample complexity of offline preference optimisation when annotators disagree: lower bounds, "
    "matching algorithms, and a large-scale study of what happens when they change their minds afterwards",
    "Sparse mixtures for tabular data",
    "A $\\mathcal{O}(n \\log n)$ attention kernel & its <limits>",
    "Retrieval that knows when it does not know",
)
VENUES = ("ICML 2025", "NeurIPS 2025", "ICLR 2026", "CVPR 2024")


def paper(number: int, *authors: str, **changes: Any) -> dict[str, Any]:
    """One paper; the higher its number, the older."""
    day = TODAY - datetime.timedelta(days=11 * number + 5)
    found = {
        "id": f"{9901 + number // 90:04}.{number:05}",
        "url": "https://example.org/not-used",
        "title": TOPICS[number % len(TOPICS)],
        "authors": list(authors) or ["Ama Abe", "Bo Bee"],
        "categories": ["cs.LG", "stat.ML"],
        "submitted": day.isoformat(),
        "updated": day.isoformat(),
        "versions": 2,
        "comment": None,
        "journal_ref": None,
        "doi": None,
    }
    return found | changes


def person(rank: int = 1, name: str = "Ama Abe", **changes: Any) -> dict[str, Any]:
    """One person with one paper and nothing that is optional."""
    papers = changes.pop("papers", None) or [paper(rank, name, "Bo Bee")]
    evidence = {
        "signal": "first_author",
        "value": len(papers),
        "unit": "papers",
        "text": f"Named first on {len(papers)} matching papers.",
        "paper_ids": [one["id"] for one in papers],
        "source": "arXiv",
        "date": None,
    }
    found = {
        "rank": rank,
        "name": name,
        "spellings": [name],
        "identity": {"basis": "name", "coauthor_groups": 1, "text": "By name only; one paper."},
        "weight": 1.25,
        "papers": papers,
        "evidence": [evidence],
    }
    return found | changes


def found(*people: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """A whole file."""
    whole = {
        "schema": 1,
        "kind": "people",
        "title": "First authors to read",
        "query": 'cat:cs.LG AND abs:"distribution shift"',
        "today": TODAY.isoformat(),
        "since": "2024-11-20",
        "counts": {"papers_read": 60_000, "bad_lines": 0, "matched": 812, "recent": 400, "people": 25},
        "people": list(people) or [person()],
    }
    return whole | changes


def rich(rank: int, name: str) -> dict[str, Any]:
    """A person of whom everything is told that a file can tell."""
    others = [NAMES[(rank + step) % len(NAMES)] for step in (1, 2, 5, 9, 11)]
    first = [
        paper(
            rank * 3 + step,
            name,
            *others[: 1 + (rank + step) % 5],
            comment=f"Accepted at {VENUES[step % 4]} (oral), 31 pages" if step % 2 else "12 pages, 4 figures",
        )
        for step in range(1 + rank % 6)
    ]
    later = [paper(200 + rank * 7 + step, *others[:2], name, *others[2:4]) for step in range(rank % 9)]
    ids = [one["id"] for one in first]
    code = {
        "paper_id": ids[0],
        "url": f"https://github.com/{'a-rather-long-account-name' if rank % 2 else 'lab'}/calibrated-shift-{rank}",
        "official": (None, True, False)[rank % 3],
        "stars": rank * 131,
        "forks": rank * 7,
        "pushed": "2026-09-30",
        "framework": "pytorch",
        "source": "links.parquet",
    }
    claims = [
        ("venue", 1, "papers", f"The authors' comments name {VENUES[rank % 4]} ({ids[0]}).", ids[:1], "arXiv", None),
        ("citations", 0.97, "percentile", f"{ids[0]}: cited 48 times, more than 97 % of its field and year.", ids[:1],
         "OpenAlex", "2026-11-20"),
        ("code", 1, "papers", f"Names code (by whom, the record does not say): {code['url']}", ids[:1],
         "arXiv", None),
    ]  # fmt: skip
    keys = ("signal", "value", "unit", "text", "paper_ids", "source", "date")
    one = person(rank, name, papers=first)
    return one | {
        "spellings": [name, f"{name[0]}. {name.rsplit(maxsplit=1)[-1]}"],
        "identity": {
            "basis": "name and co-authors",
            "coauthor_groups": 1 + (rank % 7 == 0),
            "text": "Shared co-authors link all papers; the name is rare.",
            "confidence": round(0.99 - 0.03 * (rank % 9), 2),
            "reasons": [
                f"Co-author {others[0]} on {len(first)} papers",
                "0.04 people of this name are to be expected among all arXiv authors",
            ],
        },
        "evidence": [*one["evidence"], *(dict(zip(keys, claim, strict=True)) for claim in claims)],
        "score": [
            {"signal": "accepted_lists", "value": 2.0, "weight": 0.84, "contribution": 1.68},
            {"signal": "venue", "value": 1.0, "weight": 0.06, "contribution": 0.06},
            {"signal": "last_author_share", "value": 0.5, "weight": -0.21, "contribution": -0.105},
        ],
        "record": [*first, *later],
        "accepted": [
            {"venue": "ICML", "year": 2025, "title": first[0]["title"], "authors": first[0]["authors"], "tier": "oral",
             "source": "icml2025.json", "paper_id": ids[0]},
            {"venue": "KDD", "year": 2023, "title": "Not on arXiv", "authors": [name], "tier": "", "source": "kdd.csv",
             "paper_id": None},
        ],
        "code": [code],
        "citations": [
            {"paper_id": ids[0], "count": 48, "source": "OpenAlex", "date": "2026-11-20", "percentile": 0.97,
             "fwci": 3.2, "influential": None, "url": "https://openalex.org/W1", "named_first": True,
             "orcid": "0000-0002-1825-0097"},
        ],
    }  # fmt: skip


def everybody() -> dict[str, Any]:
    """25 people: most with everything, some with nothing that is optional, one with 60 papers."""
    people = [rich(rank, name) for rank, name in enumerate(NAMES, 1)]
    people[6] = person(7, "Wei Lan", papers=[paper(step, "Wei Lan", NAMES[step % 20]) for step in range(60)])
    people[6]["identity"]["coauthor_groups"] = 14
    people[-1] = person(25, NAMES[-1])
    return found(*people)
