"""Everyone a member of staff looks after, narrowed and ordered as the address says."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import django_filters
from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Lower, NullIf
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from accounts.models import Cohort, Membership, User
from careers.filters import ChoiceFilter, ChoicesFilter, WordsFilter
from plans.desk.rows import lines_of
from plans.models import UPDATE_AFTER, Access, Comment, Goal, Plan, State, Step, Target, Verb
from plans.packs.standing import Checklist, for_students
from plans.timeline import open_entries

PER_PAGE = 50
NEEDS = {
    "incomplete": "Missing what the school asks",
    "overdue": "Steps overdue",
    "update": "Update due",
    "nothing": "Nothing written yet",
    "never": "Never signed in",
    "replied": "Wrote since you looked",
}
SORTS = {
    "": "Name",
    "cohort": "Group",
    "state": "State",
    "changed": "Longest unchanged",
    "overdue": "Most overdue",
    "spoken": "Longest without a word",
    "approved": "Signed off longest ago",
}


class Days(forms.IntegerField):
    """A number of days; none where what was typed is none, so that an old or mistyped address still shows a list."""

    def clean(self, value):
        try:
            days = super().clean(value if len(str(value or "")) < 6 else "")
        except forms.ValidationError:
            return None
        return days if days and 0 < days <= 3650 else None


class DaysFilter(django_filters.Filter):
    field_class = Days


def open_steps(today: date) -> QuerySet:
    """Steps whose day is over, and that are neither done nor needless."""
    return open_entries()["step"].filter(due_on__lt=today).order_by()


def unwritten(plan: str = "plan") -> Q:
    """Nothing of the student's own in the plan, to which ``plan`` leads: what a counsellor gave does not count."""
    own = [
        Exists(Target.objects.kept().filter(plan=OuterRef(plan))),
        Exists(Goal.objects.kept().filter(plan=OuterRef(plan))),
        Exists(Step.objects.kept().filter(plan=OuterRef(plan), assignment=None)),
    ]
    empty = Q((f"{plan}__after_school", ""), (f"{plan}__in_work", "")) & ~own[0] & ~own[1] & ~own[2]
    return Q((plan, None)) | empty


def incomplete(students: QuerySet) -> list[int]:
    """Those of whom the school asks something that is not in their plan."""
    return [pk for pk, asked in for_students(students).items() if not asked.is_complete]


def unread_by(staff: User) -> Exists:
    """The student wrote something that is open, and this member of staff has not opened the plan since."""
    looked = Access.objects.filter(actor=staff, plan=OuterRef("plan"), verb=Verb.READ, at__gte=OuterRef("at"))
    said = Comment.objects.filter(plan=OuterRef("plan"), by_staff=False, settled_at=None)
    return Exists(said.exclude(Exists(looked)))


def needs_of(staff: User) -> dict[str, Q]:
    """What each of ``NEEDS`` asks of a student."""
    return {
        "overdue": Q(Exists(open_steps(timezone.localdate()).filter(plan=OuterRef("plan")))),
        "update": Q(plan__state=State.APPROVED, plan__approved_at__lt=timezone.now() - UPDATE_AFTER),
        "nothing": unwritten(),
        "never": Q(last_login=None),
        "replied": Q(unread_by(staff)),
    }


def longer_than(field: str, days: int) -> Q:
    """Not for so many days, or never."""
    return Q(**{f"{field}__lt": timezone.now() - timedelta(days=days)}) | Q(**{field: None})


