"""A list of students, from the file to the slips."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accounts.models import Membership, User
from tests.accounts.schools.conftest import signed_in
from tests.factories import CohortFactory, counsellor_of, pupil_of

GOOD = "Name,User name\nZoë Adams,\nBo Li,bo\n"


def send(client, cohort, text=GOOD, follow=True):
    file = SimpleUploadedFile("list.csv", text.encode(), "text/csv")
    return client.post(f"/schools/groups/{cohort.pk}/students/list/", {"file": file}, follow=follow)


def write(client, page):
    return client.post(page.wsgi_request.path, {"digest": page.context["digest"]}, follow=True)


def test_every_row_is_shown_and_nothing_written(counsellor_client, cohort):
    pupil_of(cohort, username="bo", name="Bo Li")

    page = send(counsellor_client, cohort)

    assert [(row.number, row.username, row.what) for row in page.context["page"]] == [
        (2, "zoe.adams", "new"),
        (3, "bo", "here already"),
    ]
    assert not User.objects.filter(username="zoe.adams").exists()


def test_one_press_writes_all_of_it(counsellor_client, cohort, counsellor):
    slips = write(counsellor_client, send(counsellor_client, cohort))

    zoe = User.objects.get(username="zoe.adams")
    assert (zoe.name, zoe.school, zoe.must_choose_password()) == ("Zoë Adams", cohort.school, True)
    assert [group.name for group in zoe.groups.all()] == ["student"]
    assert set(User.objects.students_of(counsellor).values_list("username", flat=True)) == {"zoe.adams", "bo"}
    assert "zoe.adams" in slips.text


def test_a_student_signs_in_with_the_slip(counsellor_client, cohort):
    slips = write(counsellor_client, send(counsellor_client, cohort)).context["slips"]
    username, _, password = slips[0]

    client = Client()
    response = client.post("/account/sign-in/", {"login": username, "password": password}, follow=True)

    assert "Now choose one that only you know" in response.text


def test_slips_are_shown_once(counsellor_client, cohort):
    page = write(counsellor_client, send(counsellor_client, cohort))

    again = counsellor_client.get(page.wsgi_request.path)

    assert page.context["slips"][0][2] in page.text
    assert "were shown already" in again.text
    assert "_shown_once" not in counsellor_client.session


def test_a_bad_row_at_the_end_of_ten_thousand_stops_all_of_it(counsellor_client, cohort):
    rows = "".join(f"Pupil {number},pupil{number}\n" for number in range(9_999))
    before = User.objects.count()

    page = send(counsellor_client, cohort, f"Name,User name\n{rows}Bo Li,no good\n")
    refused = write(counsellor_client, page)

    assert [row.number for row in page.context["faults"]] == [10_001]
    assert "Write all of it" not in page.text
    assert "Mend the rows that are marked" in refused.text
    assert User.objects.count() == before


def test_what_changed_since_it_was_shown_is_shown_again(counsellor_client, cohort):
    page = send(counsellor_client, cohort)
    pupil_of(cohort, username="bo")

    again = write(counsellor_client, page)

    assert "Something changed since this list was shown" in again.text
    assert not User.objects.filter(username="zoe.adams").exists()
    assert "zoe.adams" in write(counsellor_client, again).text


def test_a_second_press_writes_nothing_more(counsellor_client, cohort):
    page = send(counsellor_client, cohort)
    write(counsellor_client, page)

    assert write(counsellor_client, page).status_code == 404
    assert User.objects.filter(username__startswith="zoe").count() == 1


def test_moving_ends_the_membership_of_before(cohort):
    other = CohortFactory(school=cohort.school, name="10A")
    pupil = pupil_of(other, username="bo")
    client = signed_in(counsellor_of(cohort, other))

    write(client, send(client, cohort, "User name\nbo\n"))

    assert [row.cohort_id for row in pupil.memberships.current()] == [cohort.pk]
    assert Membership.objects.filter(user=pupil, cohort=other, until__isnull=False).exists()


def test_a_list_is_nobody_elses(counsellor_client, cohort):
    where = send(counsellor_client, cohort, follow=False).url
    colleague = signed_in(counsellor_of(cohort))

    assert colleague.get(where).status_code == 404
    assert counsellor_client.get(where + "x").status_code == 404


def test_names_are_never_markup(counsellor_client, cohort):
    page = send(counsellor_client, cohort, "Name\n<script>alert(1)</script>\n=cmd|' /C calc'!A0\n")

    assert "<script>alert" not in page.text
    assert "=cmd|" in page.text


@pytest.mark.parametrize("data", [{}, {"file": SimpleUploadedFile("a.csv", b"")}])
def test_no_file_is_a_sentence(counsellor_client, cohort, data):
    response = counsellor_client.post(f"/schools/groups/{cohort.pk}/students/list/", data)

    assert re.search("Choose a file|is empty", response.text)


def test_a_list_of_5000_is_written_in_seconds(counsellor_client, cohort):
    rows = "".join(f"Pupil {number}\n" for number in range(5_000))

    page = write(counsellor_client, send(counsellor_client, cohort, f"Name\n{rows}"))

    assert len(page.context["slips"]) == 5_000
    assert cohort.memberships.count() == 5_000


def test_a_name_beyond_the_page_is_shown_on_the_next(counsellor_client, cohort):
    page = send(counsellor_client, cohort, "Name\n" + "".join(f"Pupil {number}\n" for number in range(501)))

    following = counsellor_client.get(page.wsgi_request.path, {"page": 2})

    assert [row.number for row in following.context["page"]] == [502]
