from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from accounts.actions import make_person
from accounts.models import User
from accounts.roles import ADMINISTRATOR, COUNSELLOR, EDITOR, STUDENT
from careers.models import Career
from plans.demo import demo_talk, make_school
from plans.models import Application, Experience, Goal, Plan, Step

PASSWORD = "pathways-demo"  # noqa: S105 — it opens nothing but a machine in development
PEOPLE = {
    "student": ("Sam", STUDENT),
    "counsellor": ("Casey", COUNSELLOR),
    "head": ("Harper", STUDENT),
    "editor": ("Ellis", EDITOR),
    "admin": ("Alex", ADMINISTRATOR),
}
DAYS = {
    Step: ["due_on", "done_on"],
    Goal: ["due_on"],
    Experience: ["starts_on", "ends_on"],
    Application: ["due_on"],
}
CAREERS = {"library-technicians", "librarians", "registered-nurses"}


class Command(BaseCommand):
    help = (
        "Makes a student with a plan, a counsellor, an editor and an administrator, each where there is none of that "
        "user name; who and what is there already stays as it is. Only in development (DEBUG)."
    )

    @transaction.atomic
    def handle(self, *args, **options):
        if not settings.DEBUG:
            raise CommandError("Demo people are for development only: their password is public. Set DEBUG=true there.")
        before = User.objects.filter(username__in=PEOPLE).count()
        for username, (name, role) in PEOPLE.items():
            make_person(username=username, password=PASSWORD, roles=[role], name=name)
        school = "Their school is made." if make_school(make_student) else "Their school stays."
        self.stdout.write(f"{len(PEOPLE) - before} of {len(PEOPLE)} demo people made. {school} {demo_plan()}")


def make_student(username: str, name: str) -> User:
    return make_person(username=username, password=PASSWORD, roles=[STUDENT], name=name)


def demo_plan() -> str:
    """Load the student's plan where there is none, and say what came of it."""
    if Plan.objects.filter(user__username="student").exists():
        return "The student's plan stays as it is."
    if Career.objects.filter(slug__in=CAREERS).count() < len(CAREERS):
        return "The student has no plan yet: load the careers first."
    call_command("loaddata", "demo/plan.json", verbosity=0)
    plan = Plan.objects.get(user__username="student")
    bring_to_today(plan)
    demo_talk(plan, User.objects.get(username="counsellor"))
    return "The student's plan is loaded."


def bring_to_today(plan: Plan) -> None:
    """Move its days so that the plan looks as it does on the day the fixture was written for, its ``created_at``."""
    gap = timezone.localdate() - timezone.localdate(plan.created_at)
    for model, days in DAYS.items():
        rows = list(model.objects.filter(plan=plan))
        for row in rows:
            for day in days:
                setattr(row, day, getattr(row, day) and getattr(row, day) + gap)
        model.objects.bulk_update(rows, days)
