"""What is logged says what went wrong and where, and never what somebody wrote."""

import logging
import sys
from smtplib import SMTPRecipientsRefused

import pytest
from django.conf import settings
from django.db import IntegrityError, connection, transaction

from pathways.logs import Formatter
from plans.models import Goal
from tests.factories import PlanFactory, UserFactory

ANSWERS = {"ada@example.org": (550, b"No such user")}


def logged(work) -> str:
    try:
        work()
    except Exception as error:
        record = logging.LogRecord("x", logging.ERROR, "x", 1, "It broke (%s).", (error,), sys.exc_info())
        return Formatter().format(record)
    return ""


def refused():
    raise SMTPRecipientsRefused(ANSWERS)


def test_no_address_that_a_mail_server_refused():
    text = logged(refused)

    assert "SMTPRecipientsRefused" in text
    assert "in refused" in text
    assert "ada@example.org" not in text


def test_other_errors_say_all_they_have_to_say():
    assert "KeyError: 'due_on'" in logged(lambda: {}["due_on"])
    assert Formatter().format(logging.LogRecord("x", logging.INFO, "x", 1, "All is well.", (), None)) == "All is well."


@pytest.mark.django_db
def test_no_row_that_did_not_fit():
    goal = Goal(plan=PlanFactory(), text="Something\nnobody else reads", due_on="1066-10-14")

    with transaction.atomic():
        text = logged(goal.save)
        transaction.set_rollback(True)

    assert "plans_goal_due_in_reach" in text
    assert "nobody else" not in text


@pytest.mark.django_db
def test_no_user_name_that_was_taken():
    UserFactory(username="ada")

    with pytest.raises(IntegrityError), transaction.atomic():
        UserFactory(username="ada")
    with transaction.atomic():
        text = logged(lambda: UserFactory(username="ada"))
        transaction.set_rollback(True)

    assert "ada" not in text.split("IntegrityError")[-1]
    assert connection.vendor == "sqlite" or "accounts_user_username" in text


def test_every_line_goes_that_way():
    handlers = settings.LOGGING["handlers"]
    formatters = {settings.LOGGING["formatters"][handler["formatter"]]["()"] for handler in handlers.values()}

    assert formatters == {"pathways.logs.Formatter"}
