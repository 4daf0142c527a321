"""How much of each measure a plan holds: each rule of what counts and what does not."""

import datetime
import hashlib

import pytest
from django.utils import timezone

from plans.models import (
    Activity,
    Application,
    Course,
    Evidence,
    Experience,
    Goal,
    Link,
    Measure,
    Note,
    Plan,
    Progress,
    RuledOut,
    Skill,
    Step,
    Target,
)
from plans.packs.measuring import COUNTED, measured
from tests.factories import CareerFactory, PlanFactory

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
LONG_AGO = timezone.now() - datetime.timedelta(days=366)
GONE = {"removed_at": LONG_AGO}


@pytest.fixture
def plan():
    return PlanFactory(after_school="", in_work="")


def held(plan, measure) -> int:
    return measured([plan], {measure})[plan.pk][measure]


def target(plan, **kwargs):
    career = CareerFactory()
    return Target.objects.create(plan=plan, career=career, title=career.title, **kwargs)


def step(plan, **kwargs):
    return Step.objects.create(plan=plan, text="Visit.", **kwargs)


def goal(plan, **kwargs):
    return Goal.objects.create(plan=plan, text="Be let in.", **kwargs)


def file(step, **kwargs):
    digest = hashlib.sha256(str(step.files.count()).encode()).hexdigest()
    known = {"name": "a.pdf", "kind": "application/pdf", "size": 1, "digest": digest, "content": b"1"}
    return Evidence.objects.create(plan=step.plan, step=step, **known, **kwargs)


def link(plan, *, days=None, **kwargs):
    when = None if days is None else timezone.now() - datetime.timedelta(days=days)
    digest = str(plan.links.count())
    return Link.objects.create(plan=plan, name="Mum", digest=digest, ends_on=TODAY, acknowledged_at=when, **kwargs)


def test_an_empty_plan_holds_nothing_of_anything(plan):
    assert measured([plan]) == {plan.pk: dict.fromkeys(Measure.values, 0)}


def test_nobody_is_measured_without_a_plan():
    assert measured([]) == {}
    assert measured(Plan.objects.all()) == {}


@pytest.mark.parametrize(
    ("measure", "words"), [(Measure.GOAL_AFTER_SCHOOL, "after_school"), (Measure.GOAL_IN_WORK, "in_work")]
)
def test_a_goal_in_words_is_one(plan, measure, words):
    Plan.objects.filter(pk=plan.pk).update(**{words: "College"})

    assert held(plan, measure) == 1


def test_a_sign_off_holds_for_a_year_though_the_plan_goes_on(plan):
    Plan.objects.filter(pk=plan.pk).update(approved_at=timezone.now() - datetime.timedelta(days=364))
    fresh = held(plan, Measure.SIGNED_OFF)
    Plan.objects.filter(pk=plan.pk).update(approved_at=LONG_AGO)

    assert (fresh, held(plan, Measure.SIGNED_OFF)) == (1, 0)


def test_careers_are_those_saved_and_weighed_up_those_with_notes_or_a_reason_against(plan):
    target(plan)
    both = target(plan, notes="Good pay.")
    target(plan, notes="Out again.", **GONE)
    RuledOut.objects.create(plan=plan, career=CareerFactory(), title="A", reason="Nights")
    RuledOut.objects.create(plan=plan, career=both.career, title="B", reason="Far away")

    found = measured([plan])[plan.pk]

    assert found[Measure.CAREERS] == 2
    assert found[Measure.CAREERS_RULED_OUT] == 2
    assert found[Measure.CAREERS_WEIGHED] == 2


def test_a_goal_that_was_dropped_or_removed_is_none(plan):
    goal(plan, state=Goal.State.REACHED)
    goal(plan, state=Goal.State.DROPPED)
    goal(plan, **GONE)

    assert held(plan, Measure.GOALS) == 1


def test_a_step_that_does_not_apply_or_went_with_its_career_is_none(plan):
    step(plan)
    step(plan, state=Progress.DONE, done_on=TODAY)
    step(plan, state=Progress.NOT_NEEDED)
    step(plan, target=target(plan, **GONE))
    step(plan, **GONE)

    assert (held(plan, Measure.STEPS), held(plan, Measure.STEPS_DONE)) == (2, 1)


