"""Changes of content: each records a revision, renders what was written, and says that the content changed."""

from collections.abc import Iterable, Mapping, Sequence

import reversion
from django.db import models, transaction
from django.utils import timezone

from careers import history, markdown, search
from careers.checks import storing
from careers.models import Career, ContentVersion, Section, Status
from careers.models.career import name_key, today
from careers.models.taxonomy import Term
from careers.sections import BY_KEY


@transaction.atomic
def content_changed(*careers: Career) -> None:
    """Say that what the public reads has changed; called in the transaction of the change."""
    search.index(careers)
    ContentVersion.bump()


@transaction.atomic
def content_removed(*pks: int) -> None:
    search.forget(pks)
    ContentVersion.bump()


def stamp(*, career: Career, user=None) -> None:
    """Fill what a save always fills: who, when, the key of its name, and the day it was first published."""
    career.name_key = name_key(career.title)[: Career._meta.get_field("name_key").max_length]
    career.changed_at = timezone.now()
    career.changed_by = user
    if career.status == Status.PUBLISHED and career.published_on is None:
        career.published_on = today()


def write_sections(*, career: Career, texts: Mapping[str, str]) -> None:
    """Set the stated sections; an empty text takes its section away. Rendered here, once."""
    before = {section.key: section for section in career.sections.all()}
    new = []
    for key, text in texts.items():
        text = text.strip()
        section = before.get(key) or Section(career=career, key=key)
        if not text:
            if section.pk:
                section.delete()
        elif section.text != text or not section.html:
            rendered = markdown.render(text, BY_KEY[key], section.items)
            section.text, section.html = text, rendered.html
            section.items = [item.as_json() for item in rendered.items]
            section.save() if section.pk else new.append(section)
    Section.objects.bulk_create(new)


def write_rows(*, career: Career, rows: Mapping[str, Sequence[models.Model]]) -> None:
    """Set the stated lists (``typings``, ``alternate_titles``, ``leads_to``) to these unsaved rows, in this order."""
    for name, wanted in rows.items():
        standing = getattr(career, name)
        columns = [field.attname for field in standing.model._meta.fields if field.name not in {"id", "career"}]
        for position, row in enumerate(wanted):
            row.position = position  # type: ignore[attr-defined]
        if [tuple(getattr(row, column) for column in columns) for row in wanted] != list(
            standing.values_list(*columns)
        ):
            standing.all().delete()
            standing.model.objects.bulk_create(wanted)


@transaction.atomic
def save_career(
    *,
    career: Career,
    user=None,
    texts: Mapping[str, str] | None = None,
    rows: Mapping[str, Sequence[models.Model]] | None = None,
    comment: str = "",
) -> None:
    """Write a career with the texts and lists that are stated; the rest of it stays as it is."""
    content_changed(record_career(career=career, user=user, texts=texts or {}, rows=rows or {}, comment=comment))
    storing.refresh([career.pk])


def record_career(
    *, career: Career, user, texts: Mapping[str, str], rows: Mapping[str, Sequence[models.Model]], comment: str
) -> Career:
    """Write it and its revision; who writes many says that the content changed once, of what this returns."""
    stamp(career=career, user=user)
    with reversion.create_revision(manage_manually=True):
        reversion.set_user(user)
        if comment:
            reversion.set_comment(comment)
        career.save()
        write_sections(career=career, texts=texts)
        write_rows(career=career, rows=rows)
        written = Career.objects.get(pk=career.pk)  # the caller's may hold lists it had fetched before
        reversion.add_to_revision(written)
    return written


@transaction.atomic
def delete_careers(*, careers: Iterable[Career], user=None) -> int:
    """Take careers away, as they stand now in a revision that brings them back; returns how many went."""
    careers = list(careers)
    record_before_deleting(careers, user)
    pks = [career.pk for career in careers]
    Career.objects.filter(pk__in=pks).delete()
    content_removed(*pks)
    return len(pks)


@transaction.atomic
def save_term(*, term: Term, user=None) -> None:
    """Write a category or a type: its name stands on many pages."""
    with reversion.create_revision():
        reversion.set_user(user)
        term.save()
    content_changed()


@transaction.atomic
def delete_terms(*, terms: Iterable[Term], user=None) -> int:
    """Take categories or types away; one that a career still has refuses to go (ProtectedError)."""
    terms = list(terms)
    record_before_deleting(terms, user)
    for term in terms:
        term.delete()
    content_changed()
    return len(terms)


def record_before_deleting(objects: Iterable[models.Model], user) -> None:
    with reversion.create_revision(manage_manually=True):
        reversion.set_user(user)
        reversion.set_comment("Deleted.")
        for each in objects:
            reversion.add_to_revision(each)


@transaction.atomic
def set_status(*, careers: Iterable[Career], status: Status, user=None) -> int:
    """Publish or unpublish; returns how many changed."""
    changed = [career for career in careers if career.status != status]
    history.remember(*changed)
    with reversion.create_revision():
        reversion.set_user(user)
        reversion.set_comment(f"Set to {status.label.lower()}.")
        for career in changed:
            career.status = status
            stamp(career=career, user=user)
            career.save()
    if changed:
        content_changed(*changed)
        storing.refresh([career.pk for career in changed])
    return len(changed)
