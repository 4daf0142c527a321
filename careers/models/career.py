"""A career: its facts, its texts, the names people know it by, and where it leads."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from careers import sections
from careers.models.natural import NaturalKeyManager, NaturallyKeyed
from careers.models.taxonomy import CareerType, Category


class Status(models.TextChoices):
    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"


class Kind(models.TextChoices):
    FULL = "full", "Full profile"
    FACTS_ONLY = "facts-only", "Facts only"


class Education(models.IntegerChoices):
    """What you usually need to start, in rising order, so that “no more than” is a comparison."""

    NONE = 0, "No qualification"
    SCHOOL = 1, "High school diploma"
    CERTIFICATE = 2, "Certificate or short course"
    ASSOCIATE = 3, "Associate degree"
    BACHELOR = 4, "Bachelor’s degree"
    MASTER = 5, "Master’s degree"
    DOCTORATE = 6, "Doctorate or professional degree"

    @property
    def slug(self):
        return self.name.lower()


class Remote(models.IntegerChoices):
    """How much of the work can be done away from the workplace."""

    NONE = 0, "On site"
    LIMITED = 1, "Limited remote"
    SOME = 2, "Some remote"
    MOSTLY = 3, "Mostly remote"

    @property
    def slug(self):
        return self.name.lower()


def today():
    """The site's date, whoever is looking: a career is published for everybody on the same day."""
    return timezone.localdate(timezone=timezone.get_default_timezone())


class CareerQuerySet(models.QuerySet):
    def published(self, on=None):
        """The careers a visitor may see today, or on another day."""
        return self.filter(status=Status.PUBLISHED, published_on__lte=on or today())

    def visible_to(self, user):
        """The careers this person may see: whoever edits content sees drafts too."""
        return self.all() if user.has_perm("careers.view_career") else self.published()


