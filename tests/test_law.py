"""Pay transparency: what is asked by place, day and size, and that what is not known is said to be unknown."""

from __future__ import annotations

import datetime
import json
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import discover, load
from hiretool.errors import Problems
from hiretool.job import law, law_report
from hiretool.job.google.places import COUNTRIES
from tests.conftest import SHARED
from tests.documents import company

LAWS = law.table(discover.library())
BY_ID = {entry.id: entry for entry in LAWS.laws}
TODAY = datetime.date(2026, 11, 20)


def office(city: str, region: str | None = None, country: str = "US") -> dict[str, Any]:
    return {"city": city, "country": country} | ({"region": region} if region else {})


def asked(
    *, day: datetime.date = TODAY, employees: int | None = 100, laws: law.Table = LAWS, **changes: Any
) -> dict[str, str]:
    """Law -> whether it applies to the post of a company; `unknown` stands for a place without one."""
    where = law.places(company(**changes))
    return {
        duty.law.id if duty.law else f"unknown: {duty.place.name}": duty.applies
        for duty in law.duties(where, day, employees, laws)
    }


def told(*, day: datetime.date = TODAY, laws: law.Table = LAWS, **changes: Any) -> str:
    facts = company(**changes)
    return "\n".join(
        law_report.report(law.duties(law.places(facts), day, facts.employees, laws), law.carried(facts), laws)
    )


# The table


def test_each_row_says_where_it_is_from_and_how_sure_it_is() -> None:
    assert LAWS.checked_on == "2026-11-20"
    for entry in LAWS.laws:
        assert entry.source
        assert entry.certainty == "read" or entry.doubt
        assert entry.says.endswith(".")
        assert {entry.place.country, *entry.place.members} - {"EU"} <= COUNTRIES


def test_the_table_holds_the_figures_of_its_notes() -> None:
    path = SHARED / "reference" / "pay_transparency.json"
    if not path.exists():
        pytest.skip("the notes are not part of the project")
    rows = json.loads(path.read_text(encoding="utf-8"))
    named = {row["jurisdiction"].lower().replace("jerseycity", "jersey-city"): row for row in rows}
    assert sorted(named) == sorted(BY_ID)
    for name, row in named.items():
        entry = BY_ID[name]
        assert entry.min_employees == row["min_employees"], name
        day = re.match(r"\d{4}-\d{2}-\d{2}", row["from"])
        assert entry.in_force_from == (day.group() if day else None), name
        assert entry.in_posting == ("not in posting" not in row["must_show"]), name
        assert ("benefits" in entry.carries) == ("benefits" in row["must_show"]), name
        assert ("deadline" in entry.carries) == ("deadline" in row["must_show"]), name
        if entry.certainty == "read":
            assert "REMEMBERED" not in row["claim"], name


def test_the_union_has_its_members_in_code_and_name() -> None:
    entry = BY_ID["eu"]
    assert len(entry.place.members) == len(set(entry.place.members)) == 27
    # Each member once, Czechia under two names, and the union itself under two.
    assert len(entry.names) == 27 + 1 + 2


ROW = """\
schema: 1
checked_on: "2026-11-20"
laws:
  - id: xx
    title: Tideland
    place: {country: XX}
    names: [Tideland]
    min_employees: 1
    in_posting: true
    carries: [range]
    says: The post shows the pay.
    in_force_from: "2026-01-01"
    source: a letter
    certainty: read
"""


@pytest.mark.parametrize(
    ("old", "new", "saying"),
    [
        ('in_force_from: "2026-01-01"', "in_force_from: null", "from_note: needed where in_force_from is not known"),
        ('"2026-01-01"', '"1.1.2026"', "expected a date such as 2026-12-31, got '1.1.2026'"),
        ("certainty: read", "certainty: mixed", "doubt: needed where certainty is not read"),
        ("carries: [range]", "carries: []", "carries: what the post has to hold"),
        ("carries: [range]", "carries: [salary]", "'salary'"),
        ("certainty: read", "certainty: read\n    through_national_law: true", "through_national_law: needs"),
    ],
)
def test_a_mistake_in_the_table_is_named(old: str, new: str, saying: str) -> None:
    assert old in ROW
    with pytest.raises(Problems, match=re.escape(saying)):
        load.parsed(ROW.replace(old, new), law.Table, "laws.yaml")


