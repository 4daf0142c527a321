"""Who may do what in the admin, and what nobody sees there."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from reversion.models import Version

from careers.models import Career, Category, Status
from tests.careers.admin_pages import ADD, LIST, change, run, save
from tests.factories import UserFactory, with_role

TAXONOMY = ["/admin/careers/category/", "/admin/careers/careertype/add/"]


def test_a_visitor_is_sent_to_the_sign_in(client, technicians):
    response = client.get(change(technicians))

    assert response.status_code == 302
    assert "sign-in" in response["Location"]


@pytest.mark.parametrize("path", ["/admin/", LIST, ADD, f"{LIST}1/change/", f"{LIST}preview/", f"{LIST}recover/"])
def test_a_student_has_no_admin(student_client, technicians, path):
    assert student_client.get(path, follow=True).status_code == 403
    assert student_client.post(path, {"title": "Mine"}, follow=True).status_code == 403


def test_a_counsellor_writes_and_publishes(as_counsellor, technicians):
    save(as_counsellor, change(technicians), summary="By a counsellor.", status=Status.DRAFT)
    run(as_counsellor, "publish", [technicians])

    career = Career.objects.get()
    assert (career.summary, career.status, career.changed_by.username) == ("By a counsellor.", "published", "coco")


def test_a_counsellor_deletes_nothing(as_counsellor, technicians):
    assert as_counsellor.post(f"{LIST}{technicians.pk}/delete/", {"post": "yes"}).status_code == 403
    run(as_counsellor, "delete_selected", [technicians], post="yes")

    assert Career.objects.exists()


@pytest.mark.parametrize("path", TAXONOMY)
def test_the_taxonomy_is_the_editors(as_counsellor, as_editor, path):
    assert as_counsellor.get(path).status_code == 403
    assert as_editor.get(path).status_code == 200


def test_a_counsellor_does_not_bring_back_a_category(as_counsellor, as_editor, education):
    url = f"/admin/careers/category/{education.pk}/"
    save(as_editor, f"{url}change/", name="Teaching")

    version = Version.objects.get_for_object(education).last()
    assert as_counsellor.get(f"{url}history/").status_code == 403
    assert as_counsellor.post(f"{url}history/{version.pk}/", {"name": "Mine"}).status_code == 403
    assert Category.objects.get().name == "Teaching"


def test_whoever_may_only_look_sees_facts_and_no_form(client, technicians):
    reader = UserFactory(is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_career"))
    client.force_login(reader)

    page = client.get(change(technicians)).content.decode()

    assert "Keep a collection in order." in page
    assert "<textarea" not in page
    assert client.post(change(technicians), {"title": "Mine"}).status_code == 403


def test_nobody_sees_a_plan_in_the_admin():
    registered = {model._meta.app_label for model in admin.site._registry}

    assert "plans" not in registered
    assert not registered & {app.label for app in apps.get_app_configs() if app.label.startswith("reversion")}


def test_the_doors_lead_to_the_sites_own_pages(as_editor):
    page = as_editor.get("/admin/").content.decode()

    assert f'action="{reverse("account_logout")}"' in page
    assert f'href="{reverse("account_change_password")}"' in page


@pytest.mark.parametrize("path", [f"{LIST}preview/", ADD, LIST])
def test_a_post_without_its_token_is_refused(roles, technicians, path):
    client = Client(enforce_csrf_checks=True)
    client.force_login(with_role("editor"))

    assert client.post(path, {"title": "Forged"}).status_code == 403


def test_a_draft_is_viewed_on_the_site_by_those_who_write(as_editor, technicians):
    Career.objects.update(status=Status.DRAFT)

    page = as_editor.get(change(technicians)).content.decode()

    assert f'href="{technicians.get_absolute_url()}"' in page
    assert as_editor.get(technicians.get_absolute_url()).status_code == 200
    assert Client().get(technicians.get_absolute_url()).status_code == 404
