"""What goes when its time has come: closed accounts by their school's rule, what was taken out of plans, forgotten
drafts; and what is left of a person around their plan when they go."""

from collections.abc import Collection
from datetime import timedelta

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Model, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone

from accounts.actions import delete_people, due_for_erasure
from accounts.models import User
from accounts.sessions import forget_waiting
from plans.deleted import LATELY
from plans.models import Access, Draft, SavedView, Step

AT_ONCE, FORGOTTEN = 500, timedelta(days=90)


def removable() -> list[type[Model]]:
    """Every model whose rows a student takes out and can bring back."""
    models = apps.get_app_config("plans").get_models()
    return [model for model in models if any(field.name == "removed_at" for field in model._meta.concrete_fields)]


def long_removed(model: type[Model], *, after: timedelta = LATELY) -> QuerySet:
    """Taken out too long ago to be brought back; nothing of a person who is held. Steps go with their career."""
    before = timezone.now() - after
    gone = Q(removed_at__lte=before)
    if model is Step:
        gone |= Q(target__removed_at__lte=before)
    return model._default_manager.filter(gone).exclude(plan__user__in=User.objects.held())


@transaction.atomic
def purge() -> list[tuple[str, int]]:
    """Erase what is due; what it was and how many, for a summary."""
    people = due_for_erasure()
    for start in range(0, len(people), AT_ONCE):
        delete_people(*people[start : start + AT_ONCE])
    rows = [(str(model._meta.verbose_name_plural), long_removed(model)) for model in ordered(removable())]
    rows.append(("drafts", forgotten()))
    went = [purge_rows(*pair) for pair in rows]
    return [("closed accounts", len(people)), *went, ("browsers' forms, lists and slips", forget_waiting())]


def forgotten() -> QuerySet[Draft]:
    """What was typed long ago and never saved; nothing of a person who is held."""
    return Draft.objects.filter(saved_at__lte=timezone.now() - FORGOTTEN).exclude(user__in=User.objects.held())


def purge_rows(what: str, rows: QuerySet) -> tuple[str, int]:
    number = rows.count()
    rows.delete()
    return what, number


def ordered(models: list[type[Model]]) -> list[type[Model]]:
    """Steps first, for a career that is erased no longer tells which were its own."""
    return sorted(models, key=lambda model: model is not Step)


def forget_around(people: Collection[User]) -> None:
    """Where no foreign key reaches: entries of who looked keep numbers and no address, and no view looks for them."""
    Access.objects.filter(Q(student__in=people) | Q(actor__in=people)).update(address=None)
    names = {name.casefold() for person in people for name in (person.username, person.name) if name}
    naming = [view.pk for view in SavedView.objects.filter(query__contains="q=") if looked_for(view) in names]
    SavedView.objects.filter(pk__in=naming).delete()


def looked_for(view: SavedView) -> str:
    return QueryDict(view.query).get("q", "").casefold()


def empty_the_log() -> None:
    """SQLite's log of writes has pages as they were before: move it into the database, and cut it off."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