def test_a_table_of_ones_own_takes_the_place_of_the_shipped_one() -> None:
    own = load.parsed(ROW.replace("XX", "KE"), law.Table, "laws.yaml")
    assert asked(location=office("Nairobi", country="KE"), laws=own) == {"xx": "yes"}


# Places


@pytest.mark.parametrize(
    ("city", "region", "expected"),
    [
        ("Denver", "CO", {"us-co": "yes"}),
        ("Denver", "Colorado", {"us-co": "yes"}),
        ("Denver", "US-CO", {"us-co": "yes"}),
        ("Grand Junction", "colorado", {"us-co": "yes"}),
        ("Honolulu", "Hawaiʻi", {"us-hi": "yes"}),
        ("Cleveland", "OH", {"us-oh-cleveland": "yes"}),
        ("Cleveland", "Ohio", {"us-oh-cleveland": "yes"}),
        ("Cleveland", "TN", {"unknown: Cleveland, TN, US": "unknown"}),
        ("Jersey City", "NJ", {"us-nj": "yes", "us-nj-jersey-city": "yes"}),
        ("Washington", "DC", {"us-dc": "yes"}),
        ("Seattle", "Washington State", {"us-wa": "yes"}),
        ("Hartford", "CT", {"us-ct": "yes"}),
        ("Austin", "TX", {"unknown: Austin, TX, US": "unknown"}),
    ],
)
def test_a_law_is_found_by_the_place_of_the_office(city: str, region: str, expected: dict[str, str]) -> None:
    assert asked(location=office(city, region)) == expected


def test_a_well_known_city_without_its_state_may_be_the_one() -> None:
    assert asked(location=office("Denver")) == {"us-co": "maybe"}
    assert asked(location=office("Springfield")) == {"unknown: Springfield, US": "unknown"}
    assert "name the region in the company file" in told(location=office("Springfield"))


@pytest.mark.parametrize("country", ["Germany", "DE", "germany", "Czech Republic", "SE"])
def test_a_member_state_is_bound_by_its_own_law(country: str) -> None:
    assert asked(location=None, remote_countries=[country]) == {"eu": "maybe"}
    assert "it binds through the law of each country" in told(location=None, remote_countries=[country])


@pytest.mark.parametrize("country", ["US", "USA", "United States", "U.S.", "united states of america"])
def test_remote_work_from_a_country_may_fall_under_the_laws_of_its_parts(country: str) -> None:
    found = asked(location=None, remote_countries=[country])
    assert found["us-co"] == found["us-oh-cleveland"] == "maybe"
    assert "eu" not in found
    content = told(location=None, remote_countries=[country])
    assert f"{country}, remote: where somebody may work from there, these may apply: California; Colorado" in content
    assert content.count("\n") == 1


@pytest.mark.parametrize("country", ["Norway", "NO", "Nigeria", "Atlantis"])
def test_a_place_without_a_rule_is_not_said_to_be_without_a_law(country: str) -> None:
    assert asked(location=None, remote_countries=[country]) == {f"unknown: {country}": "unknown"}
    assert f"{country}: no rule in the table of 2026-11-20; that is not the same as no law." in told(
        location=None, remote_countries=[country]
    )


def test_places_of_which_the_same_is_said_share_a_line() -> None:
    content = told(remote_countries=["Norway", "Kenya", "FR"])
    assert "Norway; Kenya: no rule" in content
    assert "Leipzig, DE; FR: European Union" in content


# Day and size


