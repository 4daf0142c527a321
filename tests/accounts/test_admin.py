import pytest
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.contrib.auth.models import Group

from accounts.actions import set_email
from accounts.models import User
from plans.models import Plan, Step, Target
from tests.factories import UserFactory, with_role

LIST = "/admin/accounts/user/"
ADD = f"{LIST}add/"


def page_of(person, part="change"):
    return f"{LIST}{person.pk}/{part}/"


def form(person, **changes):
    kept = {"username": person.username, "name": person.name, "email": person.email, "time_zone": person.time_zone}
    roles = [group.name for group in person.groups.all()]
    return kept | {"roles": roles, "is_active": "on"} | changes


@pytest.mark.parametrize("role", ["student", "counsellor", "editor"])
def test_nobody_but_an_administrator_sees_accounts(client, roles, ada, role):
    client.force_login(with_role(role))

    for url in (LIST, ADD, page_of(ada), page_of(ada, "delete"), page_of(ada, "history")):
        assert client.get(url).status_code in {302, 403}
    assert LIST not in client.get("/admin/", follow=True).text


def test_a_list_of_100_takes_few_queries(administrator_client, django_assert_max_num_queries):
    for _ in range(100):
        UserFactory().groups.add(Group.objects.get(name="student"))

    with django_assert_max_num_queries(12):
        assert administrator_client.get(LIST).status_code == 200


def test_the_list_is_searched_and_filtered(administrator_client, ada):
    UserFactory(username="bo").groups.add(Group.objects.get(name="editor"))

    def found(**query):
        return {person.username for person in administrator_client.get(LIST, query).context["cl"].result_list}

    assert found(q="ada@example") == {"ada"}
    assert found(role="editor") == {"bo"}
    assert found(role="administrator") == {"head"}
    assert found(q="zzz " * 25_000) == set()


def test_a_person_is_added_with_roles(administrator_client):
    administrator_client.post(ADD, {"username": "Bo", "time_zone": "Europe/London", "roles": ["student", "editor"]})

    bo = User.objects.get(username="bo")
    assert sorted(group.name for group in bo.groups.all()) == ["editor", "student"]
    assert bo.is_staff


@pytest.mark.parametrize("username", ["ADA", "", "two words", "x" * 151, "🌍", "a\0b"])
def test_a_user_name_that_does_not_fit_gets_a_sentence(administrator_client, ada, username):
    response = administrator_client.post(ADD, {"username": username, "time_zone": "Europe/London"})

    assert response.context["adminform"].form.errors["username"]


def test_no_password_is_shown(administrator_client, ada):
    page = administrator_client.get(page_of(ada)).text

    assert ada.password not in page
    assert 'type="password"' not in page


def test_roles_and_address_are_changed(administrator_client, ada):
    administrator_client.post(page_of(ada), form(ada, roles=["counsellor"], email="New@example.org"))

    ada.refresh_from_db()
    assert [group.name for group in ada.groups.all()] == ["counsellor"]
    assert ada.is_staff
    assert list(EmailAddress.objects.values_list("email", flat=True)) == ["new@example.org"]


def test_a_closed_account_is_signed_out(administrator_client, client, ada):
    client.force_login(ada)

    administrator_client.post(page_of(ada), form(ada) | {"is_active": ""})

    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("change", [{"roles": ["editor"]}, {"is_active": ""}])
def test_the_last_administrator_remains(administrator_client, administrator, change):
    response = administrator_client.post(page_of(administrator), form(administrator) | change)

    assert "This is the only administrator." in response.text
    assert list(User.objects.administrators()) == [administrator]


def test_the_last_administrator_is_not_deleted(administrator_client, administrator):
    administrator_client.post(page_of(administrator, "delete"), {"post": "yes"})
    bulk = {"action": "delete_selected", "_selected_action": [administrator.pk], "post": "yes"}
    administrator_client.post(LIST, bulk)

    assert User.objects.filter(pk=administrator.pk).exists()


def test_deleting_takes_everything_and_shows_nothing_of_a_plan(administrator_client, ada):
    plan, _ = Plan.objects.get_or_create(user=ada)
    Target.objects.create(plan=plan, title="Secret dream", notes="Secret note")
    Step.objects.create(plan=plan, text="Secret step")
    set_email(user=ada, email="ada@example.org")

    page = administrator_client.get(page_of(ada, "delete"))
    administrator_client.post(page_of(ada, "delete"), {"post": "yes"})

    assert "Secret" not in page.text
    for model in (Plan, Step, Target, EmailAddress):
        assert not model.objects.exists()


def test_many_are_deleted_at_once_and_their_plans_are_not_shown(administrator_client, ada):
    plan, _ = Plan.objects.get_or_create(user=ada)
    Step.objects.create(plan=plan, text="Secret step")
    bulk = {"action": "delete_selected", "_selected_action": [ada.pk, UserFactory().pk]}

    page = administrator_client.post(LIST, bulk)
    administrator_client.post(LIST, bulk | {"post": "yes"})

    assert "Secret" not in page.text
    assert [person.username for person in User.objects.all()] == ["head"]


def test_nothing_of_plans_groups_or_addresses_is_in_the_admin():
    registered = {model._meta.label_lower for model in admin.site._registry}

    assert not {label for label in registered if label.startswith(("plans.", "auth.", "account.", "sessions."))}


def test_the_admin_is_entered_by_the_sites_own_door(client, administrator):
    assert client.get("/admin/").url == "/account/sign-in/?next=%2Fadmin%2F"
    assert client.get("/admin/login/").url == "/account/sign-in/?next=/admin/"
    client.force_login(administrator)
    assert client.get("/admin/login/").url == "/admin/"


def test_a_student_is_told_that_the_admin_is_not_for_them(student_client):
    response = student_client.get("/admin/", follow=True)

    assert response.status_code == 403
    assert "This page is not open to you" in response.text


def test_the_admins_links_lead_to_the_sites_pages(administrator_client):
    assert administrator_client.get("/admin/password_change/").url == "/account/password/"
    assert administrator_client.post("/admin/logout/").url == "/"
    assert administrator_client.get("/admin/").status_code == 302
