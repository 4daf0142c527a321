"""Drafts of forms: which forms have them, what may be kept of one, and what of it a form takes back."""

import json
import re
from typing import Any

from django import forms
from django.http import QueryDict
from django.urls import Resolver404, resolve

from plans.actions import Refused
from plans.models import Draft

FORMS = {"row_new", "row_edit", "step_new", "step_edit", "target_notes", "goals", "say"}
MOST_LETTERS, MOST_FIELDS, LONGEST_NAME = 100_000, 40, 40
UNKEPT = re.compile("[\0\ud800-\udfff]")  # half a letter, which JSON can name, is none


def draft_of(request) -> Draft | None:
    """What was typed before in the form of this page and not saved; a form that was just sent has its own words."""
    return None if request.method == "POST" else Draft.objects.filter(user=request.user, form=request.path).first()


def is_used(request) -> bool:
    return request.GET.get("draft") == "use"


def taken_up(form_class: type[forms.BaseForm], draft: Draft | None, *, used: bool) -> dict[str, Any]:
    """What a form begins with: the draft, where the student asked for it."""
    if draft is None or not used:
        return {}
    names = {*form_class.base_fields, "initial-state"}
    return {name: value for name, value in draft.fields.items() if name in names}


def form_named(path: str) -> str:
    """The path of a form that may have a draft. Raises ``Refused`` for any other."""
    try:
        match = resolve(path)
    except Resolver404:
        match = None
    if match is None or match.namespace != "plans" or match.url_name not in FORMS or len(path) > 200:
        raise Refused("There is no such form.")
    return path


def fields_sent(data: QueryDict) -> dict[str, str]:
    """The fields of the form, which come as one JSON object of texts."""
    sent = data.get("fields", "")
    try:
        fields = json.loads(sent) if len(sent) <= MOST_LETTERS else None
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict) or len(fields) > MOST_FIELDS or not all(map(is_text, fields.items())):
        raise Refused("That is no form, or more than we can keep before it is saved.")
    return fields


def is_text(pair: tuple[str, Any]) -> bool:
    """A name and a text that the database can hold."""
    name, value = pair
    return (
        isinstance(value, str) and len(name) <= LONGEST_NAME and "\0" not in name + value and can_be_kept(name + value)
    )


def can_be_kept(text: str) -> bool:
    """Half a pair of surrogates, which JSON can name, is no letter."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)
