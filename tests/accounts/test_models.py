import pytest
from django.db import IntegrityError

from accounts.models import User
from tests.factories import UserFactory


def test_the_database_holds_one_user_name_whatever_its_letters(db):
    UserFactory(username="ada")

    with pytest.raises(IntegrityError, match="accounts_user_username_once"):
        UserFactory(username="ADA")


def test_user_names_are_made_small(db):
    assert User.objects.create_user("ＡＤＡ").username == "ada"


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../../etc/passwd", "/etc/passwd", "\0"])
def test_a_stored_zone_that_is_none_is_the_sites(zone):
    assert User(time_zone=zone).zone().key == "America/New_York"
