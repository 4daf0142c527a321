"""What a plan keeps beside goals and steps: courses, work-based learning, skills, activities and applications."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from plans.models.rows import PlanRow, day_in_reach, has_words, sent_once


class Course(PlanRow):
    """A subject in one school year."""

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        TAKING = "taking", "Taking it now"
        DONE = "done", "Done"

    name = models.CharField("course", max_length=120)
    year = models.PositiveSmallIntegerField(
        "year or grade", validators=[MinValueValidator(1), MaxValueValidator(14)], help_text="From 1 to 14."
    )
    state = models.CharField("where you are", max_length=8, choices=State, default=State.PLANNED)
    result = models.CharField(max_length=40, blank=True, help_text="Optional: a mark, a grade, credits.")
    notes = models.TextField(blank=True, max_length=1_000)

    class Meta(PlanRow.Meta):
        ordering = ["year", "position", "pk"]
        constraints = [
            sent_once("plans_course_sent_once"),
            has_words("plans_course_has_name", "name", "Write what the course is called."),
            models.CheckConstraint(
                name="plans_course_year",
                condition=Q(year__range=(1, 14)),
                violation_error_message="A year or grade is a number from 1 to 14.",
            ),
        ]

    def __str__(self):
        return self.name


class Experience(PlanRow):
    """Work-based learning: time spent where people work."""

    class Kind(models.TextChoices):
        VISIT = "visit", "Visit to a workplace"
        SHADOWING = "shadowing", "Shadowing somebody"
        PLACEMENT = "placement", "Work placement"
        VOLUNTEERING = "volunteering", "Volunteering"
        JOB = "job", "Paid job"
        PROJECT = "project", "Project with an employer"

    kind = models.CharField("what kind", max_length=12, choices=Kind, default=Kind.PLACEMENT)
    title = models.CharField("what you did", max_length=200)
    place = models.CharField("where", max_length=200, blank=True)
    contact = models.CharField(
        "contact there", max_length=200, blank=True, help_text="Optional. Ask first whether you may write it down."
    )
    starts_on = models.DateField("first day", null=True, blank=True)
    ends_on = models.DateField("last day", null=True, blank=True)
    hours = models.DecimalField(
        "hours in all", max_digits=6, decimal_places=1, default=0,
        validators=[MinValueValidator(0), MaxValueValidator(5_000)],
    )  # fmt: skip
    reflection = models.TextField(
        "what you think of it now", blank=True, max_length=2_000, help_text="What you learned, liked, did not like."
    )

    class Meta(PlanRow.Meta):
        constraints = [
            sent_once("plans_experience_sent_once"),
            has_words("plans_experience_has_title", "title", "Write what you did."),
            day_in_reach("plans_experience_start_in_reach", "starts_on"),
            day_in_reach("plans_experience_end_in_reach", "ends_on"),
            models.CheckConstraint(
                name="plans_experience_days_in_order",
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(starts_on__lte=F("ends_on")),
                violation_error_message="The last day cannot be before the first.",
            ),
            models.CheckConstraint(
                name="plans_experience_hours",
                condition=Q(hours__range=(0, 5_000)),
                violation_error_message="Hours are a number from 0 to 5,000.",
            ),
        ]

    def __str__(self):
        return self.title


class Skill(PlanRow):
    """Something the student can do, or wants to learn."""

    class State(models.TextChoices):
        HAVE = "have", "I can do this"
        WANT = "want", "I want to learn this"

    name = models.CharField("skill", max_length=120)
    state = models.CharField("can you do it", max_length=4, choices=State, default=State.HAVE)
    how = models.TextField("how you know, or how you will learn it", blank=True, max_length=1_000)

    class Meta(PlanRow.Meta):
        constraints = [
            sent_once("plans_skill_sent_once"),
            has_words("plans_skill_has_name", "name", "Write what the skill is called."),
        ]

    def __str__(self):
        return self.name


class Activity(PlanRow):
    """A club, a team, a responsibility, an award."""

    class Kind(models.TextChoices):
        ACTIVITY = "activity", "Activity"
        AWARD = "award", "Award"

    kind = models.CharField("what it is", max_length=8, choices=Kind, default=Kind.ACTIVITY)
    name = models.CharField("called", max_length=200)
    when = models.CharField(max_length=80, blank=True, help_text="Such as “since year 9” or “June 2026”.")
    details = models.TextField("what you did", blank=True, max_length=1_000)

    class Meta(PlanRow.Meta):
        verbose_name_plural = "activities"
        constraints = [
            sent_once("plans_activity_sent_once"),
            has_words("plans_activity_has_name", "name", "Write what it is called."),
        ]

    def __str__(self):
        return self.name


class Application(PlanRow):
    """Something to apply for, by when, what it costs and who pays."""

    class Kind(models.TextChoices):
        STUDY = "study", "College or university"
        TRAINING = "training", "Apprenticeship or training"
        JOB = "job", "Job"
        MONEY = "money", "Grant, scholarship or loan"

    class State(models.TextChoices):
        THINKING = "thinking", "Thinking about it"
        STARTED = "started", "Started"
        SENT = "sent", "Sent"
        YES = "yes", "They said yes"
        NO = "no", "They said no"
        WITHDRAWN = "withdrawn", "Withdrawn"

    kind = models.CharField("what for", max_length=8, choices=Kind, default=Kind.STUDY)
    to = models.CharField("where or to whom", max_length=200)
    due_on = models.DateField("deadline", null=True, blank=True)
    state = models.CharField("how far it is", max_length=9, choices=State, default=State.THINKING)
    cost = models.CharField(
        "what it costs", max_length=120, blank=True, help_text="Such as “$45 to apply, $3,200 a year”."
    )
    payer = models.CharField("who pays", max_length=200, blank=True)
    notes = models.TextField(blank=True, max_length=2_000)

    class Meta(PlanRow.Meta):
        constraints = [
            sent_once("plans_application_sent_once"),
            has_words("plans_application_has_to", "to", "Write where you apply."),
            day_in_reach("plans_application_due_in_reach", "due_on"),
        ]

    def __str__(self):
        return self.to
