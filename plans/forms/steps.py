"""A step: quick to add, with more to say once it is there."""

from django import forms

from plans.forms.files import TOO_LARGE, FileField
from plans.forms.words import PlainMeta
from plans.models import Progress, Step

LONG_LINK = "That link is too long to keep. A shorter one, or the words above, will do."


class NewStepForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = Step
        fields = ["text", "due_on", "target", "goal"]
        labels = {
            "text": "What will you do?",
            "due_on": "By when?",
            "target": "For which career?",
            "goal": "Towards which goal?",
        }
        help_texts = {"text": "One thing you can finish. Begin with a verb.", "due_on": "Optional."}
        error_messages = {
            "text": {"required": "Write what you will do."},
            "target": {"invalid_choice": "That career is not in your plan any more. Choose another, or none."},
            "goal": {"invalid_choice": "That goal is not in your plan any more. Choose another, or none."},
        }
        widgets = {"text": forms.Textarea(attrs={"rows": 2, "autofocus": True})}

    def __init__(self, *args, targets, goals, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["target"].queryset = targets.select_related("career")
        self.fields["target"].empty_label = "None: it stands on its own"
        self.fields["goal"].queryset = goals
        self.fields["goal"].empty_label = "None"
        if not goals:
            del self.fields["goal"]


class StepForm(NewStepForm):
    """``state`` is changed where the student chose another than the form had: a tick in another tab stays."""

    state = forms.ChoiceField(choices=Progress.choices, required=False, label="How far is it?")
    file = FileField(
        required=False,
        label="A file that shows it",
        help_text="Optional: a PDF, a picture, a text or a document, up to 5 MB.",
    )

    class Meta(NewStepForm.Meta):
        fields = [*NewStepForm.Meta.fields, "helper", "evidence", "evidence_link", "reflection"]
        labels = NewStepForm.Meta.labels | {
            "helper": "Who helps?",
            "evidence": "What shows that you did it?",
            "evidence_link": "A link that shows it",
            "reflection": "What did you learn?",
        }
        help_texts = NewStepForm.Meta.help_texts | {
            "helper": "Optional: somebody you can ask.",
            "evidence": "Optional, in your words: what you did, saw or made.",
            "evidence_link": "Optional: the address of a page.",
            "reflection": "Optional: one line is enough.",
        }
        error_messages = NewStepForm.Meta.error_messages | {
            "evidence_link": {
                "invalid": "Copy the whole address of the page, such as https://example.org/my-work.",
                "max_length": LONG_LINK,
            },
        }
        widgets = NewStepForm.Meta.widgets | {
            "evidence": forms.Textarea(attrs={"rows": 3}),
            "reflection": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, too_large: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.too_large = too_large
        self.fields["state"].error_messages["invalid_choice"] = "Choose one of the list."
        self.fields["initial-state"] = forms.CharField(widget=forms.HiddenInput, required=False)
        for name in ("state", "initial-state"):
            self.initial.setdefault(name, self.instance.state)

    def clean(self):
        """A file beyond what any form takes was not even read: see pathways.uploads."""
        if self.too_large:
            self.add_error("file", TOO_LARGE)

    @property
    def state_chosen(self) -> str | None:
        """The state to set, where it is another than the one the form was made with."""
        state = self.cleaned_data.get("state")
        return state if state and state != self.cleaned_data.get("initial-state") else None

    @property
    def words(self) -> dict:
        return {name: self.cleaned_data[name] for name in self._meta.fields if name in self.cleaned_data}
