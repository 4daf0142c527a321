"""What a student intends: one plan, the careers it aims for, and the steps to take."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from careers.models import Career
from careers.models.natural import NaturalKeyManager, NaturallyKeyed
from careers.sections import TEXTS

FIRST_DAY, LAST_DAY = datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)


class Plan(NaturallyKeyed):
    """A student's one plan."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plan")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    natural_fields = ("user__username",)

    def __str__(self):
        return f"Plan {self.pk}"

    @classmethod
    def held_about(cls, user) -> list[dict]:
        return [{"made on": plan.created_at} for plan in cls.objects.filter(user=user)]


class RemovableQuerySet(models.QuerySet):
    """Rows of a plan that can be taken out and brought back."""

    def of(self, user):
        """The rows of this person's plan: whoever else asks finds nothing."""
        return self.filter(plan__user=user)

    def kept(self):
        """What has not been taken out; what has can be brought back."""
        return self.filter(removed_at__isnull=True)

    def removed(self):
        return self.filter(removed_at__isnull=False)


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


class StepQuerySet(RemovableQuerySet):
    def shown(self):
        """What the plan shows: a step goes out of sight, and comes back, with the saved career it stands under."""
        return self.kept().filter(target__removed_at__isnull=True)


class Step(NaturallyKeyed):
    """Something to do, under a saved career or apart from any. What is taken from a profile is copied and stays so."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="steps")
    target = models.ForeignKey(Target, on_delete=models.SET_NULL, null=True, blank=True, related_name="steps")
    text = models.CharField(max_length=500)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    position = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(
        default=0, help_text="Counts changes of its words and date, so that two tabs notice each other."
    )
    token = models.UUIDField(
        default=uuid.uuid4, help_text="Made of the form it was sent with: a double click makes one step."
    )
    career = models.ForeignKey(Career, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    section = models.CharField(max_length=24, blank=True, choices=[(entry.key, entry.label) for entry in TEXTS])
    item = models.CharField(max_length=16, blank=True, help_text="The key of the profile's item it was taken from.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True)

    natural_fields = ("plan__user__username", "token")

    objects = NaturalKeyManager.from_queryset(StepQuerySet)()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "token"],
                name="plans_step_sent_once",
                violation_error_message="This step is in your plan already.",
            ),
            models.UniqueConstraint(
                fields=["plan", "career", "section", "item"],
                condition=~Q(item=""),
                name="plans_step_item_once",
                violation_error_message="This item is in your plan already.",
            ),
            models.CheckConstraint(
                name="plans_step_has_text",
                condition=~Q(text=""),
                violation_error_message="Write what you will do.",
            ),
            models.CheckConstraint(
                name="plans_step_due_in_reach",
                condition=Q(due_on__isnull=True) | Q(due_on__range=(FIRST_DAY, LAST_DAY)),
                violation_error_message="Choose a day between 1900 and 2200.",
            ),
            models.CheckConstraint(
                name="plans_step_item_has_section",
                condition=Q(item="") | ~Q(section=""),
                violation_error_message="An item is known by its section and its key.",
            ),
        ]

    def __str__(self):
        return self.text

    @classmethod
    def held_about(cls, user) -> list[dict]:
        return [step.told() for step in cls.objects.of(user).select_related("target", "career")]

    def told(self) -> dict:
        return {
            "step": self.text,
            "for career": self.target.title if self.target else None,
            "due": self.due_on,
            "done": self.done_on,
            "from career": self.career.title if self.career else None,
            "from section": self.get_section_display(),
            "item": self.item,
            "place": self.position,
            "written on": self.created_at,
            "deleted on": self.removed_at,
        }
