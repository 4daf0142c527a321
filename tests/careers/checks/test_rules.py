"""Each check finds what it is for in a document made to break it, and nothing else; the clean document breaks none."""

from dataclasses import replace
from datetime import date

import pytest

from careers.checks.findings import CHECKS, Context
from careers.checks.texts import digest
from careers.documents.document import Step
from tests.careers.checks.clean import (
    CLEAN,
    CONTEXT,
    EVIDENCE,
    FACTS_ONLY,
    ITEMS,
    PROSE,
    TODAY,
    after,
    beside,
    found,
    with_text,
)  # fmt: skip

SENTENCE = "You lend books, mend spines and help visitors with the printer on most days."
UNNAMED = "- Public libraries\n- School libraries\n- Special libraries (such as law libraries)\n- Museum archives\n"
BREAKS = {
    "pay-differs": (
        after("overview", "Beginners earn $24,000 to $30,000 a year."),
        ["counselling-overview", "overview"],
    ),
    "pay-outside": (after("salary", "In the end you earn $90,000 a year."), ["salary"]),
    "education-differs": (
        after("overview", "You need a high school diploma."),
        ["overview", "education"],
    ),
    "education-fact": (replace(CLEAN, education="certificate"), ["education-fact", "education"]),
    "remote-differs": (
        after("environment", "Remote work is moderate."),
        ["remote", "environment"],
    ),
    "remote-fact": (replace(CLEAN, remote="mostly"), ["remote-fact", "remote"]),
    "facts-missing": (replace(FACTS_ONLY, code=None), ["code"]),
    "unfinished": (with_text("outlook", PROSE + "To succeed as a technician"), ["outlook"]),
    "companies-unnamed": (with_text("companies", UNNAMED), ["companies"]),
    "section-empty": (with_text("outlook", " "), ["outlook"]),
    "list-of-one": (with_text("tools", "- **Koha.** It holds every loan."), ["tools"]),
    "section-short": (with_text("outlook", "Few jobs."), ["outlook"]),
    "section-long": (with_text("tools", ITEMS * 3), ["tools"]),
    "filler": (after("outlook", "Technicians play a crucial role."), ["outlook"]),
    "markdown-left": (after("outlook", "You **help people."), ["outlook"]),
    "spelled-two-ways": (after("outlook", "We organize and they organise."), ["outlook", "outlook"]),
    "figures-unsourced": (after("outlook", "About 25,800 jobs are projected to come."), ["outlook"]),
    "link-missing": (replace(CLEAN, leads_to=(Step("archivists"),)), ["leads_to"]),
    "unchecked": (replace(CLEAN, checked_on=date(2025, 11, 1)), ["checked_on"]),
}
BREAKS_BESIDE = {
    "type-falling": (beside(percent=-7.0), ["types"]),
    "education-figures": (beside(education="High school diploma or equivalent"), ["education-fact"]),
    "same-sentence": (replace(CONTEXT, said={digest(SENTENCE): "Librarians"}), None),
}
FINE = {
    "estimates near each other": after("overview", "Beginners earn $29,000 to $36,500 a year."),
    "one sum within a range": after("overview", "New starters earn about $33,000 a year."),
    "pay by the hour": after("overview", "Beginners earn $15 to $17 an hour."),
    "a cost is no pay": after("overview", "Tuition costs $99,000 a year."),
    "a state is no beginner": after("salary", "In May 2025 the median in New York was $50,060."),
    "pay in thousands": after("overview", "Beginners earn $30–36k a year."),
    "what some ask is no way in": after("overview", "Some employers need a bachelor’s degree."),
    "what a misconception says": with_text(
        "misconceptions", "- **Misconception:** You earn $999,000 a year.\n  **Reality:** You do not.\n" * 4
    ),
    "one name among kinds": with_text("companies", UNNAMED + "- The New York Public Library\n"),
    "a question ends a text": with_text("outlook", PROSE + "Will you (really)?"),
    "a list without full stops": with_text("tools", "- Koha\n- Excel\n- Polaris\n- A press\n"),
    "a name keeps its spelling": after("outlook", "The Center for Books is a centre."),
    "a figure with its year": after("outlook", "About 25,800 jobs are projected to come by 2034."),
    "marks that Markdown knows": after("outlook", "You **help** *people* at [a desk](https://example.org) of O*NET."),
    "words that only look alike": after(
        "outlook", "Labour in a laboratory: you travel, they travelled, humour is humorous."
    ),
    "a few personalities": with_text("personalities", "- **Pura Belpré.** She told stories."),
}


