"""The finder's answers, weighed in a comparison."""

import pytest

from careers.interests.statements import STATEMENTS
from careers.models import ElementKind
from tests.careers.figures.conftest import rate, words_of
from tests.factories import CareerFactory

pytestmark = pytest.mark.django_db
BOTH = "/compare/?career=electricians&career=librarians&interests=3"


def answers(letter):
    """Of whoever loves what belongs to one interest, and nothing else."""
    return "".join("5" if each.letter == letter else "1" for each in STATEMENTS)


@pytest.fixture
def page(client):
    for title, code, scores in (
        ("Electricians", "47-2111.00", (7, 3, 1, 1, 2, 3)),
        ("Librarians", "25-4022.00", (2, 4, 3, 5, 3, 6)),
    ):
        CareerFactory(title=title, code=code)
        for place, score in enumerate(scores):
            rate(f"1.B.1.{place}", "RIASEC"[place], score, ElementKind.INTEREST, code=code)
    return lambda address: client.get(address).text


def test_answers_decide_which_comes_first(page):
    practical, social = page(f"{BOTH}&a={answers('R')}"), page(f"{BOTH}&a={answers('S')}")

    for html, first, second in ((practical, "electricians", "librarians"), (social, "librarians", "electricians")):
        table = html[html.index("<table") :]
        assert table.index(f"/careers/{first}/") < table.index(f"/careers/{second}/")
    assert "Comes first because it fits your interests better" in words_of(social)


def test_answers_stay_in_the_form_and_in_the_links(page):
    code = answers("S")
    html = page(f"{BOTH}&a={code}")

    assert f'<input type="hidden" name="a" value="{code}">' in html
    assert f'<a href="/interests/result/?a={code}">your thirty answers</a>' in html
    assert f"?career=librarians&amp;interests=3&amp;a={code}" in html
    assert 'name="like"' not in html


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("6" * 30, "The answers in this address cannot be read, so they are left out."),
        ("5" * 28, "2 of the answers in this address are missing, so none of them is weighed."),
        ("3" * 30, "By your answers you like all six kinds of things alike, so they cannot be weighed."),
    ],
)
def test_answers_that_cannot_be_weighed_get_a_sentence(page, code, sentence):
    html = page(f"{BOTH}&a={code}")

    assert sentence in html
    assert 'name="like"' in html


def test_who_comes_from_the_finder_has_the_answers_weighed(page):
    html = page(f"/interests/result/?a={answers('S')}")
    address = f"/compare/?career=librarians&amp;career=electricians&amp;interests=3&amp;a={answers('S')}"

    assert f'href="{address}"' in html
    assert "Comes first because it fits your interests better" in words_of(page(address.replace("&amp;", "&")))
