"""A document in words."""

import datetime

import pytest

from plans.document.sheet import sheet_of
from plans.document.writing import empty_document

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 27)


@pytest.fixture
def part(document):
    sheet = sheet_of(document, name="Sam", on=DAY)
    return {section.key: section for section in sheet.sections}.__getitem__


def test_what_is_empty_is_left_out():
    assert sheet_of(empty_document(), name="Sam", on=DAY).sections == []


def test_every_step_stands_in_one_place(part):
    places = {
        "goal": part("goals").entries[0].steps,
        "career": part("careers").entries[0].steps,
        "alone": part("alone").entries,
    }

    assert {name: len(steps) for name, steps in places.items()} == {"goal": 1, "career": 1, "alone": 1}
    assert places["goal"][0].facts[-1] == "for Nurses"


def test_a_step_under_an_unknown_career_is_not_lost(document):
    document["steps"][2]["career"] = "Poets"

    keys = {section.key for section in sheet_of(document, name="Sam", on=DAY).sections}
    assert "alone" in keys


def test_choices_and_days_are_in_words(part):
    assert part("goals").entries[0].facts == ["A skill", "started", "by 1 March 2027"]
    assert part("careers").entries[0].steps[0].facts == ["done on 1 March 2027"]
    assert part("applications").entries[0].facts[2:] == ["deadline 1 March 2027", "costs $45", "paid by My aunt"]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2027-03-01", "2027-03-05", "1 March 2027 to 5 March 2027"),
        ("2027-03-01", "2027-03-01", "on 1 March 2027"),
        ("2027-03-01", None, "since 1 March 2027"),
        (None, "2027-03-01", "until 1 March 2027"),
    ],
)
def test_days_at_a_workplace_are_in_words(document, first, last, words):
    document["experience"][0] |= {"starts_on": first, "ends_on": last}

    sections = {section.key: section for section in sheet_of(document, name="Sam", on=DAY).sections}
    assert words in sections["experience"].entries[0].facts


def test_hours_are_added_up(document):
    document["experience"].append(document["experience"][0] | {"hours": "12.5"})

    sections = {section.key: section for section in sheet_of(document, name="Sam", on=DAY).sections}
    assert sections["experience"].note == "112.5 hours in all"
