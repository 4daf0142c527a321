"""The content checks in the career's form: what they find in it as it is, beside the fields it is about."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from careers.checks import known
from careers.checks.findings import FACT_LABELS, Finding, Place
from careers.documents.document import CareerDocument, Step
from careers.models import CareerType, Education, Remote
from careers.sections import TEXTS

FIELDS = {"education-fact": "education", "remote-fact": "remote", "types": "main_type"}
PLAIN = ("code", "summary", "kind", "status", "checked_on")


def field_of(name: str) -> str:
    """The form's field for a place."""
    return FIELDS.get(name) or (name if name in FACT_LABELS else f"section_{name}")


def document_of(form: Any) -> CareerDocument:
    """What the form says, stored or typed, as a document."""
    values = form.cleaned_data if form.is_bound else form.initial
    plain: dict[str, Any] = {name: values.get(name) or None for name in PLAIN}
    names = {type_.pk: type_.name for type_ in CareerType.objects.all()}
    types = [values.get("main_type"), *(values.get("other_types") or ())]
    return CareerDocument(
        title=values.get("title") or "",
        slug=values.get("slug") or form.instance.slug or "unnamed",
        category=str(values.get("category") or "") or None,
        types=tuple(names[getattr(type_, "pk", type_)] for type_ in types if type_),
        education=word(Education, values.get("education")),
        remote=word(Remote, values.get("remote")),
        leads_to=tuple(Step(step["to_slug"]) for step in values.get("leads_to") or ()),
        accepted=tuple(values.get("accepted") or ()) if isinstance(values.get("accepted"), list) else (),
        sections={entry.key: values.get(f"section_{entry.key}") or "" for entry in TEXTS},
        **plain,
    )


def word(levels, value) -> str | None:
    return None if value in (None, "") else levels(value).slug


def findings_of(form: Any) -> list[Finding]:
    """Looked for once: an error on a field takes what it says out of the form."""
    if not hasattr(form, "findings"):
        form.findings = known.check(document_of(form))
    return form.findings


def show_beside(form: Any) -> None:
    """Put each finding beside the fields it is about; it is accepted at the first of them."""
    beside: dict[str, list[tuple[Finding, bool]]] = {}
    for finding in findings_of(form):
        for number, name in enumerate(dict.fromkeys(field_of(place.name) for place in finding.places)):
            beside.setdefault(name, []).append((finding, number == 0))
    for name, found in beside.items():
        shown = [{"finding": finding, "first": first, "places": places(finding)} for finding, first in found]
        html = render_to_string("admin/careers/_findings.html", {"shown": shown})
        form[name].help_text = mark_safe(html + str(form[name].help_text))  # noqa: S308 — a template wrote it


def places(finding: Finding) -> list[tuple[Place, str]]:
    return [(place, field_of(place.name)) for place in finding.places]


def summary_of(form: Any) -> dict:
    """How many of which kind, and where the first place of each is."""
    found = findings_of(form)
    open_ones = [finding for finding in found if not finding.reason]
    return {
        "errors": [(finding, field_of(finding.places[0].name)) for finding in open_ones if finding.stops],
        "warnings": [(finding, field_of(finding.places[0].name)) for finding in open_ones if not finding.stops],
        "accepted": len(found) - len(open_ones),
    }
