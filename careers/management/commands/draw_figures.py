from django.core.management.base import BaseCommand

from careers.figures import drawn
from careers.models import Career


class Command(BaseCommand):
    help = (
        "Draw the official figures of every career ahead, so that no first reader waits for them: after an update, or "
        "after careers were written past the commands. What is drawn as it should be stays. Safe to run at any time."
    )

    def handle(self, *, verbosity, **options):
        count = drawn.draw_ahead(Career.objects.values_list("code", flat=True))
        if verbosity:
            self.stdout.write(f"The figures of {count} codes were drawn.")
