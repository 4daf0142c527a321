"""A document read into a plan: into an empty one unchanged, into another without doubling or losing anything."""

import json

import pytest

from plans import actions
from plans.document.reading import read
from plans.document.writing import document_of
from plans.models import Course, Goal, Plan, State, Step
from tests.factories import CareerFactory

pytestmark = pytest.mark.django_db


def sent(document) -> dict:
    """As it arrives in a file."""
    return read(json.dumps(document).encode())


def bring(user, document, theirs=False) -> dict:
    actions.bring(user=user, document=sent(document), theirs=theirs)
    return document_of(Plan.objects.get(user=user))


def test_an_empty_account_gets_the_plan_unchanged(document, newcomer):
    assert all(document[name] for name in document)

    assert bring(newcomer, document) == document


def test_what_is_there_already_does_not_come_twice(plan, document):
    assert actions.bring(user=plan.user, document=sent(document), theirs=True) is False
    assert document_of(plan) == document


def test_what_was_taken_out_comes_back(plan, document):
    actions.remove_row(row=Goal.objects.get())
    actions.remove_target(target=plan.targets.first())
    actions.remove_step(step=plan.steps.last())

    assert bring(plan.user, document) == document


def test_what_is_in_the_plan_stays_beside_what_comes(newcomer, document):
    own = actions.save_career(user=newcomer, career=CareerFactory(title="Cooks"))
    actions.create_step(newcomer.plan, text="Bake bread.", target=own)

    both = bring(newcomer, document)

    assert [career["title"] for career in both["careers"]] == ["Cooks", "Nurses", "Vets"]
    assert [step["text"] for step in both["steps"]] == ["Bake bread.", *(step["text"] for step in document["steps"])]


def test_other_words_stay_as_the_plan_has_them(plan, document):
    Goal.objects.update(text="Learn to drive")
    plan.targets.update(notes="Changed.")

    both = bring(plan.user, document)

    assert (both["goals"][0]["text"], both["careers"][0]["notes"]) == ("Learn to drive", "Changed.")


def test_other_words_are_those_of_the_file_where_that_is_wanted(plan, document):
    Goal.objects.update(text="Learn to drive")
    Step.objects.update(helper="Nobody")
    plan.targets.update(notes="Changed.")
    plan.ruled_out.update(reason="Changed.")
    Plan.objects.update(in_work="Changed.")

    both = bring(plan.user, document, theirs=True)

    document["careers"][1]["notes"] = "Changed."  # the file has none, and takes none away
    assert both == document


def test_an_unknown_career_is_kept_by_its_title(newcomer, document):
    document["careers"][1] |= {"slug": "never-heard-of"}
    document["ruled_out"][0] |= {"slug": "nor-of-this"}

    for both in (bring(newcomer, document), bring(newcomer, document)):
        assert [career["title"] for career in both["careers"]] == ["Nurses", "Vets"]
        assert both["careers"][1]["slug"] is None
        assert both["ruled_out"] == [{"slug": None, "title": "Roofers", "reason": "Heights."}]


def test_a_career_that_was_unknown_is_known_when_it_comes_again(newcomer, document):
    strange = document | {"careers": [row | {"slug": f"no-{row['slug']}"} for row in document["careers"]]}
    bring(newcomer, strange)

    assert bring(newcomer, document)["careers"] == document["careers"]


def test_an_unpublished_career_is_nobodys_to_find(newcomer, document):
    CareerFactory(title="Secret", status="draft")
    document["careers"][1] |= {"slug": "secret"}

    assert bring(newcomer, document)["careers"][1]["slug"] is None


def test_what_the_plan_ruled_out_stays_so_unless_the_file_is_wanted(newcomer, plan, document):
    actions.rule_out(user=newcomer, career=plan.targets.first().career, reason="Nights.")

    assert [row["title"] for row in bring(newcomer, document)["careers"]] == ["Vets"]
    assert bring(newcomer, document, theirs=True)["careers"][-1]["title"] == "Nurses"
    assert [row.title for row in newcomer.plan.ruled_out.all()] == ["Roofers"]


def test_a_saved_career_is_not_ruled_out_by_a_file(newcomer, plan, document):
    actions.save_career(user=newcomer, career=plan.ruled_out.get().career)

    both = bring(newcomer, document, theirs=True)

    assert (both["careers"][0]["title"], both["ruled_out"]) == ("Roofers", [])


def test_the_same_item_of_a_profile_is_one_step(newcomer, plan, document):
    nurses = plan.targets.first().career
    target = actions.save_career(user=newcomer, career=nurses)
    actions.create_step(newcomer.plan, text="Mine", target=target, career=nurses, section="get-started", item="a1")

    assert len(bring(newcomer, document)["steps"]) == 3


def test_a_plan_that_was_signed_off_begins_a_revision(plan, document):
    Plan.objects.update(state=State.APPROVED, approved_at=plan.changed_at)
    actions.bring(user=plan.user, document=sent(document), theirs=False)
    assert Plan.objects.get().state == State.APPROVED
    document["courses"][0] |= {"id": "6d1c1a52-6df1-4a0c-9d3e-5c1f7e5b0a11"}

    bring(plan.user, document)

    assert (Plan.objects.get().state, Plan.objects.get().revision) == (State.DRAFT, 2)


def test_a_plan_that_would_be_too_full_takes_nothing(newcomer, document):
    actions.lock(newcomer)
    Course.objects.bulk_create(Course(plan=newcomer.plan, name="X", year=1) for _ in range(300))

    with pytest.raises(actions.Refused, match="301 courses"):
        bring(newcomer, document)
    assert not newcomer.plan.steps.exists()


def test_weighing_changes_nothing(newcomer, document):
    weighed = actions.weigh(user=newcomer, document=sent(document))

    assert {change.kind for change in weighed.changes.rows} == {"new"}
    assert not Plan.objects.filter(user=newcomer).exists()


def test_bringing_in_asks_as_often_for_ten_steps_as_for_a_hundred(newcomer, document, django_assert_max_num_queries):
    step = document["steps"][2]
    ids = [f"6d1c1a52-6df1-4a0c-9d3e-{number:012}" for number in range(100)]
    document["steps"] = [step | {"id": each} for each in ids]

    with django_assert_max_num_queries(90):
        bring(newcomer, document)
