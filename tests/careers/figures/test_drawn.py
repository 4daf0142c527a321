"""Figures drawn ahead: the same as drawn now, for one query, and never after what they are made of has changed."""

import datetime
import uuid

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import call_command

from careers.figures import drawn, shown
from careers.models import Drawing, Pay, Source
from tests.careers.figures.conftest import CODE

pytestmark = pytest.mark.django_db
DRAWN = "drawn ahead"


@pytest.fixture
def request_of(rf):
    def request_of(address="/"):
        request = rf.get(address)
        request.user = AnonymousUser()
        return request

    return request_of


@pytest.fixture
def marked(technicians):
    """Drawn ahead, with a word that says where it comes from."""
    drawn.draw_ahead([CODE])
    Drawing.objects.update(facts=DRAWN)
    return technicians


def test_it_is_what_a_page_would_draw_for_itself(request_of, technicians, django_assert_num_queries):
    drawn_now = shown.figures_for(request_of(), technicians)
    shown.render.cache_clear()
    assert drawn.draw_ahead([CODE, ""]) == 1

    with django_assert_num_queries(1):
        assert shown.figures_for(request_of(), technicians) == drawn_now


def test_what_is_good_is_not_drawn_again(marked):
    assert drawn.draw_ahead([CODE]) == 0
    assert Drawing.objects.get().facts == DRAWN


def test_an_import_makes_it_out_of_date(request_of, marked):
    assert shown.figures_for(request_of(), marked).facts == DRAWN
    Pay.objects.update(annual_median=50000)
    Source.objects.update(token=uuid.uuid4())

    assert "$50,000" in shown.figures_for(request_of(), marked).facts
    assert drawn.draw_ahead([CODE]) == 1
    assert "$50,000" in Drawing.objects.get().facts


def test_other_code_makes_it_out_of_date(request_of, marked, monkeypatch):
    monkeypatch.setattr(drawn, "made_by", lambda: "another release")

    assert DRAWN not in shown.figures_for(request_of(), marked).facts


@pytest.mark.parametrize("address", ["/?area=WA", "/?pay=hour"])
def test_another_place_or_unit_is_drawn_when_asked_for(request_of, marked, address):
    assert DRAWN not in shown.figures_for(request_of(address), marked).facts


def test_it_goes_when_something_in_it_counts_as_old(request_of, marked, time_machine):
    until = Drawing.objects.get().until
    time_machine.move_to(until - datetime.timedelta(days=1))
    assert shown.figures_for(request_of(), marked).facts == DRAWN

    time_machine.move_to(until + datetime.timedelta(days=1))
    assert DRAWN not in shown.figures_for(request_of(), marked).facts


def test_without_figures_nothing_is_drawn(db):
    assert drawn.draw_ahead([CODE]) == 0


def test_the_command_draws_those_of_every_career(technicians, capsys):
    call_command("draw_figures")

    assert Drawing.objects.get().code == CODE
    assert capsys.readouterr().out == "The figures of 1 codes were drawn.\n"