class CaseloadFilter(django_filters.FilterSet):
    q = WordsFilter(method="by_name", label="Name or user name")
    cohort = ChoiceFilter(method="by_cohort", label="Group")
    state = ChoiceFilter(method="by_state", label="State of the plan")
    needs = ChoicesFilter(method="by_needs", label="Any of these", widget=forms.CheckboxSelectMultiple)
    unchanged = DaysFilter(method="by_change", label="Not changed for so many days")
    silent = DaysFilter(method="by_word", label="No word for so many days")
    sort = ChoiceFilter(method="by_sort", label="Order")

    class Meta:
        model = User
        fields = []

    def __init__(self, *args, staff: User, cohorts: list[Cohort], **kwargs):
        super().__init__(*args, **kwargs)
        self.staff = staff
        groups = [(str(cohort.pk), str(cohort)) for cohort in cohorts]
        self.filters["cohort"].extra["choices"] = [("", "All my groups"), *groups]
        self.filters["state"].extra["choices"] = [("", "Any"), *State.choices]
        self.filters["needs"].extra["choices"] = list(NEEDS.items())
        self.filters["sort"].extra["choices"] = list(SORTS.items())

    def by_name(self, students, name, value):
        return students.filter(Q(name__icontains=value) | Q(username__icontains=value)) if value else students

    def by_cohort(self, students, name, value):
        members = Membership.objects.current().filter(cohort=value)
        return students.filter(pk__in=members.values("user")) if value else students

    def by_state(self, students, name, value):
        return students.filter(plan__state=value) if value else students

    def by_needs(self, students, name, value):
        asks = needs_of(self.staff)
        if "incomplete" in value:
            asks["incomplete"] = Q(pk__in=incomplete(students))
        wanted = Q()
        for need in value:
            wanted |= asks[need]
        return students.filter(wanted)

    def by_change(self, students, name, value):
        return students.filter(longer_than("plan__changed_at", value)) if value else students

    def by_word(self, students, name, value):
        return students.filter(longer_than("plan__spoken_at", value)) if value else students

    def by_sort(self, students, name, value):
        return students

    def ordered(self) -> QuerySet:
        """The filtered students in the order asked for; by name where they are alike in that."""
        students, sort = self.qs, self.form.cleaned_data["sort"] if self.form.is_valid() else ""
        called = Lower(Coalesce(NullIf("name", Value("")), "username"))
        if sort == "overdue":
            late = open_steps(timezone.localdate()).filter(plan=OuterRef("plan")).values("plan")
            students = students.annotate(late=Coalesce(Subquery(late.annotate(count=Count("pk")).values("count")), 0))
        if sort == "cohort":
            own = Membership.objects.current().filter(user=OuterRef("pk"))
            students = students.annotate(group=Subquery(own.values("cohort__name")[:1]))
        first = {
            "cohort": [F("group").asc()],
            "state": [F("plan__state").asc(nulls_first=True)],
            "changed": [F("plan__changed_at").asc(nulls_first=True)],
            "overdue": [F("late").desc()],
            "spoken": [F("plan__spoken_at").asc(nulls_first=True)],
            "approved": [F("plan__approved_at").asc(nulls_first=True)],
        }
        return students.order_by(*first.get(sort, []), called.asc(), "pk")

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """What is chosen, a pair for each choice."""
        values = self.form.cleaned_data if self.form.is_valid() else {}
        pairs = {name: value if isinstance(value, list) else [value] for name, value in values.items() if value}
        return [(name, str(each)) for name, value in pairs.items() for each in value]

    @property
    def query(self) -> str:
        """What is chosen, as an address holds it."""
        return urlencode(self.chosen)


@dataclass(frozen=True)
class Row:
    student: User
    plan: Plan | None
    cohort: Cohort | None
    overdue: int
    today: date
    asked: Checklist | None

    @property
    def silent_days(self) -> int | None:
        """Days since student and counsellor exchanged a word."""
        spoken = self.plan and self.plan.spoken_at
        return (self.today - timezone.localdate(spoken)).days if spoken else None


class Caseload:
    """One page of it, in a fixed number of queries."""

    def __init__(self, staff: User, data):
        self.staff = staff
        self.cohorts = list(Cohort.objects.open().of_staff(staff).select_related("school"))
        students = User.objects.students_of(staff).select_related("plan")
        self.filter = CaseloadFilter(data, students, staff=staff, cohorts=self.cohorts)
        self.page_number = data.get("page")

    @cached_property
    def page(self) -> Page:
        return Paginator(self.filter.ordered().prefetch_related(groups()), PER_PAGE).get_page(self.page_number)

    @cached_property
    def rows(self) -> list[Row]:
        today, students = timezone.localdate(), list(self.page.object_list)
        plans = {student.pk: getattr(student, "plan", None) for student in students}
        late = open_steps(today).filter(plan__in=[plan.pk for plan in plans.values() if plan])
        counts = dict(late.values_list("plan").annotate(Count("pk")))
        asked = for_students(students)
        return [
            Row(student, plan, cohort_of(student), counts.get(plan.pk, 0) if plan else 0, today, asked.get(student.pk))
            for student, plan in ((student, plans[student.pk]) for student in students)
        ]

    @property
    def lines(self) -> SafeString:
        return lines_of(self.rows)

    def page_url(self, number: int) -> str:
        query = self.filter.query
        return f"?{query}{'&' if query else ''}page={number}"

    @property
    def previous_page(self) -> str:
        return self.page_url(self.page.previous_page_number()) if self.page.has_previous() else ""

    @property
    def next_page(self) -> str:
        return self.page_url(self.page.next_page_number()) if self.page.has_next() else ""

    @property
    def number(self) -> int:
        return self.page.number

    @property
    def pages(self) -> int:
        return self.page.paginator.num_pages


def groups() -> Prefetch:
    """The group that each is in now, as ``now_in``."""
    current = Membership.objects.current().select_related("cohort")
    return Prefetch("memberships", queryset=current, to_attr="now_in")


def cohort_of(student: User) -> Cohort | None:
    return student.now_in[0].cohort if student.now_in else None


def chosen_students(staff: User, data) -> QuerySet:
    """Those ticked on the caseload, or everyone its filters leave; never anybody else's students."""
    if data.get("everyone"):
        return Caseload(staff, data).filter.ordered()
    ticked = [
        value for value in data.getlist("student")[:2_000] if value.isascii() and value.isdigit() and len(value) < 19
    ]
    return User.objects.students_of(staff).filter(pk__in=ticked).select_related("plan").order_by("username")


def is_number(value: str) -> bool:
    """Whether it can be the key of a row."""
    return value.isascii() and value.isdigit() and len(value) < 19
