"""Forms whose words are kept while they are typed."""

import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.shortcuts import render

from plans import actions, drafts
from plans.models import Draft


@dataclass(frozen=True)
class Begun:
    """The draft of a form that somebody opens or sends; ``used`` says that they asked for it."""

    request: Any
    draft: Draft | None
    used: bool

    @property
    def token(self) -> uuid.UUID | None:
        """The token the draft was begun with, so that what it was saved as meanwhile is not made twice."""
        try:
            return uuid.UUID(self.draft.version) if self.draft and self.used else None
        except ValueError:
            return None

    def version_of(self, version: int) -> str | int:
        """A draft says from which version it was begun: what was saved since then must be noticed."""
        return self.draft.version if self.draft and self.used else version

    def clear(self) -> None:
        actions.clear_draft(user=self.request.user, form=self.request.path)


def begin(request, form_class: type[forms.ModelForm], *, initial=None, **kwargs) -> tuple[forms.ModelForm, Begun]:
    """The form as it is sent; or as it is opened, with what was typed before where that is asked for."""
    draft, used = drafts.draft_of(request), drafts.is_used(request)
    if request.method == "POST":
        return form_class(request.POST, request.FILES, **kwargs), Begun(request, None, used=False)
    initial = (initial or {}) | drafts.taken_up(form_class, draft, used=used)
    return form_class(initial=initial, **kwargs), Begun(request, draft, used)


def render_form(request, template: str, form: forms.ModelForm, begun: Begun, **context):
    offered = begun.draft if begun.draft and not begun.used and says_more(begun.draft, form) else None
    return render(request, template, {"form": form, "draft": offered, **context})


def says_more(draft: Draft, form: forms.ModelForm) -> bool:
    """Whether it is anything else than what the form shows."""
    shown = {name: str(form[name].value() or "") for name in form.fields}
    return any(value != shown[name] for name, value in draft.fields.items() if name in shown)
