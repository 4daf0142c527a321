"""Steps: what to do, under a saved career, a goal or apart from any."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from careers.models import Career
from careers.models.natural import NaturalKeyManager, NaturallyKeyed
from careers.sections import TEXTS
from plans.models.goals import Goal
from plans.models.plan import Plan, Target
from plans.models.rows import FIRST_DAY, LAST_DAY, RemovableQuerySet


class Progress(models.TextChoices):
    NOT_STARTED = "not-started", "Not started"
    STARTED = "started", "Started"
    DONE = "done", "Done"
    NOT_NEEDED = "not-needed", "Does not apply"


class StepQuerySet(RemovableQuerySet):
    def shown(self):
        """What the plan shows: a step goes out of sight, and comes back, with the saved career it stands under."""
        return self.kept().filter(target__removed_at__isnull=True)


class Step(NaturallyKeyed):
    """Something to do, under a saved career or apart from any. What is taken from a profile is copied and stays so."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="steps")
    target = models.ForeignKey(Target, on_delete=models.SET_NULL, null=True, blank=True, related_name="steps")
    goal = models.ForeignKey(Goal, on_delete=models.SET_NULL, null=True, blank=True, related_name="steps")
    text = models.CharField(max_length=500)
    state = models.CharField(max_length=12, choices=Progress, default=Progress.NOT_STARTED)
    helper = models.CharField("who helps", max_length=120, blank=True)
    evidence = models.TextField(blank=True, max_length=2_000, help_text="What shows that you did it, in your words.")
    evidence_link = models.URLField("link to evidence", blank=True, max_length=500)
    reflection = models.TextField(blank=True, max_length=2_000)
    assignment = models.ForeignKey(
        "plans.Assignment",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="steps",
        help_text="What the counsellor gave a whole group; none for a step of their own.",
    )
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
            models.UniqueConstraint(
                fields=["plan", "assignment"],
                name="plans_step_assigned_once",
                violation_error_message="This step was given to the student already.",
            ),
            models.CheckConstraint(
                name="plans_step_done_has_day",
                condition=Q(state=Progress.DONE, done_on__isnull=False)
                | (~Q(state=Progress.DONE) & Q(done_on__isnull=True)),
                violation_error_message="A step that is done has the day it was done on, and no other has one.",
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
        return [step.told() for step in cls.objects.of(user).select_related("target", "career", "goal")]

    def told(self) -> dict:
        return {
            "step": self.text,
            "for career": self.target.title if self.target else None,
            "for goal": self.goal.text if self.goal else None,
            "state": self.get_state_display(),
            "due": self.due_on,
            "done": self.done_on,
            "who helps": self.helper,
            "evidence": self.evidence,
            "link to evidence": self.evidence_link,
            "reflection": self.reflection,
            "from career": self.career.title if self.career else None,
            "from section": self.get_section_display(),
            "item": self.item,
            "given to the group": self.assignment_id is not None,
            "place": self.position,
            "written on": self.created_at,
            "deleted on": self.removed_at,
        }
