from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from careers.checks import alike, known, storing
from careers.checks.findings import Finding
from careers.checks.texts import Profile
from careers.documents import reading
from careers.documents.describing import describe, with_parts
from careers.documents.document import CareerDocument, DocumentError
from careers.management.progress import watched
from careers.models import Career

BATCH = 100


class Command(BaseCommand):
    help = (
        "Check what careers say: those in files or folders (career documents or the view as text), or those of the "
        "portal by slug; all of the portal where none is named. Prints each finding with the places it is about, and "
        "fails where an error stands that nobody accepted. Findings of careers of the portal are kept for the admin."
    )

    def add_arguments(self, parser):
        parser.add_argument("named", nargs="*", metavar="PATH|SLUG", help="A file, a folder, or a career's slug.")
        parser.add_argument("--similarity", action="store_true", help="Print the careers that read most alike as well.")

    def handle(self, *, named, similarity, **options):
        paths, slugs = [name for name in named if is_path(name)], [name for name in named if not is_path(name)]
        documents, findings = from_files(paths)
        if slugs or not named:
            stored, found = from_portal(slugs)
            documents, findings = documents + stored, findings + found
        for document, found in zip(documents, findings, strict=True):
            for line in lines(document, found):
                self.stdout.write(line)
        if similarity:
            for pair in alike.nearest(documents):
                self.stdout.write(f"{pair.likeness:.3f}  {pair.one} · {pair.other}")
        self.stdout.write(summary(findings))
        stopping = sum(finding.stops for found in findings for finding in found)
        if stopping:
            raise CommandError(f"{stopping} errors stand: mend them, or accept them with a reason.")


def is_path(name: str) -> bool:
    return "/" in name or Path(name).suffix.lower() in reading.FORMATS or Path(name).exists()


def from_files(paths: list[str]) -> tuple[list[CareerDocument], list[list[Finding]]]:
    try:
        found = reading.find(Path(path) for path in paths)
        documents = [reading.read(path) for path in watched(found, "Reading", len(found))]
        return documents, known.check_all([Profile(document) for document in documents]) if documents else []
    except DocumentError as error:
        raise CommandError(str(error)) from None


def from_portal(slugs: list[str]) -> tuple[list[CareerDocument], list[list[Finding]]]:
    careers = Career.objects.order_by("slug")
    missing = set(slugs) - set(careers.filter(slug__in=slugs).values_list("slug", flat=True))
    if missing:
        raise CommandError(f"There is no career with the slug {', '.join(sorted(missing))}.")
    pks = list((careers.filter(slug__in=slugs) if slugs else careers).values_list("pk", flat=True))
    found: dict[int, list[Finding]] = {}
    for start in watched(range(0, len(pks), BATCH), "Checking", len(pks) // BATCH + 1):
        found |= storing.refresh(pks[start : start + BATCH])
    documents = {career.pk: describe(career) for career in with_parts(careers.filter(pk__in=pks)).iterator(BATCH)}
    return [documents[pk] for pk in pks], [found[pk] for pk in pks]


def lines(document: CareerDocument, findings: list[Finding]) -> Iterator[str]:
    if findings:
        yield f"{document.address()}{f' ({document.source})' * bool(document.source)}"
    for finding in findings:
        level = "accepted" if finding.reason else finding.severity.label.lower()
        yield f"  {level} {finding.check}: {finding.sentence}"
        yield from (f"    {place.label}: “{place.quoted}”" for place in finding.places)
        if finding.reason:
            yield f"    Accepted: {finding.reason}"


def summary(findings: list[list[Finding]]) -> str:
    flat = [finding for found in findings for finding in found]
    accepted = sum(bool(finding.reason) for finding in flat)
    errors = sum(finding.stops for finding in flat)
    warnings = len(flat) - accepted - errors
    return f"{len(findings)} careers: {errors} errors, {warnings} warnings, {accepted} accepted."
