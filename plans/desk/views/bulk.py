"""One message, or one step, for many students. Decisions on plans are never made for many."""

import uuid
from functools import partial

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.models import Cohort
from plans import actions
from plans.access import record_all
from plans.desk import emails
from plans.desk.caseload import Caseload, chosen_students, cohort_of, groups
from plans.desk.door import for_staff
from plans.desk.forms import AssignForm, ReminderForm
from plans.desk.views.caseload import caseload_url
from plans.forms import token_sent
from plans.models import Verb

NOBODY = "Tick the students first, or say that you mean everyone in the list."


def token_of(request) -> uuid.UUID:
    return token_sent(request.POST) if request.method == "POST" else uuid.uuid4()


def back_to_list(request) -> str:
    return caseload_url(Caseload(request.user, request.GET).filter.query)


def many(count: int) -> str:
    return f"{count:,} student{'' if count == 1 else 's'}"


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def remind(request):
    students, back = list(chosen_students(request.user, request.GET)), back_to_list(request)
    if not students:
        messages.error(request, NOBODY)
        return redirect(back)
    form, token = ReminderForm(request.POST if request.method == "POST" else None), token_of(request)
    if form.is_valid():
        send(request, students, form.cleaned_data["text"], token)
        messages.success(request, f"Your message stands on the plan of {many(len(students))}.")
        return redirect(back)
    context = {"form": form, "token": token, "students": students, "back": back}
    return render(request, "desk/remind.html", context)


@transaction.atomic
def send(request, students, text: str, token: uuid.UUID) -> None:
    sent = partial(emails.reminded, plan_url=request.build_absolute_uri(reverse("plans:plan")))
    plans = actions.remind(staff=request.user, students=students, text=text, token=token, sent=sent)
    record_all(request, plans, Verb.REMINDED)


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def assign(request):
    """To those chosen on the caseload; where nobody is chosen, to a whole group."""
    students = list(chosen_students(request.user, request.GET).prefetch_related(groups()))
    cohorts = None if students else Cohort.objects.open().of_staff(request.user)
    form = AssignForm(request.POST if request.method == "POST" else None, cohorts=cohorts)
    if form.is_valid():
        count = given(request, students, **form.cleaned_data)
        messages.success(request, f"The step is in the plan of {many(count)}.")
        return redirect("desk:given")
    context = {"form": form, "students": students, "back": back_to_list(request)}
    return render(request, "desk/assign.html", context)


@transaction.atomic
def given(request, students, *, cohort=None, **words) -> int:
    """In how many plans it is new."""
    if cohort is not None:
        plans = actions.assign(staff=request.user, cohort=cohort, **words)
    else:
        plans = [plan for each, some in by_cohort(students) for plan in
                 actions.assign(staff=request.user, cohort=each, students=some, **words)]  # fmt: skip
    record_all(request, plans, Verb.ASSIGNED)
    return len(plans)


def by_cohort(students):
    found = {}
    for student in students:
        found.setdefault(cohort_of(student), []).append(student)
    return sorted(found.items(), key=lambda pair: pair[0].pk)
