"""Moving a whole school up a year: chosen, shown, and done with one press."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from accounts.schools import actions, years
from accounts.schools.common import digest
from accounts.schools.door import school_headed
from accounts.told import Deed, done_to

OTHERWISE = "The groups are not as they were when this was shown. Look again: nothing is changed yet."


@require_http_methods(["GET", "HEAD", "POST"])
def move_up(request, pk):
    school = school_headed(request, pk)
    choices = chosen(request, school)
    if "digest" in request.POST and done(request, school, choices):
        return redirect("schools:school", school.pk)
    moves = years.moves(school, choices)
    context = {
        "school": school,
        "moves": moves,
        "is_preview": request.method == "POST",
        "faults": any(move.fault for move in moves),
        "digest": digest([move.as_shown() for move in moves]),
    }
    return render(request, "schools/years.html", context)


def chosen(request, school) -> dict[int, str]:
    """What was chosen for each group; before that, up, and the last year closed."""
    cohorts = school.cohorts.open()
    if request.method != "POST":
        return {cohort.pk: years.CLOSE if cohort.year >= years.LAST_YEAR else years.UP for cohort in cohorts}
    sent = {cohort.pk: request.POST.get(f"group-{cohort.pk}") for cohort in cohorts}
    return {pk: choice for pk, choice in sent.items() if choice in {years.UP, years.CLOSE}}


def done(request, school, choices) -> bool:
    try:
        with transaction.atomic():
            moves = actions.move_up(school=school, choices=choices, shown=request.POST["digest"])
            done_to.tell(request, [number for move in moves for number in move.out], Deed.TOOK_OUT)
    except actions.ChangedMeanwhile:
        messages.error(request, OTHERWISE)
        return False
    except actions.Refused as refused:
        messages.error(request, str(refused))
        return False
    up, closed = ([move for move in moves if move.choice == choice] for choice in (years.UP, years.CLOSE))
    messages.success(request, f"{len(up)} groups are a year further, {len(closed)} closed.")
    return True
