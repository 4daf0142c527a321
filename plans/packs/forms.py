"""What the head of a school types about what it asks."""

from django import forms

from plans.forms.words import PlainMeta, Words
from plans.models import Measure, Pack, Requirement
from plans.packs.examples import EXAMPLES
from plans.packs.words import ONCE, WORDS

EMPTY = "empty"
YEARS = range(1, 15)


class StartForm(forms.Form):
    start = forms.ChoiceField(
        label="Begin with", widget=forms.RadioSelect, initial="simple",
        choices=[*((key, example.name) for key, example in EXAMPLES.items()), (EMPTY, "Nothing: I write my own")],
        error_messages={"required": "Choose what to begin with.", "invalid_choice": "Choose one of these."},
    )  # fmt: skip
    name = Words(
        label="Name of the set", max_length=120, required=False,
        help_text="Leave it empty to keep the name of what you begin with.",
        error_messages={"max_length": "Keep it to %(limit_value)d characters; this has %(show_value)d."},
    )  # fmt: skip

    def clean(self):
        cleaned = super().clean()
        example = EXAMPLES.get(cleaned.get("start", ""))
        cleaned["name"] = cleaned.get("name") or (example.name if example else "")
        if not cleaned["name"] and not self.errors:
            self.add_error("name", "Give the set a name.")
        return cleaned

    def chosen(self) -> dict:
        """What the new set says."""
        example = EXAMPLES.get(self.cleaned_data["start"])
        words = {"about": example.about, "asked": example.asked} if example else {}
        return {"name": self.cleaned_data["name"], **words}


class PackForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = Pack
        fields = ["name", "about"]
        labels = {"name": "Name of the set", "about": "What it is about"}
        help_texts = {"about": "Optional, for your colleagues: where its rules come from. Students do not see it."}
        error_messages = {"name": {"required": "Give the set a name."}}
        widgets = {"about": forms.Textarea(attrs={"rows": 4})}


class RequirementForm(forms.ModelForm):
    amount = forms.IntegerField(
        label="How many?", min_value=1, max_value=10_000, initial=1,
        error_messages={
            "required": "Write how many.", "invalid": "Write a whole number, such as 2.",
            "min_value": "Ask for at least one.", "max_value": "Ask for 10,000 at most.",
        },
    )  # fmt: skip
    years = forms.TypedMultipleChoiceField(
        label="For which years or grades?", required=False, coerce=int, choices=[(year, str(year)) for year in YEARS],
        widget=forms.CheckboxSelectMultiple, help_text="Tick none to ask it of every year.",
        error_messages={"invalid_choice": "Choose years from 1 to 14."},
    )  # fmt: skip

    class Meta(PlainMeta):
        model = Requirement
        fields = ["measure", "amount", "words", "years"]
        labels = {"measure": "What is counted?", "words": "In which words do you ask for it?"}
        help_texts = {"words": "As students and counsellors read it, such as “Two careers with what speaks for them”."}
        error_messages = {
            "measure": {"required": "Choose what is counted."},
            "words": {"required": "Write it as your students are to read it."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["measure"].choices = [("", "Choose"), *Measure.choices]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("measure") in ONCE and cleaned.get("amount", 1) > 1:
            self.add_error("amount", "This is in a plan or it is not. Write 1.")
        return cleaned

    @property
    def meanings(self) -> list[tuple[str, str]]:
        """What counts for each measure."""
        return [(measure.label, WORDS[measure].counts) for measure in Measure]
