"""Looking at a text before it is saved."""

from django.contrib.auth.models import Permission

from careers.models import Section
from tests.careers.admin_pages import LIST, change
from tests.factories import UserFactory

PREVIEW = f"{LIST}preview/"


def test_a_script_gets_the_html_of_one_text(as_counsellor):
    data = {"only": "overview", "section_overview": "You **help**."}

    response = as_counsellor.post(PREVIEW, data, headers={"X-Requested-With": "fetch"})

    assert response.content.decode().strip() == "<p>You <strong>help</strong>.</p>"


def test_without_a_script_a_page_shows_one_text(as_counsellor):
    page = as_counsellor.post(PREVIEW, {"only": "overview", "section_overview": "**So**", "section_salary": "**Pay**"})

    assert "<h1>Preview of Overview</h1>" in page.content.decode()
    assert "<strong>So</strong>" in page.content.decode()
    assert "Pay" not in page.content.decode()


def test_the_whole_form_can_be_previewed_and_nothing_is_saved(as_counsellor, technicians):
    page = as_counsellor.post(PREVIEW, {"title": "Bakers", "section_overview": "**So**", "section_salary": "**Pay**"})

    assert "Preview of Bakers" in page.content.decode()
    assert "<strong>So</strong>" in page.content.decode()
    assert "<strong>Pay</strong>" in page.content.decode()
    assert Section.objects.get(key="overview").text == "You **help**."


def test_a_preview_is_cleaned(as_counsellor):
    data = {"section_overview": "<script>alert(1)</script>[x](javascript:alert(1))", "title": "<b>x</b>"}

    page = as_counsellor.post(PREVIEW, data).content.decode()

    assert "<script>alert" not in page
    assert 'href="javascript:' not in page
    assert "<b>x</b>" not in page


def test_a_preview_of_what_can_not_be_saved_says_why(as_counsellor):
    data = {"only": "skills", "section_skills": "- " * 5000}

    response = as_counsellor.post(PREVIEW, data, headers={"X-Requested-With": "fetch"})

    assert "nested more than 20 deep" in response.content.decode()


def test_a_preview_is_posted(as_counsellor):
    assert as_counsellor.get(PREVIEW).status_code == 405


def test_the_form_offers_both_previews_without_a_script(as_counsellor, technicians):
    page = as_counsellor.get(change(technicians)).content.decode()

    assert page.count(f'formaction="{PREVIEW}"') == 26 + 2
    assert page.index('value="Save"') < page.index("formaction")


def test_a_preview_is_for_those_who_write(client, roles):
    reader = UserFactory(is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_career"))
    client.force_login(reader)

    assert client.post(PREVIEW, {"only": "overview"}).status_code == 403
