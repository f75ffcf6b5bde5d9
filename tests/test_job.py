"""Job posts: the same facts on the page and for search engines, and nothing that nobody has said."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from hiretool import discover, job, roles, shipped, writers
from hiretool.errors import DataError, HiretoolError, NotFoundError, Problems
from hiretool.model import Level
from hiretool.roles import Role
from tests import read_back
from tests.documents import TODAY, company, library, post, role
from tests.expected_texts import expected


def posting(**changes: Any) -> dict[str, Any]:
    """The JSON-LD of the small post."""
    found: dict[str, Any] = json.loads(writers.write(post(**changes), "jsonld"))
    return found


def text(**changes: Any) -> str:
    return writers.write(post(**changes), "markdown").decode()


# Contract: everything that is shipped


SHIPPED = [
    (name, level, organization)
    for name in roles.names(discover.library())
    for level in roles.get(name, discover.library()).levels
    for organization in roles.get(name, discover.library()).organizations
]


@pytest.fixture(scope="module")
def shipped_roles(shipped_library: discover.Library) -> dict[str, Role]:
    return {name: roles.get(name, shipped_library) for name in roles.names(shipped_library)}


# Level and organization change different things, so the quick suite tries each beside one of the other.
@pytest.mark.parametrize(
    ("name", "level", "organization"), [case for case in SHIPPED if case[1] == "senior" or case[2] == "embedded"]
)
def test_every_shipped_post_is_built(
    name: str, level: Level, organization: str, shipped_roles: dict[str, Role], shipped_library: discover.Library
) -> None:
    facts = job.company(shipped.demo() / "company.yaml")
    document = job.build(
        shipped_roles[name], facts, shipped_library, level=level, organization=organization, today=TODAY
    )
    data = document.linked_data
    assert data is not None
    assert {"title", "description", "datePosted", "hiringOrganization"} <= set(data)
    for duty in document.data["responsibilities"]:
        assert read_back.shown(duty) in read_back.shown(tags(data["description"])[1])
    shown = read_back.shown(read_back.markdown(writers.write(document, "markdown")).text)
    for told in (*document.data["responsibilities"], document.data["trade_offs"], document.data["scope"]):
        assert read_back.shown(told) in shown


@pytest.mark.slow
@pytest.mark.parametrize(("name", "level", "organization"), SHIPPED)
def test_every_shipped_post_is_written(
    name: str, level: Level, organization: str, shipped_roles: dict[str, Role], shipped_library: discover.Library
) -> None:
    facts = job.company(shipped.demo() / "company.yaml")
    document = job.build(
        shipped_roles[name], facts, shipped_library, level=level, organization=organization, today=TODAY
    )
    for format in writers.names():
        if format not in ("csv", "xlsx"):
            assert writers.write(document, format)


# The page


def test_a_post_reads_as_approved(request: pytest.FixtureRequest) -> None:
    content = text(
        remote_countries=["Germany", "Kenya"],
        team="Four people and a boat.",
        benefits=["30 days of leave"],
        opening="R-7",
        closes="2027-01-31",
    )
    assert content == expected("job-post.md", content, request)


def test_pay_place_and_dates_come_before_any_prose() -> None:
    content = text(closes="2027-01-31")
    first = content.index("We measure how high")
    for fact in ("Tideline", "EUR 88,000 to 112,000 a year before tax", "Leipzig", "Full time", "2027-01-31"):
        assert content.index(fact) < first, fact


def test_unknown_pay_is_left_out_and_said_to_be() -> None:
    assert "baseSalary" not in posting(pay=None)
    assert "The employer has not stated the pay in this post" in text(pay=None)
    assert "Not stated by the employer" in text(pay=None)
    assert "Pay:" not in posting(pay=None)["description"]


@pytest.mark.parametrize(
    ("pay", "shown"),
    [
        ({"min": 88000, "max": 112000, "currency": "EUR"}, "EUR 88,000 to 112,000 a year"),
        ({"min": 500, "max": 500, "currency": "USD", "period": "day"}, "USD 500 a day"),
        ({"min": 18.5, "max": 24, "currency": "GBP", "period": "hour"}, "GBP 18.50 to 24 an hour"),
    ],
)
def test_pay_is_the_same_to_people_and_to_search_engines(pay: dict[str, Any], shown: str) -> None:
    assert shown in text(pay=pay)
    assert shown in posting(pay=pay)["description"]
    amount = posting(pay=pay)["baseSalary"]
    assert amount["currency"] == pay["currency"]
    assert (amount["value"]["minValue"], amount["value"]["maxValue"]) == (pay["min"], pay["max"])
    assert amount["value"]["unitText"] == pay.get("period", "year").upper()


@pytest.mark.parametrize(
    ("level", "title"),
    [("junior", "Junior engineer"), ("mid", "Engineer"), ("senior", "Senior engineer"), ("staff", "Staff engineer")],
)
def test_a_title_is_the_level_and_the_role(level: Level, title: str) -> None:
    assert post(level=level).title == title


def test_a_title_that_begins_with_an_abbreviation_keeps_it() -> None:
    named = role().model_copy(update={"title": "ML engineer"})
    document = job.build(named, company(), library(), level="senior", organization="embedded", today=TODAY)
    assert document.title == "Senior ML engineer"


def test_nice_to_haves_are_those_of_the_level() -> None:
    assert "One project taken past its first result" in text(level="junior")
    assert "Nice to have" not in text(level="senior")


def test_the_trade_off_is_the_one_of_the_kind_of_organization() -> None:
    assert "You may be the only one." in text(organization="nascent")
    assert "Your manager may not know the field." in text(organization="embedded")


def test_an_unknown_kind_of_organization_is_answered_with_the_one_meant() -> None:
    with pytest.raises(NotFoundError, match="Did you mean 'embedded'"):
        post(organization="embeded")


def test_a_closed_post_is_not_written() -> None:
    with pytest.raises(HiretoolError, match=r"closes on 2026-11-19, before it is posted \(2026-11-20\)"):
        post(closes="2026-11-19")


def test_work_at_home_is_told_to_the_half_hour(shipped_library: discover.Library) -> None:
    from hiretool.job.post import _hours

    assert [_hours(minutes) for minutes in (45, 60, 90, 150, 180)] == [
        "45 minutes", "1 hour", "1.5 hours", "2.5 hours", "3 hours",
    ]  # fmt: skip


# For search engines. Source: Google Search Central, job posting structured data.


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert not attrs
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data + " "


def tags(description: str) -> tuple[set[str], str]:
    reader = _Tags()
    reader.feed(description)
    return reader.tags, reader.words


def test_what_is_required_is_there() -> None:
    found = posting()
    assert found["@context"] == "https://schema.org/"
    assert found["@type"] == "JobPosting"
    assert found["datePosted"] == "2026-11-20"
    assert found["hiringOrganization"] == {
        "@type": "Organization",
        "name": "Tideline",
        "sameAs": "https://tideline.example/",
    }
    assert found["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "addressLocality": "Leipzig",
        "addressCountry": "DE",
    }


def test_the_title_holds_no_company_and_no_decoration() -> None:
    title = posting()["title"]
    assert re.fullmatch(r"[\w -]+", title)
    assert "Tideline" not in title


def test_the_description_is_the_post_in_few_tags() -> None:
    found = posting(benefits=["A boat"], about="We <b>measure</b> & tell.")
    names, words = tags(found["description"])
    assert names <= {"p", "ul", "li", "br"}
    assert found["description"] != found["title"]
    for told in (
        "We <b>measure</b> & tell.",
        "Writes programs",
        "A boat",
        "Leipzig",
        "EUR 88,000",
        "45 minutes",
    ):
        assert told in words, told


def test_work_from_anywhere_is_telecommuting_from_named_countries() -> None:
    found = posting(location=None, remote_countries=["Germany", "Kenya"])
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert [country["name"] for country in found["applicantLocationRequirements"]] == ["Germany", "Kenya"]
    assert "jobLocation" not in found
    assert "Remote from Germany, Kenya" in text(location=None, remote_countries=["Germany", "Kenya"])


def test_hybrid_work_is_not_telecommuting() -> None:
    found = posting(hybrid="two days a week in the office", remote_countries=["Germany"])
    assert "jobLocation" in found
    assert not {"jobLocationType", "applicantLocationRequirements"} & set(found)
    assert "Leipzig; two days a week in the office" in text(hybrid="two days a week in the office")


def test_an_office_that_one_may_stay_away_from_is_both() -> None:
    found = posting(remote_countries=["Germany"])
    assert "jobLocation" in found
    assert found["jobLocationType"] == "TELECOMMUTE"
    assert found["applicantLocationRequirements"]


def test_work_at_an_office_only_is_at_its_place() -> None:
    assert not {"jobLocationType", "applicantLocationRequirements"} & set(posting())


def test_a_post_that_closes_is_valid_through_that_day() -> None:
    assert posting(closes="2027-01-31")["validThrough"] == "2027-01-31T23:59:59"
    assert "validThrough" not in posting()
    assert "Open until filled" in text()


def test_a_name_cannot_break_out_of_the_page() -> None:
    name = "</script><script>alert(1)</script>"
    page = read_back.html(writers.write(post(name=name), "html"))
    scripts = list(page.all("script"))
    assert len(scripts) == 1
    assert json.loads(scripts[0].text())["hiringOrganization"]["name"] == name
    assert name in read_back.body(writers.write(post(name=name), "html")).text()


# The company's file


GOOD = """\
schema: 1
name: Tideline
site: https://tideline.example/
about: We measure.
location: {city: Leipzig, country: "DE"}
pay:
  min: 88000
  max: 112000
  currency: EUR
