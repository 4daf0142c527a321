"""How much of each measure plans hold. What counts, and what does not, is said here and nowhere else."""

from collections.abc import Collection, Iterator

from django.db.models import Aggregate, Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from plans.models import (
    UPDATE_AFTER,
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

Counts = dict[Measure, Aggregate]
ALL = tuple(Measure)


def measured(plans: Collection[Plan] | QuerySet[Plan], only: Collection[str] = ALL) -> dict[int, dict[str, int]]:
    """How much each plan holds, by its key and the measure's value; 0 of what it does not hold.

    One query for the plans and one for each kind of row that is asked about, however many plans there are.
    """
    keys = plans.order_by().values("pk") if isinstance(plans, QuerySet) else [plan.pk for plan in plans]
    plan_keys = Plan.objects.filter(pk__in=keys).order_by().values_list("pk", flat=True)
    found = {pk: {str(measure): 0 for measure in only} for pk in plan_keys}
    for rows, counts in counted():
        wanted = {measure.name: how for measure, how in counts.items() if measure in only}
        grouped = rows.filter(plan__in=keys).order_by().values("plan").annotate(**wanted) if wanted else ()
        for row in grouped:
            amounts = found.get(row["plan"], {})
            amounts |= {Measure[name].value: amounts.get(Measure[name], 0) + int(row[name] or 0) for name in wanted}
    return found


def counted() -> Iterator[tuple[QuerySet, Counts]]:
    """Each kind of row, and what is counted among them; a measure is the sum of what they say.

    What the student took out is not there, and what a counsellor keeps private is not counted.
    """
    yield plans_themselves()
    yield saved_careers()
    yield RuledOut.objects.all(), {Measure.CAREERS_RULED_OUT: Count("pk"), Measure.CAREERS_WEIGHED: Count("pk")}
    yield Goal.objects.kept().exclude(state=Goal.State.DROPPED), {Measure.GOALS: Count("pk")}
    yield steps()
    yield times_at_work()
    yield Course.objects.kept(), {Measure.COURSES: Count("pk")}
    yield Skill.objects.kept(), {Measure.SKILLS: Count("pk")}
    yield Activity.objects.kept(), {Measure.ACTIVITIES: Count("pk")}
    yield Application.objects.kept(), {Measure.APPLICATIONS: Count("pk")}
    yield Note.objects.shared(), {Measure.TALKS: Count("pk")}
    yield Link.objects.filter(acknowledged_at__gt=a_year_ago()), {Measure.FAMILY: Count("pk")}


def plans_themselves() -> tuple[QuerySet, Counts]:
    """Its two goals, in words; and whether it was signed off in the last year, though it may have changed since."""
    return Plan.objects.annotate(plan=F("pk")), {
        Measure.GOAL_AFTER_SCHOOL: Count("pk", filter=~Q(after_school="")),
        Measure.GOAL_IN_WORK: Count("pk", filter=~Q(in_work="")),
        Measure.SIGNED_OFF: Count("pk", filter=Q(approved_at__gt=a_year_ago())),
    }


def saved_careers() -> tuple[QuerySet, Counts]:
    """Weighed up are those the student wrote notes about; one that is ruled out as well counts there."""
    ruled_out = RuledOut.objects.filter(plan=OuterRef("plan"), career=OuterRef("career"))
    return Target.objects.kept(), {
        Measure.CAREERS: Count("pk"),
        Measure.CAREERS_WEIGHED: Count("pk", filter=~Q(notes="") & ~Exists(ruled_out)),
    }


def steps() -> tuple[QuerySet, Counts]:
    """What does not apply is no step. Evidence is words, a link or a file; a goal has it through its steps."""
    files = Evidence.objects.kept().filter(step=OuterRef("pk"))
    shown = ~Q(evidence="") | ~Q(evidence_link="") | Exists(files)
    goal = Q(goal__isnull=False, goal__removed_at=None) & ~Q(goal__state=Goal.State.DROPPED)
    return Step.objects.shown().exclude(state=Progress.NOT_NEEDED), {
        Measure.STEPS: Count("pk"),
        Measure.STEPS_DONE: Count("pk", filter=Q(state=Progress.DONE)),
        Measure.EVIDENCE: Count("pk", filter=shown),
        Measure.GOALS_SHOWN: Count("goal", filter=shown & goal, distinct=True),
        Measure.REFLECTIONS: Count("pk", filter=~Q(reflection="")),
    }


def times_at_work() -> tuple[QuerySet, Counts]:
    """Those that have begun; one without a day counts. Hours are added up, and the part of an hour left over is not."""
    begun = Q(starts_on=None) | Q(starts_on__lte=timezone.localdate())
    return Experience.objects.kept().filter(begun), {
        Measure.EXPERIENCES: Count("pk"),
        Measure.HOURS: Sum("hours"),
        Measure.REFLECTIONS: Count("pk", filter=~Q(reflection="")),
    }


def a_year_ago():
    return timezone.now() - UPDATE_AFTER
