"""Google's rules for job postings: each finds what it is for, and a good posting has no problem."""

from __future__ import annotations

import copy
import datetime
import json
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hiretool.job import google
from tests.conftest import SHARED

TODAY = datetime.date(2026, 11, 20)
GOOD: dict[str, Any] = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Senior C++ and CUDA engineer (kernels)",
    "description": "<p>We measure how high the water will stand.</p><ul><li>Writes programs</li></ul>",
    "datePosted": "2026-11-20",
    "validThrough": "2027-01-31T23:59:59+01:00",
    "hiringOrganization": {
        "@type": "Organization",
        "name": "Tideline",
        "sameAs": "https://tideline.example/",
        "logo": "https://tideline.example/logo.png",
    },
    "jobLocation": {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "addressLocality": "Leipzig", "addressCountry": "DE"},
    },
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {"@type": "QuantitativeValue", "minValue": 62000, "maxValue": 78000.5, "unitText": "YEAR"},
    },
    "employmentType": ["FULL_TIME", "PART_TIME"],
    "identifier": {"@type": "PropertyValue", "name": "Tideline", "value": "R-7"},
    "directApply": False,
    "educationRequirements": {"@type": "EducationalOccupationalCredential", "credentialCategory": "bachelor degree"},
    "experienceRequirements": {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 24},
    "experienceInPlaceOfEducation": True,
}
REMOTE = {
    "jobLocation": None,
    "jobLocationType": "TELECOMMUTE",
    "applicantLocationRequirements": [{"@type": "Country", "name": "Kenya"}],
}
GONE = object()


def posting(**changes: Any) -> dict[str, Any]:
    """The good posting with some properties changed, or left out."""
    return {name: value for name, value in (GOOD | changes).items() if value is not GONE}


def at(path: str, value: Any) -> dict[str, Any]:
    """The good posting with one value changed, however deep."""
    found = copy.deepcopy(GOOD)
    *keys, last = path.split(".")
    inner = found
    for key in keys:
        inner = inner[key]
    if value is GONE:
        del inner[last]
    else:
        inner[last] = value
    return found


def found(data: Any, rule: str) -> list[tuple[str, str]]:
    """(severity, path) of each problem of a rule."""
    return [
        (problem.severity, ".".join(map(str, problem.path)))
        for problem in google.problems(data, TODAY)
        if problem.rule == rule
    ]


def test_a_good_posting_has_no_problem() -> None:
    assert google.problems(GOOD, TODAY) == []
    assert google.problems(posting(**REMOTE), TODAY) == []


def test_there_is_a_rule_for_each_property_of_the_documentation() -> None:
    path = SHARED / "reference" / "jobposting_properties.json"
    if not path.exists():
        pytest.skip("the list of properties is not part of the project")
    names = [entry["property"] for entry in json.loads(path.read_text(encoding="utf-8"))["google"]]
    named = ["".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name) for name in names]
    assert sorted(google.RULES) == sorted(named)


REQUIRED = {
    "title": "title",
    "description": "description",
    "datePosted": "date-posted",
    "hiringOrganization": "hiring-organization",
    "jobLocation": "job-location",
}
RECOMMENDED = {
    "validThrough": "valid-through",
    "baseSalary": "base-salary",
    "employmentType": "employment-type",
    "identifier": "identifier",
}
OPTIONAL = ("directApply", "educationRequirements", "experienceRequirements", "jobLocationType")


@pytest.mark.parametrize("name", REQUIRED)
@pytest.mark.parametrize("value", [GONE, None, "", [], 0, False, {}], ids=str)
def test_what_is_required_is_missed(name: str, value: Any) -> None:
    problems = google.problems(posting(**{name: value}), TODAY)
    assert {problem.rule for problem in problems if problem.severity == "error"} == {REQUIRED[name]}
    assert all(problem.path[0] == name for problem in problems)


@pytest.mark.parametrize("name", RECOMMENDED)
def test_what_is_recommended_is_missed_less(name: str) -> None:
    for value in (GONE, None):
        assert found(posting(**{name: value}), RECOMMENDED[name]) == [("warning", name)]


@pytest.mark.parametrize("name", OPTIONAL)
def test_what_is_optional_is_not_missed(name: str) -> None:
    given = posting(**{name: GONE, "experienceInPlaceOfEducation": GONE})
    assert google.problems(given, TODAY) == []


# title


