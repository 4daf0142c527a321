"""A school of 40 students, written by hand. It is 16 November 2026 there; its school year began on 1 August.

Ames looks after 10A and 10B, Brook after 10B and 11A, Cole after 12A, and Hale heads the school. Of years 10 and 11 it
asks a goal after school and two careers, of year 11 also twenty hours at work; of year 12 nothing.

name   group plan   changed     confirmed   sent or decided, by whom   signed in   goal   careers   hours
"""

import datetime

from django.utils import timezone

from accounts.models import Cohort, Membership, Post, School, User
from plans.models import (
    Assignment,
    Comment,
    Decision,
    Exemption,
    Experience,
    Measure,
    Note,
    Pack,
    Plan,
    Requirement,
    Review,
    Target,
)
from tests.factories import CareerFactory, CategoryFactory

NOW = datetime.datetime(2026, 11, 16, 12, tzinfo=datetime.UTC)
TABLE = """
Ada    10A   ok     2026-10-01  -           2026-10-02 Ames    yes  goal  NM    25
Ben    10A   ok     2026-06-01  2026-09-10  2026-06-10 Ames    yes  goal  NE    -
Cleo   10A   ok     2026-05-01  -           2026-05-20 Ames    yes  goal  NE    10
Dan    10A   draft  2026-09-01  -           -          -       yes  goal  N     -
Eve    10A   draft  2026-07-31  -           -          -       yes  -     NE    5
Finn   10A   sent   2026-11-01  -           2026-11-02 -       yes  goal  NP    -
Gia    10A   read   2026-10-20  -           2026-10-21 -       yes  goal  NEW   -
Hal    10A   back   2026-10-30  -           2026-10-01 Ames    yes  goal  R     -
Ivy    10A   draft  2026-08-01  -           -          -       no   goal  NE    -
Jon    10A   none   -           -           -          -       yes  -     -     -
Kim    10A   none   -           -           -          -       no   -     -     -
Lea    10A   draft  2026-10-01  -           -          -       yes  -     -     -
Max    10B   ok     2026-09-15  -           2026-09-20 Brook   yes  goal  NE    -
Nia    10B   ok     2026-04-01  2026-07-30  2026-04-02 Brook   yes  goal  EP    -
Oli    10B   sent   2026-11-10  -           2026-11-10 -       yes  goal  EP    3
Pia    10B   draft  2026-11-11  -           -          -       yes  goal  E     -
Quin   10B   draft  2026-11-12  -           -          -       yes  -     E     -
Ray    10B   back   2026-11-13  -           2026-10-11 Brook   yes  goal  EPW   -
Sia    10B   draft  2026-11-14  -           -          -       yes  goal  PL    40.5
Tom    10B   none   -           -           -          -       yes  -     -     -
Uma    10B   draft  2026-11-15  -           -          -       no   -     -     -
Vic    10B   ok     2026-11-01  -           2026-11-03 Ames    yes  goal  NM    -
Wes    11A   ok     2026-09-01  -           2026-09-02 Brook   yes  goal  NE    12+8
Xia    11A   ok     2026-09-01  -           2026-09-03 Brook   yes  goal  NE    19.5
Yan    11A   sent   2026-08-15  -           2026-08-16 -       yes  goal  EP    30
Zoe    11A   draft  2026-03-01  -           -          -       yes  -     -     -
Abe    11A   draft  2026-10-10  -           -          -       yes  goal  E     20
Bea    11A   draft  2026-10-11  -           -          -       yes  goal  NE    -
Cid    11A   ok     2026-10-12  -           2026-10-13 Brook   yes  goal  EP    100
Dot    11A   none   -           -           -          -       no   -     -     -
Eli    11A   back   2026-10-14  -           2026-10-20 Brook   yes  goal  EW    12
Fay    11A   read   2026-10-15  -           2026-10-16 -       yes  goal  NE    21
Gus    12A   ok     2026-02-01  -           2026-02-02 Cole    yes  goal  NE    -
Hua    12A   ok     2026-09-09  -           2026-09-10 Cole    yes  goal  E     8
Ira    12A   draft  2026-09-09  -           -          -       yes  goal  L     -
Jay    12A   draft  2026-09-10  -           -          -       yes  goal  R     -
Kai    12A   none   -           -           -          -       yes  -     -     -
Lou    12A   draft  2026-09-12  -           -          -       no   goal  E     -
Mia    12A   sent   2026-11-16  -           2026-11-16 -       yes  goal  E     -
Ned    12A   draft  2026-09-14  -           -          -       yes  goal  W     -
"""
STATES = {"ok": "approved", "draft": "draft", "sent": "submitted", "read": "in-review", "back": "changes-asked"}
POSTS = {"Ames": ["10A", "10B"], "Brook": ["10B", "11A"], "Cole": ["12A"]}
CAREERS = {
    "N": ("Nurses", "Health"),
    "M": ("Midwives", "Health"),
    "E": ("Electricians", "Trades"),
    "P": ("Plumbers", "Trades"),
    "W": ("Welders", "Trades"),
    "R": ("Roofers", "Trades"),
    "L": ("Librarians", "Culture"),
}
ASKED = [
    (Measure.GOAL_AFTER_SCHOOL, 1, "A goal after school", [10, 11]),
    (Measure.CAREERS, 2, "Two careers", [10, 11]),
    (Measure.HOURS, 20, "Twenty hours at work", [11]),
]


