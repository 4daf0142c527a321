import pytest

from careers.actions import content_changed
from careers.models import Education, ElementKind, Family, LeadsTo, RelatedOccupation
from careers.paths import graph as graphs
from careers.views.visitors import shelf
from tests.careers.figures.factories import ElementFactory, RatingFactory
from tests.factories import CareerFactory, PayFactory, SourceFactory


@pytest.fixture(autouse=True)
def _empty_shelf():
    shelf.pages.clear()
    shelf.held, shelf.stamp = 0, None


@pytest.fixture
def make(db):
    """A career whose code is that of its number, with a job zone and median pay where they are given."""

    def make(title, number, *, zone=None, pay=None, education=Education.BACHELOR, **kwargs):
        code = f"25-40{number:02}.00"
        if zone:
            RatingFactory(code=code, value=zone, element=ElementFactory(key="zone", kind=ElementKind.ZONE))
        if pay:
            PayFactory(code=code[:7], annual_median=pay)
        return CareerFactory(title=title, code=code, education=education, **kwargs)

    return make


@pytest.fixture
def leads():
    def leads(before, after, needs="", years=""):
        LeadsTo.objects.create(career=before, to_slug=after.slug, needs=needs, years=years)
        content_changed(before)

    return leads


@pytest.fixture
def alike():
    def alike(one, *others):
        source = SourceFactory(family=Family.ONET, release="29.3")
        for rank, other in enumerate(others, 1):
            RelatedOccupation.objects.create(code=one.code, to_code=other.code, tier="x", rank=rank, source=source)
        content_changed(one)

    return alike


@pytest.fixture
def library(make, leads, alike):
    """Assistants, alike to technicians, who are known to lead to librarians and are alike to archivists."""
    assistants = make("Library assistants", 1, zone=2, pay=30_000, education=Education.SCHOOL)
    technicians = make("Library technicians", 2, zone=3, pay=40_000, education=Education.ASSOCIATE)
    librarians = make("Librarians", 3, zone=5, pay=60_000, education=Education.MASTER)
    archivists = make("Archivists", 4, zone=5, education=Education.MASTER)
    leads(technicians, librarians, "A master’s in library science", "4–6")
    alike(technicians, assistants, archivists)
    return {career.slug: career for career in (assistants, technicians, librarians, archivists)}


@pytest.fixture
def titles():
    """The titles at these places of the graph as it is now."""

    def titles(places, *, drafts=False):
        graph = graphs.current(drafts=drafts)
        return [graph.nodes[place].title for place in places]

    return titles
