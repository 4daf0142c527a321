"""What is accepted stands with its reason and stops nothing."""

from dataclasses import replace

import pytest

from careers.checks.findings import Finding, Place, run
from careers.checks.texts import Profile
from careers.models import Severity
from tests.careers.checks.clean import CLEAN, CONTEXT, after

BROKEN = after("outlook", "Technicians play a crucial role.")


def accepted(*rows):
    document = replace(BROKEN, remote="mostly", accepted=rows)
    return [(finding.check, finding.reason, finding.stops) for finding in run(Profile(document), CONTEXT)]


def test_errors_come_first_and_stop():
    assert accepted() == [("remote-fact", "", True), ("filler", "", False)]


@pytest.mark.parametrize("check", ["remote-fact", "remote-fact/remote-fact"])
def test_an_accepted_error_stops_nothing_and_comes_last(check):
    rows = accepted({"check": check, "reason": "True."})

    assert rows == [("filler", "", False), ("remote-fact", "True.", False)]


def test_one_place_is_accepted_and_another_is_not():
    assert accepted({"check": "filler/overview", "reason": "True."})[1] == ("filler", "", False)


@pytest.mark.parametrize("rows", [({"check": "remote-fact"},), ({"reason": "True."},), ("text",)])
def test_what_has_no_reason_accepts_nothing(rows):
    assert accepted(*rows)[0] == ("remote-fact", "", True)


def test_a_place_is_named_as_its_field_is():
    names = ["overview", "education-fact", "types", "misconceptions"]

    assert [Place(name).label for name in names] == [
        "Overview",
        "Usually needed",
        "Career Type",
        "Common misconceptions people have about this career",
    ]


def test_a_long_excerpt_is_cut():
    assert len(Place("overview", "word " * 100).quoted) < 203
    assert Place("overview", "word").quoted == "word"


def test_a_finding_is_known_by_its_check_and_first_place():
    assert Finding("filler", Severity.WARNING, "So.", (Place("overview"), Place("salary"))).key == "filler/overview"


def test_the_clean_document_has_every_text():
    assert len(CLEAN.sections) == 26
