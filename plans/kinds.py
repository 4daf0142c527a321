"""The kinds of rows a student writes beside steps: one place that says how each is written and spoken of.

A new kind is a model, a form and an entry here; its pages, its undo and its place in the plan follow.
"""

from dataclasses import dataclass

from django import forms

from plans.forms import rows
from plans.models import Activity, Application, Course, Experience, Goal, PlanRow, Skill


@dataclass(frozen=True)
class Kind:
    """``key`` stands in addresses; ``one`` and ``many`` are its names; ``about`` says what it is good for."""

    key: str
    model: type[PlanRow]
    form: type[forms.ModelForm]
    one: str
    many: str
    about: str
    a: str = "a"

    def __str__(self):
        return self.key


KINDS = {
    kind.key: kind
    for kind in (
        Kind("goal", Goal, rows.GoalForm, "goal", "Goals", "What you want to reach, one thing at a time."),
        Kind("course", Course, rows.CourseForm, "course", "Courses", "Subjects by year: taken, planned, done."),
        Kind(
            "experience", Experience, rows.ExperienceForm, "experience", "Work-based learning",
            "Time spent where people work: visits, placements, volunteering, jobs.", "an",
        ),
        Kind("skill", Skill, rows.SkillForm, "skill", "Skills", "What you can do, and what you want to learn."),
        Kind(
            "activity", Activity, rows.ActivityForm, "activity", "Activities and awards",
            "Clubs, teams, what you look after, prizes.", "an",
        ),
        Kind(
            "application", Application, rows.ApplicationForm, "application", "Applications and money",
            "Where you apply, by when, what it costs and who pays.", "an",
        ),
    )
}  # fmt: skip
RECORDS = [kind for kind in KINDS.values() if kind.key != "goal"]


class KindConverter:
    """A kind in an address: anything else is no page."""

    regex = "|".join(KINDS)

    def to_python(self, value: str) -> Kind:
        return KINDS[value]

    def to_url(self, value: Kind | str) -> str:
        return str(value)
