"""What a student says to a saved career, and to one that is not for them."""

from django import forms

from plans.forms.words import PlainMeta
from plans.models import RuledOut, Target


class NotesForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = Target
        fields = ["notes"]
        labels = {"notes": "Your notes"}
        help_texts = {"notes": "Why it appeals to you, what you found out, whom to ask. Your counsellor reads it too."}
        widgets = {"notes": forms.Textarea(attrs={"rows": 8, "autofocus": True})}


class RuleOutForm(forms.ModelForm):
    class Meta(PlainMeta):
        model = RuledOut
        fields = ["reason"]
        labels = {"reason": "Why is it not for you?"}
        help_texts = {
            "reason": "A few words, such as “too much time indoors” or “too many years of study”. "
            "Your counsellor reads it too."
        }
        error_messages = {"reason": {"required": "Say in a few words why. It helps you later, when you talk about it."}}
        widgets = {"reason": forms.TextInput(attrs={"autofocus": True})}
