"""Taking a plan along: every way, for the plan's own student only."""

import json
import re

import pytest
from django.test import Client
from django.urls import reverse

from plans.document.writing import document_of, empty_document
from plans.models import Plan
from tests.plans.taking.conftest import RUDE

pytestmark = pytest.mark.django_db
WAYS = ["take_along", "take_json", "take_page", "take_pdf", "take_calendar", "print"]
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt; #strong[x] \U0001f680 مرحبا"


@pytest.mark.parametrize("way", WAYS)
def test_a_way_is_open_to_who_has_no_plan_yet(student_client, way):
    assert student_client.get(reverse(f"plans:{way}")).status_code == 200
    assert not Plan.objects.exists()


@pytest.mark.parametrize("way", WAYS)
def test_a_stranger_finds_nothing_of_the_plan(plan, stranger_client, way):
    assert b"Nurses" not in stranger_client.get(reverse(f"plans:{way}")).content


@pytest.mark.parametrize("way", WAYS)
def test_a_way_only_shows(student_client, way):
    assert student_client.post(reverse(f"plans:{way}")).status_code == 405


def test_who_is_signed_out_signs_in_first(plan):
    assert Client().get(reverse("plans:take_json")).url.startswith(reverse("account_login"))


def test_the_json_is_the_document(plan, get):
    response = get("take_json")

    assert json.loads(response.content) == document_of(plan)
    assert response["Content-Disposition"] == 'attachment; filename="plan.json"'


def test_no_plan_yet_is_an_empty_document(student, plan):
    empty = Plan(user=student, pk=0)

    assert document_of(empty) == empty_document()


def test_the_page_needs_nothing_else(plan, get):
    page = get("take_page").content.decode()

    assert ESCAPED in page
    assert "<script" not in page
    assert not re.findall(r"""(?:src=|@import|url\()""", page)
    assert re.findall(r'href="([^"]+)"', page) == ["https://example.org/x"]


def test_the_page_and_the_print_say_everything(plan, get):
    for name in ("take_page", "print"):
        page = get(name).content.decode()
        for words in ("College.", "Learn first aid", "Ask Dina.", "Roofers", "Biology", "100 hours in all", "$45"):
            assert words in page, (name, words)
        assert ESCAPED in page


def test_no_words_that_were_typed_are_lost_on_the_page(plan, get):
    """Whatever text is in the document stands on the page, but for ids, slugs and choices."""
    page = get("print").content.decode()
    lists = [rows for rows in document_of(plan).values() if isinstance(rows, list)]
    words = {value for rows in lists for row in rows for value in row.values() if isinstance(value, str)}

    typed = {each for each in words if " " in each and each != RUDE and "\n" not in each}
    assert len(typed) > 10
    assert [each for each in typed if each not in page] == []


def test_a_stored_address_that_is_no_web_address_is_no_link(plan, get):
    plan.steps.update(evidence_link="javascript:alert(1)")

    for name in ("take_page", "print"):
        assert 'href="javascript' not in get(name).content.decode()
