"""Pay, employment and outlook by SOC code such as 25-4031, or the code of a group that stands for several."""

from django.db import models

from careers.models.natural import NaturallyKeyed
from careers.models.official import Figure

NATION = "99"


class AreaKind(models.IntegerChoices):
    """As OEWS numbers them."""

    NATION = 1, "nation"
    STATE = 2, "state"
    TERRITORY = 3, "territory"
    METRO = 4, "metropolitan area"
    REST = 6, "other area of a state"


class Area(NaturallyKeyed):
    """A place that figures are about. ``state`` is the postal code of a state, or of the first one a metro is in."""

    code = models.CharField(max_length=10, unique=True)
    kind = models.PositiveSmallIntegerField(choices=AreaKind)
    name = models.CharField(max_length=120)
    state = models.CharField(max_length=2, blank=True)

    natural_fields = ("code",)

    class Meta:
        ordering = ["kind", "name"]

    def __str__(self):
        return self.name


class Pay(Figure):
    """Employment and pay of an occupation in one place: one row of OEWS.

    Annual pay is in whole dollars, hourly in dollars and cents; ``employment`` in people, ``employment_error`` and
    ``mean_error`` relative standard errors in per cent; ``jobs_per_1000`` of all jobs there; ``location_quotient`` is
    how common the job is there, 1 being as common as in the nation. A value that is not published is null, never 0,
    and ``marks`` says why, by the name of the field: ``#`` at least as much as the highest that is published, ``*``
    and ``**`` not released.
    """

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    group = models.CharField(max_length=10, help_text="detailed, broad, minor, major or total")
    as_of = models.DateField()
    employment = models.PositiveIntegerField(null=True)
    employment_error = models.FloatField(null=True)
    jobs_per_1000 = models.FloatField(null=True)
    location_quotient = models.FloatField(null=True)
    mean_error = models.FloatField(null=True)
    hourly_mean = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    hourly_p10 = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    hourly_p25 = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    hourly_median = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    hourly_p75 = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    hourly_p90 = models.DecimalField(max_digits=7, decimal_places=2, null=True)
    annual_mean = models.PositiveIntegerField(null=True)
    annual_p10 = models.PositiveIntegerField(null=True)
    annual_p25 = models.PositiveIntegerField(null=True)
    annual_median = models.PositiveIntegerField(null=True)
    annual_p75 = models.PositiveIntegerField(null=True)
    annual_p90 = models.PositiveIntegerField(null=True)
    marks = models.JSONField(default=dict)

    natural_fields = ("code", "area__code")

    class Meta:
        verbose_name_plural = "pay"
        indexes = [models.Index(fields=["area", "code"])]
        constraints = [
            models.UniqueConstraint(
                fields=["code", "area"],
                name="careers_pay_once",
                violation_error_message="This place already has pay for this code.",
            ),
        ]

    def __str__(self):
        return f"{self.code} in {self.area}"


class Projection(Figure):
    """How many jobs there are and how many are expected, in the nation.

    Jobs and openings are in people; ``openings`` is a year's average over the decade, counting those who leave.
    ``openings_for`` names the group of occupations where the published openings cover several. ``percent`` is the
    change as published, rounded.
    """

    title = models.CharField(max_length=160)
    year = models.PositiveSmallIntegerField()
    year_to = models.PositiveSmallIntegerField()
    jobs = models.PositiveIntegerField(null=True)
    jobs_to = models.PositiveIntegerField(null=True)
    change = models.IntegerField(null=True)
    percent = models.FloatField(null=True)
    openings = models.PositiveIntegerField(null=True)
    openings_for = models.CharField(max_length=160, blank=True)
    education = models.CharField(max_length=80, blank=True, help_text="Typical for entry.")
    experience = models.CharField(max_length=80, blank=True)
    training = models.CharField(max_length=80, blank=True)

    natural_fields = ("code",)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["code"], name="careers_projection_once", violation_error_message="This code is already there."
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.year}–{self.year_to}"
