"""One release after another."""

import pytest
from django.core.management import CommandError

from careers import search
from careers.models import ContentVersion, Element, OccupationTitle, Rating, Source, Technology
from tests.careers.official.onet_release import CHIEF, NEW, OLD, read_me
from tests.factories import CareerFactory


def state():
    return (
        *(ContentVersion.current(), list(Source.objects.values_list("pk", "release", "token"))),
        *(list(model.objects.order_by("pk").values_list()) for model in (Rating, OccupationTitle, Element)),
    )


def test_twice_changes_nothing_and_says_so(release, import_onet):
    path = release()
    import_onet(path)
    before = state()

    printed = import_onet(path)

    assert "O*NET Database, 29.3 was in already. Nothing was changed." in printed
    assert "Skills: 4 read, 4 matched. 0 added, 0 changed, 0 removed, 2 the same." in printed
    assert state() == before


def test_a_dry_run_says_what_would_be_and_changes_nothing(release, import_onet):
    import_onet(release())
    before = state()

    printed = import_onet(release(NEW, "new"), "--dry-run")

    assert "Titles: 2 read, 2 matched. 1 added, 0 changed, 1 removed, 1 the same." in printed
    assert "This was a dry run: nothing was written." in printed
    assert state() == before


def test_a_newer_release_takes_the_place_of_an_older(release, import_onet):
    import_onet(release())

    printed = import_onet(release(NEW, "new"))

    assert Source.objects.get().release == "31.0"
    assert not Element.objects.filter(key="1.C.1.c").exists()
    assert "Titles: 2 read, 2 matched. 1 added, 0 changed, 1 removed, 1 the same." in printed
    assert "O*NET Database, 31.0 is in." in printed


def test_careers_are_found_by_the_words_that_came_in(release, import_onet):
    career = CareerFactory(title="Company heads", code=CHIEF)

    import_onet(release())

    assert search.match("CEO", correct=False).tiers[1] == [career.pk]
    assert search.match("adobe", correct=False).tiers[-1] == [career.pk]


def test_a_changed_value_is_changed_and_tells_the_caches(release, import_onet):
    import_onet(release())
    token, version = Source.objects.get().token, ContentVersion.current()
    zones = [OLD["Job Zones.txt"][0], [CHIEF, "4", "08/2024", "Analyst"], OLD["Job Zones.txt"][2]]

    printed = import_onet(release(name="mended", **{"Job Zones": zones}))

    assert "Job zones: 2 read, 2 matched. 0 added, 1 changed, 0 removed, 1 the same." in printed
    assert Source.objects.get().token != token
    assert ContentVersion.current() != version


def test_the_same_rows_from_another_release_change_their_source(release, import_onet):
    import_onet(release())
    version = ContentVersion.current()

    import_onet(release(name="next", **{"Read Me": read_me("30.0", "August 2025")}))

    assert Technology.objects.get().source.release == "30.0"
    assert ContentVersion.current() != version


def test_an_older_release_is_refused(release, import_onet):
    import_onet(release(NEW))
    before = state()

    with pytest.raises(CommandError, match=r"O\*NET Database, 31\.0 is in already, and 29\.3 is older. Say --force"):
        import_onet(release(name="old"))

    assert state() == before


def test_an_older_release_goes_in_when_forced(release, import_onet):
    import_onet(release(NEW))

    import_onet(release(name="old"), "--force")

    assert Source.objects.get().release == "29.3"
    assert OccupationTitle.objects.filter(title="Solderer").exists()


def test_what_a_release_lacks_keeps_its_own_source(release, import_onet):
    import_onet(release())

    import_onet(release(NEW, "new", **{"Software Skills": None}))

    assert Technology.objects.get().source.release == "29.3"
    assert set(Source.objects.values_list("release", flat=True)) == {"29.3", "31.0"}
