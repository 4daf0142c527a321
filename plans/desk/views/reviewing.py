"""The review queue, and one plan under review: what changed, remarks at it, and a decision."""

import uuid
from dataclasses import dataclass
from functools import cached_property

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from plans import actions
from plans.access import record
from plans.actions import ChangedMeanwhile, Refused, Remark
from plans.desk.caseload import cohort_of, groups
from plans.desk.door import for_staff, plan_of
from plans.desk.forms import ReviewForm
from plans.desk.queue import following, waiting
from plans.document.changed import changes_read
from plans.document.sheet import Sheet, sheet_of
from plans.document.writing import digest_of, document_of
from plans.forms import token_sent
from plans.models import WAITING, Decision, Plan, Review, Verb
from plans.packs.standing import required_of

PER_PAGE = 50
CHANGED = "changed"


@require_safe
@for_staff
def queue(request):
    plans = waiting(request.user).prefetch_related(groups_of_plans())
    page = Paginator(plans, PER_PAGE).get_page(request.GET.get("page"))
    now = timezone.now()
    for plan in page.object_list:
        plan.cohort, plan.days = cohort_of(plan.user), (now - plan.submitted_at).days
    return render(request, "desk/queue.html", {"page": page})


def groups_of_plans():
    prefetch = groups()
    prefetch.add_prefix("user")
    return prefetch


@dataclass
class Opened:
    """A plan as it lies before its reader."""

    plan: Plan

    @cached_property
    def document(self) -> dict:
        return document_of(self.plan)

    @cached_property
    def digest(self) -> str:
        return digest_of(self.document)

    @cached_property
    def before(self) -> Review | None:
        """The last copy that was signed off."""
        return self.plan.reviews.filter(decision=Decision.APPROVED).first()

    @cached_property
    def changes(self):
        return changes_read(self.before.document if self.before else None, self.document)

    @cached_property
    def whole(self) -> Sheet:
        return sheet_of(self.document, name=str(self.plan.user), on=timezone.localdate())

    @property
    def rows(self) -> list[tuple[str, str]]:
        """What can be spoken of: the token and the words of each row that changed."""
        return [(each.entry.key, each.entry.title) for each in self.changes.entries]


@require_http_methods(["GET", "HEAD", "POST"])
@for_staff
def review(request, pk):
    plan = plan_of(request, pk)
    if request.method == "POST":
        return answered(request, plan)
    if plan.state not in WAITING:
        messages.info(request, f"The plan of {plan.user} does not wait for review now.")
        return redirect("desk:student", pk)
    if request.method == "GET":
        plan.state = actions.begin_review(plan=plan).state
    opened = Opened(plan)
    return page(request, opened, ReviewForm(rows=opened.rows), uuid.uuid4())


def answered(request, plan: Plan):
    opened, token, trouble = Opened(plan), token_sent(request.POST), ""
    form = ReviewForm(request.POST, rows=opened.rows)
    if request.POST.get("digest") != opened.digest and form.decision:
        trouble = CHANGED
    elif form.is_valid():
        try:
            return onward(request, plan, save(request, plan, form, token))
        except ChangedMeanwhile:
            trouble = CHANGED
        except Refused as refusal:
            trouble = str(refusal)
        opened = Opened(Plan.objects.select_related("user").get(pk=plan.pk))
        form = ReviewForm(request.POST, rows=opened.rows)
    return page(request, opened, form, token, trouble)


@transaction.atomic
def save(request, plan: Plan, form: ReviewForm, token: uuid.UUID) -> Decision | None:
    """The decision and what was said beside it, all or nothing. Without a decision the note is a remark too."""
    said = [Remark(text, uuid.UUID(key), form.words.get(key, "")) for key, text in form.remarks()]
    note = form.cleaned_data["note"]
    if form.decision:
        read = request.POST.get("digest", "")
        done = actions.decide(plan=plan, staff=request.user, decision=form.decision, note=note, digest=read)
        record(request, plan, Verb(form.decision.value), f"review {done.pk}")
    elif note.strip():
        said.append(Remark(note))
    if not form.decision and not said:
        raise Refused("Write a comment first.")
    for comment in actions.remark(plan=plan, staff=request.user, remarks=said, token=token):
        record(request, plan, Verb.COMMENTED, f"comment {comment.pk}")
    return form.decision


def onward(request, plan: Plan, decision: Decision | None):
    """After a decision to the next plan."""
    if decision is None:
        messages.success(request, "Your comments are sent. The plan is not decided on yet.")
        return redirect("desk:review", plan.pk)
    done = "signed off" if decision == Decision.APPROVED else "sent back"
    after = following(request.user, plan)
    then = "This is the next one." if after else "No other plan waits for you."
    messages.success(request, f"The plan of {plan.user} is {done}. {then}")
    return redirect("desk:review", after.pk) if after else redirect("desk:queue")


def page(request, opened: Opened, form: ReviewForm, token: uuid.UUID, trouble: str = ""):
    """Whoever gets it reads the plan, be it that a form came back."""
    if request.method != "HEAD":
        record(request, opened.plan, Verb.READ, "review")
    for each in opened.changes.entries:
        each.box = form.box(each.entry.key)
    context = {
        "plan": opened.plan,
        "opened": opened,
        "form": form,
        "token": token,
        "changed": trouble == CHANGED,
        "trouble": trouble if trouble != CHANGED else "",
        "closed": opened.plan.state not in WAITING,
        "asked": required_of(opened.plan.user),
        "comments": opened.plan.comments.filter(settled_at=None),
        "after": following(request.user, opened.plan),
    }
    return render(request, "desk/review.html", context)
