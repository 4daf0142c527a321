"""Whatever people type or import is shown as words, looked at in a browser that would run it.

The content security policy is switched off here: it is the second lock, and the first must hold alone.
"""

import json
import shutil
from functools import cache
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.test import Client

from accounts.models import User
from careers.models import Career, CareerType, Category, ContentVersion, Section
from careers.sections import TEXTS
from plans.models import Plan
from tests.browser.conftest import database_at
from tests.browser.ways import settle, sign_in
from tests.xss import PAYLOADS

PARTS = [PAYLOADS[start::4] for start in range(4)]
# The words of each kind of row, and what is chosen beside them.
ROWS = {
    "goal": ["text", "why"],
    "course": ["name", "notes"],
    "experience": ["title", "place", "contact", "reflection"],
    "skill": ["name", "how"],
    "activity": ["name", "details"],
    "application": ["to", "cost", "payer", "notes"],
}
CHOSEN = {
    "goal": {"kind": "life", "state": "started"},
    "course": {"year": "10", "state": "taking"},
    "experience": {"kind": "visit"},
    "skill": {"state": "have"},
    "activity": {"kind": "award"},
    "application": {"kind": "study", "state": "sent"},
}
NOT_OURS = """
() => [...document.querySelectorAll("*")].filter((each) =>
  [...each.attributes].some((attribute) => attribute.name.startsWith("on"))
  || ["href", "src", "action", "formAction", "data"].some(
    (name) => typeof each[name] === "string" && /^(javascript|vbscript|data):/i.test(each[name]))
  || each.matches("iframe, object, embed, base, style, math, video, svg script, svg animate, meta[http-equiv]")
  || each.matches("link[rel=stylesheet]:not([href^='/static/'])")
  || each.matches(":is(script, img):not([src^='/static/'], [src='/admin/jsi18n/'])")
).map((each) => each.outerHTML.slice(0, 200))
"""


@pytest.fixture(params=PARTS, ids=["first", "second", "third", "fourth"])
def payloads(request):
    return request.param


@pytest.fixture
def context(open_browser):
    return open_browser(bypass_csp=True)


@pytest.fixture
def look(page):
    """Open an address; what would run has run when all is loaded."""

    def look(path):
        assert page.goto(path).status == 200, path
        assert page.evaluate(NOT_OURS) == [], path

    return look


def client_of(username) -> Client:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client


def in_line(payload, longest) -> str:
    return " ".join(payload.split())[:longest].strip()


def post(client, path, data):
    response = client.post(path, data)
    assert response.status_code == 302, response.text


def add_term(client, model, number, payload):
    data = {"name": in_line(payload, 80), "slug": f"xss-{number}", "description": in_line(payload, 200)}
    post(client, f"/admin/careers/{model}/add/", data | {"position": number, "hue": 30, "icon": "compass"})


def add_career(client, number, payload):
    facts = {"title": in_line(payload, 120), "slug": f"xss-{number}", "summary": in_line(payload, 200)}
    choices = {
        "category": Category.objects.get(slug=f"xss-{number}").pk,
        "main_type": CareerType.objects.get(slug=f"xss-{number}").pk,
        "kind": "full",
        "status": "published",
    }
    lists = {
        "titles": in_line(payload, 150),
        "subjects": in_line(payload, 60),
        "leads_to-0-to_slug": "librarians",
        "leads_to-0-needs": in_line(payload, 200),
        "leads_to-0-years": in_line(payload, 20),
        "accepted-0-check": in_line(payload, 60),
        "accepted-0-reason": in_line(payload, 300),
    }
    texts = {f"section_{entry.key}": f"{payload}\n\n- {payload}\n- Librarians. {payload}" for entry in TEXTS}
    post(client, "/admin/careers/career/add/", facts | choices | lists | texts)


@pytest.fixture(scope="session")
def written(filled_database, tmp_path_factory):
    """A file with a category, a type and a career for each payload, written in the admin once."""

    @cache
    def written(payloads):
        path = shutil.copy(filled_database, tmp_path_factory.mktemp("written") / "site.sqlite3")
        with database_at(path):
            client = client_of("editor")
            for number, payload in enumerate(payloads):
                add_term(client, "category", number, payload)
                add_term(client, "careertype", number, payload)
                add_career(client, number, payload)
        return path

    return written


@pytest.fixture
def content(site, written, payloads, tmp_path):
    """The careers for the payloads, on a site that is still this test's own."""
    with database_at(shutil.copy(written(payloads), tmp_path / "written.sqlite3")):
        yield Career.objects.filter(slug__startswith="xss-")


