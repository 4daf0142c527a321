"""Which career leads to which."""

import pytest

from careers.models import Education, RelatedOccupation, Status
from careers.paths import graph as graphs
from careers.paths.graph import Node, rises


def links(slug, table="onward", **kwargs):
    graph = graphs.current(**kwargs)
    return [graph.nodes[place].title for _, place, _ in getattr(graph, table)[graph.places[slug]]]


def node(zone=None, education=None):
    return Node("slug", "Title", "title", "", education, zone, None, "")


def test_known_steps_come_before_those_to_jobs_that_are_alike(library):
    assert links("library-technicians") == ["Librarians", "Archivists"]


def test_what_leads_on_from_one_leads_to_the_other(library):
    assert links("library-assistants") == ["Library technicians"]
    assert links("library-technicians", "earlier") == ["Library assistants"]


def test_known_steps_keep_their_editors_order(make, leads):
    start, *others = [make(title, number) for number, title in enumerate(["Start", "Zoologists", "Actors"], 1)]
    for position, other in enumerate(others):
        leads(start, other)
        start.leads_to.filter(to_slug=other.slug).update(position=position)

    assert links("start") == ["Zoologists", "Actors"]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (node(zone=3), node(zone=4), True),
        (node(zone=4), node(zone=3), False),
        (node(zone=3), node(zone=3), True),
        (node(3, Education.BACHELOR), node(3, Education.ASSOCIATE), False),
        (node(3, Education.BACHELOR), node(4, Education.ASSOCIATE), True),
        (node(None, Education.SCHOOL), node(4, Education.SCHOOL), True),
        (node(None, Education.MASTER), node(4, Education.SCHOOL), False),
        (node(zone=3), node(education=Education.MASTER), False),
        (node(), node(), False),
    ],
)
def test_a_step_to_what_is_alike_goes_to_no_less_preparation(before, after, expected):
    assert rises(before, after) is expected


def test_a_draft_is_there_for_editors_alone(library):
    library["librarians"].status = Status.DRAFT
    library["librarians"].save()

    assert "librarians" in graphs.current(drafts=True).places
    assert "librarians" not in graphs.build(drafts=False).places


def test_a_career_that_leads_to_itself_or_to_nothing_does_not(make, leads):
    career = make("Librarians", 1)
    leads(career, career)
    career.leads_to.create(to_slug="not-here-yet")

    assert graphs.build(drafts=False).onward == [[]]


def test_careers_of_one_code_both_have_its_neighbours(make, alike):
    one, _, other = make("One", 1, zone=2), make("Two", 1), make("Other", 2, zone=4)
    alike(one, other)

    assert links("other", "earlier") == ["One", "Two"]


def test_the_better_of_two_ranks_counts(make, alike):
    one, two, three = make("One", 1, zone=2), make("Two", 2, zone=3), make("Three", 3, zone=3)
    alike(one, two, three)
    alike(three, one)
    RelatedOccupation.objects.filter(to_code=two.code).update(rank=2)

    assert links("one") == ["Three", "Two"]


def test_it_is_made_anew_when_the_content_changes_and_not_before(library, leads, django_assert_num_queries):
    graphs.current()
    with django_assert_num_queries(1):
        before = graphs.current()

    leads(library["librarians"], library["archivists"])

    assert graphs.current() is not before
    assert links("librarians") == ["Archivists"]


@pytest.mark.parametrize(("years", "expected"), [("2–3", 3), ("1", 1), ("1.5", 1.5), ("999", 30), ("some", 4), ("", 4)])
def test_years_are_the_most_that_is_stated_or_those_of_study(make, leads, years, expected):
    before, after = make("A", 1, education=Education.SCHOOL), make("B", 2)
    leads(before, after, years=years)
    graph = graphs.current()

    assert graphs.known_years(graph, 0, 1) == expected
