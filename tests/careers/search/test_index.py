import pytest
from django.core.management import call_command
from django.db import connection, transaction

from careers import actions, search
from careers.models import Career, ContentVersion
from tests.factories import CareerFactory


def tiers(query):
    return search.match(query, correct=False).tiers


def test_a_new_title_takes_the_place_of_the_old(librarian):
    librarian.title = "Beekeepers"
    actions.save_career(career=librarian)

    assert tiers("beekeeper")[0] == [librarian.pk]
    assert not any(tiers("librarian"))


def test_a_change_taken_back_is_taken_back_in_the_index(librarian):
    with transaction.atomic():
        search.forget([librarian.pk])
        transaction.set_rollback(True)

    assert tiers("librarian")[0] == [librarian.pk]


def test_rebuilding_brings_in_what_is_new_and_takes_out_what_is_gone(official):
    gone = CareerFactory(title="Lamplighters")
    Career.objects.filter(pk=gone.pk).delete()

    call_command("rebuild_search", verbosity=0)

    assert tiers("cybrarian")[1] == [official.pk]
    assert not any(tiers("lamplighter"))


def test_a_career_with_no_words_at_all_is_no_error(db):
    career = CareerFactory(title="!!!", slug="marks")

    assert not any(tiers("!!!"))
    search.forget([career.pk])


def test_the_words_for_correcting_follow_the_content(librarian):
    assert search.match("apiarits").corrected == ""

    CareerFactory(title="Apiarist")

    assert search.match("apiarits").corrected == "apiarist"


def test_a_change_of_texts_alone_leaves_the_words_for_correcting(librarian):
    before = ContentVersion.of_titles()
    librarian.summary = "They know where everything is, and who wrote it."

    actions.save_career(career=librarian)

    assert ContentVersion.of_titles() == before


def test_another_title_has_the_words_for_correcting_read_anew(librarian):
    before = ContentVersion.of_titles()
    librarian.title = "Beekeepers"

    actions.save_career(career=librarian)

    assert ContentVersion.of_titles() != before


def test_rebuilding_has_the_words_for_correcting_read_anew(librarian):
    before = ContentVersion.of_titles()

    call_command("rebuild_search", verbosity=0)

    assert ContentVersion.of_titles() != before


def test_a_title_that_goes_has_the_words_for_correcting_read_anew(librarian):
    before = ContentVersion.of_titles()

    search.forget([librarian.pk])

    assert ContentVersion.of_titles() != before


@pytest.mark.parametrize("table", ["careers_search_title", "careers_search"])
def test_forgetting_leaves_no_row(librarian, table):
    search.forget([librarian.pk])

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")  # a name of ours
        assert cursor.fetchone() == (0,)
