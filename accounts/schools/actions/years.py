"""A whole year at once."""

from django.db import transaction

from accounts.models import School
from accounts.schools import years
from accounts.schools.actions.groups import close_cohort
from accounts.schools.common import ChangedMeanwhile, Refused, digest


@transaction.atomic
def move_up(*, school: School, choices: dict[int, str], shown: str) -> list[years.Move]:
    """What the preview showed, all of it; raises ``ChangedMeanwhile`` where it would be something else by now."""
    School.objects.select_for_update().get(pk=school.pk)
    moves = years.moves(school, choices)
    if digest([move.as_shown() for move in moves]) != shown:
        raise ChangedMeanwhile
    if any(move.fault for move in moves):
        raise Refused("Mend what is marked first.")
    # The highest first: a group of year 10 takes the place that one of year 11 has left.
    for move in sorted(moves, key=lambda move: -move.cohort.year):
        carry_out(move)
    return moves


def carry_out(move: years.Move) -> None:
    if move.choice == years.CLOSE:
        move.out = close_cohort(cohort=move.cohort)
    elif move.choice == years.UP:
        move.cohort.year, move.cohort.name = move.year, move.name
        move.cohort.save(update_fields=["year", "name"])
