from django.contrib.auth.models import Group, Permission
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.roles import ROLES


class Command(BaseCommand):
    help = "Gives the four roles exactly the permissions of accounts/roles.py. People keep their roles."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="Say what would change, and change nothing.")

    @transaction.atomic
    def handle(self, *args, dry_run, **options):
        existing = {
            f"{permission.content_type.app_label}.{permission.codename}": permission
            for permission in Permission.objects.select_related("content_type")
        }
        missing = set().union(*ROLES.values()) - existing.keys()
        if missing:
            raise CommandError(f"Run migrate first: there is no permission {', '.join(sorted(missing))} yet.")
        self.quiet = options["verbosity"] == 0
        changed = [self.set_up(role, names, existing) for role, names in ROLES.items()]
        if dry_run:
            transaction.set_rollback(True)
        self.say(summary(changed.count(True), dry_run))

    def set_up(self, role, names, existing):
        """Whether anything had to change."""
        group, made = Group.objects.get_or_create(name=role)
        granted = set(group.permissions.all())
        held = {name for name, permission in existing.items() if permission in granted}
        for sign, difference in (("+", names - held), ("-", held - names)):
            for name in sorted(difference):
                self.say(f"{role} {sign} {name}")
        if made:
            self.say(f"{role}: new")
        group.permissions.set([existing[name] for name in names])
        return made or held != names

    def say(self, line):
        if not self.quiet:
            self.stdout.write(line)


def summary(changed, dry_run):
    if not changed:
        return "Nothing to change: the four roles are as they should be."
    return f"{changed} of {len(ROLES)} roles {'would be' if dry_run else 'were'} changed."
