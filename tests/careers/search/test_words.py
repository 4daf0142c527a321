import pytest

from careers.search.query import meant, terms
from careers.search.words import stem, words


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Counsellors", "counselor"),
        ("organisation", "organization"),
        ("Jewellery", "jewelry"),
        ("paediatric anaesthetist", "pediatric anesthetist"),
        ("theatre programmes", "theater program"),
        ("Café", "cafe"),
        ("secretaries, bosses & buses", "secretary boss buse"),
        ("مهندس", "مهندس"),
        ("a\x00b", "a b"),
    ],
)
def test_spellings_of_one_word_are_one(typed, found):
    assert " ".join(words(typed)) == found


@pytest.mark.parametrize("kept", ["supervise", "exercise", "enterprise", "nurse", "physics", "hour"])
def test_no_word_becomes_a_british_one_by_mistake(kept):
    assert words(kept)[0] == kept.removesuffix("s")


@pytest.mark.parametrize(
    "family",
    ["teach teacher teaching", "cut cutter cutting", "drive driver driving", "biology biologist biological"],
)
def test_a_stem_is_shared_by_what_people_do_and_are(family):
    assert len({stem(word) for word in family.split()}) == 1


def test_care_is_not_a_car():
    assert len({stem(word) for word in ("care", "car", "career")}) == 3


def test_words_that_say_nothing_are_left_out_unless_there_are_no_others():
    assert [term.word for term in meant(terms("a job with animals, no degree"))] == ["animal"]
    assert [term.word for term in terms("the")] == ["the"]


def test_quotes_hold_a_phrase_together_and_a_lone_one_does_not_matter():
    assert [term.words for term in terms('“dental nurse” assistant"')] == [("dental", "nurse"), ("assistant",)]


def test_only_the_last_word_may_be_a_beginning():
    assert [term.last for term in terms("dental nur")] == [False, True]
    assert not terms('"dental nurse"')[-1].last


def test_a_query_is_cut_to_a_dozen_words():
    assert len(terms(" ".join(f"word{number}" for number in range(5_000)))) == 12