class Career(NaturallyKeyed):
    """One career profile. Its texts stand in sections, so that lists need not read them."""

    title = models.CharField(max_length=120, help_text="In the plural, as people say it: “Library technicians”.")
    slug = models.SlugField(
        max_length=120, unique=True, help_text="How it appears in its address. Shared links break if it changes."
    )
    name_key = models.CharField(
        max_length=120, editable=False, db_index=True, help_text="The title as links look for it."
    )
    code = models.CharField(
        "O*NET-SOC code",
        max_length=10,
        blank=True,
        validators=[RegexValidator(r"^\d\d-\d{4}\.\d\d$", "Write the code as 25-4031.00.")],
        help_text="Such as 25-4031.00. Official figures are attached by it.",
    )
    kind = models.CharField(
        max_length=12,
        choices=Kind,
        default=Kind.FULL,
        help_text="“Facts only” says so on its page and needs no texts yet.",
    )
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, related_name="careers", help_text="The one field of work it belongs to."
    )
    types = models.ManyToManyField(CareerType, through="Typing", related_name="careers")
    summary = models.CharField(
        max_length=200, blank=True, help_text="One sentence that says what they do. Shown in lists."
    )
    education = models.PositiveSmallIntegerField(
        "usually needed", choices=Education, null=True, blank=True, help_text="What you usually need to start."
    )
    remote = models.PositiveSmallIntegerField(
        "remote work", choices=Remote, null=True, blank=True, help_text="How much can be done away from the workplace."
    )
    subjects = models.JSONField(
        default=list, blank=True, help_text="School subjects that lead here, separated by commas."
    )
    accepted = models.JSONField(
        default=list,
        blank=True,
        help_text='Findings of the content checks you accept, each with its reason: [{"check": "…", "reason": "…"}].',
    )
    checked_on = models.DateField(
        "facts checked on", null=True, blank=True, help_text="When somebody last checked what it says."
    )
    status = models.CharField(
        max_length=10, choices=Status, default=Status.DRAFT, help_text="Students see what is published."
    )
    published_on = models.DateField(
        null=True, blank=True, help_text="From this day students see it. Left empty, it is the day it is published."
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    objects = NaturalKeyManager.from_queryset(CareerQuerySet)()  # type: ignore[misc]

    class Meta:
        ordering = ["title", "pk"]
        indexes = [
            models.Index(fields=["category", "status", "title"]),
            models.Index(fields=["code"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="careers_career_published_has_date",
                condition=~Q(status=Status.PUBLISHED) | Q(published_on__isnull=False),
                violation_error_message="A published career needs a date.",
            ),
            models.CheckConstraint(
                name="careers_career_published_has_summary",
                condition=~Q(status=Status.PUBLISHED) | ~Q(summary=""),
                violation_error_message="A published career needs a summary.",
            ),
            models.CheckConstraint(
                name="careers_career_has_title",
                condition=~Q(title=""),
                violation_error_message="A career needs a title.",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("careers:detail", args=[self.slug])

    @classmethod
    def held_about(cls, user) -> list[dict]:
        """The profiles this person was the last to change."""
        careers = cls.objects.filter(changed_by=user)
        return [{"career": career.title, "changed on": career.changed_at} for career in careers]

    @property
    def education_label(self) -> str:
        return "" if self.education is None else Education(self.education).label

    @property
    def remote_label(self) -> str:
        return "" if self.remote is None else Remote(self.remote).label

    @property
    def facts_only(self) -> bool:
        return self.kind == Kind.FACTS_ONLY

    def is_public(self):
        """The same rule as ``published()``, for a row already read."""
        return self.status == Status.PUBLISHED and self.published_on <= today()


def name_key(name: str) -> str:
    """What two spellings of one job's name share: “Librarian” and “librarians” find each other."""
    words = "".join(char if char.isalnum() else " " for char in name.casefold()).split()
    return " ".join(word.removesuffix("s") for word in words)


class Typing(NaturallyKeyed):
    """A career's types in their order; the first is the main one."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="typings")
    type = models.ForeignKey(CareerType, on_delete=models.PROTECT, related_name="typings")
    position = models.PositiveSmallIntegerField(default=0)

    natural_fields = ("career__slug", "type__slug")

    class Meta:
        ordering = ["position"]
        verbose_name = "type"
        constraints = [
            models.UniqueConstraint(
                fields=["career", "type"],
                name="careers_typing_once",
                violation_error_message="A career has each type once.",
            ),
        ]

    def __str__(self):
        return str(self.type)


class Section(NaturallyKeyed):
    """One of the 26 texts: Markdown as written, and the HTML made of it when it was saved."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="sections")
    key = models.CharField(max_length=24, choices=[(entry.key, entry.label) for entry in sections.TEXTS])
    text = models.TextField(help_text="Markdown.")
    html = models.TextField(editable=False)
    items = models.JSONField(
        default=list, editable=False, help_text="Its list items: [{key, text}], the key kept over edits."
    )

    natural_fields = ("career__slug", "key")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["career", "key"],
                name="careers_section_once",
                violation_error_message="A career has each section once.",
            ),
        ]

    def __str__(self):
        return self.get_key_display()

    @property
    def entry(self):
        return sections.BY_KEY[self.key]


class AlternateTitle(NaturallyKeyed):
    """What people type when they look for this job."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="alternate_titles")
    title = models.CharField(max_length=150)
    position = models.PositiveIntegerField(default=0)

    natural_fields = ("career__slug", "title")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["career", "title"],
                name="careers_alternatetitle_once",
                violation_error_message="This title is already listed.",
            ),
        ]

    def __str__(self):
        return self.title


class LeadsTo(NaturallyKeyed):
    """A next job: a career of ours by its slug, which may be imported later, and what the step takes."""

    career = models.ForeignKey(Career, on_delete=models.CASCADE, related_name="leads_to")
    to_slug = models.SlugField("career", max_length=120, help_text="The slug of the career it leads to.")
    needs = models.CharField(
        max_length=200, blank=True, help_text="What the step takes, such as “Master’s in library science”."
    )
    years = models.CharField(max_length=20, blank=True, help_text="How long it usually takes, such as 2–3.")
    position = models.PositiveSmallIntegerField(default=0)

    natural_fields = ("career__slug", "to_slug")

    class Meta:
        ordering = ["position"]
        verbose_name = verbose_name_plural = "leads to"
        constraints = [
            models.UniqueConstraint(
                fields=["career", "to_slug"],
                name="careers_leadsto_once",
                violation_error_message="This career is already listed.",
            ),
        ]

    def __str__(self):
        return self.to_slug
