"""Two people have one career open: what the second did not touch is taken over from the first."""

from dataclasses import dataclass, field

from django.forms import Form, model_to_dict
from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.timezone import localtime

from careers import history
from careers.models import AlternateTitle, Career, LeadsTo, Section, Typing

NOTHING = (None, "", [])


def shown(sections, typings, titles, steps) -> dict:
    """What the form shows of a career's other rows."""
    main, *others = [typing.type_id for typing in typings] or [None]
    return {f"section_{section.key}": section.text for section in sections} | {
        "main_type": main,
        "other_types": others,
        "titles": [name.title for name in titles],
        "leads_to": [{"to_slug": step.to_slug, "needs": step.needs, "years": step.years} for step in steps],
    }


def stored(career: Career) -> dict:
    """What the form shows of the rows as they stand."""
    texts = career.sections.defer("html", "items")
    return shown(texts, career.typings.all(), career.alternate_titles.all(), career.leads_to.all())


def standing(career: Career) -> dict:
    return model_to_dict(career) | stored(career)


def opened(career: Career, seen: str) -> dict | None:
    """What the form showed when it was opened; None where no version is kept of that moment."""
    try:
        moment = parse_datetime(seen)
    except ValueError:
        moment = None
    version = moment and history.as_of(career, moment)
    if not version:
        return None
    parts = history.parts_of(version)
    texts, *lists = parts[Section], parts[Typing], parts[AlternateTitle], parts[LeadsTo]
    ordered = [sorted(rows, key=lambda row: row.position) for rows in lists]
    return model_to_dict(Career(**version.field_dict)) | shown(texts, *ordered)


@dataclass
class Merged:
    """Names of fields: ``taken`` over from the other, and those ``both`` changed."""

    taken: list[str] = field(default_factory=list)
    both: list[str] = field(default_factory=list)


def merge(form: Form, before: dict, theirs: dict) -> Merged:
    """Put into the form what the other changed and this one did not."""
    merged = Merged()
    for name, form_field in form.fields.items():
        mine, was, now = form[name].data, before.get(name), theirs.get(name)
        if name == "seen" or was == now or (was in NOTHING and now in NOTHING):
            continue
        if not form_field.has_changed(was, mine):
            put(form, name, now)
            merged.taken.append(name)
        elif form_field.has_changed(now, mine):
            merged.both.append(name)
    return merged


def put(form: Form, name: str, value) -> None:
    """Write a value into what the form was sent, as a browser would send it."""
    form_field, widget = form.fields[name], form.fields[name].widget
    if hasattr(widget, "as_data"):
        blank = widget.as_data(name, [{}] * len(form[name].data))
        for key, text in (blank | widget.as_data(name, value)).items():
            form.data[key] = text
    else:
        said = widget.format_value(form_field.prepare_value(value))
        form.data.setlist(name, said if isinstance(said, list) else [said or ""])


def words(form: Form, name: str, value) -> str:
    """A value as a person reads it."""
    form_field = form.fields[name]
    if hasattr(form_field.widget, "as_data"):
        return "\n".join(" · ".join(filter(None, row.values())) for row in value)
    if hasattr(form_field, "choices"):
        keys = {str(key) for key in (value if isinstance(value, list) else [value])}
        return ", ".join(str(label) for key, label in form_field.choices if str(key) in keys)
    return str(form_field.widget.format_value(form_field.prepare_value(value)) or "")


def sentence(form: Form, current: Career, merged: Merged) -> str:
    """Who was first, what is taken over, and what saving again would replace."""

    def labels(names):
        return ", ".join(str(form[name].label) for name in names)

    when = date_format(localtime(current.changed_at), "DATETIME_FORMAT")
    parts = [f"{current.changed_by or 'Somebody'} saved this career while you had it open ({when})."]
    if merged.taken:
        parts.append(f"What they changed and you did not is taken over into this form: {labels(merged.taken)}.")
    if merged.both:
        parts.append(
            f"You both changed: {labels(merged.both)}. Theirs is shown with yours: bring the two together here, "
            "for saving again puts yours in its place. Theirs stays in the history."
        )
    return " ".join([*parts, "Nothing of yours is lost: look it over, and save again."])
