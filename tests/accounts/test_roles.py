from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from accounts.actions import make_person, set_active, set_roles
from accounts.models import User
from accounts.roles import LABELS, ROLES
from tests.factories import UserFactory, with_role


def set_up(*args):
    out = StringIO()
    call_command("setup_roles", *args, stdout=out)
    return out.getvalue()


def test_four_roles_are_made_once(db):
    assert "4 of 4 roles were changed." in set_up()
    assert set_up() == "Nothing to change: the four roles are as they should be.\n"
    assert set(Group.objects.values_list("name", flat=True)) == set(ROLES) == set(LABELS)


def test_a_dry_run_says_and_changes_nothing(db):
    said = set_up("--dry-run")

    assert "editor + careers.delete_career" in said
    assert "4 of 4 roles would be changed." in said
    assert not Group.objects.exists()


def test_what_a_role_should_not_have_is_taken_away(roles):
    Group.objects.get(name="student").permissions.add(Permission.objects.get(codename="view_plan"))

    assert "student - plans.view_plan" in set_up()
    assert not Group.objects.get(name="student").permissions.exists()


def test_before_migrate_a_sentence_says_what_to_do(db):
    Permission.objects.filter(codename="view_career").delete()

    with pytest.raises(CommandError, match="Run migrate first"):
        set_up()


@pytest.mark.parametrize("role", ROLES)
def test_no_role_touches_a_plan(roles, role):
    assert not [name for name in with_role(role).get_all_permissions() if name.startswith("plans.")]


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        ("student", [], ["careers.view_career"]),
        ("counsellor", ["careers.change_career"], ["careers.delete_career", "careers.change_category"]),
        ("editor", ["careers.delete_career", "careers.change_category"], ["accounts.view_user"]),
        ("administrator", ["accounts.delete_user", "careers.change_category"], ["auth.change_group"]),
    ],
)
def test_a_role_gives_what_it_says(roles, role, may, may_not):
    person = with_role(role)

    assert [person.has_perm(name) for name in may] == [True] * len(may)
    assert [person.has_perm(name) for name in may_not] == [False] * len(may_not)


@pytest.mark.parametrize(
    ("held", "staff"),
    [([], False), (["student"], False), (["counsellor"], True), (["student", "editor"], True)],
)
def test_who_holds_more_than_the_students_role_enters_the_admin(roles, held, staff):
    person = UserFactory()

    set_roles(user=person, roles=held)

    assert sorted(group.name for group in person.groups.all()) == sorted(held)
    assert person.is_staff is staff


def test_there_is_no_other_role(db):
    with pytest.raises(ValueError, match="There is no role king"):
        set_roles(user=UserFactory(), roles=["king"])


def test_the_last_administrator_keeps_the_role(administrator):
    with pytest.raises(ValidationError, match="only administrator"):
        set_roles(user=administrator, roles=["editor"])
    with pytest.raises(ValidationError, match="only administrator"):
        set_active(user=administrator, active=False)

    set_roles(user=UserFactory(), roles=["administrator"])
    set_roles(user=administrator, roles=["editor"])
    assert User.objects.administrators().count() == 1


def test_a_person_is_made_once_and_then_left_alone(db):
    first = make_person(username="Demo", password="one orbit lantern", roles=["editor"], name="Demo")
    first.name = "Changed"
    first.save()

    again = make_person(username="demo", password="other", roles=["student"], name="Demo")

    assert again == first
    assert again.name == "Changed"
    assert again.check_password("one orbit lantern")
    assert [group.name for group in again.groups.all()] == ["editor"]
