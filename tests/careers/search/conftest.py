import pytest

from careers.actions import content_changed
from careers.models import AlternateTitle, Occupation, OccupationTitle, Section
from tests.factories import CareerFactory, SourceFactory


@pytest.fixture
def librarian(db):
    career = CareerFactory(title="Librarians", summary="Choose books and find answers.", code="25-4022.00")
    AlternateTitle.objects.create(career=career, title="Bookmobile driver")
    text = "They read <em>old</em> maps. Children come &amp; ask."
    Section.objects.create(career=career, key="counselling-overview", text="They read old maps.", html=f"<p>{text}</p>")
    content_changed(career)
    return career


@pytest.fixture
def others(db):
    """Careers with titles that many share, so that a vocabulary knows what is common."""
    titles = ("Software engineers", "Civil engineers", "Software testers", "Truck drivers", "Soldiers")
    return {title: CareerFactory(title=title) for title in titles}


@pytest.fixture
def official(librarian):
    """O*NET’s words for the code of the librarians, not yet in the index."""
    source = SourceFactory(family="onet", release="30.0")
    Occupation.objects.create(
        code=librarian.code, title="Archivists", description="Catalogues manuscripts.", source=source
    )
    OccupationTitle.objects.create(code=librarian.code, title="Cybrarian", short="CYB", source=source)
    return librarian
