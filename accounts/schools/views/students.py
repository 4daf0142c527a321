"""The students of a group: added by hand, given passwords, taken out, their accounts closed."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts import passwords
from accounts.models import User
from accounts.schools import actions
from accounts.schools.common import digest
from accounts.schools.door import cohort_seen
from accounts.schools.forms import StudentForm
from accounts.told import Deed, done_to

CHOOSE = "Choose students first."
THEIR_OWN = "Nothing was changed: students who made their account themselves look after it themselves."


@require_http_methods(["GET", "HEAD", "POST"])
def student_new(request, pk):
    cohort = cohort_seen(request, pk)
    form = StudentForm(request.POST if request.method == "POST" else None, cohort=cohort, by=request.user)
    if form.is_valid():
        slips = added(request, cohort, form.lines, digest([form.found.as_shown()]))
        return show_once(request, cohort, slips) if slips else moved(request, cohort, form.found)
    return render(request, "schools/student_form.html", {"form": form, "cohort": cohort})


@transaction.atomic
def added(request, cohort, lines, shown):
    """The slips of those who are new."""
    written = actions.add_students(cohort=cohort, by=request.user, lines=lines, shown=shown)
    done_to.tell(request, written.made, Deed.ADDED)
    done_to.tell(request, written.moved, Deed.MOVED)
    return written.slips


def moved(request, cohort, found):
    messages.success(request, f"{found.name or found.username} is in {cohort} now.")
    return redirect("schools:cohort", cohort.pk)


@require_POST
def students(request, pk):
    """What is done to the students that are ticked: only to those this person looks after here and now."""
    cohort = cohort_seen(request, pk)
    numbers = [number for number in request.POST.getlist("student") if number.isascii() and number.isdigit()]
    here = User.objects.students_of(request.user).filter(memberships__cohort=cohort, memberships__until=None)
    chosen = here.filter(pk__in=[int(number) for number in numbers if len(number) < 19])
    act = ACTS.get(request.POST.get("do", ""))
    if act is None or not chosen:
        messages.error(request, CHOOSE)
        return redirect("schools:cohort", cohort.pk)
    with transaction.atomic():
        return act(request, cohort, chosen)


def give_passwords(request, cohort, chosen):
    people = list(chosen.of_school(cohort.school).order_by("name", "username"))
    slips = actions.give_passwords(people=people)
    done_to.tell(request, numbers_of(people), Deed.PASSWORD)
    return show_once(request, cohort, slips) if slips else nothing_done(request, cohort)


def take_out(request, cohort, chosen):
    people = numbers_of(chosen)
    out = actions.take_out(cohort=cohort, people=people)
    done_to.tell(request, people, Deed.TOOK_OUT)
    messages.success(request, f"{counted(out)} out of {cohort}. Nobody here sees their plans any more.")
    return redirect("schools:cohort", cohort.pk)


def close(request, cohort, chosen):
    people = list(chosen.of_school(cohort.school))
    closed = actions.close_students(people=people)
    done_to.tell(request, numbers_of(people), Deed.CLOSED)
    if not closed:
        return nothing_done(request, cohort)
    messages.success(
        request, f"{closed} account{'s are' if closed > 1 else ' is'} closed. You can open them again below."
    )
    return redirect("schools:cohort", cohort.pk)


ACTS = {"passwords": give_passwords, "take-out": take_out, "close": close}


def numbers_of(people) -> list[int]:
    return [user.pk for user in people]


def nothing_done(request, cohort):
    messages.error(request, THEIR_OWN)
    return redirect("schools:cohort", cohort.pk)


def counted(number: int) -> str:
    return "1 student is" if number == 1 else f"{number} students are"


def show_once(request, cohort, slips):
    key = passwords.put_by(request.session, slips)
    return redirect("schools:slips", cohort.pk, key)


@require_safe
def slips(request, pk, key):
    """To be printed and cut: shown once, for the passwords are stored nowhere."""
    cohort = cohort_seen(request, pk)
    slips = passwords.take(request.session, key) if request.method == "GET" else None
    address = request.build_absolute_uri(reverse("account_login"))
    return render(request, "schools/slips.html", {"cohort": cohort, "slips": slips, "address": address})
