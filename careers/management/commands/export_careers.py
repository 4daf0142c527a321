from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from careers.documents import career_document, text_view
from careers.documents.describing import describe, with_parts
from careers.documents.document import DocumentError
from careers.management.progress import watched
from careers.models import Career

FORMATS = {"md": (career_document.write, ".md"), "view": (text_view.write, ".txt")}


class Command(BaseCommand):
    help = "Write careers into a folder, one document each, named by slug. Importing them again changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="Where to; it is made where it is missing.")
        parser.add_argument("slugs", nargs="*", metavar="SLUG", help="Which careers; all of them where none is named.")
        parser.add_argument("--format", choices=FORMATS, default="md", help="Career documents, or the view as text.")

    def handle(self, *, folder, slugs, format, **options):
        write, suffix = FORMATS[format]
        careers = chosen(slugs)
        try:
            texts = {
                f"{career.slug}{suffix}": write(describe(career))
                for career in watched(careers.iterator(chunk_size=100), "Exporting", careers.count())
            }
        except DocumentError as error:
            raise CommandError(str(error)) from None
        save(Path(folder), texts)
        self.stdout.write(f"{len(texts)} careers were exported to {folder}.")


def chosen(slugs: list[str]):
    careers = with_parts(Career.objects.order_by("slug"))
    if not slugs:
        return careers
    missing = set(slugs) - set(Career.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    if missing:
        raise CommandError(f"There is no career with the slug {', '.join(sorted(missing))}.")
    return careers.filter(slug__in=slugs)


def save(folder: Path, texts: dict[str, str]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise CommandError(f"{error.filename}: it cannot be written: {error.strerror}.") from None
