import pytest

from careers import search
from careers.actions import content_changed, save_career
from careers.models import AlternateTitle
from tests.factories import CareerFactory


def found(query, **options):
    tiers = search.match(query, **options).tiers
    return list(dict.fromkeys(key for tier in tiers for key in tier))


@pytest.mark.parametrize(
    ("query", "tier"),
    [
        ("librarian", 0),
        ("LIBRARIANS", 0),
        ("librar", 0),
        ("driver bookmobile", 1),
        ('"bookmobile driver"', 1),
        ("driving bookmobiles", 1),
        ("old maps", 3),
        ("reading maps", 3),
        ("answers", 2),
    ],
)
def test_a_career_is_found_by_all_that_is_said_of_it(librarian, query, tier):
    tiers = search.match(query).tiers

    assert tiers[tier] == [librarian.pk]
    assert not any(tiers[: min(tier, 2)])


def test_a_phrase_must_stand_as_it_is_quoted(librarian):
    assert found('"driver bookmobile"') == []


def test_a_career_is_not_found_by_the_names_of_others_that_it_lists(librarian):
    save_career(career=librarian, texts={"related": "- Beekeeper. Not here."})

    assert found("beekeeper", correct=False) == []


@pytest.mark.parametrize("query", ["archivist", "cybrarian", "cyb", "manuscripts"])
def test_a_career_is_found_by_the_official_words_for_its_code(official, query):
    content_changed(official)

    assert found(query, correct=False) == [official.pk]


@pytest.mark.parametrize(
    ("typed", "meant", "title"),
    [
        ("sofware enginer", "software engineer", "Software engineers"),
        ("softwareengineer", "software engineer", "Software engineers"),
        ("soft ware tester", "software tester", "Software testers"),
        ("sivil engineer", "civil engineer", "Civil engineers"),
        ("lorri driver", "lorry driver", "Truck drivers"),
    ],
)
def test_what_is_misspelt_is_corrected_and_says_so(others, typed, meant, title):
    assert search.match(typed).corrected == meant
    assert found(typed)[0] == others[title].pk


def test_as_typed_is_not_corrected(others):
    answer = search.match("sofware", correct=False)

    assert answer.corrected == ""
    assert not any(answer.tiers)


def test_what_is_spelt_right_is_not_corrected(librarian, others):
    assert search.match("software").corrected == ""
    assert search.match("librar").corrected == ""


def test_everyday_words_find_the_words_of_titles(others):
    assert found("civil engineers")[0] == others["Civil engineers"].pk
    assert found("lorry driver") == [others["Truck drivers"].pk]


def test_a_word_that_nobody_has_leaves_those_with_most_of_the_others(others):
    assert found("zzyzx civil engineers")[0] == others["Civil engineers"].pk


def test_the_shorter_title_comes_first(others):
    long = CareerFactory(title="Civil drafters and other technical engineers")

    assert found("civil engineer") == [others["Civil engineers"].pk, long.pk]


def test_a_whole_word_comes_before_a_beginning(others):
    assistant = CareerFactory(title="Nursing helpers")
    AlternateTitle.objects.create(career=assistant, title="CIV")
    content_changed(assistant)

    assert found("civ") == [assistant.pk, others["Civil engineers"].pk]


def test_a_career_with_many_titles_comes_after_one_that_is_about_the_word(others):
    catching = CareerFactory(title="Helpers")
    for title in ("Yacht cleaner", "Barn helper", "Shop helper", "Sign helper", "Well helper"):
        AlternateTitle.objects.create(career=catching, title=title)
    content_changed(catching)
    sailor = CareerFactory(title="Sailors and yacht hands")

    assert found("yacht zzyzx", correct=False) == [sailor.pk, catching.pk]


@pytest.mark.parametrize(
    "query",
    ["x" * 10_000, "librarian " * 1_000, "AND OR NOT NEAR", '"', '""" * ( ) : ^ -', "%_\\", "\x00", "a\x00b", "مهندس",
     "'; DROP TABLE careers_search; --", "& | ! <-> :*", "\ud800", "1e5 3d 2.5", "“", "İ ß ﬁ"],
)  # fmt: skip
def test_whatever_is_typed_is_answered(librarian, query):
    answer = search.match(query)

    assert set(search.why(answer, [librarian.pk])) <= {librarian.pk}
    assert len(search.near(query, 3)) <= 3
    assert len(search.suggest(query)) <= 8


def test_near_names_the_titles_written_most_alike(librarian, others):
    assert search.near("libary assistent", 1) == [librarian.pk]


@pytest.mark.parametrize(("typed", "found"), [("lybrry", True), ("zzxqy", False), ("مهندس", False)])
def test_titles_are_near_only_where_they_are_written_alike(librarian, typed, found):
    assert search.near(typed, 6) == [librarian.pk] * found