@pytest.fixture
def plan(content, payloads):
    """The student's own words, in every field they can fill, and items of those careers."""
    client = client_of("student")
    post(client, "/account/details/", {"name": in_line(payloads[0], 80), "time_zone": "Europe/Dublin"})
    for career in content:
        item = career.sections.get(key="get-started").items[0]["key"]
        post(client, f"/plan/take/{career.slug}/", {"item": f"get-started/{item}"})
    for payload in payloads:
        post(client, "/plan/steps/new/", {"text": payload})
        for key, words in ROWS.items():
            post(client, f"/plan/{key}/new/", {name: in_line(payload, 120) for name in words} | CHOSEN[key])
        post(client, "/plan/say/", {"text": payload})
    post(client, "/plan/goals/", {"after_school": payloads[0], "in_work": payloads[1], "version": "0"})
    plan = Plan.objects.get(user__username="student")
    post(client, f"/plan/careers/{plan.targets.last().pk}/notes/", {"notes": "\n\n".join(payloads), "version": "0"})
    return plan


def test_what_an_editor_writes_is_shown_as_words(content, payloads, become, look):
    become("student")
    look("/")
    look("/careers/")
    look("/careers/?sort=newest")
    for career in content:
        look(career.get_absolute_url())
        look(f"{career.get_absolute_url()}view/")


def test_what_an_editor_writes_is_shown_as_words_in_the_admin_too(content, become, look):
    become("editor")
    for path in ("", "?q=alert", "recover/"):
        look(f"/admin/careers/career/{path}")
    look("/admin/careers/category/")
    look("/admin/careers/careertype/")
    for career in content:
        look(f"/admin/careers/career/{career.pk}/change/")
    look(f"/admin/careers/career/{content[0].pk}/history/")


def test_a_preview_shows_words(page, content, payloads, become):
    become("editor")
    page.goto(f"/admin/careers/career/{content[0].pk}/change/")
    page.get_by_label("Overview", exact=True).fill("\n\n".join(payloads))
    page.get_by_role("button", name="Preview of Overview", exact=True).click()
    page.locator(".preview:not([hidden])").wait_for()

    assert page.evaluate(NOT_OURS) == []


def test_what_a_student_writes_is_shown_as_words(plan, become, look):
    become("student")
    look("/plan/")
    look("/plan/print/")
    look("/plan/timeline/")
    look("/plan/goals/")
    look("/plan/say/")
    for goal in plan.goal_rows.all()[:2]:
        look(f"/plan/goal/{goal.pk}/edit/")
    look("/account/")
    look("/account/details/")
    look(f"/plan/careers/{plan.targets.last().pk}/notes/")
    for step in plan.steps.exclude(item="")[:3]:
        look(f"/plan/steps/{step.pk}/edit/")
    become("admin")
    look("/admin/accounts/user/")
    look(f"/admin/accounts/user/{plan.user_id}/change/")


def test_what_could_not_be_sent_is_shown_as_words(page, plan, become, look):
    become("student")
    look(f"/plan/careers/{plan.targets.last().pk}/notes/")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save", exact=True).click()
    sign_in(page, "student")

    look(page.url)


def test_what_is_looked_for_is_shown_as_words(payloads, page, look):
    for payload in payloads:
        words = quote(in_line(payload, 200))
        look(f"/careers/?q={words}&category={words}&type={words}&education={words}&sort={words}&page={words}")
        page.get_by_label("Search careers").fill(f"{in_line(payload, 190)} again")
        page.wait_for_url("**again*")
        settle(page)
        assert page.evaluate(NOT_OURS) == []


def document(number, payload) -> str:
    front = {"title": in_line(payload, 120), "slug": f"xss-{number}", "summary": in_line(payload, 200)}
    front |= {"category": "Education & Training", "types": ["Stable Careers"], "titles": [in_line(payload, 150)]}
    front |= {"subjects": [in_line(payload, 60)], "status": "published"}
    front |= {"accepted": [{"check": "companies-unnamed", "reason": "These name nobody."}]}
    lines = [f"{name}: {json.dumps(value)}" for name, value in front.items()]
    body = [f"## {entry.label}\n\nText: {payload}\n\n- {payload}\n" for entry in TEXTS]
    return "\n".join(["---", *lines, "---", *body])


def test_what_is_imported_is_shown_as_words(site, payloads, tmp_path, become, look):
    for number, payload in enumerate(payloads):
        (tmp_path / f"{number}.md").write_text(document(number, payload))
    view = "\n\n".join(
        ["Career List Imported", "Overview", *payloads, "They help.", "Required Skills", *payloads, "You ask."]
    )
    (tmp_path / "view.txt").write_text(
        f"{view}\n\nCareer Category\n\nEducation & Training\n\nCareer Type\n\nStable Careers\n"
    )
    call_command("import_careers", tmp_path, "--publish", verbosity=0)

    become("student")
    look("/careers/?category=education-training")
    for career in Career.objects.filter(slug__regex="^(xss-|imported)"):
        look(career.get_absolute_url())


def test_a_hole_is_found(site, look, watch):
    Section.objects.filter(career__slug="electricians", key="overview").update(html="<img src=x onerror=alert(1)>")
    ContentVersion.bump()

    with pytest.raises(AssertionError, match="onerror"):
        look("/careers/electricians/")
    assert any("a dialog says 1" in trouble for trouble in watch.troubles)
    watch.expect("a dialog says 1|status of 404")
