from smtplib import SMTPException

from django.conf import settings
from django.core.mail import get_connection
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from accounts.models import User
from careers.management.progress import watched
from plans.digest import mark, parts_for, send

AT_ONCE = 200


class Command(BaseCommand):
    help = (
        "Sends the weekly letter to everybody with an address who wants it and for whom something waits, on the day of "
        "it at their school or the first time after that. Run again in the same week, it sends nothing more."
    )

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Say how many would be sent, and send none.")

    def handle(self, *args, dry_run, **options):
        if not settings.SENDS_EMAIL:
            self.stdout.write("This site sends no mail, for EMAIL_HOST is not set: nothing to do.")
            return
        self.sent, self.idle, self.failed, self.connection = 0, 0, [], get_connection()
        due = list(User.objects.due_a_digest(timezone.localdate()).order_by("pk").values_list("pk", flat=True))
        batches = [due[start : start + AT_ONCE] for start in range(0, len(due), AT_ONCE)]
        try:
            for batch in watched(batches, "Writing letters", len(batches)):
                self.write_to(batch, dry_run=dry_run)
        finally:
            self.connection.close()
            would = "would be" if dry_run else "were"
            self.stdout.write(f"{self.sent} letters {would} sent. For {self.idle} people nothing waits.")
        if self.failed:
            numbers = ", ".join(map(str, self.failed))
            raise CommandError(f"{len(self.failed)} letters could not be sent, to the accounts of number {numbers}.")

    def write_to(self, keys, *, dry_run: bool) -> None:
        for person, parts in parts_for(User.objects.filter(pk__in=keys).order_by("pk")):
            if not parts:
                self.idle += dry_run or mark(person)
            elif dry_run:
                self.sent += 1
            else:
                self.post(person, parts)

    def post(self, person, parts) -> None:
        try:
            self.connection.open()
        except (SMTPException, OSError) as error:
            raise CommandError(f"The mail server does not answer: {error}. Run this again when it does.") from None
        try:
            self.sent += send(person, parts, self.connection)
        except (SMTPException, OSError, ValueError) as error:
            self.failed.append(person.pk)
            self.stderr.write(f"Account {person.pk}: {type(error).__name__}")
