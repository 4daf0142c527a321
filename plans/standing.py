"""Where a plan stands between its student and their counsellor, in words, and what the student can do about it."""

from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import Membership
from plans.models import WAITING, Decision, Plan, Review, State

ASK_AFTER = timedelta(days=300)


@dataclass(frozen=True)
class Standing:
    """``has_school`` says whether anybody is there to read it; ``review`` is the last decision."""

    plan: Plan | None
    has_school: bool
    review: Review | None
    today: date

    @classmethod
    def of(cls, user, plan: Plan | None, today: date) -> "Standing":
        """Two queries; the frozen copy of the plan is not read."""
        review = plan.reviews.defer("document").first() if plan else None
        return cls(plan, Membership.objects.current().filter(user=user).exists(), review, today)

    @property
    def state(self) -> State:
        return State(self.plan.state) if self.plan else State.DRAFT

    @property
    def says_anything(self) -> bool:
        return self.has_school or self.review is not None or self.state != State.DRAFT

    @property
    def waits(self) -> bool:
        return self.state in WAITING

    @property
    def has_goal(self) -> bool:
        return bool(self.plan and (self.plan.after_school or self.plan.in_work))

    @property
    def can_be_sent(self) -> bool:
        return self.has_school and self.has_goal and self.state in {State.DRAFT, State.CHANGES_ASKED}

    @property
    def was_returned(self) -> bool:
        """Whether the counsellor asked for something and the student has not sent it again."""
        return self.state == State.CHANGES_ASKED and self.review is not None

    @property
    def was_changed_since(self) -> bool:
        """Whether a copy of an earlier revision is signed off, and the plan went on."""
        return self.state == State.DRAFT and self.plan is not None and self.plan.approved_at is not None

    @property
    def note(self) -> str:
        """What the counsellor wrote, as long as it is about the plan as it is."""
        is_about_it = self.was_returned or (self.state == State.APPROVED and self.is_approval)
        return self.review.note if self.review and is_about_it else ""

    @property
    def is_approval(self) -> bool:
        return self.review is not None and self.review.decision == Decision.APPROVED

    @property
    def asks_whether_right(self) -> bool:
        """Long after the student last said so; a plan without goals has nothing to confirm."""
        if self.plan is None or not self.has_goal:
            return False
        since = self.plan.confirmed_on or self.plan.created_at.date()
        return since < self.today - ASK_AFTER

    @property
    def hue(self) -> int:
        """The colour of its chip."""
        return {State.APPROVED: 140, State.CHANGES_ASKED: 45, State.SUBMITTED: 80, State.IN_REVIEW: 80}.get(
            self.state, 175
        )
