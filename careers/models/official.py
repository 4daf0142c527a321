"""Official figures, each with its source, date and place, by the code of the occupation they are about.

Careers hold a code and no figure: a figure exists once, whoever shows it, and a profile finds its own by the codes of
``careers.official.crosswalk.codes_of``. Rows are written by the import commands alone; nothing that an editor wrote
is in these tables.
"""

import uuid

from django.db import models

from careers.models.natural import NaturallyKeyed


class Family(models.TextChoices):
    ONET = "onet", "O*NET"
    OEWS = "oews", "Occupational Employment and Wage Statistics"
    PROJECTIONS = "projections", "Employment Projections"


class Source(NaturallyKeyed):
    """One release of official data. ``dated`` says what it is a picture of, and which of two releases is the newer.

    ``token`` is a new random value whenever an import changes any of its figures: what is kept in a process is keyed
    by it.
    """

    family = models.CharField(max_length=12, choices=Family)
    release = models.CharField(max_length=40)
    dated = models.DateField()
    name = models.CharField(max_length=120)
    publisher = models.CharField(max_length=120)
    licence = models.CharField(max_length=80)
    attribution = models.TextField()
    address = models.URLField()
    token = models.UUIDField(default=uuid.uuid4, editable=False)

    natural_fields = ("family", "release")

    class Meta:
        ordering = ["family", "-dated"]
        constraints = [
            models.UniqueConstraint(
                fields=["family", "release"],
                name="careers_source_once",
                violation_error_message="This release is already there.",
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.release}"


class Figure(NaturallyKeyed):
    """What every official row has: the code it is about, and the release it comes from."""

    code = models.CharField(max_length=10)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Occupation(Figure):
    """An occupation of O*NET, by its O*NET-SOC code such as 25-4031.00."""

    title = models.CharField(max_length=160)
    description = models.TextField(blank=True)

    natural_fields = ("code",)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], name="careers_occupation_once", violation_error_message="This code is already there."
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.title}"


class OccupationTitle(Figure):
    """Another name people have for an occupation; ``short`` is its abbreviation, such as LPC."""

    title = models.CharField(max_length=160)
    short = models.CharField(max_length=160, blank=True)

    natural_fields = ("code", "title", "short")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "title", "short"],
                name="careers_occupationtitle_once",
                violation_error_message="This title is already there.",
            ),
        ]

    def __str__(self):
        return self.title


class ElementKind(models.TextChoices):
    """What is rated, and in which unit ``Rating.value`` is."""

    ZONE = "zone", "Job zone, 1 to 5"
    INTEREST = "interest", "Interest (RIASEC), 1 to 7"
    HIGH_POINT = "high-point", "Place of an interest: 1 for R to 6 for C, 0 for none"
    SKILL = "skill", "Skill: importance 1 to 5, level 0 to 7"
    KNOWLEDGE = "knowledge", "Knowledge: importance 1 to 5, level 0 to 7"
    STYLE = "style", "Work style: importance 1 to 5; from 30.0 impact, −3 to 3"
    EDUCATION = "education", "Education that people in the job say it needs, per cent of answers"


class Element(NaturallyKeyed):
    """What O*NET rates occupations on: a skill, an interest, a level of education …

    ``key`` is O*NET's element ID (2.A.1.a), with the category after it where answers fall into categories (2.D.1/5).
    """

    key = models.CharField(max_length=30, unique=True)
    kind = models.CharField(max_length=12, choices=ElementKind)
    name = models.CharField(max_length=300)

    natural_fields = ("key",)

    class Meta:
        ordering = ["key"]

    def __str__(self):
        return self.name


class Rating(Figure):
    """What O*NET found of one element in one occupation; ``ElementKind`` says in which unit.

    ``answers`` is the sample's size, ``error`` and ``level_error`` standard errors. ``suppress``: O*NET advises against
    showing it, the sample being too small. ``not_relevant``: most of those asked said that it plays no part, so its
    level says nothing. ``collected`` is the first day of the month the answers are from; ``by`` who gave them.
    """

    element = models.ForeignKey(Element, on_delete=models.PROTECT, related_name="+")
    value = models.FloatField()
    level = models.FloatField(null=True)
    answers = models.PositiveIntegerField(null=True)
    error = models.FloatField(null=True)
    level_error = models.FloatField(null=True)
    suppress = models.BooleanField(default=False)
    not_relevant = models.BooleanField(default=False)
    collected = models.DateField(null=True)
    by = models.CharField(max_length=60, blank=True)

    natural_fields = ("code", "element__key")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code", "element"],
                name="careers_rating_once",
                violation_error_message="This rating is already there.",
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.element}: {self.value}"


class Technology(Figure):
    """Software that people in an occupation use; ``group`` is what kind it is."""

    name = models.CharField(max_length=160)
    group = models.CharField(max_length=160, blank=True)
    hot = models.BooleanField(default=False, help_text="Often asked for in job adverts of all kinds.")
    in_demand = models.BooleanField(default=False, help_text="Often asked for in adverts for this occupation.")

    natural_fields = ("code", "name")

    class Meta:
        verbose_name_plural = "technologies"
        constraints = [
            models.UniqueConstraint(
                fields=["code", "name"],
                name="careers_technology_once",
                violation_error_message="This technology is already there.",
            ),
        ]

    def __str__(self):
        return self.name


class RelatedOccupation(Figure):
    """Another occupation that is much alike in work and skills; ``rank`` 1 is the nearest."""

    to_code = models.CharField(max_length=10)
    tier = models.CharField(max_length=20)
    rank = models.PositiveSmallIntegerField()

    natural_fields = ("code", "to_code")

    class Meta:
        ordering = ["code", "rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "to_code"],
                name="careers_relatedoccupation_once",
                violation_error_message="This relation is already there.",
            ),
        ]

    def __str__(self):
        return f"{self.code} → {self.to_code}"
