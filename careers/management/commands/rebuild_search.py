from django.core.management.base import BaseCommand

from careers import search
from careers.management.progress import watched
from careers.models import Career


class Command(BaseCommand):
    help = (
        "Make the search index anew from the careers that are stored. Safe to run at any time: people find every "
        "career meanwhile."
    )

    def handle(self, **options):
        careers = list(Career.objects.all())
        search.renew(watched(careers, "Rebuilding the search index", len(careers)))
        self.stdout.write(f"{len(careers)} careers are in the search index.")
