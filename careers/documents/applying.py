"""Documents to models: only what a document states, and of that only what differs, is written."""

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.db import transaction

from careers import history, publishing
from careers.actions import content_changed, record_career
from careers.checks import storing
from careers.checks.findings import FACT_LABELS, Finding
from careers.documents import labels, rows
from careers.documents.describing import describe, with_parts
from careers.documents.document import CareerDocument
from careers.figures import drawn
from careers.models import Career, CareerType, Category, Kind, Status
from careers.sections import TEXTS

BATCH = 100
FACTS = tuple(
    field.name for field in fields(CareerDocument) if field.compare and field.name not in {"slug", "sections"}
)
Matched = tuple[CareerDocument, Career | None]
Progress = Callable[[Iterable[Matched]], Iterable[Matched]]


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Change:
    """What became of a career: ``fields`` are before and after of each that differs, a section's by its label."""

    career: Career
    outcome: Outcome
    fields: Mapping[str, tuple[Any, Any]]

    @property
    def seen_at_once(self) -> bool:
        """An update that students see as soon as it is written."""
        return self.outcome is Outcome.UPDATED and self.career.is_public()


def apply(document: CareerDocument, *, user=None, publish: bool = False, slug: str | None = None) -> Change:
    document = replace(document, slug=slug) if slug else document
    return apply_all([document], user=user, publish=publish)[0]


@transaction.atomic
def apply_all(
    documents: Sequence[CareerDocument], *, user=None, publish: bool = False, progress: Progress = iter
) -> list[Change]:
    """All of them or, where one raises DocumentError, none. ``progress`` looks on as they pass."""
    terms = rows.Terms.of(Category.objects.all(), CareerType.objects.all())
    sources: dict[str, str] = {}
    changes, standing = [], []
    for document, career in progress(matched(documents)):
        document.refuse_twin(career.slug if career else document.address(), sources)
        standing.append(publishing.standing(career) if career else frozenset())
        changes.append(apply_one(published(document, career) if publish else document, career, terms, user))
    written = [change.career for change in changes if change.outcome is not Outcome.UNCHANGED]
    if written:
        content_changed(*written)
        drawn.draw_ahead(career.code for career in written)
        findings = storing.refresh([career.pk for career in written])
        for document, change, known in zip(documents, changes, standing, strict=True):
            refuse_errors(document, change.career, findings.get(change.career.pk, []), known)
    return changes


def matched(documents: Sequence[CareerDocument]) -> Iterator[Matched]:
    """Each document, and the career it is about where there is one."""
    for start in range(0, len(documents), BATCH):
        batch = documents[start : start + BATCH]
        slugs = {slug for document in batch for slug in (document.address(), Path(document.source).stem)}
        found = with_parts(Career.objects.filter(slug__in=slugs)).prefetch_related("findings")
        careers = {career.slug: career for career in found}
        for document in batch:
            yield document, match(document, careers)


def match(document: CareerDocument, careers: Mapping[str, Career]) -> Career | None:
    """By its slug. A view states none: an exported one is known by its file, any other by a slug of its title."""
    named = careers.get(Path(document.source).stem)
    if document.slug is None and named and named.title == document.title:
        return named
    return careers.get(document.address())


def published(document: CareerDocument, career: Career | None) -> CareerDocument:
    """The document as one that is published. A view has no summary: the Overview's first sentence stands in for it."""
    document = replace(document, status=Status.PUBLISHED)
    if document.summary is not None or (career and career.summary):
        return document
    words = re.sub(r"[*_`#>]", "", document.sections.get("overview", ""))
    sentence = re.split(r"(?<=[.!?])\s", words.strip(), maxsplit=1)[0]
    return replace(document, summary=textwrap.shorten(sentence, 200, placeholder=" …"))


def apply_one(document: CareerDocument, career: Career | None, terms: rows.Terms, user) -> Change:
    current = describe(career) if career else CareerDocument(title="")
    changed = differences(document, current)
    if changed:
        refuse_gaps(document, current)
    if career is None:
        career = Career(slug=document.address(), category=terms.category(document))
        return Change(write(document, career, changed, terms, user), Outcome.CREATED, changed)
    if not changed:
        return Change(career, Outcome.UNCHANGED, changed)
    history.remember(career)
    return Change(write(document, career, changed, terms, user), Outcome.UPDATED, changed)


def differences(document: CareerDocument, current: CareerDocument) -> dict[str, tuple[Any, Any]]:
    """Before and after of each stated field that says something else than now."""
    pairs = {name: (getattr(current, name), getattr(document, name)) for name in FACTS}
    changed = {
        name: (before, after)
        for name, (before, after) in pairs.items()
        if after is not None and bare(name, before) != bare(name, after)
    }
    for entry in TEXTS:
        before, after = current.sections.get(entry.key, ""), document.sections.get(entry.key)
        if after is not None and after not in (before, document.held(before, entry)):
            changed[entry.label] = (before, after)
    return changed


def refuse_gaps(document: CareerDocument, current: CareerDocument) -> None:
    """A career that would be published lacks nothing that students need."""

    def now(name: str) -> Any:
        stated = getattr(document, name)
        return getattr(current, name) if stated is None else stated

    overview = document.sections.get("overview", current.sections.get("overview"))
    gaps = publishing.missing(
        summary=now("summary") or "",
        has_type=bool(now("types")),
        kind=now("kind") or Kind.FULL,
        has_overview=bool(overview),
        code=now("code") or "",
    )
    if gaps and now("status") == Status.PUBLISHED:
        raise document.error("status", " ".join(gaps.values()))


def refuse_errors(document: CareerDocument, career: Career, findings: Sequence[Finding], standing: Set[str]) -> None:
    """A career that would be published has no error that nobody accepted, but for those students see already."""
    errors = publishing.stopping(findings, standing) if career.status == Status.PUBLISHED else []
    if errors:
        place = errors[0].places[0]
        name = place.name.removesuffix("-fact") if place.name in FACT_LABELS else place.label
        sentences = " ".join(error.sentence for error in errors)
        raise document.error(name, f"{sentences} Mend this, accept it with a reason, or import it as a draft.")


def bare(name: str, value: Any) -> Any:
    """A value as it is compared: labels in any spelling are one, and nothing is nothing."""
    if name in {"category", "types"} and value:
        return [labels.plain(label) for label in ([value] if name == "category" else value)]
    return value or None


def write(document: CareerDocument, career: Career, changed: Mapping[str, Any], terms: rows.Terms, user) -> Career:
    for name, value in rows.facts(document, terms).items():
        setattr(career, name, value)
    return record_career(
        career=career,
        user=user,
        texts={entry.key: document.sections[entry.key] for entry in TEXTS if entry.label in changed},
        rows=rows.lists(career, document, terms),
        comment=f"Imported from {Path(document.source).name}." if document.source else "Imported.",
    )
