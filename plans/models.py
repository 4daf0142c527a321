"""What a student intends: one plan, the careers it aims for, and the steps to take."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from careers.models import Career
from careers.sections import TEXTS


class Plan(models.Model):
    """A student's one plan."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="plan")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    def __str__(self):
        return f"Plan {self.pk}"


class RemovableQuerySet(models.QuerySet):
    def kept(self):
        """What has not been taken out; what has can be brought back."""
        return self.filter(removed_at__isnull=True)


class Target(models.Model):
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

    objects = RemovableQuerySet.as_manager()

    class Meta:
        ordering = ["rank", "saved_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "career"],
                name="plans_target_once",
                violation_error_message="This career is in your plan already.",
            ),
        ]

    def __str__(self):
        return self.title


class Step(models.Model):
    """Something to do, under a saved career or apart from any. Words taken from a profile are copied, and stay as they were."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="steps")
    target = models.ForeignKey(Target, on_delete=models.SET_NULL, null=True, blank=True, related_name="steps")
    text = models.CharField(max_length=500)
    due_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    position = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0, help_text="Counts changes, so that two tabs notice each other.")
    token = models.UUIDField(
        default=uuid.uuid4, help_text="Of the form it was sent with: a double click makes one step."
    )
    career = models.ForeignKey(Career, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    section = models.CharField(max_length=24, blank=True, choices=[(entry.key, entry.label) for entry in TEXTS])
    item = models.CharField(max_length=16, blank=True, help_text="The key of the profile's item it was taken from.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = RemovableQuerySet.as_manager()

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
                condition=~models.Q(item=""),
                name="plans_step_item_once",
                violation_error_message="This item is in your plan already.",
            ),
            models.CheckConstraint(
                name="plans_step_has_text",
                condition=~models.Q(text=""),
                violation_error_message="Write what you will do.",
            ),
        ]

    def __str__(self):
        return self.text
