"""Forms of taking a plan along, bringing one in and sharing."""

from django import forms
from django.utils import timezone

from plans.actions.sharing import LONGEST_LINK
from plans.document.reading import TOO_LARGE
from plans.models import PARTS, Link


class FileForm(forms.Form):
    file = forms.FileField(
        label="Your file",
        help_text="It is called plan.json, or as you called it.",
        error_messages={"required": "Choose the file first.", "empty": "This file is empty. Choose another."},
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
    )

    def __init__(self, *args, too_large: bool = False, **kwargs):
        """A file beyond what any form takes was not even read: see pathways.uploads."""
        super().__init__(*args, **kwargs)
        if too_large:
            self.fields["file"].error_messages["required"] = TOO_LARGE


class LinkForm(forms.ModelForm):
    parts = forms.MultipleChoiceField(
        label="What may they read?",
        choices=list(PARTS.items()),
        widget=forms.CheckboxSelectMultiple,
        help_text="Steps come with what you wrote under them. Your notes on careers, the careers you ruled out and "
        "contacts at workplaces are never shown.",
        error_messages={"required": "Choose at least one part.", "invalid_choice": "Choose from these parts only."},
    )

    class Meta:
        model = Link
        fields = ["name", "parts", "ends_on", "for_family"]
        labels = {"name": "For whom is it?", "ends_on": "Until when?", "for_family": "Let my family say they read it"}
        help_texts = {
            "name": "Such as “Grandma” or “Ms Okafor at the library”. Only you read this.",
            "ends_on": "The last day it works, at most a year from now.",
            "for_family": "They can put their name under it.",
        }
        error_messages = {
            "name": {"required": "Say for whom the link is.", "max_length": "Keep it to %(limit_value)d characters."},
            "ends_on": {"required": "Choose a last day.", "invalid": "Write the day as 2026-11-30."},
        }
        widgets = {"ends_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ends_on"].input_formats = ["%Y-%m-%d", "%d/%m/%Y"]

    def clean_ends_on(self):
        ends_on, today = self.cleaned_data["ends_on"], timezone.localdate()
        if not today <= ends_on <= today + LONGEST_LINK:
            raise forms.ValidationError("Choose a day from today on, at most a year from now.")
        return ends_on


class AcknowledgeForm(forms.Form):
    name = forms.CharField(
        label="Your name",
        max_length=80,
        help_text="The student and their counsellor see it.",
        error_messages={"required": "Write your name.", "max_length": "Keep it to %(limit_value)d characters."},
    )