accommodation_contact: Write to us.
apply_url: https://tideline.example/jobs/7
"""


def test_a_company_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "company.yaml"
    path.write_text(GOOD, encoding="utf-8")
    found = job.company(path)
    assert (found.name, found.pay and found.pay.max, found.remote_only()) == ("Tideline", 112000, False)


PLACE = 'location: {city: Leipzig, country: "DE"}\n'
ABOUT = "about: We measure.\n"


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("min: 88000", "min: 188000", 7, r"pay: min: expected at most max \(112000\), got 188000"),
        ("currency: EUR", "currency: Euro", 9, r"pay.currency: expected .*, got 'Euro'"),
        ('country: "DE"', "country: NO", 5, r'NO means true or false in YAML; .*"NO"'),
        (PLACE, "", 1, "location: needed, unless remote_countries names at least one country"),
        (PLACE, "remote_countries: [Kenya]\nhybrid: two days\n", 1, "location: needed where hybrid is set"),
        (ABOUT, f'{ABOUT}posted: "2026-02-30"\n', 5, "posted: 2026-02-30 is not a day of the calendar"),
        (ABOUT, f'{ABOUT}closes: "31.1.2027"\n', 5, "closes: expected a date such as 2026-12-31"),
        (ABOUT, f'{ABOUT}posted: "2026-11-20"\ncloses: "2026-11-19"\n', 6, "closes: 2026-11-19 is before posted"),
        ("site: https:", "site: javascript:", 3, "site: expected .*, got 'javascript:"),
        ("accommodation_contact: Write to us.\n", "", 1, "accommodation_contact: is missing"),
        ("about:", "abuot:", 4, "abuot: unknown key. Did you mean 'about'"),
    ],
)
def test_a_mistake_in_a_company_file_is_named_with_its_line(
    old: str, new: str, line: int, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "company.yaml"
    assert old in GOOD
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(Problems) as caught:
        job.company(path)
    assert re.search(f"^{re.escape(str(path))}:{line}: {said}", str(caught.value), re.MULTILINE), str(caught.value)


def test_a_company_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="does not exist"):
        job.company(tmp_path / "company.yaml")
