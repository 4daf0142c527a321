"""Searches that found nothing: the words alone, from the third use on; and what editors make of them."""

import datetime

import pytest
from django.db import IntegrityError, OperationalError, transaction

from careers import missed, search
from careers.models import MissedSearch
from careers.search import Found
from tests.factories import CareerFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/careers/missedsearch/"
ANSWER = LIST + "{}/change/"


@pytest.fixture
def asked():
    """Somebody has searched for this three times."""
    for _ in range(3):
        missed.count("zoo keeping")
    return MissedSearch.objects.get()


def test_the_words_are_kept_from_the_third_use_on(client):
    for times in (1, 2):
        client.get("/careers/?q=zzzyx")
        assert MissedSearch.objects.values_list("words", "searched_as", "count").get() == ("", "", times)

    client.get("/careers/?q=%20ZZZyx")

    assert MissedSearch.objects.values_list("words", "count").get() == ("zzzyx", 3)


def test_what_is_kept_tells_of_no_person_and_no_hour(asked):
    names = {field.name for field in MissedSearch._meta.get_fields()}

    assert names == {"id", "digest", "words", "searched_as", "count", "last_on", "dismissed"}
    assert type(asked.last_on) is datetime.date


def test_the_database_refuses_words_before_the_third_use():
    with pytest.raises(IntegrityError), transaction.atomic():
        MissedSearch.objects.create(digest="a", words="zoo", count=2, last_on="2026-11-22")


def test_the_digest_cannot_be_made_without_the_secret_of_the_site(asked, settings):
    settings.SECRET_KEY = "another"
    missed.count("zoo keeping")

    assert MissedSearch.objects.count() == 2


@pytest.mark.parametrize(
    "typed",
    ["", "!!!", "x", "7 8", "sam@example.org", "call 020 7946 0018", "+353-86-12345", "x" * 61, "https://example.org",
     "ab \x00" * 30],
)  # fmt: skip
def test_what_may_be_about_a_person_or_is_no_word_is_not_counted(typed):
    missed.count(typed)

    assert not MissedSearch.objects.exists()


@pytest.mark.parametrize("typed", ["ｚｏｏ  keeping", "Zoo Keeping ", "ZOO\tKEEPING"])
def test_one_form_stands_for_all_ways_to_write_it(asked, typed):
    missed.count(typed)

    assert MissedSearch.objects.get().count == 4


@pytest.mark.parametrize(
    "query", ["?q=zzzyx&category=x", "?q=zzzyx&exact=1", "?q=zzzyx&sort=pay", "?q=zoo", "", "?q=!!!"]
)
def test_only_words_alone_that_found_nothing_are_counted(client, education, query):
    CareerFactory(title="Zoo keepers", category=education)
    client.get("/careers/" + query.replace("=x", "=education-training"))

    assert not MissedSearch.objects.exists()


def test_what_was_found_after_correcting_is_counted_with_its_correction(client, monkeypatch):
    monkeypatch.setattr(search, "match", lambda query, correct=True: Found(([1],), "librarian", "librarian"))
    for _ in range(3):
        client.get("/careers/?q=liberian")

    assert MissedSearch.objects.values_list("words", "searched_as").get() == ("liberian", "librarian")


def test_words_still_being_typed_are_not_counted_until_they_are_sent(client):
    client.get("/careers/?q=zzzyx", headers={"HX-Request": "true"})
    assert not MissedSearch.objects.exists()

    client.get("/careers/?q=zzzyx", headers={"HX-Request": "true", "X-Submitted": "1"})
    assert MissedSearch.objects.get().count == 1


def test_a_head_request_and_an_editor_are_not_counted(client, editor):
    client.head("/careers/?q=zzzyx")
    client.force_login(editor)
    client.get("/careers/?q=zzzyx")

    assert not MissedSearch.objects.exists()


def test_a_page_that_counts_is_kept_nowhere(client):
    assert client.get("/careers/?q=zzzyx")["Cache-Control"] == "no-store"
    assert client.get("/careers/")["Cache-Control"] == "public, max-age=60"


def test_a_search_is_answered_where_it_cannot_be_counted(client, monkeypatch):
    def locked(words, corrected):
        raise OperationalError("database is locked")

    monkeypatch.setattr(missed, "add", locked)

    assert client.get("/careers/?q=zzzyx").status_code == 200


def test_nonsense_cannot_fill_the_database_and_what_is_old_makes_room(monkeypatch, time_machine):
    monkeypatch.setattr(missed, "MOST_ROWS", 2)
    time_machine.move_to("2026-01-01 12:00")
    for words in ("first", "second", "third"):
        missed.count(words)
    assert MissedSearch.objects.count() == 2

    time_machine.move_to("2026-06-01 12:00")
    missed.count("third")
    assert MissedSearch.objects.count() == 1


def test_counsellors_see_what_was_searched_for_three_times(as_counsellor, asked):
    missed.count("seen once")
    content = as_counsellor.get(LIST).content.decode()

    assert "zoo keeping" in content
    assert content.count('class="action-select"') == 1


def test_an_answer_is_another_name_that_finds_the_career_at_once(as_counsellor, client, asked, technicians):
    sent = {"title": "Zoo keeping", "career": technicians.pk}
    response = as_counsellor.post(ANSWER.format(asked.pk), sent, follow=True)

    assert "finds a career from now on" in response.content.decode()
    assert list(technicians.alternate_titles.values_list("title", flat=True)) == ["Book shelver", "Zoo keeping"]
    assert "Library technicians" in client.get("/careers/?q=zoo+keeping").content.decode()
    assert not MissedSearch.objects.exists()


@pytest.mark.parametrize(
    ("title", "problem"),
    [("", "This field is required."), ("book SHELVER", "among the other names of"), ("x" * 151, "at most 150")],
)
def test_a_wrong_answer_says_what_is_wrong_and_changes_nothing(as_counsellor, asked, technicians, title, problem):
    response = as_counsellor.post(ANSWER.format(asked.pk), {"title": title, "career": technicians.pk})

    assert problem in response.content.decode()
    assert technicians.alternate_titles.count() == 1
    assert MissedSearch.objects.get() == asked


def test_what_is_dismissed_does_not_come_back(as_counsellor, asked):
    as_counsellor.post(LIST, {"action": "dismiss", "_selected_action": asked.pk})
    missed.count("zoo keeping")

    assert MissedSearch.objects.get().dismissed
    assert not MissedSearch.objects.to_do().exists()
