"""What a release puts in, in both layouts."""

from datetime import date

import pytest

from careers.models import (
    Element,
    Occupation,
    OccupationTitle,
    Rating,
    RelatedOccupation,
    Source,
    Technology,
)
from tests.careers.official.onet_release import CHIEF, NEW, OLD, SMITH, folder, zipped


def rating(code, key):
    return Rating.objects.get(code=code, element__key=key)


@pytest.fixture(params=["old folder", "new folder", "old zip", "new zip"])
def imported(request, tmp_path, import_onet):
    layout, _, kind = request.param.partition(" ")
    tables = OLD if layout == "old" else NEW
    return import_onet(folder(tmp_path / "db", tables) if kind == "folder" else zipped(tmp_path / "db.zip", tables))


def test_occupations_titles_software_and_related_go_in(imported):
    assert Occupation.objects.get(code=CHIEF).description == 'Lead a company, the "C-suite".'
    assert OccupationTitle.objects.filter(code=CHIEF, title="Chief Executive Officer", short="CEO").exists()
    assert OccupationTitle.objects.count() == 2
    assert Technology.objects.values_list("code", "name", "group", "hot", "in_demand").get() == (
        *(CHIEF, "Adobe Acrobat", "Document management software"),
        *(True, False),
    )
    assert RelatedOccupation.objects.values_list("code", "to_code", "tier", "rank").get() == (
        *(CHIEF, SMITH),
        *("Primary-Short", 1),
    )


def test_importance_and_level_become_one_rating(imported):
    reading = rating(CHIEF, "2.A.1.a")

    assert (reading.element.kind, reading.element.name) == ("skill", "Reading Comprehension")
    assert (reading.value, reading.error, reading.level, reading.level_error) == (4.12, 0.125, 4.62, 0.183)
    assert (reading.answers, reading.suppress, reading.not_relevant) == (8, False, False)
    assert (reading.collected, reading.by) == (date(2023, 8, 1), "Analyst")


def test_what_should_not_be_shown_is_marked(imported):
    instructing = rating(SMITH, "2.B.1.e")

    assert (instructing.value, instructing.suppress, instructing.not_relevant) == (1.5, True, True)
    assert instructing.level is None


def test_zones_interests_and_knowledge_go_in(imported):
    assert (rating(CHIEF, "zone").value, rating(SMITH, "zone").value) == (5, 2)
    assert (rating(CHIEF, "1.B.1.e").value, rating(CHIEF, "1.B.1.e").element.kind) == (6.88, "interest")
    assert (rating(CHIEF, "1.B.1.g").value, rating(CHIEF, "1.B.1.g").element.kind) == (5, "high-point")
    assert (rating(CHIEF, "2.C.1.a").value, rating(CHIEF, "2.C.1.a").error) == (4.78, None)


def test_education_goes_in_by_its_category(imported):
    bachelor = rating(CHIEF, "2.D.1/6")

    assert (bachelor.value, bachelor.element.name, bachelor.element.kind) == (85.71, "Bachelor's Degree", "education")
    assert not Rating.objects.filter(element__key__startswith="3.A").exists()


def test_required_education_is_taken_where_there_is_no_other(release, import_onet):
    printed = import_onet(release(NEW))

    assert rating(SMITH, "2.D.1/2").value == 66.67
    assert "Education: 3 read, 2 matched, unmatched 1 on scale RQ where RL is there too." in printed


@pytest.mark.parametrize(("layout", "key", "value"), [(OLD, "1.C.1.c", 4.85), (NEW, "1.D.1.a", -1.25)])
def test_work_styles_are_read_on_either_scale(release, import_onet, layout, key, value):
    import_onet(release(layout))

    assert Rating.objects.get(element__kind="style").element.key == key
    assert rating(CHIEF, key).value == value


def test_the_source_is_named_as_its_licence_asks(release, import_onet):
    import_onet(release())

    source = Source.objects.get()
    assert (source.family, source.release, source.dated) == ("onet", "29.3", date(2025, 5, 1))
    assert source.licence == "CC BY 4.0"
    assert "O*NET 29.3 Database" in source.attribution
    assert not Occupation.objects.exclude(source=source).exists()


def test_the_release_can_be_given(release, import_onet):
    path = release(**{"Read Me": None})

    import_onet(path, "--release", "28.1", "--dated", "2023-11")

    assert Source.objects.values_list("release", "dated").get() == ("28.1", date(2023, 11, 1))


def test_a_code_that_is_no_occupation_is_counted(release, import_onet):
    stray = [*OLD["Job Zones.txt"], ["99-9999.00", "3", "08/2023", "Analyst"]]

    printed = import_onet(release(**{"Job Zones": stray}))

    unmatched = "unmatched 1 on a code that “Occupation Data.txt” does not have."
    assert f"Job zones: 3 read, 2 matched, {unmatched} 2 added" in printed
    assert not Rating.objects.filter(code="99-9999.00").exists()


@pytest.mark.parametrize(
    ("layout", "file", "what"),
    [
        (OLD, "Alternate Titles", "titles"),
        (OLD, "Technology Skills", "technologies"),
        (OLD, "Related Occupations", "related occupations"),
        (OLD, "Skills", "skills"),
        (NEW, "Transferable Skills", "skills"),
        (OLD, "Education, Training, and Experience Categories", "education"),
    ],
)
def test_a_file_that_is_not_there_is_a_warning(release, import_onet, layout, file, what):
    printed = import_onet(release(layout, **{file: None}))

    assert f"Warning: “{file}.txt” is not in the release: {what} stay as they are." in printed
    assert Element.objects.filter(kind="knowledge").exists()


def test_rows_of_a_file_that_is_not_there_stay(release, import_onet):
    import_onet(release())

    import_onet(release(name="less", **{"Skills": None, "Occupation Data": None}))

    assert rating(CHIEF, "2.A.1.a").value == 4.12
    assert Occupation.objects.count() == 2
