"""What a student's school asks of their plan, and how much of it is there."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from accounts.models import Membership, User
from plans.models import Exemption, Measure, Pack, Plan, Requirement
from plans.packs.measuring import measured
from plans.packs.words import WORDS, Words


@dataclass(frozen=True)
class Met:
    """One requirement, and the ``amount`` that a plan holds of it."""

    requirement: Requirement
    amount: int
    exemption: Exemption | None = None

    @property
    def is_exempt(self) -> bool:
        return self.exemption is not None

    @property
    def is_met(self) -> bool:
        """Whether there is enough; a student who is exempt may have enough too."""
        return self.amount >= self.requirement.amount

    @property
    def is_open(self) -> bool:
        """Whether the student still has something to do about it."""
        return not self.is_met and not self.is_exempt

    @property
    def missing(self) -> int:
        """How much is not there yet; none where the student is exempt."""
        return self.requirement.amount - self.amount if self.is_open else 0

    @property
    def words(self) -> Words:
        return WORDS[Measure(self.requirement.measure)]


@dataclass(frozen=True)
class Checklist:
    """All that a school asks of one student this year, in the school's order; it asks for one thing at least."""

    plan: Plan | None
    rows: list[Met]

    @property
    def open(self) -> list[Met]:
        return [row for row in self.rows if row.is_open]

    @property
    def settled(self) -> list[Met]:
        """What is met, or the student is exempt from."""
        return [row for row in self.rows if not row.is_open]

    @property
    def is_complete(self) -> bool:
        return not self.open

    @property
    def pack(self) -> Pack:
        return self.rows[0].requirement.pack

    def row_of(self, requirement: int) -> Met | None:
        return next((row for row in self.rows if row.requirement.pk == requirement), None)


def required_of(user: User) -> Checklist | None:
    """None where nobody asks anything of this person's plan."""
    return for_students([user]).get(user.pk)


def for_students(students: Collection[User] | QuerySet[User]) -> dict[int, Checklist]:
    """By the student's key; of whom nothing is asked is not in it. A student without a plan has nothing.

    Four queries and those of ``measured``, for one student and for a thousand.
    """
    asked = asked_of(students)
    if not asked:
        return {}
    plans = {plan.user_id: plan for plan in Plan.objects.filter(user__in=list(asked))}
    amounts = measured(list(plans.values()), {row.measure for rows in asked.values() for row in rows})
    exempt = exemptions(list(plans.values()))
    return {pk: checklist(plans.get(pk), rows, amounts, exempt) for pk, rows in asked.items()}


def asked_of(students: Collection[User] | QuerySet[User]) -> dict[int, list[Requirement]]:
    """What the set in use at each student's school asks of the year of their group."""
    members = Membership.objects.current().filter(user__in=students, cohort__school__packs__is_used=True).order_by()
    places = list(members.values_list("user", "cohort__school", "cohort__year"))
    used = Requirement.objects.filter(pack__is_used=True, pack__school__in={school for _, school, _ in places})
    rows = list(used.select_related("pack__school"))
    asked = {
        pk: [row for row in rows if row.pack.school_id == school and row.is_for(year)] for pk, school, year in places
    }
    return {pk: found for pk, found in asked.items() if found}


def exemptions(plans: Collection[Plan]) -> dict[tuple[int, int | None], Exemption]:
    """By plan and requirement."""
    rows = Exemption.objects.filter(plan__in=plans, requirement__pack__is_used=True)
    return {(row.plan_id, row.requirement_id): row for row in rows}


def checklist(plan: Plan | None, asked: Iterable[Requirement], amounts, exempt) -> Checklist:
    key = plan.pk if plan else None
    held = amounts.get(key, {})
    return Checklist(plan, [Met(row, held.get(row.measure, 0), exempt.get((key, row.pk))) for row in asked])
