"""Goals: what a student wants to reach, and why."""

from django.db import models

from plans.models.rows import PlanRow, day_in_reach, has_words, sent_once


class Goal(PlanRow):
    """One thing to reach, under which steps stand."""

    class Kind(models.TextChoices):
        SCHOOL = "school", "School or study"
        WORK = "work", "Work"
        SKILL = "skill", "A skill"
        LIFE = "life", "Something else"

    class State(models.TextChoices):
        NOT_STARTED = "not-started", "Not started"
        STARTED = "started", "Started"
        REACHED = "reached", "Reached"
        DROPPED = "dropped", "Not any more"

    text = models.CharField("goal", max_length=300)
    kind = models.CharField("what it is about", max_length=8, choices=Kind, default=Kind.SCHOOL)
    why = models.TextField("why it matters", blank=True, max_length=2_000)
    due_on = models.DateField("by when", null=True, blank=True)
    state = models.CharField("how far it is", max_length=12, choices=State, default=State.NOT_STARTED)

    class Meta(PlanRow.Meta):
        constraints = [
            sent_once("plans_goal_sent_once"),
            has_words("plans_goal_has_text", "text", "Write what you want to reach."),
            day_in_reach("plans_goal_due_in_reach", "due_on"),
        ]

    def __str__(self):
        return self.text
