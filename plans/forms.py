"""What a student types: steps and notes. What was typed comes back with a sentence where it cannot be kept."""

import uuid

from django import forms

from plans.models import FIRST_DAY, LAST_DAY, RuledOut, Step, Target


class Words(forms.CharField):
    """Text as it was typed. The browser is told no limit, since it would cut what is pasted without a word."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")

    def widget_attrs(self, widget):
        return {}


class StepForm(forms.ModelForm):
    class Meta:
        model = Step
        fields = ["text", "due_on", "target"]
        field_classes = {"text": Words}
        labels = {"text": "What will you do?", "due_on": "By when?", "target": "For which career?"}
        help_texts = {"text": "One thing you can finish. Begin with a verb.", "due_on": "Optional."}
        error_messages = {
            "text": {
                "required": "Write what you will do.",
                "max_length": "Keep it to %(limit_value)d characters; this has %(show_value)d.",
            },
            "due_on": {"invalid": "Write the day as 2026-11-30, or leave it empty."},
            "target": {"invalid_choice": "That career is not in your plan any more. Choose another, or none."},
        }
        widgets = {
            "text": forms.Textarea(attrs={"rows": 2, "autofocus": True}),
            "due_on": forms.DateInput(
                format="%Y-%m-%d", attrs={"type": "date", "min": str(FIRST_DAY), "max": str(LAST_DAY)}
            ),
        }

    def __init__(self, *args, targets, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["due_on"].input_formats = ["%Y-%m-%d", "%d/%m/%Y"]
        self.fields["target"].queryset = targets.select_related("career")
        self.fields["target"].empty_label = "None: it stands on its own"

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on and not FIRST_DAY <= due_on <= LAST_DAY:
            raise forms.ValidationError("Choose a day between 1900 and 2200.")
        return due_on


class NotesForm(forms.ModelForm):
    class Meta:
        model = Target
        fields = ["notes"]
        field_classes = {"notes": Words}
        labels = {"notes": "Your notes"}
        help_texts = {
            "notes": "Why it appeals to you, what you found out, whom to ask. Only you and your counsellor read this."
        }
        error_messages = {
            "notes": {"max_length": "Keep it to %(limit_value)d characters; this has %(show_value)d."},
        }
        widgets = {"notes": forms.Textarea(attrs={"rows": 8, "autofocus": True})}


class RuleOutForm(forms.ModelForm):
    class Meta:
        model = RuledOut
        fields = ["reason"]
        field_classes = {"reason": Words}
        labels = {"reason": "Why is it not for you?"}
        help_texts = {
            "reason": "A few words, such as “too much time indoors” or “too many years of study”. "
            "Only you and your counsellor read this."
        }
        error_messages = {
            "reason": {
                "required": "Say in a few words why. It helps you later, when you talk about it.",
                "max_length": "Keep it to %(limit_value)d characters; this has %(show_value)d.",
            }
        }
        widgets = {"reason": forms.TextInput(attrs={"autofocus": True})}


class ReplyForm(forms.Form):
    reply = Words(
        label="Your answer",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Write your answer.",
            "max_length": "Keep it to %(limit_value)d characters; this has %(show_value)d.",
        },
    )


def version_sent(data) -> int:
    """The version a form was made from; -1, which no row has, where it does not say."""
    version = data.get("version", "")
    return int(version) if version.isascii() and version.isdigit() and len(version) < 10 else -1


def token_sent(data) -> uuid.UUID:
    """The form's own token; a new one where it brings none."""
    try:
        return uuid.UUID(data.get("token", ""))
    except ValueError:
        return uuid.uuid4()
