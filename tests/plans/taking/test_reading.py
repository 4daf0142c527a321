"""Files that are no plan: each with a sentence that names the place, and nothing else happens."""

import json

import pytest

from plans.document.fields import Wrong, hours, words
from plans.document.reading import Unreadable, read
from plans.document.writing import empty_document

pytestmark = pytest.mark.django_db
ID = "6d1c1a52-6df1-4a0c-9d3e-5c1f7e5b0a11"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not JSON"),
        (b"%PDF-1.7", "not JSON"),
        (b"\xff\xfe{\x00}\x00", "not JSON"),
        (b'{"format": "pathways-plan", "version"', "not JSON"),
        (b"[" * 200_000, "not JSON"),
        (b'{"format": ' + b"9" * 5_000 + b"}", "not JSON"),
        (b'{"format": "x", "format": "pathways-plan"}', "not JSON"),
        (b" " * (5 * 2**20 + 1), "larger than 5 MB"),
        (b"[]", "not a plan of Pathways"),
        (b"null", "not a plan of Pathways"),
        (b'{"format": "another"}', "not a plan of Pathways"),
        (b'{"format": "pathways-plan"}', "which version"),
        (b'{"format": "pathways-plan", "version": true}', "which version"),
        (b'{"format": "pathways-plan", "version": 2}', "newer Pathways"),
        (b'{"format": "pathways-plan", "version": 1}', "careers: this is not a list"),
    ],
)
def test_what_is_no_plan_is_said(data, sentence):
    with pytest.raises(Unreadable, match=sentence):
        read(data)


def fault_with(document, **changes) -> str:
    with pytest.raises(Unreadable) as fault:
        read(json.dumps(document | changes).encode())
    return str(fault.value)


@pytest.mark.parametrize(
    ("name", "field", "value", "sentence"),
    [
        ("steps", "text", 5, "steps, number 1: “text” is not text."),
        ("steps", "text", " ", "steps, number 1: “text” is empty."),
        ("steps", "text", "x" * 501, "“text” has 501 characters, and 500 is the most."),
        ("steps", "text", "a\0b", "holds a character that stands for nothing"),
        ("steps", "text", "a\ud800b", "holds a character that stands for nothing"),
        ("steps", "text", ["<script>"], "“text” is not text"),
        ("steps", "id", "1", "“id” is not an id such as"),
        ("steps", "id", ID.upper(), "“id” is not an id such as"),
        ("steps", "state", "won", "“state” is none of not-started, started, done, not-needed"),
        ("steps", "state", [], "“state” is none of"),
        ("steps", "due_on", "2027-02-30", "“due_on” is a day that does not exist"),
        ("steps", "due_on", "1/3/2027", "“due_on” is not a day such as"),
        ("steps", "due_on", "1200-01-01", "“due_on” is not a day between 1900 and 2200"),
        ("steps", "done_on", "2027-01-01", "a step that is done has the day"),
        ("steps", "given", "no", "“given” is neither true nor false"),
        ("steps", "goal", ID, "the goal it stands under is not in this file"),
        ("steps", "career", "Poets", "the career it stands under is not in this file"),
        ("steps", "from", {"career": None}, "“from” is not right: “section” is missing"),
        ("steps", "from", {"career": None, "section": "get-started", "item": ""}, "names no section or no item"),
        ("steps", "from", {"career": None, "section": "x", "item": "a"}, "“from” is not right: “section” is none of"),
        ("steps", "files", {}, "“files” is not a list of files"),
        ("steps", "files", ["x"], "“files” is not right: this is not an object"),
        ("steps", "evidence_link", "javascript:alert(1)", "“evidence_link” is not an address"),
        ("steps", "evidence_link", "data:text/html,x", "“evidence_link” is not an address"),
        ("steps", "colour", "red", "“colour” is no field that is known here"),
        ("steps", "\ud800", "red", "is no field that is known here"),
        ("goals", "kind", None, "goals, number 1: “kind” is none of"),
        ("courses", "year", 15, "courses, number 1: “year” is not a whole number from 1 to 14"),
        ("courses", "year", True, "“year” is not a whole number"),
        ("courses", "year", 9.5, "“year” is not a whole number"),
        ("experience", "hours", 12.5, "“hours” is not a number of hours"),
        ("experience", "hours", "1e3", "“hours” is not a number of hours"),
        ("experience", "hours", "5000.5", "“hours” is not a number of hours"),
        ("experience", "ends_on", "2020-01-01", "experience, number 1: the last day is before the first"),
        ("careers", "slug", 7, "careers, number 1: “slug” is not text"),
        ("ruled_out", "reason", "", "ruled_out, number 1: “reason” is empty"),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_told_with_its_place(document, name, field, value, sentence):
    document[name][0][field] = value

    assert sentence in fault_with(document)


@pytest.mark.parametrize("rows", [None, {}, "x", 5])
def test_a_list_that_is_none_is_told(document, rows):
    assert fault_with(document, goals=rows) == "goals: this is not a list."


@pytest.mark.parametrize("row", [None, [], "x", 5])
def test_a_row_that_is_none_is_told(document, row):
    assert fault_with(document, goals=[row]) == "goals, number 1: this is not an object with fields."


def test_a_missing_field_is_told(document):
    del document["skills"][0]["how"]

    assert fault_with(document) == "skills, number 1: “how” is missing."


@pytest.mark.parametrize("changes", [{"in_work": 5}, {"after_school": "x" * 2_001}, {"colour": "red"}])
def test_a_fault_of_the_plan_itself_is_told(document, changes):
    assert fault_with(document, **changes).startswith("The plan itself: “")


@pytest.mark.parametrize("name", ["careers", "ruled_out", "goals", "steps"])
def test_the_same_id_twice_is_told(document, name):
    rows = document[name] + document[name][:1]

    assert fault_with(document, **{name: rows}) == f"{name}, number {len(rows)}: this is here twice."


def test_the_same_item_twice_is_told(document):
    document["steps"].append(document["steps"][1] | {"id": ID})

    assert "this item is a step already" in fault_with(document)


def test_a_step_under_itself_is_told(document):
    document["steps"][0]["goal"] = document["steps"][0]["id"]

    assert "the goal it stands under is not in this file" in fault_with(document)


def test_a_hundred_thousand_rows_are_too_many():
    document = empty_document() | {"skills": [{}] * 100_000}

    assert fault_with(document) == "skills: a plan holds 300 of these, and this file has 100,000."


def test_words_are_counted_as_the_database_counts_them():
    words("\U0001f680" * 500, longest=500)

    with pytest.raises(Wrong):
        words("\U0001f680" * 501, longest=500)


@pytest.mark.parametrize("value", ["0", "100", "12.5", "5000"])
def test_hours_are_text(value):
    hours(value, most=5_000)
