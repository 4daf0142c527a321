import io
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from careers.documents import reading
from careers.models import Area, Element
from careers.official import fixtures

SEEDS = settings.BASE_DIR / "seeds" / "careers"
FIGURES = settings.BASE_DIR / "fixtures" / "figures"
MOST_BYTES = 700_000


class Command(BaseCommand):
    help = (
        "Make fixtures/figures/ from official releases, for the codes of the careers in seeds/: numbers, codes and "
        "titles, each with its source and date. The database is used for it and left as it was."
    )

    def add_arguments(self, parser):
        parser.add_argument("--onet", required=True, metavar="PATH", help="As import_onet takes it.")
        parser.add_argument("--oews", required=True, nargs="+", metavar="PATH", help="As import_oews takes it.")
        parser.add_argument("--projections", required=True, metavar="PATH", help="As import_projections takes it.")

    def handle(self, *, onet, oews, projections, **options):
        built = build(onet, oews, projections)
        large = [name for name, text in built.items() if len(text.encode()) > MOST_BYTES]
        if large:
            raise CommandError(f"{', '.join(large)} would be larger than {MOST_BYTES:,} bytes. Nothing was written.")
        write(built)
        self.stdout.write(f"{len(built)} files, {sum(map(len, built.values())):,} characters.")


@transaction.atomic
def build(onet: str, oews: list[str], projections: str) -> dict[str, str]:
    """What the importers make of the releases on their own; then all is as it was."""
    for model in (*fixtures.ALL, Element, Area, fixtures.Source):
        model.objects.all().delete()
    for name, paths in (("import_onet", [onet]), ("import_oews", oews), ("import_projections", [projections])):
        call_command(name, *paths, stdout=io.StringIO(), stderr=io.StringIO())
    built = fixtures.build(code for code in codes() if code)
    transaction.set_rollback(True)
    return built


def codes() -> list[str]:
    return [reading.read(path).code or "" for path in reading.find([SEEDS])]


def write(built: dict[str, str]) -> None:
    FIGURES.mkdir(parents=True, exist_ok=True)
    for path in FIGURES.glob("*.json"):
        if path.name not in built:
            path.unlink()
    for name, text in built.items():
        Path(FIGURES / name).write_text(text, encoding="utf-8")
