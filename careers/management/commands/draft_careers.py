from collections import Counter
from functools import partial

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from careers.documents.applying import apply_all
from careers.documents.document import DocumentError
from careers.drafting import Draft, drafts
from careers.management.progress import watched
from careers.models import Category, Occupation, Status


class Command(BaseCommand):
    help = (
        "Draft a facts-only career for each O*NET occupation whose code no career has: title, category, types to look "
        "over, names people use, education and related careers. Careers that are there already are never touched. "
        "Import O*NET first, and pay and projections as well: what they lack, a draft lacks."
    )

    def add_arguments(self, parser):
        parser.add_argument("--from-onet", action="store_true", required=True, help="From the O*NET release imported.")
        parser.add_argument("--category", nargs="+", default=[], metavar="SLUG", help="Only those of these categories.")
        parser.add_argument("--publish", action="store_true", help="Publish those that lack nothing.")
        parser.add_argument("--dry-run", action="store_true", help="Change nothing; say what would be drafted.")

    def handle(self, *, category, publish, dry_run, **options):
        check(category)
        try:
            made, refused = write(category, publish=publish, dry_run=dry_run)
        except DocumentError as error:
            raise CommandError(str(error)) from None
        for draft in refused:
            self.stderr.write(f"{draft.occupation}: not drafted, {draft.refused}.")
        for name, count in sorted(Counter(draft.category.name for draft in made).items()):
            self.stdout.write(f"{name}: {count}")
        self.stdout.write(summary(made, publish) + " This was a dry run: nothing was written." * dry_run)


def check(slugs: list[str]) -> None:
    if not Occupation.objects.exists():
        raise CommandError("There are no occupations yet: run import_onet first.")
    known = set(Category.objects.values_list("slug", flat=True))
    unknown = [slug for slug in slugs if slug not in known]
    if unknown:
        raise CommandError(f"There is no category {', '.join(unknown)}. There are: {', '.join(sorted(known))}.")


@transaction.atomic
def write(slugs: list[str], *, publish: bool, dry_run: bool) -> tuple[list[Draft], list[Draft]]:
    """Those that were drafted, and those that could not be; a dry run does all of it and takes it back."""
    found = [each for each in drafts(publish=publish) if not slugs or (each.category and each.category.slug in slugs)]
    made = [draft for draft in found if draft.document]
    progress = partial(watched, description="Drafting", total=len(made))
    apply_all([draft.document for draft in made], progress=progress)
    transaction.set_rollback(dry_run)
    return made, [draft for draft in found if not draft.document]


def summary(made: list[Draft], publish: bool) -> str:
    public = sum(draft.document.status == Status.PUBLISHED for draft in made)
    said = f"{len(made)} careers drafted, {public} of them published."
    left = len(made) - public
    if publish and left:
        said += f" {left} stay drafts: no figures propose a type for them."
    return said
