"""What all forms of a plan have in common: words as they were typed, days within reach, and sentences that help."""

import uuid

from django import forms
from django.db import models

from plans.models import FIRST_DAY, LAST_DAY

SENTENCES = {
    "max_length": "Keep it to %(limit_value)d characters; this has %(show_value)d.",
    "invalid_choice": "Choose one of the list.",
    "min_value": "The least is %(limit_value)s.",
    "max_value": "The most is %(limit_value)s.",
    "max_digits": "That number is too long.",
    "max_whole_digits": "That number is too long.",
    "max_decimal_places": "One digit after the point is enough.",
}


class Words(forms.CharField):
    """Text as it was typed. The browser is told no limit, since it would cut what is pasted without a word."""

    def to_python(self, value):
        return super().to_python(value).replace("\r\n", "\n")

    def widget_attrs(self, widget):
        return {}


class Day(forms.DateField):
    input_formats = ["%Y-%m-%d", "%d/%m/%Y"]
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "min": str(FIRST_DAY), "max": str(LAST_DAY)})
    default_error_messages = {"invalid": "Write the day as 2026-11-30, or leave it empty."}

    def validate(self, value):
        super().validate(value)
        if value and not FIRST_DAY <= value <= LAST_DAY:
            raise forms.ValidationError("Choose a day between 1900 and 2200.")


def plain_field(field: models.Field, **kwargs):
    """The form's field for a field of a model, in our own ways."""
    if isinstance(field, models.URLField):
        kwargs["assume_scheme"] = "https"
    elif isinstance(field, models.DateField):
        kwargs["form_class"] = Day
    elif isinstance(field, models.CharField | models.TextField) and not field.choices:
        kwargs["form_class"] = Words
    made = field.formfield(**kwargs)
    if made is not None:
        made.error_messages |= {key: text for key, text in SENTENCES.items() if key not in own_messages(kwargs)}
    return made


def own_messages(kwargs) -> dict:
    return kwargs.get("error_messages") or {}


class PlainMeta:
    """What the ``Meta`` of each of these forms inherits."""

    formfield_callback = plain_field


def beside(form: forms.ModelForm, saved: models.Model) -> list[dict]:
    """What is saved now, field by field, to be shown beside what was typed; whether it is another."""
    return [
        {"label": form.fields[name].label, "value": said(saved, name), "differs": differs(form, saved, name)}
        for name in form._meta.fields
        if name in form.fields
    ]


def said(row: models.Model, name: str):
    """The value of a field in words."""
    words = getattr(row, f"get_{name}_display", None)
    return words() if words else getattr(row, name)


def differs(form: forms.ModelForm, saved: models.Model, name: str) -> bool:
    return form.cleaned_data.get(name) != getattr(saved, name)


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