def test_the_clean_document_breaks_no_rule():
    assert found(CLEAN) == []
    assert found(FACTS_ONLY) == []


def test_without_figures_or_neighbours_only_links_are_missed():
    assert found(CLEAN, Context(TODAY)) == [("link-missing", ["leads_to"])]


@pytest.mark.parametrize(("check", "broken"), BREAKS.items(), ids=BREAKS)
def test_a_check_finds_what_breaks_it_alone(check, broken):
    document, places = broken

    assert found(document) == [(check, places)]


@pytest.mark.parametrize(("check", "broken"), BREAKS_BESIDE.items(), ids=BREAKS_BESIDE)
def test_a_check_finds_what_stands_against_the_document(check, broken):
    context, places = broken

    assert {name for name, _ in found(CLEAN, context)} == {check}
    assert places is None or found(CLEAN, context) == [(check, places)]


@pytest.mark.parametrize(("type_", "zone"), [("Quick-Start Careers", 4), ("Advanced-Study Careers", 2)])
def test_a_type_goes_with_its_job_zone(type_, zone):
    document = replace(CLEAN, types=(type_,))

    assert found(document) == []
    assert found(document, beside(zone=zone)) == [("type-zone", ["types"])]


def test_every_check_is_broken_by_a_test():
    assert {*BREAKS, *BREAKS_BESIDE, "type-zone"} == set(CHECKS)


@pytest.mark.parametrize("document", FINE.values(), ids=FINE)
def test_what_is_right_is_let_be(document):
    assert found(document) == []


@pytest.mark.parametrize("name", ["title", "summary", "category", "types", "code"])
def test_a_facts_only_career_needs_its_facts(name):
    assert found(replace(FACTS_ONLY, **{name: ""})) == [("facts-missing", [name])]


@pytest.mark.parametrize(
    ("percent", "types", "finds"),
    [
        (-0.1, "Growing & Emerging Careers", 1),
        (-7, "Changing Careers", 0),
        (0, "Stable Careers", 0),
        (None, "Stable Careers", 0),
    ],
)
def test_only_stable_and_growing_careers_must_not_fall(percent, types, finds):
    assert len(found(replace(CLEAN, types=(types,)), beside(percent=percent))) == finds


@pytest.mark.parametrize("pay", [{}, {10: 29_300}, {90: 300_000}])
def test_pay_is_held_against_what_is_published(pay):
    assert found(after("salary", "In the end you earn $90,000 a year."), beside(pay=pay)) == []


def test_pay_just_within_the_margin_is_let_be():
    within, beyond = (f"Long after, you earn ${EVIDENCE.pay[90] * part:,.0f} a year." for part in (1.19, 1.21))

    assert found(after("salary", within)) == []
    assert found(after("salary", beyond)) == [("pay-outside", ["salary"])]


def test_a_year_old_is_not_more_than_a_year_old():
    assert found(replace(CLEAN, checked_on=date(2025, 11, 22))) == []
    assert found(replace(CLEAN, checked_on=None)) == [("unchecked", ["checked_on"])]
    assert found(replace(CLEAN, checked_on=None, status="draft")) == []


@pytest.mark.parametrize("ending", ["and so you", "You lend books, and", "The rest of it:", "- You lend books,"])
def test_a_text_that_hangs_is_unfinished(ending):
    assert found(with_text("outlook", f"{PROSE}\n\n{ending}")) == [("unfinished", ["outlook"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("colour", "color"), ("counsellor", "counselor"), ("cataloguing", "cataloging"), ("centre", "center"),
        ("analyse", "analyze"), ("non-profit", "nonprofit"), ("organisations", "organized"), ("travelled", "traveling"),
    ],
)  # fmt: skip
def test_two_spellings_are_found(one, other):
    finds = [("spelled-two-ways", ["outlook", "outlook"])]

    assert found(after("outlook", f"The {one} and the {other} are here.")) == finds
    assert found(after("outlook", f"The {one} and the {one} are here.")) == []
