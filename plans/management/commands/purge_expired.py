from django.core.management.base import BaseCommand
from django.db import transaction

from plans.erasing import empty_the_log, purge


class Command(BaseCommand):
    help = (
        "Erases what is due: closed accounts, with everything in them, by their school's rule, what was taken out of "
        "plans more than 30 days ago, and what was typed more than 90 days ago and never saved. Nothing of anybody "
        "under a hold. Run again, it finds nothing more to do."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Say what would go, and erase nothing.")

    def handle(self, *args, dry_run, **options):
        with transaction.atomic():
            found = [(what, number) for what, number in purge() if number]
            transaction.set_rollback(dry_run)
        empty_the_log()
        for what, number in found:
            self.stdout.write(f"{number} {what} {'would be' if dry_run else 'were'} erased.")
        if not found:
            self.stdout.write("Nothing is due.")
