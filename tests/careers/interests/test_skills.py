"""Skills: the careers in which chosen ones matter most, beside other careers."""

import pytest

from careers.interests.abilities import GROUPS, PLAIN
from careers.models import Status
from tests.careers.figures.conftest import words_of
from tests.factories import CareerFactory

pytestmark = pytest.mark.django_db

REPAIRING, WRITING = "2.B.3.l", "2.A.1.c"


@pytest.fixture
def careers(rate):
    """Five careers; repairing matters in two, writing in all but one."""
    for number, (repairing, writing) in enumerate([(4.2, 3.0), (3.6, 4.2), (1.0, 4.0), (1.0, 4.1), (1.0, 1.5)]):
        code = f"49-303{number}.00"
        rate(code, REPAIRING, repairing)
        rate(code, WRITING, writing)
        CareerFactory(title=f"Workers {number}", code=code)
    CareerFactory(title="Sailors")


def order(client, *skills):
    page = words_of(client.get("/skills/", {"skill": skills}).text)
    return [int(word) for word in "".join(sign if sign.isdigit() else " " for sign in shown(page)).split()]


def shown(page):
    """The numbers of the workers, as they stand on the page."""
    return " ".join(part[:1] for part in page.split("Workers ")[1::2])


def test_every_skill_is_offered_once():
    assert len(PLAIN) == sum(len(names) for _, names in GROUPS) == len(set(PLAIN.values()))


def test_one_skill_ranks_by_how_important_it_is(client, careers):
    assert order(client, REPAIRING)[:2] == [0, 1]
    assert order(client, WRITING) == [1, 3, 2, 0, 4]


def test_several_skills_rank_by_how_few_other_careers_need_them(client, careers):
    assert order(client, REPAIRING, WRITING)[0] == 1


def test_each_career_says_why(client, careers):
    page = words_of(client.get("/skills/", {"skill": REPAIRING}).text)

    assert "Repairing things: very important, more than in any other career here" in page
    assert "Repairing things: hardly important, more" not in page
    assert "1 career has no such data and is left out" in page


def test_more_than_five_and_unknown_skills_are_said(client, careers):
    page = words_of(client.get("/skills/", {"skill": [*[*PLAIN][:6], "2.Z", "\x00"]}).text)

    assert "That is more than five" in page
    assert "We do not know “2.Z”" in page


def test_drafts_and_suppressed_ratings_stay_out(client, rate):
    for number, suppress in enumerate([True, False]):
        rate(f"49-303{number}.00", REPAIRING, 4, suppress=suppress)
        CareerFactory(title=f"Workers {number}", code=f"49-303{number}.00", status=[*Status][1 - number])

    assert "0 careers" in words_of(client.get("/skills/", {"skill": REPAIRING}).text)
