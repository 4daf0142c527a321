"""Goals and records. Nothing but what a row is called must be filled in."""

from django import forms

from plans.forms.words import PlainMeta
from plans.models import Activity, Application, Course, Experience, Goal, Skill

FIRST = {"autofocus": True}


def lines(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class GoalForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = Goal
        fields = ["text", "kind", "why", "due_on", "state"]
        labels = {
            "text": "What do you want to reach?",
            "kind": "What is it about?",
            "why": "Why does it matter to you?",
            "due_on": "By when?",
            "state": "How far is it?",
        }
        help_texts = {
            "text": "Something you will know you have reached. Steps towards it come later.",
            "why": "Optional. It helps on the days when it is hard.",
            "due_on": "Optional.",
        }
        error_messages = {"text": {"required": "Write what you want to reach."}}
        widgets = {"text": forms.Textarea(attrs={"rows": 2, **FIRST}), "why": lines(3)}


class CourseForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = Course
        fields = ["name", "year", "state", "result", "notes"]
        labels = {
            "name": "What is the course called?",
            "year": "In which year or grade?",
            "state": "Where are you with it?",
            "result": "Result",
            "notes": "Notes",
        }
        help_texts = {
            "year": "A number from 1 to 14.",
            "result": "Optional: a mark, a grade, credits.",
            "notes": "Optional: why you take it, and what it opens.",
        }
        error_messages = {
            "name": {"required": "Write what the course is called."},
            "year": {
                "required": "Write the year or grade as a number from 1 to 14.",
                "invalid": "Write the year or grade as a number from 1 to 14.",
                "min_value": "A year or grade is a number from 1 to 14.",
                "max_value": "A year or grade is a number from 1 to 14.",
            },
        }
        widgets = {"name": forms.TextInput(attrs=FIRST), "notes": lines(3)}


class ExperienceForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = Experience
        fields = ["title", "kind", "place", "starts_on", "ends_on", "hours", "contact", "reflection"]
        labels = {
            "title": "What did you do?",
            "kind": "What kind of time was it?",
            "place": "Where?",
            "starts_on": "First day",
            "ends_on": "Last day",
            "hours": "Hours in all",
            "contact": "Somebody there who knows you",
            "reflection": "What do you think of it now?",
        }
        help_texts = {
            "title": "Or what you will do, if it is still to come.",
            "hours": "A number such as 12 or 7.5. Leave it empty if you do not know yet.",
            "contact": "Optional. Ask first whether you may write it down.",
            "reflection": "Optional: what you learned, liked, did not like.",
        }
        error_messages = {
            "title": {"required": "Write what you did."},
            "hours": {"invalid": "Write the hours as a number, such as 12 or 7.5."},
        }
        widgets = {"title": forms.TextInput(attrs=FIRST), "reflection": lines(4)}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["hours"].required = False

    def clean_hours(self):
        return self.cleaned_data["hours"] or 0

    def clean(self):
        first, last = self.cleaned_data.get("starts_on"), self.cleaned_data.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "The last day cannot be before the first.")


class SkillForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = Skill
        fields = ["name", "state", "how"]
        labels = {
            "name": "Which skill?",
            "state": "Can you do it, or do you want to?",
            "how": "How do you know, or how will you learn it?",
        }
        help_texts = {"how": "Optional: where you showed it, or what would teach you."}
        error_messages = {"name": {"required": "Write what the skill is called."}}
        widgets = {"name": forms.TextInput(attrs=FIRST), "how": lines(3)}


class ActivityForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = Activity
        fields = ["name", "kind", "when", "details"]
        labels = {"name": "What is it called?", "kind": "What is it?", "when": "When?", "details": "What did you do?"}
        help_texts = {
            "name": "A club, a team, something you look after, a prize.",
            "when": "Optional, such as “since year 9” or “June 2026”.",
            "details": "Optional.",
        }
        error_messages = {"name": {"required": "Write what it is called."}}
        widgets = {"name": forms.TextInput(attrs=FIRST), "details": lines(3)}


class ApplicationForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = Application
        fields = ["to", "kind", "due_on", "state", "cost", "payer", "notes"]
        labels = {
            "to": "Where do you apply?",
            "kind": "What for?",
            "due_on": "By when?",
            "state": "How far is it?",
            "cost": "What does it cost?",
            "payer": "Who pays?",
            "notes": "Notes",
        }
        help_texts = {
            "to": "A college, an employer, a fund.",
            "due_on": "Optional: the last day to apply.",
            "cost": "Optional, such as “$45 to apply, $3,200 a year”.",
            "payer": "Optional: family, a grant, a loan, the employer, you.",
            "notes": "Optional: what they ask for, and whom to ask.",
        }
        error_messages = {"to": {"required": "Write where you apply."}}
        widgets = {"to": forms.TextInput(attrs=FIRST), "notes": lines(3)}