@pytest.mark.parametrize(
    ("day", "employees", "expected"),
    [
        ("2025-06-30", 4, "not-yet"),
        ("2025-06-30", 5, "not-yet"),
        ("2025-07-01", 5, "yes"),
        ("2025-07-01", 4, "too-small"),
        ("2025-07-01", None, "maybe"),
    ],
)
def test_a_law_holds_from_a_day_and_from_a_size_on(day: str, employees: int | None, expected: str) -> None:
    when = datetime.date.fromisoformat(day)
    assert asked(location=office("Burlington", "VT"), day=when, employees=employees) == {"us-vt": expected}


def test_a_law_for_employers_of_any_size_needs_no_figure() -> None:
    assert asked(location=office("Denver", "CO"), employees=None) == {"us-co": "yes"}


def test_a_first_day_that_nobody_knows_is_no_certainty() -> None:
    assert asked(location=office("Bangor", "ME")) == {"us-me": "maybe"}
    assert "its first day is not known: 90 days after" in told(location=office("Bangor", "ME"), employees=20)
    assert not BY_ID["us-me"].in_force(TODAY)
    assert BY_ID["us-nj-jersey-city"].in_force(TODAY)


def test_a_law_to_come_is_told_as_such() -> None:
    content = told(location=office("Dover", "DE"), employees=500)
    assert content.endswith("Dover, DE, US: Delaware: does not apply; it holds from 2027-09-26.")
    assert asked(location=office("Dover", "DE"), day=datetime.date(2027, 9, 26)) == {"us-de": "yes"}


# What the post has


def test_what_the_post_lacks_is_named() -> None:
    content = told(location=office("Denver", "CO"), benefits=["Leave"])
    assert "This post lacks other pay such as a bonus or equity and the last day to apply." in content
    assert "Note: That the last day to apply must be in the post is remembered." in content


def test_a_post_that_has_it_all_is_said_to() -> None:
    content = told(location=office("Denver", "CO"), benefits=["Leave"], other_pay="A bonus.", closes="2027-01-31")
    assert "Denver, CO, US: Colorado: applies; it holds from 2021-01-01." in content
    assert "This post has it." in content
    assert "lacks" not in content


def test_the_pay_may_be_told_before_the_interview_where_the_law_says_so() -> None:
    assert "This post lacks the pay range, unless told before the interview." in told(pay=None)
    assert "Whether the title is neutral is for you to see." in told()


def test_a_law_that_asks_for_nothing_in_the_post_is_told_without_a_verdict() -> None:
    content = told(location=office("Reno", "NV"), pay=None)
    assert "the post need not show it" in content
    assert "This post" not in content


# Names in a text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Remote from New York City or Denver, Colorado", ["us-ny", "us-co", "us-co"]),
        ("In Washington State, not in Washington", ["us-wa"]),
        ("Washington DC", ["us-dc"]),
        ("Leipzig, Germany (EU)", ["eu", "eu"]),
        ("maine, the eu and denver in small letters", []),
        ("Denverite, Euler, Polandball", []),
        ("Jersey City", ["us-nj-jersey-city"]),
    ],
)
def test_places_that_a_text_names_are_found(text: str, expected: list[str]) -> None:
    found = list(law.named_in(text, LAWS))
    assert [entry.id for _, _, entry in found] == expected
    assert all(text[start:end] in entry.names for start, end, entry in found)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    name=st.text(max_size=20),
    country=st.none() | st.text(max_size=3),
    region=st.none() | st.text(max_size=5),
    city=st.none() | st.text(max_size=9),
    anywhere=st.booleans(),
)
def test_any_place_has_an_answer(
    name: str, country: str | None, region: str | None, city: str | None, anywhere: bool
) -> None:
    place = law.Place(name, country, region, city, anywhere)
    found = law.duties([place], TODAY, None, LAWS)
    assert found
    assert len(law_report.report(found, set(), LAWS)) >= 2