@pytest.mark.parametrize(
    "title",
    [
        "ML engineer!!!",
        "★ ML engineer ★",
        "*ML engineer*",
        "ML engineer 🚀",
        "SENIOR ENGINEER",
        "ML engineer | remote",
        "ML engineer, €90,000",
        "ML engineer (EUR 90000)",
        "ML engineer 90k-110k",
        "ML engineer, 2026-12-01",
        "ML engineer, start January 2027",
        "ML engineer #4711",
        "ML engineer (Ref. 4711)",
        "ML engineer R-7",
        "ML engineer at Tideline",
        "ML engineer, Leipzig",
    ],
)
def test_a_title_holds_the_job_and_nothing_else(title: str) -> None:
    assert found(posting(title=title), "title") == [("warning", "title")]


def test_a_title_is_no_html() -> None:
    assert ("error", "title") in found(posting(title="<b>ML</b> engineer"), "title")


@pytest.mark.parametrize(
    "title",
    [
        "C# and C++ engineer",
        "MLOps engineer, GPU kernels (CUDA, H100)",
        "ISO 26262 safety engineer",
        "Machine-learning engineer, 4K video and 3D",
        "Engineer, level 5",
        "Data scientist: causal inference & experiments",
        "مهندس تعلم آلي",
    ],
)
def test_a_title_may_hold_what_the_job_is_about(title: str) -> None:
    assert found(posting(title=title), "title") == []


# description


def test_a_description_that_is_the_title_again_is_none() -> None:
    again = posting(title="ML engineer", description="<p>ML&nbsp;Engineer</p>")
    assert found(again, "description") == [("error", "description")]


def test_a_long_description_has_paragraphs() -> None:
    words = "We measure how high the water will stand. " * 20
    assert found(posting(description=words), "description") == [("warning", "description")]
    for broken in (f"<p>{words}</p>", f"{words}<br>{words}", f"{words}\n{words}"):
        assert found(posting(description=broken), "description") == []


def test_tags_that_are_not_read_are_named() -> None:
    problems = google.problems(posting(description="<h2>Work</h2>We <strong>measure</strong> the water."), TODAY)
    assert [(problem.severity, problem.message) for problem in problems] == [
        ("warning", "description has only tags that are not read (h2, strong)")
    ]
    assert google.problems(posting(description="<h2>Work</h2><p>We <strong>measure</strong>.</p>"), TODAY) == []


# datePosted, validThrough


@pytest.mark.parametrize("day", ["20 Nov 2026", "11/20/2026", "2026-13-01", 20261120, "soon"])
@pytest.mark.parametrize(("name", "rule"), [("datePosted", "date-posted"), ("validThrough", "valid-through")])
def test_a_day_is_told_in_iso_8601(name: str, rule: str, day: Any) -> None:
    assert found(posting(**{name: day}), rule) == [("error", name)]


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-20T09:00", "2026-11-20T09:00:00Z", "2026-11-20T09:00:00+05:30"])
def test_days_with_and_without_a_time_are_read(day: str) -> None:
    assert found(posting(datePosted=day), "date-posted") == []
    assert found(posting(datePosted="2026-11-01", validThrough=day), "valid-through") == []


def test_a_post_of_the_future_is_odd() -> None:
    later = posting(datePosted="2026-12-20")
    assert found(later, "date-posted") == [("warning", "datePosted")]


def test_a_post_that_has_expired_is_found() -> None:
    given = posting(datePosted="2026-09-01", validThrough="2026-11-19T23:59:59")
    assert found(given, "valid-through") == [("error", "validThrough")]
    assert found(posting(datePosted="2026-09-01", validThrough="2026-11-20"), "valid-through") == []


def test_a_post_does_not_end_before_it_begins() -> None:
    given = posting(datePosted="2027-01-02", validThrough="2027-01-01")
    assert ("error", "validThrough") in found(given, "valid-through")


# hiringOrganization


def test_an_employer_may_stay_unnamed() -> None:
    assert found(posting(hiringOrganization="confidential"), "hiring-organization") == []


@pytest.mark.parametrize(
    ("path", "value", "severity"),
    [
        ("hiringOrganization", "Tideline", "error"),
        ("hiringOrganization.name", GONE, "error"),
        ("hiringOrganization.name", 7, "error"),
        ("hiringOrganization.sameAs", "tideline.example", "warning"),
        ("hiringOrganization.logo", "/logo.png", "warning"),
        ("hiringOrganization.logo", {"@type": "ImageObject"}, "warning"),
    ],
)
def test_an_employer_is_an_organization_with_a_name(path: str, value: Any, severity: str) -> None:
    assert found(at(path, value), "hiring-organization") == [(severity, path)]


