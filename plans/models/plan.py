"""What a student intends: one plan, and the careers it aims for."""

import datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Q
from django.utils import timezone

from careers.models import Career
from careers.models.natural import NaturalKeyManager, NaturallyKeyed
from plans.models.rows import RemovableQuerySet

UPDATE_AFTER = datetime.timedelta(days=365)


class State(models.TextChoices):
    """Where a plan stands between its student and their counsellor."""

    DRAFT = "draft", "Being written"
    SUBMITTED = "submitted", "Waiting for review"
    IN_REVIEW = "in-review", "Being read"
    CHANGES_ASKED = "changes-asked", "Sent back with questions"
    APPROVED = "approved", "Signed off"
    ARCHIVED = "archived", "Archived"


WAITING = (State.SUBMITTED, State.IN_REVIEW)


class PlanQuerySet(models.QuerySet):
    def seen_by(self, staff):
        """The plans of the students this member of staff looks after now; nobody else's."""
        return self.filter(user__in=get_user_model().objects.students_of(staff))

    def waiting(self):
        """For a counsellor to read, the longest first."""
        return self.filter(state__in=WAITING).order_by("submitted_at", "pk")


class Plan(NaturallyKeyed):
    """A student's one living plan. Each time it is signed off a copy stays, and the next change begins a revision."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plan")
    after_school = models.TextField("goal after school", blank=True, max_length=2_000)
    in_work = models.TextField("goal in work", blank=True, max_length=2_000)
    goals_version = models.PositiveIntegerField(
        default=0, editable=False, help_text="Counts changes of these two, so that two tabs notice each other."
    )
    state = models.CharField(max_length=14, choices=State, default=State.DRAFT, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)
    submitted_at = models.DateTimeField(null=True, blank=True, editable=False)
    approved_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="When it was last signed off.")
    changed_at = models.DateTimeField(
        default=timezone.now, editable=False, help_text="When the student last changed it."
    )
    spoken_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When student and counsellor last exchanged a word."
    )
    confirmed_on = models.DateField(
        null=True, blank=True, editable=False, help_text="When the student last said that all of it still holds."
    )
    feed = models.CharField(
        max_length=43, null=True, blank=True, unique=True, editable=False, help_text="The secret of its calendar."
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    natural_fields = ("user__username",)

    objects = NaturalKeyManager.from_queryset(PlanQuerySet)()

    class Meta:
        indexes = [
            models.Index(fields=["state", "submitted_at"], name="plans_plan_waiting"),
            models.Index(fields=["changed_at"], name="plans_plan_changed"),
        ]
        constraints = [
            models.CheckConstraint(
                name="plans_plan_waiting_since",
                condition=~Q(state__in=WAITING) | Q(submitted_at__isnull=False),
                violation_error_message="A plan that waits for review says since when.",
            ),
            models.CheckConstraint(
                name="plans_plan_approved_when",
                condition=~Q(state=State.APPROVED) | Q(approved_at__isnull=False),
                violation_error_message="A plan that is signed off says when.",
            ),
        ]

    def __str__(self):
        return f"Plan {self.pk}"

    @classmethod
    def held_about(cls, user) -> list[dict]:
        return [plan.told() for plan in cls.objects.filter(user=user)]

    def told(self) -> dict:
        return {
            "goal after school": self.after_school,
            "goal in work": self.in_work,
            "state": self.get_state_display(),
            "revision": self.revision,
            "sent for review on": self.submitted_at,
            "signed off on": self.approved_at,
            "last changed on": self.changed_at,
            "last word exchanged on": self.spoken_at,
            "confirmed on": self.confirmed_on,
            "has a calendar address": bool(self.feed),
            "made on": self.created_at,
        }

    def update_is_due(self) -> bool:
        """A year after it was signed off, or last confirmed, it is looked at again."""
        return self.state == State.APPROVED and self.approved_at < timezone.now() - UPDATE_AFTER


class Target(NaturallyKeyed):
    """A career saved in a plan. Taking it out keeps its notes and steps, so that undo brings everything back."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="targets")
    career = models.ForeignKey(Career, on_delete=models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=120, help_text="The career's title when it was saved, should the career go.")
    rank = models.PositiveIntegerField(default=0)
    notes = models.TextField(blank=True, max_length=10_000)
    version = models.PositiveIntegerField(
        default=0, help_text="Counts changes of the notes, so that two tabs notice each other."
    )
    saved_at = models.DateTimeField(default=timezone.now)
    removed_at = models.DateTimeField(null=True, blank=True)

    natural_fields = ("plan__user__username", "career__slug")

    objects = NaturalKeyManager.from_queryset(RemovableQuerySet)()

    class Meta:
        ordering = ["rank", "saved_at", "pk"]
        verbose_name = "saved career"
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "career"],
                name="plans_target_once",
                violation_error_message="This career is in your plan already.",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """The career's title as it is now, or as it was where the career is not to be read any more."""
        return self.career.title if self.is_open else self.title

    @property
    def is_open(self):
        """Whether there is a profile to read."""
        return self.career is not None and self.career.is_public()

    @property
    def holdings(self):
        """What goes out and comes back with it: “2 steps and your notes”, or nothing."""
        count = self.steps.kept().count()
        steps = f"{count} step{'' if count == 1 else 's'}" if count else ""
        return " and ".join(filter(None, [steps, "your notes" if self.notes else ""]))

    def natural_key(self):
        return (*self.plan.natural_key(), self.career.slug if self.career else None)

    @classmethod
    def held_about(cls, user) -> list[dict]:
        return [target.told() for target in cls.objects.of(user)]

    def told(self) -> dict:
        return {
            "career": self.title,
            "notes": self.notes,
            "place": self.rank,
            "saved on": self.saved_at,
            "deleted on": self.removed_at,
        }


class RuledOutQuerySet(models.QuerySet):
    def of(self, user):
        """The rows of this person's plan: whoever else asks finds nothing."""
        return self.filter(plan__user=user)


class RuledOut(NaturallyKeyed):
    """A career that a student decided against, and why."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="ruled_out")
    career = models.ForeignKey(Career, on_delete=models.SET_NULL, null=True, related_name="+")
    title = models.CharField(max_length=120, help_text="The career's title when it was ruled out, should it go.")
    reason = models.CharField(max_length=200)
    ruled_out_at = models.DateTimeField(default=timezone.now)

    natural_fields = ("plan__user__username", "career__slug")

    objects = NaturalKeyManager.from_queryset(RuledOutQuerySet)()

    class Meta:
        ordering = ["-ruled_out_at", "-pk"]
        verbose_name = verbose_name_plural = "careers ruled out"
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "career"],
                name="plans_ruledout_once",
                violation_error_message="You ruled this career out already.",
            ),
            models.CheckConstraint(
                name="plans_ruledout_has_reason",
                condition=~Q(reason=""),
                violation_error_message="Say in a few words why.",
            ),
        ]

    def __str__(self):
        return self.title

    def natural_key(self):
        return (*self.plan.natural_key(), self.career.slug if self.career else None)

    @classmethod
    def held_about(cls, user) -> list[dict]:
        return [row.told() for row in cls.objects.of(user)]

    def told(self) -> dict:
        return {"career": self.title, "reason": self.reason, "ruled out on": self.ruled_out_at}
