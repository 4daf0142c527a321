"""The small pages that belong to no app."""

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from careers.models.taxonomy import HUES


@login_not_required
@require_safe
def healthz(request):
    """Up, and the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain", headers={"Cache-Control": "no-store"})


@login_not_required
@require_safe
def robots(request):
    return render(request, "robots.txt", content_type="text/plain")


@login_not_required
@require_safe
def privacy(request):
    return render(request, "privacy.html")


@login_not_required
@require_safe
def accessibility(request):
    return render(request, "accessibility.html")


@login_not_required
@require_safe
def style(request):
    """Every part of the page in every state; in development only."""
    if not settings.DEBUG:
        raise Http404
    return render(
        request, "style.html", {"hues": HUES, "levels": ["info", "success", "warning", "error"], "form": SampleForm({})}
    )


class SampleForm(forms.Form):
    """One field of each kind, sent empty, so that its errors show."""

    name = forms.CharField(label="A line", help_text="What to write here.")
    text = forms.CharField(label="Many lines", widget=forms.Textarea, required=False)
    choice = forms.ChoiceField(
        label="One of these", choices=[("a", "First"), ("b", "Second")], widget=forms.RadioSelect
    )
    many = forms.MultipleChoiceField(
        label="Any of these",
        choices=[("a", "First"), ("b", "Second")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    pick = forms.ChoiceField(label="From a list", choices=[("a", "First"), ("b", "Second")], required=False)
    day = forms.DateField(label="A day", widget=forms.DateInput(attrs={"type": "date"}), required=False)
    yes = forms.BooleanField(label="Tick to agree")
