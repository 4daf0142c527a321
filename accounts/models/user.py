"""Who people are, and no more about them than the site needs."""

import datetime
import unicodedata
import zoneinfo

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.contrib.auth.models import UserManager as DjangoUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Lower
from django.utils import timezone
from django.utils.functional import cached_property

from accounts import zones
from accounts.models.schools import Cohort, Hold, Membership, Post, School
from accounts.roles import ADMINISTRATOR
from pathways.states import STATES


def midnight(day):
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def default_time_zone():
    return settings.TIME_ZONE


class UserQuerySet(models.QuerySet):
    def students_of(self, staff):
        """The students in the cohorts that this member of staff looks after now, each once; nobody else."""
        cohorts = Cohort.objects.open().of_staff(staff)
        memberships = Membership.objects.filter(until__isnull=True, cohort__in=cohorts)
        return self.filter(pk__in=memberships.values("user"), closed_at__isnull=True).exclude(pk=staff.pk)

    def of_school(self, school):
        """The accounts a school made and answers for; never one of staff, whose password would open more than that."""
        staff = Q(is_staff=True) | Q(is_superuser=True) | Q(pk__in=Post.objects.current().values("user"))
        return self.filter(school=school).exclude(staff)

    def held(self):
        """Those of whom nothing may be erased now."""
        return self.filter(pk__in=Hold.objects.current().values("user"))

    def due_a_digest(self, today):
        """Those with an address who want the weekly letter, and had none since the day of it at their school came last.

        Whoever is at no school has it on Mondays; whoever is new, on the next such day.
        """
        at = Membership.objects.current().filter(user=OuterRef("pk")).values("cohort__school__digest_day")[:1]
        post = Post.objects.current().filter(user=OuterRef("pk")).values("school__digest_day")[:1]
        day = Coalesce(Subquery(at), Subquery(post), F("school__digest_day"), Value(0))
        due = Q()
        for weekday in range(7):
            began = midnight(today - datetime.timedelta(days=(today.weekday() - weekday) % 7))
            due |= Q(letter_day=weekday, letter_before__lt=began)
        people = self.filter(is_active=True, closed_at=None, wants_digest=True).exclude(email="")
        return people.annotate(letter_day=day, letter_before=Coalesce("digest_at", "date_joined")).filter(due)

    def administrators(self):
        """Those who look after accounts and can sign in; one at least must remain."""
        holders = self.model.groups.through.objects.filter(group__name=ADMINISTRATOR).values("user_id")
        return self.filter(Q(pk__in=holders) | Q(is_superuser=True), is_active=True)


class UserManager(DjangoUserManager.from_queryset(UserQuerySet)):
    use_in_migrations = False


class User(AbstractUser):
    """A person who signs in by user name. What they may do comes from their roles, which are groups."""

    first_name = None
    last_name = None
    username = models.CharField(
        "user name",
        max_length=150,
        unique=True,
        validators=[RegexValidator(r"^[\w.@+-]+\Z", "Use letters, digits and . - _ + @ only, with no spaces.")],
        error_messages={"unique": "Somebody has this user name already. Try another."},
        help_text="Letters, digits and . - _ + @. Capital and small letters are the same.",
    )
    name = models.CharField(
        "what we call you", max_length=80, blank=True, help_text="Optional. A first name is enough."
    )
    email = models.EmailField(
        "e-mail", blank=True, help_text="Optional. Used to set a new password, and for letters that something waits."
    )
    time_zone = models.CharField(
        max_length=64,
        default=default_time_zone,
        validators=[zones.validate_zone],
        help_text="Decides what “today” and “overdue” mean for you.",
    )
    state = models.CharField(
        max_length=2, blank=True, choices=STATES, help_text="Optional. Pay on career pages is shown for it too."
    )
    last_login = models.DateTimeField("last sign-in", null=True, blank=True)
    date_joined = models.DateTimeField("since", default=timezone.now)
    one_time_password_until = models.DateTimeField(
        "one-time password until",
        null=True,
        blank=True,
        editable=False,
        help_text="Set while a password given by an administrator waits to be replaced.",
    )
    wants_digest = models.BooleanField(
        "send me a letter a week",
        default=True,
        help_text="Only when something waits for you. It says how much, not what.",
    )
    digest_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="When it was last looked what waits, for the weekly letter."
    )

    school = models.ForeignKey(
        School,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="accounts",
        help_text="The school that made this account and answers for it; none for one that its owner made.",
    )
    closed_at = models.DateTimeField(
        null=True, blank=True, editable=False, help_text="A school's account is closed at once, and erased by its rule."
    )

    objects = UserManager()

    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = "account"
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="accounts_user_username_once",
                violation_error_message="Somebody has this user name already. Try another.",
            )
        ]

    def __str__(self):
        return self.name or self.username

    @classmethod
    def normalize_username(cls, username):
        """User names are kept in small letters, so that “Ada” and “ada” are one person in every database."""
        return unicodedata.normalize("NFKC", username).strip().lower() if isinstance(username, str) else username

    @classmethod
    def held_about(cls, user):
        row = {
            "user name": user.username,
            "what we call you": user.name,
            "e-mail": user.email,
            "time zone": user.time_zone,
            "state": user.get_state_display(),
            "roles": list(user.groups.values_list("name", flat=True)),
            "permissions beside roles": list(user.user_permissions.values_list("name", flat=True)),
            "may sign in": user.is_active,
            "may enter the admin": user.is_staff,
            "may do everything": user.is_superuser,
            "since": user.date_joined,
            "last sign-in": user.last_login,
            "one-time password until": user.one_time_password_until,
            "account of": user.school.name if user.school else None,
            "closed on": user.closed_at,
            "gets a letter a week": user.wants_digest,
            "last looked what waits for you": user.digest_at,
        }
        return [row]

    def zone_label(self):
        return zones.label(self.time_zone)

    def zone(self):
        """The person's time zone; the site's where what is stored is no zone."""
        try:
            return zoneinfo.ZoneInfo(self.time_zone)
        except (zoneinfo.ZoneInfoNotFoundError, ValueError):
            return zoneinfo.ZoneInfo(settings.TIME_ZONE)

    def erased_on(self):
        """From when a closed account may be erased; one that its owner made waits for nothing but a hold."""
        return self.closed_at + datetime.timedelta(days=self.school.keep_days if self.school else 0)

    @cached_property
    def in_post(self):
        """Whether this person looks after students now; the one who is signed in brings the answer along."""
        return Post.objects.current().filter(user=self).exists()

    @cached_property
    def has_second_factor(self):
        return self.authenticator_set.filter(type="totp").exists()

    @property
    def on_duty(self):
        """Whose sign-in opens more than a life of their own: it takes a second factor, and ends by itself."""
        return self.is_staff or self.in_post

    def must_choose_password(self):
        """Signed in with a password that an administrator gave."""
        return self.one_time_password_until is not None

    def one_time_password_expired(self):
        return self.must_choose_password() and self.one_time_password_until < timezone.now()
