"""How much of each measure plans hold. What counts, and what does not, is said here and nowhere else."""

from collections.abc import Callable, Collection, Iterator

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

    One query for each kind of row that is asked about, however many plans there are, and one for a queryset of plans.
    """
    keys, plan_keys = keys_of(plans)
    nothing = {str(measure): 0 for measure in only}
    found = {pk: nothing.copy() for pk in plan_keys}
    for rows, counts in counted(only):
        wanted = {measure.name: how for measure, how in counts.items() if measure in only}
        grouped = rows.filter(plan__in=keys).order_by().values("plan").annotate(**wanted) if wanted else ()
        for row in grouped:
            amounts = found.get(row["plan"], {})
            amounts |= {Measure[name].value: amounts.get(Measure[name], 0) + int(row[name] or 0) for name in wanted}
    return found


def keys_of(plans: Collection[Plan] | QuerySet[Plan]) -> tuple[QuerySet | list[int], Collection[int]]:
    """As queries take them, and one by one."""
    if isinstance(plans, QuerySet):
        keys = plans.order_by().values("pk")
        return keys, Plan.objects.filter(pk__in=keys).order_by().values_list("pk", flat=True)
    listed = [plan.pk for plan in plans]
    return listed, listed


def counted(only: Collection[str] = ALL) -> Iterator[tuple[QuerySet, Counts]]:
    """Each kind of row that has something to say of these measures, and what is counted among them.

    A measure is the sum of what they say. What the student took out is not there, and what a counsellor keeps private
    is not counted.
    """
    for measures, rows_and_counts in COUNTED:
        if any(measure in only for measure in measures):
            yield rows_and_counts()


def plans_themselves() -> tuple[QuerySet, Counts]:
    """Its two goals, in words; and whether it was signed off in the last year, though it may have changed since."""
    return Plan.objects.annotate(plan=F("pk")), {
        Measure.GOAL_AFTER_SCHOOL: Count("pk", filter=~Q(after_school="")),
        Measure.GOAL_IN_WORK: Count("pk", filter=~Q(in_work="")),
        Measure.SIGNED_OFF: Count("pk", filter=Q(approved_at__gt=a_year_ago())),
    }


def saved_careers() -> tuple[QuerySet, Counts]:
    """Weighed up are those the student wrote notes about; one that is ruled out as well counts there."""
    out = RuledOut.objects.filter(plan=OuterRef("plan"), career=OuterRef("career"))
    return Target.objects.kept(), {
        Measure.CAREERS: Count("pk"),
        Measure.CAREERS_WEIGHED: Count("pk", filter=~Q(notes="") & ~Exists(out)),
    }


def ruled_out() -> tuple[QuerySet, Counts]:
    return RuledOut.objects.all(), {Measure.CAREERS_RULED_OUT: Count("pk"), Measure.CAREERS_WEIGHED: Count("pk")}


def goals() -> tuple[QuerySet, Counts]:
    return Goal.objects.kept().exclude(state=Goal.State.DROPPED), {Measure.GOALS: Count("pk")}


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


# By what is counted, and made only where it is asked for: a query costs more to put together than to run.
COUNTED: tuple[tuple[tuple[Measure, ...], Callable[[], tuple[QuerySet, Counts]]], ...] = (
    ((Measure.GOAL_AFTER_SCHOOL, Measure.GOAL_IN_WORK, Measure.SIGNED_OFF), plans_themselves),
    ((Measure.CAREERS, Measure.CAREERS_WEIGHED), saved_careers),
    ((Measure.CAREERS_RULED_OUT, Measure.CAREERS_WEIGHED), ruled_out),
    ((Measure.GOALS,), goals),
    (
        (Measure.STEPS, Measure.STEPS_DONE, Measure.EVIDENCE, Measure.GOALS_SHOWN, Measure.REFLECTIONS),
        steps,
    ),
    ((Measure.EXPERIENCES, Measure.HOURS, Measure.REFLECTIONS), times_at_work),
    ((Measure.COURSES,), lambda: (Course.objects.kept(), {Measure.COURSES: Count("pk")})),
    ((Measure.SKILLS,), lambda: (Skill.objects.kept(), {Measure.SKILLS: Count("pk")})),
    ((Measure.ACTIVITIES,), lambda: (Activity.objects.kept(), {Measure.ACTIVITIES: Count("pk")})),
    ((Measure.APPLICATIONS,), lambda: (Application.objects.kept(), {Measure.APPLICATIONS: Count("pk")})),
    ((Measure.TALKS,), lambda: (Note.objects.shared(), {Measure.TALKS: Count("pk")})),
    ((Measure.FAMILY,), lambda: (Link.objects.filter(acknowledged_at__gt=a_year_ago()), {Measure.FAMILY: Count("pk")})),
)