def test_a_logo_may_be_an_image_with_an_address() -> None:
    given = at("hiringOrganization.logo", {"@type": "ImageObject", "url": "https://tideline.example/a.png"})
    assert found(given, "hiring-organization") == []


# Where the work is done


def address(**changes: Any) -> dict[str, Any]:
    fields = {"@type": "PostalAddress", "addressLocality": "Leipzig", "addressCountry": "DE"} | changes
    return {"@type": "Place", "address": {name: value for name, value in fields.items() if value is not GONE}}


@pytest.mark.parametrize(
    ("place", "severity", "path"),
    [
        ("Leipzig", "error", "jobLocation.address"),
        ({"@type": "Place", "address": "Leipzig"}, "error", "jobLocation.address"),
        (address(addressCountry=GONE), "error", "jobLocation.address.addressCountry"),
        (address(addressCountry="UK"), "error", "jobLocation.address.addressCountry"),
        (address(addressCountry="Germany"), "warning", "jobLocation.address.addressCountry"),
        (address(addressCountry="de"), "error", "jobLocation.address.addressCountry"),
        (address(addressLocality=GONE), "warning", "jobLocation.address"),
        (address(addressLocality="Remote"), "error", "jobLocation.address.addressLocality"),
        ([address(), address(addressCountry=GONE)], "error", "jobLocation.1.address.addressCountry"),
    ],
)
def test_a_place_has_an_address_with_its_country(place: Any, severity: str, path: str) -> None:
    assert found(posting(jobLocation=place), "job-location") == [(severity, path)]


def test_the_code_that_was_meant_is_named() -> None:
    [problem] = google.problems(posting(jobLocation=address(addressCountry="UK")), TODAY)
    assert problem.suggest == '"GB"'


def test_several_places_and_a_country_with_a_name_are_read() -> None:
    places = [address(), address(addressCountry={"@type": "Country", "name": "FR"}, addressLocality="Lyon")]
    assert google.problems(posting(jobLocation=places), TODAY) == []


def test_remote_work_names_its_countries() -> None:
    rule = "applicant-location-requirements"
    for value in (GONE, None, []):
        given = posting(**REMOTE | {"applicantLocationRequirements": value})
        assert found(given, rule) == [("error", "applicantLocationRequirements")]


@pytest.mark.parametrize(
    ("area", "severity"),
    [
        ("Kenya", "error"),
        ({"@type": "Country"}, "error"),
        ({"@type": "Country", "name": "Worldwide"}, "error"),
        ({"@type": "Country", "name": "US citizens only"}, "warning"),
        ({"@type": "State", "name": "Ohio, USA"}, "error"),
    ],
)
def test_a_country_of_remote_work_is_one(area: Any, severity: str) -> None:
    given = posting(**REMOTE | {"applicantLocationRequirements": [area]})
    assert severity in [entry[0] for entry in found(given, "applicant-location-requirements")]


def test_states_are_enough_beside_an_office() -> None:
    states = [{"@type": "State", "name": "Ohio, USA"}]
    given = posting(**REMOTE | {"applicantLocationRequirements": states, "jobLocation": address(addressCountry="US")})
    assert google.problems(given, TODAY) == []


def test_countries_without_remote_work_mean_nothing() -> None:
    given = posting(applicantLocationRequirements={"@type": "Country", "name": "Kenya"})
    assert found(given, "applicant-location-requirements") == [("warning", "applicantLocationRequirements")]


@pytest.mark.parametrize("kind", ["REMOTE", "telecommute", "HYBRID", ["TELECOMMUTE", "HYBRID"], True])
def test_there_is_one_kind_of_place(kind: Any) -> None:
    assert found(posting(jobLocationType=kind), "job-location-type") == [("error", "jobLocationType")]


@pytest.mark.parametrize(
    "said",
    [
        "This is a hybrid role.",
        "You are there two days a week in the office.",
        "You must work on-site.",
        "Hybrid work.",
    ],
)
def test_hybrid_work_is_not_telecommuting(said: str) -> None:
    given = posting(**REMOTE | {"description": f"<p>We measure.</p><p>{said}</p>"})
    assert found(given, "job-location-type") == [("warning", "jobLocationType")]


