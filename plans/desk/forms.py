"""What counsellors type. What was typed comes back with a sentence where it cannot be kept."""

import uuid

from django import forms

from plans.forms.words import Words
from plans.models import FIRST_DAY, LAST_DAY, Decision

TOO_LONG = "Keep it to %(limit_value)d characters; this has %(show_value)d."


def long_text(most: int, *, label: str, required: str = "", help_text: str = "", rows: int = 4) -> Words:
    return Words(
        label=label,
        max_length=most,
        required=bool(required),
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": required or " ", "max_length": TOO_LONG},
    )


def line_of_text(most: int, *, label: str, required: str = "", help_text: str = "") -> Words:
    return Words(
        label=label,
        max_length=most,
        required=bool(required),
        help_text=help_text,
        error_messages={"required": required or " ", "max_length": TOO_LONG},
    )


class ReminderForm(forms.Form):
    text = long_text(
        2_000, label="Your message", required="Write what you want to say.",
        help_text="Each of them reads it on their plan. Write nothing about one student that is not for the others.",
    )  # fmt: skip


class CommentForm(forms.Form):
    """A remark at the whole plan, or at one of its rows."""

    about = forms.ChoiceField(
        label="About",
        required=False,
        error_messages={"invalid_choice": "That is not in the plan any more. Choose anew."},
    )
    text = long_text(2_000, label="Your comment", required="Write what you want to say.", rows=3)

    def __init__(self, *args, rows: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.words = dict(rows)
        self.fields["about"].choices = [("", "The whole plan"), *((key, shortened(words)) for key, words in rows)]


def shortened(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79]}…"


class NoteForm(forms.Form):
    note = long_text(4_000, label="Your note", required="Write what to remember.", rows=3)
    private = forms.BooleanField(label="Private: only staff read it", required=False)


class AssignForm(forms.Form):
    cohort = forms.ModelChoiceField(
        queryset=None, label="For which group?", empty_label="Choose a group",
        help_text="Everybody in it gets the step now, and whoever joins later when they open their plan.",
        error_messages={"required": "Choose a group.", "invalid_choice": "Choose one of your groups."},
    )  # fmt: skip
    text = line_of_text(
        500, label="What are they to do?", required="Write what everybody is to do.",
        help_text="One thing to finish, such as “Send the FAFSA”.",
    )  # fmt: skip
    why = line_of_text(500, label="Why?", help_text="Optional.")
    due_on = forms.DateField(
        label="By when?", required=False, help_text="Optional.", input_formats=["%Y-%m-%d", "%d/%m/%Y"],
        error_messages={"invalid": "Write the day as 2026-11-30, or leave it empty."},
        widget=forms.DateInput(
            format="%Y-%m-%d", attrs={"type": "date", "min": str(FIRST_DAY), "max": str(LAST_DAY)}
        ),
    )  # fmt: skip

    def __init__(self, *args, cohorts, **kwargs):
        """Without ``cohorts`` it is for chosen students."""
        super().__init__(*args, **kwargs)
        if cohorts is None:
            del self.fields["cohort"]
        else:
            self.fields["cohort"].queryset = cohorts

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        if due_on and not FIRST_DAY <= due_on <= LAST_DAY:
            raise forms.ValidationError("Choose a day between 1900 and 2200.")
        return due_on


class ExemptForm(forms.Form):
    reason = line_of_text(
        200, label="Why need they not do it?", required="Say why, in a few words.", help_text="The student reads it."
    )


class SaveViewForm(forms.Form):
    name = line_of_text(60, label="Keep this view as", required="Give the view a name.")


class ReviewForm(forms.Form):
    """A decision, and remarks at what changed. ``rows`` are (token, words) of what can be spoken of.

    A remark at a row that is not among them any more, because the plan changed meanwhile, keeps its field.
    """

    note = long_text(
        4_000, label="To the student", help_text="Needed when you send it back: say what should change.", rows=4
    )

    def __init__(self, *args, rows: list[tuple[str, str]], **kwargs):
        super().__init__(*args, **kwargs)
        self.words = dict(rows)
        for key in [*self.words, *self.typed_elsewhere()]:
            label = f"Your comment on “{shortened(self.words.get(key, 'something that is not in the plan any more'))}”"
            self.fields[f"at-{key}"] = long_text(2_000, label=label, rows=2)

    def typed_elsewhere(self) -> list[str]:
        keys = [name.removeprefix("at-") for name in self.data if name.startswith("at-") and self.data[name].strip()]
        return [key for key in keys if key not in self.words and is_token(key)][:500]

    @property
    def strays(self) -> list[forms.BoundField]:
        """The boxes of rows that are not among the changes."""
        return [self[name] for name in self.fields if name.startswith("at-") and name[3:] not in self.words]

    def box(self, key: str) -> forms.BoundField:
        return self[f"at-{key}"]

    @property
    def decision(self) -> Decision | None:
        """The button that was pressed; none where it was that for comments alone."""
        sent = self.data.get("decision", "")
        return Decision(sent) if sent in Decision.values else None

    def clean(self):
        cleaned = super().clean()
        if self.decision == Decision.RETURNED and not cleaned.get("note", "").strip() and "note" not in self.errors:
            self.add_error("note", "Say what should change before you send it back.")
        return cleaned

    def remarks(self) -> list[tuple[str, str]]:
        """(token, text) of what was said at rows."""
        said = [(name[3:], text) for name, text in self.cleaned_data.items() if name.startswith("at-")]
        return [(key, text) for key, text in said if text.strip()]


def is_token(key: str) -> bool:
    try:
        return str(uuid.UUID(key)) == key
    except ValueError:
        return False