def build() -> School:
    school = School.objects.create(name="Riverside")
    cohorts = {name: Cohort.objects.create(school=school, name=name, year=int(name[:2])) for name in GROUPS}
    staff = {name: User.objects.create(username=name.lower(), name=name) for name in [*POSTS, "Hale"]}
    for name, groups in POSTS.items():
        Post.objects.bulk_create([Post(user=staff[name], school=school, cohort=cohorts[each]) for each in groups])
    Post.objects.create(user=staff["Hale"], school=school)
    fields = {name: CategoryFactory(name=name) for name in ("Health", "Trades", "Culture")}
    careers = {key: CareerFactory(title=title, category=fields[field]) for key, (title, field) in CAREERS.items()}
    for line in LINES:
        enrol(line, cohorts, staff, careers)
    ask(school)
    work(staff, cohorts)
    return school


GROUPS = ("10A", "10B", "11A", "12A")
LINES = [line.split() for line in TABLE.strip().splitlines()]


def at(day: str) -> datetime.datetime | None:
    return None if day == "-" else datetime.datetime.fromisoformat(day).replace(hour=12, tzinfo=datetime.UTC)


def enrol(line: list[str], cohorts, staff, careers) -> None:
    name, group, state, changed, confirmed, *rest = line
    decided, by, signed_in, goal, saved, hours = rest
    seen = at("2026-11-02") if signed_in == "yes" else None
    student = User.objects.create(username=f"{name.lower()}26", name=name, last_login=seen)
    Membership.objects.create(user=student, cohort=cohorts[group])
    if state == "none":
        return
    plan = Plan.objects.create(
        user=student, state=STATES[state], changed_at=at(changed), confirmed_on=at(confirmed),
        submitted_at=at(decided), approved_at=at(decided) if state == "ok" else None,
        after_school="College." if goal == "goal" else "",
    )  # fmt: skip
    Target.objects.bulk_create(
        [Target(plan=plan, career=careers[key], title=careers[key].title) for key in saved if key in careers]
    )
    for each in hours.split("+") if hours != "-" else []:
        Experience.objects.create(plan=plan, title="At the ward", hours=each)
    if by != "-":
        decision = Decision.APPROVED if state == "ok" else Decision.RETURNED
        words = {"note": "Well.", "document": {}, "digest": "a", "by_name": by}
        Review.objects.create(plan=plan, revision=1, decision=decision, by=staff[by], at=at(decided), **words)


def ask(school: School) -> None:
    """Bea is exempt from the hours."""
    pack = Pack.objects.create(school=school, name="Ours", is_used=True)
    for position, (measure, amount, words, years) in enumerate(ASKED):
        Requirement.objects.create(
            pack=pack, measure=measure, amount=amount, words=words, years=years, position=position
        )
    hours = pack.requirements.get(measure=Measure.HOURS)
    Exemption.objects.create(plan=plan_of("bea"), requirement=hours, reason="Ill for a term.")


def work(staff, cohorts) -> None:
    """What counsellors said, noted and gave, some of it last year; and what was taken out or is still to come."""
    for text in ("One.", "Two.", "Three."):
        Comment.objects.create(plan=plan_of("dan"), author=staff["Ames"], author_name="Ames", by_staff=True, text=text)
    Comment.objects.create(plan=plan_of("oli"), author=staff["Brook"], author_name="Brook", by_staff=True, text="Yes.")
    old = {"author": staff["Brook"], "author_name": "Brook", "by_staff": True, "text": "Old.", "at": at("2026-07-30")}
    Comment.objects.create(plan=plan_of("oli"), **old)
    for is_private in (True, False):
        Note.objects.create(
            plan=plan_of("hua"), author=staff["Cole"], author_name="Cole", text="Noted.", is_private=is_private
        )
    Assignment.objects.create(cohort=cohorts["10A"], text="FAFSA.", by=staff["Ames"])
    Assignment.objects.create(cohort=cohorts["11A"], text="FAFSA.", by=staff["Brook"], at=at("2026-05-01"))
    Target.objects.create(plan=plan_of("dan"), title="Gone", career_id=target("M"), removed_at=timezone.now())
    Experience.objects.create(plan=plan_of("ned"), title="To come", hours=50, starts_on=datetime.date(2026, 12, 1))


def plan_of(name: str) -> Plan:
    return Plan.objects.get(user__username=f"{name}26")


def target(key: str) -> int:
    return Target.objects.filter(career__title=CAREERS[key][0]).values_list("career", flat=True)[0]
