"""Changes of content: each records a revision, renders what was written, and says that the content changed."""

from collections.abc import Iterable, Mapping

import reversion
from django.db import transaction
from django.utils import timezone

from careers import markdown, search
from careers.models import Career, ContentVersion, Section, Status
from careers.models.career import name_key, today
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
    career.name_key = name_key(career.title)
    career.changed_at = timezone.now()
    career.changed_by = user
    if career.status == Status.PUBLISHED and career.published_on is None:
        career.published_on = today()


def write_sections(*, career: Career, texts: Mapping[str, str]) -> None:
    """Set the stated sections; an empty text takes its section away. Rendered here, once."""
    before = {section.key: section for section in career.sections.all()}
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
            section.save()


@transaction.atomic
def set_status(*, careers: Iterable[Career], status: Status, user=None) -> int:
    """Publish or unpublish; returns how many changed."""
    changed = [career for career in careers if career.status != status]
    with reversion.create_revision():
        reversion.set_user(user)
        reversion.set_comment(f"Set to {status.label.lower()}.")
        for career in changed:
            career.status = status
            stamp(career=career, user=user)
            career.save()
    content_changed(*changed)
    return len(changed)
