"""What a school asks of plans, and what counsellors give to whole groups: data that the school edits."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.models import Cohort, Membership, School
from plans.models.plan import Plan
from plans.models.rows import day_in_reach


class Measure(models.TextChoices):
    """What can be counted in a plan."""

    GOAL_AFTER_SCHOOL = "goal-after-school", "A goal after school"
    GOAL_IN_WORK = "goal-in-work", "A goal in work"
    CAREERS = "careers", "Careers saved"
    CAREERS_RULED_OUT = "careers-ruled-out", "Careers ruled out with a reason"
    CAREERS_WEIGHED = "careers-weighed", "Careers weighed up: saved with notes, or ruled out"
    GOALS = "goals", "Goals"
    GOALS_SHOWN = "goals-shown", "Goals with evidence at a step"
    STEPS = "steps", "Steps"
    STEPS_DONE = "steps-done", "Steps done"
    EVIDENCE = "evidence", "Steps with evidence"
    REFLECTIONS = "reflections", "Reflections"
    COURSES = "courses", "Courses"
    EXPERIENCES = "experiences", "Times at a workplace"
    HOURS = "hours", "Hours of work-based learning"
    SKILLS = "skills", "Skills"
    ACTIVITIES = "activities", "Activities and awards"
    APPLICATIONS = "applications", "Applications"
    TALKS = "talks", "Talks with a counsellor that are noted"
    FAMILY = "family", "Read by the family"
    SIGNED_OFF = "signed-off", "Signed off by a counsellor"


class PackQuerySet(models.QuerySet):
    def headed_by(self, user):
        """The sets of the schools that this person heads: theirs to change."""
        return self.filter(school__in=School.objects.headed_by(user))


class Pack(models.Model):
    """What a plan must contain, in the words of the school."""

    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="packs")
    name = models.CharField(max_length=120)
    about = models.TextField(blank=True, max_length=2_000)
    is_used = models.BooleanField("in use", default=False)

    objects = PackQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = "set of requirements"
        verbose_name_plural = "sets of requirements"
        constraints = [
            models.UniqueConstraint(
                fields=["school", "name"],
                name="plans_pack_once",
                violation_error_message="The school has a set of this name.",
            ),
            models.UniqueConstraint(
                fields=["school"],
                condition=Q(is_used=True),
                name="plans_pack_one_used",
                violation_error_message="A school uses one set at a time.",
            ),
        ]

    def __str__(self):
        return self.name


class Requirement(models.Model):
    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="requirements")
    years = models.JSONField(default=list, blank=True, help_text="The years or grades it is for; empty for all.")
    measure = models.CharField(max_length=20, choices=Measure)
    amount = models.PositiveIntegerField(default=1)
    words = models.CharField(max_length=200, help_text="As student and counsellor read it.")
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="plans_requirement_amount",
                condition=Q(amount__range=(1, 10_000)),
                violation_error_message="Ask for at least one.",
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def years_in_words(self) -> str:
        if not self.years:
            return "every year"
        *others, last = map(str, sorted(self.years))
        return f"years {', '.join(others)} and {last}" if others else f"year {last}"

    def is_for(self, year: int) -> bool:
        return not self.years or year in self.years


class AssignmentQuerySet(models.QuerySet):
    def seen_by(self, staff):
        """What was given to the groups that this member of staff looks after now."""
        return self.filter(cohort__in=Cohort.objects.open().of_staff(staff))

    def standing(self):
        return self.filter(withdrawn_at__isnull=True)

    def missing_from_plan_of(self, user):
        """What the whole of a student's group was given, and they were neither given nor exempted from."""
        cohorts = Membership.objects.current().filter(user=user).values("cohort")
        given = self.model._meta.get_field("steps").related_model.objects.filter(plan__user=user)
        exempt = Exemption.objects.filter(plan__user=user, assignment=models.OuterRef("pk"))
        return self.standing().filter(
            ~models.Exists(given.filter(assignment=models.OuterRef("pk"))),
            ~models.Exists(exempt),
            for_all=True,
            cohort__in=cohorts,
        )


class Assignment(models.Model):
    """A step that every student of a cohort gets, with its date; or, where it is not for all, some chosen ones."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="assignments")
    text = models.CharField(max_length=500)
    why = models.CharField("why", max_length=500, blank=True)
    due_on = models.DateField(null=True, blank=True)
    for_all = models.BooleanField(default=True, help_text="Whoever joins the group later gets it too.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField(default=timezone.now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="plans_assignment_has_text",
                condition=~Q(text=""),
                violation_error_message="Write what everybody is to do.",
            ),
            day_in_reach("plans_assignment_due_in_reach", "due_on"),
        ]

    def __str__(self):
        return self.text

    @classmethod
    def held_about(cls, user) -> list[dict]:
        """What a member of staff gave to groups; what a student was given stands among their steps."""
        rows = cls.objects.filter(by=user).select_related("cohort")
        return [{"step": row.text, "for": str(row.cohort), "due": row.due_on, "on": row.at} for row in rows]


class Exemption(models.Model):
    """One student need not do what the group was given, or what the school asks; staff say why."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="exemptions")
    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    requirement = models.ForeignKey(Requirement, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="plans_exemption_of_one_thing",
                condition=Q(assignment__isnull=False, requirement__isnull=True)
                | Q(assignment__isnull=True, requirement__isnull=False),
                violation_error_message="An exemption is from one step or from one requirement.",
            ),
            models.UniqueConstraint(
                fields=["plan", "assignment"],
                name="plans_exemption_assignment_once",
                violation_error_message="This student is exempt already.",
            ),
            models.UniqueConstraint(
                fields=["plan", "requirement"],
                name="plans_exemption_requirement_once",
                violation_error_message="This student is exempt already.",
            ),
        ]

    def __str__(self):
        return f"Exemption {self.pk}"

    @classmethod
    def held_about(cls, user) -> list[dict]:
        rows = cls.objects.filter(plan__user=user).select_related("assignment", "requirement")
        return [
            {"exempt from": str(row.assignment or row.requirement), "because": row.reason, "on": row.at} for row in rows
        ]


class SavedView(models.Model):
    """Filters of the caseload that a member of staff keeps under a name."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_views")
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "name"],
                name="plans_savedview_once",
                violation_error_message="You have a view of this name.",
            ),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def held_about(cls, user) -> list[dict]:
        return [{"view": row.name, "filters": row.query} for row in cls.objects.filter(user=user)]
