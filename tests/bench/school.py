"""Fill one database with a school: groups of 200 with a counsellor each, 3 goals and 15 steps for each student.

Run as ``python -m tests.bench.school 20000`` with ``DATABASE_URL`` set; prints who is signed in, as JSON.
With ``--reports`` it prints the reports there are, and needs no database.
"""

import json
import sys
from datetime import timedelta
from random import Random

import django

from tests.bench import words

GROUP, HEADS, STUDENTS_SIGNED_IN = 200, 5, 120
GOALS, STEPS, TARGETS = 3, 15, 2
CAREERS = 24
BATCH = 400


def fill(students: int) -> dict:
    """Students and staff with a session each; a student's also has the key of their plan and of a step to tick."""
    from accounts.models import Cohort, School

    school = School.objects.create(name="Bench")
    ask(school)
    numbers = range((students + GROUP - 1) // GROUP)
    cohorts = Cohort.objects.bulk_create(
        Cohort(school=school, name=f"Group {number}", year=9 + number % 4) for number in numbers
    )
    careers = saved_careers()
    for start in range(0, students, BATCH):
        write(range(start, min(start + BATCH, students)), school, cohorts, careers)
    return signed_in(staff(school, cohorts), staff(school, [None] * HEADS), students)


def ask(school) -> None:
    """What a plan must hold."""
    from plans.models import Measure, Pack, Requirement

    pack = Pack.objects.create(school=school, name="Every year", is_used=True)
    asked = {Measure.CAREERS: 2, Measure.GOALS: 3, Measure.STEPS_DONE: 6, Measure.EVIDENCE: 1, Measure.HOURS: 20}
    Requirement.objects.bulk_create(
        Requirement(pack=pack, measure=measure, amount=amount, words=f"{amount} of {measure.label}", position=place)
        for place, (measure, amount) in enumerate(asked.items())
    )


def saved_careers() -> list:
    from careers.models import Career
    from tests.bench import generate

    categories, types = generate.make_taxonomy()
    generate.write(range(CAREERS), categories, types)
    return list(Career.objects.all())


def staff(school, cohorts: list) -> list:
    """One for each cohort, or for ``None`` a head; all with a second factor, as they must have outside development."""
    from allauth.mfa.models import Authenticator

    from accounts.models import Post, User

    duty = "head" if cohorts[0] is None else "counsellor"
    people = User.objects.bulk_create(
        User(username=f"{duty}{number}", password="!", name=f"{duty.capitalize()} {number}")
        for number in range(len(cohorts))
    )
    Post.objects.bulk_create(
        Post(user=user, school=school, cohort=cohort) for user, cohort in zip(people, cohorts, strict=True)
    )
    Authenticator.objects.bulk_create(
        Authenticator(user=user, type=Authenticator.Type.TOTP, data={}) for user in people
    )
    return people


def write(numbers: range, school, cohorts: list, careers: list) -> None:
    from accounts.models import Membership, User
    from plans.models import Experience, Goal, Plan, Step, Target

    people = User.objects.bulk_create(student(number, school) for number in numbers)
    plans = Plan.objects.bulk_create(plan(number, user) for number, user in zip(numbers, people, strict=True))
    Membership.objects.bulk_create(
        Membership(cohort=cohorts[number // GROUP], user=user) for number, user in zip(numbers, people, strict=True)
    )
    pairs = list(zip(numbers, plans, strict=True))
    goals = Goal.objects.bulk_create(goal(plan, place) for _, plan in pairs for place in range(GOALS))
    targets = Target.objects.bulk_create(
        Target(plan=plan, career=career, title=career.title, rank=rank)
        for number, plan in pairs
        for rank, career in enumerate(Random(f"saved {number}").sample(careers, TARGETS))
    )
    Step.objects.bulk_create(
        step(number, plan, place, goals[at * GOALS + place % GOALS], targets[at * TARGETS])
        for at, (number, plan) in enumerate(pairs)
        for place in range(STEPS)
    )
    Experience.objects.bulk_create(
        Experience(plan=plan, title="A week at a library", kind="placement", hours=number % 40)
        for number, plan in pairs
    )


def student(number: int, school):
    from django.utils import timezone

    from accounts.models import User

    last_login = None if number % 20 == 0 else timezone.now() - timedelta(days=number % 90)
    name = f"{words.SPECIALITIES[number % len(words.SPECIALITIES)].capitalize()} {number}"
    return User(username=f"student{number}", password="!", name=name, school=school, last_login=last_login)


def plan(number: int, user):
    """In ten: one waits, one was sent back, three are signed off, one of them long ago."""
    from django.utils import timezone

    from plans.models import Plan, State

    states = (State.SUBMITTED, State.CHANGES_ASKED, State.APPROVED, State.APPROVED, State.APPROVED)
    place, now = number % 10, timezone.now()
    state = states[place] if place < len(states) else State.DRAFT
    approved = now - timedelta(days=400 if place == 2 else number % 300)
    return Plan(
        user=user,
        state=state,
        after_school="Study something with books.",
        in_work="Work with people and books.",
        submitted_at=now - timedelta(days=number % 30, seconds=number),
        approved_at=approved if state == State.APPROVED else None,
        changed_at=now - timedelta(days=number % 200),
        spoken_at=now - timedelta(days=number % 100) if number % 3 else None,
    )


def goal(plan, place: int):
    from plans.models import Goal

    text = f"Reach {place + 1} of what I want in {words.FIELDS[(plan.pk + place) % len(words.FIELDS)]}."
    return Goal(plan=plan, text=text, why="Because it matters to me.", position=place)


def step(number: int, plan, place: int, goal, target):
    """A third is done, a third has a day, of which some are over; a third stands under a saved career."""
    from django.utils import timezone

    from plans.models import Progress, Step

    done = place % 3 == 0
    today = timezone.localdate()
    due_on = today + timedelta(days=(number + place * 7) % 120 - 20) if place % 3 == 1 else None
    return Step(
        plan=plan,
        goal=goal,
        target=target if place % 3 == 2 else None,
        text=f"{words.VERBS[place % len(words.VERBS)].capitalize()} {words.THINGS[number % len(words.THINGS)]}.",
        state=Progress.DONE if done else Progress.NOT_STARTED,
        done_on=today - timedelta(days=place) if done else None,
        due_on=due_on,
        evidence="I wrote it down." if place == 0 and number % 2 else "",
        position=place,
    )


def signed_in(counsellors: list, heads: list, students: int) -> dict:
    from plans.models import Plan, Step

    plans = Plan.objects.filter(user__school__isnull=False).select_related("user").order_by("pk")
    step_to = max(students // STUDENTS_SIGNED_IN, 1)
    some = list(plans[::step_to])[:STUDENTS_SIGNED_IN]
    ticked = dict(Step.objects.filter(plan__in=some, position=1).values_list("plan", "pk"))
    return {
        "counsellors": [
            {"session": session_of(user), "plans": [each.pk for each in plans.filter(user__in=students_of(user))[:2]]}
            for user in counsellors
        ],
        "heads": [{"session": session_of(user), "plans": []} for user in heads],
        "students": [{"session": session_of(each.user), "plans": [each.pk], "step": ticked[each.pk]} for each in some],
    }


def students_of(user):
    from accounts.models import User

    return User.objects.students_of(user)


def session_of(user) -> str:
    from django.conf import settings
    from django.test import Client

    client = Client()
    client.force_login(user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def report_keys() -> list[str]:
    try:
        from plans.reports import REPORTS
    except ImportError:
        return []
    return list(REPORTS)


def main(asked: str) -> str:
    from django.core.management import call_command
    from django.db import transaction

    if asked == "--reports":
        return "\n".join(report_keys())
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    with transaction.atomic():
        return json.dumps(fill(int(asked)))


if __name__ == "__main__":
    django.setup()
    sys.stdout.write(main(sys.argv[1]))
