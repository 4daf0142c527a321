from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction

from careers import search
from careers.checks import storing
from careers.figures import drawn
from careers.models import Career, ContentVersion
from careers.official import fixtures as figures


class Command(BaseCommand):
    help = (
        "Load the careers of fixtures/careers/ where there is none yet, and the official figures on them of "
        "fixtures/figures/ where none are in; where there are any careers, leave everything as it is."
    )

    @transaction.atomic
    def handle(self, *, verbosity, **options):
        if Career.objects.exists():
            self.stdout.write("There are careers already: nothing was loaded.")
            return
        call_command("loaddata", *fixtures(), verbosity=0)
        figures.load(settings.BASE_DIR / "fixtures" / "figures")
        search.renew(Career.objects.all())
        drawn.draw_ahead(Career.objects.values_list("code", flat=True))
        ContentVersion.bump()
        storing.refresh(Career.objects.values_list("pk", flat=True))
        self.stdout.write(f"{Career.objects.count()} careers were loaded.")


def fixtures() -> list[str]:
    """The taxonomy first: every career names a category and types of it."""
    paths = sorted((settings.BASE_DIR / "fixtures" / "careers").glob("*.json"))
    return [str(path) for path in sorted(paths, key=lambda path: path.stem != "taxonomy")]