def test_hybrid_models_and_an_office_to_visit_may_be_remote() -> None:
    told = "<p>Hybrid search and hybrid models. An office in Leipzig is open to you; two visits a year.</p>"
    assert found(posting(**REMOTE | {"description": told}), "job-location-type") == []


# baseSalary


@pytest.mark.parametrize(
    ("path", "value", "at_path"),
    [
        ("baseSalary", "62000 EUR", "baseSalary"),
        ("baseSalary", 62000, "baseSalary"),
        ("baseSalary.currency", GONE, "baseSalary.currency"),
        ("baseSalary.currency", "€", "baseSalary.currency"),
        ("baseSalary.currency", "eur", "baseSalary.currency"),
        ("baseSalary.value", GONE, "baseSalary.value"),
        ("baseSalary.value", 62000, "baseSalary.value"),
        ("baseSalary.value.unitText", GONE, "baseSalary.value.unitText"),
        ("baseSalary.value.unitText", "ANNUM", "baseSalary.value.unitText"),
        ("baseSalary.value.minValue", "62,000", "baseSalary.value.minValue"),
        ("baseSalary.value.minValue", float("nan"), "baseSalary.value.minValue"),
        ("baseSalary.value.minValue", True, "baseSalary.value.minValue"),
        ("baseSalary.value.minValue", -1, "baseSalary.value.minValue"),
        ("baseSalary.value.minValue", 90000, "baseSalary.value.minValue"),
    ],
)
def test_pay_is_a_range_with_currency_and_unit(path: str, value: Any, at_path: str) -> None:
    assert found(at(path, value), "base-salary") == [("error", at_path)]


def test_pay_of_nothing_is_no_pay() -> None:
    given = at("baseSalary.value", {"minValue": 0, "maxValue": 0, "unitText": "YEAR"})
    assert [path for _, path in found(given, "base-salary")] == [
        "baseSalary.value.minValue",
        "baseSalary.value.maxValue",
    ]
    assert found(at("baseSalary.value", {"unitText": "YEAR"}), "base-salary") == [("error", "baseSalary.value")]


def test_half_a_range_is_odd() -> None:
    assert found(at("baseSalary.value.maxValue", GONE), "base-salary") == [("warning", "baseSalary.value")]


@pytest.mark.parametrize("value", [{"value": 30}, {"value": "30.5"}, {"minValue": "20", "maxValue": 30}])
def test_one_value_and_numbers_in_quotes_are_read(value: dict[str, Any]) -> None:
    assert found(at("baseSalary.value", value | {"unitText": "HOUR"}), "base-salary") == []


@pytest.mark.parametrize("unit", google.terms.UNITS)
def test_a_unit_in_small_letters_is_corrected(unit: str) -> None:
    assert found(at("baseSalary.value.unitText", unit), "base-salary") == []
    [problem] = google.problems(at("baseSalary.value.unitText", unit.lower()), TODAY)
    assert problem.suggest == f'"{unit}"'


# employmentType, identifier, directApply


@pytest.mark.parametrize("kind", google.terms.EMPLOYMENT_TYPES)
def test_each_kind_of_employment_is_known(kind: str) -> None:
    assert found(posting(employmentType=kind), "employment-type") == []
    assert found(posting(employmentType=kind.lower().replace("_", "-")), "employment-type") == [
        ("error", "employmentType")
    ]


@pytest.mark.parametrize(
    ("kinds", "path", "suggested"),
    [
        ("Full-time", "employmentType", '"FULL_TIME"'),
        ("FULL_TIME, PART_TIME", "employmentType", '["FULL_TIME", "PART_TIME"]'),
        (["FULL_TIME", "Freelance"], "employmentType.1", "One of FULL_TIME"),
        ([7], "employmentType.0", "One of FULL_TIME"),
    ],
)
def test_several_kinds_are_a_list(kinds: Any, path: str, suggested: str) -> None:
    [problem] = google.problems(posting(employmentType=kinds), TODAY)
    assert (problem.rule, ".".join(map(str, problem.path))) == ("employment-type", path)
    assert problem.suggest.startswith(suggested)


def test_a_kind_is_named_once() -> None:
    given = posting(employmentType=["FULL_TIME", "FULL_TIME"])
    assert found(given, "employment-type") == [("warning", "employmentType.1")]


