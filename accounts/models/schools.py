"""Schools, the cohorts of their students, and the staff who look after them.

Seeing students is a relation that ends, never a role: a counsellor has a post at a cohort, a head of guidance at a
whole school. Whoever left, or is no longer in post, is out with the next request.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from accounts.passwords import readable_code


class SchoolQuerySet(models.QuerySet):
    def headed_by(self, user):
        """The schools whose guidance this person heads now."""
        return self.filter(pk__in=Post.objects.current().filter(user=user, cohort=None).values("school"))


class School(models.Model):
    name = models.CharField(max_length=120, unique=True, error_messages={"unique": "There is a school of this name."})
    keep_days = models.PositiveIntegerField(
        "days to keep closed accounts",
        default=365,
        help_text="So many days after a school's account was closed, it is erased with everything in it.",
    )
    digest_day = models.PositiveSmallIntegerField(
        "day of the weekly digest", default=0, help_text="0 is Monday, 6 is Sunday."
    )

    objects = SchoolQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                name="accounts_school_digest_day",
                condition=Q(digest_day__lte=6),
                violation_error_message="A day of the week is a number from 0, Monday, to 6, Sunday.",
            ),
        ]

    def __str__(self):
        return self.name


class CohortQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_at__isnull=True)

    def of_staff(self, user):
        """The cohorts whose students this person may see: those they are in post at, and all of a school they head."""
        posts = Post.objects.current().filter(user=user, user__is_active=True)
        heads = posts.filter(cohort=None).values("school")
        return self.filter(Q(pk__in=posts.exclude(cohort=None).values("cohort")) | Q(school__in=heads))

    def headed_by(self, user):
        """The cohorts of the schools that this person heads: theirs to name, to close and to staff."""
        return self.filter(school__in=School.objects.headed_by(user))


class Cohort(models.Model):
    """A group of students who move through a school together."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="cohorts")
    name = models.CharField(max_length=80, help_text="As the school calls it, such as “10B” or “Ms Okafor's group”.")
    year = models.PositiveSmallIntegerField(help_text="The year or grade its students are in now.")
    code = models.CharField("join code", max_length=12, unique=True, default=readable_code, editable=False)
    code_open = models.BooleanField("students may join with the code", default=True)
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = CohortQuerySet.as_manager()

    class Meta:
        ordering = ["school__name", "year", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["school", "year", "name"],
                condition=Q(closed_at__isnull=True),
                name="accounts_cohort_once",
                violation_error_message="This school has a group of this name in this year.",
            ),
            models.CheckConstraint(
                name="accounts_cohort_year",
                condition=Q(year__range=(1, 14)),
                violation_error_message="A year or grade is a number from 1 to 14.",
            ),
        ]

    def __str__(self):
        return f"{self.name}, year {self.year}"


class MembershipQuerySet(models.QuerySet):
    def current(self):
        return self.filter(until__isnull=True, cohort__closed_at__isnull=True)

    def students_in(self, cohorts, staff):
        """Who is in these cohorts now, for a member of staff who looks after them: nobody looks after themselves."""
        return self.filter(until__isnull=True, cohort__in=cohorts, user__closed_at__isnull=True).exclude(user=staff)


class Membership(models.Model):
    """A student's time in a cohort. It ends, and stays as a fact; another begins."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        indexes = [models.Index(fields=["cohort", "until", "user"], name="accounts_member_of")]
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(until__isnull=True),
                name="accounts_membership_one_cohort",
                violation_error_message="This student is in a group already.",
            ),
        ]

    def __str__(self):
        return f"Membership {self.pk}"

    @classmethod
    def held_about(cls, user) -> list[dict]:
        rows = cls.objects.filter(user=user).select_related("cohort__school")
        return [
            {"school": row.cohort.school.name, "group": str(row.cohort), "since": row.since, "until": row.until}
            for row in rows
        ]


class PostQuerySet(models.QuerySet):
    def current(self):
        return self.filter(until__isnull=True)

    def seeing(self, cohort):
        """Those by which somebody sees the students of this cohort now."""
        return self.current().filter(Q(cohort=cohort) | Q(cohort=None, school=cohort.school_id))


class Post(models.Model):
    """What a member of staff looks after: one cohort as its counsellor, or, without one, a school as its head."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="posts")
    school = models.ForeignKey(School, on_delete=models.CASCADE, related_name="posts")
    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, null=True, blank=True, related_name="posts")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "cohort"],
                condition=Q(until__isnull=True),
                name="accounts_post_once",
                violation_error_message="This person looks after this group already.",
            ),
            models.UniqueConstraint(
                fields=["user", "school"],
                condition=Q(until__isnull=True, cohort__isnull=True),
                name="accounts_post_head_once",
                violation_error_message="This person heads this school's guidance already.",
            ),
        ]

    def __str__(self):
        return f"Post {self.pk}"

    @property
    def duty(self):
        return "counsellor" if self.cohort_id else "head of guidance"

    @classmethod
    def held_about(cls, user) -> list[dict]:
        rows = cls.objects.filter(user=user).select_related("cohort", "school")
        return [
            {"school": row.school.name, "looks after": str(row.cohort or "the whole school"), "since": row.since,
             "until": row.until}
            for row in rows
        ]  # fmt: skip


class HoldQuerySet(models.QuerySet):
    def current(self):
        return self.filter(until__isnull=True)


class Hold(models.Model):
    """While it lasts nothing about this person is erased, whatever the retention rule says."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="holds")
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    since = models.DateTimeField(default=timezone.now)
    until = models.DateTimeField(null=True, blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="accounts_hold_has_reason",
                condition=~Q(reason=""),
                violation_error_message="Say why these data must be kept.",
            ),
        ]

    def __str__(self):
        return f"Hold {self.pk}"

    @classmethod
    def held_about(cls, user) -> list[dict]:
        rows = cls.objects.filter(user=user)
        return [{"kept because": row.reason, "since": row.since, "until": row.until} for row in rows]
