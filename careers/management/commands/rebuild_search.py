from django.core.management.base import BaseCommand

from careers import search
from careers.models import Career


class Command(BaseCommand):
    help = "Make the search index anew from the careers that are stored. Safe to run at any time."

    def handle(self, **options):
        careers = Career.objects.all()
        search.rebuild(careers)
        self.stdout.write(f"{len(careers)} careers are in the search index.")