@pytest.mark.parametrize(
    ("number", "severity", "path"),
    [
        ("R-7", "error", "identifier"),
        (7, "error", "identifier"),
        ({"name": "Tideline"}, "error", "identifier.value"),
        ({"name": "Tideline", "value": True}, "error", "identifier.value"),
        ({"value": "R-7"}, "warning", "identifier.name"),
    ],
)
def test_a_number_says_whose_it_is(number: Any, severity: str, path: str) -> None:
    assert found(posting(identifier=number), "identifier") == [(severity, path)]


@pytest.mark.parametrize("value", ["true", "yes", 1, {}, []])
def test_direct_apply_is_true_or_false(value: Any) -> None:
    assert found(posting(directApply=value), "direct-apply") == [("error", "directApply")]


# Education and experience (beta)


@pytest.mark.parametrize("category", google.terms.CREDENTIALS)
def test_each_credential_is_known(category: str) -> None:
    given = posting(educationRequirements=[{"credentialCategory": category}, "no requirements"])
    assert found(given, "education-requirements") == []


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("a degree", "educationRequirements"),
        (7, "educationRequirements"),
        ({}, "educationRequirements.credentialCategory"),
        ({"credentialCategory": "PhD"}, "educationRequirements.credentialCategory"),
        ([{"credentialCategory": "high school"}, "x"], "educationRequirements.1"),
    ],
)
def test_education_is_one_of_five(asked: Any, path: str) -> None:
    assert found(posting(educationRequirements=asked), "education-requirements") == [("error", path)]


@pytest.mark.parametrize(
    ("asked", "path"),
    [
        ("two years", "experienceRequirements"),
        (24, "experienceRequirements"),
        ({}, "experienceRequirements.monthsOfExperience"),
        ({"monthsOfExperience": "two"}, "experienceRequirements.monthsOfExperience"),
        ({"monthsOfExperience": -1}, "experienceRequirements.monthsOfExperience"),
    ],
)
def test_experience_is_a_number_of_months(asked: Any, path: str) -> None:
    assert found(posting(experienceRequirements=asked), "experience-requirements") == [("error", path)]
    assert found(posting(experienceRequirements="no requirements"), "experience-requirements") == []


@pytest.mark.parametrize("missing", ["educationRequirements", "experienceRequirements"])
def test_experience_in_place_of_education_needs_both(missing: str) -> None:
    [problem] = google.problems(posting(**{missing: GONE}), TODAY)
    assert problem.rule == "experience-in-place-of-education"
    assert missing in problem.message
    assert google.problems(posting(**{missing: GONE, "experienceInPlaceOfEducation": False}), TODAY) == []


def test_experience_in_place_of_education_is_true_or_false() -> None:
    rule = "experience-in-place-of-education"
    assert found(posting(experienceInPlaceOfEducation="true"), rule) == [("error", "experienceInPlaceOfEducation")]


# Anything that JSON can hold


NAMES = [*GOOD, "jobLocationType", "applicantLocationRequirements", "name", "value", "address", "@value", "unitText"]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(["TELECOMMUTE", "2026-11-20", "FULL_TIME", "<p", "confidential", 10**400]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=20,
)


@settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.dictionaries(st.sampled_from(NAMES), JSON, max_size=10))
@example(data={"title": "<a" * 50_000})
@example(data={"description": "<" + "a" * 100_000, "jobLocationType": "TELECOMMUTE"})
@example(data={"title": ["x" * 10, ["y"]], "jobLocation": [[[]]], "employmentType": [[], {}]})
@example(data={"title": "\ud800", "datePosted": "\ud800", "baseSalary": {"value": {"value": 10**5000}}})
def test_nothing_that_json_can_hold_is_too_much(data: dict[str, Any]) -> None:
    for given_data in (data, {**GOOD, **data}):
        for problem in google.problems(given_data, TODAY):
            assert problem.rule in google.RULES
            assert problem.severity in ("error", "warning")
            assert problem.path
            assert problem.message
            assert problem.suggest


@pytest.mark.parametrize("data", [None, [], "JobPosting", 7, [GOOD]])
def test_what_is_no_posting_at_all_lacks_everything(data: Any) -> None:
    rules = {problem.rule for problem in google.problems(data, TODAY)}
    assert rules >= {*REQUIRED.values(), *RECOMMENDED.values()}


@pytest.mark.parametrize("name", ["title", "datePosted", "directApply"])
def test_a_value_may_stand_in_a_list_or_in_an_object(name: str) -> None:
    for wrapped in ([GOOD[name]], {"@value": GOOD[name]}, [{"@value": GOOD[name]}]):
        assert google.problems(posting(**{name: wrapped}), TODAY) == []
