"""The list of careers: what it finds, publishing and deleting in bulk, and what it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers import search
from careers.actions import write_sections
from careers.models import AlternateTitle, Career, ContentVersion, Education, Kind, Status
from tests.careers.admin_pages import LIST, change, run, save, told
from tests.factories import CareerFactory, CareerTypeFactory, CategoryFactory


def titles(client, query):
    return [career.title for career in client.get(LIST + query).context["cl"].result_list]


@pytest.fixture
def drafts(db):
    """Two drafts ready to be published, and one that lacks its overview and its type."""
    type_ = CareerTypeFactory()
    careers = [CareerFactory(title=title, status=Status.DRAFT, types=[type_]) for title in ("Bakers", "Cooks")]
    for career in careers:
        write_sections(career=career, texts={"overview": "They cook."})
    return [*careers, CareerFactory(title="Waiters", status=Status.DRAFT)]


@pytest.mark.parametrize(
    "query",
    [
        "?q=library",
        "?q=shelver",
        "?q=25-4031",
        "?category=education-training",
        "?type=stable-careers",
        "?status=published",
        "?kind=full",
        "?education=3",
    ],
)
def test_search_and_filters_find_a_career(as_editor, technicians, query):
    Career.objects.update(code="25-4031.00")
    CareerFactory(status=Status.DRAFT, kind=Kind.FACTS_ONLY, education=Education.MASTER)

    assert titles(as_editor, query) == ["Library technicians"]


@pytest.mark.parametrize(
    "query", ["?category=x", "?type=%00", "?status=%F0%9F%98%80", "?education=99999999999999999999"]
)
def test_a_filter_nobody_offers_is_ignored(as_editor, technicians, query):
    assert titles(as_editor, query) == ["Library technicians"] if "%00" not in query else True
    assert as_editor.get(LIST + query, follow=True).status_code == 200


def test_a_career_found_by_two_of_its_names_stands_once(as_editor, technicians):
    AlternateTitle.objects.create(career=technicians, title="Shelver of books", position=1)

    assert titles(as_editor, "?q=shelver") == ["Library technicians"]


def test_a_hundred_careers_take_at_most_twelve_queries(as_editor, django_assert_max_num_queries):
    types = [CareerTypeFactory(), CareerTypeFactory()]
    for category in CategoryFactory.create_batch(10):
        CareerFactory.create_batch(10, category=category, types=types, changed_by=None)

    with django_assert_max_num_queries(12):
        response = as_editor.get(LIST)

    assert len(response.context["cl"].result_list) == 100


def test_the_form_takes_as_many_queries_for_a_big_career_as_for_a_small_one(as_editor, technicians):
    small = CareerFactory()
    as_editor.get(change(small))

    costs = []
    for career in (small, technicians):
        with CaptureQueriesContext(connection) as queries:
            as_editor.get(change(career))
        costs.append(len(queries))

    assert costs[0] == costs[1]


def test_publishing_in_bulk_names_who_stays_behind_and_why(as_editor, drafts):
    response = run(as_editor, "publish", drafts)

    assert [career.title for career in Career.objects.published()] == ["Bakers", "Cooks"]
    done, left = told(response)
    assert done == "2 careers published."
    assert left.startswith("“Waiters” stays a draft. A published career needs a main type.")


def test_publishing_in_bulk_stamps_and_moves_the_content_version(as_editor, drafts):
    before = ContentVersion.current()

    run(as_editor, "publish", drafts[:1])

    baker = Career.objects.get(title="Bakers")
    assert baker.changed_by.username == "edda"
    assert baker.is_public()
    assert ContentVersion.current() != before


def test_publishing_what_is_published_changes_nothing(as_editor, technicians):
    before = ContentVersion.current()

    response = run(as_editor, "publish", [technicians])

    assert told(response) == ["No career was changed."]
    assert ContentVersion.current() == before


def test_unpublishing_in_bulk(as_editor, technicians):
    response = run(as_editor, "unpublish", [technicians])

    assert not Career.objects.published().exists()
    assert told(response) == ["1 career is now a draft: students no longer see it."]


def test_unpublishing_several_says_how_many(as_editor, technicians):
    response = run(as_editor, "unpublish", [technicians, CareerFactory()])

    assert told(response) == ["2 careers are now drafts: students no longer see them."]


@pytest.mark.parametrize(("query", "said"), [("", False), ("?q=library", True), ("?status=published", True)])
def test_how_many_were_found_is_said_where_something_was_looked_for(as_editor, technicians, query, said):
    assert ("1 found" in as_editor.get(LIST + query).content.decode()) is said


def test_deleting_in_bulk_takes_them_out_of_the_search(as_editor, technicians):
    response = run(as_editor, "delete_selected", [technicians])
    assert "Yes, delete them" in response.content.decode()

    run(as_editor, "delete_selected", [technicians], post="yes")

    assert not Career.objects.exists()
    assert search.match("library", correct=False).tiers == ([], [], [])


def test_deleting_one_moves_the_content_version(as_editor, technicians):
    before = ContentVersion.current()

    as_editor.post(f"{LIST}{technicians.pk}/delete/", {"post": "yes"})

    assert not Career.objects.exists()
    assert ContentVersion.current() != before
    assert search.match("library", correct=False).tiers == ([], [], [])


def test_saving_puts_the_new_title_into_the_search(as_editor, technicians):
    save(as_editor, change(technicians), title="Beekeepers", titles="Apiarist")

    assert search.match("beekeeper").tiers[0] == [technicians.pk]
    assert search.match("apiarist").tiers[1] == [technicians.pk]
    assert search.match("shelver", correct=False).tiers == ([], [], [])
