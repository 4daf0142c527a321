"""A stored career as the document that would make it."""

from django.db.models import QuerySet

from careers.documents.document import CareerDocument, Step
from careers.models import Career, Education, Remote

PARTS = ("sections", "typings__type", "alternate_titles", "leads_to")


def with_parts(careers: QuerySet) -> QuerySet:
    """The careers with everything a document holds, in a handful of queries."""
    return careers.select_related("category").prefetch_related(*PARTS)


def describe(career: Career) -> CareerDocument:
    """Everything it says; what it leaves open is not stated."""
    return CareerDocument(
        title=career.title,
        slug=career.slug,
        code=career.code or None,
        category=career.category.name,
        types=tuple(typing.type.name for typing in career.typings.all()),
        summary=career.summary or None,
        titles=tuple(alternate.title for alternate in career.alternate_titles.all()),
        education=None if career.education is None else Education(career.education).slug,
        remote=None if career.remote is None else Remote(career.remote).slug,
        subjects=tuple(career.subjects),
        leads_to=tuple(Step(step.to_slug, step.needs, step.years) for step in career.leads_to.all()),
        kind=career.kind,
        status=career.status,
        accepted=tuple(career.accepted),
        checked_on=career.checked_on,
        sections={section.key: section.text for section in career.sections.all()},
    )
