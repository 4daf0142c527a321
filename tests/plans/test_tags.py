import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import Context, RequestContext, Template
from django.test import RequestFactory

from plans import actions
from plans.actions import Origin
from plans.templatetags.plans import offer_of
from tests.factories import CareerFactory

STARS = Template("{% load plans %}{% for career in careers %}{% star career %}{% endfor %}")
ITEMS = "{% plan_items career texts as shown %}{% for html in shown.values %}{{ html|safe }}{% endfor %}"
PROFILE = Template("{% load plans %}{% plan_form career %}" + ITEMS)


@pytest.fixture
def render():
    def render(template, user, **context):
        request = RequestFactory().get("/careers/")
        request.user = user
        return template.render(RequestContext(request, context)), request

    return render


@pytest.fixture
def profile(technicians):
    return {"career": technicians, "texts": {"get-started": technicians.sections.get(key="get-started").html}}


def test_a_visitors_star_is_a_link_without_a_query_or_a_token(render, technicians, django_assert_num_queries):
    with django_assert_num_queries(0):
        html, request = render(STARS, AnonymousUser(), careers=[technicians])

    assert 'href="/plan/save/library-technicians/"' in html
    assert "csrf" not in html
    assert "CSRF_COOKIE" not in request.META


@pytest.mark.parametrize("count", [1, 24])
def test_stars_are_read_with_one_query(render, student, target, technicians, count, django_assert_num_queries):
    careers = [technicians, *CareerFactory.create_batch(count)]

    with django_assert_num_queries(1):
        html, _ = render(STARS, student, careers=careers)

    assert (html.count("★"), html.count("☆")) == (1, count)


def test_a_star_posts_to_its_career(render, student, technicians):
    html, request = render(STARS, student, careers=[technicians])

    assert 'action="/plan/save/library-technicians/"' in html
    assert 'name="csrfmiddlewaretoken"' in html
    assert "CSRF_COOKIE" in request.META


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", 'A "quote" & {slug} {0} %s'])
def test_a_title_is_escaped_in_a_star(render, student, title):
    career = CareerFactory(title=title, slug="odd")

    for user in (student, AnonymousUser()):
        html, _ = render(STARS, user, careers=[career])

        assert "<script" not in html
        assert title.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;") in html


def test_every_visitor_gets_the_same_profile(render, profile, django_assert_num_queries):
    with django_assert_num_queries(0):
        pages = {render(PROFILE, AnonymousUser(), **profile)[0] for _ in range(2)}

    assert len(pages) == 1
    assert "csrf" not in pages.pop()


def test_each_item_has_a_button_that_belongs_to_the_form(render, profile, items):
    html, _ = render(PROFILE, AnonymousUser(), **profile)

    for key in items:
        assert f'name="item" value="get-started/{key}" aria-describedby="get-started-{key}"' in html
        assert f'id="get-started-{key}"' in html
    assert html.count('form="to-plan"') == len(items) == html.count("+ Plan")
    assert '<form id="to-plan" action="/plan/take/library-technicians/">' in html


def test_items_in_the_plan_say_so_with_one_query(render, profile, student, items, django_assert_num_queries):
    actions.take_item(user=student, origin=Origin(profile["career"], "get-started", items[1]))

    with django_assert_num_queries(1):
        html, _ = render(PROFILE, student, **profile)

    assert html.index("+ Plan") < html.index("✓ In plan")
    assert '<form id="to-plan" method="post"' in html
    assert 'hx-sync="this:drop"' in html


def test_buttons_outside_their_form_say_that_they_submit(render, profile, student, step, student_client):
    """Without it htmx sends the form, but not which button was pressed."""
    html = render(PROFILE, student, **profile)[0] + student_client.get("/plan/").text

    assert html.count(' form="') == html.count('<button type="submit" form="') == 4


def test_items_of_a_career_that_was_taken_out_are_not_in_the_plan(render, profile, student, items):
    step = actions.take_item(user=student, origin=Origin(profile["career"], "get-started", items[0]))
    actions.remove_target(target=step.target)

    assert "In plan" not in render(PROFILE, student, **profile)[0]


def test_a_text_without_items_stays_as_it_is(render, technicians):
    template = Template("{% load plans %}" + ITEMS)

    assert render(template, AnonymousUser(), career=technicians, texts={"duties": "<p>x</p>"})[0] == "<p>x</p>"
    assert render(template, AnonymousUser(), career=technicians, texts={})[0] == ""


@pytest.mark.parametrize(
    "tags", [None, "", "undo", "offer", "offer plan 1", "offer step_restore", "offer step_restore 1 2"]
)
def test_a_message_without_an_offer_offers_nothing(tags):
    assert offer_of(type("Message", (), {"extra_tags": tags})) is None


def test_a_day_is_named_with_its_year_where_it_is_another():
    import datetime

    days = [datetime.date(2026, 12, 5), datetime.date(2031, 12, 5)]
    template = Template("{% load plans %}{% for day in days %}{{ day|day }},{% endfor %}")

    assert template.render(Context({"days": days})) in {"5 Dec,5 Dec 2031,", "5 Dec 2026,5 Dec 2031,"}
