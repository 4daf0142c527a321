"""The two goals of the whole plan, and a word to the counsellor."""

from django import forms

from plans.forms.words import PlainMeta
from plans.models import Comment, Plan


class GoalsForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = Plan
        fields = ["after_school", "in_work"]
        labels = {"after_school": "Where do you want to be after school?", "in_work": "And in work, later on?"}
        help_texts = {
            "after_school": "In your own words: a course, an apprenticeship, a job, time abroad. “I do not know yet, "
            "but I want to find out about …” is a goal too.",
            "in_work": "What you would like to do, or how you would like to work: with people, outdoors, for yourself.",
        }
        widgets = {
            "after_school": forms.Textarea(attrs={"rows": 3, "autofocus": True}),
            "in_work": forms.Textarea(attrs={"rows": 3}),
        }


class CommentForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = Comment
        fields = ["text"]
        labels = {"text": "What do you want to say?"}
        help_texts = {"text": "You and your counsellor read this."}
        error_messages = {"text": {"required": "Write what you want to say."}}
        widgets = {"text": forms.Textarea(attrs={"rows": 4, "autofocus": True})}
