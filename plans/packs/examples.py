"""Sets to begin with: our reading of public rules, in our own words. Which numbers hold is for schools to say."""

from dataclasses import dataclass

from plans.models import Measure


@dataclass(frozen=True)
class Asked:
    """``years`` empty is every year."""

    measure: Measure
    amount: int
    words: str
    years: tuple[int, ...] = ()


@dataclass(frozen=True)
class Example:
    key: str
    name: str
    about: str
    asked: tuple[Asked, ...]


OURS = "This is our reading, with numbers of ours where there are none. Check the rules you are under, and change it."
SIMPLE = Example(
    "simple",
    "A simple plan",
    "The least that makes a plan worth talking about: where to, which careers and why, and what comes next. It follows "
    "no rule in particular. Change it as it suits you.",
    (
        Asked(Measure.GOAL_AFTER_SCHOOL, 1, "Where you want to be after school, in your words"),
        Asked(Measure.GOAL_IN_WORK, 1, "Where you want to be in work, in your words"),
        Asked(Measure.CAREERS_WEIGHED, 2, "Two careers with what speaks for or against them"),
        Asked(Measure.STEPS, 3, "Three steps you will take"),
        Asked(Measure.GOALS_SHOWN, 1, "One goal with something that shows you worked on it"),
        Asked(Measure.TALKS, 1, "A talk with your counsellor"),
    ),
)
ICAP = Example(
    "icap",
    "Career and academic plan (ICAP)",
    "After the individual career and academic plans that US states such as Colorado and Oklahoma ask of every student: "
    "goals, careers explored, courses that fit them, work-based or service learning, the way to pay for what comes "
    f"next, the family's eye on it, and a review each year. {OURS}",
    (
        Asked(Measure.GOAL_AFTER_SCHOOL, 1, "Your goal after high school"),
        Asked(Measure.GOAL_IN_WORK, 1, "Your goal in work"),
        Asked(Measure.CAREERS, 3, "Three careers you explored", (9,)),
        Asked(Measure.CAREERS_WEIGHED, 2, "Two careers compared: notes on each, or why not", (10, 11, 12)),
        Asked(Measure.COURSES, 4, "The courses you take and plan to take"),
        Asked(Measure.GOALS, 1, "One goal of your own for this year", (9,)),
        Asked(Measure.GOALS_SHOWN, 1, "One goal with evidence that you worked on it", (10, 11, 12)),
        Asked(Measure.SKILLS, 3, "Three skills you have or want", (9, 10)),
        Asked(Measure.ACTIVITIES, 1, "An activity, service or award", (9, 10, 11, 12)),
        Asked(Measure.EXPERIENCES, 1, "One time at a workplace, or of service", (11,)),
        Asked(Measure.HOURS, 20, "20 hours of work-based learning", (12,)),
        Asked(Measure.APPLICATIONS, 1, "Where you apply, by when, and who pays", (12,)),
        Asked(Measure.TALKS, 1, "A talk with your counsellor"),
        Asked(Measure.FAMILY, 1, "Your family read your plan this year"),
        Asked(Measure.SIGNED_OFF, 1, "Your plan is signed off for this year"),
    ),
)
GATSBY = Example(
    "gatsby",
    "Careers guidance (Gatsby)",
    "After those of England's Gatsby benchmarks that a student's own record can show: knowing careers and the labour "
    "market (2), advice that fits the person (3), meeting employers (5), time at workplaces (6), meeting colleges, "
    f"training providers and universities (7), and personal guidance (8). The others are the school's own work. {OURS}",
    (
        Asked(Measure.CAREERS, 2, "Two careers you looked at, with what they pay and where the jobs are", (7, 8, 9)),
        Asked(Measure.CAREERS_WEIGHED, 2, "Two careers with what speaks for or against them", (10, 11, 12, 13)),
        Asked(Measure.GOAL_AFTER_SCHOOL, 1, "Where you want to be after school", (9, 10, 11, 12, 13)),
        Asked(Measure.GOALS, 1, "One goal for this year"),
        Asked(Measure.COURSES, 3, "The subjects you take, or think of taking", (9, 10, 11, 12, 13)),
        Asked(Measure.REFLECTIONS, 1, "What you made of meeting somebody who works, or of a visit"),
        Asked(Measure.EXPERIENCES, 1, "A first time at a workplace", (10, 11)),
        Asked(Measure.EXPERIENCES, 2, "A second time at a workplace", (12, 13)),
        Asked(Measure.APPLICATIONS, 1, "One college, apprenticeship or university you looked into", (11, 12, 13)),
        Asked(Measure.TALKS, 1, "A first talk with a careers adviser", (10, 11)),
        Asked(Measure.TALKS, 2, "A second talk with a careers adviser", (12, 13)),
    ),
)
EXAMPLES = {example.key: example for example in (SIMPLE, ICAP, GATSBY)}
