"""What a school asks of plans: sets of requirements, of which one is in use at most. ``Refused`` says why not."""

from collections.abc import Sequence

from django.db import transaction

from accounts.models import School
from plans.actions.common import Refused, after, move
from plans.models import Pack, Requirement
from plans.packs.examples import Asked

MOST_PACKS, MOST_REQUIREMENTS = 30, 60


@transaction.atomic
def start_pack(*, school: School, name: str, about: str = "", asked: Sequence[Asked] = ()) -> Pack:
    pack = Pack(school=school, name=name, about=about)
    if school.packs.count() >= MOST_PACKS:
        raise Refused(f"A school keeps {MOST_PACKS} sets. Delete one before you make another.")
    save_pack(pack=pack)
    rows = [
        Requirement(
            pack=pack, position=number, measure=row.measure, amount=row.amount, words=row.words, years=list(row.years)
        )
        for number, row in enumerate(asked)
    ]  # fmt: skip
    Requirement.objects.bulk_create(rows)
    return pack


@transaction.atomic
def save_pack(*, pack: Pack) -> None:
    lock_school(pack)
    if Pack.objects.filter(school=pack.school_id, name=pack.name).exclude(pk=pack.pk).exists():
        raise Refused("Your school has a set of this name. Choose another.")
    pack.save()


@transaction.atomic
def use_pack(*, pack: Pack) -> None:
    """From now on it is what the school asks, and no other set is."""
    lock_school(pack)
    if not pack.requirements.exists():
        raise Refused("Nothing is in it yet. Add what you ask for first.")
    Pack.objects.filter(school=pack.school_id).exclude(pk=pack.pk).update(is_used=False)
    Pack.objects.filter(pk=pack.pk).update(is_used=True)


def rest_pack(*, pack: Pack) -> None:
    """The school asks nothing; the set, and who is exempt from what is in it, stays."""
    Pack.objects.filter(pk=pack.pk).update(is_used=False)


@transaction.atomic
def add_requirement(*, pack: Pack, requirement: Requirement) -> None:
    """At the end; sent twice it is asked for once."""
    rows = list(Pack.objects.select_for_update().get(pk=pack.pk).requirements.all())
    if any(same(row, requirement) for row in rows):
        return
    if len(rows) >= MOST_REQUIREMENTS:
        raise Refused(f"A set asks for {MOST_REQUIREMENTS} things at most. Remove one first.")
    requirement.pack, requirement.position = pack, after(pack.requirements.all(), "position")
    requirement.save()


def same(one: Requirement, other: Requirement) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in ("measure", "amount", "years", "words"))


@transaction.atomic
def move_requirement(*, requirement: Requirement, way: str) -> int:
    """One place ``up`` or ``down``. Returns its place, from 1."""
    pack = Pack.objects.select_for_update().get(pk=requirement.pack_id)
    return move(list(pack.requirements.all()), requirement, way, "position")


def lock_school(pack: Pack) -> None:
    School.objects.select_for_update().get(pk=pack.school_id)
