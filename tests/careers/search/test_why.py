import pytest

from careers import search
from careers.models import Status
from careers.search import finding
from tests.factories import CareerFactory, CategoryFactory


@pytest.mark.parametrize(
    ("query", "field", "text", "marked"),
    [
        ("librarian", "title", "Librarians", ["Librarians"]),
        ("driver", "title-alternate", "Bookmobile driver", ["driver"]),
        ("answers book", "summary", "Choose books and find answers.", ["books", "answers"]),
        ("old maps", "section", "They read old maps.", ["old", "maps"]),
        ("ask children", "section", "Children come & ask.", ["Children", "ask"]),
    ],
)
def test_why_names_the_title_or_the_sentence_and_marks_the_words(librarian, query, field, text, marked):
    reason = search.why(search.match(query), [librarian.pk])[librarian.pk]

    assert (reason.field, reason.text) == (field, text)
    assert [text[start:end] for start, end in reason.spans] == marked


def test_a_career_without_the_words_has_no_reason(librarian):
    other = CareerFactory(title="Beekeepers")

    assert list(search.why(search.match("librarian"), [other.pk, librarian.pk])) == [librarian.pk]


def test_why_names_titles_that_the_search_left_unread(librarian, monkeypatch):
    monkeypatch.setattr(finding, "TITLES", 0)
    answer = search.match("drivers bookmobile")

    assert [each.text for each in search.why(answer, [librarian.pk]).values()] == ["Bookmobile driver"]


def test_a_page_of_reasons_takes_a_fixed_number_of_queries(librarian, django_assert_max_num_queries):
    careers = [CareerFactory(title=f"Keepers {number}", summary="Look at maps.").pk for number in range(10)]
    answer = search.match("maps")

    with django_assert_max_num_queries(7):
        assert len(search.why(answer, [librarian.pk, *careers])) == 11


def test_suggestions_are_careers_then_other_titles_then_categories(librarian):
    CareerFactory(title="Book binders")
    CategoryFactory(name="Books & Media", slug="books-media")
    CareerFactory(title="Binders again")

    assert [(each.kind, each.text, each.of) for each in search.suggest("boo")] == [
        ("career", "Book binders", ""),
        ("title", "Bookmobile driver", "Librarians"),
        ("category", "Books & Media", ""),
    ]


def test_suggestions_leave_drafts_out(librarian):
    CareerFactory(title="Librarians of tomorrow", status=Status.DRAFT)

    assert [each.text for each in search.suggest("librarians")] == ["Librarians"]


def test_suggestions_forgive_a_typing_error(librarian):
    assert [each.text for each in search.suggest("librarain")] == ["Librarians"]


def test_suggestions_are_no_more_than_asked_for(db):
    for number in range(6):
        CareerFactory(title=f"Keepers {number}")

    assert len(search.suggest("keep", limit=4)) == 4
