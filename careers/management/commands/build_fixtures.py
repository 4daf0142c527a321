from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from careers.documents import fixtures
from careers.documents.document import DocumentError

SEEDS = settings.BASE_DIR / "seeds"
FIXTURES = settings.BASE_DIR / "fixtures" / "careers"


class Command(BaseCommand):
    help = "Make fixtures/careers/ from seeds/: the same seeds always make the same files. No database is needed."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument(
            "--check", action="store_true", help="Write nothing; say what differs, and fail if anything does."
        )

    def handle(self, *, check, **options):
        try:
            built = fixtures.build(SEEDS)
        except DocumentError as error:
            raise CommandError(str(error)) from None
        changes = differences(built)
        for name, change in changes.items():
            self.stdout.write(f"{name}: {change}")
        if check and changes:
            raise CommandError("The fixtures are not what the seeds make: run build_fixtures.")
        if not check:
            write(built)
        self.stdout.write(f"{len(built)} fixtures, {len(changes)} changed.")


def differences(built: dict[str, str]) -> dict[str, str]:
    """What would have to happen to each file that is not as built."""
    standing = {path.name: path.read_text(encoding="utf-8") for path in FIXTURES.glob("*.json")}
    changes = {
        name: "new" if name not in standing else "changed" for name in built if standing.get(name) != built[name]
    }
    return changes | {name: "gone" for name in standing if name not in built}


def write(built: dict[str, str]) -> None:
    FIXTURES.mkdir(parents=True, exist_ok=True)
    for name, change in differences(built).items():
        path: Path = FIXTURES / name
        path.unlink() if change == "gone" else path.write_text(built[name], encoding="utf-8")