def test_evidence_is_words_a_link_or_a_file_that_is_kept(plan):
    step(plan, evidence="I went.")
    step(plan, evidence_link="https://example.org/")
    file(two := step(plan))
    file(two)
    file(step(plan), **GONE)
    step(plan, evidence="Gone.", **GONE)
    step(plan)

    assert held(plan, Measure.EVIDENCE) == 3


def test_a_goal_has_evidence_through_its_steps_and_counts_once(plan):
    shown = goal(plan)
    step(plan, goal=shown, evidence="I went.")
    step(plan, goal=shown, evidence="Again.")
    step(plan, goal=goal(plan))
    step(plan, goal=goal(plan, **GONE), evidence="Gone.")
    step(plan, goal=goal(plan, state=Goal.State.DROPPED), evidence="Dropped.")
    step(plan, evidence="Of no goal.")

    assert held(plan, Measure.GOALS_SHOWN) == 1


def test_reflections_are_those_at_steps_and_at_times_at_work(plan):
    step(plan, reflection="Loud.")
    step(plan)
    Experience.objects.create(plan=plan, title="Shop", reflection="Kind people.")

    assert held(plan, Measure.REFLECTIONS) == 2


def test_hours_are_of_what_has_begun_and_whole(plan):
    Experience.objects.create(plan=plan, title="Shop", hours="12.5", starts_on=TODAY)
    Experience.objects.create(plan=plan, title="Visit", hours="7.2")
    Experience.objects.create(plan=plan, title="Next week", hours=40, starts_on=TODAY + datetime.timedelta(days=7))
    Experience.objects.create(plan=plan, title="Gone", hours=40, **GONE)

    assert (held(plan, Measure.HOURS), held(plan, Measure.EXPERIENCES)) == (19, 2)


@pytest.mark.parametrize(
    ("measure", "model", "words"),
    [
        (Measure.COURSES, Course, {"name": "Chemistry", "year": 10}),
        (Measure.SKILLS, Skill, {"name": "Typing"}),
        (Measure.ACTIVITIES, Activity, {"name": "Choir"}),
        (Measure.APPLICATIONS, Application, {"to": "The college"}),
    ],
)
def test_a_record_is_one_until_it_is_removed(plan, measure, model, words):
    model.objects.create(plan=plan, **words)
    model.objects.create(plan=plan, **words, **GONE)

    assert held(plan, measure) == 1


def test_talks_are_notes_that_the_student_reads_too(plan):
    Note.objects.create(plan=plan, author_name="Casey", text="We spoke.")
    Note.objects.create(plan=plan, author_name="Casey", text="Worried.", is_private=True)

    assert held(plan, Measure.TALKS) == 1


def test_the_family_read_it_where_they_said_so_within_a_year(plan):
    link(plan)
    link(plan, days=400)
    unread = held(plan, Measure.FAMILY)
    link(plan, days=3, revoked_at=timezone.now())

    assert (unread, held(plan, Measure.FAMILY)) == (0, 1)


def test_each_plan_has_its_own_count(plan):
    other = PlanFactory()
    for _ in range(3):
        step(other)
    step(plan)

    found = measured(Plan.objects.all(), {Measure.STEPS})

    assert found == {plan.pk: {"steps": 1}, other.pk: {"steps": 3}}


def test_it_takes_as_many_queries_for_many_as_for_one(django_assert_num_queries):
    plans = PlanFactory.create_batch(60)
    for each in plans:
        step(each, evidence="I went.")

    with django_assert_num_queries(12):
        measured(plans[:1])
    with django_assert_num_queries(12):
        found = measured(plans)

    assert {row[Measure.EVIDENCE] for row in found.values()} == {1}


def test_only_what_is_asked_for_is_counted(plan, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert measured([plan], {Measure.STEPS}) == {plan.pk: {"steps": 0}}


def test_each_kind_of_row_is_listed_by_what_it_counts():
    assert [set(measures) for measures, _ in COUNTED] == [set(made()[1]) for _, made in COUNTED]
    assert {measure for measures, _ in COUNTED for measure in measures} == set(Measure)
