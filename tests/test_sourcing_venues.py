"""Comments -> venues: which names count, which do not, and what is said of them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.sourcing import papers, venues
from hiretool.sourcing.accepted_lists import acceptances
from hiretool.sourcing.signals._claims import Claim, claims
from tests.benchmarks import bench_venues


def said(comment: str | None) -> list[str]:
    return [str(claim) for claim in claims(comment)]


@pytest.mark.parametrize(
    ("comment", "claim"),
    [
        ("Accepted at ICML 2025", "ICML 2025"),
        ("ICML2025", "ICML 2025"),
        ("CVPR'26, 8 pages", "CVPR 2026"),
        ("WACV’25", "WACV 2025"),
        ("To appear in AAAI-26.", "AAAI 2026"),
        ("EMNLP 25 main", "EMNLP 2025"),
        ("Accepted at ECCV (2026)", "ECCV 2026"),
        ("In Proc. of the 2025 IEEE International Conference on Robotics and Automation (ICRA)", "ICRA 2025"),
        ("Accepted to the 43rd International Conference on Machine Learning (ICML 2026), Seoul", "ICML 2026"),
        ("European Conference on Computer Vision 2026", "ECCV 2026"),
        ("Proceedings of the 31st International Conference on Machine Learning (ICML), Lima, Peru, 2014", "ICML 2014"),
        ("Published at ICLR 2025. The Thirteenth International Conference on Learning Representations", "ICLR 2025"),
        ("NIPS 2016", "NeurIPS 2016"),
        ("Accepted to SIGKDD 2025", "KDD 2025"),
        ("Accepted by IJCAI-ECAI 2026", "IJCAI 2026"),
        ("IJCNLP-AACL 2025", "AACL 2025"),
        ("ACL EMNLP 2025", "EMNLP 2025"),
        ("Proceedings of the 2025 AAAI/ACM Conference on AI, Ethics, & Society (AIES)", "AIES 2025"),
        ("ECML-PKDD 2025, camera-ready", "ECML PKDD 2025"),
        ("ICCV 2025: project page with demo at https://reefs.example.org/demo", "ICCV 2025"),
        ("NIPS 2018 camera ready, 16 pages with supplementary information", "NeurIPS 2018"),
    ],
)
def test_a_venue_is_known_however_it_is_written(comment: str, claim: str) -> None:
    assert said(comment) == [claim]


@pytest.mark.parametrize(
    "comment",
    [
        "Submitted to ICML 2026",
        "Under review at ICLR 2027",
        "ICML 2026 submission",
        "Rejected by ECCV 2026",
        "ACL ARR 2025, May cycle",
        "Accepted at the ICML 2025 Workshop on Reefs",
        "Workshop on Reefs at CVPR 2025",
        "CVPRW 2025",
        "CVPR-W 2025",
        "Accepted to CVPR2025W",
        "ICCV 2025 Worshop",
        "Accepted at Reef4AI@ICML2025",
        "Accepted at Reef4AI @ ICML 2025",
        "Accepted to REEF at CVPR 2025",
        "Accepted at ICCV 2025 (Reef4CV)",
        "CoRL REEF 2025",
        "Accepted at Methods for Reefs (MFR), ICML 2025",
        "Workshop on Reefs. ICML 2025",
        "Accepted at ICML 2025. Workshop on Reefs",
        "ICLR 2025 Blogpost Track",
        "ICLR 2025 Tiny Papers",
        "ACL 2025 Student Research Workshop",
        "ACL 2025 System Demonstrations",
        "EMNLP 2025 Demo camera-ready",
        "AAAI 2026 Spring Symposium on Reefs",
        "AAAI 2026 Doctoral Consortium",
        "Companion Proceedings of the ACM Web Conference 2025 (WWW '25)",
        "CHI 2025 Late-Breaking Work",
        "SIGGRAPH 2025 Posters",
        "First place in the CVPR 2025 reef challenge",
        "Uses the NeurIPS 2025 template",
        "NeurIPS 2024 manuscript style",
        "An extension of our ICML 2023 work",
        "This is an extended version of a paper. In Proceedings of KDD 2024",
        "A preliminary version appeared at NeurIPS 2017",
        "Accepted at ICML",
        "ICLR, 22 pages",
        "ICCV 2024",
        "COLM 2019",
        "SLRT co-located with ACL 2025",
        "12 pages, 5 figures",
        "",
        None,
    ],
)
def test_what_is_elsewhere_or_only_hoped_for_is_no_claim(comment: str | None) -> None:
    assert said(comment) == []


@pytest.mark.parametrize(
    "comment",
    [
        "Code at www.reefs.example/2025",
        "https://reefs.example.org/feed?rss=1 2025",
        "RSS feeds of 2024 and rss 2025",
        "MRI of the ACL, 2025 patients",
        "acl 2025: access control lists",
        "UAI stands for Unified Access Interface, version 2025.1",
        "24th International Semantic Web Conference, 2025",
        "2025 International Conference on Machine Learning and Applications (ICMLA)",
        "10th International Conference on Machine Learning Technologies, 2025",
        "2025 6th International Conference on Computer Vision, Image and Deep Learning",
        "Accepted at ACM Multimedia Asia 2025",
        "chi 2025 squared tests, a log 2024",
    ],
)
def test_words_that_only_look_like_a_venue_are_none(comment: str) -> None:
    assert said(comment) == []


@pytest.mark.parametrize(
    ("comment", "claim"),
    [
        ("The Web Conference (WWW) 2026", "WWW 2026"),
        ("Accepted by WWW'26", "WWW 2026"),
        ("RSS 2025, 10 pages", "RSS 2025"),
        ("Robotics: Science and Systems (RSS), 2018", "RSS 2018"),
        ("Appears in Proceedings of the Twenty-Ninth Conference on Uncertainty in Artificial Intelligence (UAI2013)",
         "UAI 2013"),
        ("ACL 2025", "ACL 2025"),
    ],
)  # fmt: skip
def test_the_same_words_with_a_year_are_the_venue(comment: str, claim: str) -> None:
    assert said(comment) == [claim]


@pytest.mark.parametrize(
    ("comment", "claims"),
    [
        ("Rejected at NeurIPS 2024, accepted at ICML 2025", ["ICML 2025"]),
        ("Accepted at ICML 2025 and the NeurIPS 2024 workshop on reefs", ["ICML 2025"]),
        ("ICLR and ICML 2025 workshops", []),
        ("Submitted to ICLR 2025 and ICML 2025", []),
        ("Accepted at ICRA 2025 and IROS 2025", ["ICRA 2025", "IROS 2025"]),
        ("Accepted to CVPR 2025; a short one is at an ICLR 2025 workshop", ["CVPR 2025"]),
        ("Presented at CoRL 2024, and as a talk at the 2024 CoRL REEF Workshop", ["CoRL 2024"]),
        ("Accepted to TPAMI. Extended version of our CVPR 2025 paper", ["TPAMI"]),
        ("ICML 2025. ICML 2025 (oral)", ["ICML 2025 (oral)"]),
        ("Accepted to CVPR 2026 Findings. In: Conference on Computer Vision and Pattern Recognition 2026",
         ["CVPR Findings 2026"]),
    ],
)  # fmt: skip
def test_of_several_venues_each_is_judged_by_the_words_about_it(comment: str, claims: list[str]) -> None:
    assert said(comment) == claims


@pytest.mark.parametrize(
    ("comment", "claim"),
    [
        ("Findings of ACL 2025", "ACL Findings 2025"),
        ("ACL Findings 2025", "ACL Findings 2025"),
        ("Accepted to EMNLP 2025 (Findings)", "EMNLP Findings 2025"),
        ("Findings of the Association for Computational Linguistics: EMNLP 2025", "EMNLP Findings 2025"),
        ("ACL 2025 main conference", "ACL 2025"),
    ],
)
def test_findings_are_a_venue_of_their_own(comment: str, claim: str) -> None:
    assert said(comment) == [claim]


@pytest.mark.parametrize(
    ("comment", "tier", "track"),
    [
        ("ICML 2025 (oral)", "oral", ""),
        ("Oral at ICML 2025", "oral", ""),
        ("CVPR 2025. Highlight. Code: github.com/a/b", "highlight", ""),
        ("Accepted as a spotlight paper at NeurIPS 2025", "spotlight", ""),
        ("ICLR 2023, notable top-5%", "oral", ""),
        ("RSS 2025 - Outstanding Paper Award", "award", ""),
        ("ACL 2026, nominated for the Best Paper Award", "award candidate", ""),
        ("RSS 2025, Best Student Paper Award finalist", "award candidate", ""),
        ("ICML 2025 poster", "poster", ""),
        ("ICML 2025. Oral cancer images", "", ""),
        ("MICCAI 2025, oral cancer data", "", ""),
        ("ICML 2025; award 12345 of a fund", "", ""),
        ("NeurIPS 2025 Datasets and Benchmarks Track (spotlight)", "spotlight", "datasets and benchmarks track"),
        ("NeurIPS 2025 D&B track", "", "datasets and benchmarks track"),
        ("EMNLP 2025 Industry Track", "", "industry track"),
        ("KDD 2026, Applied Data Science Track", "", "applied data science track"),
        ("ICML 2025 position paper", "", "position paper track"),
        ("Accepted as a position paper at ICML 2025", "", "position paper track"),
        ("Accepted as a short paper at SIGIR 2025 (oral)", "oral", "short paper"),
    ],
)
def test_what_is_said_beside_the_venue_is_the_tier_and_the_track(comment: str, tier: str, track: str) -> None:
    (claim,) = claims(comment)
    assert (claim.tier, claim.track) == (tier, track)


def test_a_distinction_belongs_to_the_venue_it_stands_beside() -> None:
    assert said("NeurIPS 2025 and oral at CoRL 2025") == ["NeurIPS 2025", "CoRL 2025 (oral)"]
    assert said("ICCV 2025 (highlight) and IROS 2025") == ["ICCV 2025 (highlight)", "IROS 2025"]
    assert said("ICML 2025; best paper at a workshop at NeurIPS 2024") == ["ICML 2025"]


def test_a_journal_needs_no_year_but_somebody_who_says_that_it_took_the_paper() -> None:
    assert claims("Accepted to TMLR") == (Claim("TMLR", None),)
    assert claims("Accepted at TPAMI (2025)") == (Claim("TPAMI", 2025),)
    assert claims("TMLR format") == claims("TMLR") == ()


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_stumble(text: str) -> None:
    for claim in claims(text):
        assert venues.get(claim.venue.removesuffix(venues.FINDINGS))


@given(st.sampled_from(venues.VENUES), st.integers(2013, 2026), st.sampled_from(["", "Accepted at ", "12 pages, "]))
def test_each_venue_is_found_by_its_names_in_years_in_which_it_was_held(
    venue: venues.Venue, year: int, before: str
) -> None:
    for name in (venue.name, *venue.aliases, venue.title, *venue.titles):
        found = claims(f"{before}{name} {year}")
        assert found == ((Claim(venue.name, year),) if venue.held_in(year) else ()), name


@given(st.text(alphabet="abc ,.()0123456789", max_size=60))
def test_a_comment_that_names_no_venue_claims_none(text: str) -> None:
    assert claims(text) == ()


def test_no_name_means_two_venues() -> None:
    names = [
        re.sub(r"\W", "", name).lower()
        for venue in venues.VENUES
        for name in {venue.name, *venue.aliases, venue.title, *venue.titles}
    ]
    assert len(names) - len(set(names)) <= sum(len(venue.aliases) for venue in venues.VENUES)
    owners: dict[str, str] = {}
    for venue in venues.VENUES:
        for name in (venue.name, *venue.aliases, venue.title, *venue.titles):
            assert owners.setdefault(re.sub(r"\W", "", name).lower(), venue.name) == venue.name


@pytest.mark.parametrize(
    ("written", "name"),
    [("nips", "NeurIPS"), ("thewebconf", "WWW"), ("ICML", "ICML"), ("Findings of ACL", "ACL Findings"), ("X Y", "X Y")],
)
def test_lists_and_comments_share_one_name_for_a_venue(written: str, name: str) -> None:
    assert venues.canonical(written) == name


@pytest.mark.parametrize(
    ("written", "both"),
    [
        ("cvpr2025", ("CVPR", 2025)),
        ("siggraphasia2018", ("SIGGRAPH Asia", 2018)),
        ("NeurIPS'24", ("NeurIPS", 2024)),
        ("corl-2025", ("CoRL", 2025)),
        ("3dv2025", ("3DV", 2025)),
        ("icml", None),
        ("2025", None),
        ("", None),
    ],
)
def test_a_name_and_a_year_in_one_word_are_taken_apart(written: str, both: tuple[str, int] | None) -> None:
    assert venues.with_year(written) == both


@pytest.mark.slow
@pytest.mark.skipif(not bench_venues.LISTS.exists(), reason=f"{bench_venues.LISTS.name} is not here")
def test_of_real_claims_nearly_all_stand_in_the_venues_own_list() -> None:
    lists = bench_venues.Lists(acceptances(bench_venues.LISTS))
    verdicts = [
        lists.verdict(paper, (claim.venue, claim.year))
        for paper in papers(bench_venues.DATA / "arxiv_ml_2025_2026_sample60k.jsonl.xz")
        for claim in claims(paper.comment)
        if (claim.venue, claim.year) in lists.tiers and not claim.track
    ]
    assert len(verdicts) > 880
    assert verdicts.count("same title") / len(verdicts) >= 0.91
    assert 1 - verdicts.count("not there") / len(verdicts) >= 0.975
