from collections import Counter
from dataclasses import replace
from functools import partial
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from careers.documents import reading, reporting
from careers.documents.applying import Change, Outcome, apply_all
from careers.documents.document import CareerDocument, DocumentError
from careers.management.progress import watched
from careers.models import Career


class Command(BaseCommand):
    help = (
        "Import careers from files or folders: career documents (.md) and the view as text (.txt). A career is found "
        "by its slug; what a document states is updated, the rest stays. A new career is a draft unless its document "
        "or --publish says otherwise. Everything goes in or, if anything is wrong, nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("paths", nargs="+", metavar="PATH", help="A file, or a folder with all that is below it.")
        parser.add_argument("--dry-run", action="store_true", help="Change nothing; print what would change.")
        parser.add_argument("--publish", action="store_true", help="Publish what is imported.")
        parser.add_argument("--slug", help="Import one document under this slug, beside the career that has its own.")

    def handle(self, *, paths, dry_run, publish, slug, **options):
        documents = read(paths)
        try:
            changes = write(under(slug, documents) if slug else documents, publish=publish, dry_run=dry_run)
        except DocumentError as error:
            raise CommandError(str(error)) from None
        for change in changes:
            for line in reporting.details(change) if dry_run else reporting.lines(change):
                self.stdout.write(line)
        self.stdout.write(summary(changes) + " This was a dry run: nothing was written." * dry_run)


def read(paths: list[str]) -> list[CareerDocument]:
    """All documents; every file that cannot be read is named, not only the first."""
    documents, faults = [], []
    try:
        found = reading.find(Path(path) for path in paths)
    except DocumentError as error:
        raise CommandError(str(error)) from None
    for path in watched(found, "Reading", len(found)):
        try:
            documents.append(reading.read(path))
        except DocumentError as error:
            faults.append(str(error))
    if faults:
        raise CommandError("\n".join(faults))
    return documents


def under(slug: str, documents: list[CareerDocument]) -> list[CareerDocument]:
    if len(documents) != 1:
        raise CommandError(f"--slug names one career, and there are {len(documents)} documents.")
    try:
        Career._meta.get_field("slug").run_validators(slug)
    except ValidationError as error:
        raise CommandError(f"--slug “{slug}” is not right. {' '.join(error.messages)}") from None
    return [replace(documents[0], slug=slug)]


@transaction.atomic
def write(documents: list[CareerDocument], *, publish: bool, dry_run: bool) -> list[Change]:
    """Apply them; a dry run does all of it and takes it back, so that what it says is what would happen."""
    progress = partial(watched, description="Writing", total=len(documents))
    changes = apply_all(documents, publish=publish, progress=progress)
    transaction.set_rollback(dry_run)
    return changes


def summary(changes: list[Change]) -> str:
    counts = Counter(change.outcome for change in changes)
    public = sum(change.seen_at_once for change in changes)
    counted = ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome)
    return f"{counted}." + f" Of the updated, {public} {reporting.AT_ONCE}." * bool(public)
