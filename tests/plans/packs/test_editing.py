"""A school's sets of requirements, as its head makes and changes them."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.urls import reverse

from plans import actions
from plans.models import Exemption, Measure, Pack, Requirement
from plans.packs.examples import EXAMPLES
from plans.packs.words import ONCE, WORDS
from tests.factories import CohortFactory, SchoolFactory, UserFactory, counsellor_of, head_of, pack_of, student_of
from tests.plans.desk.conftest import EMOJI, LONG, client_of

pytestmark = pytest.mark.django_db
ASKED = {"measure": "skills", "amount": "3", "words": "Three skills", "years": ["9", "10"]}


@pytest.fixture
def school():
    return SchoolFactory()


@pytest.fixture
def head(school):
    client = client_of(head_of(school))
    client.get("/privacy/")
    return client


@pytest.fixture
def pack(school):
    return pack_of(school, (Measure.GOALS, 2), (Measure.STEPS, 3), is_used=False)


def at(name, row) -> str:
    return reverse(f"packs:{name}", args=[row.pk])


def asked(pack) -> list[str]:
    return list(pack.requirements.values_list("measure", flat=True))


@pytest.mark.parametrize("key", EXAMPLES)
def test_a_set_is_made_from_an_example(head, school, key):
    head.post(at("pack_new", school), {"start": key, "name": ""})

    pack = school.packs.get()
    assert (pack.name, pack.about, pack.is_used) == (EXAMPLES[key].name, EXAMPLES[key].about, False)
    assert asked(pack) == [row.measure for row in EXAMPLES[key].asked]
    for row in pack.requirements.all():
        row.full_clean()


@pytest.mark.parametrize("example", EXAMPLES.values())
def test_what_an_example_asks_for_can_be_met(example):
    assert all(row.amount == 1 for row in example.asked if row.measure in ONCE)
    assert all(1 <= year <= 14 for row in example.asked for year in row.years)
    assert "Change it" in example.about or "change it" in example.about


def test_a_set_is_begun_empty_and_named(head, school):
    head.post(at("pack_new", school), {"start": "empty", "name": EMOJI})

    assert school.packs.get().name == EMOJI
    assert asked(school.packs.get()) == []


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"start": "empty", "name": " "}, "Give the set a name."),
        ({"start": "empty", "name": LONG}, "Keep it to 120 characters; this has 100000."),
        ({"start": "empty", "name": "What we ask"}, "Your school has a set of this name. Choose another."),
        ({"start": "law"}, "Choose one of these."),
        ({}, "Choose what to begin with."),
    ],
)
def test_a_set_that_cannot_be_made_gets_a_sentence(head, school, pack, sent, sentence):
    response = head.post(at("pack_new", school), sent)

    assert sentence in response.text
    assert school.packs.count() == 1


def test_another_school_may_use_the_same_name(head, pack):
    elsewhere = SchoolFactory()

    assert actions.start_pack(school=elsewhere, name=pack.name).school == elsewhere


def test_name_and_what_it_is_about_are_changed(head, pack):
    head.post(at("pack_edit", pack), {"name": "Ours", "about": EMOJI})

    pack.refresh_from_db()
    assert (pack.name, pack.about) == ("Ours", EMOJI)


def test_a_name_that_is_taken_is_refused_and_what_was_typed_stays(head, pack, school):
    pack_of(school, is_used=False, name="Ours")

    response = head.post(at("pack_edit", pack), {"name": "Ours", "about": "Long words."})

    assert "Your school has a set of this name." in response.text
    assert "Long words." in response.text
    assert Pack.objects.get(pk=pack.pk).name == "What we ask"


def test_one_set_is_in_use_at_a_time(head, pack, school):
    other = pack_of(school, (Measure.GOALS, 1), name="Before")

    head.post(at("pack_use", pack))

    assert list(Pack.objects.filter(is_used=True)) == [pack]
    head.post(at("pack_use", pack), {"rest": "1"})
    assert not Pack.objects.filter(is_used=True).exists()
    assert other.requirements.exists()


def test_an_empty_set_is_not_put_in_use(head, school, said):
    pack = pack_of(school, is_used=False)

    response = head.post(at("pack_use", pack), follow=True)

    assert said(response) == ["Nothing is in it yet. Add what you ask for first."]
    assert not Pack.objects.filter(is_used=True).exists()


def test_a_second_set_in_use_is_refused_by_the_database(pack, school):
    pack_of(school, name="Used")

    with pytest.raises(IntegrityError), transaction.atomic():
        Pack.objects.filter(pk=pack.pk).update(is_used=True)


def test_deleting_asks_first_and_says_what_goes(head, school):
    cohort = CohortFactory(school=school)
    pack = pack_of(school, (Measure.GOALS, 1))
    Exemption.objects.create(plan=student_of(cohort).plan, requirement=pack.requirements.get(), reason="So.")

    text = head.get(at("pack_delete", pack)).text

    assert "It is in use" in text
    assert "1 exemption from what it asks, with the reason, goes with it." in text
    assert Pack.objects.exists()
    head.post(at("pack_delete", pack))
    assert not Pack.objects.exists()
    assert not Exemption.objects.exists()


def test_a_requirement_is_added_at_the_end_once(head, pack):
    for _ in range(2):
        head.post(at("requirement_new", pack), ASKED)

    row = pack.requirements.last()
    assert asked(pack) == ["goals", "steps", "skills"]
    assert (row.amount, row.words, row.years, row.years_in_words) == (3, "Three skills", [9, 10], "years 9 and 10")


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"measure": ""}, "Choose what is counted."),
        ({"measure": "zeal"}, "Choose one of the list."),
        ({"amount": ""}, "Write how many."),
        ({"amount": "many"}, "Write a whole number, such as 2."),
        ({"amount": "0"}, "Ask for at least one."),
        ({"amount": "-3"}, "Ask for at least one."),
        ({"amount": "9" * 30}, "Ask for 10,000 at most."),
        ({"measure": "signed-off", "amount": "2"}, "This is in a plan or it is not. Write 1."),
        ({"words": " "}, "Write it as your students are to read it."),
        ({"words": LONG}, "Keep it to 200 characters; this has 100000."),
        ({"years": ["9", "99"]}, "Choose years from 1 to 14."),
        ({"years": ["<b>"]}, "Choose years from 1 to 14."),
    ],
)
def test_bad_input_gets_a_sentence_and_changes_nothing(head, pack, sent, sentence):
    row = pack.requirements.first()
    before = Requirement.objects.values().get(pk=row.pk)

    answers = [
        head.post(at("requirement_new", pack), ASKED | sent),
        head.post(at("requirement_edit", row), ASKED | sent),
    ]

    assert all(sentence in answer.text for answer in answers)
    assert Requirement.objects.values().get(pk=row.pk) == before
    assert pack.requirements.count() == 2


def test_a_requirement_is_changed(head, pack):
    row = pack.requirements.first()

    head.post(at("requirement_edit", row), ASKED)

    row.refresh_from_db()
    assert (row.measure, row.amount, row.years, row.position) == ("skills", 3, [9, 10], 0)


def test_its_form_shows_what_it_says_now(head, pack):
    row = pack.requirements.create(measure="skills", amount=3, words="Three skills", years=[9])

    form = head.get(at("requirement_edit", row)).context["form"]

    assert (form["years"].value(), form["amount"].value()) == ([9], 3)


def test_a_requirement_is_moved_no_further_than_the_end(head, pack):
    last = pack.requirements.last()

    for way, order in (("up", ["steps", "goals"]), ("up", ["steps", "goals"]), ("down", ["goals", "steps"])):
        head.post(at("requirement_move", last), {"way": way})
        assert asked(pack) == order
    head.post(at("requirement_move", last), {"way": "sideways"})
    assert asked(pack) == ["goals", "steps"]


def test_removing_one_asks_first(head, pack):
    row = pack.requirements.first()

    assert "Ask for this no more?" in head.get(at("requirement_remove", row)).text
    assert asked(pack) == ["goals", "steps"]
    head.post(at("requirement_remove", row))
    assert asked(pack) == ["steps"]


def test_there_is_an_end_to_sets_and_to_what_they_ask(head, pack, school, monkeypatch):
    monkeypatch.setattr("plans.actions.packs.MOST_PACKS", 1)
    monkeypatch.setattr("plans.actions.packs.MOST_REQUIREMENTS", 2)

    assert "A school keeps 1 sets." in head.post(at("pack_new", school), {"start": "simple", "name": "Two"}).text
    assert "A set asks for 2 things at most." in head.post(at("requirement_new", pack), ASKED).text
    assert (school.packs.count(), pack.requirements.count()) == (1, 2)


def test_only_the_head_of_the_school_finds_its_sets(pack, school):
    row, cohort = pack.requirements.first(), CohortFactory(school=school)
    people = [counsellor_of(cohort), head_of(SchoolFactory()), student_of(cohort), UserFactory(is_superuser=True)]
    pages = [at("packs", school), at("pack_new", school), at("pack", pack), at("requirement_edit", row)]

    answers = {client_of(person).get(page).status_code for person in people for page in pages}

    assert answers == {404}


def test_every_measure_is_in_words_and_in_the_docs():
    table = Path(settings.BASE_DIR, "docs", "requirements-of-a-plan.md").read_text()

    assert set(WORDS) == set(Measure)
    assert all(words.address for words in WORDS.values() if words.view)
    assert [measure for measure in Measure if f"| {measure.label} | {WORDS[measure].counts} |" not in table] == []
