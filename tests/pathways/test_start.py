import socket

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from careers.models import Career
from pathways.management.commands.start import Command
from plans.models import Step


@pytest.fixture
def development(settings):
    settings.DEBUG = True


def test_it_refuses_to_run_outside_development(settings):
    settings.DEBUG = False

    with pytest.raises(CommandError, match="DEBUG=true only"):
        call_command("start")


@pytest.mark.usefixtures("development")
def test_a_taken_port_gets_a_sentence():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]

        with pytest.raises(CommandError, match=f"^Port {port} cannot be used: .* make run PORT={port + 1}$"):
            call_command("start", str(port))


@pytest.mark.usefixtures("development")
@pytest.mark.parametrize("port", ["99999", "eighty"])
def test_what_is_no_port_gets_a_sentence(port):
    with pytest.raises(CommandError, match=port):
        call_command("start", port)


@pytest.mark.django_db
@pytest.mark.usefixtures("development")
def test_a_second_start_loses_nothing_a_person_changed():
    Command().set_up()
    Career.objects.filter(slug="librarians").update(summary="Changed by an editor.")
    Career.objects.filter(slug="farmers").delete()
    User.objects.filter(username="student").update(name="Changed by the student")
    Step.objects.all().delete()

    Command().set_up()

    assert Career.objects.get(slug="librarians").summary == "Changed by an editor."
    assert not Career.objects.filter(slug="farmers").exists()
    assert User.objects.get(username="student").name == "Changed by the student"
    assert not Step.objects.exists()
